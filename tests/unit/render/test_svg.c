#include "support.h"

#include "rendering.h"
#include "render/svg.h"

static const struct column columns[] = {
	{.key = "level", .kind = COL_LEVEL, .label = L("Cấp", "Level")},
	{.key = "name", .kind = COL_TREE, .label = L("Đơn vị", "Unit")},
	{.key = "done", .kind = COL_PERCENT, .label = L("Tỷ lệ", "Progress")},
	{.key = "gone", .kind = COL_PERCENT, .label = L("Thời gian", "Elapsed")},
	{.key = "members", .kind = COL_COUNT, .label = L("Đảng viên", "Members")},
};
static const struct sheet sheet = {.name = "x",
	.title = L("Bảng", "Table"),
	.as_of = DAY_2022_04_30,
	.columns = columns,
	.count = 5};

static const struct word groups[] = {
	{1, "young", L("Trẻ", "Young"), NULL, HIGHLIGHT_PLAIN},
	{2, "old", L("Già", "Old"), NULL, HIGHLIGHT_PLAIN},
	{3, "unknown", L("Không rõ", "Unknown"), NULL, HIGHLIGHT_PLAIN},
};
static const struct code_list group_book = {.name = "groups", .words = groups, .count = 3};
static const struct column bands[] = {
	{.key = "group", .kind = COL_WORD, .label = L("Nhóm", "Group"), .codes = &group_book},
	{.key = "members", .kind = COL_COUNT, .label = L("Đảng viên", "Members")},
};
static const struct sheet pyramid = {.name = "age",
	.title = L("Tuổi", "Ages"),
	.as_of = DAY_2022_04_30,
	.columns = bands,
	.count = 2};

static const struct chart ranking = {.kind = CHART_BARS,
	.across = "name",
	.values = {"done", "gone"},
	.title = L("Xếp hạng", "Ranking"),
	.ranked = true};
static const struct chart lines = {.kind = CHART_LINES,
	.across = "name",
	.values = {"members"},
	.second = "done",
	.title = L("Diễn biến", "Trend")};

static char *draw(
	const struct chart *chart, const struct sheet *of, const struct cell *cells, size_t rows)
{
	struct svg svg;
	struct buf out = {0};

	assert_true(svg_start(&svg, chart, of, LANG_EN));
	for (size_t i = 0; i < rows; i++)
		svg_add(&svg, cells + i * of->count);
	svg_write(&out, &svg, 7);
	svg_release(&svg);
	return out.data ? out.data : memory_text("", 0);
}

static void assert_before(const char *text, const char *first, const char *then)
{
	const char *at = strstr(text, first);

	if (at == NULL || strstr(at, then) == NULL)
		fail_msg("%s does not stand before %s", first, then);
}

#define UNIT(level_, name_, done_) \
	NUMBER(level_), TEXT(name_), FRACTION(done_, 1), FRACTION(30, 1), NUMBER(5)

static const struct cell units[] = {UNIT(0, "District", 50), UNIT(1, "Low", 10),
	UNIT(1, "High & dry", 90), UNIT(1, "Same", 30), UNIT(1, "Even", 30)};

static void longest_bar_comes_first_and_equals_keep_their_order(void **state)
{
	char *svg = draw(&ranking, &sheet, units, 5);

	(void)state;
	assert_before(svg, ">High &amp; dry</text>", ">Same</text>");
	assert_before(svg, ">Same</text>", ">Even</text>");
	assert_before(svg, ">Even</text>", ">Low</text>");
	free(svg);
}

static void total_of_the_tree_is_not_among_its_parts(void **state)
{
	char *svg = draw(&ranking, &sheet, units, 5);

	(void)state;
	assert_null(strstr(svg, "District"));
	free(svg);
	svg = draw(&ranking, &sheet, units, 1);
	assert_non_null(strstr(svg, ">District</text>"));
	free(svg);
}

static void bar_under_its_mark_looks_short_and_the_legend_says_so(void **state)
{
	char *svg = draw(&ranking, &sheet, units, 5);
	const char *first = strstr(svg, "class=\"bar short\"");

	(void)state;
	/* Once in the legend, and once for the bar of Low. */
	assert_non_null(first);
	assert_non_null(strstr(first + 1, "class=\"bar short\""));
	assert_before(svg, ">below the mark</text>", ">mark: Elapsed 30.00 %</text>");
	free(svg);
}

