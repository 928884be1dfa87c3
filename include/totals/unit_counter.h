/*
 * unit_counter - counts a unit and all below it from the stays themselves: the slow and plain way, on which
 * the kept totals (totals.h) are built and against which they are checked.
 */
#ifndef MEMBERSTAT_UNIT_COUNTER_H
#define MEMBERSTAT_UNIT_COUNTER_H

#include <stdbool.h>
#include <stdint.h>

#include "store/db.h"
#include "base/err.h"
#include "totals/ledger.h"

struct unit_counter {
	struct ledger *ledger;  /* where the changes go; NULL: they stay in the list */
	struct changes changes; /* in no order */
	struct halves halves;   /* of moves, which are counted as if they crossed every border */
};

/* Adds the unit and all below it; with `own` not what is below another unit whose totals are kept. */
enum status unit_counter_add(
	struct db *db, int64_t unit, bool own, struct unit_counter *counter, struct error *error);
/* Takes the moves back whose both ends were met. */
void unit_counter_match(struct unit_counter *counter);
/* The ledger is left to its owner. */
void unit_counter_release(struct unit_counter *counter);

#endif
