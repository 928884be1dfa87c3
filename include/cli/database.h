/*
 * database - opens the database that a command line names, for as long as a command runs.
 */
#ifndef MEMBERSTAT_DATABASE_H
#define MEMBERSTAT_DATABASE_H

#include "cli/command.h"
#include "store/db.h"

typedef enum status database_work(
	struct db *db, const struct request *request, void *context, struct error *error);

/* Opens the database. Close it with db_close, after a failure too. */
enum status database_open(
	const struct request *request, enum db_mode mode, struct db *db, struct error *error);
/* Opens the database, calls `work` with it and closes it. Returns the first status that is not
 * STATUS_DONE. */
enum status database_use(const struct request *request, enum db_mode mode, database_work *work,
	void *context, struct error *error);
/* The same for a reader that counts everything and uses no kept totals and populations. */
enum status database_doubt(
	const struct request *request, database_work *work, void *context, struct error *error);
/* For commands without arguments: STATUS_USAGE when one was given. */
enum status no_arguments(
	const struct request *request, const struct command *command, struct error *error);

#endif
