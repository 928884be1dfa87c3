#include "support.h"

#include "base/date.h"
#include "store.h"

static struct error error = {.lang = LANG_EN};
static struct db db;

/* Three plans, of which the columns are read by this statement: code, from_on, to_on, built_in. */
#define PLANS SQL_STMT_PLAN_PERIODS
enum { CODE, FROM_ON, TO_ON };

static int begin(void **state)
{
	(void)state;
	store_new(&db);
	store_run(&db,
		"DELETE FROM plan; INSERT INTO any_unit (id, code, name, name_key, kind, opened_on)"
		" VALUES (7, 'D', 'D', 'd', 1, NULL), (8, 'C', 'C', 'c', 2, 30);"
		"INSERT INTO plan (code, unit, from_on, to_on) VALUES"
		" ('A', 7, 1, 2), ('B', 7, 3, 4), ('C', 7, 5, 6);");
	return 0;
}

static int end(void **state)
{
	(void)state;
	store_end(&db);
	return 0;
}

static void rows_come_one_after_the_other(void **state)
{
	struct db_rows rows = db_prepare(&db, PLANS, NO_NUMBERS, &error);
	struct buf seen = {0};

	(void)state;
	while (db_next(&rows))
		buf_printf(&seen, "%s%d-%d ", db_text(rows.at, CODE), db_day(rows.at, FROM_ON),
			sqlite3_column_int(rows.at, TO_ON));
	assert_int_equal(db_end(&rows), STATUS_DONE);
	assert_string_equal(buf_text(&seen), "A1-2 B3-4 C5-6 ");
	buf_release(&seen);
}

static void a_failure_of_the_caller_ends_the_loop_and_is_told(void **state)
{
	struct db_rows rows = db_prepare(&db, PLANS, NO_NUMBERS, &error);
	int seen = 0;

	(void)state;
	while (db_next(&rows))
		rows.status = ++seen == 2 ? STATUS_USAGE : STATUS_DONE;
	assert_int_equal(seen, 2);
	assert_int_equal(db_end(&rows), STATUS_USAGE);
	assert_false(db_next(&rows));
}

static void a_loop_that_was_left_can_be_begun_again(void **state)
{
	struct db_rows rows = db_prepare(&db, PLANS, NO_NUMBERS, &error);

	(void)state;
	assert_true(db_next(&rows));
	assert_int_equal(db_end(&rows), STATUS_DONE);
	rows = db_prepare(&db, PLANS, NO_NUMBERS, &error);
	assert_true(db_next(&rows));
	assert_string_equal(db_text(rows.at, CODE), "A");
	assert_int_equal(db_end(&rows), STATUS_DONE);
}

static void numbers_are_bound_in_their_order(void **state)
{
	int64_t found = -1;

	(void)state;
	assert_int_equal(
		db_do(&db, SQL_STMT_POPULATION_PUT, NUMBERS(8, 100, 5000), &error), STATUS_DONE);
	store_gives(db.handle, "SELECT unit || ' ' || as_of || ' ' || population FROM population",
		"8 100 5000");
	assert_int_equal(db_number(&db, SQL_STMT_POPULATION_GET, NUMBERS(8, 100), &found, &error),
		STATUS_DONE);
	assert_int_equal(found, 8);
	assert_int_equal(db_number(&db, SQL_STMT_POPULATION_GET, NUMBERS(8, 99), &found, &error),
		STATUS_DONE);
	assert_int_equal(found, 0); /* no row */
}

/* A number that is not given is NULL, whatever was bound the time before. */
static void what_is_not_bound_is_null(void **state)
{
	sqlite3_stmt *put = db_statement(&db, SQL_STMT_POPULATION_PUT, &error);

	(void)state;
	for (int parameter = 1; parameter <= 4; parameter++)
		sqlite3_bind_int(put, parameter, 8);
	assert_int_equal(db_step(&db, put, &error), STATUS_DONE);
	assert_int_equal(
		db_do(&db, SQL_STMT_POPULATION_PUT, NUMBERS(8, 9, 10), &error), STATUS_DONE);
	store_gives(db.handle, "SELECT source FROM population WHERE as_of = 8", "8");
	store_gives(db.handle, "SELECT source FROM population WHERE as_of = 9", "NULL");
}

static void a_statement_that_fails_says_why(void **state)
{
	(void)state;
	error.message[0] = '\0';
	assert_int_equal(
		db_do(&db, SQL_STMT_POPULATION_PUT, NUMBERS(9, 1, 1), &error), STATUS_FAILED);
	assert_non_null(strstr(error.message, "FOREIGN KEY"));
	assert_int_equal(
		db_do(&db, SQL_STMT_POPULATION_PUT, NUMBERS(8, 1, 1), &error), STATUS_DONE);
}

static void a_statement_that_does_not_compile_gives_no_rows(void **state)
{
	struct db_rows rows;
	int64_t number = 5;

	(void)state;
	store_run(&db, "ALTER TABLE total_unit RENAME TO other");
	error.message[0] = '\0';
	rows = db_prepare(&db, SQL_TOTAL_KEPT_UNITS, NUMBERS(1, 2), &error);
	db_bind_int(rows.at, ":unit", 1);
	assert_false(db_next(&rows));
	assert_int_equal(db_end(&rows), STATUS_FAILED);
	assert_non_null(strstr(error.message, "total_unit"));
	assert_int_equal(
		db_number(&db, SQL_TOTAL_KEPT_UNITS, NO_NUMBERS, &number, &error), STATUS_FAILED);
	assert_int_equal(number, 0);
	assert_int_equal(db_do(&db, SQL_TOTAL_KEPT_UNITS, NO_NUMBERS, &error), STATUS_FAILED);
	store_run(&db, "ALTER TABLE other RENAME TO total_unit");
}

static void null_is_no_text_and_no_day(void **state)
{
	struct db_rows rows = db_prepare(&db, SQL_TOTAL_STAYS, NUMBERS(7), &error);

	(void)state;
	store_run(&db, "INSERT INTO member (id, code) VALUES (1, 'a');"
		       "INSERT INTO stay (member, joined_on, unit, admitted_on, joined_by, facts)"
		       " VALUES (1, 30, 7, 30, 1, 0)");
	assert_true(db_next(&rows));
	assert_int_equal(db_day(rows.at, 1), 30);
	assert_int_equal(db_day(rows.at, 2), NO_DAY);
	assert_null(db_text(rows.at, 2));
	assert_int_equal(db_end(&rows), STATUS_DONE);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(rows_come_one_after_the_other),
		cmocka_unit_test(a_failure_of_the_caller_ends_the_loop_and_is_told),
		cmocka_unit_test(a_loop_that_was_left_can_be_begun_again),
		cmocka_unit_test(numbers_are_bound_in_their_order),
		cmocka_unit_test(what_is_not_bound_is_null),
		cmocka_unit_test(a_statement_that_fails_says_why),
		cmocka_unit_test(a_statement_that_does_not_compile_gives_no_rows),
		cmocka_unit_test(null_is_no_text_and_no_day),
	};

	return cmocka_run_group_tests(tests, begin, end);
}
