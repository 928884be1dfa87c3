#include "support.h"

#include "import/number_format.h"

static void expect_kind(const char *format, enum number_kind kind)
{
	if (number_format_kind(format) != kind)
		print_error("%s\n", format);
	assert_int_equal(number_format_kind(format), kind);
}

static void dates_are_told_by_their_letters(void **state)
{
	(void)state;
	expect_kind("dd/mm/yyyy", NUMBER_DATE);
	expect_kind("DD/MM/YYYY;@", NUMBER_DATE);
	expect_kind("[$-42A]dd\\ mmmm\\ yyyy", NUMBER_DATE);
	expect_kind("[$-1042A]d/m/yyyy", NUMBER_DATE);
	expect_kind("\"ngày\" dd \"tháng\" mm \"năm\" yyyy", NUMBER_DATE);
	expect_kind("yyyy", NUMBER_DATE);
	expect_kind("h:mm AM/PM", NUMBER_DATE);
	expect_kind("[h]:mm", NUMBER_DATE);
	expect_kind("[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", NUMBER_DATE);
}

static void other_letters_are_no_date(void **state)
{
	(void)state;
	expect_kind("", NUMBER_PLAIN);
	expect_kind("General", NUMBER_PLAIN);
	expect_kind("GENERAL", NUMBER_PLAIN);
	expect_kind("0", NUMBER_PLAIN);
	expect_kind("@", NUMBER_PLAIN);
	expect_kind("#,##0\\ \"đồng\"", NUMBER_PLAIN);
	expect_kind("#,##0đ", NUMBER_PLAIN);
	expect_kind("[Red]0;[Yellow]-0", NUMBER_PLAIN);
	expect_kind("#,##0 [$₫-42A]", NUMBER_PLAIN);
	expect_kind("0.00E+00", NUMBER_PLAIN);
	expect_kind("_(* #,##0_);_(* \\(#,##0\\);_(* \"-\"??_);_(@_)", NUMBER_PLAIN);
	/* A date for negative numbers alone is none. */
	expect_kind("0;dd/mm", NUMBER_PLAIN);
	/* Cut off. */
	expect_kind("\"dd", NUMBER_PLAIN);
	expect_kind("[dd", NUMBER_PLAIN);
	expect_kind("0\\", NUMBER_PLAIN);
}

static void percents_have_their_sign(void **state)
{
	(void)state;
	expect_kind("0%", NUMBER_PERCENT);
	expect_kind("0.00%", NUMBER_PERCENT);
	expect_kind("0.00\\ %", NUMBER_PERCENT);
	expect_kind("0\\%", NUMBER_PLAIN);
	expect_kind("0\"%\"", NUMBER_PLAIN);
}

static void built_in_numbers_stand_for_their_formats(void **state)
{
	(void)state;
	expect_kind(number_format_built_in(0), NUMBER_PLAIN);
	expect_kind(number_format_built_in(1), NUMBER_PLAIN);
	expect_kind(number_format_built_in(9), NUMBER_PERCENT);
	expect_kind(number_format_built_in(10), NUMBER_PERCENT);
	expect_kind(number_format_built_in(13), NUMBER_PLAIN);
	expect_kind(number_format_built_in(14), NUMBER_DATE);
	expect_kind(number_format_built_in(22), NUMBER_DATE);
	expect_kind(number_format_built_in(23), NUMBER_PLAIN);
	expect_kind(number_format_built_in(37), NUMBER_PLAIN);
	expect_kind(number_format_built_in(45), NUMBER_DATE);
	expect_kind(number_format_built_in(47), NUMBER_DATE);
	expect_kind(number_format_built_in(48), NUMBER_PLAIN);
	expect_kind(number_format_built_in(49), NUMBER_PLAIN);
	expect_kind(number_format_built_in(58), NUMBER_DATE);
	expect_kind(number_format_built_in(59), NUMBER_PLAIN);
	expect_kind(number_format_built_in(-1), NUMBER_PLAIN);
	expect_kind(number_format_built_in(1000000), NUMBER_PLAIN);
}

static void expect_code(const char *format, const char *digits, bool negative, const char *code)
{
	struct buf out = {0};

	number_format_code(&out, format, digits, negative);
	assert_string_equal(buf_text(&out), code);
	buf_release(&out);
}

static void a_code_has_the_zeros_and_the_text_of_its_format(void **state)
{
	(void)state;
	expect_code("", "123", false, "123");
	expect_code("General", "123", false, "123");
	expect_code("@", "123", false, "123");
	expect_code("00000", "123", false, "00123");
	expect_code("00000", "123456", false, "123456");
	expect_code("00000", "0", false, "00000");
	expect_code("\"CB\"000", "7", false, "CB007");
	expect_code("\"CB\"000", "1234", false, "CB1234");
	expect_code("\"CB\"General", "12", false, "CB12");
	expect_code("\\C\\B000", "7", false, "CB007");
	expect_code("\\Đ000", "7", false, "Đ007");
	expect_code("0000\"/ĐV\"", "12", false, "0012/ĐV");
	expect_code("000-000", "1234", false, "001-234");
	expect_code("0\"01\"000", "5123", false, "501123");
	expect_code("###0", "5", false, "5");
	expect_code("#", "0", false, "0");
	expect_code("00000;@", "12", false, "00012");
}

static void a_code_has_no_grouping_decimals_or_exponent(void **state)
{
	(void)state;
	expect_code("#,##0", "12345", false, "12345");
	expect_code("000 000 000 000", "1203000123", false, "001203000123");
	expect_code("\"CB \"000", "7", false, "CB 007");
	expect_code("0.00", "123", false, "123");
	expect_code("0.00E+00", "123456", false, "123456");
	expect_code("0%", "12", false, "12");
	expect_code("# ?/?", "12", false, "12");
	expect_code("[Red]000", "7", false, "007");
	expect_code("_(* #,##0_);_(* \\(#,##0\\);_(* \"-\"??_);_(@_)", "1234", false, "1234");
}

static void the_sign_chooses_the_section(void **state)
{
	(void)state;
	expect_code("000", "7", true, "-007");
	expect_code("000;\"N\"000", "7", true, "N007");
	expect_code("000;-000;\"không\"", "0", false, "0");
	expect_code("000;-000;00", "0", false, "00");
	expect_code("", "7", true, "-7");
	/* Conditions are not followed. */
	expect_code("[<100]000;00000", "7", false, "7");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(dates_are_told_by_their_letters),
		cmocka_unit_test(other_letters_are_no_date),
		cmocka_unit_test(percents_have_their_sign),
		cmocka_unit_test(built_in_numbers_stand_for_their_formats),
		cmocka_unit_test(a_code_has_the_zeros_and_the_text_of_its_format),
		cmocka_unit_test(a_code_has_no_grouping_decimals_or_exponent),
		cmocka_unit_test(the_sign_chooses_the_section),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
