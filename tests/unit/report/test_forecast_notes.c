#include "support.h"

#include "base/buf.h"
#include "report/forecast_notes.h"

/* The paragraphs for one row of these figures, a newline after each. The caller frees them. */
static char *notes_of(const char *row, enum lang lang)
{
	struct buf paragraphs = {0};
	sqlite3_stmt *statement;
	sqlite3 *handle;
	char sql[200];

	assert_int_equal(sqlite3_open(":memory:", &handle), SQLITE_OK);
	snprintf(sql, sizeof sql, "SELECT %s", row);
	assert_int_equal(sqlite3_prepare_v2(handle, sql, -1, &statement, NULL), SQLITE_OK);
	assert_int_equal(sqlite3_step(statement), SQLITE_ROW);
	forecast_notes(statement, lang, &paragraphs);
	sqlite3_finalize(statement);
	sqlite3_close(handle);
	for (size_t i = 0; i < paragraphs.len; i++)
		if (paragraphs.data[i] == '\0')
			paragraphs.data[i] = '\n';
	buf_puts(&paragraphs, "");
	return paragraphs.data;
}

static void say(const char *row, enum lang lang, const char *wanted)
{
	char *got = notes_of(row, lang);

	assert_string_equal(got, wanted);
	free(got);
}

/* members, population, target, remaining, ratio, needed, days left: 4541 + 444 = 4985 = 3.78 % of
 * 131791; 533 in 1341 days are 12.1 a month of 30.436875 days. */
#define PUBLISHED "4541, 131791, 570, 444, 38500, 533, 1341"

static void the_published_case_is_told(void **state)
{
	(void)state;
	say(PUBLISHED, LANG_EN,
		"Completing the plan, with 444 more admissions and no losses, gives 3.78 %; the "
		"target is "
		"3.85 %.\n"
		"The target ratio needs 533 more members, where the plan has 444 admissions left: "
		"these "
		"alone do not reach it. That is 12.1 a month to the end of the plan, beside making "
		"up for "
		"losses.\n");
	say(PUBLISHED, LANG_VI,
		"Nếu kết nạp đủ 444 người còn lại theo kế hoạch và không giảm ai thì tỷ lệ đạt "
		"3,78 %, trong "
		"khi chỉ tiêu là 3,85 %.\n"
		"Để đạt chỉ tiêu tỷ lệ cần thêm 533 đảng viên, trong khi theo kế hoạch chỉ còn kết "
		"nạp 444 "
		"người: chỉ kết nạp đủ kế hoạch thì không đạt tỷ lệ này. Mỗi tháng phải tăng thêm "
		"12,1 "
		"người cho đến hết kế hoạch (chưa kể số bù cho đảng viên giảm).\n");
}

static void admissions_that_are_enough_are_not_said_to_fall_short(void **state)
{
	(void)state;
	say("990, 10000, 20, 10, 100000, 10, 365", LANG_EN,
		"Completing the plan, with 10 more admissions and no losses, gives 10.00 %; the "
		"target is "
		"10.00 %.\n"
		"The target ratio needs 10 more members, where the plan has 10 admissions left. "
		"That is 0.8 "
		"a month to the end of the plan, beside making up for losses.\n");
}

static void a_ratio_that_is_met_needs_nobody(void **state)
{
	(void)state;
	say("1000, 10000, 20, 10, 100000, 0, 365", LANG_EN,
		"Completing the plan, with 10 more admissions and no losses, gives 10.10 %; the "
		"target is "
		"10.00 %.\n"
		"The members there are meet the target ratio already.\n");
}

static void no_monthly_figure_when_no_day_is_left(void **state)
{
	(void)state;
	say("990, 10000, 20, 10, 100000, 10, 0", LANG_EN,
		"Completing the plan, with 10 more admissions and no losses, gives 10.00 %; the "
		"target is "
		"10.00 %.\n"
		"The target ratio needs 10 more members, where the plan has 10 admissions left.\n");
}

static void nothing_is_said_without_target_ratio_or_population(void **state)
{
	(void)state;
	say("990, NULL, 20, 10, 100000, NULL, 365", LANG_EN, "");
	say("990, 0, 20, 10, 100000, 0, 365", LANG_EN, "");
	say("990, 10000, NULL, NULL, 100000, 10, 365", LANG_EN, "");
	say("990, 10000, 20, 10, NULL, NULL, 365", LANG_VI, "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_published_case_is_told),
		cmocka_unit_test(admissions_that_are_enough_are_not_said_to_fall_short),
		cmocka_unit_test(a_ratio_that_is_met_needs_nobody),
		cmocka_unit_test(no_monthly_figure_when_no_day_is_left),
		cmocka_unit_test(nothing_is_said_without_target_ratio_or_population),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
