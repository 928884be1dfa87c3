#include "support.h"

#include "import/finding.h"

static void add(struct findings *findings, long line, const char *word)
{
	findings_add(findings, line, "unit", FINDING_WORD, NULL, "%s", "%s", word);
}

static void expect_order(const struct findings *findings, const char *expected)
{
	struct buf seen = {0};

	for (size_t i = 0; i < findings->count; i++)
		buf_printf(&seen, "%ld%s ", findings->list[i].line, findings->list[i].message);
	assert_string_equal(buf_text(&seen), expected);
	buf_release(&seen);
}

static void codes_have_their_defined_names(void **state)
{
	static const char *const names[] = {"file", "header", "encoding", "lossy_text", "nul",
		"too_long", "too_few_cells", "too_many_cells", "quote", "required", "date",
		"number", "percent", "word", "unknown_unit", "ambiguous_unit", "tree", "duplicate",
		"order", "overlap", "future", "pair"};

	(void)state;
	assert_int_equal(sizeof names / sizeof *names, FINDING_PAIR + 1);
	for (int i = 0; i <= FINDING_PAIR; i++)
		assert_string_equal(finding_code_name((enum finding_code)i), names[i]);
}

static void a_finding_keeps_what_it_was_told(void **state)
{
	struct findings findings;

	(void)state;
	findings_init(&findings, LANG_EN, 100);
	findings_add(&findings, 12, "admitted_on", FINDING_DATE, NULL, "%s %d", "%s %d", "day", 7);
	assert_int_equal(findings.count, 1);
	assert_int_equal(findings.total, 1);
	assert_int_equal(findings.list[0].line, 12);
	assert_string_equal(findings.list[0].column, "admitted_on");
	assert_int_equal(findings.list[0].code, FINDING_DATE);
	assert_string_equal(findings.list[0].message, "day 7");
	findings_release(&findings);
}

static void the_language_chooses_the_words(void **state)
{
	struct findings findings;

	(void)state;
	findings_init(&findings, LANG_VI, 100);
	findings_add(&findings, 1, NULL, FINDING_DATE, "31/02", "không có ngày này", "no such day");
	assert_string_equal(findings.list[0].message, "không có ngày này (đọc được \"31/02\")");
	assert_null(findings.list[0].column);
	findings_release(&findings);
	findings_init(&findings, LANG_EN, 100);
	findings_add(&findings, 1, NULL, FINDING_DATE, "31/02", "không có ngày này", "no such day");
	assert_string_equal(findings.list[0].message, "no such day (got \"31/02\")");
	findings_release(&findings);
}

static void an_empty_value_is_shown_as_such(void **state)
{
	struct findings findings;

	(void)state;
	findings_init(&findings, LANG_EN, 100);
	findings_add(&findings, 1, NULL, FINDING_DATE, "", "x", "x");
	assert_string_equal(findings.list[0].message, "x (got \"\")");
	findings_release(&findings);
}

static void control_characters_of_a_value_are_visible(void **state)
{
	struct findings findings;

	(void)state;
	findings_init(&findings, LANG_EN, 100);
	findings_add(&findings, 1, NULL, FINDING_DATE, "a\nb\x1b[31m", "x", "x");
	assert_string_equal(findings.list[0].message, "x (got \"a\\nb\\x1b[31m\")");
	findings_release(&findings);
}

/* The message for a value that consists of `count` times `character`. */
static char *message_of(const char *character, size_t count)
{
	struct findings findings;
	struct buf value = {0};
	char *message;

	for (size_t i = 0; i < count; i++)
		buf_puts(&value, character);
	findings_init(&findings, LANG_EN, 1);
	findings_add(&findings, 1, NULL, FINDING_WORD, buf_text(&value), "x", "x");
	message = memory_text(findings.list[0].message, strlen(findings.list[0].message));
	findings_release(&findings);
	buf_release(&value);
	return message;
}

static void a_value_is_cut_at_sixty_characters(void **state)
{
	struct buf expected = {0};
	char *whole = message_of("ệ", 60), *cut = message_of("ệ", 61);

	(void)state;
	buf_puts(&expected, "x (got \"");
	for (int i = 0; i < 60; i++)
		buf_puts(&expected, "ệ");
	buf_puts(&expected, "\")");
	assert_string_equal(whole, buf_text(&expected));
	expected.len -= 2;
	buf_puts(&expected, "…\")");
	assert_string_equal(cut, buf_text(&expected));
	free(whole);
	free(cut);
	buf_release(&expected);
}

static void a_value_that_is_not_utf8_is_cut_too(void **state)
{
	char *message = message_of("\x80", 100000);

	(void)state;
	assert_true(strlen(message) < 1100);
	free(message);
}

