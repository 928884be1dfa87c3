#include "support.h"

#include "base/text.h"

static void expect(const char *text, const char *wanted)
{
	struct buf out = {0};

	text_drop_unseen(&out, text, strlen(text));
	assert_string_equal(buf_text(&out), wanted);
	buf_release(&out);
}

static void characters_that_show_nothing_are_dropped(void **state)
{
	(void)state;
	expect("00\u200b12\u200c3\u200d", "00123");       /* of no width */
	expect("\ufeffA\u2060\u00ad1", "A1");             /* joiners, a soft hyphen */
	expect("\u200e00123\u200f\u061c", "00123");       /* marks of direction */
	expect("\u202a00123\u202c\u2066\u2069", "00123"); /* … and embeddings */
	expect("1\ufe0f2\ufe00\U000e0100", "12");         /* variation selectors */
	expect("\u3164\u115f\u034f\U000e0041", "");       /* fillers, a joiner, a tag */
}

static void all_that_shows_stays(void **state)
{
	static const char *const texts[] = {"", "Đảng bộ 1", "A\u00a0B", "\u2028", "a\u0301",
		"\u2010", "\u2030", "\u205f", "\u2070", "\ufdff", "\ufe10", "\ufffd", "\U000e1000"};

	(void)state;
	for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
		expect(texts[i], texts[i]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(characters_that_show_nothing_are_dropped),
		cmocka_unit_test(all_that_shows_stays),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
