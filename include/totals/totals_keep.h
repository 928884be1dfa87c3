/*
 * totals_keep - keeps the totals of the units above the grassroots (schema 0003) as the roll changes, in
 * the transaction that changes it: made anew after a first load or when the tree changed, and otherwise
 * brought up to date by what each changed member was and is.
 */
#ifndef MEMBERSTAT_TOTALS_KEEP_H
#define MEMBERSTAT_TOTALS_KEEP_H

#include <stddef.h>
#include <stdint.h>

#include "store/db.h"
#include "base/err.h"
#include "totals/ledger.h"

#define TOTAL_LEVELS 8 /* at most, of units with kept totals below each other */

/* Counts all units whose totals are kept, in one scan of the stays. */
enum status totals_rebuild(struct db *db, struct error *error);

/* For this module's own two files: keeps one more year of a unit. */
enum status totals_put_year(
	struct db *db, int64_t unit, const struct ledger_year *year, struct error *error);

/* --- totals_change.c ---------------------------------------------------------------------------- */

/* Changes that wait to be entered; in memory of bounded size. */
struct totals_changes;

struct totals_changes *totals_changes_new(struct db *db);
void totals_changes_free(struct totals_changes *waiting);
/* All stays of one member by joined_on, as they were (sign -1) or as they are (sign 1). */
enum status totals_note(struct totals_changes *waiting, const struct stay_days *stays, size_t count,
	int sign, struct error *error);
/* What an import of units changed: after it (sign 1), or before it is taken back (sign -1). */
enum status totals_note_units(
	struct totals_changes *waiting, int64_t import, int sign, struct error *error);
/* Enters what was noted. A roll with another tree, or of which no totals were kept yet, is counted
 * whole. */
enum status totals_enter(struct totals_changes *waiting, struct error *error);

#endif