static void mark_of_all_rows_is_one_line(void **state)
{
	static const struct cell apart[] = {
		UNIT(1, "A", 10), NUMBER(1), TEXT("B"), FRACTION(20, 1), FRACTION(15, 1), NONE};
	char *svg = draw(&ranking, &sheet, units, 5);
	size_t rims = 0;

	(void)state;
	for (const char *at = svg; (at = strstr(at, "class=\"rim\"")) != NULL; at++)
		rims++;
	assert_int_equal(rims, 1);
	free(svg);
	svg = draw(&ranking, &sheet, apart, 2);
	rims = 0;
	for (const char *at = svg; (at = strstr(at, "class=\"rim\"")) != NULL; at++)
		rims++;
	assert_int_equal(rims, 2);
	free(svg);
}

static void picture_tells_its_content_in_words(void **state)
{
	char *svg = draw(&ranking, &sheet, units, 5);

	(void)state;
	assert_non_null(strstr(svg, "<title id=\"picture-7\">Ranking</title>"));
	assert_non_null(strstr(svg,
		"<desc id=\"picture-7-desc\">Progress: 4 rows, highest High &amp; dry (90.00 %), "
		"lowest Low (10.00 %). The table below has all figures.</desc>"));
	free(svg);
}

static void of_many_bars_the_ends_are_drawn(void **state)
{
	enum { MANY = 100 };
	static struct cell many[MANY * 5];
	static char names[MANY][16];
	char *svg;

	(void)state;
	for (int i = 0; i < MANY; i++) {
		const struct cell row[] = {UNIT(1, names[i], 100 - i)};

		snprintf(names[i], sizeof names[i], "U%02d", i);
		memcpy(&many[i * 5], row, sizeof row);
	}
	svg = draw(&ranking, &sheet, many, MANY);
	assert_non_null(strstr(svg, ">U19</text>"));
	assert_null(strstr(svg, ">U20</text>"));
	assert_null(strstr(svg, ">U79</text>"));
	assert_non_null(strstr(svg, ">U80</text>"));
	assert_non_null(strstr(svg, ">… and 60 more rows</text>"));
	free(svg);
}

static void chart_without_its_columns_or_values_is_not_drawn(void **state)
{
	static const struct chart unknown = {
		.kind = CHART_BARS, .across = "name", .values = {"nothing"}};
	static const struct cell empty[] = {NUMBER(1), TEXT("A"), NONE, FRACTION(30, 1), NONE};
	struct svg svg;
	char *text;

	(void)state;
	assert_false(svg_start(&svg, &unknown, &sheet, LANG_VI));
	text = draw(&ranking, &sheet, empty, 1);
	assert_string_equal(text, "");
	free(text);
	text = draw(&lines, &sheet, NULL, 0);
	assert_string_equal(text, "");
	free(text);
}

#define POINT(name_, members_) NUMBER(0), TEXT(name_), NONE, NONE, members_

static void missing_point_breaks_the_line(void **state)
{
	static const struct cell points[] = {POINT("a", NUMBER(0)), POINT("b", NUMBER(100)),
		POINT("c", NONE), POINT("d", NUMBER(50)), POINT("e", NUMBER(100))};
	char *svg = draw(&lines, &sheet, points, 5);

	(void)state;
	/* Scale 0 to 100 over 190 pixels from y 222 upwards; 584 pixels across from x 64. */
	assert_non_null(strstr(svg, "d=\"M64 222L210 32M502 127L648 32\""));
	assert_non_null(
		strstr(svg, "Members: from 0 (a) to 100 (e). The table below has all figures."));
	free(svg);
}

static void second_scale_gets_a_panel_of_its_own(void **state)
{
	static const struct cell both[] = {NUMBER(0), TEXT("a"), FRACTION(345, 100), NONE,
		NUMBER(4541), NUMBER(0), TEXT("b"), FRACTION(346, 100), NONE, NUMBER(4560)};
	char *svg = draw(&lines, &sheet, both, 2);

	(void)state;
	assert_before(svg, ">4,560<", ">3.46 %<");
	assert_before(svg, ">Members</text>", ">Progress</text>");
	free(svg);
}

