/*
 * unit_counter - counts a unit and all below it from the stays themselves. This is the slow and
 * plain way; the kept totals (totals.h) are made by it and checked against it.
 */
#ifndef MEMBERSTAT_UNIT_COUNTER_H
#define MEMBERSTAT_UNIT_COUNTER_H

#include <stdbool.h>
#include <stdint.h>

#include "store/db.h"
#include "base/err.h"
#include "totals/ledger.h"

struct unit_counter {
	struct ledger *ledger;  /* where the changes go; NULL: they remain in the list */
	struct changes changes; /* in no order */
	struct halves halves;   /* of moves, which are counted as crossing every border at first */
};

/* Reads a stay from five columns of a row, the first being `column`: joined_on, left_on,
 * official_on, joined_by, left_by. False when it cannot be counted (stay_is_sound). */
bool stay_read(sqlite3_stmt *row, int column, struct stay_days *stay);
/* Counts the unit (0: the root of each day) and all that stands below it on each day. When `tree` is a
 * day and not NO_DAY: what stands below it then, as if that were so on every day. */
enum status unit_counter_add(
	struct db *db, int64_t unit, int tree, struct unit_counter *counter, struct error *error);
/* Subtracts the moves of which both halves were counted. */
void unit_counter_match(struct unit_counter *counter);
/* Frees all but the ledger, which belongs to the caller. */
void unit_counter_release(struct unit_counter *counter);

#endif
