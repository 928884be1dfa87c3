#include "support.h"

#include "rendering.h"
#include "base/text.h"

#define COUNT_OF(list_) (sizeof(list_) / sizeof(list_)[0])

static void renderer_is_found_by_its_name(void **state)
{
	(void)state;
	assert_ptr_equal(renderer_find("csv"), &render_csv);
	assert_ptr_equal(renderer_find("markdown"), &render_markdown);
	assert_null(renderer_find("CSV"));
	assert_null(renderer_find(""));
	assert_null(renderer_find("pdf"));
}

static void renderer_is_found_by_the_ending_of_a_file(void **state)
{
	(void)state;
	assert_ptr_equal(renderer_for_file("a.csv"), &render_csv);
	assert_ptr_equal(renderer_for_file("/thang.04/A.MD"), &render_markdown);
	assert_ptr_equal(renderer_for_file("a.csv.json"), &render_json);
	assert_null(renderer_for_file("csv"));
	assert_null(renderer_for_file("thang.csv/tong-hop"));
	assert_null(renderer_for_file("a."));
	assert_null(renderer_for_file(""));
}

struct form {
	struct column column;
	struct cell cell;
	const char *machine, *vi, *en;
};

/* data/README.md section 5: two decimals, half away from zero, no negative zero; ISO dates. */
static const struct form forms[] = {
	{{.kind = COL_COUNT}, NUMBER(4541), "4541", "4.541", "4,541"},
	{{.kind = COL_COUNT}, NUMBER(0), "0", "0", "0"},
	{{.kind = COL_LEVEL}, NUMBER(2), "2", "2", "2"},
	{{.kind = COL_PERCENT}, FRACTION(454100, 131791), "3.45", "3,45 %", "3.45 %"},
	{{.kind = COL_PERCENT, .decimals_for_people = 1}, FRACTION(12600, 570), "22.11", "22,1 %",
		"22.1 %"},
	{{.kind = COL_PERCENT}, FRACTION(12345, 1000), "12.35", "12,35 %", "12.35 %"},
	{{.kind = COL_PERCENT}, NUMBER(100), "100.00", "100,00 %", "100.00 %"},
	{{.kind = COL_POINTS}, FRACTION(-404, 1000), "-0.40", "\u22120,40", "\u22120.40"},
	{{.kind = COL_POINTS}, FRACTION(-405, 1000), "-0.41", "\u22120,41", "\u22120.41"},
	{{.kind = COL_POINTS}, FRACTION(93, 1000), "0.09", "+0,09", "+0.09"},
	{{.kind = COL_POINTS}, FRACTION(-4, 1000), "0.00", "0,00", "0.00"},
	{{.kind = COL_RATE}, FRACTION(126000, 15973), "7.89", "7,89", "7.89"},
	{{.kind = COL_SHARE}, NUMBER(38500), "3.85", "3,85 %", "3.85 %"},
	{{.kind = COL_SHARE}, NUMBER(40000), "4", "4 %", "4 %"},
	{{.kind = COL_SHARE}, NUMBER(625), "0.0625", "0,0625 %", "0.0625 %"},
	{{.kind = COL_DATE}, NUMBER(DAY_2022_04_30), "2022-04-30", "30/04/2022", "2022-04-30"},
	{{.kind = COL_BIRTH}, NUMBER(19800203), "1980-02-03", "03/02/1980", "1980-02-03"},
	{{.kind = COL_BIRTH}, NUMBER(19800200), "1980-02", "02/1980", "1980-02"},
	{{.kind = COL_BIRTH}, NUMBER(19800000), "1980", "1980", "1980"},
	{{.kind = COL_CODE}, TEXT("007"), "007", "007", "007"},
	{{.kind = COL_CODE}, NUMBER(30037), "30037", "30037", "30037"},
	{{.kind = COL_WORD, .codes = &codes_unit_kind}, NUMBER(4), "base_cell", "Chi bộ cơ sở",
		"Grassroots cell"},
	{{.kind = COL_WORD, .codes = &codes_gender}, TEXT("female"), "female", "Nữ", "Female"},
	{{.kind = COL_WORD, .codes = &codes_gender}, TEXT("khác"), "khác", "khác", "khác"},
	{{.kind = COL_WORD, .codes = &codes_gender}, NUMBER(99), "99", "99", "99"},
	{{.kind = COL_TEXT}, TEXT("Nguyễn Văn A"), "Nguyễn Văn A", "Nguyễn Văn A", "Nguyễn Văn A"},
	{{.kind = COL_COUNT}, NONE, "", "", ""},
	{{.kind = COL_WORD, .codes = &codes_gender}, NONE, "", "", ""},
};

