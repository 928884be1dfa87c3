#include "support.h"

#include <unistd.h>

#include "rendering.h"

/* The parts of the workbook are read by unzip(1). Without it the tests that need them are
 * skipped. */

static const struct word tones[] = {{1, "late", L("Chậm", "Late"), NULL, HIGHLIGHT_WARN}};
static const struct code_list tone_book = {.name = "tone", .words = tones, .count = 1};

static const struct column columns[] = {
	{.key = "level", .kind = COL_LEVEL, .label = L("Cấp", "Level")},
	{.key = "unit", .kind = COL_CODE, .label = L("Mã", "Code")},
	{.key = "name", .kind = COL_TREE, .label = L("Đơn vị", "Unit")},
	{.key = "members", .kind = COL_COUNT, .label = L("Đảng viên", "Members")},
	{.key = "ratio", .kind = COL_PERCENT, .label = L("Tỷ lệ", "Ratio")},
	{.key = "gap", .kind = COL_POINTS, .label = L("Chênh lệch", "Gap")},
	{.key = "day", .kind = COL_DATE, .label = L("Ngày", "Day")},
	{.key = "birth", .kind = COL_BIRTH, .label = L("Sinh", "Born")},
	{.key = "target", .kind = COL_SHARE, .label = L("Mục tiêu", "Target")},
	{.key = "status",
		.kind = COL_WORD,
		.label = L("Tình trạng", "Status"),
		.codes = &tone_book},
};
enum { COLUMNS = sizeof columns / sizeof columns[0] };

static const struct chart chart = {.kind = CHART_LINES,
	.across = "name",
	.values = {"members"},
	.second = "ratio",
	.title = L("Diễn biến", "Trend")};
static const struct sheet sheet = {.name = "ratio",
	.title = L("Tỷ lệ [đảng viên]: so với dân số cả huyện", "Ratio"),
	.as_of = DAY_2022_04_30,
	.columns = columns,
	.count = COLUMNS,
	.chart = &chart};

static const struct cell cells[] = {NUMBER(0), TEXT("00872"), TEXT("=1+1"), NUMBER(4541),
	FRACTION(100, 8), FRACTION(-40, 100), NUMBER(DAY_2022_04_30), NUMBER(19800203),
	NUMBER(38500), TEXT("late"), NUMBER(2), TEXT("1E5"), TEXT("a\x1b_x0041_"), NONE, NONE, NONE,
	NUMBER(-25568), NUMBER(19800200), NUMBER(40000), NONE};

static const struct render_options vi = {.lang = LANG_VI}, en = {.lang = LANG_EN};

/* The bytes of the workbook. The caller frees them. */
static char *render_book(struct render_options options, const struct sheet *of,
	const struct cell *rows, size_t count, size_t copies, size_t *len)
{
	struct error error = {.lang = options.lang};
	char *data = NULL;
	struct output out = {.file = open_memstream(&data, len), .options = options};

	assert_int_equal(render_xlsx.open(&out, &error), STATUS_DONE);
	for (size_t i = 0; i < copies; i++)
		assert_int_equal(render_sheet(&out, &render_xlsx, of, rows, count, NULL, &error),
			STATUS_DONE);
	assert_int_equal(render_xlsx.close(&out, &error), STATUS_DONE);
	fclose(out.file);
	return data;
}

/* A part of the workbook as text; skips the test when there is no unzip. */
static char *part_of(const char *data, size_t len, const char *part)
{
	char path[] = "/tmp/memberstat-test-XXXXXX", command[256];
	struct buf text = {0};
	int file = mkstemp(path);
	FILE *pipe;
	size_t n;

	assert_true(file >= 0);
	assert_int_equal(write(file, data, len), (ssize_t)len);
	close(file);
	snprintf(command, sizeof command, "unzip -p %s %s 2>/dev/null", path, part);
	pipe = popen(command, "r");
	assert_non_null(pipe);
	do {
		buf_reserve(&text, 4096);
		n = fread(text.data + text.len, 1, 4096, pipe);
		text.len += n;
		text.data[text.len] = '\0';
	} while (n > 0);
	pclose(pipe);
	unlink(path);
	if (text.len == 0) {
		buf_release(&text);
		return NULL;
	}
	return text.data;
}

static char *render_part(struct render_options options, const struct sheet *of,
	const struct cell *rows, size_t count, size_t copies, const char *part)
{
	size_t len;
	char *data = render_book(options, of, rows, count, copies, &len);
	char *text = part_of(data, len, part);

	assert_memory_equal(data, "PK\3\4", 4);
	free(data);
	if (text == NULL && system("command -v unzip >/dev/null") != 0)
		skip();
	assert_non_null(text);
	return text;
}

static void assert_has(const char *text, const char *part)
{
	if (strstr(text, part) == NULL)
		fail_msg("not there: %s\nin: %s", part, text);
}

