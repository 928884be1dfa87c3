/*
 * database - the database that a command line names, opened for the time of a command.
 */
#ifndef MEMBERSTAT_DATABASE_H
#define MEMBERSTAT_DATABASE_H

#include "cli/command.h"
#include "store/db.h"

typedef enum status database_work(
	struct db *db, const struct request *request, void *context, struct error *error);

/* Opens the database; it must be closed (db_close) also after a failure. */
enum status database_open(
	const struct request *request, enum db_mode mode, struct db *db, struct error *error);
/* Opens the database, does the work, closes it, and gives the status of all. */
enum status database_use(const struct request *request, enum db_mode mode, database_work *work,
	void *context, struct error *error);
/* STATUS_USAGE when a command that takes no arguments got one. */
enum status no_arguments(
	const struct request *request, const struct command *command, struct error *error);

#endif
