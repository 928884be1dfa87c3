#include "support.h"

#include "render/markup.h"
#include "rendering.h"

static const struct column columns[] = {
	{.key = "level", .kind = COL_LEVEL, .label = L("Cấp", "Level")},
	{.key = "unit", .kind = COL_CODE, .label = L("Mã đơn vị", "Unit")},
	{.key = "name", .kind = COL_TREE, .label = L("Đơn vị", "Name")},
	{.key = "members", .kind = COL_COUNT, .label = L("Đảng viên", "Members")},
	{.key = "percent",
		.kind = COL_PERCENT,
		.label = L("Tỷ lệ", "Ratio"),
		.decimals_for_people = 1,
		.bar = true},
	{.key = "status",
		.kind = COL_WORD,
		.label = L("Tình trạng", "Status"),
		.codes = &codes_progress_status},
};
static const struct sheet sheet = {.name = "progress",
	.title = L("Tiến độ", "Progress"),
	.as_of = DAY_2022_04_30,
	.columns = columns,
	.count = 6};

static const struct cell cells[] = {NUMBER(0), TEXT("872"), TEXT("Huyện"), NUMBER(4541),
	FRACTION(12600, 570), TEXT("on_track"), NUMBER(1), TEXT("30037"), TEXT("Thị trấn"), NONE,
	NONE, NONE};

static const struct render_options vi = {.lang = LANG_VI}, en = {.lang = LANG_EN};

static void assert_has(const char *page, const char *part)
{
	if (strstr(page, part) == NULL)
		fail_msg("not on the page: %s", part);
}

static void assert_lacks(const char *page, const char *part)
{
	if (strstr(page, part) != NULL)
		fail_msg("on the page: %s", part);
}

static size_t occurrences(const char *page, const char *part)
{
	size_t count = 0;

	for (const char *at = page; (at = strstr(at, part)) != NULL; at++)
		count++;
	return count;
}

static void page_is_whole_and_needs_nothing_else(void **state)
{
	char *page = render_text(&render_html, vi, &sheet, cells, 2, NULL);

	(void)state;
	assert_memory_equal(page, "<!DOCTYPE html>\n<html lang=\"vi\">\n", 33);
	assert_has(page, "<meta charset=\"utf-8\">");
	assert_has(page, "<title>Tiến độ</title>");
	assert_has(page, "<h1>Tiến độ</h1>\n<p class=\"caption\">Tính đến ngày 30/04/2022</p>");
	assert_string_equal(page + strlen(page) - 16, "</body>\n</html>\n");
	assert_lacks(page, "<script");
	assert_lacks(page, "http:");
	assert_lacks(page, "https:");
	assert_lacks(page, "<link");
	assert_lacks(page, "url(");
	assert_lacks(page, "<nav");
	free(page);
}

static void table_tells_screen_readers_its_heads(void **state)
{
	char *page = render_text(&render_html, en, &sheet, cells, 2, NULL);

	(void)state;
	assert_has(page, "<html lang=\"en\">");
	assert_has(page, "role=\"region\" tabindex=\"0\" aria-label=\"Progress\"");
	assert_has(page, "<caption class=\"hidden\">Progress. As of 2022-04-30</caption>");
	assert_has(page,
		"<thead><tr><th scope=\"col\">Unit</th><th scope=\"col\">Name</th>"
		"<th scope=\"col\" class=\"n\">Members</th><th scope=\"col\" class=\"n\">Ratio</th>"
		"<th scope=\"col\">Status</th></tr></thead>");
	free(page);
}

static void rows_are_a_tree_of_cells_for_people(void **state)
{
	char *page = render_text(&render_html, vi, &sheet, cells, 2, NULL);

	(void)state;
	assert_has(page,
		"<tr class=\"root\"><td class=\"code\">872</td><th scope=\"row\">Huyện</th>"
		"<td class=\"n\">4.541</td><td class=\"n share\" style=\"--share:22%\">22,1 %</td>"
		"<td class=\"w\"><span data-tone=\"good\">Đúng tiến độ</span></td></tr>");
	assert_has(page, "<th scope=\"row\" class=\"tree-1\">Thị trấn</th>");
	free(page);
}

