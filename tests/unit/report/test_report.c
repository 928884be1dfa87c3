#include "support.h"

#include "cli/query_options.h"
#include "report/report.h"
#include "store.h"
#include "totals/totals_keep.h"

/* data/README.md section 5, word for word. Scripts depend on these lists: they only ever grow at
 * the end. */
static const struct {
	const char *name, *columns;
} defined[] = {
	{"summary",
		"as_of, unit, name, grassroots, communes, committees, base_cells, cells, members, "
		"official, probationary, population, population_as_of, ratio_percent, plan, "
		"plan_from, plan_to, target, admitted, progress_percent, remaining, "
		"ratio_target_percent, members_at_target, net_needed, superiors"},
	{"ratio", "level, unit, name, kind, members, population, population_as_of, ratio_percent, "
		  "target_percent, gap_points, members_needed"},
	{"progress",
		"level, unit, name, kind, target, admitted, progress_percent, remaining, "
		"elapsed_percent, expected, pace_per_month, needed_per_month, projected, status"},
	{"movement",
		"level, unit, name, kind, opening, admitted, readmitted, transferred_in, moved_in, "
		"restored, increase, died, expelled, removed, resigned, transferred_out, "
		"moved_out, "
		"decrease, closing, reorganised_in, reorganised_out"},
	{"structure", "group, members, percent"},
	{"trend", "period, from, to, opening, increase, decrease, closing, admitted, population, "
		  "ratio_percent"},
	{"probation",
		"member, full_name, unit, unit_name, admitted_on, due_on, days_overdue, status"},
	{"idle", "unit, name, kind, members, last_admission, months_idle"},
	{"forecast",
		"scenario, admissions, losses, members, population, ratio_percent, target_percent, "
		"gap_points, members_needed"},
};
#define DEFINED_COUNT (sizeof defined / sizeof defined[0])

/* The parameters that report.h promises to bind. */
static const char *const parameters[] = {":as_of", ":from", ":to", ":unit", ":plan", ":plan_from",
	":plan_to", ":all", ":by", ":of", ":every", ":within", ":months", ":sort", ":counted",
	":shown", ":tree", NULL};

static struct db db;

static int begin(void **state)
{
	struct error error = {.lang = LANG_EN};

	(void)state;
	store_new(&db);
	assert_int_equal(db_run(&db, SQL_STMT_SCOPE_TABLES, &error), STATUS_DONE);
	return 0;
}

static int end(void **state)
{
	(void)state;
	store_end(&db);
	return 0;
}

static sqlite3_stmt *prepare(enum sql sql)
{
	sqlite3_stmt *statement = NULL;

	if (sqlite3_prepare_v2(db.handle, sql_text(sql), -1, &statement, NULL) != SQLITE_OK)
		fail_msg("%s: %s", sql_path(sql), sqlite3_errmsg(db.handle));
	return statement;
}

static void the_reports_are_those_that_are_defined(void **state)
{
	(void)state;
	assert_int_equal(report_count, DEFINED_COUNT);
	for (size_t i = 0; i < DEFINED_COUNT; i++) {
		assert_string_equal(reports[i].name, defined[i].name);
		assert_ptr_equal(report_find(defined[i].name), &reports[i]);
		assert_non_null(strstr(cmd_report.words, defined[i].name));
	}
	assert_null(report_find("Summary"));
	assert_null(report_find(""));
}

static void columns_are_those_that_are_defined_in_that_order(void **state)
{
	(void)state;
	for (size_t i = 0; i < DEFINED_COUNT; i++) {
		struct buf keys = {0};

		for (size_t c = 0; c < reports[i].count; c++)
			buf_printf(&keys, "%s%s", c ? ", " : "", reports[i].columns[c].key);
		assert_string_equal(keys.data, defined[i].columns);
		buf_release(&keys);
	}
}

static void the_sql_gives_the_columns_in_their_order(void **state)
{
	(void)state;
	for (size_t i = 0; i < report_count; i++) {
		sqlite3_stmt *statement = prepare(reports[i].sql);

		assert_int_equal(sqlite3_column_count(statement), reports[i].count);
		for (size_t c = 0; c < reports[i].count; c++)
			assert_string_equal(
				sqlite3_column_name(statement, (int)c), reports[i].columns[c].key);
		sqlite3_finalize(statement);
	}
}

