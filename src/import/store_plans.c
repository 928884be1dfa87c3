/* The record store of plans. */
#include "import/row_store.h"

#include "base/date.h"

/* A plan without a unit is for the root. While there is no root, only the built-in plan can be
 * meant. */
static void plan_rules(struct import *import, const struct record *merged, bool stored)
{
	char to[11];

	if (merged->values[PLAN_UNIT].number == 0 && !stored)
		findings_add(&import->row, merged->line, "unit", FINDING_REQUIRED, NULL,
			"thiếu mã đơn vị, và chưa có đơn vị gốc nào để thay thế",
			"the unit is missing, and there is no root yet to stand for it");
	if (merged->values[PLAN_TO].number >= merged->values[PLAN_FROM].number)
		return;
	date_write_in(import->row.lang, (int)merged->values[PLAN_TO].number, to);
	findings_add(&import->row, merged->line, "to", FINDING_ORDER, to,
		"ngày kết thúc trước ngày bắt đầu", "the plan ends before it begins");
}

static const struct row_store plan_rows = {
	.get = SQL_STMT_PLAN_GET,
	.journal = SQL_STMT_PLAN_JOURNAL,
	.put = SQL_STMT_PLAN_PUT,
	.rules = plan_rules,
};

static enum status plan_take(
	struct import *import, struct record *const *records, size_t count, struct error *error)
{
	(void)count;
	return row_store_take(import, &plan_rows, records[0], error);
}

const struct record_store store_plans = {
	.is_empty = SQL_STMT_PLAN_IS_EMPTY,
	.group = RECORD_FIELDS,
	.take = plan_take,
};