static void empty_cell_is_a_dash_that_is_not_read_out(void **state)
{
	char *page = render_text(&render_html, vi, &sheet, cells, 2, NULL);

	(void)state;
	assert_int_equal(
		occurrences(page, "<span class=\"none\" aria-hidden=\"true\">–</span>"), 3);
	free(page);
}

static void text_never_becomes_markup(void **state)
{
	static const char *const notes[] = {"<b>&", NULL};
	static const struct cell hostile[] = {NUMBER(1), TEXT("\"><script>x</script>"),
		TEXT("a\x1b[31m\nb'\xE2\x80\xAE"), NONE, NONE, NONE};
	char *page = render_text(&render_html, en, &sheet, hostile, 1, notes);

	(void)state;
	assert_lacks(page, "<script");
	assert_has(page, "&quot;&gt;&lt;script&gt;x&lt;/script&gt;");
	assert_has(page, "a\\x1b[31m\\nb&#39;\\u202e");
	assert_has(page, "<p class=\"note\">&lt;b&gt;&amp;</p>");
	free(page);
}

static void sheet_without_rows_says_so(void **state)
{
	char *page = render_text(&render_html, vi, &sheet, NULL, 0, NULL);

	(void)state;
	assert_has(page, "Không có dữ liệu.");
	assert_lacks(page, "<table>");
	free(page);
}

static void period_stands_in_the_caption(void **state)
{
	static const struct parameter parameters[] = {{"from", PARAMETER_TEXT, "2022-01-01", 0},
		{"to", PARAMETER_TEXT, "2022-04-30", 0}, {"unit", PARAMETER_TEXT, "<30037>", 0},
		{"all", PARAMETER_FLAG, NULL, 1}};
	struct sheet period = sheet;
	char *page;

	(void)state;
	period.parameters = parameters;
	period.parameter_count = 4;
	page = render_text(&render_html, vi, &period, cells, 2, NULL);
	assert_has(page, "<p class=\"caption\">Từ ngày 01/01/2022 đến ngày 30/04/2022 · "
			 "Đơn vị &lt;30037&gt;</p>");
	free(page);
	page = render_text(&render_html, en, &period, cells, 2, NULL);
	assert_has(page, "From 2022-01-01 to 2022-04-30 · Unit &lt;30037&gt;");
	free(page);
}

static const struct column record[] = {
	{.key = "as_of", .kind = COL_DATE, .label = L("Ngày", "As of")},
	{.key = "name", .kind = COL_TEXT, .label = L("Tên", "Name")},
	{.key = "members", .kind = COL_COUNT, .label = L("Đảng viên", "Members"), .main = true},
	{.key = "population_as_of", .kind = COL_DATE, .label = L("Dân số ngày", "Census")},
};
static const struct sheet summary = {.name = "summary",
	.title = L("Tổng hợp", "Summary"),
	.as_of = DAY_2022_04_30,
	.columns = record,
	.count = 4,
	.one_row = true};
static const struct cell figures[] = {
	NUMBER(DAY_2022_04_30), TEXT("Tháp Mười"), NUMBER(4541), NUMBER(DAY_2019_04_01)};

static void single_record_is_figures_not_a_table(void **state)
{
	char *page = render_text(&render_html, vi, &summary, figures, 1, NULL);

	(void)state;
	assert_lacks(page, "<table>");
	assert_has(page,
		"<dl class=\"figures\">\n<div><dt>Đảng viên</dt><dd>4.541</dd></div>\n</dl>\n"
		"<dl class=\"facts\">\n<div><dt>Tên</dt><dd>Tháp Mười</dd></div>\n"
		"<div><dt>Dân số ngày</dt><dd>01/04/2019</dd></div>\n</dl>");
	assert_has(page, "Tính đến ngày 30/04/2022");
	free(page);
}

