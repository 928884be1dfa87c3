/*
 * ledger - by how much the counts of a unit, with all below it, change on which day: in memory, and
 * packed as the database keeps it.
 *
 * A count is a running total: how many were ever admitted, transferred away … up to and including a
 * day. So what happened in a period is the total at its end less the total on its eve. Members on a day
 * are all who joined less all who left, and are counted beside those too, so that opening + increase -
 * decrease = closing (data/README.md section 5) can be held against each other.
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
	TOTAL_REORGANISED_IN, /* brought in by a change of the tree */
	TOTAL_DIED,           /* TOTAL_LEFT(left_by) … */
	TOTAL_EXPELLED,
	TOTAL_REMOVED,
	TOTAL_RESIGNED,
	TOTAL_TRANSFERRED_OUT,
	TOTAL_MOVED_OUT,
	TOTAL_REORGANISED_OUT,
	TOTAL_MEMBERS, /* no running total: members on the day, counted beside who joined and left */
	TOTAL_OFFICIAL, /* nor is this: members who are official on the day */
	TOTAL_COMMUNES, /* nor are these: units that are open on the day */
	TOTAL_COMMITTEES,
	TOTAL_BASE_CELLS,
	TOTAL_CELLS,
	TOTAL_SUPERIORS, /* districts and superiors */
	TOTALS
};
#define TOTAL_JOINED(joined_by_) (TOTAL_ADMITTED + (joined_by_)-1)
#define TOTAL_LEFT(left_by_)     (TOTAL_DIED + (left_by_)-1)

struct change {
	int32_t day;
	int32_t total; /* enum total */
	int32_t count; /* how much is added to it from that day on */
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
	int32_t joined_on, left_on, official_on; /* NO_DAY for none; joined_on is always known */
	int16_t joined_by, left_by;              /* 0: left_on is NO_DAY */
};

/* Can it be counted: are its days days and its words words? Of a damaged database they may be anything. */
bool stay_is_sound(const struct stay_days *stay);
bool unit_kind_is_sound(int kind);

/* Did `stay` end by a move that `next`, the member's stay after it, begins by? */
bool stay_moves_on(const struct stay_days *stay, const struct stay_days *next);

/* Days on which a unit counts in another: from the first one to the day before `until`. */
struct span {
	int32_t from, until;
};

/* All days (schema 0005). */
#define ALWAYS ((struct span){-1000000, 10000000})

/* What a sound stay adds to the totals of a unit in which it counts on the days of the span (data/README.md
 * section 4): it joins on the day itself and leaves on the eve, or on the day itself when it has no day; where
 * the span begins or ends within it, it was brought in or taken out by a change of the tree. A move is
 * counted as if it crossed every border. */
void stay_changes(const struct stay_days *stay, struct span span, struct changes *changes);
/* What a unit of this kind that is open on the days of the span adds. */
void unit_changes(int kind, struct span span, struct changes *changes);

/* --- moves -------------------------------------------------------------------------------------- */

/* Half of a move: the end of one stay, or the beginning of another, by moving. A move with both
 * halves below a unit is no movement of that unit. */
struct half {
	int64_t member;
	int32_t day;
	int32_t in; /* 1: a stay begins; 0: one ends */
};

struct halves {
	struct half *list;
	size_t count, room;
};

/* Adds the halves of moves that the member's stay has on the days of the span, if any. */
void halves_add(
	struct halves *halves, int64_t member, const struct stay_days *stay, struct span span);
/* Removes the halves that together are a move, and adds the changes that take that move out of the
 * totals. */
void halves_match(struct halves *halves, struct changes *changes);
void halves_release(struct halves *halves);

/* --- the ledger of a unit with many members ------------------------------------------------------ */

/* The changes of every day, summed. It takes memory by the number of days, not of members. */
struct ledger;

struct ledger *ledger_new(void);
void ledger_free(struct ledger *ledger);
void ledger_clear(struct ledger *ledger);
void ledger_add(struct ledger *ledger, const struct changes *changes);

/* A year in which something changed: the totals at its end, and the changes of its days, packed. */
struct ledger_year {
	int year;
	int64_t totals[TOTALS];
	struct buf days;
};

/* Gives the next year with changes after year->year (0 for the first). year->totals are the totals
 * before it, and then those at its end. False past the last year. */
bool ledger_next_year(const struct ledger *ledger, struct ledger_year *year);

/* --- packed days -------------------------------------------------------------------------------- */

/* Reads the packed changes of a year, in the order of day and total. */
struct days {
	const unsigned char *at, *end;
	int day; /* of the year, from 0 */
};

void days_begin(struct days *days, const void *packed, size_t len);
/* Gives the next change; its day is counted from the first of the year. False past the last one,
 * and at bytes that are not a change. */
bool days_next(struct days *days, struct change *change);
/* Appends a change. *last is the day of the year of the change before it (0 at first), and becomes
 * that of this one. */
void days_add(struct buf *packed, int *last, int day, int total, int count);

#endif
