#include "support.h"

#include "base/code_list.h"
#include "base/buf.h"
#include "base/text.h"

static const struct code_list *const code_lists[] = {&codes_unit_kind, &codes_gender, &codes_theory,
	&codes_joined_by, &codes_left_by, &codes_progress_status, &codes_probation_status,
	&codes_member_status, &codes_scenario, &codes_severity, &codes_roll, &codes_age_band,
	&codes_party_age_band, &codes_group};

#define CODE_LISTS (sizeof code_lists / sizeof code_lists[0])

static void reads_as(const struct code_list *codes, const char *text, const struct word *word)
{
	const struct word *read = code_list_read(codes, text, strlen(text));

	if (read != word)
		fail_msg("%s: \"%s\" is %s, not %s", codes->name, text,
			read ? read->code : "nothing", word->code);
}

/* The word is read as it is written, and in capitals without diacritics between blanks. */
static void is_spelling(
	const struct code_list *codes, const struct word *word, const char *text, size_t len)
{
	struct buf spelling = {0}, plain = {0};

	buf_add(&spelling, text, len);
	reads_as(codes, spelling.data, word);
	buf_puts(&plain, " \t");
	text_fold(&plain, text, len);
	for (size_t i = 0; i < plain.len; i++)
		if (plain.data[i] >= 'a' && plain.data[i] <= 'z')
			plain.data[i] = (char)(plain.data[i] - 'a' + 'A');
	buf_puts(&plain, "\xc2\xa0");
	reads_as(codes, plain.data, word);
	buf_release(&spelling);
	buf_release(&plain);
}

/* If two words of a list had the same spelling, it would always be read as the first of them. */
static void every_spelling_is_read_as_its_own_word(void **state)
{
	(void)state;
	for (size_t b = 0; b < CODE_LISTS; b++) {
		for (size_t w = 0; w < code_lists[b]->count; w++) {
			const struct word *word = &code_lists[b]->words[w];
			const char *spelling = word->spellings;

			is_spelling(code_lists[b], word, word->code, strlen(word->code));
			is_spelling(code_lists[b], word, word->label.vi, strlen(word->label.vi));
			is_spelling(code_lists[b], word, word->label.en, strlen(word->label.en));
			while (spelling) {
				size_t len = strcspn(spelling, "|");

				assert_true(len > 0);
				is_spelling(code_lists[b], word, spelling, len);
				spelling = spelling[len] ? spelling + len + 1 : NULL;
			}
		}
	}
}

static void an_unknown_word_is_mapped_to_nothing(void **state)
{
	static const char *const words[] = {"", " ", "x", "không", "không rõ?", "namm", "na",
		"nam nữ", "male,", "|", "moved moved"};

	(void)state;
	for (size_t b = 0; b < 5; b++)
		for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
			assert_null(code_list_read(code_lists[b], words[i], strlen(words[i])));
	/* A way of joining is no way of leaving, and the reverse. */
	assert_null(code_list_read(&codes_joined_by, "chuyển đi", strlen("chuyển đi")));
	assert_null(code_list_read(&codes_left_by, "chuyển đến", strlen("chuyển đến")));
	assert_null(code_list_read(&codes_left_by, "admitted", strlen("admitted")));
}

