#include "support.h"

#include "render/layout.h"
#include "rendering.h"

static const struct column columns[] = {
	{.key = "level", .kind = COL_LEVEL, .label = L("Cấp", "Level")},
	{.key = "unit", .kind = COL_CODE, .label = L("Mã", "Code")},
	{.key = "name", .kind = COL_TREE, .label = L("Đơn vị", "Unit")},
	{.key = "members", .kind = COL_COUNT, .label = L("Đảng viên", "Members")},
	{.key = "percent",
		.kind = COL_PERCENT,
		.label = L("Đạt", "Progress"),
		.decimals_for_people = 1,
		.bar = true},
	{.key = "day", .kind = COL_DATE, .label = L("Ngày", "Day")},
	{.key = "status",
		.kind = COL_WORD,
		.label = L("Đánh giá", "Status"),
		.codes = &codes_progress_status},
};
#define COLUMNS 7

static const struct sheet sheet = {.name = "progress",
	.title = L("Tiến độ", "Progress"),
	.as_of = DAY_2022_04_30,
	.columns = columns,
	.count = COLUMNS};

static const struct cell tree[] = {NUMBER(0), TEXT("872"), TEXT("Huyện"), NUMBER(4541),
	FRACTION(12600, 570), NUMBER(DAY_2022_04_30), NUMBER(5),
	/* */
	NUMBER(1), TEXT("30037"), TEXT("Mỹ An"), NUMBER(741), FRACTION(10100, 100), NONE, NUMBER(2),
	/* */
	NUMBER(2), TEXT("30037.1"), TEXT("Chi bộ 1"), NUMBER(0), NONE, NONE, NONE,
	/* */
	NUMBER(1), TEXT("30040"), TEXT("Thạnh Lợi"), NONE, FRACTION(0, 1), NONE, NUMBER(3)};

static const struct render_options vi = {.lang = LANG_VI}, en = {.lang = LANG_EN};

static void rows_are_a_tree_and_numbers_stand_right(void **state)
{
	static const char *const notes[] = {"Một.", "Hai.", NULL};

	(void)state;
	assert_rendered(&render_table, vi, &sheet, tree, 4, notes,
		"Tiến độ\n"
		"Tính đến ngày 30/04/2022\n"
		"\n"
		"Mã       Đơn vị        Đảng viên      Đạt  Ngày        Đánh giá\n"
		"───────  ────────────  ─────────  ───────  ──────────  ────────────\n"
		"872      Huyện             4.541   22,1 %  30/04/2022  Chậm tiến độ\n"
		"30037    ├─Mỹ An             741  101,0 %              Hoàn thành\n"
		"30037.1  │ └─Chi bộ 1          0        –\n"
		"30040    └─Thạnh Lợi           –    0,0 %              Không đạt\n"
		"\nMột.\n"
		"\nHai.\n");
}

static void headings_and_numbers_are_in_english(void **state)
{
	(void)state;
	assert_rendered(&render_table, en, &sheet, tree, 1, NULL,
		"Progress\n"
		"As of 2022-04-30\n"
		"\n"
		"Code  Unit   Members  Progress  Day         Status\n"
		"────  ─────  ───────  ────────  ──────────  ──────\n"
		"872   Huyện    4,541    22.1 %  2022-04-30  Behind\n");
}

static void bars_are_for_a_terminal(void **state)
{
	const struct render_options options = {.lang = LANG_VI, .terminal = true, .width = 100};

	(void)state;
	assert_rendered(&render_table, options, &sheet, tree, 4, NULL,
		"Tiến độ\n"
		"Tính đến ngày 30/04/2022\n"
		"\n"
		"Mã       Đơn vị        Đảng viên                 Đạt  Ngày        Đánh giá\n"
		"───────  ────────────  ─────────  ──────────────────  ──────────  ────────────\n"
		"872      Huyện             4.541   22,1 % ██▏·······  30/04/2022  Chậm tiến độ\n"
		"30037    ├─Mỹ An             741  101,0 % ██████████              Hoàn thành\n"
		"30037.1  │ └─Chi bộ 1          0        –\n"
		"30040    └─Thạnh Lợi           –    0,0 % ··········              Không đạt\n");
}

