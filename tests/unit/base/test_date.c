#include "support.h"

#include "base/date.h"

static int read_day(const char *text)
{
	int day = 123456789;

	assert_int_equal(date_parse(text, &day), DATE_OK);
	return day;
}

static int read_birth(const char *text)
{
	int birth = 0;

	assert_int_equal(date_parse_birth(text, &birth), DATE_OK);
	return birth;
}

static enum date_fault fault_of(const char *text)
{
	int day;

	return date_parse(text, &day);
}

static enum date_fault birth_fault_of(const char *text)
{
	int birth;

	return date_parse_birth(text, &birth);
}

static int day(int year, int month, int day_of_month)
{
	return date_day(year, month, day_of_month);
}

static void days_count_from_1970(void **state)
{
	(void)state;
	assert_int_equal(day(1970, 1, 1), 0);
	assert_int_equal(day(1969, 12, 31), -1);
	assert_int_equal(day(2000, 2, 29), 11016);
	assert_int_equal(day(2022, 4, 30), 19112);
	assert_int_equal(day(1000, 1, 1), -354285);
	assert_int_equal(day(9999, 12, 31), 2932896);
}

static void every_day_of_nine_thousand_years_comes_back(void **state)
{
	int year, month, day_of_month, next = day(1000, 1, 1);

	(void)state;
	for (int y = 1000; y <= 9999; y++)
		for (int m = 1; m <= 12; m++)
			for (int d = 1; date_exists(y, m, d); d++, next++) {
				date_civil(next, &year, &month, &day_of_month);
				if (year != y || month != m || day_of_month != d ||
					date_day(y, m, d) != next)
					fail_msg("%d-%d-%d", y, m, d);
			}
	assert_int_equal(next, day(9999, 12, 31) + 1);
}

static void leap_years_follow_gregory(void **state)
{
	(void)state;
	assert_true(date_exists(2000, 2, 29));
	assert_false(date_exists(1900, 2, 29));
	assert_true(date_exists(2024, 2, 29));
	assert_false(date_exists(2023, 2, 29));
	assert_false(date_exists(2023, 0, 1));
	assert_false(date_exists(2023, 13, 1));
	assert_false(date_exists(2023, 4, 31));
	assert_false(date_exists(2023, 4, 0));
	assert_false(date_exists(999, 1, 1));
	assert_false(date_exists(10000, 1, 1));
}

static void iso_and_day_first_are_read(void **state)
{
	(void)state;
	assert_int_equal(read_day("2022-04-30"), day(2022, 4, 30));
	assert_int_equal(read_day("3/2/1980"), day(1980, 2, 3));
	assert_int_equal(read_day("03.02.1980"), day(1980, 2, 3));
	assert_int_equal(read_day("3-2-1980"), day(1980, 2, 3));
	assert_int_equal(read_day("03/2/1980"), day(1980, 2, 3));
	assert_int_equal(read_day("1000-01-01"), day(1000, 1, 1));
	assert_int_equal(read_day("31/12/9999"), day(9999, 12, 31));
}

static void a_midnight_behind_the_day_is_the_day(void **state)
{
	(void)state;
	assert_int_equal(read_day("2020-05-01 00:00:00"), day(2020, 5, 1));
	assert_int_equal(read_day("2020-05-01T00:00:00"), day(2020, 5, 1));
	assert_int_equal(read_day("1/5/2020 0:00:00"), day(2020, 5, 1));
	assert_int_equal(read_day("1/5/2020 00:00"), day(2020, 5, 1));
	assert_int_equal(read_day("2020-05-01 00:00:00.000"), day(2020, 5, 1));
	assert_int_equal(read_birth("1/5/1980 0:00"), 19800501);
}

