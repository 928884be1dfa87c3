/* What is kept beside the roll may be damaged in any way: no figure that comes of it is wrong. */
#include "support.h"

#include "base/date.h"
#include "store.h"
#include "totals/totals_keep.h"

#define UNITS 4
#define DAYS  10

static const int units[UNITS] = {0, 2, 3, 4}; /* 0 is the root */
static const int days[DAYS] = {-354286, -10, 0, 9, 15, 20, 364, 365, 800, 20000};
static struct error error;
static struct db db;
static char *right[UNITS][DAYS];

/* Two districts, one below the other, over a commune and a cell; people who come, move and go over four
 * years, and populations that change. */
static const char *const roll =
	"INSERT INTO any_unit (id, code, name, name_key, kind, parent) VALUES (1, 'D', 'D', 'd', 1, NULL),"
	" (2, 'P', 'P', 'p', 1, 1), (3, 'X', 'X', 'x', 2, 2), (4, 'C', 'C', 'c', 6, 1);"
	"INSERT INTO population (unit, as_of, population) VALUES (3, 5, 100), (3, 300, 120), (1, 500, 150);"
	"INSERT INTO member (id, code) VALUES (1, 'a'), (2, 'b'), (3, 'c');"
	"INSERT INTO stay (member, joined_on, unit, admitted_on, official_on, joined_by, left_on, left_by,"
	" facts) VALUES (1, 10, 3, 10, 15, 1, 20, 6, 0), (1, 20, 4, 10, 15, 4, NULL, NULL, 0),"
	" (2, 12, 3, 12, NULL, 1, 400, 1, 0), (3, 790, 4, 790, 1200, 2, NULL, NULL, 0)";

static void question(char *sql, size_t size, int unit, int day)
{
	snprintf(sql, size,
		"SELECT admitted || ' ' || readmitted || ' ' || moved_in || ' ' || died || ' ' || moved_out ||"
		" ' ' || members || ' ' || official || ' ' || communes || ' ' || cells || ' ' ||"
		" coalesce(population(%d, %d, NULL), '-') || ' ' || coalesce(population_as_of(%d, %d, NULL), '-')"
		" FROM totals(%d, %d)",
		unit, day, unit, day, unit, day);
}

static int begin(void **state)
{
	char sql[512];

	(void)state;
	store_new(&db);
	store_run(&db, roll);
	store_places(&db);
	/* As counting gives them. */
	for (int unit = 0; unit < UNITS; unit++)
		for (int day = 0; day < DAYS; day++) {
			question(sql, sizeof sql, units[unit], days[day]);
			right[unit][day] = store_text(db.handle, sql);
		}
	assert_int_equal(totals_rebuild(&db, &error), STATUS_DONE);
	return 0;
}

static int end(void **state)
{
	(void)state;
	for (int unit = 0; unit < UNITS; unit++)
		for (int day = 0; day < DAYS; day++)
			free(right[unit][day]);
	store_end(&db);
	return 0;
}

/* Asks everything; every answer is right, or a refusal. Gives how many were refused. */
static int ask_all(const char *damage)
{
	int refused = 0;
	char sql[512];

	for (int unit = 0; unit < UNITS; unit++)
		for (int day = 0; day < DAYS; day++) {
			sqlite3_stmt *statement = NULL;
			int code;

			question(sql, sizeof sql, units[unit], days[day]);
			assert_int_equal(sqlite3_prepare_v2(db.handle, sql, -1, &statement, NULL),
				SQLITE_OK);
			code = sqlite3_step(statement);
			if (code == SQLITE_ROW &&
				strcmp((const char *)sqlite3_column_text(statement, 0),
					right[unit][day]) != 0)
				fail_msg("%s: unit %d, day %d: %s, not %s", damage, units[unit],
					days[day], sqlite3_column_text(statement, 0),
					right[unit][day]);
			if (code != SQLITE_ROW) {
				assert_int_equal(
					sqlite3_extended_errcode(db.handle), SQLITE_CORRUPT_VTAB);
				assert_int_equal(db_failed(&db, &error), STATUS_FAILED);
				assert_non_null(strstr(error.message, "memberstat recount"));
				refused++;
			}
			sqlite3_finalize(statement);
		}
	return refused;
}

