#include <stdio.h>
#include <stdlib.h>

#include "choice.h"
#include "command.h"
#include "db.h"
#include "page.h"
#include "report.h"

/* The names of all reports, '|' between. */
static void report_names(struct buf *out)
{
	size_t i;

	for (i = 0; i < report_count; i++)
		buf_printf(out, "%s%s", i ? "|" : "", reports[i].name);
}

static enum status list_reports(enum lang lang)
{
	size_t i;

	for (i = 0; i < report_count; i++)
		printf("%-10s  %s\n", reports[i].name, label_in(reports[i].about, lang));
	return STATUS_DONE;
}

static enum status unknown_report(const char *name, struct error *error)
{
	struct buf names = {0};

	report_names(&names);
	choice_refuse((struct label)L("báo cáo", "report"), name, buf_text(&names), error);
	buf_release(&names);
	return error->status;
}

/* An option that is only for other reports is a mistake worth telling. */
static enum status check_options(
	const struct report *report, const struct request *request, struct error *error)
{
	static const enum option own[] = {OPTION_DEPTH, OPTION_PLAN, OPTION_YEAR, OPTION_ALL, OPTION_BY,
		OPTION_OF, OPTION_EVERY, OPTION_WITHIN, OPTION_MONTHS, OPTION_COMPARE, OPTION_SORT,
		OPTION_FROM, OPTION_TO};
	size_t i;

	for (i = 0; i < sizeof own / sizeof own[0]; i++)
		if (request_has(request, own[i]) && !report_takes(report, own[i]))
			return error_set(error, STATUS_USAGE, "báo cáo %s không có tùy chọn --%s",
				"the report %s does not take --%s", report->name, option_table[own[i]].name);
	if (report_takes(report, OPTION_BY) && !request_has(request, OPTION_BY))
		return error_set(error, STATUS_USAGE, "báo cáo %s cần --by TIÊU_CHÍ: %s",
			"the report %s needs --by FIELD: %s", report->name,
			option_table[OPTION_BY].choices);
	return STATUS_DONE;
}

static enum status run_on_page(struct db *db, const struct report *report,
	const struct question *question, const struct request *request, struct error *error)
{
	struct page page;
	enum status status = page_open(&page, request, error);

	if (status != STATUS_DONE)
		return status;
	status = report_run(db, report, question, page.renderer, &page.output, error);
	return page_close(&page, status, error);
}

static enum status run(const struct request *request, struct error *error)
{
	const struct report *report;
	struct question question;
	enum status status;
	struct db db = {0};
	char *path;

	if (request->argument_count == 0)
		return list_reports(request->lang);
	report = report_find(request->arguments[0]);
	if (report == NULL)
		return unknown_report(request->arguments[0], error);
	if (request->argument_count > 1)
		return error_set(error, STATUS_USAGE, "mỗi lần chỉ một báo cáo",
			"one report at a time");
	if (check_options(report, request, error) != STATUS_DONE ||
		question_read(&question, request, error) != STATUS_DONE ||
		(path = db_path(request_value(request, OPTION_DB), error)) == NULL)
		return error->status;
	status = db_open(&db, path, DB_READ, error);
	if (status == STATUS_DONE)
		status = run_on_page(&db, report, &question, request, error);
	db_close(&db, true);
	free(path);
	return status;
}

static const enum option options[] = {OPTION_AS_OF, OPTION_UNIT, OPTION_DEPTH, OPTION_PLAN,
	OPTION_YEAR, OPTION_ALL, OPTION_FROM, OPTION_TO, OPTION_COMPARE, OPTION_BY, OPTION_OF,
	OPTION_EVERY, OPTION_WITHIN, OPTION_MONTHS, OPTION_SORT, OPTION_FORMAT, OPTION_OUTPUT,
	OPTION_EXCEL, OPTION_NO_GUARD, OPTION_END};

static const struct example examples[] = {
	{L("Tổng hợp tháng 4/2022", "The summary of April 2022"),
		PROGRAM " report summary --as-of 2022-04-30"},
	{L("Tỷ lệ của từng chi bộ trong một xã", "The ratio of every cell in one commune"),
		PROGRAM " report ratio --unit 30040 --depth all"},
	{L("Đảng viên nữ, nam, mở bằng Excel", "Women and men, to open in Excel"),
		PROGRAM " report structure --by gender --excel -o nam-nu.csv"},
	{.line = NULL},
};

const struct command cmd_report = {
	.name = "report",
	.summary = L("in một báo cáo", "print one report"),
	.usage = "[NAME]",
	.options = options,
	.text = L("Không nêu tên thì liệt kê các báo cáo. Mỗi dòng tính đơn vị đó và mọi đơn vị trực "
		  "thuộc. Số liệu tính đến ngày --as-of (mặc định là hôm nay), ngày đó luôn được ghi lại.",
		"Without a name it lists the reports. Every row counts the unit and all units below it. "
		"Figures are as of --as-of (today unless given), which is always echoed."),
	.examples = examples,
	.words = "summary|ratio|progress|movement|structure|trend|probation|idle|forecast",
	.run = run,
};
