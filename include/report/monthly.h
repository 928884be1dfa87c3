/*
 * monthly - the set of reports that a district office makes: `export` writes each into a file of
 * its own, `report all` shows them on one page. The set is a table, and each of its entries a
 * query.
 */
#ifndef MEMBERSTAT_MONTHLY_H
#define MEMBERSTAT_MONTHLY_H

#include <stdbool.h>
#include <stddef.h>

#include "base/label.h"
#include "store/plans.h"
#include "report/query.h"
#include "report/report.h"

enum monthly_period {
	MONTHLY_ASKED, /* the date or the period of the question */
	MONTHLY_MONTH, /* from the first day of the month in which it ends */
	MONTHLY_PLAN,  /* the term of the plan so far, else as asked */
};

struct monthly {
	const char *name; /* of file and sheet (data/README.md section 7): "movement-year" */
	const char *report;
	enum monthly_period period;
	const char *by;     /* of the structure report */
	bool file_only;     /* not on the page */
	struct label title; /* where the report's own would not tell it from another */
};

/* In the order of data/README.md section 7. */
extern const struct monthly monthly[];
extern const size_t monthly_count;

/* The report of an entry; NULL when it needs a plan and there is none. */
const struct report *monthly_report(const struct monthly *entry, const struct plan *plan);
/* Its query, out of the one that is asked of all of them. */
struct query monthly_query(
	const struct monthly *entry, const struct query *asked, const struct plan *plan);

#endif