static char *render_month(bool with_summary)
{
	struct error error = {.lang = LANG_VI};
	char *text = NULL;
	size_t len = 0;
	struct output out = {.file = open_memstream(&text, &len), .options = vi};
	struct sheet second = sheet;

	second.name = "ratio";
	second.title = (struct label)L("Tỷ lệ & dân số", "Ratio");
	assert_int_equal(render_html.open(&out, &error), STATUS_DONE);
	if (with_summary)
		assert_int_equal(
			render_sheet(&out, &render_html, &summary, figures, 1, NULL, &error),
			STATUS_DONE);
	render_sheet(&out, &render_html, &sheet, cells, 2, NULL, &error);
	render_sheet(&out, &render_html, &second, cells, 2, NULL, &error);
	assert_int_equal(render_html.close(&out, &error), STATUS_DONE);
	fclose(out.file);
	return text;
}

static void several_sheets_have_contents_that_lead_to_them(void **state)
{
	char *page = render_month(true);

	(void)state;
	assert_has(page, "<h1>Tổng hợp</h1>");
	assert_has(page, "<li><a href=\"#progress\">Tiến độ</a></li>\n"
			 "<li><a href=\"#ratio\">Tỷ lệ &amp; dân số</a></li>\n</ol>");
	assert_has(page, "<section id=\"progress\">\n<h2>Tiến độ</h2>");
	assert_has(page, "<section id=\"ratio\">\n<h2>Tỷ lệ &amp; dân số</h2>");
	assert_int_equal(occurrences(page, "<h1>"), 1);
	assert_lacks(page, "#summary");
	free(page);
	page = render_month(false);
	assert_has(page, "<h1>Báo cáo thống kê đảng viên</h1>");
	free(page);
}

static void same_rows_give_same_bytes(void **state)
{
	char *one = render_month(true), *two = render_month(true);

	(void)state;
	assert_string_equal(one, two);
	free(one);
	free(two);
}

static void sheet_that_was_not_ended_writes_nothing(void **state)
{
	struct error error = {.lang = LANG_EN};
	char *text = NULL;
	size_t len = 0;
	struct output out = {.file = open_memstream(&text, &len), .options = en};

	(void)state;
	assert_int_equal(render_html.open(&out, &error), STATUS_DONE);
	assert_int_equal(render_html.begin(&out, &sheet, &error), STATUS_DONE);
	assert_int_equal(render_html.row(&out, cells, &error), STATUS_DONE);
	assert_int_equal(render_html.close(&out, &error), STATUS_DONE);
	fclose(out.file);
	assert_int_equal(len, 0);
	free(text);
}

static void full_disk_is_an_error(void **state)
{
	struct error error = {.lang = LANG_EN};
	struct output out = {.file = fopen("/dev/full", "w"), .options = en};

	(void)state;
	if (out.file == NULL)
		skip();
	assert_int_equal(render_html.open(&out, &error), STATUS_DONE);
	assert_int_equal(
		render_sheet(&out, &render_html, &sheet, cells, 2, NULL, &error), STATUS_DONE);
	assert_int_equal(render_html.close(&out, &error), STATUS_FAILED);
	fclose(out.file);
}

static void chart_stands_above_its_table(void **state)
{
	static const struct chart second = {.kind = CHART_LINES,
		.across = "name",
		.values = {"members"},
		.title = L("Hai", "Two")};
	static const struct chart first = {.kind = CHART_BARS,
		.across = "name",
		.values = {"members"},
		.title = L("Một & hình", "One"),
		.next = &second};
	struct sheet drawn = sheet;
	char *page;

	(void)state;
	drawn.chart = &first;
	page = render_text(&render_html, vi, &drawn, cells, 2, NULL);
	assert_has(page, "<figcaption>Một &amp; hình</figcaption>");
	assert_has(page, "role=\"img\" aria-labelledby=\"picture-1 picture-1-desc\"");
	assert_has(page, "<title id=\"picture-2\">Hai</title>");
	assert_true(strstr(page, "<svg") < strstr(page, "<table>"));
	assert_int_equal(occurrences(page, "<svg"), 2);
	free(page);
}