static void any_other_time_is_malformed(void **state)
{
	static const char *const texts[] = {"2020-05-01 00:00:01", "2020-05-01 12:00:00",
		"2020-05-01 24:00:00", "2020-05-01 00", "2020-05-01 00:", "2020-05-01 00:0",
		"2020-05-01 00:00:", "2020-05-01 00:00:0", "2020-05-01 000:00", "2020-05-01T",
		"2020-05-01 ", "2020-05-01  00:00", "2020-05-01 00:00:00Z", "2020-05-01 00:00:00.",
		"2020-05-01 00:00:00.001", "1/5/2020 12:00:00 AM", "1/5/2020 00:00:00:00"};

	(void)state;
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		if (fault_of(texts[i]) != DATE_MALFORMED)
			fail_msg("%s", texts[i]);
	assert_int_equal(birth_fault_of("1980 00:00"), DATE_MALFORMED);
	assert_int_equal(birth_fault_of("2/1980 00:00"), DATE_MALFORMED);
}

static void what_is_no_date_is_malformed(void **state)
{
	static const char *const texts[] = {"", " ", "x", "2020", "05/2020", "2020-05", "2020-1-5",
		"2020-01-5", "2020/01/05", "2020.01.05", "20200105", "1/5-2020", "1//2020",
		"/1/5/2020", "1/5/2020/", "1/5/", "1/5", "1/5/202", "1/5/20200", "001/5/2020",
		"1/005/2020", " 1/5/2020", "1/5/2020 ", "1 /5/2020", "+1/5/2020", "-1/5/2020",
		"1/5/2020x", "1,5,2020", "43952", "2020-05-01-01", "1/5/99999999999999999999",
		"\xd9\xa1/5/2020"};

	(void)state;
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		if (fault_of(texts[i]) != DATE_MALFORMED)
			fail_msg("%s", texts[i]);
}

static void a_year_of_two_digits_is_named(void **state)
{
	(void)state;
	assert_int_equal(fault_of("3/2/80"), DATE_TWO_DIGIT_YEAR);
	assert_int_equal(fault_of("12/31/20"), DATE_TWO_DIGIT_YEAR);
	assert_int_equal(fault_of("20-05-01"), DATE_TWO_DIGIT_YEAR);
	assert_int_equal(fault_of("3.2.80 0:00"), DATE_TWO_DIGIT_YEAR);
	assert_int_equal(birth_fault_of("3/2/80"), DATE_TWO_DIGIT_YEAR);
	assert_int_equal(birth_fault_of("02/80"), DATE_TWO_DIGIT_YEAR);
	assert_int_equal(birth_fault_of("80"), DATE_TWO_DIGIT_YEAR);
}

static void month_first_is_never_guessed_but_named(void **state)
{
	(void)state;
	assert_int_equal(fault_of("12/31/2020"), DATE_MONTH_FIRST);
	assert_int_equal(fault_of("2/29/2020"), DATE_MONTH_FIRST);
	assert_int_equal(fault_of("2/29/2021"), DATE_IMPOSSIBLE);
	assert_int_equal(fault_of("02/30/2020"), DATE_IMPOSSIBLE);
	assert_int_equal(fault_of("2020-31-12"), DATE_IMPOSSIBLE);
	assert_int_equal(read_day("2/3/2020"), day(2020, 3, 2));
}

static void what_the_calendar_lacks_is_impossible(void **state)
{
	(void)state;
	assert_int_equal(fault_of("31/02/2020"), DATE_IMPOSSIBLE);
	assert_int_equal(fault_of("2020-13-01"), DATE_IMPOSSIBLE);
	assert_int_equal(fault_of("2021-02-29"), DATE_IMPOSSIBLE);
	assert_int_equal(fault_of("0000-01-01"), DATE_IMPOSSIBLE);
	assert_int_equal(fault_of("01/01/0999"), DATE_IMPOSSIBLE);
	assert_int_equal(fault_of("00/00/2020"), DATE_IMPOSSIBLE);
	assert_int_equal(fault_of("99/99/2020"), DATE_IMPOSSIBLE);
}

static void a_failed_parse_leaves_the_result_alone(void **state)
{
	int value = 7;

	(void)state;
	assert_int_equal(date_parse("31/02/2020", &value), DATE_IMPOSSIBLE);
	assert_int_equal(date_parse_birth("13/1980", &value), DATE_IMPOSSIBLE);
	assert_int_equal(value, 7);
}