static void single_point_stands_in_the_middle(void **state)
{
	static const struct cell point[] = {POINT("a", NUMBER(7))};
	char *svg = draw(&lines, &sheet, point, 1);

	(void)state;
	assert_non_null(strstr(svg, "cx=\"356\""));
	free(svg);
}

static void pyramid_stands_on_the_young_with_the_unknown_apart(void **state)
{
	static const struct chart chart = {.kind = CHART_PYRAMID,
		.across = "group",
		.values = {"members"},
		.title = L("Tháp tuổi", "Ages")};
	static const struct cell ages[] = {
		TEXT("young"), NUMBER(10), TEXT("old"), NUMBER(5), TEXT("unknown"), NUMBER(1)};
	char *svg = draw(&chart, &pyramid, ages, 3);

	(void)state;
	assert_before(svg, ">Old</text>", ">Young</text>");
	assert_before(svg, ">Young</text>", ">Unknown</text>");
	/* Young fills the width, Old half of it; both are centred on x 294. */
	assert_non_null(strstr(svg, "x=\"164\" y=\"34\" width=\"260\""));
	assert_non_null(strstr(svg, "x=\"229\" y=\"4\" width=\"130\""));
	assert_non_null(strstr(svg, "Young: 10; Old: 5; Unknown: 1."));
	free(svg);
}

static void assert_scale(int64_t lowest, int64_t highest, const struct column *column, int64_t low,
	int64_t high, int64_t step)
{
	struct svg_scale scale = svg_scale(lowest, highest, column);

	assert_int_equal(scale.low, low);
	assert_int_equal(scale.high, high);
	assert_int_equal(scale.step, step);
}

static void ticks_are_round_and_hold_the_values(void **state)
{
	const struct column *count = &columns[4], *percent = &columns[2];

	(void)state;
	assert_scale(0, 126 * 10000, count, 0, 150 * 10000, 50 * 10000);
	assert_scale(4390 * 10000, 4541 * 10000, count, 4350 * 10000, 4550 * 10000, 50 * 10000);
	/* The lowest is half of the highest or less: the scale begins at zero. */
	assert_scale(20 * 10000, 90 * 10000, count, 0, 100 * 10000, 20 * 10000);
	/* Counts of members have no ticks at halves. */
	assert_scale(0, 10000, count, 0, 10000, 10000);
	assert_scale(0, 0, count, 0, 10000, 10000);
	/* Ratios that are close together: 3.41 to 3.45. */
	assert_scale(34100, 34500, percent, 34100, 34500, 100);
	assert_scale(-15 * 10000, 7 * 10000, count, -15 * 10000, 10 * 10000, 5 * 10000);
}

static void value_beyond_all_bounds_is_still_drawn(void **state)
{
	static const struct cell vast[] = {POINT("a", NUMBER(INT64_MAX)),
		POINT("b", NUMBER(INT64_MIN)), POINT("c", NUMBER(1))};
	char *svg = draw(&lines, &sheet, vast, 3);

	(void)state;
	assert_non_null(strstr(svg, "</svg>"));
	free(svg);
}

static void long_label_is_cut_between_characters(void **state)
{
	struct buf out = {0};

	(void)state;
	svg_text(&out, "label", 1, 2, "Đảng bộ", 5);
	assert_string_equal(buf_text(&out), "<text class=\"label\" x=\"1\" y=\"2\">Đảng…</text>\n");
	buf_release(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(longest_bar_comes_first_and_equals_keep_their_order),
		cmocka_unit_test(total_of_the_tree_is_not_among_its_parts),
		cmocka_unit_test(bar_under_its_mark_looks_short_and_the_legend_says_so),
		cmocka_unit_test(mark_of_all_rows_is_one_line),
		cmocka_unit_test(picture_tells_its_content_in_words),
		cmocka_unit_test(of_many_bars_the_ends_are_drawn),
		cmocka_unit_test(chart_without_its_columns_or_values_is_not_drawn),
		cmocka_unit_test(missing_point_breaks_the_line),
		cmocka_unit_test(second_scale_gets_a_panel_of_its_own),
		cmocka_unit_test(single_point_stands_in_the_middle),
		cmocka_unit_test(pyramid_stands_on_the_young_with_the_unknown_apart),
		cmocka_unit_test(ticks_are_round_and_hold_the_values),
		cmocka_unit_test(value_beyond_all_bounds_is_still_drawn),
		cmocka_unit_test(long_label_is_cut_between_characters),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
