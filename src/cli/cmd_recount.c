#include "cli/command.h"
#include "cli/database.h"
#include "totals/totals_keep.h"

static enum status recount(
	struct db *db, const struct request *request, void *context, struct error *error)
{
	(void)request;
	(void)context;
	if (db_begin(db, error) != STATUS_DONE)
		return error_status(error);
	if (db_run(db, SQL_STMT_STAY_CARRY_ALL, error) == STATUS_DONE &&
		totals_rebuild(db, error) == STATUS_DONE)
		return db_commit(db, error);
	db_rollback(db);
	return error_status(error);
}

static enum status run(const struct request *request, struct error *error)
{
	if (no_arguments(request, &cmd_recount, error) != STATUS_DONE)
		return error_status(error);
	return database_use(request, DB_WRITE, recount, NULL, error);
}

static const enum option options[] = {OPTION_END};

static const struct example examples[] = {
	{L("Khi check báo wrong_totals", "When check names wrong_totals"),
		PROGRAM " recount && " PROGRAM " check"},
	{.line = NULL},
};

const struct command cmd_recount = {
	.name = "recount",
	.summary = L("đếm lại các số lũy kế mà báo cáo dùng",
		"count the running totals behind the reports anew"),
	.usage = "",
	.options = options,
	.text = L(
		"Để báo cáo trả lời ngay cả khi có hàng triệu đảng viên, cơ sở dữ liệu giữ sẵn số lũy kế từng "
		"ngày của đảng bộ gốc và các đảng bộ huyện, cập nhật cùng lúc với mỗi lần nhập. Lệnh check so "
		"các số này với cách đếm từng người (quy tắc wrong_totals); recount đếm lại từ đầu. Danh sách "
		"đảng viên không bị đụng đến.",
		"So that reports answer at once even with millions of members, the database keeps running "
		"totals, day by day, of the root and of the districts below it, and brings them up to date with "
		"each import. check compares them with counting everybody (rule wrong_totals); recount makes "
		"them anew. The roll itself is not touched."),
	.examples = examples,
	.run = run,
};
