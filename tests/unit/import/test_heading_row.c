#include "support.h"

#include "import/heading_row.h"

#define CELLS_MAX 8

/* A row of cells, '|' between them; ~ is none. */
struct written {
	struct raw_cell cells[CELLS_MAX];
	struct raw_row row;
	char text[200];
};

static const struct raw_row *written(struct written *written, const char *text)
{
	char *cell = written->text;

	snprintf(written->text, sizeof written->text, "%s", text);
	written->row = (struct raw_row){.line = 7, .cells = written->cells};
	while (cell) {
		char *end = strchr(cell, '|');

		if (end)
			*end = '\0';
		assert_true(written->row.count < CELLS_MAX);
		written->cells[written->row.count++] =
			(struct raw_cell){.text = cell, .len = strlen(cell)};
		cell = end ? end + 1 : NULL;
	}
	return &written->row;
}

/* The two rows are one heading: this; NULL when they are not. */
static void joins(const char *first, const char *second, const char *expected)
{
	struct written upper, lower;
	struct heading_row heading = {0};
	struct buf got = {0};

	heading_row_take(&heading, written(&upper, first));
	assert_int_equal(heading.line, 7);
	written(&lower, second);
	if (heading_row_has_second(&heading, &lower.row) != (expected != NULL))
		fail_msg("%s over %s", first, second);
	if (expected) {
		heading_row_join(&heading, &lower.row);
		for (size_t i = 0; i < heading.count; i++) {
			assert_int_equal(heading.cells[i].len, strlen(heading.cells[i].text));
			buf_printf(&got, "%s%s", i ? "|" : "", heading.cells[i].text);
		}
		assert_string_equal(got.data, expected);
		assert_int_equal(heading.line, 7);
	}
	buf_release(&got);
	heading_row_release(&heading);
}

static void a_blank_heading_takes_the_one_to_its_left(void **state)
{
	(void)state;
	joins("a|Ngày||b", "|x|y|", "a|Ngày x|Ngày y|b");
	joins("a|Ngày|||b", "|x|y|z|", "a|Ngày x|Ngày y|Ngày z|b");
	/* Only what has words below is added to; a blank above a blank stays one. */
	joins("a|Ngày|||b", "||y||", "a|Ngày|Ngày y||b");
	joins("a||Ngày||b", "|||y|", "a||Ngày|Ngày y|b");
	/* To the left of the first heading there is none. */
	joins("||a|", "x|y||z", "x|y|a|a z");
	/* Marks of what is required, and line breaks, are not in the middle. */
	joins("Ngày *||b:|", "x|y*|z|u", "Ngày x|Ngày y*|b z|b u");
	joins("Ngày\n*:\r\n|", "x|y", "Ngày x|Ngày y");
}

static void rows_need_not_be_as_long_as_each_other(void **state)
{
	(void)state;
	joins("a|Ngày", "|x|y", "a|Ngày x|Ngày y");
	joins("a||||", "|y", "a|a y|||");
	joins("a|Ngày", "|x|", NULL);
	joins("a|Ngày| |", " |x|y", "a|Ngày x|Ngày y|");
}

static void what_stands_under_a_heading_of_its_own_is_no_second_row(void **state)
{
	(void)state;
	joins("a|Ngày||b", "|x|y|z", NULL);
	joins("a|Ngày||b", "z|x|y|", NULL);
	joins("a|Ngày||b|", "|x|y|z|", "a|Ngày x|Ngày y|b z|");
	joins("a|b|c", "|x|", NULL);
	joins("a|b|c", "||x", NULL);
	joins("a|b|c", "|||x", "a|b|c|c x");
}

static void a_second_row_has_words_under_a_blank_heading(void **state)
{
	(void)state;
	joins("a|Ngày||b", "|x||", NULL);
	joins("a|Ngày||b", "||12|", NULL);
	joins("a|Ngày||b", "||1/2/2000|", NULL);
	joins("a|Ngày||b", "||(2)|", NULL);
	joins("a|Ngày||b", "||n1|", "a|Ngày|Ngày n1|b");
	joins("a|Ngày||b", "||ồ|", "a|Ngày|Ngày ồ|b");
	joins("a|Ngày||b", "|||", NULL);
	/* Nor is the header below an empty row or a title one with it. */
	joins("|||", "x|y|z|u", NULL);
	joins("a", "x", NULL);
}

static void expect_like(const char *first, const char *second, bool like)
{
	struct written a, b;
	struct heading_row heading = {0};

	heading_row_take(&heading, written(&a, first));
	if (heading_row_is_like(&heading, written(&b, second)) != like)
		fail_msg("%s and %s", first, second);
	heading_row_release(&heading);
}

static void a_repeated_heading_is_the_same_in_every_cell(void **state)
{
	struct heading_row none = {0};
	struct written row;

	(void)state;
	expect_like("Mã|Tên *||", "MA|tên|", true);
	expect_like("Mã|Tên *||", " mã|Tên\n| ||", true);
	expect_like("Mã|Tên||", "Mã|Tên||x", false);
	expect_like("Mã|Tên||", "Mã|||", false);
	expect_like("Mã|Tên||", "Mã|Tên gọi||", false);
	/* One cell is too little to tell. */
	expect_like("Mã||", "Mã||", false);
	assert_false(heading_row_is_like(&none, written(&row, "a|b")));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_blank_heading_takes_the_one_to_its_left),
		cmocka_unit_test(rows_need_not_be_as_long_as_each_other),
		cmocka_unit_test(what_stands_under_a_heading_of_its_own_is_no_second_row),
		cmocka_unit_test(a_second_row_has_words_under_a_blank_heading),
		cmocka_unit_test(a_repeated_heading_is_the_same_in_every_cell),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
