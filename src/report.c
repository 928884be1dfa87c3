#include "report.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "date.h"
#include "plans.h"
#include "rows.h"
#include "units.h"

#define PARAMETERS_MAX 12

/* A report being run. */
struct run {
	struct db *db;
	const struct report *report;
	const struct question *question;
	int64_t unit; /* id of the scope */
	char unit_code[160];
	struct plan plan;
	int from, to;            /* the period: of the question, the plan's term or the year */
	struct column *columns;  /* the report's, with the book that --by chose */
	struct parameter parameters[PARAMETERS_MAX];
	size_t parameter_count;
	char from_text[11], to_text[11];
};

const struct report *report_find(const char *name)
{
	size_t i;

	for (i = 0; i < report_count; i++)
		if (strcmp(reports[i].name, name) == 0)
			return &reports[i];
	return NULL;
}

/* --- the question ------------------------------------------------------------------------------ */

static enum status find_scope(struct run *run, struct error *error)
{
	const char *code = run->question->unit;
	struct unit_found found;
	struct buf text = {0};

	if ((code ? units_find(run->db, code, &found, error)
		  : units_root(run->db, &found, error)) != STATUS_DONE)
		return error->status;
	if (found.count > 1)
		return error_set(error, STATUS_USAGE,
			"--unit %s: nhiều đơn vị cùng tên (%s, %s…); hãy dùng mã",
			"--unit %s: several units have this name (%s, %s…); use the code", code,
			found.codes[0], found.codes[1]);
	if (found.count == 0 && code)
		return error_set(error, STATUS_USAGE,
			"--unit %s: không có đơn vị này; xem các mã: memberstat list units",
			"--unit %s: there is no such unit; see the codes: memberstat list units", code);
	if (found.count == 0)
		return error_set(error, STATUS_FAILED,
			"chưa có đơn vị nào; hãy nhập danh sách đơn vị: memberstat import units TỆP",
			"there are no units yet; import them: memberstat import units FILE");
	run->unit = found.id;
	units_write_code(run->db, found.id, &text);
	memcpy(run->unit_code, buf_text(&text), text.len + 1);
	buf_release(&text);
	return STATUS_DONE;
}

static enum status find_plan(struct run *run, struct error *error)
{
	unsigned use = run->report->use;

	if (!(use & (REPORT_PLAN | REPORT_PLAN_NEEDED)))
		return STATUS_DONE;
	return plan_choose(run->db, run->question->plan, run->question->as_of,
		(use & REPORT_PLAN_NEEDED) != 0, &run->plan, error);
}

static void find_period(struct run *run)
{
	run->from = run->question->from;
	run->to = run->question->to;
	if (run->report->use & REPORT_PERIOD)
		return;
	run->from = run->plan.from;
	run->to = run->plan.to;
	if (run->question->year) {
		run->from = date_day(run->question->year, 1, 1);
		run->to = date_day(run->question->year, 12, 31);
	}
}

static void bind_question(const struct run *run, sqlite3_stmt *statement)
{
	const struct question *question = run->question;

	db_bind_int(statement, ":as_of",
		run->report->use & REPORT_PERIOD ? question->to : question->as_of);
	db_bind_int(statement, ":unit", run->unit);
	db_bind_int(statement, ":depth", question->depth);
	db_bind_int(statement, ":all", question->all);
	db_bind_text(statement, ":by", question->by);
	db_bind_text(statement, ":of", question->of);
	db_bind_text(statement, ":every", question->every);
	db_bind_text(statement, ":sort", question->sort);
	db_bind_int(statement, ":months", question->months);
	if (question->within >= 0)
		db_bind_int(statement, ":within", question->within);
	if (run->plan.known) {
		db_bind_text(statement, ":plan", run->plan.code);
		db_bind_int(statement, ":plan_from", run->plan.from);
		db_bind_int(statement, ":plan_to", run->plan.to);
	}
	if (run->plan.known || run->question->year || run->report->use & REPORT_PERIOD) {
		db_bind_int(statement, ":from", run->from);
		db_bind_int(statement, ":to", run->to);
	}
}

