#include "support.h"

#include "base/code_list.h"
#include "base/buf.h"
#include "base/text.h"

static const struct book *const books[] = {&book_unit_kind, &book_gender, &book_theory,
	&book_joined_by, &book_left_by, &book_progress_status, &book_probation_status,
	&book_member_status, &book_scenario, &book_severity, &book_roll, &book_age_band,
	&book_party_age_band, &book_group};

#define BOOKS (sizeof books / sizeof books[0])

static void reads_as(const struct book *book, const char *text, const struct word *word)
{
	const struct word *read = book_read(book, text, strlen(text));

	if (read != word)
		fail_msg("%s: \"%s\" is %s, not %s", book->name, text,
			read ? read->code : "nothing", word->code);
}

/* As it is written, and in capitals without diacritics and with blanks around. */
static void is_spelling(
	const struct book *book, const struct word *word, const char *text, size_t len)
{
	struct buf spelling = {0}, plain = {0};

	buf_add(&spelling, text, len);
	reads_as(book, spelling.data, word);
	buf_puts(&plain, " \t");
	text_fold(&plain, text, len);
	for (size_t i = 0; i < plain.len; i++)
		if (plain.data[i] >= 'a' && plain.data[i] <= 'z')
			plain.data[i] = (char)(plain.data[i] - 'a' + 'A');
	buf_puts(&plain, "\xc2\xa0");
	reads_as(book, plain.data, word);
	buf_release(&spelling);
	buf_release(&plain);
}

/* A spelling that two words had would be read as the first of them. */
static void every_spelling_is_read_as_its_own_word(void **state)
{
	(void)state;
	for (size_t b = 0; b < BOOKS; b++) {
		for (size_t w = 0; w < books[b]->count; w++) {
			const struct word *word = &books[b]->words[w];
			const char *spelling = word->spellings;

			is_spelling(books[b], word, word->code, strlen(word->code));
			is_spelling(books[b], word, word->label.vi, strlen(word->label.vi));
			is_spelling(books[b], word, word->label.en, strlen(word->label.en));
			while (spelling) {
				size_t len = strcspn(spelling, "|");

				assert_true(len > 0);
				is_spelling(books[b], word, spelling, len);
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
			assert_null(book_read(books[b], words[i], strlen(words[i])));
	/* A word of one direction is none of the other. */
	assert_null(book_read(&book_joined_by, "chuyển đi", strlen("chuyển đi")));
	assert_null(book_read(&book_left_by, "chuyển đến", strlen("chuyển đến")));
	assert_null(book_read(&book_left_by, "admitted", strlen("admitted")));
}

static void the_words_of_the_contract_are_read(void **state)
{
	static const struct {
		const struct book *book;
		const char *text, *code;
	} cases[] = {
		{&book_unit_kind, "đảng bộ huyện", "district"},
		{&book_unit_kind, "đảng bộ xã", "commune"},
		{&book_unit_kind, "Đảng bộ thị trấn", "commune"},
		{&book_unit_kind, "đảng bộ cơ sở", "committee"},
		{&book_unit_kind, "chi bộ cơ sở", "base_cell"},
		{&book_unit_kind, "base cell", "base_cell"},
		{&book_unit_kind, "đảng bộ bộ phận", "section"},
		{&book_unit_kind, "chi bộ", "cell"},
		{&book_unit_kind, "chi bộ trực thuộc", "cell"},
		{&book_gender, "Nam", "male"},
		{&book_gender, "NỮ", "female"},
		{&book_theory, "sơ cấp", "elementary"},
		{&book_theory, "trung cấp", "intermediate"},
		{&book_theory, "cao cấp", "advanced"},
		{&book_theory, "cử nhân", "advanced"},
		{&book_joined_by, "kết nạp", "admitted"},
		{&book_joined_by, "kết nạp lại", "readmitted"},
		{&book_joined_by, "chuyển đến", "transferred"},
		{&book_joined_by, "chuyển nội bộ", "moved"},
		{&book_joined_by, "phục hồi đảng tịch", "restored"},
		{&book_left_by, "từ trần", "died"},
		{&book_left_by, "khai trừ", "expelled"},
		{&book_left_by, "xóa tên", "removed"},
		{&book_left_by, "xoá tên", "removed"},
		{&book_left_by, "xin ra", "resigned"},
		{&book_left_by, "chuyển đi", "transferred"},
		{&book_left_by, "chuyển nội bộ", "moved"},
		/* Decomposed, and with the look-alike of Đ. */
		{&book_gender, "nu\xcc\x9b\xcc\x83", "female"},
		{&book_unit_kind, "\xc3\x90\xe1\xba\xa3ng b\xe1\xbb\x99 x\xc3\xa3", "commune"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
		reads_as(cases[i].book, cases[i].text, book_code(cases[i].book, cases[i].code));
}

static void codes_and_values_are_unique_and_codes_are_plain(void **state)
{
	(void)state;
	for (size_t b = 0; b < BOOKS; b++) {
		for (size_t w = 0; w < books[b]->count; w++) {
			const struct word *word = &books[b]->words[w];

			assert_int_equal(
				strspn(word->code, "abcdefghijklmnopqrstuvwxyz0123456789_ -"),
				strlen(word->code));
			assert_true(word->label.vi[0] && word->label.en[0]);
			assert_ptr_equal(book_word(books[b], word->value), word);
			assert_ptr_equal(book_code(books[b], word->code), word);
		}
		assert_null(book_word(books[b], 0));
		assert_null(book_word(books[b], 99));
	}
}

static void a_report_also_knows_the_words_beyond_a_list(void **state)
{
	(void)state;
	assert_string_equal(book_code(&book_gender, "unknown")->code, "unknown");
	assert_string_equal(book_code(&book_age_band, "none")->label.vi, "Không");
	assert_null(book_code(&book_gender, "nobody"));
	/* But an import does not. */
	assert_null(book_read(&book_gender, "unknown", strlen("unknown")));
}

static void the_values_that_rules_name_are_those_of_the_books(void **state)
{
	(void)state;
	assert_string_equal(book_word(&book_unit_kind, KIND_DISTRICT)->code, "district");
	assert_string_equal(book_word(&book_unit_kind, KIND_COMMUNE)->code, "commune");
	assert_string_equal(book_word(&book_unit_kind, KIND_COMMITTEE)->code, "committee");
	assert_string_equal(book_word(&book_unit_kind, KIND_BASE_CELL)->code, "base_cell");
	assert_string_equal(book_word(&book_unit_kind, KIND_SECTION)->code, "section");
	assert_string_equal(book_word(&book_unit_kind, KIND_CELL)->code, "cell");
	assert_string_equal(book_word(&book_joined_by, JOINED_ADMITTED)->code, "admitted");
	assert_string_equal(book_word(&book_joined_by, JOINED_READMITTED)->code, "readmitted");
	assert_string_equal(book_word(&book_joined_by, JOINED_TRANSFERRED)->code, "transferred");
	assert_string_equal(book_word(&book_joined_by, JOINED_MOVED)->code, "moved");
	assert_string_equal(book_word(&book_joined_by, JOINED_RESTORED)->code, "restored");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_spelling_is_read_as_its_own_word),
		cmocka_unit_test(an_unknown_word_is_mapped_to_nothing),
		cmocka_unit_test(the_words_of_the_contract_are_read),
		cmocka_unit_test(codes_and_values_are_unique_and_codes_are_plain),
		cmocka_unit_test(a_report_also_knows_the_words_beyond_a_list),
		cmocka_unit_test(the_values_that_rules_name_are_those_of_the_books),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
