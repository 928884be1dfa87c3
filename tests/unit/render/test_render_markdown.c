#include "support.h"

#include "rendering.h"

static const struct column columns[] = {
	{.key = "level", .kind = COL_LEVEL, .label = L("Cấp", "Level")},
	{.key = "name", .kind = COL_TREE, .label = L("Đơn vị", "Unit")},
	{.key = "members", .kind = COL_COUNT, .label = L("Đảng viên", "Members")},
	{.key = "percent", .kind = COL_PERCENT, .label = L("Tỷ lệ", "Ratio")},
	{.key = "day", .kind = COL_DATE, .label = L("Ngày", "Day")},
};
static const struct sheet sheet = {.name = "ratio",
	.title = L("Tỷ lệ", "Ratio"),
	.as_of = DAY_2022_04_30,
	.columns = columns,
	.count = 5};

static const struct render_options vi = {.lang = LANG_VI}, en = {.lang = LANG_EN};

static const struct cell cells[] = {NUMBER(0), TEXT("Huyện"), NUMBER(4541),
	FRACTION(454100, 131791), NUMBER(DAY_2019_04_01), NUMBER(2), TEXT("Chi bộ"), NUMBER(0),
	NONE, NONE};

static void page_is_in_vietnamese(void **state)
{
	static const char *const notes[] = {"Dân số theo tổng điều tra.", "Ghi chú *hai*.", NULL};

	(void)state;
	assert_rendered(&render_markdown, vi, &sheet, cells, 2, notes,
		"## Tỷ lệ\n\n"
		"Tính đến ngày 30/04/2022\n\n"
		"| Đơn vị | Đảng viên | Tỷ lệ | Ngày |\n"
		"| --- | ---: | ---: | --- |\n"
		"| Huyện | 4.541 | 3,45 % | 01/04/2019 |\n"
		"| – – Chi bộ | 0 | – |  |\n"
		"\nDân số theo tổng điều tra.\n"
		"\nGhi chú \\*hai\\*.\n");
}

static void page_is_in_english(void **state)
{
	(void)state;
	assert_rendered(&render_markdown, en, &sheet, cells, 1, NULL,
		"## Ratio\n\n"
		"As of 2022-04-30\n\n"
		"| Unit | Members | Ratio | Day |\n"
		"| --- | ---: | ---: | --- |\n"
		"| Huyện | 4,541 | 3.45 % | 2019-04-01 |\n");
}

static void table_without_rows_keeps_its_head(void **state)
{
	(void)state;
	assert_rendered(&render_markdown, en, &sheet, NULL, 0, NULL,
		"## Ratio\n\nAs of 2022-04-30\n\n"
		"| Unit | Members | Ratio | Day |\n| --- | ---: | ---: | --- |\n");
}

static void no_text_becomes_markup(void **state)
{
	static const struct cell hostile[] = {
		NUMBER(0), TEXT("a|b\\c\nd\r\ne <b>*_`[x]&~"), NONE, NONE, NONE};

	(void)state;
	assert_rendered(&render_markdown, en, &sheet, hostile, 1, NULL,
		"## Ratio\n\nAs of 2022-04-30\n\n"
		"| Unit | Members | Ratio | Day |\n| --- | ---: | ---: | --- |\n"
		"| a\\|b\\\\c<br>d<br>e \\<b>\\*\\_\\`\\[x\\]\\&\\~ | – | – |  |\n");
}

static void a_record_is_lines_of_heading_and_value(void **state)
{
	static const struct column facts[] = {
		{.key = "as_of", .kind = COL_DATE, .label = L("Tính đến ngày", "As of")},
		{.key = "members", .kind = COL_COUNT, .label = L("Đảng viên", "Members")},
		{.key = "plan", .kind = COL_CODE, .label = L("Kế hoạch", "Plan")},
	};
	static const struct cell values[] = {NUMBER(DAY_2022_04_30), NUMBER(4541), NONE};
	const struct sheet record = {.name = "summary",
		.title = L("Tổng hợp", "Summary"),
		.as_of = DAY_2022_04_30,
		.columns = facts,
		.count = 3,
		.one_row = true};

	(void)state;
	assert_rendered(&render_markdown, vi, &record, values, 1, NULL,
		"## Tổng hợp\n\nTính đến ngày 30/04/2022\n\n"
		"| Nội dung | Số liệu |\n| --- | --- |\n"
		"| Đảng viên | 4.541 |\n| Kế hoạch | – |\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(page_is_in_vietnamese),
		cmocka_unit_test(page_is_in_english),
		cmocka_unit_test(table_without_rows_keeps_its_head),
		cmocka_unit_test(no_text_becomes_markup),
		cmocka_unit_test(a_record_is_lines_of_heading_and_value),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