static bool is_known(const char *parameter)
{
	for (size_t i = 0; parameters[i]; i++)
		if (strcmp(parameters[i], parameter) == 0)
			return true;
	return false;
}

static void only_reads_and_asks_what_is_bound(enum sql sql)
{
	sqlite3_stmt *statement = prepare(sql);

	if (!sqlite3_stmt_readonly(statement))
		fail_msg("%s writes", sql_path(sql));
	for (int i = 1; i <= sqlite3_bind_parameter_count(statement); i++) {
		const char *parameter = sqlite3_bind_parameter_name(statement, i);

		if (parameter == NULL || !is_known(parameter))
			fail_msg("%s: parameter %s", sql_path(sql), parameter ? parameter : "?");
	}
	sqlite3_finalize(statement);
}

static void the_sql_only_reads_and_every_parameter_is_bound(void **state)
{
	(void)state;
	for (size_t i = 0; i < report_count; i++) {
		only_reads_and_asks_what_is_bound(reports[i].sql);
		if (reports[i].notes)
			only_reads_and_asks_what_is_bound(reports[i].notes_sql);
		if (reports[i].picture)
			only_reads_and_asks_what_is_bound(reports[i].picture->sql);
	}
}

static void both(const struct label *label, const char *where)
{
	if (label->vi == NULL || label->vi[0] == '\0' || label->en == NULL || label->en[0] == '\0')
		fail_msg("%s lacks a language", where);
}

static void everything_for_people_is_in_both_languages(void **state)
{
	(void)state;
	for (size_t i = 0; i < report_count; i++) {
		const struct report *report = &reports[i];

		both(&report->title, report->name);
		both(&report->about, report->name);
		for (size_t c = 0; c < report->count; c++)
			both(&report->columns[c].label, report->columns[c].key);
		for (const struct chart *chart = report->chart; chart; chart = chart->next)
			both(&chart->title, report->name);
	}
}

/* With --excel the header consists of labels only. */
static void no_two_columns_of_a_report_have_one_heading(void **state)
{
	(void)state;
	for (size_t i = 0; i < report_count; i++)
		for (size_t a = 0; a < reports[i].count; a++)
			for (size_t b = 0; b < a; b++) {
				const struct column *x = &reports[i].columns[a],
						    *y = &reports[i].columns[b];

				assert_string_not_equal(x->key, y->key);
				assert_string_not_equal(x->label.vi, y->label.vi);
				assert_string_not_equal(x->label.en, y->label.en);
			}
}

static bool has_column(const struct report *report, const char *key)
{
	for (size_t c = 0; c < report->count; c++)
		if (strcmp(report->columns[c].key, key) == 0)
			return true;
	return false;
}

static void pictures_draw_columns_that_exist(void **state)
{
	(void)state;
	for (size_t i = 0; i < report_count; i++)
		for (const struct chart *chart = reports[i].chart; chart; chart = chart->next) {
			assert_true(has_column(&reports[i], chart->across));
			for (size_t v = 0; v < 3 && chart->values[v]; v++)
				assert_true(has_column(&reports[i], chart->values[v]));
			assert_true(
				chart->second == NULL || has_column(&reports[i], chart->second));
		}
}

static void words_have_a_code_list(void **state)
{
	(void)state;
	for (size_t i = 0; i < report_count; i++)
		for (size_t c = 0; c < reports[i].count; c++)
			assert_true((reports[i].columns[c].kind == COL_WORD) ==
				    (reports[i].columns[c].codes != NULL));
}

/* The option that fills a part of a query; the command takes it. */
static void every_part_of_a_query_is_an_option_of_the_command(void **state)
{
	unsigned options = 0;

	(void)state;
	for (int option = OPTION_END + 1; option < OPTION_COUNT; option++) {
		unsigned part = query_part_of((enum option)option);

		assert_int_equal(options & part, 0);
		options |= part;
		assert_true(part == 0 || command_takes(&cmd_report, (enum option)option));
	}
	for (size_t i = 0; i < report_count; i++) {
		assert_int_equal(reports[i].takes & ~options, 0);
		/* reports by unit, and only they, have levels */
		assert_int_equal(
			(reports[i].takes & QUERY_DEPTH) != 0, has_column(&reports[i], "level"));
		assert_true(reports[i].depth == 1 || !has_column(&reports[i], "level"));
	}
}

