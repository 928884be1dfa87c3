#include "support.h"

#include "base/bar_list.h"

/* The next text of the list is this one; NULL: there is none. */
static void next_is(const char **rest, const char *wanted)
{
	const char *text = NULL;
	size_t len = 0;

	assert_int_equal(bar_list_next(rest, &text, &len), wanted != NULL);
	if (wanted == NULL)
		return;
	assert_int_equal(len, strlen(wanted));
	assert_memory_equal(text, wanted, len);
}

static void a_list_is_stepped_through_text_by_text(void **state)
{
	const char *rest = "csv|hai từ|x";

	(void)state;
	next_is(&rest, "csv");
	next_is(&rest, "hai từ");
	next_is(&rest, "x");
	next_is(&rest, NULL);
	next_is(&rest, NULL);
}

static void a_list_of_one_has_no_bar(void **state)
{
	const char *rest = "csv";

	(void)state;
	next_is(&rest, "csv");
	next_is(&rest, NULL);
}

static void an_empty_text_stands_between_two_bars(void **state)
{
	const char *rest = "|a||b|";

	(void)state;
	next_is(&rest, "");
	next_is(&rest, "a");
	next_is(&rest, "");
	next_is(&rest, "b");
	next_is(&rest, NULL); /* a bar at the end begins nothing */
}

static void no_list_is_empty(void **state)
{
	const char *none = NULL, *empty = "";

	(void)state;
	next_is(&none, NULL);
	next_is(&empty, NULL);
}

static void only_whole_texts_are_in_the_list(void **state)
{
	(void)state;
	assert_true(bar_list_has("csv|tsv", "csv", 3));
	assert_true(bar_list_has("csv|tsv", "tsv", 3));
	assert_true(bar_list_has("csv|tsv", "tsvx", 3));
	assert_false(bar_list_has("csv|tsv", "ts", 2));
	assert_false(bar_list_has("csv|tsv", "tsvx", 4));
	assert_false(bar_list_has("csv|tsv", "", 0));
	assert_false(bar_list_has("csv|tsv", "csv|tsv", 7));
	assert_false(bar_list_has(NULL, "csv", 3));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_list_is_stepped_through_text_by_text),
		cmocka_unit_test(a_list_of_one_has_no_bar),
		cmocka_unit_test(an_empty_text_stands_between_two_bars),
		cmocka_unit_test(no_list_is_empty),
		cmocka_unit_test(only_whole_texts_are_in_the_list),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
