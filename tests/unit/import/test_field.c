#include "support.h"

#include "base/buf.h"
#include "base/date.h"
#include "import/field.h"
#include "base/text.h"

/* A field, the record that it is read into, and the findings. */
struct fixture {
	struct field_reader reader;
	struct record record;
	struct findings findings;
	struct buf written;
};

static int set_up(void **state)
{
	struct fixture *fixture = memory_get(sizeof *fixture);

	*fixture = (struct fixture){.reader.today = date_day(2022, 4, 30)};
	findings_init(&fixture->findings, LANG_EN, 10);
	*state = fixture;
	return 0;
}

static int tear_down(void **state)
{
	struct fixture *fixture = *state;

	field_reader_release(&fixture->reader);
	record_release(&fixture->record);
	findings_release(&fixture->findings);
	buf_release(&fixture->written);
	free(fixture);
	return 0;
}

static bool read_cell(struct fixture *fixture, enum roll_kind kind, size_t index, const char *text)
{
	record_clear(&fixture->record);
	findings_clear(&fixture->findings);
	fixture->record.line = 7;
	return field_read(&fixture->reader, &rolls[kind].fields[index], index, text, strlen(text),
		&fixture->record, &fixture->findings);
}

/* Expects that the cell is read, and that the value is written as `wanted`. */
static void reads(struct fixture *fixture, enum roll_kind kind, size_t index, const char *text,
	const char *wanted)
{
	if (!read_cell(fixture, kind, index, text))
		fail_msg("%s is refused: %s", text, fixture->findings.list[0].message);
	assert_int_equal(fixture->findings.total, 0);
	assert_int_equal(fixture->record.values[index].filled, wanted[0] != '\0');
	buf_clear(&fixture->written);
	field_write(&fixture->written, &rolls[kind].fields[index], index, &fixture->record);
	assert_string_equal(buf_text(&fixture->written), wanted);
}

static void member_reads(
	struct fixture *fixture, size_t index, const char *text, const char *wanted)
{
	reads(fixture, ROLL_MEMBERS, index, text, wanted);
}

/* Expects that the cell is refused with one finding and gives no value. */
static void refuses(struct fixture *fixture, enum roll_kind kind, size_t index, const char *text,
	enum finding_code code)
{
	if (read_cell(fixture, kind, index, text))
		fail_msg("%s is read", text);
	assert_int_equal(fixture->findings.total, 1);
	assert_int_equal(fixture->findings.list[0].line, 7);
	assert_string_equal(fixture->findings.list[0].column, rolls[kind].fields[index].name);
	assert_string_equal(
		finding_code_name(fixture->findings.list[0].code), finding_code_name(code));
	assert_false(fixture->record.values[index].filled);
}

static void member_refuses(
	struct fixture *fixture, size_t index, const char *text, enum finding_code code)
{
	refuses(fixture, ROLL_MEMBERS, index, text, code);
}

/* A text of so many characters of three bytes each. */
static char *long_text(size_t characters)
{
	struct buf text = {0};

	for (size_t i = 0; i < characters; i++)
		buf_puts(&text, "ế");
	return text.data;
}

static void a_code_keeps_its_zeros_its_case_and_its_letters(void **state)
{
	member_reads(*state, MEMBER_MEMBER, "000123", "000123");
	member_reads(*state, MEMBER_MEMBER, " 00 12\tab ", "00 12 ab");
	member_reads(*state, MEMBER_MEMBER, "Aa-1/2", "Aa-1/2");
	member_reads(*state, MEMBER_MEMBER, "\xc3\x90-1", "\xc3\x90-1");
	member_reads(*state, MEMBER_MEMBER, "1E5", "1E5");
}

static void a_code_has_128_characters_and_other_text_1000(void **state)
{
	static const struct {
		size_t index, limit;
	} cases[] = {{MEMBER_MEMBER, 128}, {MEMBER_FULL_NAME, 1000}, {MEMBER_OCCUPATION, 1000},
		{MEMBER_RELIGION, 1000}, {MEMBER_UNIT, 1000}};

	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		char *fits = long_text(cases[i].limit), *more = long_text(cases[i].limit + 1);

		member_reads(*state, cases[i].index, fits, fits);
		member_refuses(*state, cases[i].index, more, FINDING_TOO_LONG);
		free(fits);
		free(more);
	}
}

