/*
 * query - what is asked of a report: date or period, scope, and what only some reports take.
 */
#ifndef MEMBERSTAT_QUERY_H
#define MEMBERSTAT_QUERY_H

#include <stdbool.h>

#include "base/label.h"

struct query {
	enum lang lang;
	int as_of;          /* the last day of the period in period reports */
	int from, to;       /* both inclusive */
	bool on_tree;       /* all days are counted on the tree of one … */
	int tree;           /* … this */
	const char *unit;   /* code of the scope, NULL for the root */
	int depth;          /* levels below it; INT_MAX for all */
	const char *plan;   /* code, NULL to choose by date */
	int plans_in_force; /* from how many `plan` was chosen; 0 when it was named */
	int year;           /* 0 for none */
	bool all, compare;
	const char *by, *of, *every,
		*sort; /* words of their options, with the defaults filled in */
	int within;    /* days; -1 for no limit */
	int months;
	/* Name and title of the result in a set of reports; NULL: those of the report. */
	const char *id;
	struct label title;
};

/* The parts of a query that only some reports take (struct report). */
enum query_part {
	QUERY_DEPTH = 1u << 0,
	QUERY_FROM = 1u << 1,
	QUERY_TO = 1u << 2,
	QUERY_PLAN = 1u << 3,
	QUERY_YEAR = 1u << 4,
	QUERY_ALL = 1u << 5,
	QUERY_BY = 1u << 6,
	QUERY_OF = 1u << 7,
	QUERY_EVERY = 1u << 8,
	QUERY_WITHIN = 1u << 9,
	QUERY_MONTHS = 1u << 10,
	QUERY_COMPARE = 1u << 11,
	QUERY_SORT = 1u << 12,
};

#endif