static void long_words_are_kept_whole(void **state)
{
	struct findings findings;
	char name[3001];

	(void)state;
	memset(name, 'n', sizeof name - 1);
	name[sizeof name - 1] = '\0';
	findings_init(&findings, LANG_EN, 1);
	findings_add(&findings, 1, NULL, FINDING_AMBIGUOUS_UNIT, NULL, "<%s>", "<%s>", name);
	assert_int_equal(strlen(findings.list[0].message), 3002);
	findings_release(&findings);
}

static void findings_stand_in_the_order_of_their_lines(void **state)
{
	struct findings findings;

	(void)state;
	findings_init(&findings, LANG_EN, 100);
	add(&findings, 5, "a");
	add(&findings, 3, "b");
	add(&findings, 9, "c");
	add(&findings, 3, "d");
	add(&findings, 1, "e");
	add(&findings, 5, "f");
	expect_order(&findings, "1e 3b 3d 5a 5f 9c ");
	findings_release(&findings);
}

static void the_highest_lines_give_way_when_it_is_full(void **state)
{
	struct findings findings;

	(void)state;
	findings_init(&findings, LANG_EN, 3);
	add(&findings, 5, "a");
	add(&findings, 7, "b");
	add(&findings, 7, "c");
	add(&findings, 8, "d");
	add(&findings, 7, "e");
	expect_order(&findings, "5a 7b 7c ");
	add(&findings, 2, "f");
	add(&findings, 5, "g");
	expect_order(&findings, "2f 5a 5g ");
	assert_int_equal(findings.count, 3);
	assert_int_equal(findings.total, 7);
	findings_release(&findings);
}

static void a_limit_of_none_only_counts(void **state)
{
	struct findings findings;

	(void)state;
	findings_init(&findings, LANG_EN, 0);
	add(&findings, 1, "a");
	assert_int_equal(findings.count, 0);
	assert_int_equal(findings.total, 1);
	findings_release(&findings);
}

static void a_million_findings_cost_what_a_hundred_do(void **state)
{
	struct findings findings;

	(void)state;
	findings_init(&findings, LANG_EN, 100);
	for (long line = 1; line <= 1000000; line++)
		add(&findings, line, "a");
	assert_int_equal(findings.count, 100);
	assert_int_equal(findings.total, 1000000);
	assert_int_equal(findings.list[0].line, 1);
	assert_int_equal(findings.list[99].line, 100);
	findings_release(&findings);
}

static void cleared_findings_take_new_ones(void **state)
{
	struct findings findings;

	(void)state;
	findings_init(&findings, LANG_VI, 5);
	for (long line = 9; line > 0; line--)
		add(&findings, line, "a");
	findings_clear(&findings);
	assert_int_equal(findings.count, 0);
	assert_int_equal(findings.total, 0);
	assert_int_equal(findings.limit, 5);
	assert_int_equal(findings.lang, LANG_VI);
	for (long line = 9; line > 0; line--)
		add(&findings, line, "b");
	expect_order(&findings, "1b 2b 3b 4b 5b ");
	findings_release(&findings);
}

static void a_copy_is_a_finding_of_its_own(void **state)
{
	struct findings from, to;

	(void)state;
	findings_init(&from, LANG_EN, 2);
	findings_init(&to, LANG_EN, 1);
	findings_add(&from, 4, "unit", FINDING_WORD, "v", "%s", "100%% of %s", "it");
	findings_copy(&to, &from.list[0]);
	findings_copy(&to, &from.list[0]);
	findings_release(&from);
	assert_int_equal(to.count, 1);
	assert_int_equal(to.total, 2);
	assert_string_equal(to.list[0].message, "100% of it (got \"v\")");
	assert_string_equal(to.list[0].column, "unit");
	assert_int_equal(to.list[0].code, FINDING_WORD);
	findings_release(&to);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(codes_have_their_defined_names),
		cmocka_unit_test(a_finding_keeps_what_it_was_told),
		cmocka_unit_test(the_language_chooses_the_words),
		cmocka_unit_test(an_empty_value_is_shown_as_such),
		cmocka_unit_test(control_characters_of_a_value_are_visible),
		cmocka_unit_test(a_value_is_cut_at_sixty_characters),
		cmocka_unit_test(a_value_that_is_not_utf8_is_cut_too),
		cmocka_unit_test(long_words_are_kept_whole),
		cmocka_unit_test(findings_stand_in_the_order_of_their_lines),
		cmocka_unit_test(the_highest_lines_give_way_when_it_is_full),
		cmocka_unit_test(a_limit_of_none_only_counts),
		cmocka_unit_test(a_million_findings_cost_what_a_hundred_do),
		cmocka_unit_test(cleared_findings_take_new_ones),
		cmocka_unit_test(a_copy_is_a_finding_of_its_own),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
