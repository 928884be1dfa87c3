/*
 * journal - the log of imports, and taking the last one back.
 *
 * An import leaves an entry in the log (table import) when it stored something or found everything
 * unchanged, and in the journal one line for each row that it added or changed. Taking it back deletes
 * the rows it added and gives the others their former columns. A first load needs no lines: taking it
 * back empties the tables of its kind.
 */
#ifndef MEMBERSTAT_JOURNAL_H
#define MEMBERSTAT_JOURNAL_H

#include "db.h"
#include "err.h"

struct import;

/* The number the import at hand will have. */
enum status journal_next(struct db *db, int64_t *id, struct error *error);
/* Enters the import in the log, inside its transaction. */
enum status journal_log(struct import *import, struct error *error);
/* When the same bytes were imported before and not taken back: the number of that import, else 0. */
enum status journal_same_before(
	struct db *db, const char *sha256, int64_t *id, struct error *error);

#endif
