#include "report/report.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "report/compare.h"
#include "report/plan_note.h"
#include "base/date.h"
#include "store/plans.h"
#include "report/statement_rows.h"
#include "store/units.h"

#define PARAMETERS_MAX 16

/* A report that is being run. */
struct run {
	struct db *db;
	const struct report *report;
	const struct query *query;
	struct unit_scope scope;
	struct plan plan;
	int from, to;            /* the period: of the query, the term of the plan, or the year */
	struct column *columns;  /* those of the report, with the code list that --by chose */
	struct compare *compare; /* NULL without --compare */
	struct buf title;
	struct parameter parameters[PARAMETERS_MAX];
	size_t parameter_count;
	char from_text[11], to_text[11], tree_text[11];
	const struct renderer *renderer;
	struct output *output;
};

const struct report *report_find(const char *name)
{
	size_t i;

	for (i = 0; i < report_count; i++)
		if (strcmp(reports[i].name, name) == 0)
			return &reports[i];
	return NULL;
}

/* --- the query ----------------------------------------------------------------------------- */

static enum status find_plan(struct run *run, struct error *error)
{
	unsigned use = run->report->use;

	if (!(use & (REPORT_PLAN | REPORT_PLAN_NEEDED)))
		return STATUS_DONE;
	if (plan_choose(run->db, run->query->plan, run->query->as_of,
		    (use & REPORT_PLAN_NEEDED) != 0, &run->plan, error) != STATUS_DONE)
		return error_status(error);
	if (run->query->plans_in_force > 0)
		run->plan.in_force = run->query->plans_in_force;
	return STATUS_DONE;
}

static void find_period(struct run *run)
{
	run->from = run->query->from;
	run->to = run->query->to;
	if (run->report->use & REPORT_PERIOD)
		return;
	run->from = run->plan.from;
	run->to = run->plan.to;
	if (run->query->year) {
		run->from = date_day(run->query->year, 1, 1);
		run->to = date_day(run->query->year, 12, 31);
	}
}

/* The date of the figures: --to in period reports. */
static int last_day(const struct run *run)
{
	return run->report->use & REPORT_PERIOD ? run->query->to : run->query->as_of;
}

/* The day whose names, kinds and levels are shown. */
static int shown_day(const struct run *run)
{
	return run->query->on_tree ? run->query->tree : last_day(run);
}

static void bind_query(const struct run *run, sqlite3_stmt *statement)
{
	const struct query *query = run->query;

	db_bind_int(statement, ":as_of", last_day(run));
	db_bind_int(statement, ":unit", run->scope.unit);
	db_bind_int(statement, ":counted", run->scope.counted);
	db_bind_int(statement, ":shown", shown_day(run));
	if (query->on_tree)
		db_bind_int(statement, ":tree", query->tree);
	db_bind_int(statement, ":depth",
		run->report->takes & QUERY_DEPTH ? query->depth : run->report->depth);
	db_bind_int(statement, ":all", query->all);
	db_bind_text(statement, ":by", query->by);
	db_bind_text(statement, ":of", query->of);
	db_bind_text(statement, ":every", query->every);
	db_bind_text(statement, ":sort", query->sort);
	db_bind_int(statement, ":months", query->months);
	if (query->within >= 0)
		db_bind_int(statement, ":within", query->within);
	if (run->plan.known) {
		db_bind_text(statement, ":plan", run->plan.code);
		db_bind_int(statement, ":plan_from", run->plan.from);
		db_bind_int(statement, ":plan_to", run->plan.to);
	}
	if (run->plan.known || run->query->year || run->report->use & REPORT_PERIOD) {
		db_bind_int(statement, ":from", run->from);
		db_bind_int(statement, ":to", run->to);
	}
}

static enum status fill_scope(struct run *run, struct error *error)
{
	unsigned use = run->report->use;
	sqlite3_stmt *statement;

	if (!(use & (REPORT_LISTED | REPORT_BELOW)))
		return STATUS_DONE;
	if (db_run(run->db, SQL_STMT_SCOPE_TABLES, error) != STATUS_DONE)
		return error_status(error);
	statement = db_statement(
		run->db, use & REPORT_LISTED ? SQL_STMT_SCOPE_LISTED : SQL_STMT_SCOPE_BELOW, error);
	if (statement == NULL)
		return error_status(error);
	bind_query(run, statement);
	return db_step(run->db, statement, error);
}

/* --- the parameters of the sheet ------------------------------------------------------------- */

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

