/*
 * question - what is asked of a report, settled from the options of the command line.
 */
#ifndef MEMBERSTAT_QUERY_H
#define MEMBERSTAT_QUERY_H

#include <stdbool.h>

#include "cli/command.h"
#include "base/err.h"

struct question {
	enum lang lang;
	int as_of;        /* the last day of the period in period reports */
	int from, to;     /* both inclusive */
	const char *unit; /* code of the scope, NULL for the root */
	int depth;        /* levels below it; INT_MAX for all */
	const char *plan; /* code, NULL to choose by date */
	int year;         /* 0 for none */
	bool all, compare;
	const char *by, *of, *every,
		*sort; /* words of their options, with the defaults filled in */
	int within;    /* days; -1 for no limit */
	int months;
	/* What the answer is called among others; NULL for the report's own name and title. */
	const char *id;
	struct label title;
};

/* STATUS_USAGE for a value that is malformed. as_of is --as-of, else --to, else today; --from is
 * 1 January of its year when not given. */
enum status question_read(
	struct question *question, const struct request *request, struct error *error);

#endif
