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

#include "store/db.h"
#include "base/err.h"
#include "import/field.h"

struct import;

/* The number the import at hand will have. */
enum status journal_next(struct db *db, int64_t *id, struct error *error);
/* Enters the import in the log, inside its transaction. */
enum status journal_log(struct import *import, struct error *error);
/* Was a file of these bytes imported before and not taken back? Fills same_as and same_on. */
enum status journal_same_before(struct import *import, struct error *error);

/* What taking back did. */
struct undone {
	int64_t id; /* of the import, 0 when there was none to take back */
	char file[256];
	enum roll_kind kind;
	long added,
		updated; /* rows that were taken away, and that have their former values again */
};

/* Takes the last import that changed something back, in a transaction of its own. */
enum status journal_undo(struct db *db, struct undone *undone, struct error *error);

#endif