static void colour_follows_the_status_and_the_scope_is_bold(void **state)
{
	const struct render_options options = {.lang = LANG_EN, .colour = true};
	char *text = render_text(&render_table, options, &sheet, tree, 4, NULL);

	(void)state;
	assert_non_null(strstr(text, "\033[1mProgress\033[0m\nAs of"));
	assert_non_null(strstr(text, "\033[1mHuyện\033[0m"));
	assert_non_null(strstr(text, "\033[1;33mBehind\033[0m\n"));
	assert_non_null(strstr(text, "\033[32mDone\033[0m\n"));
	assert_non_null(strstr(text, "\033[31mMissed\033[0m\n"));
	assert_null(strstr(text, "\033[1mMỹ An"));
	free(text);
}

static void a_lone_row_is_not_bold(void **state)
{
	const struct render_options options = {.lang = LANG_EN, .colour = true};
	char *text = render_text(&render_table, options, &sheet, tree, 1, NULL);

	(void)state;
	assert_null(strstr(text, "\033[1mHuyện"));
	assert_non_null(strstr(text, "\033[33mBehind\033[0m"));
	free(text);
}

static void the_tree_goes_on_beside_a_wrapped_name(void **state)
{
	static const struct column two[] = {
		{.key = "level", .kind = COL_LEVEL, .label = L("Cấp", "Level")},
		{.key = "name", .kind = COL_TREE, .label = L("Đơn vị", "Unit")},
		{.key = "n", .kind = COL_COUNT, .label = L("Số", "N")},
	};
	static const struct cell cells[] = {NUMBER(0), TEXT("Đảng bộ huyện Tháp Mười"), NUMBER(1),
		NUMBER(1), TEXT("Đảng bộ thị trấn Mỹ An"), NUMBER(2), NUMBER(2),
		TEXT("Chi bộ khóm Một Hai"), NUMBER(3), NUMBER(1), TEXT("Đảng bộ xã Thạnh Lợi"),
		NUMBER(4)};
	const struct sheet narrow = {.name = "n",
		.title = L("T", "T"),
		.as_of = DAY_2022_04_30,
		.columns = two,
		.count = 3};
	const struct render_options options = {.lang = LANG_EN, .width = 19};

	(void)state;
	assert_rendered(&render_table, options, &narrow, cells, 4, NULL,
		"T\nAs of 2022-04-30\n\n"
		"Unit              N\n"
		"────────────────  ─\n"
		"Đảng bộ huyện     1\n"
		"Tháp Mười\n"
		"├─Đảng bộ thị     2\n"
		"│ trấn Mỹ An\n"
		"│ └─Chi bộ khóm   3\n"
		"│   Một Hai\n"
		"└─Đảng bộ xã      4\n"
		"  Thạnh Lợi\n");
}

/* progress lists only units with a target: a level may be missing between two rows. */
static void levels_may_leave_one_out(void **state)
{
	static const struct column two[] = {{.key = "level", .kind = COL_LEVEL},
		{.key = "name", .kind = COL_TREE, .label = L("Đ", "U")}};
	static const struct cell cells[] = {NUMBER(0), TEXT("a"), NUMBER(2), TEXT("b"), NUMBER(1),
		TEXT("c"), NUMBER(0), TEXT("d")};
	const struct sheet gaps = {.name = "g",
		.title = L("T", "T"),
		.as_of = DAY_2022_04_30,
		.columns = two,
		.count = 2};

	(void)state;
	assert_rendered(&render_table, en, &gaps, cells, 4, NULL,
		"T\nAs of 2022-04-30\n\nU\n───\na\n├─b\n└─c\nd\n");
}

