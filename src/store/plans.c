#include "store/plans.h"

#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "base/date.h"

/* What is found in a walk over all plans. */
struct search {
	struct plan best;
	bool best_built_in;
	int matches;              /* how many are as good as the best */
	struct buf matching, all; /* codes with their terms, for messages */
};

static void add_code(struct buf *list, const struct plan *plan)
{
	char from[11], to[11];

	date_write(plan->from, from);
	date_write(plan->to, to);
	buf_printf(list, "%s%s (%s – %s)", list->len ? ", " : "", plan->code, from, to);
}

static void consider(struct search *search, const struct plan *plan, bool built_in)
{
	bool better = !search->best.known || (search->best_built_in && !built_in);

	if (!better && built_in != search->best_built_in)
		return;
	if (better) {
		buf_clear(&search->matching);
		search->best = *plan;
		search->best_built_in = built_in;
		search->matches = 0;
	}
	search->matches++;
	add_code(&search->matching, plan);
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
static void finish(
	struct search *search, const struct plan *plan, bool built_in, const char *code, int day)
{
	if (!plan->known)
		return;
	add_code(&search->all, plan);
	if (code ? strcmp(code, plan->code) == 0 : plan->from <= day && day <= plan->to)
		consider(search, plan, built_in);
}

static enum status walk(
	struct db *db, const char *code, int day, struct search *search, struct error *error)
{
	sqlite3_stmt *statement = db_statement(db, SQL_STMT_PLAN_PERIODS, error);
	struct plan plan = {.known = false};
	bool built_in = true;
	enum status status;

	if (statement == NULL)
		return error_status(error);
	while (db_row(db, statement, &status, error)) {
		const char *named = (const char *)sqlite3_column_text(statement, 0);
		int from = sqlite3_column_int(statement, 1), to = sqlite3_column_int(statement, 2);

		if (!plan.known || strcmp(named, plan.code) != 0) {
			finish(search, &plan, built_in, code, day);
			plan = (struct plan){.known = true, .from = from, .to = to};
			snprintf(plan.code, sizeof plan.code, "%s", named);
			built_in = true;
		}
		widen(&plan, from, to);
		built_in = built_in && sqlite3_column_int(statement, 3) == 1;
	}
	finish(search, &plan, built_in, code, day);
	sqlite3_reset(statement);
	return status;
}

static enum status settle(const struct search *search, const char *code, bool needed,
	struct plan *plan, struct error *error)
{
	if (search->matches > 1)
		return error_set(error, STATUS_USAGE,
			"có nhiều kế hoạch cho ngày này: %s; hãy chọn một với --plan MÃ",
			"several plans are in force on this date: %s; choose one with --plan CODE",
			buf_text(&search->matching));
	if (search->matches == 0 && code)
		return error_set(error, STATUS_USAGE, "không có kế hoạch \"%s\"; các kế hoạch: %s",
			"there is no plan \"%s\"; the plans are: %s", code, buf_text(&search->all));
	if (search->matches == 0 && needed)
		return error_set(error, STATUS_FAILED,
			"không có kế hoạch nào cho ngày này; hãy chọn một với --plan MÃ: %s",
			"no plan is in force on this date; choose one with --plan CODE: %s",
			buf_text(&search->all));
	*plan = search->best;
	return STATUS_DONE;
}

enum status plan_choose(struct db *db, const char *code, int day, bool needed, struct plan *plan,
	struct error *error)
{
	struct search search = {0};
	enum status status = walk(db, code, day, &search, error);

	if (status == STATUS_DONE)
		status = settle(&search, code, needed, plan, error);
	buf_release(&search.matching);
	buf_release(&search.all);
	return status;
}