static void a_cell_has_one_form_for_machines(void **state)
{
	struct buf out = {0};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(forms); i++) {
		buf_clear(&out);
		cell_machine(&out, &forms[i].column, &forms[i].cell);
		assert_string_equal(buf_text(&out), forms[i].machine);
	}
	buf_release(&out);
}

static void a_cell_is_written_for_people_in_their_language(void **state)
{
	struct buf out = {0};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(forms); i++) {
		buf_clear(&out);
		cell_people(&out, &forms[i].column, &forms[i].cell, LANG_VI);
		assert_string_equal(buf_text(&out), forms[i].vi);
		buf_clear(&out);
		cell_people(&out, &forms[i].column, &forms[i].cell, LANG_EN);
		assert_string_equal(buf_text(&out), forms[i].en);
	}
	buf_release(&out);
}

static void a_cell_is_appended(void **state)
{
	const struct column share = {.kind = COL_SHARE};
	const struct cell cell = NUMBER(38500);
	struct buf out = {0};

	(void)state;
	buf_puts(&out, "1.5;");
	cell_people(&out, &share, &cell, LANG_VI);
	assert_string_equal(buf_text(&out), "1.5;3,85 %");
	buf_release(&out);
}

static void only_quantities_stand_to_the_right(void **state)
{
	static const enum column_kind numbers[] = {
		COL_LEVEL, COL_COUNT, COL_PERCENT, COL_POINTS, COL_RATE, COL_SHARE};
	static const enum column_kind others[] = {
		COL_TEXT, COL_CODE, COL_TREE, COL_WORD, COL_DATE, COL_BIRTH};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(numbers); i++)
		assert_true(column_is_number(&(struct column){.kind = numbers[i]}));
	for (size_t i = 0; i < COUNT_OF(others); i++)
		assert_false(column_is_number(&(struct column){.kind = others[i]}));
}

static void level_comes_from_its_column(void **state)
{
	static const struct column with[] = {{.kind = COL_TREE}, {.kind = COL_LEVEL}};
	static const struct column without[] = {{.kind = COL_TREE}, {.kind = COL_COUNT}};
	static const struct cell row[] = {TEXT("Chi bộ"), NUMBER(2)};
	static const struct cell empty[] = {TEXT("Chi bộ"), NONE};

	(void)state;
	assert_int_equal(row_level(&(struct sheet){.columns = with, .count = 2}, row), 2);
	assert_int_equal(row_level(&(struct sheet){.columns = with, .count = 2}, empty), 0);
	assert_int_equal(row_level(&(struct sheet){.columns = without, .count = 2}, row), 0);
}

static void as_of_line_is_in_the_language(void **state)
{
	const struct sheet sheet = {.as_of = DAY_2022_04_30};
	struct buf out = {0};

	(void)state;
	sheet_as_of(&out, &sheet, LANG_VI);
	buf_putc(&out, '|');
	sheet_as_of(&out, &sheet, LANG_EN);
	assert_string_equal(buf_text(&out), "Tính đến ngày 30/04/2022|As of 2022-04-30");
	buf_release(&out);
}

/* --- what holds for every renderer ---------------------------------------------------------------
 */

