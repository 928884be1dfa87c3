#include "support.h"

#include "rendering.h"

static const struct column columns[] = {
	{.key = "level", .kind = COL_LEVEL},
	{.key = "unit", .kind = COL_CODE},
	{.key = "name", .kind = COL_TREE},
	{.key = "kind", .kind = COL_WORD, .codes = &codes_unit_kind},
	{.key = "members", .kind = COL_COUNT},
	{.key = "percent", .kind = COL_PERCENT},
	{.key = "points", .kind = COL_POINTS},
	{.key = "share", .kind = COL_SHARE},
	{.key = "day", .kind = COL_DATE},
	{.key = "birth", .kind = COL_BIRTH},
};
static const struct sheet sheet = {
	.name = "ratio", .as_of = DAY_2022_04_30, .columns = columns, .count = 10};

static const struct column one_text[] = {{.key = "text", .kind = COL_TEXT}};
static const struct sheet texts = {
	.name = "texts", .as_of = DAY_2022_04_30, .columns = one_text, .count = 1};

#define HEAD "{\"schema_version\":1,\"report\":\"texts\",\"as_of\":\"2022-04-30\",\"parameters\":{}"

static const struct render_options options = {.lang = LANG_VI, .guard = true};

static void numbers_are_numbers_and_empty_cells_null(void **state)
{
	static const struct cell cells[] = {NUMBER(0), TEXT("007"), TEXT("Chi bộ"), NUMBER(6),
		NUMBER(4541), FRACTION(2210, 100), FRACTION(-4, 10), NUMBER(38500),
		NUMBER(DAY_2022_04_30), NUMBER(19800200), NUMBER(1), NONE, NONE, NONE, NONE, NONE,
		NONE, NONE, NONE, NONE};

	(void)state;
	assert_rendered(&render_json, options, &sheet, cells, 2, NULL,
		"{\"schema_version\":1,\"report\":\"ratio\",\"as_of\":\"2022-04-30\","
		"\"parameters\":{},\"rows\":[\n"
		"{\"level\":0,\"unit\":\"007\",\"name\":\"Chi bộ\",\"kind\":\"cell\","
		"\"members\":4541,\"percent\":22.10,\"points\":-0.40,\"share\":3.85,"
		"\"day\":\"2022-04-30\",\"birth\":\"1980-02\"},\n"
		"{\"level\":1,\"unit\":null,\"name\":null,\"kind\":null,\"members\":null,"
		"\"percent\":null,\"points\":null,\"share\":null,\"day\":null,\"birth\":null}\n"
		"]}\n");
}

static void no_rows_are_an_empty_list(void **state)
{
	static const char *const notes[] = {"Ghi chú", NULL};

	(void)state;
	assert_rendered(&render_json, options, &texts, NULL, 0, notes, HEAD ",\"rows\":[]}\n");
}

static void a_code_of_digits_is_a_string(void **state)
{
	static const struct column code[] = {{.key = "unit", .kind = COL_CODE}};
	static const struct cell cells[] = {TEXT("872"), NUMBER(872)};
	const struct sheet codes = {
		.name = "texts", .as_of = DAY_2022_04_30, .columns = code, .count = 1};

	(void)state;
	assert_rendered(&render_json, options, &codes, cells, 2, NULL,
		HEAD ",\"rows\":[\n{\"unit\":\"872\"},\n{\"unit\":\"872\"}\n]}\n");
}

static void strings_are_escaped(void **state)
{
	static const struct cell cells[] = {TEXT("\"\\/"), TEXT("\b\f\n\r\t\x01\x1f\x7f"),
		TEXT("\xc2\x85\xc2\x9f\u00a0"), TEXT("\u2027\u2028\u2029"),
		TEXT("\u202e\u2066\u2069\u200f\u061c"), TEXT("Đảng bộ – 🎉")};

	(void)state;
	assert_rendered(&render_json, options, &texts, cells, 6, NULL,
		HEAD ",\"rows\":[\n"
		     "{\"text\":\"\\\"\\\\/\"},\n"
		     "{\"text\":\"\\b\\f\\n\\r\\t\\u0001\\u001f\\u007f\"},\n"
		     "{\"text\":\"\\u0085\\u009f\u00a0\"},\n"
		     "{\"text\":\"\u2027\\u2028\\u2029\"},\n"
		     "{\"text\":\"\\u202e\\u2066\\u2069\\u200f\\u061c\"},\n"
		     "{\"text\":\"Đảng bộ – 🎉\"}\n"
		     "]}\n");
}

static void a_formula_is_no_danger_in_json(void **state)
{
	static const struct cell cells[] = {TEXT("=1")};

	(void)state;
	assert_rendered(&render_json, options, &texts, cells, 1, NULL,
		HEAD ",\"rows\":[\n{\"text\":\"=1\"}\n]}\n");
}

static void parameters_keep_their_types(void **state)
{
	static const struct parameter parameters[] = {
		{.name = "unit", .type = PARAMETER_TEXT, .text = "87\"2"},
		{.name = "plan", .type = PARAMETER_TEXT, .text = NULL},
		{.name = "depth", .type = PARAMETER_NUMBER, .number = -1},
		{.name = "all", .type = PARAMETER_FLAG, .number = 1},
		{.name = "strict", .type = PARAMETER_FLAG, .number = 0},
	};
	struct sheet with = texts;

	(void)state;
	with.parameters = parameters;
	with.parameter_count = 5;
	assert_rendered(&render_json, options, &with, NULL, 0, NULL,
		"{\"schema_version\":1,\"report\":\"texts\",\"as_of\":\"2022-04-30\","
		"\"parameters\":{\"unit\":\"87\\\"2\",\"plan\":null,\"depth\":-1,\"all\":true,"
		"\"strict\":false},\"rows\":[]}\n");
}

static void bytes_that_are_no_text_do_not_break_the_document(void **state)
{
	static const struct parameter parameters[] = {
		{.name = "unit", .type = PARAMETER_TEXT, .text = "a\xff"}};
	struct sheet with = texts;

	(void)state;
	with.parameters = parameters;
	with.parameter_count = 1;
	assert_rendered(&render_json, options, &with, NULL, 0, NULL,
		"{\"schema_version\":1,\"report\":\"texts\",\"as_of\":\"2022-04-30\","
		"\"parameters\":{\"unit\":\"a\\\\xff\"},\"rows\":[]}\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(numbers_are_numbers_and_empty_cells_null),
		cmocka_unit_test(no_rows_are_an_empty_list),
		cmocka_unit_test(a_code_of_digits_is_a_string),
		cmocka_unit_test(strings_are_escaped),
		cmocka_unit_test(a_formula_is_no_danger_in_json),
		cmocka_unit_test(parameters_keep_their_types),
		cmocka_unit_test(bytes_that_are_no_text_do_not_break_the_document),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
