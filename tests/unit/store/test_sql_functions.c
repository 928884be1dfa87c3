#include "support.h"

#include "base/code_list.h"
#include "store/sql_functions.h"
#include "store.h"

static sqlite3 *handle;

static int begin(void **state)
{
	(void)state;
	assert_int_equal(sqlite3_open(":memory:", &handle), SQLITE_OK);
	assert_int_equal(sql_functions_install(handle), SQLITE_OK);
	assert_int_equal(
		sqlite3_exec(handle, sql_text(SQL_SCHEMA_0001_ROLL), NULL, NULL, NULL), SQLITE_OK);
	return 0;
}

static int end(void **state)
{
	(void)state;
	return sqlite3_close(handle);
}

static void gives(const char *expression, const char *wanted)
{
	char sql[512];

	snprintf(sql, sizeof sql, "SELECT %s", expression);
	store_gives(handle, sql, wanted);
}

static void refused(const char *expression)
{
	char sql[512];

	snprintf(sql, sizeof sql, "SELECT %s", expression);
	assert_int_equal(sqlite3_exec(handle, sql, NULL, NULL, NULL), SQLITE_ERROR);
}

static void fractions_stay_exact(void **state)
{
	(void)state;
	gives("fraction(1, 3)", "1/3");
	gives("fraction(-5, 8)", "-5/8");
	gives("percent(126, 570)", "12600/570");
	gives("percent(0, 7)", "0/7");
}

static void nothing_to_divide_by_gives_null(void **state)
{
	(void)state;
	gives("fraction(1, 0)", "NULL");
	gives("fraction(1, NULL)", "NULL");
	gives("fraction(NULL, 1)", "NULL");
	gives("percent(4541, 0)", "NULL");
	gives("percent(4541, NULL)", "NULL");
	gives("percent(NULL, 570)", "NULL");
	gives("gap_points(5, 0, 38500)", "NULL");
	gives("gap_points(5, NULL, 38500)", "NULL");
	gives("gap_points(5, 100, NULL)", "NULL");
	gives("rounded(5, 0)", "NULL");
	gives("rounded(NULL, 2)", "NULL");
	gives("rounded_up(5, 0)", "NULL");
	gives("rounded_up(NULL, 2)", "NULL");
}

/* 4541 of 131791 against 3.85 %: 100 * 4541/131791 - 3.85 = (4541000000... - 38500 * 131791) over
 * 10000 * 131791. */
static void gap_is_of_the_exact_quotient(void **state)
{
	(void)state;
	gives("gap_points(4541, 131791, 38500)", "-532953500/1317910000");
	gives("gap_points(1, 100, 10000)", "0/1000000");
	gives("gap_points(2, 100, 10000)", "1000000/1000000");
}

static void figures_too_large_to_be_exact_are_none(void **state)
{
	(void)state;
	gives("gap_points(1, 1000000000000000, 38500)", "NULL");
	gives("gap_points(1, 131791, 1000000000000000)", "NULL");
	gives("gap_points(9000000000000000000, 131791, 38500)", "NULL");
	gives("percent(9000000000000000000, 7)", "NULL");
	gives("percent(-9000000000000000000, 7)", "NULL");
	gives("rounded(1000000000000000 * 38500, 1000000)", "NULL");
	gives("rounded_up(1000000000000000 * 38500, 1000000)", "NULL");
	gives("rounded_up(200000000000000 * 38500, 1000000)", "7700000000000");
}

static void halves_round_away_from_zero(void **state)
{
	(void)state;
	gives("rounded(5, 2)", "3");
	gives("rounded(-5, 2)", "-3");
	gives("rounded(7, 3)", "2");
	gives("rounded(8, 3)", "3");
	gives("rounded(0, 3)", "0");
	gives("rounded(1, 2)", "1");
	gives("rounded(49, 100)", "0");
}

static void people_are_whole(void **state)
{
	(void)state;
	gives("rounded_up(131791 * 38500, 1000000)", "5074"); /* 5073.9535 */
	gives("rounded_up(10, 5)", "2");
	gives("rounded_up(11, 5)", "3");
	gives("rounded_up(0, 5)", "0");
	gives("rounded_up(1, 1000000)", "1");
	gives("rounded_up(-1, 5)", "0");
}

static void days_are_read_and_written(void **state)
{
	(void)state;
	gives("day('1970-01-01')", "0");
	gives("day('2022-04-30')", "19112");
	gives("day('30/4/2022')", "19112");
	gives("day('2022-02-29')", "NULL");
	gives("day('')", "NULL");
	gives("day(NULL)", "NULL");
	gives("iso(19112)", "2022-04-30");
	gives("iso(NULL)", "NULL");
}

static void twelve_months_after_29_february_is_28_february(void **state)
{
	(void)state;
	gives("iso(add_months(day('2020-02-29'), 12))", "2021-02-28");
	gives("iso(add_months(day('2020-02-29'), 48))", "2024-02-29");
	gives("iso(add_months(day('2021-02-28'), 12))", "2022-02-28");
	gives("iso(add_months(day('2021-01-31'), 1))", "2021-02-28");
	gives("iso(add_months(day('2021-10-31'), 13))", "2022-11-30");
	gives("iso(add_months(day('2021-03-31'), -1))", "2021-02-28");
	gives("add_months(NULL, 12)", "NULL");
}

