/*
 * monthly - the reports that an office makes every month, as a table. `export` writes each into a
 * file, `report all` shows them in one document.
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
	MONTHLY_ASKED, /* the date or period that was asked for */
	MONTHLY_MONTH, /* the month in which that period ends, from its first day */
	MONTHLY_PLAN,  /* the term of the plan so far; without a plan as asked */
};

struct monthly {
	const char *name; /* of file and sheet (data/README.md section 7): "movement-year" */
	const char *report;
	enum monthly_period period;
	const char *by;     /* for the report structure */
	bool file_only;     /* only in the export, not in the document */
	struct label title; /* when the report's own title is not enough to tell entries apart */
};

/* In the order of data/README.md section 7. */
extern const struct monthly monthly[];
extern const size_t monthly_count;

/* The report of the entry; NULL when it needs a plan and there is none. */
const struct report *monthly_report(const struct monthly *entry, const struct plan *plan);
/* The query of the entry, made from the one for the whole set. */
struct query monthly_query(
	const struct monthly *entry, const struct query *asked, const struct plan *plan);

#endif