/* Lists the options in force: those that the report takes, with their defaults. */
static void list_parameters(struct run *run)
{
	const struct query *query = run->query;
	const struct report *report = run->report;

	add_text(run, "unit", buf_text(&run->scope.code));
	if (query->on_tree) {
		date_write(query->tree, run->tree_text);
		add_text(run, "tree", run->tree_text);
	}
	if (report->takes & QUERY_DEPTH) {
		if (query->depth == INT_MAX)
			add_text(run, "depth", "all");
		else
			add_number(run, "depth", query->depth);
	}
	if (run->plan.known)
		add_text(run, "plan", run->plan.code);
	if (query->year && report->takes & QUERY_YEAR)
		add_number(run, "year", query->year);
	if (report->use & REPORT_PERIOD &&
		(!(report->takes & QUERY_OF) || strcmp(query->of, "admitted") == 0)) {
		date_write(run->from, run->from_text);
		date_write(run->to, run->to_text);
		add_text(run, "from", run->from_text);
		add_text(run, "to", run->to_text);
	}
	if (report->takes & QUERY_BY)
		add_text(run, "by", query->by);
	if (report->takes & QUERY_OF)
		add_text(run, "of", query->of);
	if (report->takes & QUERY_EVERY)
		add_text(run, "every", query->every);
	if (report->takes & QUERY_MONTHS)
		add_number(run, "months", query->months);
	if (report->takes & QUERY_WITHIN && query->within >= 0)
		add_number(run, "within", query->within);
	if (report->takes & QUERY_SORT)
		add_text(run, "sort", query->sort);
	if (query->all && report->takes & QUERY_ALL)
		run->parameters[run->parameter_count++] =
			(struct parameter){.name = "all", .type = PARAMETER_FLAG, .number = 1};
	if (run->compare)
		add_text(run, "compare", "last-year");
}

/* --- rows ------------------------------------------------------------------------------------ */

/* Gives the number in the column with this key. False when there is no such column or its cell is
 * empty. */
static bool number_of(
	const struct report *report, const struct cell *cells, const char *key, int64_t *number)
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

/* Checks that opening + increase - decrease = closing, in a row that has these columns.
 * STATUS_FAILED when it does not close. */
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
		"%s: đầu kỳ %lld + tăng %lld − giảm %lld không bằng cuối kỳ %lld; hãy chạy "
		"memberstat check",
		"%s: opening %lld + increase %lld − decrease %lld is not closing %lld; run "
		"memberstat check",
		buf_text(&row), (long long)opening, (long long)increase, (long long)decrease,
		(long long)closing);
	buf_release(&row);
	return error_status(error);
}

/* Where the rows go: to the renderer, or to the comparison as rows of now or of a year before. */
enum target { TARGET_PAGE, TARGET_NOW, TARGET_BEFORE };

static enum status take_row(
	const struct run *run, enum target target, const struct cell *cells, struct error *error)
{
	if (check_closes(run->report, cells, error) != STATUS_DONE)
		return error_status(error);
	if (target == TARGET_BEFORE)
		compare_before(run->compare, cells);
	else if (target == TARGET_NOW)
		compare_now(run->compare, cells);
	else if (run->renderer->row(run->output, cells, error) != STATUS_DONE)
		return error_status(error);
	else
		run->output->rows++;
	return STATUS_DONE;
}

static enum status read_rows(const struct run *run, enum target target, struct error *error)
{
	sqlite3_stmt *statement = db_statement(run->db, run->report->sql, error);
	struct cell *cells;
	enum status status;
	size_t i;

	if (statement == NULL)
		return error_status(error);
	bind_query(run, statement);
	cells = memory_get(run->report->count * sizeof *cells);
	while (db_row(run->db, statement, &status, error)) {
		for (i = 0; i < run->report->count; i++)
			cells[i] = statement_cell(&run->columns[i], statement, (int)i);
		status = take_row(run, target, cells, error);
		if (status != STATUS_DONE)
			break;
	}
	sqlite3_reset(statement);
	free(cells);
	return status;
}

/* Runs the same report for the same period a year before. */
static enum status read_year_before(const struct run *run, struct error *error)
{
	struct query query = *run->query;
	struct run before = *run;

	query.from = before.from = compare_first(query.from);
	query.to = before.to = compare_last(query.to);
	before.query = &query;
	return read_rows(&before, TARGET_BEFORE, error);
}

static enum status give_rows(const struct run *run, struct error *error)
{
	if (run->compare == NULL)
		return read_rows(run, TARGET_PAGE, error);
	if (read_year_before(run, error) != STATUS_DONE ||
		read_rows(run, TARGET_NOW, error) != STATUS_DONE)
		return error_status(error);
	return compare_give(run->compare, run->renderer, run->output, error);
}

/* --- notes ----------------------------------------------------------------------------------- */

#define NOTES_MAX 8

static enum status give_notes(const struct run *run, struct error *error)
{
	const char *notes[NOTES_MAX + 1] = {NULL};
	struct buf paragraphs = {0};
	enum status status = STATUS_DONE;
	sqlite3_stmt *statement;
	size_t i = 0, at;

