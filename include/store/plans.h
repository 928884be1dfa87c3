/*
 * plans - chooses the plan that a report is about (data/README.md section 4).
 */
#ifndef MEMBERSTAT_PLANS_H
#define MEMBERSTAT_PLANS_H

#include <stdbool.h>

#include "store/db.h"
#include "base/err.h"

/* A plan and its term: the widest of its periods over all units. */
struct plan {
	bool known;
	char code[520]; /* 128 characters */
	int from, to;
};

/*
 * The plan with this code, or, when it is NULL, the one whose term contains the day; one that a file
 * named goes before the built-in one. Several: STATUS_USAGE with their codes. None: known is false,
 * or, when it is needed, STATUS_FAILED with the codes there are.
 */
enum status plan_choose(struct db *db, const char *code, int day, bool needed, struct plan *plan,
	struct error *error);

#endif
