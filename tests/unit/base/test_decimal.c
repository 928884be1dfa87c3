#include "support.h"

#include "base/decimal.h"

static void expect(const char *text, const char *written)
{
	struct decimal decimal;
	struct buf out = {0};

	assert_true(decimal_read(&decimal, text));
	decimal_write(&out, &decimal);
	assert_string_equal(buf_text(&out), written);
	buf_release(&out);
}

static void numbers_are_written_plain(void **state)
{
	(void)state;
	expect("0", "0");
	expect("-0", "0");
	expect("7", "7");
	expect("-12", "-12");
	expect("000120", "120");
	expect("4541", "4541");
	expect("123456789012345", "123456789012345");
	expect("4.541", "4.541");
	expect("0.5", "0.5");
	expect("1.5E+7", "15000000");
	expect("1E3", "1000");
	expect("1e-5", "0.00001");
	expect("12.50", "12.5");
	expect("0.000", "0");
	expect("3.0", "3");
}

static void the_shortest_form_of_the_same_number(void **state)
{
	(void)state;
	expect("7.0000000000000007E-2", "0.07");
	expect("3.8500000000000001E-2", "0.0385");
	expect("3.8500000000000001", "3.85");
	expect("0.30000000000000004", "0.30000000000000004");
	expect("0.1", "0.1");
	expect("1234567890123456", "1234567890123456");
	expect("9007199254740993", "9007199254740992");
	expect("1.2345678901234567E20", "123456789012345670000");
}

static void what_is_no_number(void **state)
{
	static const char *const texts[] = {"", "-", "x", "12x", "1 2", " 12", "0x10", "nan", "inf",
		"1e999", "-1e999", "1,5", "1.2.3", "--1", "1e", "12\t"};
	struct decimal decimal;

	(void)state;
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		assert_false(decimal_read(&decimal, texts[i]));
}

static void whole_numbers_and_shifts(void **state)
{
	struct decimal decimal;
	struct buf out = {0};

	(void)state;
	assert_true(decimal_read(&decimal, "12000") && decimal_is_whole(&decimal));
	assert_true(decimal_read(&decimal, "0") && decimal_is_whole(&decimal));
	assert_true(decimal_read(&decimal, "1.0") && decimal_is_whole(&decimal));
	assert_true(decimal_read(&decimal, "0.5") && !decimal_is_whole(&decimal));
	assert_true(decimal_read(&decimal, "100.25") && !decimal_is_whole(&decimal));
	/* A percent is shifted, not multiplied: 7.000000000000001 would be another number. */
	assert_true(decimal_read(&decimal, "7.0000000000000007E-2"));
	decimal_shift(&decimal, 2);
	decimal_write(&out, &decimal);
	assert_string_equal(buf_text(&out), "7");
	buf_clear(&out);
	assert_true(decimal_read(&decimal, "3.8449999999999998E-2"));
	decimal_shift(&decimal, 2);
	decimal_write(&out, &decimal);
	assert_string_equal(buf_text(&out), "3.845");
	buf_clear(&out);
	assert_true(decimal_read(&decimal, "0"));
	decimal_shift(&decimal, 2);
	decimal_write(&out, &decimal);
	assert_string_equal(buf_text(&out), "0");
	buf_release(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(numbers_are_written_plain),
		cmocka_unit_test(the_shortest_form_of_the_same_number),
		cmocka_unit_test(what_is_no_number),
		cmocka_unit_test(whole_numbers_and_shifts),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
