#include "support.h"

#include "import/record_row.h"
#include "store.h"

static struct error error = {.lang = LANG_EN};
static struct db db;

static int begin(void **state)
{
	(void)state;
	store_new(&db);
	store_run(&db,
		"INSERT INTO any_unit (id, code, name, name_key, kind) VALUES (7, 'D', 'D', 'd', 1)");
	return 0;
}

static int end(void **state)
{
	(void)state;
	store_end(&db);
	return 0;
}

static const struct roll *const population = &rolls[ROLL_POPULATION];

static void put(const struct record *record)
{
	struct db_rows rows = db_prepare(&db, SQL_STMT_POPULATION_PUT, NO_NUMBERS, &error);

	record_bind(rows.at, population, record);
	assert_int_equal(db_finish(&rows), STATUS_DONE);
}

/* The row with the record's key, which must be there. */
static struct db_rows get(const struct record *record)
{
	struct db_rows rows = db_prepare(&db, SQL_STMT_POPULATION_GET, NO_NUMBERS, &error);

	record_bind(rows.at, population, record);
	assert_true(db_next(&rows));
	return rows;
}

static struct record population_row(int as_of, int people, const char *source)
{
	struct record record = {0};

	record_set_number(&record, POPULATION_UNIT, 7);
	record_set_number(&record, POPULATION_AS_OF, as_of);
	record_set_number(&record, POPULATION_POPULATION, people);
	if (source)
		record_set_text(&record, POPULATION_SOURCE, source, strlen(source));
	return record;
}

static void what_was_bound_is_loaded_again(void **state)
{
	static const char *const sources[] = {"Tổng điều tra", "", "0", "12"};

	(void)state;
	for (size_t i = 0; i < sizeof sources / sizeof sources[0]; i++) {
		struct record record = population_row((int)i - 1, 0, sources[i]), back = {0};
		struct db_rows rows;

		put(&record);
		rows = get(&record);
		record_load(&back, 0, population->count, rows.at, 0);
		assert_int_equal(db_end(&rows), STATUS_DONE);
		for (size_t field = 0; field < RECORD_FIELDS; field++)
			assert_true(record_same_value(&record, &back, field));
		record_release(&record);
		record_release(&back);
	}
}

static void what_is_not_filled_is_null(void **state)
{
	struct record record = population_row(50, 1, NULL), back = {0};
	struct db_rows rows;

	(void)state;
	put(&record);
	store_gives(db.handle, "SELECT source IS NULL FROM population WHERE as_of = 50", "1");
	rows = get(&record);
	record_load(&back, 0, population->count, rows.at, 0);
	assert_false(back.values[POPULATION_SOURCE].filled);
	db_end(&rows);
	record_release(&record);
	record_release(&back);
}

/* Some fields out of the middle of a row: nothing beside them is touched. */
static void a_stretch_of_fields_is_loaded(void **state)
{
	struct record record = population_row(60, 5000, "x"), back = {0};
	struct db_rows rows;

	(void)state;
	put(&record);
	rows = get(&record);
	record_load(&back, 5, 2, rows.at, 2);
	db_end(&rows);
	assert_false(back.values[4].filled);
	assert_int_equal(back.values[5].number, 5000);
	assert_string_equal(record_text(&back, 6), "x");
	assert_false(back.values[7].filled);
	record_release(&record);
	record_release(&back);
}

/* A field that the statement has no parameter for is passed over, and no statement takes none. */
static void fields_are_bound_by_name(void **state)
{
	struct record record = population_row(70, 5000, "x");

	(void)state;
	put(&record);
	record_bind(NULL, population, &record);
	record_bind_value(NULL, 1, &record, POPULATION_SOURCE);
	store_gives(db.handle,
		"SELECT unit || ' ' || population || source FROM population"
		" WHERE as_of = 70",
		"7 5000x");
	record_release(&record);
}

/* The record's value is what stands in the column of this expression. */
static bool is_column(const struct record *record, size_t field, const char *expression)
{
	sqlite3_stmt *row;
	char sql[128];
	bool is;

	snprintf(sql, sizeof sql, "SELECT %s", expression);
	assert_int_equal(sqlite3_prepare_v2(db.handle, sql, -1, &row, NULL), SQLITE_OK);
	assert_int_equal(sqlite3_step(row), SQLITE_ROW);
	is = record_is_column(record, field, row, 0);
	sqlite3_finalize(row);
	return is;
}

static void values_are_compared_with_columns(void **state)
{
	struct record record = {0};

	(void)state;
	record_set_number(&record, 0, 0);
	record_set_number(&record, 1, -3);
	record_set_text(&record, 2, "An", 2);
	record_set_text(&record, 3, "", 0);
	assert_true(is_column(&record, 0, "0"));
	assert_false(is_column(&record, 0, "NULL")); /* 0 is a value */
	assert_false(is_column(&record, 0, "1"));
	assert_true(is_column(&record, 1, "-3"));
	assert_false(is_column(&record, 1, "3"));
	assert_false(is_column(&record, 1, "NULL"));
	assert_true(is_column(&record, 2, "'An'"));
	assert_false(is_column(&record, 2, "'An '"));
	assert_false(is_column(&record, 2, "'A'"));
	assert_false(is_column(&record, 2, "'an'"));
	assert_false(is_column(&record, 2, "NULL"));
	assert_true(is_column(&record, 3, "''"));
	assert_false(is_column(&record, 3, "NULL"));
	/* an empty cell leaves what is stored */
	assert_true(is_column(&record, 4, "'An'"));
	assert_true(is_column(&record, 4, "NULL"));
	record_release(&record);
}

static void a_batch_takes_values_of_every_kind(void **state)
{
	struct batch *batch = batch_new(db.handle, "some_rows", 4);
	struct record record = {0};

	(void)state;
	record_set_number(&record, 0, -1);
	record_set_text(&record, 1, "Ấp", strlen("Ấp"));
	batch_add_row(batch);
	record_to_batch(batch, &record, 0);
	record_to_batch(batch, &record, 1);
	record_to_batch(batch, &record, 2);
	record_to_batch(batch, NULL, 0);
	store_gives(db.handle, "SELECT c1 || c2 || (c3 IS NULL) || (c4 IS NULL) FROM some_rows",
		"-1Ấp11");
	batch_free(batch);
	record_release(&record);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_was_bound_is_loaded_again),
		cmocka_unit_test(what_is_not_filled_is_null),
		cmocka_unit_test(a_stretch_of_fields_is_loaded),
		cmocka_unit_test(fields_are_bound_by_name),
		cmocka_unit_test(values_are_compared_with_columns),
		cmocka_unit_test(a_batch_takes_values_of_every_kind),
	};

	return cmocka_run_group_tests(tests, begin, end);
}
