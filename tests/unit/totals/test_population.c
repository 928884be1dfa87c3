#include "support.h"

#include "totals/population.h"
#include "store.h"
#include "totals/totals_keep.h"

static struct error error;
static struct db db;

static const char *const forget =
	"DELETE FROM total_population; DELETE FROM total_year; DELETE FROM total_unit";

static int begin(void **state)
{
	(void)state;
	store_new(&db);
	return 0;
}

static int end(void **state)
{
	(void)state;
	store_end(&db);
	return 0;
}

/* Summed when it is asked for, and looked up when it is kept. */
static void gives(const char *expression, const char *wanted)
{
	char sql[512];

	snprintf(sql, sizeof sql, "SELECT %s", expression);
	store_run(&db, forget);
	store_places(&db);
	store_gives(db.handle, sql, wanted);
	assert_int_equal(totals_rebuild(&db, &error), STATUS_DONE);
	store_gives(db.handle, sql, wanted);
}

/* A district with two communes, a committee and a cell below one commune; dates as given. */
static void units(const char *sql)
{
	store_run(&db,
		"DELETE FROM population; DELETE FROM unit_place; DELETE FROM unit_version; DELETE FROM unit;"
		"INSERT INTO any_unit (id, code, name, name_key, kind, parent) VALUES"
		" (1, 'D', 'D', 'd', 1, NULL), (2, 'X', 'X', 'x', 2, 1),"
		" (3, 'Y', 'Y', 'y', 2, 1), (4, 'C', 'C', 'c', 3, 1),"
		" (5, 'X1', 'X1', 'x1', 6, 2)");
	store_run(&db, sql);
}

static void population_is_the_newest_row_not_after_the_day(void **state)
{
	(void)state;
	units("INSERT INTO population VALUES (1, 100, 1000, NULL), (1, 200, 2000, NULL)");
	gives("population(1, 99, NULL)", "NULL");
	gives("population(1, 100, NULL)", "1000");
	gives("population(1, 199, NULL)", "1000");
	gives("population(1, 200, NULL)", "2000");
	gives("population(1, 99999, NULL)", "2000");
	gives("population_as_of(1, 199, NULL)", "100");
	gives("population_as_of(1, 200, NULL)", "200");
	gives("population(1, NULL, NULL)", "NULL");
	gives("population(NULL, 100, NULL)", "NULL");
}

static void population_falls_back_only_when_every_commune_has_one(void **state)
{
	(void)state;
	units("INSERT INTO population VALUES (2, 100, 10, NULL), (2, 300, 11, NULL), (3, 200, 20, "
	      "NULL)");
	gives("population(1, 199, NULL)", "NULL");
	gives("population_as_of(1, 199, NULL)", "NULL");
	gives("population(1, 200, NULL)", "30");
	gives("population_as_of(1, 200, NULL)", "100");
	gives("population(1, 300, NULL)", "31");
	gives("population_as_of(1, 300, NULL)", "200");
}

static void own_population_goes_before_the_sum(void **state)
{
	(void)state;
	units("INSERT INTO population VALUES (1, 50, 7, NULL), (2, 100, 10, NULL), (3, 100, 20, "
	      "NULL)");
	gives("population(1, 300, NULL)", "7");
	gives("population_as_of(1, 300, NULL)", "50");
}

static void population_is_never_the_parents(void **state)
{
	(void)state;
	units("INSERT INTO population VALUES (1, 50, 7, NULL)");
	gives("population(2, 300, NULL)", "NULL");
	gives("population(4, 300, NULL)", "NULL");
	gives("population(99, 300, NULL)", "NULL");
}

static void only_districts_and_communes_are_summed(void **state)
{
	(void)state;
	/* the committee's and the cell's figures do not count, nor stand in for missing ones */
	units("INSERT INTO population VALUES (2, 100, 10, NULL), (3, 100, 20, NULL), (4, 100, 40, "
	      "NULL)");
	gives("population(1, 300, NULL)", "30");
	units("INSERT INTO population VALUES (5, 100, 10, NULL)");
	gives("population(2, 300, NULL)", "NULL");
}

static void only_open_communes_are_summed(void **state)
{
	(void)state;
	units("UPDATE unit SET closed_on = 250 WHERE id = 3;"
	      "INSERT INTO population VALUES (2, 100, 10, NULL), (3, 100, 20, NULL)");
	gives("population(1, 249, NULL)", "30");
	gives("population(1, 250, NULL)", "10");
	units("UPDATE unit SET opened_on = 250 WHERE id = 3; INSERT INTO population VALUES (2, "
	      "100, 10, NULL)");
	gives("population(1, 249, NULL)", "10");
	gives("population(1, 250, NULL)", "NULL");
	units("UPDATE unit SET closed_on = 250 WHERE id IN (2, 3); INSERT INTO population VALUES (2, "
	      "100, 10, NULL)");
	gives("population(1, 250, NULL)", "NULL");
}

static void a_commune_of_population_0_has_one(void **state)
{
	(void)state;
	units("INSERT INTO population VALUES (2, 100, 10, NULL), (3, 100, 0, NULL)");
	gives("population(1, 300, NULL)", "10");
}

static void the_rule_is_the_same_on_every_level(void **state)
{
	(void)state;
	units("UPDATE unit_version SET kind = 1 WHERE unit = 2;"
	      "INSERT INTO any_unit (id, code, name, name_key, kind, parent) VALUES (6, 'Z', 'Z', 'z', "
	      "2, 2);"
	      "INSERT INTO population VALUES (6, 40, 5, NULL), (3, 100, 20, NULL)");
	gives("population(1, 300, NULL)", "25");
	gives("population_as_of(1, 300, NULL)", "40");
}

