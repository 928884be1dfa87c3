/*
 * db_parts - what the files of db share with each other and with nobody else.
 */
#ifndef MEMBERSTAT_DB_PARTS_H
#define MEMBERSTAT_DB_PARTS_H

#include "store/db.h"

#define DB_BUSY_MS 5000 /* a locked database is waited for so long */

/* --- db_statement.c ------------------------------------------------------------------------------ */

/* Runs statements without parameters; false when one failed. */
bool db_run_text(struct db *db, const char *text);
/* The first column of the first row, 0 when it failed. */
bool db_text_number(struct db *db, const char *text, int64_t *value);

/* --- db_schema.c --------------------------------------------------------------------------------- */

/* *version: which migration was the last? 0 for an empty file, which is ours to fill. STATUS_FAILED for the
 * file of another program and for one of a newer memberstat. */
enum status db_check_identity(struct db *db, int64_t *version, struct error *error);
/* Applies the migrations that are missing, and does what follows from them (db->migrated): all or nothing. */
enum status db_migrate(struct db *db, struct error *error);

#endif
