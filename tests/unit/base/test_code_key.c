#include "support.h"

#include "base/code_key.h"

#define SIZE(array) (sizeof(array) / sizeof(array)[0])

static void expect_key(const char *code, const char *wanted)
{
	struct buf key = {0};

	code_key(&key, code, strlen(code));
	assert_string_equal(buf_text(&key), wanted);
	assert_int_equal(code_is_key(code, strlen(code)), strcmp(code, wanted) == 0);
	buf_release(&key);
}

static void keys_have_no_zeros_in_front_and_capitals(void **state)
{
	(void)state;
	expect_key("000123", "123");
	expect_key("123", "123");
	expect_key("1230", "1230");
	expect_key("0", "");
	expect_key("000", "");
	expect_key("0a0", "A0");
	expect_key("Ab-01/x", "AB-01/X");
	expect_key("A", "A");
	expect_key("đv01", "ĐV01");
	expect_key("ĐV01", "ĐV01");
	expect_key("Ấp 1", "ẤP 1");
	expect_key("A-001", "A-001"); /* not in front */
	expect_key(" 1", " 1");
}

static void letters_that_look_alike_are_one(void **state)
{
	(void)state;
	expect_key("АВЕЅІЈКМНОРСТУХ", "ABESIJKMHOPCTYX"); /* Cyrillic */
	expect_key("авеѕіјкмнорстух", "ABESIJKMHOPCTYX");
	expect_key("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABEZHIKMNOPTYX"); /* Greek */
	expect_key("αβεζηικμνορτυχ", "ABEZHIKMNOPTYX");
	expect_key("ÐÐ1", "ĐĐ1");
	expect_key("ðv1", "ĐV1");
	expect_key("00Ð1", "Đ1");
	expect_key("Ж", "Ж"); /* looks like nothing else */
	expect_key("Á", "Á"); /* marks count */
	expect_key("á", "Á");
}

static bool are_twins(const char *a, const char *b)
{
	struct buf x = {0}, y = {0};
	bool same;

	code_key(&x, a, strlen(a));
	code_key(&y, b, strlen(b));
	same = strcmp(buf_text(&x), buf_text(&y)) == 0;
	buf_release(&x);
	buf_release(&y);
	return same;
}

static bool may_be_twins(const char *a, const char *b)
{
	struct code_shape x = code_shape(a, strlen(a)), y = code_shape(b, strlen(b));

	return x.length == y.length && x.digits == y.digits && x.shape != y.shape;
}

/* All codes of up to four of these letters against one another: no twins without another shape. */
static void twins_differ_in_their_shapes(void **state)
{
	static const char *const letters[] = {"", "0", "1", "A", "a", "B", "А", "Đ", "Ð", "ð"};
	static char codes[10000][16];
	size_t count = 0, twins = 0;

	(void)state;
	for (size_t i = 0; i < 10000; i++)
		snprintf(codes[count++], sizeof codes[0], "%s%s%s%s", letters[i / 1000],
			letters[i / 100 % 10], letters[i / 10 % 10], letters[i % 10]);
	for (size_t i = 0; i < count; i += 41) {
		for (size_t j = 0; j < count; j += 3) {
			if (strcmp(codes[i], codes[j]) == 0 || !are_twins(codes[i], codes[j]))
				continue;
			twins++;
			if (!may_be_twins(codes[i], codes[j]))
				fail_msg("%s and %s have one shape", codes[i], codes[j]);
		}
	}
	assert_true(twins > 1000);
}

static void codes_of_one_way_have_one_shape(void **state)
{
	static const char *const ways[][2] = {{"000123", "045678"}, {"1", "999"},
		{"000179GL", "123456ZZ"}, {"dv001", "ab999"}, {"Dv001", "Dv999"},
		{"ĐV-0001", "ĐV-9990"}, {"A1", "B2"}, {"a-1", "a-2"}, {"001", "002"},
		{"abc", "abd"}};

	(void)state;
	for (size_t i = 0; i < SIZE(ways); i++)
		assert_false(may_be_twins(ways[i][0], ways[i][1]));
	assert_true(may_be_twins("001", "1"));
	assert_true(may_be_twins("dv1", "DV1"));
	assert_true(may_be_twins("Dv1", "DV1"));
	assert_true(may_be_twins("ĐV1", "ÐV1"));
	assert_true(may_be_twins("A1", "А1"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(keys_have_no_zeros_in_front_and_capitals),
		cmocka_unit_test(letters_that_look_alike_are_one),
		cmocka_unit_test(twins_differ_in_their_shapes),
		cmocka_unit_test(codes_of_one_way_have_one_shape),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