static const struct column every_kind[] = {
	{.key = "level", .kind = COL_LEVEL, .label = L("Cấp", "Level")},
	{.key = "unit", .kind = COL_CODE, .label = L("Mã", "Code")},
	{.key = "name", .kind = COL_TREE, .label = L("Đơn vị", "Unit")},
	{.key = "kind", .kind = COL_WORD, .label = L("Loại", "Kind"), .codes = &codes_unit_kind},
	{.key = "note", .kind = COL_TEXT, .label = L("Ghi chú <&|>", "Note <&|>")},
	{.key = "members", .kind = COL_COUNT, .label = L("Đảng viên", "Members")},
	{.key = "percent", .kind = COL_PERCENT, .label = L("Tỷ lệ", "Percent"), .bar = true},
	{.key = "points", .kind = COL_POINTS, .label = L("Chênh lệch", "Gap")},
	{.key = "rate", .kind = COL_RATE, .label = L("Bình quân", "Rate")},
	{.key = "share", .kind = COL_SHARE, .label = L("Chỉ tiêu", "Target")},
	{.key = "day", .kind = COL_DATE, .label = L("Ngày", "Day")},
	{.key = "birth", .kind = COL_BIRTH, .label = L("Ngày sinh", "Birth")},
};
#define WIDTH (sizeof every_kind / sizeof every_kind[0])

#define HOSTILE "a|b<c>&\"d\"\\x,;\t\x1b[31m\r\n\u202e\xc2\x85`*_[]'"

static const struct cell every_cell[] = {NUMBER(0), TEXT("872"), TEXT("Đảng bộ huyện"), NUMBER(1),
	TEXT(HOSTILE), NUMBER(4541), FRACTION(454100, 131791), FRACTION(-4, 10), FRACTION(787, 100),
	NUMBER(38500), NUMBER(DAY_2022_04_30), NUMBER(19800200),
	/* */
	NUMBER(7), TEXT("=1+1"), TEXT(HOSTILE), NUMBER(6), TEXT(""), NUMBER(0), FRACTION(900, 1),
	FRACTION(4, 10), NUMBER(0), NUMBER(0), NUMBER(-1), NUMBER(19800000),
	/* */
	NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE};
#define ROWS (sizeof every_cell / sizeof every_cell[0] / WIDTH)

static const struct parameter parameters[] = {
	{.name = "unit", .type = PARAMETER_TEXT, .text = HOSTILE},
	{.name = "depth", .type = PARAMETER_NUMBER, .number = 1},
};

static const struct sheet every_sheet = {
	.name = "every",
	.title = L("Mọi loại <&|>", "Every kind <&|>"),
	.as_of = DAY_2022_04_30,
	.columns = every_kind,
	.count = WIDTH,
	.parameters = parameters,
	.parameter_count = 2,
};

static const char *const hostile_notes[] = {"Ghi chú " HOSTILE, NULL};

static const struct render_options looks[] = {
	{.lang = LANG_VI},
	{.lang = LANG_EN, .terminal = true, .colour = true, .width = 80, .guard = true},
	{.lang = LANG_VI, .terminal = true, .width = 1, .guard = true, .excel = true},
};

static void every_renderer_takes_every_sheet_with_every_option(void **state)
{
	(void)state;
	for (size_t i = 0; renderers[i]; i++) {
		for (size_t j = 0; j < COUNT_OF(looks); j++) {
			struct sheet record = every_sheet;
			char *text;

			text = render_text(renderers[i], looks[j], &every_sheet, every_cell, ROWS,
				hostile_notes);
			assert_true(strlen(text) > 0);
			assert_true(renderers[i]->binary || text_valid(text, strlen(text)));
			free(text);
			record.one_row = true;
			text = render_text(
				renderers[i], looks[j], &record, every_cell, 1, hostile_notes);
			assert_true(strlen(text) > 0);
			free(text);
		}
	}
}

static void every_renderer_takes_a_sheet_without_rows(void **state)
{
	(void)state;
	for (size_t i = 0; renderers[i]; i++) {
		char *text = render_text(renderers[i], looks[0], &every_sheet, NULL, 0, NULL);

		assert_true(strlen(text) > 0);
		free(text);
	}
}