/* However deep the tree is, a sum takes no more stack. */
static void a_tree_of_any_depth_is_summed(void **state)
{
	(void)state;
	units("WITH RECURSIVE n (n) AS (VALUES (10) UNION ALL SELECT n + 1 FROM n WHERE n < 50000)"
	      " INSERT INTO any_unit (id, code, name, name_key, kind, parent)"
	      "  SELECT n, n, n, n, 2, iif(n = 10, 2, n - 1) FROM n;"
	      "INSERT INTO population VALUES (50000, 40, 5, NULL), (3, 100, 20, NULL)");
	gives("population(1, 99, NULL)", "NULL");
	gives("population(1, 100, NULL)", "25");
	gives("population_as_of(1, 100, NULL)", "40");
	gives("population(2, 100, NULL)", "5");
}

#define TREE_UNITS 7
#define TREE_DAYS  47

/* The i-th question: every unit and every day comes, days in any order. */
static void ask(char *sql, size_t size, int i)
{
	snprintf(sql, size,
		"WITH q (u, d) AS (VALUES (%d, %d)) SELECT coalesce(population(u, d, NULL), -1) || ' ' ||"
		" coalesce(population_as_of(u, d, NULL), -1) FROM q",
		i % TREE_UNITS + 1, i * 17 % TREE_DAYS);
}

/* A sum is remembered for the days on which it is the same: on random trees every unit, on days in any
 * order, has what asking afresh gives. */
static void remembered_sums_are_those_asked_afresh(void **state)
{
	static const char *const tree =
		"DELETE FROM population; DELETE FROM unit_place; DELETE FROM unit_version; DELETE FROM unit;"
		"WITH RECURSIVE n (n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM n WHERE n < 20)"
		" INSERT INTO any_unit (id, code, name, name_key, kind, parent, opened_on, closed_on)"
		" SELECT n, n, n, n, iif(n < 7, 1, 2), iif(n > 1, n / 3 + 1, NULL),"
		"  iif(random() % 3 = 0, abs(random() % 20), NULL),"
		"  iif(random() % 3 = 0, 20 + abs(random() % 20), NULL) FROM n;"
		"WITH RECURSIVE n (n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM n WHERE n < 60)"
		" INSERT OR IGNORE INTO population (unit, as_of, population)"
		" SELECT 7 + abs(random() % 14), abs(random() % 45), abs(random() % 100) FROM n;"
		"INSERT OR IGNORE INTO population (unit, as_of, population) VALUES"
		" (abs(random() % 6) + 1, abs(random() % 45), 5)";
	static const char *const touch =
		"UPDATE unit_version SET name = unit WHERE unit = 1"; /* makes it forget */
	char *remembered[TREE_UNITS * TREE_DAYS], sql[160];

	(void)state;
	for (int round = 0; round < 20; round++) {
		store_run(&db, forget);
		store_run(&db, tree);
		store_places(&db);
		for (int pass = 0; pass < 2; pass++) {
			for (int i = 0; i < TREE_UNITS * TREE_DAYS; i++) {
				ask(sql, sizeof sql, i);
				if (pass == 0) {
					remembered[i] = store_text(db.handle, sql);
					continue;
				}
				store_run(&db, touch);
				store_gives(db.handle, sql, remembered[i]);
			}
		}
		/* And so is what is kept. */
		assert_int_equal(totals_rebuild(&db, &error), STATUS_DONE);
		store_gives(db.handle, "SELECT min(population_right(unit)) FROM total_unit", "1");
		for (int i = 0; i < TREE_UNITS * TREE_DAYS; i++) {
			ask(sql, sizeof sql, i);
			store_gives(db.handle, sql, remembered[i]);
			free(remembered[i]);
		}
	}
}

static void what_is_kept_wrong_is_found(void **state)
{
	static const char *const damage[] = {
		"UPDATE total_population SET population = population + 1 WHERE since = 200",
		"UPDATE total_population SET as_of = 99 WHERE since = 100",
		"UPDATE total_population SET population = NULL WHERE since = 100",
		"DELETE FROM total_population WHERE since = 200",
		"INSERT INTO total_population VALUES (0, 150, 200, 31, 100, proof(1, 150, 200, 31, 100))",
		"DELETE FROM total_population",
	};

	(void)state;
	units("INSERT INTO population VALUES (2, 100, 10, NULL), (3, 100, 20, NULL), (3, 200, 30, NULL)");
	store_places(&db);
	for (size_t i = 0; i < sizeof damage / sizeof damage[0]; i++) {
		assert_int_equal(totals_rebuild(&db, &error), STATUS_DONE);
		store_gives(db.handle, "SELECT population_right(0)", "1");
		store_run(&db, damage[i]);
		store_gives(db.handle, "SELECT population_right(0)", "0");
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(population_is_the_newest_row_not_after_the_day),
		cmocka_unit_test(population_falls_back_only_when_every_commune_has_one),
		cmocka_unit_test(own_population_goes_before_the_sum),
		cmocka_unit_test(population_is_never_the_parents),
		cmocka_unit_test(only_districts_and_communes_are_summed),
		cmocka_unit_test(only_open_communes_are_summed),
		cmocka_unit_test(a_commune_of_population_0_has_one),
		cmocka_unit_test(a_tree_of_any_depth_is_summed),
		cmocka_unit_test(remembered_sums_are_those_asked_afresh),
		cmocka_unit_test(the_rule_is_the_same_on_every_level),
		cmocka_unit_test(what_is_kept_wrong_is_found),
	};

	return cmocka_run_group_tests(tests, begin, end);
}
