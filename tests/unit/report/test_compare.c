#include "support.h"

#include "rendering.h"

#include "base/buf.h"
#include "report/compare.h"
#include "base/date.h"

/* A renderer that writes each row as a line of text. */
static enum status keep_row(struct output *out, const struct cell *cells, struct error *error)
{
	const struct sheet *sheet = out->state;
	struct buf line = {0};

	(void)error;
	for (size_t i = 0; i < sheet->count; i++) {
		buf_puts(&line, i ? "," : "");
		cell_machine(&line, &sheet->columns[i], &cells[i]);
	}
	fprintf(out->file, "%s\n", buf_text(&line));
	buf_release(&line);
	return STATUS_DONE;
}

static const struct renderer lines = {.name = "lines", .row = keep_row};

static const struct column group_columns[] = {
	{"group", COL_WORD, L("Nhóm", "Group"), .codes = &codes_age_band},
	{"members", COL_COUNT, L("Đảng viên", "Members"), .codes = NULL},
	{"percent", COL_PERCENT, L("Tỷ trọng", "Percent"), .codes = NULL},
};

static const struct column unit_columns[] = {
	{"unit", COL_CODE, L("Mã đơn vị", "Unit"), .codes = NULL},
	{"name", COL_TEXT, L("Đơn vị", "Name"), .codes = NULL},
	{"opening", COL_COUNT, L("Đầu kỳ", "Opening"), .codes = NULL},
	{"closing", COL_COUNT, L("Cuối kỳ", "Closing"), .codes = NULL},
};

#define GROUP(cell_, members_, all_) cell_, NUMBER(members_), FRACTION(100 * (members_), all_)

static void give(struct compare *compare, const struct cell *rows, size_t count, size_t width,
	void (*take)(struct compare *, const struct cell *))
{
	for (size_t i = 0; i < count; i++)
		take(compare, rows + i * width);
}

static void gives(struct compare *compare, const char *wanted)
{
	struct error error = {.lang = LANG_EN};
	struct sheet sheet = {0};
	char *text = NULL;
	size_t len = 0, rows = 0;
	struct output out = {.file = open_memstream(&text, &len), .state = &sheet};

	sheet.columns = compare_columns(compare, &sheet.count);
	assert_int_equal(compare_give(compare, &lines, &out, &error), STATUS_DONE);
	fclose(out.file);
	assert_string_equal(text, wanted);
	for (const char *at = text; *at; at++)
		rows += *at == '\n';
	assert_int_equal(out.rows, rows);
	free(text);
	compare_free(compare);
}

static void is_day(int day, const char *wanted)
{
	char text[11];

	date_write(day, text);
	assert_string_equal(text, wanted);
}

static void a_period_goes_back_twelve_months(void **state)
{
	(void)state;
	is_day(compare_first(date_day(2022, 1, 1)), "2021-01-01");
	is_day(compare_last(date_day(2022, 6, 15)), "2021-06-15");
	is_day(compare_first(date_day(2022, 6, 30)), "2021-06-30");
}

static void a_period_that_ends_with_its_month_is_compared_with_one_that_does(void **state)
{
	(void)state;
	is_day(compare_last(date_day(2022, 4, 30)), "2021-04-30");
	is_day(compare_last(date_day(2022, 12, 31)), "2021-12-31");
	is_day(compare_last(date_day(2022, 2, 28)), "2021-02-28");
	is_day(compare_last(date_day(2024, 2, 29)), "2023-02-28");
	is_day(compare_last(date_day(2023, 2, 28)), "2022-02-28");
	is_day(compare_last(date_day(2025, 2, 28)), "2024-02-29");
	is_day(compare_last(date_day(2024, 2, 28)), "2023-02-28");
	is_day(compare_last(date_day(9999, 12, 31)), "9998-12-31");
}

static void a_first_day_that_does_not_exist_is_the_last_of_its_month(void **state)
{
	(void)state;
	is_day(compare_first(date_day(2024, 2, 29)), "2023-02-28");
	is_day(compare_first(date_day(2025, 2, 28)), "2024-02-28");
}

static void every_count_gets_two_columns_at_the_end(void **state)
{
	static const char *const keys[] = {"unit", "name", "opening", "closing",
		"opening_last_year", "opening_percent", "closing_last_year", "closing_percent"};
	struct compare *compare = compare_new(unit_columns, 4, "unit", false);
	const struct column *columns;
	size_t count;

	(void)state;
	columns = compare_columns(compare, &count);
	assert_int_equal(count, 8);
	for (size_t i = 0; i < count; i++)
		assert_string_equal(columns[i].key, keys[i]);
	assert_int_equal(columns[4].kind, COL_COUNT);
	assert_string_equal(columns[4].label.vi, "Đầu kỳ cùng kỳ");
	assert_string_equal(columns[4].label.en, "Opening, last year");
	assert_int_equal(columns[5].kind, COL_PERCENT);
	assert_string_equal(columns[5].label.vi, "Đầu kỳ, % so với cùng kỳ");
	assert_string_equal(columns[5].label.en, "Opening, % of last year");
	compare_free(compare);
}