static void text_is_composed_trimmed_and_squeezed(void **state)
{
	member_reads(*state, MEMBER_FULL_NAME,
		"  Nguye\xcc\x82\xcc\x83n \t V\xc4\x83n\n An\xc2\xa0", "Nguyễn Văn An");
	member_reads(*state, MEMBER_FULL_NAME, "\xe2\x80\x8b\xc3\x90\xe1\xbb\x97 \xc3\xb0", "Đỗ đ");
	member_reads(*state, MEMBER_OCCUPATION, "\xc3\x90i\xe1\xbb\x87n", "Điện");
}

static void an_empty_cell_leaves_no_value(void **state)
{
	static const char *const blanks[] = {
		"", " ", "\t \n", "\xc2\xa0", "\xe2\x80\x8b\xef\xbb\xbf"};

	for (size_t b = 0; b < sizeof blanks / sizeof blanks[0]; b++)
		for (size_t i = 0; i < rolls[ROLL_MEMBERS].count; i++)
			member_reads(*state, i, blanks[b], "");
}

static void damaged_text_is_refused(void **state)
{
	member_refuses(*state, MEMBER_FULL_NAME, "Nguy?n", FINDING_LOSSY_TEXT);
	member_refuses(*state, MEMBER_FULL_NAME, "An ?", FINDING_LOSSY_TEXT);
	member_refuses(*state, MEMBER_FULL_NAME, "Nguy\xef\xbf\xbdn", FINDING_LOSSY_TEXT);
	member_refuses(*state, MEMBER_FULL_NAME, "Nguy\xc3\x94n V\xc2\xa8n", FINDING_LOSSY_TEXT);
	member_refuses(*state, MEMBER_OCCUPATION,
		"N\xc2\xab"
		"ng d\xc2\xa9n",
		FINDING_LOSSY_TEXT);
	/* A question mark that does not replace a letter is only strange in a name. */
	member_reads(*state, MEMBER_OCCUPATION, "Nông dân ?", "Nông dân ?");
}

static void the_words_for_no_religion_are_one(void **state)
{
	static const char *const none[] = {
		"Không", "KHÔNG", "khong", "0", "Không có", "none", " không ", "kho\xcc\x82ng"};

	for (size_t i = 0; i < sizeof none / sizeof none[0]; i++)
		member_reads(*state, MEMBER_RELIGION, none[i], RELIGION_NONE);
	member_reads(*state, MEMBER_RELIGION, "Phật giáo", "Phật giáo");
	member_reads(*state, MEMBER_RELIGION, "Không rõ", "Không rõ");
	member_reads(*state, MEMBER_RELIGION, "00", "00");
	member_reads(*state, MEMBER_RELIGION, "\u0301", "\u0301"); /* folded, nothing is left */
	member_reads(*state, MEMBER_ETHNICITY, "Không", "Không");
}

static void dates_are_read_day_first_or_iso(void **state)
{
	static const char *const same[] = {"1980-02-03", "3/2/1980", "03/02/1980", "3.2.1980",
		"03-02-1980", " 3/2/1980 ", "\u00a01980-02-03", "1980-02-03 00:00:00"};
	struct fixture *fixture = *state;

	for (size_t i = 0; i < sizeof same / sizeof same[0]; i++)
		member_reads(*state, MEMBER_ADMITTED_ON, same[i], "1980-02-03");
	member_reads(*state, MEMBER_ADMITTED_ON, "29/2/2000", "2000-02-29");
	member_refuses(*state, MEMBER_ADMITTED_ON, "29/2/1900", FINDING_DATE);
	member_refuses(*state, MEMBER_ADMITTED_ON, "3/2/80", FINDING_DATE);
	assert_non_null(strstr(fixture->findings.list[0].message, "two digits"));
	member_refuses(*state, MEMBER_ADMITTED_ON, "1980", FINDING_DATE);
	member_refuses(*state, MEMBER_ADMITTED_ON, "2/1980", FINDING_DATE);
	member_refuses(*state, MEMBER_ADMITTED_ON, "29317", FINDING_DATE);
	assert_non_null(strstr(fixture->findings.list[0].message, "spreadsheet's number of a day"));
	assert_false(fixture->reader.month_first);
	member_refuses(*state, MEMBER_ADMITTED_ON, "2/13/1980", FINDING_DATE);
	assert_true(fixture->reader.month_first);
}