static void the_defined_words_are_read(void **state)
{
	static const struct {
		const struct code_list *codes;
		const char *text, *code;
	} cases[] = {
		{&codes_unit_kind, "đảng bộ huyện", "district"},
		{&codes_unit_kind, "đảng bộ xã", "commune"},
		{&codes_unit_kind, "Đảng bộ thị trấn", "commune"},
		{&codes_unit_kind, "đảng bộ cơ sở", "committee"},
		{&codes_unit_kind, "chi bộ cơ sở", "base_cell"},
		{&codes_unit_kind, "base cell", "base_cell"},
		{&codes_unit_kind, "đảng bộ bộ phận", "section"},
		{&codes_unit_kind, "chi bộ", "cell"},
		{&codes_unit_kind, "chi bộ trực thuộc", "cell"},
		{&codes_gender, "Nam", "male"},
		{&codes_gender, "NỮ", "female"},
		{&codes_theory, "sơ cấp", "elementary"},
		{&codes_theory, "trung cấp", "intermediate"},
		{&codes_theory, "cao cấp", "advanced"},
		{&codes_theory, "cử nhân", "advanced"},
		{&codes_joined_by, "kết nạp", "admitted"},
		{&codes_joined_by, "kết nạp lại", "readmitted"},
		{&codes_joined_by, "chuyển đến", "transferred"},
		{&codes_joined_by, "chuyển nội bộ", "moved"},
		{&codes_joined_by, "phục hồi đảng tịch", "restored"},
		{&codes_left_by, "từ trần", "died"},
		{&codes_left_by, "khai trừ", "expelled"},
		{&codes_left_by, "xóa tên", "removed"},
		{&codes_left_by, "xoá tên", "removed"},
		{&codes_left_by, "xin ra", "resigned"},
		{&codes_left_by, "chuyển đi", "transferred"},
		{&codes_left_by, "chuyển nội bộ", "moved"},
		/* Decomposed, and with the look-alike of Đ. */
		{&codes_gender, "nu\xcc\x9b\xcc\x83", "female"},
		{&codes_unit_kind, "\xc3\x90\xe1\xba\xa3ng b\xe1\xbb\x99 x\xc3\xa3", "commune"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
		reads_as(cases[i].codes, cases[i].text,
			code_list_find(cases[i].codes, cases[i].code));
}

static void codes_and_values_are_unique_and_codes_are_plain(void **state)
{
	(void)state;
	for (size_t b = 0; b < CODE_LISTS; b++) {
		for (size_t w = 0; w < code_lists[b]->count; w++) {
			const struct word *word = &code_lists[b]->words[w];

			assert_int_equal(
				strspn(word->code, "abcdefghijklmnopqrstuvwxyz0123456789_ -"),
				strlen(word->code));
			assert_true(word->label.vi[0] && word->label.en[0]);
			assert_ptr_equal(code_list_word(code_lists[b], word->value), word);
			assert_ptr_equal(code_list_find(code_lists[b], word->code), word);
		}
		assert_null(code_list_word(code_lists[b], 0));
		assert_null(code_list_word(code_lists[b], 99));
	}
}

static void a_report_also_knows_the_words_beyond_a_list(void **state)
{
	(void)state;
	assert_string_equal(code_list_find(&codes_gender, "unknown")->code, "unknown");
	assert_string_equal(code_list_find(&codes_age_band, "none")->label.vi, "Không");
	assert_null(code_list_find(&codes_gender, "nobody"));
	/* But an import does not read them. */
	assert_null(code_list_read(&codes_gender, "unknown", strlen("unknown")));
}

static void the_values_that_the_sources_name_are_those_of_the_lists(void **state)
{
	(void)state;
	assert_string_equal(code_list_word(&codes_unit_kind, KIND_DISTRICT)->code, "district");
	assert_string_equal(code_list_word(&codes_unit_kind, KIND_COMMUNE)->code, "commune");
	assert_string_equal(code_list_word(&codes_unit_kind, KIND_COMMITTEE)->code, "committee");
	assert_string_equal(code_list_word(&codes_unit_kind, KIND_BASE_CELL)->code, "base_cell");
	assert_string_equal(code_list_word(&codes_unit_kind, KIND_SECTION)->code, "section");
	assert_string_equal(code_list_word(&codes_unit_kind, KIND_CELL)->code, "cell");
	assert_string_equal(code_list_word(&codes_joined_by, JOINED_ADMITTED)->code, "admitted");
	assert_string_equal(
		code_list_word(&codes_joined_by, JOINED_READMITTED)->code, "readmitted");
	assert_string_equal(
		code_list_word(&codes_joined_by, JOINED_TRANSFERRED)->code, "transferred");
	assert_string_equal(code_list_word(&codes_joined_by, JOINED_MOVED)->code, "moved");
	assert_string_equal(code_list_word(&codes_joined_by, JOINED_RESTORED)->code, "restored");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_spelling_is_read_as_its_own_word),
		cmocka_unit_test(an_unknown_word_is_mapped_to_nothing),
		cmocka_unit_test(the_defined_words_are_read),
		cmocka_unit_test(codes_and_values_are_unique_and_codes_are_plain),
		cmocka_unit_test(a_report_also_knows_the_words_beyond_a_list),
		cmocka_unit_test(the_values_that_the_sources_name_are_those_of_the_lists),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