static void units_are_paired_by_their_code_and_new_ones_stay_empty(void **state)
{
	static const struct cell before[] = {
		TEXT("D"),
		TEXT("Huyện"),
		NUMBER(10),
		NUMBER(8),
		TEXT("B"),
		TEXT("Hai"),
		NUMBER(3),
		NUMBER(0),
		TEXT("C"),
		TEXT("Đã giải thể"),
		NUMBER(7),
		NUMBER(8),
	};
	static const struct cell now[] = {
		TEXT("D"),
		TEXT("Huyện"),
		NUMBER(8),
		NUMBER(12),
		TEXT("A"),
		TEXT("Một"),
		NUMBER(0),
		NUMBER(3),
		TEXT("B"),
		TEXT("Hai tên mới"),
		NUMBER(4),
		NUMBER(9),
	};
	struct compare *compare = compare_new(unit_columns, 4, "unit", false);

	(void)state;
	give(compare, before, 3, 4, compare_before);
	give(compare, now, 3, 4, compare_now);
	/* 8 / 10, 12 / 8, 4 / 3; there is no percent of 0 */
	gives(compare, "D,Huyện,8,12,10,80.00,8,150.00\n"
		       "A,Một,0,3,,,,\n"
		       "B,Hai tên mới,4,9,3,133.33,0,\n");
}

static void rows_without_a_key_are_paired_by_their_place(void **state)
{
	static const struct cell before[] = {
		TEXT("2021-01"),
		TEXT(""),
		NUMBER(1),
		NUMBER(2),
		TEXT("2021-02"),
		TEXT(""),
		NUMBER(2),
		NONE,
	};
	static const struct cell now[] = {
		TEXT("2022-01"),
		TEXT(""),
		NUMBER(3),
		NUMBER(3),
		TEXT("2022-02"),
		TEXT(""),
		NONE,
		NUMBER(5),
		TEXT("2022-03"),
		TEXT(""),
		NUMBER(5),
		NUMBER(6),
	};
	struct compare *compare = compare_new(unit_columns, 4, NULL, false);

	(void)state;
	give(compare, before, 2, 4, compare_before);
	give(compare, now, 3, 4, compare_now);
	gives(compare, "2022-01,,3,3,1,300.00,2,150.00\n"
		       "2022-02,,,5,2,,,\n"
		       "2022-03,,5,6,,,,\n");
}

static void a_group_of_one_year_alone_has_nobody_in_the_other(void **state)
{
	static const struct cell before[] = {
		GROUP(NUMBER(1), 1, 6), GROUP(NUMBER(3), 2, 6), GROUP(TEXT("unknown"), 3, 6)};
	static const struct cell now[] = {GROUP(NUMBER(2), 3, 4), GROUP(NUMBER(4), 1, 4)};
	struct compare *compare = compare_new(group_columns, 3, "group", true);

	(void)state;
	give(compare, before, 3, 3, compare_before);
	give(compare, now, 2, 3, compare_now);
	gives(compare, "under 18,0,0.00,1,0.00\n"
		       "18-30,3,75.00,0,\n"
		       "31-35,0,0.00,2,0.00\n"
		       "36-40,1,25.00,0,\n"
		       "unknown,0,0.00,3,0.00\n");
}

static void groups_of_text_that_have_nobody_follow_the_others_by_text(void **state)
{
	static const struct cell before[] = {GROUP(TEXT("Tày"), 5, 9), GROUP(TEXT("Kinh"), 2, 9),
		GROUP(TEXT("Hoa"), 1, 9), GROUP(TEXT("unknown"), 1, 9)};
	static const struct cell now[] = {
		GROUP(TEXT("Kinh"), 3, 5), GROUP(TEXT("Nùng"), 1, 5), GROUP(TEXT("unknown"), 1, 5)};
	struct compare *compare = compare_new(group_columns, 3, "group", true);

	(void)state;
	give(compare, before, 4, 3, compare_before);
	give(compare, now, 3, 3, compare_now);
	gives(compare, "Kinh,3,60.00,2,150.00\n"
		       "Nùng,1,20.00,0,\n"
		       "Hoa,0,0.00,1,0.00\n"
		       "Tày,0,0.00,5,0.00\n"
		       "unknown,1,20.00,1,100.00\n");
}

static void with_nobody_now_there_is_nothing_to_take_a_share_of(void **state)
{
	static const struct cell before[] = {GROUP(NUMBER(2), 4, 4)};
	struct compare *compare = compare_new(group_columns, 3, "group", true);

	(void)state;
	give(compare, before, 1, 3, compare_before);
	gives(compare, "18-30,0,,4,0.00\n");
}

static void nothing_compares_with_nothing(void **state)
{
	(void)state;
	gives(compare_new(group_columns, 3, "group", true), "");
	gives(compare_new(unit_columns, 4, NULL, false), "");
	compare_free(NULL);
}

static void a_count_too_large_for_a_percent_has_none(void **state)
{
	static const struct cell row[] = {
		TEXT("D"), TEXT(""), NUMBER(INT64_MAX / 100 + 1), NUMBER(INT64_MAX / 100)};
	struct compare *compare = compare_new(unit_columns, 4, "unit", false);

	(void)state;
	give(compare, row, 1, 4, compare_before);
	give(compare, row, 1, 4, compare_now);
	gives(compare, "D,,92233720368547759,92233720368547758,92233720368547759,,"
		       "92233720368547758,100.00\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_period_goes_back_twelve_months),
		cmocka_unit_test(a_period_that_ends_with_its_month_is_compared_with_one_that_does),
		cmocka_unit_test(a_first_day_that_does_not_exist_is_the_last_of_its_month),
		cmocka_unit_test(every_count_gets_two_columns_at_the_end),
		cmocka_unit_test(units_are_paired_by_their_code_and_new_ones_stay_empty),
		cmocka_unit_test(rows_without_a_key_are_paired_by_their_place),
		cmocka_unit_test(a_group_of_one_year_alone_has_nobody_in_the_other),
		cmocka_unit_test(groups_of_text_that_have_nobody_follow_the_others_by_text),
		cmocka_unit_test(with_nobody_now_there_is_nothing_to_take_a_share_of),
		cmocka_unit_test(nothing_compares_with_nothing),
		cmocka_unit_test(a_count_too_large_for_a_percent_has_none),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
