#include "support.h"

#include "rendering.h"

static const struct column columns[] = {
	{.key = "unit", .kind = COL_CODE, .label = L("Mã", "Code")},
	{.key = "name", .kind = COL_TREE, .label = L("Đơn vị; địa bàn", "Unit")},
	{.key = "kind", .kind = COL_WORD, .label = L("Loại", "Kind"), .codes = &codes_unit_kind},
	{.key = "members", .kind = COL_COUNT, .label = L("Đảng viên", "Members")},
	{.key = "percent", .kind = COL_PERCENT, .label = L("Tỷ lệ", "Ratio")},
	{.key = "share", .kind = COL_SHARE, .label = L("Chỉ tiêu", "Target")},
	{.key = "day", .kind = COL_DATE, .label = L("Ngày", "Day")},
};
static const struct sheet sheet = {
	.name = "ratio", .as_of = DAY_2022_04_30, .columns = columns, .count = 7};

static const struct column one_text[] = {{.key = "text", .kind = COL_TEXT}};
static const struct sheet texts = {.name = "texts", .columns = one_text, .count = 1};

static const struct render_options plain = {.guard = true};

static void csv_is_keys_commas_points_and_line_feeds(void **state)
{
	static const struct cell cells[] = {TEXT("007"), TEXT("Chi bộ 1"), NUMBER(6), NUMBER(4541),
		FRACTION(454100, 131791), NUMBER(38500), NUMBER(DAY_2022_04_30), NONE, NONE, NONE,
		NONE, NONE, NONE, NONE};

	(void)state;
	assert_rendered(&render_csv, plain, &sheet, cells, 2, NULL,
		"unit,name,kind,members,percent,share,day\n"
		"007,Chi bộ 1,cell,4541,3.45,3.85,2022-04-30\n"
		",,,,,,\n");
}

static void the_header_is_written_without_rows(void **state)
{
	(void)state;
	assert_rendered(&render_csv, plain, &sheet, NULL, 0, NULL,
		"unit,name,kind,members,percent,share,day\n");
}

static void notes_are_not_for_machines(void **state)
{
	static const char *const notes[] = {"Ghi chú", NULL};

	(void)state;
	assert_rendered(&render_csv, plain, &texts, NULL, 0, notes, "text\n");
}

static void only_cells_that_need_quotes_have_them(void **state)
{
	static const struct cell cells[] = {TEXT("a,b"), TEXT("a;b"), TEXT("say \"no\""),
		TEXT("two\nlines"), TEXT("two words")};

	(void)state;
	assert_rendered(&render_csv, plain, &texts, cells, 5, NULL,
		"text\n\"a,b\"\na;b\n\"say \"\"no\"\"\"\n\"two\nlines\"\ntwo words\n");
}

static void a_lone_empty_cell_is_still_a_record(void **state)
{
	static const struct cell cells[] = {NONE, TEXT("")};

	(void)state;
	assert_rendered(&render_csv, plain, &texts, cells, 2, NULL, "text\n\"\"\n\"\"\n");
}

static void tsv_separates_by_tabs(void **state)
{
	static const struct cell cells[] = {
		TEXT("1"), TEXT("a\tb"), NUMBER(2), NUMBER(3), NONE, NUMBER(40000), NONE};

	(void)state;
	assert_rendered(&render_tsv, plain, &sheet, cells, 1, NULL,
		"unit\tname\tkind\tmembers\tpercent\tshare\tday\n"
		"1\t\"a\tb\"\tcommune\t3\t\t4\t\n");
}

static void excel_profile_is_for_a_spreadsheet_set_to_vietnamese(void **state)
{
	static const struct cell cells[] = {TEXT("007"), TEXT("a;b"), NUMBER(6), NUMBER(4541),
		FRACTION(-44, 100), NUMBER(38500), NUMBER(DAY_2022_04_30)};
	const struct render_options options = {.lang = LANG_VI, .excel = true, .guard = true};

	(void)state;
	assert_rendered(&render_csv, options, &sheet, cells, 1, NULL,
		"\uFEFF"
		"Mã;\"Đơn vị; địa bàn\";Loại;Đảng viên;Tỷ lệ;Chỉ tiêu;Ngày\r\n"
		"007;\"a;b\";Chi bộ;4541;-0,44;3,85;2022-04-30\r\n");
}