	if (plan_note(run->db, &run->plan, run->query->as_of, run->query->lang, &paragraphs,
		    error) != STATUS_DONE) {
		buf_release(&paragraphs);
		return error_status(error);
	}
	if (run->report->notes) {
		statement = db_statement(run->db, run->report->notes_sql, error);
		if (statement == NULL)
			return error_status(error);
		bind_query(run, statement);
		if (db_row(run->db, statement, &status, error))
			run->report->notes(statement, run->query->lang, &paragraphs);
		sqlite3_reset(statement);
	}
	for (at = 0; at < paragraphs.len && i < NOTES_MAX; at += strlen(paragraphs.data + at) + 1)
		notes[i++] = paragraphs.data + at;
	if (status == STATUS_DONE)
		status = run->renderer->end(run->output, i ? notes : NULL, error);
	buf_release(&paragraphs);
	return status;
}

/* --- running --------------------------------------------------------------------------------- */

static const struct structure_field *field_of(const struct run *run)
{
	return run->report->takes & QUERY_BY ? structure_field(run->query->by) : NULL;
}

/* Sets the columns. In the report structure the first one gets the code list of the field. */
static void choose_columns(struct run *run)
{
	const struct structure_field *field = field_of(run);
	size_t size = run->report->count * sizeof *run->columns;

	run->columns = memory_get(size);
	memcpy(run->columns, run->report->columns, size);
	if (field)
		run->columns[0].codes = field->codes;
	if (run->query->compare && run->report->use & REPORT_COMPARE)
		run->compare = compare_new(run->columns, run->report->count, run->report->pair,
			(run->report->use & REPORT_GROUPS) != 0);
}

/* The title; of the report structure with the field, in the language of the query. */
static struct label title_of(struct run *run)
{
	static const struct label members = L("Cơ cấu đảng viên", "Members");
	static const struct label admitted = L("Cơ cấu đảng viên mới kết nạp", "Admitted");
	const struct structure_field *field = field_of(run);
	enum lang lang = run->query->lang;
	bool of_admitted = strcmp(run->query->of, "admitted") == 0;

	if (run->query->title.en)
		return run->query->title;
	if (field == NULL)
		return run->report->title;
	buf_printf(&run->title, "%s%s", label_in(of_admitted ? admitted : members, lang),
		label_in(field->title, lang));
	return (struct label){.vi = buf_text(&run->title), .en = buf_text(&run->title)};
}

static struct sheet sheet_of(struct run *run)
{
	const struct structure_field *field = field_of(run);
	struct sheet sheet = {
		.name = run->report->name,
		.id = run->query->id,
		.title = title_of(run),
		.as_of = last_day(run),
		.columns = run->columns,
		.count = run->report->count,
		.parameters = run->parameters,
		.parameter_count = run->parameter_count,
		.chart = field ? field->chart : run->report->chart,
		.one_row = run->report->one_row,
	};

	if (run->compare)
		sheet.columns = compare_columns(run->compare, &sheet.count);
	return sheet;
}

static enum status give_sheet(struct run *run, struct error *error)
{
	const struct sheet sheet = sheet_of(run);

	run->output->rows = 0;
	if (run->renderer->begin(run->output, &sheet, error) != STATUS_DONE ||
		give_rows(run, error) != STATUS_DONE)
		return error_status(error);
	return give_notes(run, error);
}

/* Gives the picture with rows of its own to the renderer, when it draws. */
static enum status give_picture(struct run *run, struct error *error)
{
	const struct structure_field *field = field_of(run);
	const struct picture *picture = field ? field->picture : run->report->picture;
	struct sheet sheet = sheet_of(run);
	sqlite3_stmt *statement;

	if (picture == NULL || !run->renderer->draws)
		return STATUS_DONE;
	statement = db_statement(run->db, picture->sql, error);
	if (statement == NULL)
		return error_status(error);
	bind_query(run, statement);
	sheet.name = sheet.id = picture->name;
	sheet.title = picture->title;
	sheet.columns = picture->columns;
	sheet.count = picture->count;
	sheet.chart = picture->chart;
	sheet.picture = true;
	return statement_rows_give(run->db, statement, &sheet, run->renderer, run->output, error);
}

enum status report_run(struct db *db, const struct report *report, const struct query *query,
	const struct renderer *renderer, struct output *output, struct error *error)
{
	struct run run = {
		.db = db, .report = report, .query = query, .renderer = renderer, .output = output};
	enum status status;

	if ((status = units_scope(db, query->unit, shown_day(&run), &run.scope, error)) ==
			STATUS_DONE &&
		(status = find_plan(&run, error)) == STATUS_DONE) {
		find_period(&run);
		status = fill_scope(&run, error);
	}
	if (status == STATUS_DONE) {
		choose_columns(&run);
		list_parameters(&run);
		status = give_sheet(&run, error);
	}
	if (status == STATUS_DONE)
		status = give_picture(&run, error);
	compare_free(run.compare);
	free(run.columns);
	buf_release(&run.title);
	buf_release(&run.scope.code);
	return status;
}