/* Its rows are folded up below it, and it comes first in the section of the sheet before it. */
static void picture_with_rows_of_its_own_is_no_section(void **state)
{
	static const struct chart bars = {.kind = CHART_BARS,
		.across = "name",
		.values = {"members"},
		.title = L("Đơn vị", "Units")};
	static const struct chart months = {.kind = CHART_LINES,
		.across = "month",
		.values = {"admitted"},
		.title = L("Từng tháng", "By month")};
	static const struct column month_columns[] = {
		{.key = "month", .kind = COL_CODE, .label = L("Tháng", "Month")},
		{.key = "admitted", .kind = COL_COUNT, .label = L("Kết nạp", "Admitted")}};
	static const struct cell month_cells[] = {
		TEXT("2022-03"), NUMBER(118), TEXT("2022-04"), NUMBER(126)};
	const struct sheet picture = {.name = "progress-months",
		.title = L("Kết nạp từng tháng", "Admissions by month"),
		.columns = month_columns,
		.count = 2,
		.chart = &months,
		.picture = true};
	struct error error = {.lang = LANG_EN};
	struct sheet main_sheet = sheet;
	char *page = NULL;
	size_t len = 0;
	struct output out = {.file = open_memstream(&page, &len), .options = en};

	(void)state;
	main_sheet.chart = &bars;
	assert_int_equal(render_html.open(&out, &error), STATUS_DONE);
	assert_int_equal(
		render_sheet(&out, &render_html, &main_sheet, cells, 2, NULL, &error), STATUS_DONE);
	assert_int_equal(render_sheet(&out, &render_html, &picture, month_cells, 2, NULL, &error),
		STATUS_DONE);
	assert_int_equal(render_html.close(&out, &error), STATUS_DONE);
	fclose(out.file);
	assert_int_equal(occurrences(page, "<section"), 1);
	assert_int_equal(occurrences(page, "<svg"), 2);
	assert_int_equal(occurrences(page, "<details>"), 1);
	assert_has(page, "aria-label=\"Progress: By month\"");
	assert_true(strstr(page, ">By month</figcaption>") < strstr(page, ">Units</figcaption>"));
	assert_true(strstr(page, ">Units</figcaption>") < strstr(page, ">4,541</td>"));
	assert_true(strstr(page, "<details>") < strstr(page, "<td class=\"n\">126</td>"));
	assert_true(strstr(page, "<td class=\"n\">126</td>") < strstr(page, "</details>"));
	assert_lacks(page, "id=\"progress-months\"");
	free(page);
}

static void style_has_both_schemes_and_paper(void **state)
{
	size_t dark = 0, print = 0;

	(void)state;
	for (size_t i = 0; markup_style[i]; i++) {
		dark += strstr(markup_style[i], "prefers-color-scheme: dark") != NULL;
		print += strstr(markup_style[i], "size: A4") != NULL;
		assert_null(strstr(markup_style[i], "</"));
	}
	assert_int_equal(dark, 1);
	assert_int_equal(print, 2);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(page_is_whole_and_needs_nothing_else),
		cmocka_unit_test(table_tells_screen_readers_its_heads),
		cmocka_unit_test(rows_are_a_tree_of_cells_for_people),
		cmocka_unit_test(empty_cell_is_a_dash_that_is_not_read_out),
		cmocka_unit_test(text_never_becomes_markup),
		cmocka_unit_test(sheet_without_rows_says_so),
		cmocka_unit_test(period_stands_in_the_caption),
		cmocka_unit_test(single_record_is_figures_not_a_table),
		cmocka_unit_test(several_sheets_have_contents_that_lead_to_them),
		cmocka_unit_test(same_rows_give_same_bytes),
		cmocka_unit_test(sheet_that_was_not_ended_writes_nothing),
		cmocka_unit_test(full_disk_is_an_error),
		cmocka_unit_test(chart_stands_above_its_table),
		cmocka_unit_test(picture_with_rows_of_its_own_is_no_section),
		cmocka_unit_test(style_has_both_schemes_and_paper),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
