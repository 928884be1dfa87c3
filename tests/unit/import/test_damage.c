#include "support.h"

#include "import/damage.h"

#define SIZE(array) (sizeof(array) / sizeof(array)[0])

static void expect_cell(const char *text, enum damage wanted)
{
	if (damage_of_cell(text, strlen(text)) != wanted)
		fail_msg("%s is not damage %d", text, (int)wanted);
}

static void expect_code(const char *text, enum damage wanted)
{
	if (damage_of_code(text, strlen(text), text, strlen(text)) != wanted)
		fail_msg("%s is not damage %d", text, (int)wanted);
}

static void errors_of_spreadsheets_are_known(void **state)
{
	static const char *const errors[] = {"#N/A", "#n/a", "#REF!", "#ref!", "#VALUE!", "#NAME?",
		"#Name?", "#DIV/0!", "#NUM!", "#NULL!", "#SPILL!", "#CALC!", "#FIELD!", "#BLOCKED!",
		"#CONNECT!", "#UNKNOWN!", "#EXTERNAL!", "#PYTHON!", "#ERROR!", "#BUSY!", "#BUSY",
		"#GETTING_DATA", "#Getting_Data", "Err:502", "err:511", "#¡VALOR!", "#¿NOMBRE?",
		"#BEZUG!", "#NV", "#N/D", "#Н/Д", "#ССЫЛКА!", "#GIÁ_TRỊ!"};
	static const char *const others[] = {"#1", "#", "#12", "C#", "# 1!", "#N/A1", "N#A", "Err",
		"Err:", "Err:50", "Err:5022", "Err:50x", "# ghi chú!", "Nguyễn Văn A", "a", ""};

	(void)state;
	for (size_t i = 0; i < SIZE(errors); i++) {
		expect_cell(errors[i], DAMAGE_ERROR);
		expect_code(errors[i], DAMAGE_ERROR);
	}
	for (size_t i = 0; i < SIZE(others); i++)
		if (strcmp(others[i], "#") != 0)
			expect_cell(others[i], DAMAGE_NONE);
	expect_cell("#", DAMAGE_NARROW);
	expect_cell("########", DAMAGE_NARROW);
}

static void words_for_nothing_are_known(void **state)
{
	static const char *const words[] = {"NULL", "null", "Null", "NaN", "nan", "None", "none",
		"N/A", "n/a", "(blank)", "(BLANK)", "<NA>", "NaT", "\\N", "undefined", "(trống)"};
	static const char *const others[] = {"Nan", "NAN", "NA", "Nulla", "Nonet", "N/A1", "(blank",
		"blank", "n", "Ngô", "Nona", "Nguyễn Thị Null", "0", "no"};

	(void)state;
	for (size_t i = 0; i < SIZE(words); i++) {
		expect_cell(words[i], DAMAGE_NOTHING);
		expect_code(words[i], DAMAGE_NOTHING);
	}
	for (size_t i = 0; i < SIZE(others); i++)
		expect_cell(others[i], DAMAGE_NONE);
}

static void a_code_in_exponent_form_is_known_by_its_sign(void **state)
{
	static const char *const numbers[] = {"8.72E+11", "8,72E+11", "8.72e+11", "1E+05", "12E+3",
		"1E-05", "1.5E-3", "87.2E+10"};
	static const char *const codes[] = {"1e5", "1E5", "8.72E11", "30E-1", "30E-01", "1E-5",
		"E+5", "8.72E+", "8.E+11", ".5E+3", "8.72E+11a", "A8E+1", "8E+1-2", "30049-06",
		"8.72", "1E", "E"};

	(void)state;
	for (size_t i = 0; i < SIZE(numbers); i++)
		expect_code(numbers[i], DAMAGE_EXPONENT);
	for (size_t i = 0; i < SIZE(codes); i++)
		expect_code(codes[i], DAMAGE_NONE);
	expect_cell("8.72E+11", DAMAGE_NONE); /* a text may say so */
}

static void a_code_has_no_control_characters(void **state)
{
	static const char *const damaged[] = {
		"A\x01", "\x1b[1mA", "A\x7f", "A\xc2\x80", "A\xc2\x9f", "A\x08"};
	static const char *const sound[] = {"A\tB", "A\nB",
		"A\xc2\x85"
		"B",
		"A\u00a0B", "A B", "Đ-1"};

	(void)state;
	/* The cleaned text is another one; only then can there be any. */
	for (size_t i = 0; i < SIZE(damaged); i++)
		assert_int_equal(
			damage_of_code("A", 1, damaged[i], strlen(damaged[i])), DAMAGE_CONTROL);
	for (size_t i = 0; i < SIZE(sound); i++)
		assert_int_equal(damage_of_code("A", 1, sound[i], strlen(sound[i])), DAMAGE_NONE);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(errors_of_spreadsheets_are_known),
		cmocka_unit_test(words_for_nothing_are_known),
		cmocka_unit_test(a_code_in_exponent_form_is_known_by_its_sign),
		cmocka_unit_test(a_code_has_no_control_characters),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
