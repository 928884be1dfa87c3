#include "support.h"

#include <inttypes.h>

#include "base/number.h"

static void expect_count(const char *text, int64_t expected)
{
	int64_t count = -1;

	if (!number_parse_count(text, &count) || count != expected)
		fail_msg("%s gave %" PRId64, text, count);
}

static void expect_percent(const char *text, int64_t expected)
{
	int64_t percent = -1;

	if (!number_parse_percent(text, &percent) || percent != expected)
		fail_msg("%s gave %" PRId64, text, percent);
}

static void plain_digits_are_counts(void **state)
{
	(void)state;
	expect_count("0", 0);
	expect_count("7", 7);
	expect_count("4541", 4541);
	expect_count("131791", 131791);
	expect_count("007", 7);
	expect_count("1000000000000000", INT64_C(1000000000000000));
}

static void groups_of_three_are_counts(void **state)
{
	(void)state;
	expect_count("4.541", 4541);
	expect_count("131,791", 131791);
	expect_count("131 791", 131791);
	expect_count("1.234.567", 1234567);
	expect_count("4\xc2\xa0"
		     "541",
		4541);
	expect_count("4\xe2\x80\xaf"
		     "541",
		4541);
	expect_count("1\xe2\x80\x89"
		     "234\xe2\x80\x89"
		     "567",
		1234567);
	expect_count("1.000.000.000.000.000", INT64_C(1000000000000000));
}

static void ill_formed_counts_are_rejected(void **state)
{
	static const char *const texts[] = {"", " ", ".", "4.5", "45.41", "4.5411", "4541.000",
		"4.541.00", "1.234,567", "1,234.567", "1 234.567", "1.234 567",
		"1 234\xc2\xa0"
		"567",
		".541", "4.", "4..541", "4.541.", "0.500", "012.345", "-4541", "+4541", " 4541",
		"4541 ", "4541x", "0x10", "1e3", "4.541,0", "1000000000000001",
		"1.000.000.000.000.001", "99999999999999999999999999", "4'541",
		"4\xc2"
		"541",
		"\xd9\xa4", "12%"};
	int64_t count;

	(void)state;
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		if (number_parse_count(texts[i], &count))
			fail_msg("%s gave %" PRId64, texts[i], count);
}

static void percents_are_ten_thousandths(void **state)
{
	(void)state;
	expect_percent("3.85", 38500);
	expect_percent("3,85", 38500);
	expect_percent("3,85%", 38500);
	expect_percent("3,85 %", 38500);
	expect_percent("3,85\xc2\xa0%", 38500);
	expect_percent("3.8500", 38500);
	expect_percent("4", 40000);
	expect_percent("0", 0);
	expect_percent("0.0625", 625);
	expect_percent("0.0001", 1);
	expect_percent("100", 1000000);
	expect_percent("3.850", 38500);
}

static void ill_formed_percents_are_rejected(void **state)
{
	static const char *const texts[] = {"", "%", ".85", "3.", "3.%", "3.85001", "1.234,5",
		"1,234.5", "-3.85", "+3.85", "3.85%%", "% 3.85", "3.85 ", "3.85  %", "3 85",
		"3.85 %x", "3.8x", "99999999999999999999", "1000000000000"};
	int64_t percent;

	(void)state;
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		if (number_parse_percent(texts[i], &percent))
			fail_msg("%s gave %" PRId64, texts[i], percent);
}

static void a_failed_parse_leaves_the_result_alone(void **state)
{
	int64_t value = 7;

	(void)state;
	assert_false(number_parse_count("4.5", &value));
	assert_false(number_parse_percent("3.", &value));
	assert_int_equal(value, 7);
}

static void the_published_figures_come_out(void **state)
{
	(void)state;
	/* 4,541 members of 131,791 people: 3.45 %; 126 of 570: 22.1 %. */
	assert_int_equal(number_round(454100, 131791, 2), 345);
	assert_int_equal(number_round(12600, 570, 1), 221);
}

static void halves_go_away_from_zero(void **state)
{
	(void)state;
	assert_int_equal(number_round(1, 2, 0), 1);
	assert_int_equal(number_round(-1, 2, 0), -1);
	assert_int_equal(number_round(3, 2, 0), 2);
	assert_int_equal(number_round(-5, 2, 0), -3);
	assert_int_equal(number_round(1, 3, 0), 0);
	assert_int_equal(number_round(-1, 3, 0), 0);
	assert_int_equal(number_round(2, 3, 0), 1);
	assert_int_equal(number_round(1, 8, 2), 13);
	assert_int_equal(number_round(-1, 8, 2), -13);
	assert_int_equal(number_round(-1, 1000, 2), 0);
	assert_int_equal(number_round(-5, 1000, 2), -1);
	assert_int_equal(number_round(0, 5, 9), 0);
	assert_int_equal(number_round(7, 1, 0), 7);
	assert_int_equal(number_round(999, 1000, 2), 100);
}