static void excel_profile_speaks_the_chosen_language(void **state)
{
	static const struct cell cells[] = {
		TEXT("7"), TEXT("x"), NUMBER(6), NONE, FRACTION(1, 2), NONE, NONE};
	const struct render_options options = {.lang = LANG_EN, .excel = true};

	(void)state;
	assert_rendered(&render_csv, options, &sheet, cells, 1, NULL,
		"\uFEFF"
		"Code;Unit;Kind;Members;Ratio;Target;Day\r\n7;x;Cell;;0,50;;\r\n");
}

static void texts_that_look_like_formulas_are_guarded(void **state)
{
	static const struct cell cells[] = {TEXT("=1"), TEXT("+1"), TEXT("-1"), TEXT("@a"),
		TEXT("'=1"), TEXT("''@a"), TEXT("'a"), TEXT("'"), TEXT("a=1"), TEXT("\t=1")};

	(void)state;
	assert_rendered(&render_csv, plain, &texts, cells, 10, NULL,
		"text\n'=1\n'+1\n'-1\n'@a\n''=1\n'''@a\n'a\n'\na=1\n'\t=1\n");
}

static void codes_and_names_are_guarded_and_numbers_never(void **state)
{
	static const struct cell cells[] = {
		TEXT("-5"), TEXT("=A1"), NUMBER(6), NUMBER(-5), FRACTION(-5, 1), NONE, NONE};

	(void)state;
	assert_rendered(&render_csv, plain, &sheet, cells, 1, NULL,
		"unit,name,kind,members,percent,share,day\n'-5,'=A1,cell,-5,-5.00,,\n");
	assert_rendered(&render_tsv, plain, &sheet, cells, 1, NULL,
		"unit\tname\tkind\tmembers\tpercent\tshare\tday\n'-5\t'=A1\tcell\t-5\t-5.00\t\t\n");
}

static void guard_can_be_turned_off(void **state)
{
	static const struct cell cells[] = {TEXT("=1"), TEXT("'=1")};
	const struct render_options options = {.guard = false};

	(void)state;
	assert_rendered(&render_csv, options, &texts, cells, 2, NULL, "text\n=1\n'=1\n");
}

static void control_characters_are_visible_on_a_terminal_and_kept_for_machines(void **state)
{
	static const struct cell cells[] = {TEXT("a\x1b[31m\nb")};
	const struct render_options terminal = {.terminal = true};

	(void)state;
	assert_rendered(&render_csv, terminal, &texts, cells, 1, NULL, "text\na\\x1b[31m\\nb\n");
	assert_rendered(&render_csv, plain, &texts, cells, 1, NULL, "text\n\"a\x1b[31m\nb\"\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(csv_is_keys_commas_points_and_line_feeds),
		cmocka_unit_test(the_header_is_written_without_rows),
		cmocka_unit_test(notes_are_not_for_machines),
		cmocka_unit_test(only_cells_that_need_quotes_have_them),
		cmocka_unit_test(a_lone_empty_cell_is_still_a_record),
		cmocka_unit_test(tsv_separates_by_tabs),
		cmocka_unit_test(excel_profile_is_for_a_spreadsheet_set_to_vietnamese),
		cmocka_unit_test(excel_profile_speaks_the_chosen_language),
		cmocka_unit_test(texts_that_look_like_formulas_are_guarded),
		cmocka_unit_test(codes_and_names_are_guarded_and_numbers_never),
		cmocka_unit_test(guard_can_be_turned_off),
		cmocka_unit_test(
			control_characters_are_visible_on_a_terminal_and_kept_for_machines),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
