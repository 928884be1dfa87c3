#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/choice.h"
#include "cli/command.h"
#include "cli/database.h"
#include "cli/query_options.h"
#include "base/date.h"
#include "report/monthly.h"
#include "report/plan_note.h"
#include "cli/document.h"
#include "report/report.h"
#include "cli/topics.h"

/* The argument that means all reports. */
static const char all_reports[] = "all";
static const struct label about_all =
	L("các báo cáo trên, gộp vào một tài liệu (html, xlsx, markdown, table)",
		"the reports above in one document (html, xlsx, markdown, table)");

static enum status list_reports(enum lang lang)
{
	size_t i;

	for (i = 0; i < report_count; i++)
		printf("%-10s  %s\n", reports[i].name, label_in(reports[i].about, lang));
	printf("%-10s  %s\n", all_reports, label_in(about_all, lang));
	return STATUS_DONE;
}

static enum status unknown_report(const char *name, struct error *error)
{
	return choice_refuse((struct label)L("báo cáo", "report"), name, cmd_report.words, error);
}

/* Does the report take the option? All reports together (NULL) take what any of them takes, but not
 * --by: they hold a structure for each field. */
static bool taken(const struct report *report, enum option option)
{
	size_t i;

	if (report)
		return report->takes & query_part_of(option);
	for (i = 0; i < report_count; i++)
		if (option != OPTION_BY && reports[i].takes & query_part_of(option))
			return true;
	return false;
}

/* Refuses options that only other reports take, which would be ignored. report is NULL for all
 * reports. */
static enum status check_options(
	const struct report *report, const struct request *request, struct error *error)
{
	static const enum option own[] = {OPTION_DEPTH, OPTION_PLAN, OPTION_YEAR, OPTION_ALL,
		OPTION_BY, OPTION_OF, OPTION_EVERY, OPTION_WITHIN, OPTION_MONTHS, OPTION_COMPARE,
		OPTION_SORT, OPTION_FROM, OPTION_TO};
	size_t i;

	for (i = 0; i < sizeof own / sizeof own[0]; i++)
		if (request_has(request, own[i]) && !taken(report, own[i]))
			return error_set(error, STATUS_USAGE, "báo cáo %s không có tùy chọn --%s",
				"the report %s does not take --%s",
				report ? report->name : all_reports, option_table[own[i]].name);
	if (report && report->takes & QUERY_BY && !request_has(request, OPTION_BY))
		return error_set(error, STATUS_USAGE, "báo cáo %s cần --by TIÊU_CHÍ: %s",
			"the report %s needs --by FIELD: %s", report->name,
			option_table[OPTION_BY].choices);
	return STATUS_DONE;
}

/* Names the reports that the document lacks, so that nobody misses them unawares. */
static void tell_left_out(const struct buf *names, enum lang lang)
{
	if (names->len == 0)
		return;
	fprintf(stderr,
		lang == LANG_VI ? PROGRAM ": chưa có kế hoạch nào nên bỏ qua: %s\n"
				: PROGRAM ": there is no plan, so these are left out: %s\n",
		names->data);
}

/* What the notes below the report say of the plan, for those who read it in another form. */
static enum status tell_plan(
	struct db *db, const struct plan *plan, const struct query *query, struct error *error)
{
	struct buf notes = {0};
	enum status status = plan_note(db, plan, query->as_of, query->lang, &notes, error);

	for (size_t at = 0; status == STATUS_DONE && at < notes.len;
		at += strlen(notes.data + at) + 1)
		fprintf(stderr, PROGRAM ": %s\n", notes.data + at);
	buf_release(&notes);
	return status;
}

static enum status give_all(
	struct db *db, const struct query *asked, struct document *document, struct error *error)
{
	struct buf left_out = {0};
	struct plan plan = {0};
	enum status status = plan_choose(db, asked->plan, asked->as_of, false, &plan, error);
	size_t i;

	for (i = 0; i < monthly_count && status == STATUS_DONE; i++) {
		const struct report *report = monthly_report(&monthly[i], &plan);
		struct query query = monthly_query(&monthly[i], asked, &plan);

		if (monthly[i].file_only)
			continue;
		if (report)
			status = report_run(
				db, report, &query, document->renderer, &document->output, error);
		else
			buf_printf(&left_out, "%s%s", left_out.len ? ", " : "", monthly[i].report);
	}
	if (status == STATUS_DONE)
		status = tell_plan(db, &plan, asked, error);
	if (status == STATUS_DONE)
		tell_left_out(&left_out, asked->lang);
	buf_release(&left_out);
	return status;
}