static void many_sheets_fit_where_the_renderer_says_so(void **state)
{
	(void)state;
	for (size_t i = 0; renderers[i]; i++) {
		struct error error = {.lang = LANG_VI};
		struct output out = {.file = tmpfile(), .options = looks[0]};

		assert_non_null(out.file);
		assert_int_equal(renderers[i]->open(&out, &error), STATUS_DONE);
		for (int n = 0; n < (renderers[i]->many ? 3 : 1); n++) {
			struct sheet sheet = every_sheet;

			sheet.name = n == 0 ? "one" : n == 1 ? "two" : "three";
			assert_int_equal(render_sheet(&out, renderers[i], &sheet, every_cell, ROWS,
						 NULL, &error),
				STATUS_DONE);
		}
		assert_int_equal(renderers[i]->close(&out, &error), STATUS_DONE);
		fclose(out.file);
	}
}

static void nothing_controls_the_terminal(void **state)
{
	const struct render_options options = {
		.lang = LANG_VI, .terminal = true, .width = 80, .guard = true};

	(void)state;
	for (size_t i = 0; renderers[i]; i++) {
		char *text;

		if (renderers[i]->binary)
			continue;
		text = render_text(
			renderers[i], options, &every_sheet, every_cell, ROWS, hostile_notes);
		assert_null(strchr(text, '\x1b'));
		assert_null(strstr(text, "\u202e"));
		assert_null(strstr(text, "\xc2\x85"));
		free(text);
	}
}

static void a_full_disk_is_never_silent(void **state)
{
	(void)state;
	for (size_t i = 0; renderers[i]; i++) {
		struct error error = {.lang = LANG_EN};
		struct output out = {.file = fopen("/dev/full", "w"), .options = looks[0]};
		enum status status, closed;

		if (out.file == NULL)
			skip();
		assert_int_equal(renderers[i]->open(&out, &error), STATUS_DONE);
		status = render_sheet(
			&out, renderers[i], &every_sheet, every_cell, ROWS, NULL, &error);
		closed = renderers[i]->close(&out, &error);
		assert_true(status == STATUS_FAILED || closed == STATUS_FAILED);
		assert_true(strlen(error.message) > 0);
		fclose(out.file);
	}
}

static void a_renderer_that_is_given_up_frees_what_it_has(void **state)
{
	(void)state;
	for (size_t i = 0; renderers[i]; i++) {
		struct error error = {.lang = LANG_EN};
		struct output out = {.file = tmpfile(), .options = looks[0]};

		assert_non_null(out.file);
		assert_int_equal(renderers[i]->open(&out, &error), STATUS_DONE);
		assert_int_equal(renderers[i]->begin(&out, &every_sheet, &error), STATUS_DONE);
		assert_int_equal(renderers[i]->row(&out, every_cell, &error), STATUS_DONE);
		renderers[i]->close(&out, &error);
		fclose(out.file);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(renderer_is_found_by_its_name),
		cmocka_unit_test(renderer_is_found_by_the_ending_of_a_file),
		cmocka_unit_test(a_cell_has_one_form_for_machines),
		cmocka_unit_test(a_cell_is_written_for_people_in_their_language),
		cmocka_unit_test(a_cell_is_appended),
		cmocka_unit_test(only_quantities_stand_to_the_right),
		cmocka_unit_test(level_comes_from_its_column),
		cmocka_unit_test(as_of_line_is_in_the_language),
		cmocka_unit_test(every_renderer_takes_every_sheet_with_every_option),
		cmocka_unit_test(every_renderer_takes_a_sheet_without_rows),
		cmocka_unit_test(many_sheets_fit_where_the_renderer_says_so),
		cmocka_unit_test(nothing_controls_the_terminal),
		cmocka_unit_test(a_full_disk_is_never_silent),
		cmocka_unit_test(a_renderer_that_is_given_up_frees_what_it_has),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