static void a_birth_keeps_its_precision(void **state)
{
	member_reads(*state, MEMBER_BIRTH_DATE, "1980", "1980");
	member_reads(*state, MEMBER_BIRTH_DATE, "2/1980", "1980-02");
	member_reads(*state, MEMBER_BIRTH_DATE, "02.1980", "1980-02");
	member_reads(*state, MEMBER_BIRTH_DATE, "1980-02", "1980-02");
	member_reads(*state, MEMBER_BIRTH_DATE, "3/2/1980", "1980-02-03");
	member_refuses(*state, MEMBER_BIRTH_DATE, "80", FINDING_DATE);
	member_refuses(*state, MEMBER_BIRTH_DATE, "13/1980", FINDING_DATE);
	member_refuses(*state, MEMBER_BIRTH_DATE, "0/1980", FINDING_DATE);
}

static void what_is_about_people_lies_not_in_the_future(void **state)
{
	static const size_t dates[] = {MEMBER_BIRTH_DATE, MEMBER_ADMITTED_ON, MEMBER_OFFICIAL_ON,
		MEMBER_JOINED_ON, MEMBER_LEFT_ON};

	for (size_t i = 0; i < sizeof dates / sizeof dates[0]; i++) {
		member_reads(*state, dates[i], "30/4/2022", "2022-04-30");
		member_refuses(*state, dates[i], "1/5/2022", FINDING_FUTURE);
	}
	/* A birth is refused only when it is certainly after today. */
	member_reads(*state, MEMBER_BIRTH_DATE, "2022", "2022");
	member_reads(*state, MEMBER_BIRTH_DATE, "4/2022", "2022-04");
	member_refuses(*state, MEMBER_BIRTH_DATE, "5/2022", FINDING_FUTURE);
	/* A unit may close, and a plan end, after today. */
	reads(*state, ROLL_UNITS, UNIT_CLOSED_ON, "1/7/2025", "2025-07-01");
	reads(*state, ROLL_PLANS, PLAN_TO, "31/12/2025", "2025-12-31");
}

static void numbers_have_groups_of_three_or_none(void **state)
{
	static const char *const same[] = {
		"131791", "131.791", "131,791", "131 791", "131\u00a0791", " 131791 "};
	static const char *const wrong[] = {"131.7911", "1.31791", "131.79", "1,317.91", "-5", "+5",
		"1e3", "131791 người", "0x10", "4.541,0"};

	for (size_t i = 0; i < sizeof same / sizeof same[0]; i++)
		reads(*state, ROLL_POPULATION, POPULATION_POPULATION, same[i], "131791");
	reads(*state, ROLL_POPULATION, POPULATION_POPULATION, "0", "0");
	reads(*state, ROLL_PLANS, PLAN_TARGET, "4.541", "4541");
	for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++)
		refuses(*state, ROLL_POPULATION, POPULATION_POPULATION, wrong[i], FINDING_NUMBER);
}

static void percents_have_up_to_four_decimals_and_are_compared_by_value(void **state)
{
	static const char *const same[] = {"3.85", "3,85", "3.85%", "3,8500 %", "03.85"};
	static const char *const wrong[] = {"3.12345", "1.000,5", "-3", "%", "3.", ",85", "3 85"};

	for (size_t i = 0; i < sizeof same / sizeof same[0]; i++) {
		reads(*state, ROLL_PLANS, PLAN_RATIO_PERCENT, same[i], "3.85");
		assert_int_equal(
			((struct fixture *)*state)->record.values[PLAN_RATIO_PERCENT].number,
			38500);
	}
	for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++)
		refuses(*state, ROLL_PLANS, PLAN_RATIO_PERCENT, wrong[i], FINDING_PERCENT);
}

static void a_word_is_read_from_its_own_list_however_often(void **state)
{
	/* The reader remembers words. A word that means different things in two columns is not
	 * confused. */
	for (int i = 0; i < 3; i++) {
		member_reads(*state, MEMBER_JOINED_BY, "chuyển nội bộ", "moved");
		member_reads(*state, MEMBER_LEFT_BY, "chuyển nội bộ", "moved");
		assert_int_equal(
			((struct fixture *)*state)->record.values[MEMBER_LEFT_BY].number, 6);
		member_reads(*state, MEMBER_GENDER, "nam", "male");
		member_refuses(*state, MEMBER_THEORY, "nam", FINDING_WORD);
		member_refuses(*state, MEMBER_GENDER, "nom", FINDING_WORD);
		member_reads(*state, MEMBER_LEFT_BY, "từ trần", "died");
		member_refuses(*state, MEMBER_JOINED_BY, "từ trần", FINDING_WORD);
		member_reads(*state, MEMBER_THEORY, "cử nhân lý luận chính trị", "advanced");
	}
}