static enum status refuse_single(const struct renderer *renderer, struct error *error)
{
	return error_set(error, STATUS_USAGE,
		"%s chỉ chứa được một bảng: với report all hãy chọn --format html, xlsx, markdown "
		"hoặc table; để có mỗi báo cáo một tệp, hãy dùng memberstat export --month YYYY-MM "
		"--dir DIR",
		"%s holds one table only: for report all choose --format html, xlsx, markdown or "
		"table; for a file for each report use memberstat export --month YYYY-MM --dir DIR",
		renderer->name);
}

static enum status give_one(struct db *db, const struct report *report, const struct query *query,
	struct document *document, struct error *error)
{
	struct plan plan = {0};

	if (report_run(db, report, query, document->renderer, &document->output, error) !=
			STATUS_DONE ||
		(report->use & (REPORT_PLAN | REPORT_PLAN_NEEDED) &&
			plan_choose(db, query->plan, query->as_of, false, &plan, error) !=
				STATUS_DONE))
		return error_status(error);
	return tell_plan(db, &plan, query, error);
}

/* Writes one report, or all of them (NULL), as a document. */
static enum status run_on_page(struct db *db, const struct report *report,
	const struct query *query, const struct request *request, struct error *error)
{
	struct document document;
	enum status status = document_open(&document, request, error);

	if (status != STATUS_DONE)
		return status;
	if (report)
		status = give_one(db, report, query, &document, error);
	else if (document.renderer->many)
		status = give_all(db, query, &document, error);
	else
		status = refuse_single(document.renderer, error);
	return document_close(&document, status, error);
}

static enum status run(const struct request *request, struct error *error)
{
	const struct report *report;
	struct query query;
	enum status status;
	struct db db;

	if (request->argument_count == 0)
		return list_reports(request->lang);
	report = report_find(request->arguments[0]);
	if (report == NULL && strcmp(request->arguments[0], all_reports) != 0)
		return unknown_report(request->arguments[0], error);
	if (request->argument_count > 1)
		return error_set(
			error, STATUS_USAGE, "mỗi lần chỉ một báo cáo", "one report at a time");
	if (check_options(report, request, error) != STATUS_DONE ||
		query_read(&query, request, error) != STATUS_DONE)
		return error_status(error);
	if ((status = database_open(request, DB_READ, &db, error)) == STATUS_DONE &&
		(status = db_snapshot(&db, error)) == STATUS_DONE)
		status = run_on_page(&db, report, &query, request, error);
	db_close(&db, true);
	return status;
}

static const enum option options[] = {OPTION_AS_OF, OPTION_UNIT, OPTION_TREE, OPTION_DEPTH,
	OPTION_PLAN, OPTION_YEAR, OPTION_ALL, OPTION_FROM, OPTION_TO, OPTION_COMPARE, OPTION_BY,
	OPTION_OF, OPTION_EVERY, OPTION_WITHIN, OPTION_MONTHS, OPTION_SORT, OPTION_FORMAT,
	OPTION_OUTPUT, OPTION_EXCEL, OPTION_NO_GUARD, OPTION_END};

static const struct example examples[] = {
	{L("Tổng hợp tháng 4/2022", "The summary of April 2022"),
		PROGRAM " report summary --as-of 2022-04-30"},
	{L("Tỷ lệ của từng chi bộ trong một xã", "The ratio of every cell in one commune"),
		PROGRAM " report ratio --unit 30040 --depth all"},
	{L("Đảng viên nữ, nam, mở bằng Excel", "Women and men, to open in Excel"),
		PROGRAM " report structure --by gender --excel -o nam-nu.csv"},
	{L("Tăng, giảm từ đầu năm, so với cùng kỳ", "The year so far, against last year's"),
		PROGRAM " report movement --to 2022-06-30 --compare last-year"},
	{L("Một trang cho cấp ủy: mọi báo cáo, có biểu đồ",
		 "A page for the committee: all reports, with charts"),
		PROGRAM " report all --as-of 2022-04-30 -o thang-4.html"},
	{.line = NULL},
};

const struct command cmd_report = {
	.name = "report",
	.summary = L("in một báo cáo", "print one report"),
	.usage = "[NAME]",
	.options = options,
	.text = L(
		"Không nêu tên thì liệt kê các báo cáo. Mỗi dòng tính đơn vị đó và mọi đơn vị trực "
		"thuộc. Số liệu tính đến ngày --as-of (mặc định là hôm nay), ngày đó luôn được ghi "
		"lại.",
		"Without a name it lists the reports. Every row counts the unit and all units "
		"below it. Figures are as of --as-of (today unless given), which is always "
		"echoed."),
	.examples = examples,
	.topics = topics_report,
	.words = "summary|ratio|progress|movement|structure|trend|probation|idle|forecast|all",
	.run = run,
};