static void births_keep_their_precision(void **state)
{
	(void)state;
	assert_int_equal(read_birth("3/2/1980"), 19800203);
	assert_int_equal(read_birth("1980-02-03"), 19800203);
	assert_int_equal(read_birth("02/1980"), 19800200);
	assert_int_equal(read_birth("2/1980"), 19800200);
	assert_int_equal(read_birth("1980-02"), 19800200);
	assert_int_equal(read_birth("1980"), 19800000);
}

static void births_are_strict_too(void **state)
{
	(void)state;
	assert_int_equal(birth_fault_of(""), DATE_MALFORMED);
	assert_int_equal(birth_fault_of("198"), DATE_MALFORMED);
	assert_int_equal(birth_fault_of("19800"), DATE_MALFORMED);
	assert_int_equal(birth_fault_of("1980/02"), DATE_MALFORMED);
	assert_int_equal(birth_fault_of("1980-2"), DATE_MALFORMED);
	assert_int_equal(birth_fault_of("3/2"), DATE_MALFORMED);
	assert_int_equal(birth_fault_of("003/1980"), DATE_MALFORMED);
	assert_int_equal(birth_fault_of("1980-1981"), DATE_MALFORMED);
	assert_int_equal(birth_fault_of("13/1980"), DATE_IMPOSSIBLE);
	assert_int_equal(birth_fault_of("1980-00"), DATE_IMPOSSIBLE);
	assert_int_equal(birth_fault_of("0080"), DATE_IMPOSSIBLE);
	assert_int_equal(birth_fault_of("12/31/1980"), DATE_MONTH_FIRST);
}

static void days_are_written(void **state)
{
	char out[11];

	(void)state;
	date_write(day(1980, 2, 3), out);
	assert_string_equal(out, "1980-02-03");
	date_write(day(1000, 1, 1), out);
	assert_string_equal(out, "1000-01-01");
	date_write_people(day(9999, 12, 31), out);
	assert_string_equal(out, "31/12/9999");
}

static void births_are_written_as_precise_as_known(void **state)
{
	static const struct {
		int birth;
		const char *machine, *people;
	} cases[] = {
		{19800203, "1980-02-03", "03/02/1980"},
		{19800200, "1980-02", "02/1980"},
		{19800000, "1980", "1980"},
	};
	char out[11];

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		birth_write(cases[i].birth, out);
		assert_string_equal(out, cases[i].machine);
		birth_write_people(cases[i].birth, out);
		assert_string_equal(out, cases[i].people);
	}
}

static void a_birth_spans_the_days_it_can_have_been(void **state)
{
	(void)state;
	assert_int_equal(birth_earliest(19800229), day(1980, 2, 29));
	assert_int_equal(birth_latest(19800229), day(1980, 2, 29));
	assert_int_equal(birth_earliest(19800200), day(1980, 2, 1));
	assert_int_equal(birth_latest(19800200), day(1980, 2, 29));
	assert_int_equal(birth_latest(19810200), day(1981, 2, 28));
	assert_int_equal(birth_earliest(19800000), day(1980, 1, 1));
	assert_int_equal(birth_latest(19800000), day(1980, 12, 31));
}

static void age_is_in_completed_years(void **state)
{
	(void)state;
	assert_int_equal(birth_age(19800501, day(2022, 4, 30)), 41);
	assert_int_equal(birth_age(19800501, day(2022, 5, 1)), 42);
	assert_int_equal(birth_age(20000229, day(2023, 2, 27)), 22);
	assert_int_equal(birth_age(20000229, day(2023, 2, 28)), 23);
	assert_int_equal(birth_age(19800500, day(2022, 4, 30)), 41);
	assert_int_equal(birth_age(19800500, day(2022, 5, 1)), 42);
	assert_int_equal(birth_age(19800000, day(2022, 1, 1)), 42);
	assert_int_equal(birth_age(19800000, day(2022, 12, 31)), 42);
}

