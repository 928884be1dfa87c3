#include "store/plans.h"

#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "base/date.h"

/* What is found in a walk over all plans, by their codes. */
struct search {
	enum lang lang; /* of messages */
	struct plan best;
	int in_force[2]; /* plans of files, and the built-in one, whose term contains the day */
	struct buf all;  /* codes with their terms, for messages */
};

static void add_code(struct buf *list, const struct plan *plan, enum lang lang)
{
	char from[11], to[11];

	date_write_in(lang, plan->from, from);
	date_write_in(lang, plan->to, to);
	buf_printf(list, "%s%s (%s – %s)", list->len ? ", " : "", plan->code, from, to);
}

/* Where the day stands to the plan's term; the lower, the sooner the plan is chosen. */
enum place { PLACE_IN, PLACE_AFTER, PLACE_BEFORE };

static enum place place_of(const struct plan *plan, int day)
{
	if (day < plan->from)
		return PLACE_BEFORE;
	return day > plan->to ? PLACE_AFTER : PLACE_IN;
}

/* Goes the plan before the other? Plans of one rank stay in the order of their codes. */
static bool goes_before(const struct plan *plan, const struct plan *other, int day)
{
	enum place place = place_of(plan, day);

	if (place != place_of(other, day))
		return place < place_of(other, day);
	if (place == PLACE_IN && plan->built_in != other->built_in)
		return other->built_in;
	if (place == PLACE_AFTER && plan->to != other->to)
		return plan->to > other->to;
	if (place == PLACE_BEFORE)
		return plan->from < other->from;
	return plan->from > other->from;
}

/* Makes this period the term of the plan when it is longer than the present one, or as long and
 * earlier. */
static void widen(struct plan *plan, int from, int to)
{
	int wider = (to - from) - (plan->to - plan->from);

	if (wider > 0 || (wider == 0 && from < plan->from)) {
		plan->from = from;
		plan->to = to;
	}
}

/* Called when all periods of a plan have been read: compares it with the best one so far. */
static void finish(struct search *search, const struct plan *plan, const char *code, int day)
{
	if (!plan->known)
		return;
	add_code(&search->all, plan, search->lang);
	if (code && strcmp(code, plan->code) != 0)
		return;
	if (place_of(plan, day) == PLACE_IN)
		search->in_force[plan->built_in]++;
	if (!search->best.known || goes_before(plan, &search->best, day))
		search->best = *plan;
}

static enum status walk(
	struct db *db, const char *code, int day, struct search *search, struct error *error)
{
	sqlite3_stmt *statement = db_statement(db, SQL_STMT_PLAN_PERIODS, error);
	struct plan plan = {.known = false};
	enum status status;

	if (statement == NULL)
		return error_status(error);
	while (db_row(db, statement, &status, error)) {
		const char *named = (const char *)sqlite3_column_text(statement, 0);
		int from = sqlite3_column_int(statement, 1), to = sqlite3_column_int(statement, 2);

		if (!plan.known || strcmp(named, plan.code) != 0) {
			finish(search, &plan, code, day);
			plan = (struct plan){
				.known = true, .built_in = true, .from = from, .to = to};
			snprintf(plan.code, sizeof plan.code, "%s", named);
		}
		widen(&plan, from, to);
		plan.built_in = plan.built_in && sqlite3_column_int(statement, 3) == 1;
	}
	finish(search, &plan, code, day);
	sqlite3_reset(statement);
	return status;
}

static enum status settle(const struct search *search, const char *code, bool needed,
	struct plan *plan, struct error *error)
{
	if (!search->best.known && code)
		return error_set(error, STATUS_USAGE, "không có kế hoạch \"%s\"; các kế hoạch: %s",
			"there is no plan \"%s\"; the plans are: %s", code, buf_text(&search->all));
	if (!search->best.known && needed)
		return error_set(error, STATUS_FAILED,
			"chưa có kế hoạch nào; hãy nhập một tệp kế hoạch: memberstat import plans TỆP",
			"there is no plan yet; import a file of plans: memberstat import plans FILE");
	*plan = search->best;
	plan->in_force = search->in_force[plan->built_in];
	return STATUS_DONE;
}

enum status plan_choose(struct db *db, const char *code, int day, bool needed, struct plan *plan,
	struct error *error)
{
	struct search search = {.lang = error->lang};
	enum status status = walk(db, code, day, &search, error);

	if (status == STATUS_DONE)
		status = settle(&search, code, needed, plan, error);
	buf_release(&search.all);
	return status;
}

enum status plan_built_in_unit(struct db *db, struct buf *code, struct error *error)
{
	sqlite3_stmt *statement = db_statement(db, SQL_STMT_PLAN_BUILT_IN_UNIT, error);
	enum status status;

	if (statement == NULL)
		return error_status(error);
	if (db_row(db, statement, &status, error))
		buf_puts(code, (const char *)sqlite3_column_text(statement, 0));
	sqlite3_reset(statement);
	return status;
}
