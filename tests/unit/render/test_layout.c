#include "support.h"

#include "render/layout.h"

static void assert_wrapped(const char *text, size_t width, const char *expected)
{
	struct buf out = {0};

	layout_wrap(&out, text, width);
	assert_string_equal(buf_text(&out), expected);
	buf_release(&out);
}

static void width_counts_columns_not_bytes(void **state)
{
	(void)state;
	assert_int_equal(layout_width("", 0), 0);
	assert_int_equal(layout_width("Đảng ủy", strlen("Đảng ủy")), 7);
	assert_int_equal(layout_width("o\u031b\u0301", strlen("o\u031b\u0301")), 1);
	assert_int_equal(layout_width("黨", strlen("黨")), 2);
	assert_int_equal(layout_width("██▏·", strlen("██▏·")), 4);
	assert_int_equal(layout_width("\x1b", 1), 4);
	assert_int_equal(layout_width("\xff", 1), 4);
}

static void text_is_broken_at_spaces(void **state)
{
	(void)state;
	assert_wrapped("Đảng bộ xã Thạnh Lợi", 10, "Đảng bộ xã\nThạnh Lợi");
	assert_wrapped("Đảng bộ xã Thạnh Lợi", 9, "Đảng bộ\nxã Thạnh\nLợi");
	assert_wrapped("Đảng bộ xã", 0, "Đảng bộ xã");
	assert_wrapped("", 10, "");
	assert_wrapped("   ", 10, "");
}

static void only_a_word_that_is_too_long_is_cut(void **state)
{
	(void)state;
	assert_wrapped("a nghiêng b", 4, "a\nnghi\nêng\nb");
	assert_wrapped("黨黨黨", 4, "黨黨\n黨");
	assert_wrapped("abc", 1, "a\nb\nc");
	assert_wrapped("ơ\u0301ơ\u0301", 1, "ơ\u0301\nơ\u0301");
}

static void a_percent_sign_stays_with_its_number(void **state)
{
	(void)state;
	assert_wrapped("tỷ lệ 3,85 % năm", 10, "tỷ lệ\n3,85 % năm");
	assert_wrapped("tỷ lệ 3,85 %.", 12, "tỷ lệ\n3,85 %.");
}

static void lines_are_counted(void **state)
{
	(void)state;
	assert_int_equal(layout_lines("", 5), 1);
	assert_int_equal(layout_lines("một hai ba", 0), 1);
	assert_int_equal(layout_lines("một hai ba", 7), 2);
	assert_int_equal(layout_lines("một hai ba", 3), 3);
}

static void columns_have_room_for_cells_and_headings(void **state)
{
	struct layout_column columns[] = {
		{.heading = "Đơn vị", .content = 23, .least = 16},
		{.heading = "Đảng viên", .content = 5, .least = 5},
	};

	(void)state;
	assert_true(layout_fit(columns, 2, 2, 0));
	assert_int_equal(columns[0].width, 23);
	assert_int_equal(columns[1].width, 9);
}

/* 21 columns are too wide for a heading; in two lines of about the same length it takes 10. */
static void a_long_heading_is_broken_evenly(void **state)
{
	struct layout_column column = {.heading = "Đảng viên chính thức", .content = 5, .least = 5};

	(void)state;
	assert_true(layout_fit(&column, 1, 2, 0));
	assert_int_equal(column.width, 10);
}

static void headings_give_way_before_cells(void **state)
{
	struct layout_column columns[] = {
		{.heading = "Đơn vị", .content = 20, .least = 16},
		{.heading = "Đảng viên", .content = 4, .least = 4},
	};

	(void)state;
	assert_true(layout_fit(columns, 2, 2, 26));
	assert_int_equal(columns[0].width, 20);
	assert_int_equal(columns[1].width, 4);
	assert_true(layout_fit(columns, 2, 2, 22));
	assert_int_equal(columns[0].width, 16);
	assert_int_equal(columns[1].width, 4);
}

static void numbers_are_never_narrowed(void **state)
{
	struct layout_column columns[] = {
		{.heading = "a", .content = 30, .least = 16},
		{.heading = "b", .content = 30, .least = 30},
	};

	(void)state;
	assert_false(layout_fit(columns, 2, 2, 40));
	assert_int_equal(columns[0].width, 16);
	assert_int_equal(columns[1].width, 30);
}

static void a_bar_is_drawn_in_eighths(void **state)
{
	struct buf out = {0};

	(void)state;
	layout_bar(&out, 0, 4);
	layout_bar(&out, 1, 4);
	layout_bar(&out, 17, 4);
	layout_bar(&out, 32, 4);
	layout_bar(&out, 99, 4);
	layout_bar(&out, -1, 4);
	assert_string_equal(buf_text(&out), "····▏···██▏·████████    ");
	buf_release(&out);
}

static void cells_are_set_side_by_side_without_blanks_at_the_end(void **state)
{
	struct layout_column columns[] = {
		{.width = 6}, {.width = 4, .right = true}, {.width = 5, .colour = "\033[32m"}};
	struct buf out = {0};

	(void)state;
	buf_puts(&columns[0].text, "Đảng\nủy");
	buf_puts(&columns[1].text, "41");
	buf_puts(&columns[2].text, "tốt");
	layout_put(&out, columns, 3, 2);
	buf_puts(&columns[0].text, "ủy");
	layout_put(&out, columns, 3, 2);
	assert_string_equal(buf_text(&out), "Đảng      41  \033[32mtốt\033[0m\nủy\nủy\n");
	for (size_t i = 0; i < 3; i++)
		buf_release(&columns[i].text);
	buf_release(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(width_counts_columns_not_bytes),
		cmocka_unit_test(text_is_broken_at_spaces),
		cmocka_unit_test(only_a_word_that_is_too_long_is_cut),
		cmocka_unit_test(a_percent_sign_stays_with_its_number),
		cmocka_unit_test(lines_are_counted),
		cmocka_unit_test(columns_have_room_for_cells_and_headings),
		cmocka_unit_test(a_long_heading_is_broken_evenly),
		cmocka_unit_test(headings_give_way_before_cells),
		cmocka_unit_test(numbers_are_never_narrowed),
		cmocka_unit_test(a_bar_is_drawn_in_eighths),
		cmocka_unit_test(cells_are_set_side_by_side_without_blanks_at_the_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
