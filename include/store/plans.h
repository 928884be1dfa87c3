/*
 * plans - chooses the plan that a report is about (data/README.md section 4).
 */
#ifndef MEMBERSTAT_PLANS_H
#define MEMBERSTAT_PLANS_H

#include <stdbool.h>

#include "store/db.h"
#include "base/buf.h"
#include "base/err.h"

/* A plan and its term: the widest of its periods over all units. */
struct plan {
	bool known;
	bool built_in; /* no file named it */
	int in_force; /* how many plans it was chosen from, 0 when the term of none contains the day */
	char code[520]; /* 128 characters */
	int from, to;
};

/*
 * The plan with this code: STATUS_USAGE, with the codes there are, when there is none.
 *
 * When code is NULL: of the plans whose term contains the day the one that began last (the same day: the
 * lowest code), those that a file named before the built-in one. When none contains it: the plan that
 * ended last before it, else the one that begins first after it. Without any plan known is false, or,
 * when a plan is needed, STATUS_FAILED says how to load one.
 */
enum status plan_choose(struct db *db, const char *code, int day, bool needed, struct plan *plan,
	struct error *error);

/* Code of the unit that the built-in plan is for; nothing is appended when there is no such unit. */
enum status plan_built_in_unit(struct db *db, struct buf *code, struct error *error);

#endif
