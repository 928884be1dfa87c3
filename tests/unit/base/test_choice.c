#include "support.h"

#include "base/choice.h"

static void nearest_is(const char *choices, const char *word, const char *expected)
{
	struct buf out = {0};

	assert_int_equal(choice_nearest(&out, choices, word), expected != NULL);
	assert_string_equal(buf_text(&out), expected ? expected : "");
	buf_release(&out);
}

static void a_slip_finds_the_word_that_was_meant(void **state)
{
	static const char reports[] = "summary|ratio|progress|movement|structure|idle";

	(void)state;
	nearest_is(reports, "sumary", "summary");
	nearest_is(reports, "rtaio", "ratio");
	nearest_is(reports, "moevments", "movement");
	nearest_is(reports, "Idle", "idle");
}

static void the_beginning_of_a_word_finds_it(void **state)
{
	(void)state;
	nearest_is("summary|ratio|progress", "prog", "progress");
	nearest_is("--format|--from", "--fr", "--from");
}

static void a_strange_word_finds_nothing(void **state)
{
	char huge[5000];

	(void)state;
	memset(huge, 'a', sizeof huge);
	huge[sizeof huge - 1] = '\0';
	nearest_is("summary|ratio", "xyzzy", NULL);
	nearest_is("summary|ratio", "", NULL);
	nearest_is("summary|ratio", huge, NULL);
	nearest_is("summary|ratio", "\xff\xfe", NULL);
}

static void a_quoted_word_is_short_and_harmless(void **state)
{
	struct buf out = {0};
	char word[400];

	(void)state;
	choice_quote(&out, "a\nb\033[31m", 8);
	assert_null(strchr(out.data, '\n'));
	assert_null(strchr(out.data, '\033'));
	buf_clear(&out);
	/* 119 letters, then a letter of three bytes that crosses the limit: all of it is left
	 * out. */
	memset(word, 'a', sizeof word);
	memcpy(word + 119, "ệ", 3);
	choice_quote(&out, word, sizeof word);
	assert_int_equal(out.len, 1 + 119 + 3 + 1);
	assert_memory_equal(out.data + 1 + 119, "…\"", 4);
	buf_release(&out);
}

static void a_refusal_says_what_would_be_right(void **state)
{
	static const struct label what = L("báo cáo", "report");
	struct error error = {.lang = LANG_EN};

	(void)state;
	assert_int_equal(choice_refuse(what, "ratoi", "summary|ratio", &error), STATUS_USAGE);
	assert_string_equal(error.message, "unknown report \"ratoi\"; did you mean \"ratio\"?");
	choice_refuse(what, "xyzzy", "summary|ratio", &error);
	assert_string_equal(
		error.message, "unknown report \"xyzzy\"; it is one of: summary, ratio");
	error.lang = LANG_VI;
	choice_refuse(what, "ratoi", "summary|ratio", &error);
	assert_string_equal(
		error.message, "không có báo cáo \"ratoi\"; có phải ý bạn là \"ratio\"?");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_slip_finds_the_word_that_was_meant),
		cmocka_unit_test(the_beginning_of_a_word_finds_it),
		cmocka_unit_test(a_strange_word_finds_nothing),
		cmocka_unit_test(a_quoted_word_is_short_and_harmless),
		cmocka_unit_test(a_refusal_says_what_would_be_right),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
