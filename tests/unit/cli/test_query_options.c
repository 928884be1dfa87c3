#include "support.h"

#include <limits.h>

#include "base/buf.h"
#include "base/date.h"
#include "cli/query_options.h"

#define WORDS_MAX 24

struct asked {
	struct request request;
	struct query query;
	struct error error;
	enum status status;
};

static void ask(struct asked *asked, const char *const *words)
{
	char *argv[WORDS_MAX + 1] = {(char *)"memberstat", (char *)"report"};
	const struct command *command;
	int argc = 2;

	for (; *words; words++)
		argv[argc++] = (char *)*words;
	*asked = (struct asked){.error = {.lang = LANG_EN}};
	assert_int_equal(
		command_line(argc, argv, &command, &asked->request, &asked->error), STATUS_DONE);
	asked->status = query_read(&asked->query, &asked->request, &asked->error);
}

#define ASK(asked_, ...) ask(asked_, (const char *const[]){__VA_ARGS__, NULL})

static void is_day(int day, const char *wanted)
{
	char text[11];

	date_write(day, text);
	assert_string_equal(text, wanted);
}

static void dates_are(const char *as_of, const char *from, const char *to, struct asked *asked)
{
	assert_int_equal(asked->status, STATUS_DONE);
	is_day(asked->query.as_of, as_of);
	is_day(asked->query.from, from);
	is_day(asked->query.to, to);
	request_release(&asked->request);
}

static void refused(struct asked *asked, const char *message)
{
	assert_int_equal(asked->status, STATUS_USAGE);
	assert_string_equal(asked->error.message, message);
	request_release(&asked->request);
}

static void the_defaults_are_today_and_the_year_so_far(void **state)
{
	struct asked asked;
	int year, month, day;

	(void)state;
	ASK(&asked, "summary");
	assert_int_equal(asked.status, STATUS_DONE);
	date_civil(date_today(), &year, &month, &day);
	assert_int_equal(asked.query.as_of, date_today());
	assert_int_equal(asked.query.to, date_today());
	assert_int_equal(asked.query.from, date_day(year, 1, 1));
	assert_null(asked.query.unit);
	assert_null(asked.query.plan);
	assert_null(asked.query.by);
	assert_int_equal(asked.query.depth, 1);
	assert_int_equal(asked.query.year, 0);
	assert_int_equal(asked.query.months, 12);
	assert_int_equal(asked.query.within, -1);
	assert_string_equal(asked.query.of, "members");
	assert_string_equal(asked.query.every, "month");
	assert_string_equal(asked.query.sort, "key");
	assert_false(asked.query.all || asked.query.compare);
	request_release(&asked.request);
}

static void dates_stand_for_each_other(void **state)
{
	struct asked asked;

	(void)state;
	ASK(&asked, "movement", "--as-of", "2022-04-30");
	dates_are("2022-04-30", "2022-01-01", "2022-04-30", &asked);
	ASK(&asked, "movement", "--to", "30/4/2022");
	dates_are("2022-04-30", "2022-01-01", "2022-04-30", &asked);
	ASK(&asked, "movement", "--from", "15.02.2021", "--to", "2022-04-30");
	dates_are("2022-04-30", "2021-02-15", "2022-04-30", &asked);
	ASK(&asked, "movement", "--from", "2022-04-30", "--to", "2022-04-30"); /* one day */
	dates_are("2022-04-30", "2022-04-30", "2022-04-30", &asked);
	ASK(&asked, "movement", "--as-of", "2022-04-30", "--to", "2022-03-31");
	dates_are("2022-04-30", "2022-01-01", "2022-03-31", &asked);
	ASK(&asked, "movement", "--as-of", "2021-01-01", "--as-of",
		"2024-02-29"); /* of several the last one counts */
	dates_are("2024-02-29", "2024-01-01", "2024-02-29", &asked);
}

static void dates_that_do_not_exist_are_refused(void **state)
{
	struct asked asked;

	(void)state;
	ASK(&asked, "summary", "--as-of", "2022-02-29");
	refused(&asked, "--as-of 2022-02-29: not a date; write 2022-04-30 or 30/4/2022");
	ASK(&asked, "movement", "--from", "tomorrow");
	refused(&asked, "--from tomorrow: not a date; write 2022-04-30 or 30/4/2022");
	ASK(&asked, "movement", "--to", "4/30/2022");
	refused(&asked, "--to 4/30/2022: not a date; write 2022-04-30 or 30/4/2022");
	ASK(&asked, "movement", "--from", "2022-05-01", "--to", "2022-04-30");
	refused(&asked, "--from is after --to: the period has no day");
}

static void numbers_are_whole_and_not_negative(void **state)
{
	struct asked asked;

	(void)state;
	ASK(&asked, "idle", "--months", "0", "--within", "0", "--depth", "0");
	assert_int_equal(asked.status, STATUS_DONE);
	assert_int_equal(asked.query.months, 0);
	assert_int_equal(asked.query.within, 0);
	assert_int_equal(asked.query.depth, 0);
	request_release(&asked.request);
	ASK(&asked, "ratio", "--depth", "all");
	assert_int_equal(asked.query.depth, INT_MAX);
	request_release(&asked.request);
	ASK(&asked, "idle", "--months", "-1");
	refused(&asked, "--months -1: must be a whole number from 0 on");
	ASK(&asked, "idle", "--months", "1.5");
	refused(&asked, "--months 1.5: must be a whole number from 0 on");
	ASK(&asked, "probation", "--within", "99999999999999999999");
	refused(&asked, "--within 99999999999999999999: must be a whole number from 0 on");
	ASK(&asked, "ratio", "--depth", "two");
	refused(&asked, "--depth two: must be a whole number from 0 on");
}

static void a_year_has_four_digits(void **state)
{
	struct asked asked;

	(void)state;
	ASK(&asked, "progress", "--year", "2022");
	assert_int_equal(asked.status, STATUS_DONE);
	assert_int_equal(asked.query.year, 2022);
	request_release(&asked.request);
	ASK(&asked, "progress", "--year", "22");
	refused(&asked, "--year 22: must be a whole number from 1000 on");
	ASK(&asked, "progress", "--year", "20222");
	refused(&asked, "--year 20222: a year has four digits");
}

static void words_and_switches_are_taken_over(void **state)
{
	struct asked asked;

	(void)state;
	ASK(&asked, "structure", "--unit", "30040", "--plan", "KH41", "--by", "age", "--of",
		"admitted", "--every", "quarter", "--sort", "name", "--all");
	assert_int_equal(asked.status, STATUS_DONE);
	assert_string_equal(asked.query.unit, "30040");
	assert_string_equal(asked.query.plan, "KH41");
	assert_string_equal(asked.query.by, "age");
	assert_string_equal(asked.query.of, "admitted");
	assert_string_equal(asked.query.every, "quarter");
	assert_string_equal(asked.query.sort, "name");
	assert_true(asked.query.all);
	request_release(&asked.request);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_defaults_are_today_and_the_year_so_far),
		cmocka_unit_test(dates_stand_for_each_other),
		cmocka_unit_test(dates_that_do_not_exist_are_refused),
		cmocka_unit_test(numbers_are_whole_and_not_negative),
		cmocka_unit_test(a_year_has_four_digits),
		cmocka_unit_test(words_and_switches_are_taken_over),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