/* The text of a cell with any style: what comes after r="REF" s="N". */
static void assert_cell(const char *page, const char *reference, const char *rest)
{
	char start[32];
	const char *at;

	snprintf(start, sizeof start, "<c r=\"%s\"", reference);
	at = strstr(page, start);
	if (at == NULL)
		fail_msg("no cell %s", reference);
	at += strlen(start);
	if (strncmp(at, " s=\"", 4) == 0)
		at = strchr(at + 4, '"') + 1;
	if (strncmp(at, rest, strlen(rest)) != 0)
		fail_msg("cell %s is %.40s, not %s", reference, at, rest);
}

static void figures_are_numbers_of_the_exact_value(void **state)
{
	char *page = render_part(vi, &sheet, cells, 2, 1, "xl/worksheets/sheet1.xml");

	(void)state;
	assert_cell(page, "C2", "><v>4541</v>");
	/* 12.5 % is the number 0.125. */
	assert_cell(page, "D2", "><v>0.125</v>");
	assert_cell(page, "E2", "><v>-0.4</v>");
	/* 2022-04-30 and 1980-02-03 as days since the last day of 1899, as spreadsheets count. */
	assert_cell(page, "F2", "><v>44681</v>");
	assert_cell(page, "G2", "><v>29254</v>");
	assert_cell(page, "H2", "><v>0.0385</v>");
	free(page);
}

static void codes_and_words_are_text(void **state)
{
	char *page = render_part(vi, &sheet, cells, 2, 1, "xl/worksheets/sheet1.xml");

	(void)state;
	assert_cell(page, "A2", " t=\"s\">");
	assert_cell(page, "B2", " t=\"s\">");
	assert_cell(page, "A3", " t=\"s\">");
	assert_cell(page, "I2", " t=\"s\">");
	/* A date before 1900-03-01, and a birth without a day, are texts. */
	assert_cell(page, "F3", " t=\"s\">");
	assert_cell(page, "G3", " t=\"s\">");
	assert_null(strstr(page, "<f>"));
	assert_null(strstr(page, "r=\"C3\""));
	free(page);
}

static void text_is_shown_as_it_is(void **state)
{
	char *text = render_part(vi, &sheet, cells, 2, 1, "xl/sharedStrings.xml");

	(void)state;
	assert_has(text, "<t>00872</t>");
	assert_has(text, "<t>=1+1</t>");
	assert_has(text, "<t>1E5</t>");
	assert_has(text, "<t>a\\x1b_x005F_x0041_</t>");
	assert_has(text, "<t>Chậm</t>");
	assert_has(text, "<t>02/1980</t>");
	assert_has(text, "<t>31/12/1899</t>");
	free(text);
}

static void numbers_have_their_forms(void **state)
{
	char *style = render_part(vi, &sheet, cells, 2, 1, "xl/styles.xml");

	(void)state;
	assert_has(style, "formatCode=\"#,##0\"");
	assert_has(style, "formatCode=\"0.00%\"");
	assert_has(style, "formatCode=\"0%\"");
	assert_has(style, "formatCode=\"+#,##0.00;-#,##0.00;0.00\"");
	assert_has(style, "formatCode=\"dd/mm/yyyy\"");
	assert_has(style, "indent=\"2\"");
	assert_has(style, "<color rgb=\"FF85530A\"/>");
	free(style);
	style = render_part(en, &sheet, cells, 2, 1, "xl/styles.xml");
	assert_has(style, "formatCode=\"yyyy-mm-dd\"");
	free(style);
}

static void header_is_frozen_and_filters(void **state)
{
	char *page = render_part(vi, &sheet, cells, 2, 1, "xl/worksheets/sheet1.xml");

	(void)state;
	assert_has(page, "<pane ySplit=\"1\"");
	assert_has(page, "<autoFilter ref=\"A1:I3\"/>");
	assert_has(page, "<ignoredError sqref=\"A1:I3\" numberStoredAsText=\"1\"/>");
	assert_has(page, "<drawing r:id=\"rId1\"/>");
	assert_has(page, "Tính đến ngày 30/04/2022</oddHeader>");
	free(page);
}

static void sheets_have_names_that_spreadsheets_allow(void **state)
{
	char *book = render_part(vi, &sheet, cells, 2, 3, "xl/workbook.xml");

	(void)state;
	/* Of the title's 41 characters whole words within 31; [ ] : are forbidden. */
	assert_has(book, "<sheet name=\"Tỷ lệ  đảng viên   so với dân\" sheetId=\"1\"");
	assert_has(book, "<sheet name=\"Tỷ lệ  đảng viên   so với (2)\" sheetId=\"2\"");
	assert_has(book, "<sheet name=\"Tỷ lệ  đảng viên   so với (3)\" sheetId=\"3\"");
	free(book);
}

