#include "support.h"

#include "base/date.h"
#include "store/plans.h"
#include "store.h"

static struct error error;

/* Makes a roll of two units with the built-in plan and these rows: code, unit, from, to. */
static void plans(struct db *db, const char *rows)
{
	struct buf sql = {0};

	store_new(db);
	store_run(db, "INSERT INTO any_unit (id, code, name, name_key, kind, parent) VALUES"
		      " (1, 'D', 'D', 'd', 1, NULL), (2, 'X', 'X', 'x', 2, 1)");
	buf_printf(&sql,
		"INSERT INTO plan (code, unit, from_on, to_on)"
		" SELECT column1, column2, day(column3), day(column4) FROM (VALUES %s)",
		rows);
	if (rows[0])
		store_run(db, sql.data);
	buf_release(&sql);
}

static void chosen(struct db *db, const char *code, int day, const char *wanted, const char *from,
	const char *to)
{
	char from_text[11], to_text[11];
	struct plan plan;

	assert_int_equal(plan_choose(db, code, day, true, &plan, &error), STATUS_DONE);
	assert_true(plan.known);
	assert_string_equal(plan.code, wanted);
	date_write(plan.from, from_text);
	date_write(plan.to, to_text);
	assert_string_equal(from_text, from);
	assert_string_equal(to_text, to);
}

static void refused(
	struct db *db, const char *code, int day, enum status status, const char *message)
{
	struct plan plan;

	error = (struct error){.lang = LANG_EN};
	assert_int_equal(plan_choose(db, code, day, true, &plan, &error), status);
	assert_string_equal(error.message, message);
}

static void the_built_in_plan_is_in_force_from_its_first_to_its_last_day(void **state)
{
	struct db db;
	struct plan plan;

	(void)state;
	plans(&db, "");
	chosen(&db, NULL, date_day(2021, 1, 1), "KH41", "2021-01-01", "2025-12-31");
	chosen(&db, NULL, date_day(2025, 12, 31), "KH41", "2021-01-01", "2025-12-31");
	chosen(&db, "KH41", date_day(1999, 1, 1), "KH41", "2021-01-01", "2025-12-31");
	for (int day = date_day(2020, 12, 31); day <= date_day(2026, 1, 1);
		day += date_day(2026, 1, 1) - date_day(2020, 12, 31)) {
		assert_int_equal(plan_choose(&db, NULL, day, true, &plan, &error), STATUS_DONE);
		assert_string_equal(plan.code, "KH41");
		assert_int_equal(plan.in_force, 0);
		assert_true(plan.built_in);
	}
	refused(&db, "KH42", date_day(2022, 1, 1), STATUS_USAGE,
		"there is no plan \"KH42\"; the plans are: KH41 (2021-01-01 – 2025-12-31)");
	store_end(&db);
}

static void a_plan_of_a_file_goes_before_the_built_in_one(void **state)
{
	struct db db;

	(void)state;
	plans(&db, "('A', 1, '2022-01-01', '2023-12-31')");
	chosen(&db, NULL, date_day(2021, 12, 31), "KH41", "2021-01-01", "2025-12-31");
	chosen(&db, NULL, date_day(2022, 1, 1), "A", "2022-01-01", "2023-12-31");
	chosen(&db, "KH41", date_day(2022, 1, 1), "KH41", "2021-01-01", "2025-12-31");
	store_end(&db);
}

/* With a row for any unit from a file, the whole plan counts as one from a file. */
static void plan_41_named_by_a_file_is_as_good_as_others(void **state)
{
	struct db db;

	(void)state;
	plans(&db, "('KH41', 2, '2021-01-01', '2025-12-31'), ('A', 1, '2022-01-01', '2023-12-31')");
	chosen(&db, NULL, date_day(2022, 1, 1), "A", "2022-01-01",
		"2023-12-31"); /* it began last */
	chosen(&db, NULL, date_day(2021, 12, 31), "KH41", "2021-01-01", "2025-12-31");
	chosen(&db, "A", date_day(2022, 1, 1), "A", "2022-01-01", "2023-12-31");
	chosen(&db, NULL, date_day(2024, 1, 1), "KH41", "2021-01-01", "2025-12-31");
	store_end(&db);
}

static void outside_all_terms_the_last_that_ended_or_else_the_first_to_come(void **state)
{
	struct db db;
	struct plan plan;

	(void)state;
	plans(&db, "('A', 1, '2030-01-01', '2031-12-31'), ('B', 1, '2029-01-01', '2031-12-31'),"
		   "('C', 1, '2040-01-01', '2040-12-31'), ('D', 1, '2040-01-01', '2041-12-31')");
	chosen(&db, NULL, date_day(2020, 12, 31), "KH41", "2021-01-01", "2025-12-31");
	chosen(&db, NULL, date_day(2026, 1, 1), "KH41", "2021-01-01", "2025-12-31");
	chosen(&db, NULL, date_day(2032, 1, 1), "A", "2030-01-01",
		"2031-12-31"); /* it began last */
	chosen(&db, NULL, date_day(2039, 12, 31), "A", "2030-01-01", "2031-12-31");
	chosen(&db, NULL, date_day(2040, 1, 1), "C", "2040-01-01",
		"2040-12-31"); /* the lower code */
	chosen(&db, NULL, date_day(2042, 1, 1), "D", "2040-01-01", "2041-12-31");
	store_run(&db, "DELETE FROM plan WHERE built_in OR code IN ('A', 'B')");
	chosen(&db, NULL, date_day(2020, 1, 1), "C", "2040-01-01", "2040-12-31");
	store_run(&db, "DELETE FROM plan");
	assert_int_equal(plan_choose(&db, NULL, 0, false, &plan, &error), STATUS_DONE);
	assert_false(plan.known);
	refused(&db, NULL, 0, STATUS_FAILED,
		"there is no plan yet; import a file of plans: memberstat import plans FILE");
	store_end(&db);
}