static void fractions_of_any_size_are_exact(void **state)
{
	(void)state;
	assert_int_equal(
		number_round(INT64_C(1000000000000000000), 3, 0), INT64_C(333333333333333333));
	assert_int_equal(number_round(INT64_C(1000000000000000000), INT64_C(999999999999999999), 9),
		INT64_C(1000000000));
	assert_int_equal(number_round(INT64_MAX - 1, INT64_MAX, 9), INT64_C(1000000000));
	assert_int_equal(number_round(INT64_MAX / 2, INT64_MAX, 0), 0);
	assert_int_equal(number_round(INT64_MAX / 2 + 1, INT64_MAX, 0), 1);
	assert_int_equal(number_round(INT64_MIN, INT64_MAX, 9), INT64_C(-1000000000));
	assert_int_equal(number_round(INT64_C(1000000000000000000), 2, 9), INT64_MAX);
	assert_int_equal(number_round(INT64_C(-1000000000000000000), 2, 9), -INT64_MAX);
	assert_int_equal(number_round(INT64_MIN, 1, 0), -INT64_MAX);
}

static void expect_machine(int64_t scaled, int decimals, const char *expected)
{
	struct buf out = {0};

	number_write(&out, scaled, decimals);
	assert_string_equal(buf_text(&out), expected);
	buf_release(&out);
}

static void expect_people(int64_t scaled, int decimals, enum lang lang, const char *expected)
{
	struct buf out = {0};

	number_write_people(&out, scaled, decimals, lang);
	assert_string_equal(buf_text(&out), expected);
	buf_release(&out);
}

static void expect_written_percent(int64_t percent, const char *expected)
{
	struct buf out = {0};

	number_write_percent(&out, percent);
	assert_string_equal(buf_text(&out), expected);
	buf_release(&out);
}

static void machine_numbers_have_a_point_and_no_groups(void **state)
{
	(void)state;
	expect_machine(345, 2, "3.45");
	expect_machine(-6, 2, "-0.06");
	expect_machine(0, 2, "0.00");
	expect_machine(5, 0, "5");
	expect_machine(131791, 0, "131791");
	expect_machine(-123456, 2, "-1234.56");
	expect_machine(1, 9, "0.000000001");
	expect_machine(INT64_MIN, 0, "-9223372036854775808");
	expect_machine(INT64_MAX, 9, "9223372036.854775807");
}

static void people_read_groups_in_their_language(void **state)
{
	(void)state;
	expect_people(4541, 0, LANG_VI, "4.541");
	expect_people(345, 2, LANG_VI, "3,45");
	expect_people(4541, 0, LANG_EN, "4,541");
	expect_people(345, 2, LANG_EN, "3.45");
	expect_people(123456789, 2, LANG_VI, "1.234.567,89");
	expect_people(-100000, 2, LANG_EN, "−1,000.00");
	expect_people(999, 0, LANG_VI, "999");
	expect_people(-999, 0, LANG_VI, "−999");
	expect_people(1000000, 0, LANG_VI, "1.000.000");
}

static void percents_have_the_decimals_they_need(void **state)
{
	(void)state;
	expect_written_percent(38500, "3.85");
	expect_written_percent(40000, "4");
	expect_written_percent(625, "0.0625");
	expect_written_percent(0, "0");
	expect_written_percent(1000000, "100");
	expect_written_percent(38512, "3.8512");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(plain_digits_are_counts),
		cmocka_unit_test(groups_of_three_are_counts),
		cmocka_unit_test(ill_formed_counts_are_rejected),
		cmocka_unit_test(percents_are_ten_thousandths),
		cmocka_unit_test(ill_formed_percents_are_rejected),
		cmocka_unit_test(a_failed_parse_leaves_the_result_alone),
		cmocka_unit_test(the_published_figures_come_out),
		cmocka_unit_test(halves_go_away_from_zero),
		cmocka_unit_test(fractions_of_any_size_are_exact),
		cmocka_unit_test(machine_numbers_have_a_point_and_no_groups),
		cmocka_unit_test(people_read_groups_in_their_language),
		cmocka_unit_test(percents_have_the_decimals_they_need),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
