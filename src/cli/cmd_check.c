#include "cli/command.h"
#include "cli/database.h"
#include "cli/document.h"
#include "cli/query_options.h"
#include "report/rules.h"
#include "cli/topics.h"

static enum status check(
	struct db *db, const struct request *request, void *context, struct error *error)
{
	const struct query *query = context;
	struct rule_breaches breaches;
	struct document document;
	enum status status = db_snapshot(db, error);

	if (status != STATUS_DONE ||
		(status = document_open(&document, request, error)) != STATUS_DONE)
		return status;
	status = rules_run(db, query->as_of, document.renderer, &document.output, &breaches, error);
	status = document_close(&document, status, error);
	if (status == STATUS_DONE &&
		(breaches.errors > 0 ||
			(breaches.warnings > 0 && request_has(request, OPTION_STRICT))))
		return STATUS_BROKEN;
	return status;
}

static enum status run(const struct request *request, struct error *error)
{
	struct query query;

	if (no_arguments(request, &cmd_check, error) != STATUS_DONE ||
		query_read(&query, request, error) != STATUS_DONE)
		return error_status(error);
	return database_doubt(request, check, &query, error);
}

static const enum option options[] = {OPTION_AS_OF, OPTION_STRICT, OPTION_FORMAT, OPTION_OUTPUT,
	OPTION_EXCEL, OPTION_NO_GUARD, OPTION_END};

static const struct example examples[] = {
	{L("Những gì cần xem lại trước khi báo cáo", "What to look at before reporting"),
		PROGRAM " check --as-of 2022-04-30"},
	{L("Dừng công việc tự động khi có bất kỳ cảnh báo nào", "Stop a job on any warning"),
		PROGRAM " check --strict >kiem-tra.csv || exit"},
	{.line = NULL},
};

static const struct topic topics[] = {
	{L("Các quy tắc", "The rules"),
		L("Mức error làm lệnh kết thúc với mã 5; mức warning thì chỉ khi có --strict. Mọi "
		  "quy "
		  "tắc được xét vào ngày --as-of, với các lần sinh hoạt đã bắt đầu đến ngày đó. "
		  "Một "
		  "dòng kết quả trong csv, với các cột rule, severity, unit, member, message:\n"
		  "\n"
		  "	late_probation,warning,30037-11,474079TL,hết 12 tháng dự bị …",
			"The severity error makes the command end with status 5; warning does with "
			"--strict only. Every rule looks at --as-of and at the stays that have "
			"begun by "
			"then. One row of the output in csv, with the columns rule, severity, "
			"unit, "
			"member, message:\n"
			"\n"
			"	late_probation,warning,30037-11,474079TL,the 12 months of …"),
		.entry = topic_rules},
	{.heading = {NULL, NULL}},
};

const struct command cmd_check = {
	.name = "check",
	.summary = L("kiểm tra các quy tắc mà dữ liệu phải giữ",
		"check the rules that the data must keep"),
	.usage = "",
	.options = options,
	.text = L(
		"Mỗi dòng là một vi phạm, kèm đơn vị hoặc đảng viên. Mã thoát là 5 khi có lỗi (error); cảnh "
		"báo (warning) chỉ tính khi có --strict.",
		"Every row is a breach with its unit or member. The exit code is 5 when there is an error; "
		"warnings count with --strict only."),
	.examples = examples,
	.topics = topics,
	.run = run,
};
