#include "support.h"

#include "base/bar_list.h"
#include "base/date.h"
#include "cli/command.h"
#include "report/monthly.h"
#include "store.h"

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

static const struct monthly *find(const char *name)
{
	for (size_t i = 0; i < monthly_count; i++)
		if (strcmp(monthly[i].name, name) == 0)
			return &monthly[i];
	fail_msg("no %s", name);
	return NULL;
}

static const struct plan plan_41 = {.known = true, .code = "KH41", .from = 18628, .to = 20453};
static const struct plan no_plan;

static struct query asked_of(int year, int month, int day)
{
	return (struct query){.as_of = date_day(year, month, day),
		.from = date_day(year, 1, 1),
		.to = date_day(year, month, day),
		.by = "kind"};
}

static void is_period(const struct query *query, const char *from, const char *to)
{
	char text[11];

	date_write(query->from, text);
	assert_string_equal(text, from);
	date_write(query->to, text);
	assert_string_equal(text, to);
}

static void the_set_is_the_defined_one(void **state)
{
	static const char wanted[] =
		"summary ratio progress movement movement-year structure-gender structure-age "
		"structure-ethnicity structure-religion structure-occupation structure-education "
		"structure-theory structure-party_age structure-status structure-kind trend "
		"probation idle forecast";
	struct buf names = {0};

	(void)state;
	for (size_t i = 0; i < monthly_count; i++)
		buf_printf(&names, "%s%s", i ? " " : "", monthly[i].name);
	assert_string_equal(names.data, wanted);
	buf_release(&names);
}

static void every_field_of_the_structure_report_has_its_entry(void **state)
{
	const char *choices = option_table[OPTION_BY].choices, *word;
	size_t len;

	(void)state;
	while (bar_list_next(&choices, &word, &len)) {
		struct buf name = {0};

		buf_printf(&name, "structure-%.*s", (int)len, word);
		assert_int_equal(strlen(find(name.data)->by), len);
		assert_memory_equal(find(name.data)->by, word, len);
		buf_release(&name);
	}
}

static void every_report_is_in_the_set(void **state)
{
	(void)state;
	for (size_t i = 0; i < report_count; i++) {
		bool found = false;

		for (size_t j = 0; j < monthly_count; j++)
			found = found || strcmp(monthly[j].report, reports[i].name) == 0;
		assert_true(found);
	}
}

static void what_needs_a_plan_is_left_out_without_one(void **state)
{
	(void)state;
	for (size_t i = 0; i < monthly_count; i++) {
		bool needs = strcmp(monthly[i].name, "progress") == 0 ||
			     strcmp(monthly[i].name, "forecast") == 0;

		assert_non_null(monthly_report(&monthly[i], &plan_41));
		assert_int_equal(monthly_report(&monthly[i], &no_plan) == NULL, needs);
	}
}

static void the_month_and_the_year_so_far_are_two_movements(void **state)
{
	const struct query asked = asked_of(2022, 4, 30);
	struct query month = monthly_query(find("movement"), &asked, &plan_41);
	struct query year = monthly_query(find("movement-year"), &asked, &plan_41);

	(void)state;
	is_period(&month, "2022-04-01", "2022-04-30");
	is_period(&year, "2022-01-01", "2022-04-30");
	assert_string_equal(month.id, "movement");
	assert_string_equal(year.id, "movement-year");
	assert_non_null(month.title.vi);
	assert_null(year.title.vi);
	assert_true(find("movement")->file_only);
	assert_false(find("movement-year")->file_only);
}

static void the_trend_is_that_of_the_plan_so_far(void **state)
{
	const struct query asked = asked_of(2022, 4, 30), later = asked_of(2026, 6, 30);
	const struct query before = asked_of(2020, 6, 30);
	struct query query = monthly_query(find("trend"), &asked, &plan_41);

	(void)state;
	is_period(&query, "2021-01-01", "2022-04-30");
	query = monthly_query(find("trend"), &later, &plan_41);
	is_period(&query, "2021-01-01", "2025-12-31");
	query = monthly_query(find("trend"), &before, &plan_41);
	is_period(&query, "2020-01-01", "2020-06-30");
	query = monthly_query(find("trend"), &asked, &no_plan);
	is_period(&query, "2022-01-01", "2022-04-30");
}

static void all_reports_are_asked_of_one_plan(void **state)
{
	const struct query asked = asked_of(2022, 4, 30);

	(void)state;
	for (size_t i = 0; i < monthly_count; i++) {
		struct query query = monthly_query(&monthly[i], &asked, &plan_41);

		assert_string_equal(query.plan, "KH41");
		assert_int_equal(query.as_of, asked.as_of);
		assert_null(monthly_query(&monthly[i], &asked, &no_plan).plan);
	}
}

static bool has(const struct picture *picture, const char *key)
{
	for (size_t i = 0; i < picture->count; i++)
		if (strcmp(picture->columns[i].key, key) == 0)
			return true;
	return false;
}

static void is_whole(const struct picture *picture)
{
	sqlite3_stmt *statement = NULL;

	assert_int_equal(
		sqlite3_prepare_v2(db.handle, sql_text(picture->sql), -1, &statement, NULL),
		SQLITE_OK);
	assert_true(sqlite3_stmt_readonly(statement));
	assert_int_equal(sqlite3_column_count(statement), picture->count);
	for (size_t i = 0; i < picture->count; i++) {
		assert_string_equal(
			sqlite3_column_name(statement, (int)i), picture->columns[i].key);
		assert_true(picture->columns[i].label.vi[0] && picture->columns[i].label.en[0]);
	}
	sqlite3_finalize(statement);
	assert_true(has(picture, picture->chart->across));
	for (size_t i = 0; i < 3 && picture->chart->values[i]; i++)
		assert_true(has(picture, picture->chart->values[i]));
	assert_true(picture->title.vi[0] && picture->title.en[0]);
	assert_true(picture->chart->title.vi[0] && picture->chart->title.en[0]);
}

static void every_picture_has_the_columns_its_sql_gives(void **state)
{
	int count = 0;

	(void)state;
	for (size_t i = 0; i < monthly_count; i++) {
		const struct report *report = report_find(monthly[i].report);
		const struct structure_field *field =
			monthly[i].by ? structure_field(monthly[i].by) : NULL;
		const struct picture *picture = field ? field->picture : report->picture;

		if (picture == NULL)
			continue;
		is_whole(picture);
		count++;
	}
	assert_int_equal(count, 2);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_set_is_the_defined_one),
		cmocka_unit_test(every_field_of_the_structure_report_has_its_entry),
		cmocka_unit_test(every_report_is_in_the_set),
		cmocka_unit_test(what_needs_a_plan_is_left_out_without_one),
		cmocka_unit_test(the_month_and_the_year_so_far_are_two_movements),
		cmocka_unit_test(the_trend_is_that_of_the_plan_so_far),
		cmocka_unit_test(all_reports_are_asked_of_one_plan),
		cmocka_unit_test(every_picture_has_the_columns_its_sql_gives),
	};

	return cmocka_run_group_tests(tests, begin, end);
}
