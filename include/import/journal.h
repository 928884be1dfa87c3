/*
 * journal - the log of imports, and undoing the last one.
 *
 * An import gets an entry in the log (table import) when it stored something or found everything
 * unchanged. In the journal it gets a line for each row that it added or changed. Undoing it
 * deletes the rows that it added and gives the others their former columns. A first load needs no
 * lines: undoing it empties the tables of its kind.
 */
#ifndef MEMBERSTAT_JOURNAL_H
#define MEMBERSTAT_JOURNAL_H

#include "store/db.h"
#include "base/err.h"
#include "import/field.h"

struct import;

/* *id: the number that the next import gets. */
enum status journal_next(struct db *db, int64_t *id, struct error *error);
/* Enters the import in the log, inside its transaction. */
enum status journal_log(struct import *import, struct error *error);
/* Fills same_as and same_on when a file of the same bytes was imported before and not undone. */
enum status journal_same_before(struct import *import, struct error *error);

/* What was undone. */
struct undone {
	int64_t id; /* of the import; 0 when there was none to undo */
	char file[256];
	enum roll_kind kind;
	long added, updated; /* how many rows were deleted, and restored */
};

/* Undoes the last import that changed something, in a transaction of its own. */
enum status journal_undo(struct db *db, struct undone *undone, struct error *error);

#endif
