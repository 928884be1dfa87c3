#include "support.h"

#include "cli/paragraphs.h"

static void wraps_to(const char *text, size_t at, size_t indent, size_t width, const char *expected)
{
	struct buf out = {0};

	paragraph_wrap(&out, text, strlen(text), at, indent, width);
	assert_string_equal(buf_text(&out), expected);
	buf_release(&out);
}

static void words_fill_a_line_to_the_last_column(void **state)
{
	(void)state;
	wraps_to("ab cd ef", 0, 0, 5, "ab cd\nef\n");
	wraps_to("ab cd ef", 0, 0, 4, "ab\ncd\nef\n");
	wraps_to("ab  cd\n\tef", 0, 0, 8, "ab cd ef\n");
	wraps_to("", 0, 0, 8, "\n");
}

static void the_first_line_goes_on_and_the_others_are_indented(void **state)
{
	(void)state;
	wraps_to("ab cd ef", 4, 2, 9, "ab cd\n  ef\n");
}

static void a_word_wider_than_a_line_has_one_to_itself(void **state)
{
	(void)state;
	wraps_to("a bcdefgh i", 0, 0, 4, "a\nbcdefgh\ni\n");
}

static void vietnamese_letters_take_one_column_each(void **state)
{
	(void)state;
	/* 4 + 1 + 4 letters, 16 bytes. */
	wraps_to("Đảng viên đủ", 0, 0, 9, "Đảng viên\nđủ\n");
}

static void paragraphs_and_kept_lines_come_apart(void **state)
{
	const char *rest = "One\ntwo.\n\n\tkept\n\talso\nNext.\n\nLast.";
	struct paragraph paragraph;

	(void)state;
	assert_true(paragraph_next(&rest, &paragraph));
	assert_false(paragraph.kept);
	assert_int_equal(paragraph.len, strlen("One\ntwo."));
	assert_true(paragraph_next(&rest, &paragraph));
	assert_true(paragraph.kept && paragraph.apart);
	assert_int_equal(paragraph.len, strlen("\tkept\n\talso"));
	assert_true(paragraph_next(&rest, &paragraph));
	assert_false(paragraph.kept || paragraph.apart);
	assert_true(paragraph_next(&rest, &paragraph));
	assert_true(paragraph.apart);
	assert_int_equal(paragraph.len, strlen("Last."));
	assert_false(paragraph_next(&rest, &paragraph));
}

static void a_text_keeps_its_blank_lines_and_its_tables(void **state)
{
	struct buf out = {0};

	(void)state;
	paragraph_write(&out, "One two three.\n\n\ta   b\n\tc   d\n\nEnd.\n", 2, 10);
	assert_string_equal(buf_text(&out), "  One two\n"
					    "  three.\n"
					    "\n"
					    "      a   b\n"
					    "      c   d\n"
					    "\n"
					    "  End.\n");
	buf_clear(&out);
	paragraph_write(&out, "", 2, 10);
	assert_int_equal(out.len, 0);
	buf_release(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(words_fill_a_line_to_the_last_column),
		cmocka_unit_test(the_first_line_goes_on_and_the_others_are_indented),
		cmocka_unit_test(a_word_wider_than_a_line_has_one_to_itself),
		cmocka_unit_test(vietnamese_letters_take_one_column_each),
		cmocka_unit_test(paragraphs_and_kept_lines_come_apart),
		cmocka_unit_test(a_text_keeps_its_blank_lines_and_its_tables),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