static enum status fill_scope(struct run *run, struct error *error)
{
	static const enum sql steps[] = {SQL_STMT_SCOPE_LISTED, SQL_STMT_SCOPE_BELOW};
	size_t i;

	if (db_run(run->db, SQL_STMT_SCOPE_TABLES, error) != STATUS_DONE)
		return error->status;
	for (i = 0; i < sizeof steps / sizeof steps[0]; i++) {
		sqlite3_stmt *statement = db_statement(run->db, steps[i], error);

		if (statement == NULL)
			return error->status;
		bind_question(run, statement);
		db_bind_int(statement, ":depth", run->report->depth ? run->question->depth : 0);
		if (db_step(run->db, statement, error) != STATUS_DONE)
			return error->status;
	}
	return STATUS_DONE;
}

/* --- what the sheet says of it ----------------------------------------------------------------- */

static void add_text(struct run *run, const char *name, const char *text)
{
	run->parameters[run->parameter_count++] =
		(struct parameter){.name = name, .type = PARAMETER_TEXT, .text = text};
}

static void add_number(struct run *run, const char *name, int64_t number)
{
	run->parameters[run->parameter_count++] =
		(struct parameter){.name = name, .type = PARAMETER_NUMBER, .number = number};
}

bool report_takes(const struct report *report, enum option option)
{
	const enum option *taken = report->options;

	while (*taken != OPTION_END && *taken != option)
		taken++;
	return *taken == option;
}

/* The options in force: those that the report takes, with their defaults. */
static void list_parameters(struct run *run)
{
	const struct question *question = run->question;
	const struct report *report = run->report;

	add_text(run, "unit", run->unit_code);
	if (report_takes(report, OPTION_DEPTH)) {
		if (question->depth == INT_MAX)
			add_text(run, "depth", "all");
		else
			add_number(run, "depth", question->depth);
	}
	if (run->plan.known)
		add_text(run, "plan", run->plan.code);
	if (question->year && report_takes(report, OPTION_YEAR))
		add_number(run, "year", question->year);
	if (report->use & REPORT_PERIOD &&
		(!report_takes(report, OPTION_OF) || strcmp(question->of, "admitted") == 0)) {
		date_write(run->from, run->from_text);
		date_write(run->to, run->to_text);
		add_text(run, "from", run->from_text);
		add_text(run, "to", run->to_text);
	}
	if (report_takes(report, OPTION_BY))
		add_text(run, "by", question->by);
	if (report_takes(report, OPTION_OF))
		add_text(run, "of", question->of);
	if (report_takes(report, OPTION_EVERY))
		add_text(run, "every", question->every);
	if (report_takes(report, OPTION_MONTHS))
		add_number(run, "months", question->months);
	if (report_takes(report, OPTION_WITHIN) && question->within >= 0)
		add_number(run, "within", question->within);
	if (question->all && report_takes(report, OPTION_ALL))
		run->parameters[run->parameter_count++] =
			(struct parameter){.name = "all", .type = PARAMETER_FLAG, .number = 1};
}

/* --- rows -------------------------------------------------------------------------------------- */

/* The number in the column with this key; false when the report has none or it is empty. */
static bool number_of(const struct report *report, const struct cell *cells, const char *key,
	int64_t *number)
{
	size_t i;

	for (i = 0; i < report->count; i++) {
		if (strcmp(report->columns[i].key, key) != 0 || cells[i].type != CELL_NUMBER)
			continue;
		*number = cells[i].number;
		return true;
	}
	return false;
}

/* opening + increase - decrease = closing, for every row that has them: a report that does not close
 * is not printed. */
static enum status check_closes(
	const struct report *report, const struct cell *cells, struct error *error)
{
	int64_t opening, increase, decrease, closing;
	struct buf row = {0};

	if (!number_of(report, cells, "opening", &opening) ||
		!number_of(report, cells, "increase", &increase) ||
		!number_of(report, cells, "decrease", &decrease) ||
		!number_of(report, cells, "closing", &closing) ||
		opening + increase - decrease == closing)
		return STATUS_DONE;
	cell_machine(&row, &report->columns[report->depth ? 1 : 0], &cells[report->depth ? 1 : 0]);
	error_set(error, STATUS_FAILED,
		"%s: đầu kỳ %lld + tăng %lld − giảm %lld không bằng cuối kỳ %lld; hãy chạy memberstat check",
		"%s: opening %lld + increase %lld − decrease %lld is not closing %lld; run memberstat check",
		buf_text(&row), (long long)opening, (long long)increase, (long long)decrease,
		(long long)closing);
	buf_release(&row);
	return error->status;
}

