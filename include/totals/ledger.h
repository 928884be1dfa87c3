/*
 * ledger - what changes, on which day, in the counts of a unit with all below it: in memory, and packed
 * as the database keeps it.
 *
 * A count is a running total: how many were ever admitted, transferred away … up to and including a
 * day. So members on a day are all who joined less all who left, and what happened in a period is
 * the total at its end less the total on its eve (data/README.md section 5: opening + increase -
 * decrease = closing holds by construction).
 */
#ifndef MEMBERSTAT_LEDGER_H
#define MEMBERSTAT_LEDGER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"

/* The counts, in the order in which they are stored. */
enum total {
	TOTAL_ADMITTED, /* TOTAL_JOINED(joined_by) … */
	TOTAL_READMITTED,
	TOTAL_TRANSFERRED_IN,
	TOTAL_MOVED_IN, /* across the border of the unit only */
	TOTAL_RESTORED,
	TOTAL_DIED, /* TOTAL_LEFT(left_by) … */
	TOTAL_EXPELLED,
	TOTAL_REMOVED,
	TOTAL_RESIGNED,
	TOTAL_TRANSFERRED_OUT,
	TOTAL_MOVED_OUT,
	TOTAL_OFFICIAL, /* members who are official, on the day itself */
	TOTAL_COMMUNES, /* units that are open, on the day itself */
	TOTAL_COMMITTEES,
	TOTAL_BASE_CELLS,
	TOTAL_CELLS,
	TOTALS
};
#define TOTAL_JOINED(joined_by_) (TOTAL_ADMITTED + (joined_by_)-1)
#define TOTAL_LEFT(left_by_)     (TOTAL_DIED + (left_by_)-1)

struct change {
	int32_t day;
	int32_t total; /* enum total */
	int32_t count; /* added to it from that day on */
};

struct changes {
	struct change *list;
	size_t count, room;
};

void changes_add(struct changes *changes, int day, int total, int count);
void changes_release(struct changes *changes);

/* The days of a stay and how it began and ended (values of codes_joined_by and codes_left_by). */
struct stay_days {
	int64_t unit;
	int32_t joined_on, left_on, official_on; /* NO_DAY for none, but for the first */
	int16_t joined_by, left_by;              /* 0: left_on is NO_DAY */
};

/* Is the second the other half of the move by which the first, the member's stay before it, ended? */
bool stay_moves_on(const struct stay_days *stay, const struct stay_days *next);
/* What a stay, or a unit of this kind, adds to the totals of the units above it, itself included. A move
 * is counted as if it crossed every border. */
void stay_changes(const struct stay_days *stay, struct changes *changes);
void unit_changes(int kind, int opened_on, int closed_on, struct changes *changes);

/* --- moves -------------------------------------------------------------------------------------- */

/* Halves of moves: one end of a stay that began or ended by moving. Where both halves of a move lie
 * below a unit, it is no movement of that unit. */
struct half {
	int64_t member;
	int32_t day;
	int32_t in; /* 1 where a stay begins, 0 where one ends */
};

struct halves {
	struct half *list;
	size_t count, room;
};

/* Adds those of the member's stay, if it has any. */
void halves_add(struct halves *halves, int64_t member, const struct stay_days *stay);
void halves_move(struct halves *to, struct halves *from);
/* Takes away the halves that make a move and adds what their totals are less by. */
void halves_match(struct halves *halves, struct changes *changes);
void halves_release(struct halves *halves);

/* --- the ledger of a unit with many members ------------------------------------------------------ */

/* Every day's changes, in memory that grows with the days and not with the members. */
struct ledger;

struct ledger *ledger_new(void);
void ledger_free(struct ledger *ledger);
void ledger_clear(struct ledger *ledger);
void ledger_add(struct ledger *ledger, const struct changes *changes);
void ledger_merge(struct ledger *into, const struct ledger *from);

/* A year in which something changed: the totals at its end, and its days' changes, packed. */
struct ledger_year {
	int year;
	int64_t totals[TOTALS];
	struct buf days;
};

/* The next year after year->year (0 for the first), on the totals of year->totals. False past the last. */
bool ledger_next_year(const struct ledger *ledger, struct ledger_year *year);

/* --- packed days -------------------------------------------------------------------------------- */

/* A walk over the packed changes of a year, in the order of day and total. */
struct days {
	const unsigned char *at, *end;
	int day; /* of the year, from 0 */
};

void days_begin(struct days *days, const void *packed, size_t len);
/* The next change, with the day of its year instead of its day; false past the last, and at bytes that
 * are no change. */
bool days_next(struct days *days, struct change *change);
/* Appends one, after *last: the day of the year of the one before it, 0 at first. */
void days_add(struct buf *packed, int *last, int day, int total, int count);

#endif