static void one_guard_against_formulas_is_taken_off(void **state)
{
	static const struct {
		const char *text, *wanted;
	} cases[] = {{"'=1", "=1"}, {"=1", "=1"}, {"''=1", "'=1"}, {"'@x", "@x"}, {"'-5", "-5"},
		{"'+84", "+84"}, {"'a", "'a"}, {"''", "''"}, {"'", "'"}, {"''a=", "''a="},
		{"a'=", "a'="}};

	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		member_reads(*state, MEMBER_MEMBER, cases[i].text, cases[i].wanted);
		member_reads(*state, MEMBER_FULL_NAME, cases[i].text, cases[i].wanted);
	}
	/* Numbers and dates never have a guard. */
	member_refuses(*state, MEMBER_ADMITTED_ON, "'1980-02-03", FINDING_DATE);
}

static void a_value_shown_in_a_message_is_harmless(void **state)
{
	struct fixture *fixture = *state;

	member_refuses(*state, MEMBER_GENDER, "x\x1b[2Jy", FINDING_WORD);
	assert_non_null(strstr(fixture->findings.list[0].message, "(got \"x\\x1b[2Jy\")"));
}

/* --- headings ----------------------------------------------------------------------------------
 */

static void folds(const char *heading, const char *wanted)
{
	struct buf folded = {0};

	field_fold_heading(&folded, heading, strlen(heading));
	assert_string_equal(buf_text(&folded), wanted);
	buf_release(&folded);
}

static void a_heading_is_matched_without_its_marks_and_remarks(void **state)
{
	(void)state;
	folds("Họ và tên", "ho va ten");
	folds("HỌ_VÀ  TÊN*", "ho va ten");
	folds("Họ và tên (*)", "ho va ten");
	folds("Họ và\r\n tên :", "ho va ten");
	folds("Ngày sinh (dd/mm/yyyy)", "ngay sinh");
	folds("Ngày sinh* (Ngày/tháng/năm) (*)", "ngay sinh");
	folds("Dân số (người)", "dan so");
	folds("Tỷ lệ (%)", "ty le");
	folds("\xc3\x90\xe1\xba\xa3ng", "dang");
	folds("(*)", "");
	folds("", "");
	/* What is not such a remark stays, because it may distinguish two columns. */
	folds("Ngày vào Đảng (chính thức)", "ngay vao dang (chinh thuc");
}

static void a_total_is_told_by_its_diacritics(void **state)
{
	static const char *const totals[] = {"Tổng cộng", "TỔNG CỘNG", "tổng số", "Cộng",
		"CỘNG:", "Total", " Tổng  cộng ", "to\xcc\x82\xcc\x89ng s\xe1\xbb\x91"};
	static const char *const others[] = {
		"Tong cong", "CONG", "Công", "Tổng", "Tổng kho", "Totals", "", "Cộng Hòa"};

	(void)state;
	for (size_t i = 0; i < sizeof totals / sizeof totals[0]; i++)
		assert_true(field_is_total(totals[i], strlen(totals[i])));
	for (size_t i = 0; i < sizeof others / sizeof others[0]; i++)
		assert_false(field_is_total(others[i], strlen(others[i])));
}

static void kinds_are_found_by_their_names(void **state)
{
	(void)state;
	assert_int_equal(roll_find("units"), ROLL_UNITS);
	assert_int_equal(roll_find("members"), ROLL_MEMBERS);
	assert_int_equal(roll_find("Members"), ROLL_KINDS);
	assert_int_equal(roll_find(""), ROLL_KINDS);
}

#define TEST(name_) cmocka_unit_test_setup_teardown(name_, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_code_keeps_its_zeros_its_case_and_its_letters),
		TEST(a_code_has_128_characters_and_other_text_1000),
		TEST(text_is_composed_trimmed_and_squeezed),
		TEST(an_empty_cell_leaves_no_value),
		TEST(damaged_text_is_refused),
		TEST(the_words_for_no_religion_are_one),
		TEST(dates_are_read_day_first_or_iso),
		TEST(a_birth_keeps_its_precision),
		TEST(what_is_about_people_lies_not_in_the_future),
		TEST(numbers_have_groups_of_three_or_none),
		TEST(percents_have_up_to_four_decimals_and_are_compared_by_value),
		TEST(a_word_is_read_from_its_own_list_however_often),
		TEST(one_guard_against_formulas_is_taken_off),
		TEST(a_value_shown_in_a_message_is_harmless),
		cmocka_unit_test(a_heading_is_matched_without_its_marks_and_remarks),
		cmocka_unit_test(a_total_is_told_by_its_diacritics),
		cmocka_unit_test(kinds_are_found_by_their_names),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