/* On each level there is a line when more rows follow on it, and a blank when none do. */
static void lines_run_past_rows_of_every_level(void **state)
{
	static const struct column two[] = {{.key = "level", .kind = COL_LEVEL},
		{.key = "name", .kind = COL_TREE, .label = L("Đ", "U")}};
	static const struct cell cells[] = {NUMBER(0), TEXT("a"), NUMBER(1), TEXT("b"), NUMBER(2),
		TEXT("c"), NUMBER(3), TEXT("d"), NUMBER(4), TEXT("e"), NUMBER(3), TEXT("f"),
		NUMBER(1), TEXT("g")};
	const struct sheet deep = {.name = "g",
		.title = L("T", "T"),
		.as_of = DAY_2022_04_30,
		.columns = two,
		.count = 2};

	(void)state;
	assert_rendered(&render_table, en, &deep, cells, 7, NULL,
		"T\nAs of 2022-04-30\n\nU\n─────────\na\n├─b\n│ └─c\n│   ├─d\n│   │ └─e\n"
		"│   └─f\n└─g\n");
}

static size_t widest_line(const char *text)
{
	size_t widest = 0;

	for (const char *line = text; *line != '\0';) {
		size_t len = strcspn(line, "\n");
		size_t width = layout_width(line, len);

		widest = width > widest ? width : widest;
		line += len + (line[len] == '\n');
	}
	return widest;
}

static void no_line_is_wider_than_the_terminal(void **state)
{
	static const int widths[] = {40, 50, 60, 79, 80, 81, 100, 120};

	(void)state;
	for (size_t i = 0; i < sizeof widths / sizeof widths[0]; i++) {
		const struct render_options options = {
			.lang = LANG_VI, .terminal = true, .width = widths[i]};
		char *text = render_text(&render_table, options, &sheet, tree, 4, NULL);

		assert_true(widest_line(text) <= (size_t)widths[i]);
		assert_non_null(strstr(text, "4.541"));
		assert_non_null(strstr(text, "101,0 %"));
		free(text);
	}
}

static void what_does_not_fit_beside_is_set_below_with_the_names(void **state)
{
	const struct render_options options = {.lang = LANG_VI, .terminal = true, .width = 40};

	(void)state;
	assert_rendered(&render_table, options, &sheet, tree, 2, NULL,
		"Tiến độ\n"
		"Tính đến ngày 30/04/2022\n"
		"\n"
		"Mã     Đơn vị   Đảng viên\n"
		"─────  ───────  ─────────\n"
		"872    Huyện        4.541\n"
		"30037  └─Mỹ An        741\n"
		"\n"
		"Đơn vị                  Đạt  Ngày\n"
		"───────  ──────────────────  ──────────\n"
		"Huyện     22,1 % ██▏·······  30/04/2022\n"
		"└─Mỹ An  101,0 % ██████████\n"
		"\n"
		"Đơn vị   Đánh giá\n"
		"───────  ────────────\n"
		"Huyện    Chậm tiến độ\n"
		"└─Mỹ An  Hoàn thành\n");
}

static void control_characters_are_visible_and_columns_stay_straight(void **state)
{
	static const struct column two[] = {
		{.key = "name", .kind = COL_TEXT, .label = L("Tên", "Name")},
		{.key = "n", .kind = COL_COUNT, .label = L("Số", "N")}};
	static const struct cell cells[] = {TEXT("a\x1b[31m"), NUMBER(1), TEXT("b\nc"), NUMBER(2),
		TEXT("abcdefghij"), NUMBER(3)};
	const struct sheet hostile = {.name = "h",
		.title = L("T", "T"),
		.as_of = DAY_2022_04_30,
		.columns = two,
		.count = 2};

	(void)state;
	assert_rendered(&render_table, en, &hostile, cells, 3, NULL,
		"T\nAs of 2022-04-30\n\n"
		"Name        N\n"
		"──────────  ─\n"
		"a\\x1b[31m   1\n"
		"b\\nc        2\n"
		"abcdefghij  3\n");
}