static void every_field_of_a_structure_has_its_code_list(void **state)
{
	static const struct {
		const char *by;
		const struct code_list *codes;
	} fields[] = {{"gender", &codes_gender}, {"age", &codes_age_band},
		{"ethnicity", &codes_group}, {"religion", &codes_group},
		{"occupation", &codes_group}, {"education", &codes_group},
		{"theory", &codes_theory}, {"party_age", &codes_party_age_band},
		{"status", &codes_member_status}, {"kind", &codes_unit_kind}};
	struct buf choices = {0};

	(void)state;
	for (size_t i = 0; i < sizeof fields / sizeof fields[0]; i++) {
		const struct structure_field *field = structure_field(fields[i].by);

		buf_printf(&choices, "%s%s", i ? "|" : "", fields[i].by);
		assert_non_null(field);
		assert_ptr_equal(field->codes, fields[i].codes);
		both(&field->title, field->by);
	}
	assert_string_equal(option_table[OPTION_BY].choices, choices.data);
	assert_null(structure_field("name"));
	buf_release(&choices);
}

static void every_sql_text_begins_with_what_it_is(void **state)
{
	(void)state;
	for (int i = 0; i < SQL_COUNT; i++)
		if (strncmp(sql_text((enum sql)i), "-- ", 3) != 0)
			fail_msg("%s does not begin with a comment", sql_path((enum sql)i));
}

/* Runs movement from 1970-01-01 to 1970-02-10 and gives its status. */
static enum status movement(struct error *error)
{
	struct query query = {.to = 40, .as_of = 40, .depth = 1, .of = "members", .every = "month"};
	char *text = NULL;
	size_t len = 0;
	struct output out = {.file = open_memstream(&text, &len)};
	enum status status;

	assert_non_null(out.file);
	assert_int_equal(render_csv.open(&out, error), STATUS_DONE);
	status = report_run(&db, report_find("movement"), &query, &render_csv, &out, error);
	assert_int_equal(render_csv.close(&out, error), STATUS_DONE);
	assert_int_equal(fclose(out.file), 0);
	free(text);
	return status;
}

/* Members are counted beside who joined and left: when the two disagree, however that came, the report is
 * not given. A wrong total that was stored with its proof, as by a fault of the program. */
static void a_report_that_does_not_close_is_not_given(void **state)
{
	struct error error = {.lang = LANG_EN};

	(void)state;
	store_run(&db,
		"INSERT INTO any_unit (id, code, name, name_key, kind) VALUES (1, 'D', 'D', 'd', 1);"
		"INSERT INTO member (id, code) VALUES (1, 'a');"
		"INSERT INTO stay (member, joined_on, unit, admitted_on, joined_by, facts)"
		" VALUES (1, 10, 1, 10, 1, 0)");
	store_places(&db);
	assert_int_equal(totals_rebuild(&db, &error), STATUS_DONE);
	assert_int_equal(movement(&error), STATUS_DONE);
	store_run(&db, "UPDATE total_year SET admitted = admitted + 1 WHERE year = 1970");
	store_run(&db,
		"UPDATE total_year SET proof = proof(unit, year, before, days, admitted, readmitted,"
		" transferred_in, moved_in, restored, reorganised_in, died, expelled, removed,"
		" resigned, transferred_out, moved_out, reorganised_out, members, official,"
		" communes, committees, base_cells, cells, superiors)");
	assert_int_equal(movement(&error), STATUS_FAILED);
	assert_non_null(strstr(error.message,
		"D: opening 0 + increase 2 − decrease 0 is not closing 1; run memberstat check"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_reports_are_those_that_are_defined),
		cmocka_unit_test(columns_are_those_that_are_defined_in_that_order),
		cmocka_unit_test(the_sql_gives_the_columns_in_their_order),
		cmocka_unit_test(the_sql_only_reads_and_every_parameter_is_bound),
		cmocka_unit_test(everything_for_people_is_in_both_languages),
		cmocka_unit_test(no_two_columns_of_a_report_have_one_heading),
		cmocka_unit_test(pictures_draw_columns_that_exist),
		cmocka_unit_test(words_have_a_code_list),
		cmocka_unit_test(every_part_of_a_query_is_an_option_of_the_command),
		cmocka_unit_test(every_field_of_a_structure_has_its_code_list),
		cmocka_unit_test(every_sql_text_begins_with_what_it_is),
		cmocka_unit_test(a_report_that_does_not_close_is_not_given),
	};

	return cmocka_run_group_tests(tests, begin, end);
}