/* Does it, asks everything, and takes it back. */
static int damaged(const char *sql)
{
	int refused = 0, code;

	store_run(&db, "SAVEPOINT damage");
	code = sqlite3_exec(db.handle, sql, NULL, NULL, NULL);
	if (code == SQLITE_OK && sqlite3_changes(db.handle) > 0)
		refused = ask_all(sql);
	else if (code != SQLITE_OK) /* a key that another row has, a value that SQLite refuses */
		assert_true(code == SQLITE_CONSTRAINT || code == SQLITE_MISMATCH);
	store_run(&db, "ROLLBACK TO damage; RELEASE damage");
	return refused;
}

static int kept_rows(const char *table)
{
	char sql[128], *count;
	int rows;

	snprintf(sql, sizeof sql, "SELECT count(*) FROM %s", table);
	count = store_text(db.handle, sql);
	rows = atoi(count);
	free(count);
	return rows;
}

/* One column of one row becomes something else. */
static void damage_column(const char *table, const char *key, const char *column, int row)
{
	static const char *const values[] = {"%s + 1", "%s - 1", "%s + 4294967296", "-%s", "0",
		"NULL", "x'00'", "x''", "substr(%s, 2)", "%s || x'00'",
		"CAST(CAST(%s AS BLOB) || x'0c02' AS BLOB)"};
	char value[64], sql[512];
	int found = 0;

	for (size_t v = 0; v < sizeof values / sizeof values[0]; v++) {
		snprintf(value, sizeof value, values[v], column);
		snprintf(sql, sizeof sql,
			"UPDATE %s SET %s = %s WHERE (%s) = (SELECT %s FROM %s LIMIT 1 OFFSET %d)"
			" AND %s IS NOT %s",
			table, column, value, key, key, table, row, column, value);
		found += damaged(sql) > 0;
	}
	/* A row of no unit is as if it were not there: then all is counted. */
	if (found == 0 && strcmp(column, "unit") != 0)
		fail_msg("%s.%s of row %d: no damage is noticed", table, column, row);
}

static void no_damage_gives_a_wrong_figure(void **state)
{
	static const struct {
		const char *table, *key;
	} tables[] = {{"total_unit", "unit"}, {"total_year", "unit, year"},
		{"total_population", "unit, since"}};
	char sql[256];

	(void)state;
	assert_int_equal(ask_all("nothing"), 0);
	for (size_t t = 0; t < sizeof tables / sizeof tables[0]; t++) {
		const char *table = tables[t].table;
		sqlite3_stmt *column = NULL;
		int rows = kept_rows(table);

		assert_true(rows >= 2);
		snprintf(sql, sizeof sql, "SELECT name FROM pragma_table_info('%s')", table);
		assert_int_equal(sqlite3_prepare_v2(db.handle, sql, -1, &column, NULL), SQLITE_OK);
		while (sqlite3_step(column) == SQLITE_ROW)
			for (int row = 0; row < rows; row++)
				damage_column(table, tables[t].key,
					(const char *)sqlite3_column_text(column, 0), row);
		sqlite3_finalize(column);
		for (int row = 0; row < rows; row++) {
			snprintf(sql, sizeof sql,
				"DELETE FROM %s WHERE (%s) = (SELECT %s FROM %s LIMIT 1 OFFSET %d)",
				table, tables[t].key, tables[t].key, table, row);
			damaged(sql);
		}
		snprintf(sql, sizeof sql, "DELETE FROM %s", table);
		damaged(sql);
	}
}