static void a_record_is_lines_of_heading_and_value(void **state)
{
	static const struct column facts[] = {
		{.key = "as_of", .kind = COL_DATE, .label = L("Tính đến ngày", "As of")},
		{.key = "name", .kind = COL_TEXT, .label = L("Đơn vị", "Unit")},
		{.key = "members", .kind = COL_COUNT, .label = L("Đảng viên", "Members")},
		{.key = "plan", .kind = COL_CODE, .label = L("Kế hoạch", "Plan")},
		{.key = "percent", .kind = COL_PERCENT, .label = L("Đạt", "Progress"), .bar = true},
	};
	static const struct cell values[] = {NUMBER(DAY_2022_04_30),
		TEXT("Đảng bộ huyện Tháp Mười"), NUMBER(4541), NONE, FRACTION(12600, 570)};
	const struct sheet record = {.name = "summary",
		.title = L("Tổng hợp", "Summary"),
		.as_of = DAY_2022_04_30,
		.columns = facts,
		.count = 5,
		.one_row = true};
	const struct render_options narrow = {.lang = LANG_VI, .terminal = true, .width = 30};

	(void)state;
	assert_rendered(&render_table, vi, &record, values, 1, NULL,
		"Tổng hợp\nTính đến ngày 30/04/2022\n\n"
		"Đơn vị     Đảng bộ huyện Tháp Mười\n"
		"Đảng viên  4.541\n"
		"Kế hoạch   –\n"
		"Đạt        22,11 %\n");
	assert_rendered(&render_table, narrow, &record, values, 1, NULL,
		"Tổng hợp\nTính đến ngày 30/04/2022\n\n"
		"Đơn vị     Đảng bộ huyện Tháp\n"
		"           Mười\n"
		"Đảng viên  4.541\n"
		"Kế hoạch   –\n"
		"Đạt        22,11 %  ██▏·······\n");
}

static void nothing_to_show_is_said(void **state)
{
	(void)state;
	assert_rendered(&render_table, vi, &sheet, NULL, 0, NULL,
		"Tiến độ\nTính đến ngày 30/04/2022\n\nKhông có số liệu.\n");
	assert_rendered(&render_table, en, &sheet, NULL, 0, NULL,
		"Progress\nAs of 2022-04-30\n\nNothing to show.\n");
}

static void notes_are_wrapped_to_the_terminal(void **state)
{
	static const char *const notes[] = {"một hai ba bốn năm sáu bảy tám chín mười", NULL};
	const struct render_options options = {.lang = LANG_EN, .width = 20};

	(void)state;
	assert_rendered(&render_table, options, &sheet, NULL, 0, notes,
		"Progress\nAs of 2022-04-30\n\nNothing to show.\n"
		"\nmột hai ba bốn năm\nsáu bảy tám chín\nmười\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(rows_are_a_tree_and_numbers_stand_right),
		cmocka_unit_test(headings_and_numbers_are_in_english),
		cmocka_unit_test(bars_are_for_a_terminal),
		cmocka_unit_test(colour_follows_the_status_and_the_scope_is_bold),
		cmocka_unit_test(a_lone_row_is_not_bold),
		cmocka_unit_test(the_tree_goes_on_beside_a_wrapped_name),
		cmocka_unit_test(levels_may_leave_one_out),
		cmocka_unit_test(lines_run_past_rows_of_every_level),
		cmocka_unit_test(no_line_is_wider_than_the_terminal),
		cmocka_unit_test(what_does_not_fit_beside_is_set_below_with_the_names),
		cmocka_unit_test(control_characters_are_visible_and_columns_stay_straight),
		cmocka_unit_test(a_record_is_lines_of_heading_and_value),
		cmocka_unit_test(nothing_to_show_is_said),
		cmocka_unit_test(notes_are_wrapped_to_the_terminal),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
