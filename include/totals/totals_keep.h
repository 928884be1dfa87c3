/*
 * totals_keep - keeps the totals of the units above the grassroots (schema 0005) right while the
 * roll changes, in the transaction that changes it. They are counted anew after a first load and
 * when the tree changed. Otherwise each changed member is subtracted as he or she was, and added as
 * he or she is.
 */
#ifndef MEMBERSTAT_TOTALS_KEEP_H
#define MEMBERSTAT_TOTALS_KEEP_H

#include <stddef.h>
#include <stdint.h>

#include "store/db.h"
#include "base/err.h"
#include "totals/ledger.h"

/* The columns of a kept year in total/until.sql and total/from.sql. */
enum { TOTAL_YEAR, TOTAL_DAYS, TOTAL_COLUMN, TOTAL_SOUND = TOTAL_COLUMN + TOTALS };

#define TOTAL_LEVELS 8 /* at most so many units with kept totals one below the other */

/* Counts all units whose totals are kept, in one scan of the stays. */
enum status totals_rebuild(struct db *db, struct error *error);

/* For the two files of this module: stores the years of the ledger. *year is the kept year before
 * them (0: none) with its totals, to which theirs are added. */
enum status totals_put_years(struct db *db, int64_t unit, const struct ledger *ledger,
	struct ledger_year *year, struct error *error);

/* --- totals_change.c ---------------------------------------------------------------------------- */

/* Changes that are noted and not entered yet, in bounded memory. */
struct totals_changes;

struct totals_changes *totals_changes_new(struct db *db);
void totals_changes_free(struct totals_changes *waiting);
/* Notes all stays of one member, ordered by joined_on: as they were (sign -1) or as they are (sign
 * 1). */
enum status totals_note(struct totals_changes *waiting, const struct stay_days *stays, size_t count,
	int sign, struct error *error);
/* Notes the units that an import added or changed, as they are: before they are changed (sign -1) and
 * after (sign 1). The journal names them. */
enum status totals_note_units(
	struct totals_changes *waiting, int64_t import, int sign, struct error *error);
/* Units stand elsewhere than before (places_make): all is to be counted. */
void totals_note_moved(struct totals_changes *waiting);
/* Enters what was noted. When the tree is different, or no totals were kept before, everything is
 * counted. */
enum status totals_enter(struct totals_changes *waiting, struct error *error);

#endif