static void months_are_whole(void **state)
{
	(void)state;
	gives("months_between(day('2021-04-30'), day('2022-04-29'))", "11");
	gives("months_between(day('2021-04-30'), day('2022-04-30'))", "12");
	gives("months_between(day('2021-04-30'), day('2021-04-30'))", "0");
	gives("months_between(day('2021-01-31'), day('2021-02-28'))", "1");
	gives("months_between(day('2020-02-29'), day('2021-02-27'))", "11");
	gives("months_between(day('2020-02-29'), day('2021-02-28'))", "12");
	gives("months_between(NULL, day('2021-02-28'))", "NULL");
}

static void years_are_completed(void **state)
{
	(void)state;
	gives("years_between(day('1992-04-30'), day('2022-04-29'))", "29");
	gives("years_between(day('1992-04-30'), day('2022-04-30'))", "30");
	gives("years_between(day('2004-02-29'), day('2022-02-27'))", "17");
	gives("years_between(day('2004-02-29'), day('2022-02-28'))", "18");
}

static void age_is_as_well_known_as_the_birth(void **state)
{
	(void)state;
	gives("birth_age(19800430, day('2022-04-29'))", "41");
	gives("birth_age(19800430, day('2022-04-30'))", "42");
	gives("birth_age(20040229, day('2022-02-27'))", "17");
	gives("birth_age(20040229, day('2022-02-28'))", "18");
	/* to the month: its first day; to the year: the difference of years */
	gives("birth_age(19800500, day('2022-04-30'))", "41");
	gives("birth_age(19800500, day('2022-05-01'))", "42");
	gives("birth_age(19800000, day('2022-01-01'))", "42");
	gives("birth_age(19800000, day('2021-12-31'))", "41");
	gives("birth_age(NULL, day('2021-12-31'))", "NULL");
	gives("iso(birth_earliest(19800200))", "1980-02-01");
	gives("iso(birth_latest(19800200))", "1980-02-29");
	gives("iso(birth_latest(19800000))", "1980-12-31");
}

static void periods_begin_where_the_calendar_says(void **state)
{
	(void)state;
	gives("iso(period_start(day('2022-04-30'), 'month'))", "2022-04-01");
	gives("iso(period_start(day('2022-06-30'), 'quarter'))", "2022-04-01");
	gives("iso(period_start(day('2022-07-01'), 'quarter'))", "2022-07-01");
	gives("iso(period_start(day('2022-12-31'), 'quarter'))", "2022-10-01");
	gives("iso(period_start(day('2022-12-31'), 'year'))", "2022-01-01");
	gives("period_start(day('2022-12-31'), 'week')", "NULL");
	gives("period_start(NULL, 'year')", "NULL");
	gives("period_label(day('2022-04-30'), 'month')", "2022-04");
	gives("period_label(day('2022-04-30'), 'quarter')", "2022-Q2");
	gives("period_label(day('2022-12-31'), 'quarter')", "2022-Q4");
	gives("period_label(day('2022-04-30'), 'year')", "2022");
	gives("period_label(day('2022-04-30'), NULL)", "NULL");
}

static void words_have_keys(void **state)
{
	(void)state;
	gives("fold('Đảng bộ Xã Mỹ An') = fold('ĐANG BO XA MY AN')", "1");
	gives("fold(NULL)", "NULL");
	gives("name_key('Lê Văn Anh') < name_key('Bùi Thị Ánh')", "1");
	gives("name_key('Trần Văn Dũng') < name_key('An Văn Đức')", "1");
	gives("name_key(NULL)", "NULL");
}

static void categories_have_the_values_of_their_lists(void **state)
{
	static const struct code_list *const lists[] = {&codes_unit_kind, &codes_joined_by,
		&codes_left_by, &codes_gender, &codes_progress_status, &codes_probation_status,
		&codes_member_status, &codes_scenario};

	(void)state;
	for (size_t i = 0; i < sizeof lists / sizeof lists[0]; i++)
		for (size_t w = 0; w < lists[i]->count; w++) {
			char expression[96], value[16];

			snprintf(expression, sizeof expression, "word('%s', '%s')", lists[i]->name,
				lists[i]->words[w].code);
			snprintf(value, sizeof value, "%d", lists[i]->words[w].value);
			gives(expression, value);
		}
	refused("word('unit_kind', 'admitted')");
	refused("word('kind', 'cell')");
	refused("word('unit_kind', NULL)");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(fractions_stay_exact),
		cmocka_unit_test(nothing_to_divide_by_gives_null),
		cmocka_unit_test(gap_is_of_the_exact_quotient),
		cmocka_unit_test(figures_too_large_to_be_exact_are_none),
		cmocka_unit_test(halves_round_away_from_zero),
		cmocka_unit_test(people_are_whole),
		cmocka_unit_test(days_are_read_and_written),
		cmocka_unit_test(twelve_months_after_29_february_is_28_february),
		cmocka_unit_test(months_are_whole),
		cmocka_unit_test(years_are_completed),
		cmocka_unit_test(age_is_as_well_known_as_the_birth),
		cmocka_unit_test(periods_begin_where_the_calendar_says),
		cmocka_unit_test(words_have_keys),
		cmocka_unit_test(categories_have_the_values_of_their_lists),
	};

	return cmocka_run_group_tests(tests, begin, end);
}