static void chart_draws_the_cells_themselves(void **state)
{
	char *first = render_part(vi, &sheet, cells, 2, 1, "xl/charts/chart1.xml");
	char *second = render_part(vi, &sheet, cells, 2, 1, "xl/charts/chart2.xml");

	(void)state;
	assert_has(first, "<c:lineChart>");
	assert_has(first, "!$B$2:$B$3</c:f>");
	assert_has(first, "!$C$2:$C$3</c:f>");
	assert_has(first, "Diễn biến");
	/* The column with a scale of its own has its own chart. */
	assert_has(second, "!$D$2:$D$3</c:f>");
	assert_has(second, "formatCode=\"0.00%\"");
	free(first);
	free(second);
}

static void same_data_gives_same_bytes_dated_as_the_data(void **state)
{
	size_t one, two;
	char *first = render_book(vi, &sheet, cells, 2, 1, &one);
	char *second = render_book(vi, &sheet, cells, 2, 1, &two);
	char *core = render_part(vi, &sheet, cells, 2, 1, "docProps/core.xml");

	(void)state;
	assert_int_equal(one, two);
	assert_memory_equal(first, second, one);
	assert_has(core, ">2022-04-30T12:00:00Z</dcterms:created>");
	free(first);
	free(second);
	free(core);
}

static void single_record_is_headings_beside_values(void **state)
{
	struct sheet record = sheet;
	char *page;

	(void)state;
	record.one_row = true;
	page = render_part(vi, &record, cells, 1, 1, "xl/worksheets/sheet1.xml");
	assert_cell(page, "A2", " t=\"s\">");
	assert_cell(page, "B4", "><v>4541</v>");
	assert_cell(page, "B10", " t=\"s\">");
	assert_null(strstr(page, "r=\"C2\""));
	assert_null(strstr(page, "<autoFilter"));
	free(page);
}

static void sheet_without_rows_keeps_its_header(void **state)
{
	char *page = render_part(vi, &sheet, NULL, 0, 1, "xl/worksheets/sheet1.xml");

	(void)state;
	assert_cell(page, "I1", " t=\"s\">");
	assert_has(page, "<autoFilter ref=\"A1:I1\"/>");
	assert_null(strstr(page, "<drawing"));
	free(page);
}

static void sheet_that_was_not_ended_writes_nothing(void **state)
{
	struct error error = {.lang = LANG_EN};
	char *text = NULL;
	size_t len = 0;
	struct output out = {.file = open_memstream(&text, &len), .options = en};

	(void)state;
	assert_int_equal(render_xlsx.open(&out, &error), STATUS_DONE);
	assert_int_equal(render_xlsx.begin(&out, &sheet, &error), STATUS_DONE);
	assert_int_equal(render_xlsx.row(&out, cells, &error), STATUS_DONE);
	assert_int_equal(render_xlsx.close(&out, &error), STATUS_DONE);
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
	assert_int_equal(render_xlsx.open(&out, &error), STATUS_DONE);
	assert_int_equal(
		render_sheet(&out, &render_xlsx, &sheet, cells, 2, NULL, &error), STATUS_DONE);
	assert_int_equal(render_xlsx.close(&out, &error), STATUS_FAILED);
	fclose(out.file);
}

static void missing_folder_for_temporary_files_is_an_error(void **state)
{
	struct error error = {.lang = LANG_EN};
	struct output out = {.file = stdout, .options = en};
	const char *before = getenv("TMPDIR");
	char *kept = before ? memory_text(before, strlen(before)) : NULL;

	(void)state;
	setenv("TMPDIR", "/nonexistent", 1);
	assert_int_equal(render_xlsx.open(&out, &error), STATUS_FAILED);
	assert_non_null(strstr(error.message, "temporary"));
	if (kept)
		setenv("TMPDIR", kept, 1);
	else
		unsetenv("TMPDIR");
	free(kept);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(figures_are_numbers_of_the_exact_value),
		cmocka_unit_test(codes_and_words_are_text),
		cmocka_unit_test(text_is_shown_as_it_is),
		cmocka_unit_test(numbers_have_their_forms),
		cmocka_unit_test(header_is_frozen_and_filters),
		cmocka_unit_test(sheets_have_names_that_spreadsheets_allow),
		cmocka_unit_test(chart_draws_the_cells_themselves),
		cmocka_unit_test(same_data_gives_same_bytes_dated_as_the_data),
		cmocka_unit_test(single_record_is_headings_beside_values),
		cmocka_unit_test(sheet_without_rows_keeps_its_header),
		cmocka_unit_test(sheet_that_was_not_ended_writes_nothing),
		cmocka_unit_test(full_disk_is_an_error),
		cmocka_unit_test(missing_folder_for_temporary_files_is_an_error),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
