/*
 * headcount - the population of a unit on a day, by the rule of data/README.md section 3 (population.csv):
 * its own newest row since something was last merged into it, or the sum over what stands below it, or the
 * sum of what was merged. What is found is remembered, with the days on which it is the same: who asks more
 * than once reads in one transaction (db_snapshot).
 */
#ifndef MEMBERSTAT_HEADCOUNT_H
#define MEMBERSTAT_HEADCOUNT_H

#include <stdbool.h>
#include <stdint.h>

#include "store/db.h"
#include "base/err.h"

/* A population, and the days on which it is the same: from `since` to the day before `until`. */
struct headcount {
	bool known;
	int64_t population;
	int32_t as_of; /* the oldest date used */
	int32_t since, until;
};

struct headcounts;

struct headcounts *headcounts_new(struct db *db);
void headcounts_free(struct headcounts *headcounts);
/* What is remembered is not true any more. */
void headcounts_forget(struct headcounts *headcounts);

/* The population of the unit (0: of the root of that day) on the day; when `tree` is a day and not NO_DAY,
 * that of the extent which the unit has on that day. */
enum status headcount_find(struct headcounts *headcounts, int64_t unit, int day, int tree,
	struct headcount *found, struct error *error);

/* The units for want of which a sum is missing, when one is: at most `room` of them are listed. */
enum status headcount_missing(struct headcounts *headcounts, int64_t unit, int day, int tree,
	int64_t *list, size_t room, size_t *count, struct error *error);

#endif