static void the_term_is_the_widest_period_of_all_units(void **state)
{
	struct db db;

	(void)state;
	plans(&db, "('A', 1, '2030-01-01', '2030-12-31'), ('A', 2, '2030-01-01', '2032-12-31'),"
		   "('A', 1, '2031-01-01', '2031-12-31'), ('B', 1, '2040-01-01', '2040-12-31'),"
		   "('B', 1, '2039-01-01', '2039-12-31'), ('C', 1, '2051-01-01', '2051-12-31'),"
		   "('C', 2, '2050-01-01', '2050-12-31'), ('C', 1, '2053-01-01', '2053-12-31')");
	chosen(&db, NULL, date_day(2032, 12, 31), "A", "2030-01-01", "2032-12-31");
	chosen(&db, NULL, date_day(2040, 2, 1), "B", "2040-01-01", "2040-12-31"); /* a leap year */
	chosen(&db, NULL, date_day(2050, 2, 1), "C", "2050-01-01", "2050-12-31"); /* the earliest */
	store_end(&db);
}

/* data/README.md section 3: codes are text of at most 128 characters, and Vietnamese ones take 3
 * bytes. */
static void the_longest_code_is_chosen_whole(void **state)
{
	struct buf code = {0}, row = {0};
	struct db db;

	(void)state;
	for (int i = 0; i < 128; i++)
		buf_puts(&code, "ệ");
	buf_printf(&row, "('%s', 1, '2030-01-01', '2030-12-31')", code.data);
	plans(&db, row.data);
	chosen(&db, NULL, date_day(2030, 6, 1), code.data, "2030-01-01", "2030-12-31");
	store_end(&db);
	buf_release(&code);
	buf_release(&row);
}

/* As many rows as a plan of the whole country has: one for every unit and year. */
static void plan_rows(struct db *db, int units)
{
	struct buf sql = {0};

	store_new(db);
	buf_printf(&sql,
		"WITH RECURSIVE n (n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM n WHERE n < %d)"
		" INSERT INTO any_unit (id, code, name, name_key, kind, parent)"
		" SELECT n, 'U' || n, n, n, 2, iif(n > 1, 1, NULL) FROM n;"
		"INSERT INTO plan (code, unit, from_on, to_on, target, ratio)"
		" SELECT 'P', id, 0, 1000, 5, 30000 FROM unit;",
		units);
	store_run(db, sql.data);
	store_places(db);
	assert_int_equal(db_run(db, SQL_STMT_SCOPE_TABLES, &error), STATUS_DONE);
	store_run(db, "INSERT INTO listed"
		      " SELECT id, id > 1, id, id, code, code, 2, opens, closes FROM unit;"
		      "INSERT INTO below SELECT id, -1000000, 10000000 FROM unit");
	buf_release(&sql);
}

/* Expects that SQLite looks the row up instead of reading all of them. */
static int steps_of(struct db *db, enum sql sql)
{
	sqlite3_stmt *statement = db_statement(db, sql, &error);

	assert_non_null(statement);
	sqlite3_bind_text(statement, 1, "P", -1, SQLITE_STATIC);
	sqlite3_bind_int(statement, 2, 7);
	sqlite3_bind_int(statement, 3, 0);
	sqlite3_bind_int(statement, 4, 1000);
	db_bind_text(statement, ":plan", "P");
	db_bind_int(statement, ":from", 0);
	db_bind_int(statement, ":plan_from", 0);
	db_bind_int(statement, ":to", 1000);
	db_bind_int(statement, ":plan_to", 1000);
	db_bind_int(statement, ":as_of", 500);
	db_bind_int(statement, ":shown", 500);
	db_bind_int(statement, ":unit", 1);
	db_bind_int(statement, ":counted", 0);
	while (sqlite3_step(statement) == SQLITE_ROW)
		;
	assert_int_equal(sqlite3_reset(statement), SQLITE_OK);
	return sqlite3_stmt_status(statement, SQLITE_STMTSTATUS_VM_STEP, 0);
}

static void a_plan_row_is_found_without_reading_the_others(void **state)
{
	static const enum sql lookups[] = {SQL_STMT_PLAN_GET, SQL_STMT_PLAN_PUT};
	static const enum sql reports[] = {SQL_REPORT_PROGRESS, SQL_REPORT_RATIO};
	int few[2], some[2];
	struct db db;

	(void)state;
	plan_rows(&db, 100);
	for (int i = 0; i < 2; i++) {
		few[i] = steps_of(&db, lookups[i]);
		some[i] = steps_of(&db, reports[i]);
	}
	store_end(&db);
	plan_rows(&db, 400);
	for (int i = 0; i < 2; i++) {
		assert_in_range(steps_of(&db, lookups[i]), 1, few[i] + 5);
		assert_in_range(steps_of(&db, reports[i]), 1, 5 * some[i]);
	}
	store_end(&db);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_built_in_plan_is_in_force_from_its_first_to_its_last_day),
		cmocka_unit_test(a_plan_of_a_file_goes_before_the_built_in_one),
		cmocka_unit_test(plan_41_named_by_a_file_is_as_good_as_others),
		cmocka_unit_test(outside_all_terms_the_last_that_ended_or_else_the_first_to_come),
		cmocka_unit_test(the_term_is_the_widest_period_of_all_units),
		cmocka_unit_test(the_longest_code_is_chosen_whole),
		cmocka_unit_test(a_plan_row_is_found_without_reading_the_others),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