static enum status give_rows(struct run *run, sqlite3_stmt *statement,
	const struct renderer *renderer, struct output *output, struct error *error)
{
	struct cell *cells = memory_get(run->report->count * sizeof *cells);
	enum status status;
	size_t i;

	while (db_row(run->db, statement, &status, error)) {
		for (i = 0; i < run->report->count; i++)
			cells[i] = row_cell(&run->columns[i], statement, (int)i);
		status = check_closes(run->report, cells, error);
		if (status == STATUS_DONE)
			status = renderer->row(output, cells, error);
		if (status != STATUS_DONE)
			break;
	}
	sqlite3_reset(statement);
	free(cells);
	return status;
}

/* --- notes ------------------------------------------------------------------------------------- */

#define NOTES_MAX 8

static enum status give_notes(struct run *run, const struct renderer *renderer,
	struct output *output, struct error *error)
{
	const char *notes[NOTES_MAX + 1] = {NULL};
	struct buf paragraphs = {0};
	enum status status = STATUS_DONE;
	sqlite3_stmt *statement;
	size_t i = 0, at;

	if (run->report->notes) {
		statement = db_statement(run->db, run->report->notes_sql, error);
		if (statement == NULL)
			return error->status;
		bind_question(run, statement);
		if (db_row(run->db, statement, &status, error))
			run->report->notes(statement, run->question->lang, &paragraphs);
		sqlite3_reset(statement);
	}
	for (at = 0; at < paragraphs.len && i < NOTES_MAX; at += strlen(paragraphs.data + at) + 1)
		notes[i++] = paragraphs.data + at;
	if (status == STATUS_DONE)
		status = renderer->end(output, i ? notes : NULL, error);
	buf_release(&paragraphs);
	return status;
}

/* --- running ----------------------------------------------------------------------------------- */

/* The columns, the first of a structure report with the book of what it is grouped by. */
static void choose_columns(struct run *run)
{
	size_t size = run->report->count * sizeof *run->columns;

	run->columns = memory_get(size);
	memcpy(run->columns, run->report->columns, size);
	if (report_takes(run->report, OPTION_BY))
		run->columns[0].book = structure_book(run->question->by);
}

static enum status give_sheet(struct run *run, const struct renderer *renderer,
	struct output *output, struct error *error)
{
	struct sheet sheet = {
		.name = run->report->name,
		.title = run->report->title,
		.as_of = run->report->use & REPORT_PERIOD ? run->question->to : run->question->as_of,
		.columns = run->columns,
		.count = run->report->count,
		.parameters = run->parameters,
		.parameter_count = run->parameter_count,
		.chart = run->report->chart,
		.one_row = run->report->one_row,
	};
	sqlite3_stmt *statement = db_statement(run->db, run->report->sql, error);
	enum status status;

	if (statement == NULL)
		return error->status;
	bind_question(run, statement);
	status = renderer->begin(output, &sheet, error);
	if (status == STATUS_DONE)
		status = give_rows(run, statement, renderer, output, error);
	return status == STATUS_DONE ? give_notes(run, renderer, output, error) : status;
}

enum status report_run(struct db *db, const struct report *report, const struct question *question,
	const struct renderer *renderer, struct output *output, struct error *error)
{
	struct run run = {.db = db, .report = report, .question = question};
	enum status status;

	if ((status = find_scope(&run, error)) != STATUS_DONE ||
		(status = find_plan(&run, error)) != STATUS_DONE)
		return status;
	find_period(&run);
	if ((status = fill_scope(&run, error)) != STATUS_DONE)
		return status;
	list_parameters(&run);
	choose_columns(&run);
	status = give_sheet(&run, renderer, output, error);
	free(run.columns);
	return status;
}