/* Bringing damaged totals up to date would give them a proof. */
static void damaged_totals_are_not_changed(void **state)
{
	static const struct stay_days one = {.unit = 3,
		.joined_on = 400,
		.joined_by = 1,
		.left_on = NO_DAY,
		.official_on = NO_DAY};
	static const char *const damage[] = {
		"UPDATE total_year SET admitted = admitted + 1 WHERE unit = 2 AND year = 1970",
		"UPDATE total_year SET died = died + 1 WHERE unit = 2 AND year = 1971",
		"DELETE FROM total_year WHERE unit = 2 AND year = 1971",
		"UPDATE total_unit SET last = 1970 WHERE unit = 2",
	};

	(void)state;
	for (size_t i = 0; i < sizeof damage / sizeof damage[0]; i++) {
		struct totals_changes *waiting = totals_changes_new(&db);

		store_run(&db, "SAVEPOINT damage");
		assert_int_equal(totals_note(waiting, &one, 1, 1, &error), STATUS_DONE);
		store_run(&db, damage[i]);
		assert_int_equal(totals_enter(waiting, &error), STATUS_FAILED);
		assert_non_null(strstr(error.message, "the kept totals are damaged"));
		totals_changes_free(waiting);
		store_run(&db, "ROLLBACK TO damage; RELEASE damage");
	}
}

/* Who doubts counts, whatever is kept. */
static void who_doubts_is_right(void **state)
{
	struct db doubting;
	char sql[512];

	(void)state;
	store_run(&db,
		"UPDATE total_year SET admitted = 99; UPDATE total_population SET population = 7");
	assert_true(ask_all("all of it") > 0);
	assert_int_equal(db_open(&doubting, STORE, DB_READ, totals_counting, &error), STATUS_DONE);
	for (int unit = 0; unit < UNITS; unit++)
		for (int day = 0; day < DAYS; day++) {
			question(sql, sizeof sql, units[unit], days[day]);
			store_gives(doubting.handle, sql, right[unit][day]);
		}
	store_gives(doubting.handle, "SELECT max(totals_right(unit)) FROM total_unit", "0");
	store_gives(doubting.handle, "SELECT max(population_right(unit)) FROM total_unit", "0");
	db_close(&doubting, true);
	assert_int_equal(totals_rebuild(&db, &error), STATUS_DONE);
	assert_int_equal(ask_all("nothing"), 0);
}

/* What no import stores, of a damaged or hostile file: refused, and nothing beyond an array is touched. */
static void a_stay_or_unit_that_cannot_be_is_not_counted(void **state)
{
	static const char *const damage[] = {
		"UPDATE stay SET joined_by = 30000 WHERE member = 2",
		"UPDATE stay SET joined_by = -3 WHERE member = 2",
		"UPDATE stay SET joined_by = 65537 WHERE member = 2",
		"UPDATE stay SET left_by = 4294967297 WHERE member = 2",
		"UPDATE stay SET left_by = NULL WHERE member = 2",
		"UPDATE stay SET joined_on = 4294967306, admitted_on = 1, left_on = 4294967307 WHERE member = 2",
		"UPDATE stay SET left_on = 99999999 WHERE member = 2",
		"UPDATE unit_version SET kind = -5 WHERE unit = 3",
		"UPDATE unit_version SET kind = 2147483647 WHERE unit = 3",
	};

	(void)state;
	store_run(&db, "PRAGMA ignore_check_constraints = 1");
	for (size_t i = 0; i < sizeof damage / sizeof damage[0]; i++) {
		sqlite3_stmt *statement = NULL;

		store_run(&db, "BEGIN");
		store_run(&db, damage[i]);
		assert_int_equal(totals_rebuild(&db, &error), STATUS_FAILED);
		assert_non_null(strstr(error.message, "the database is damaged (table "));
		assert_int_equal(sqlite3_prepare_v2(db.handle, "SELECT members FROM totals(3, 50)",
					 -1, &statement, NULL),
			SQLITE_OK);
		assert_int_equal(sqlite3_step(statement), SQLITE_CORRUPT);
		sqlite3_finalize(statement);
		store_run(&db, "ROLLBACK");
	}
	store_run(&db, "PRAGMA ignore_check_constraints = 0");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(no_damage_gives_a_wrong_figure),
		cmocka_unit_test(damaged_totals_are_not_changed),
		cmocka_unit_test(who_doubts_is_right),
		cmocka_unit_test(a_stay_or_unit_that_cannot_be_is_not_counted),
	};

	return cmocka_run_group_tests(tests, begin, end);
}