static void months_end_on_a_day_that_exists(void **state)
{
	(void)state;
	assert_int_equal(date_add_months(day(2020, 2, 29), 12), day(2021, 2, 28));
	assert_int_equal(date_add_months(day(2020, 2, 29), 48), day(2024, 2, 29));
	assert_int_equal(date_add_months(day(2022, 1, 31), 1), day(2022, 2, 28));
	assert_int_equal(date_add_months(day(2022, 3, 31), -1), day(2022, 2, 28));
	assert_int_equal(date_add_months(day(2022, 1, 15), -1), day(2021, 12, 15));
	assert_int_equal(date_add_months(day(2022, 12, 15), 1), day(2023, 1, 15));
	assert_int_equal(date_add_months(day(2022, 12, 15), 0), day(2022, 12, 15));
}

static void months_end_with_the_days_that_can_be_written(void **state)
{
	(void)state;
	assert_int_equal(date_add_months(day(9999, 12, 1), 1), day(9999, 12, 31));
	assert_int_equal(date_add_months(day(9999, 12, 1), INT32_MAX), day(9999, 12, 31));
	assert_int_equal(date_add_months(day(1000, 1, 9), -1), day(1000, 1, 1));
	assert_int_equal(date_add_months(day(1000, 1, 9), INT32_MIN), day(1000, 1, 1));
}

static void months_between_are_whole(void **state)
{
	(void)state;
	assert_int_equal(date_months_between(day(2022, 1, 15), day(2022, 2, 14)), 0);
	assert_int_equal(date_months_between(day(2022, 1, 15), day(2022, 2, 15)), 1);
	assert_int_equal(date_months_between(day(2022, 1, 31), day(2022, 2, 28)), 1);
	assert_int_equal(date_months_between(day(2022, 1, 31), day(2022, 2, 27)), 0);
	assert_int_equal(date_months_between(day(2022, 1, 15), day(2022, 1, 15)), 0);
	assert_int_equal(date_months_between(day(2022, 1, 15), day(2022, 1, 14)), -1);
	assert_int_equal(date_months_between(day(2022, 1, 15), day(2021, 12, 15)), -1);
	assert_int_equal(date_months_between(day(2022, 1, 15), day(2021, 12, 14)), -2);
}

static void years_between_are_completed(void **state)
{
	(void)state;
	assert_int_equal(date_years_between(day(1992, 5, 3), day(2022, 5, 2)), 29);
	assert_int_equal(date_years_between(day(1992, 5, 3), day(2022, 5, 3)), 30);
	assert_int_equal(date_years_between(day(2020, 2, 29), day(2021, 2, 28)), 1);
	assert_int_equal(date_years_between(day(2020, 2, 29), day(2024, 2, 28)), 3);
	assert_int_equal(date_years_between(day(2022, 5, 3), day(2022, 5, 2)), -1);
}

static void today_is_a_day_of_our_time(void **state)
{
	(void)state;
	assert_in_range(date_today(), day(2024, 1, 1), day(2200, 1, 1));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(days_count_from_1970),
		cmocka_unit_test(every_day_of_nine_thousand_years_comes_back),
		cmocka_unit_test(leap_years_follow_gregory),
		cmocka_unit_test(iso_and_day_first_are_read),
		cmocka_unit_test(a_midnight_behind_the_day_is_the_day),
		cmocka_unit_test(any_other_time_is_malformed),
		cmocka_unit_test(what_is_no_date_is_malformed),
		cmocka_unit_test(a_year_of_two_digits_is_named),
		cmocka_unit_test(month_first_is_never_guessed_but_named),
		cmocka_unit_test(what_the_calendar_lacks_is_impossible),
		cmocka_unit_test(a_failed_parse_leaves_the_result_alone),
		cmocka_unit_test(births_keep_their_precision),
		cmocka_unit_test(births_are_strict_too),
		cmocka_unit_test(days_are_written),
		cmocka_unit_test(births_are_written_as_precise_as_known),
		cmocka_unit_test(a_birth_spans_the_days_it_can_have_been),
		cmocka_unit_test(age_is_in_completed_years),
		cmocka_unit_test(months_end_on_a_day_that_exists),
		cmocka_unit_test(months_end_with_the_days_that_can_be_written),
		cmocka_unit_test(months_between_are_whole),
		cmocka_unit_test(years_between_are_completed),
		cmocka_unit_test(today_is_a_day_of_our_time),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
