#include "support.h"

#include <stdbool.h>

#include "store.h"
#include "store/batch.h"

static struct db db;

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

static void rows_are_read_in_the_order_in_which_they_were_added(void **state)
{
	struct batch *batch = batch_new(db.handle, "added", 3);

	(void)state;
	assert_int_equal(batch_count(batch), 0);
	store_gives(db.handle, "SELECT count(*) FROM added", "0");
	for (int i = 3; i > 0; i--) {
		batch_add_row(batch);
		batch_add_number(batch, i);
		batch_add_text(batch, "một hai", (size_t)i);
		batch_add_null(batch);
	}
	assert_int_equal(batch_count(batch), 3);
	store_gives(db.handle, "SELECT group_concat(c1 || c2) || max(c3 IS NULL) FROM added",
		"3m\xe1\xbb,2m\xe1,1m1");
	batch_free(batch);
}

static void numbers_and_texts_of_any_kind_come_back(void **state)
{
	struct batch *batch = batch_new(db.handle, "added", 1);

	(void)state;
	batch_add_row(batch);
	batch_add_number(batch, INT64_MIN);
	batch_add_row(batch);
	batch_add_number(batch, INT64_MAX);
	batch_add_row(batch);
	batch_add_text(batch, "", 0);
	batch_add_row(batch);
	batch_add_text(batch, "12", 2);
	store_gives(db.handle, "SELECT group_concat(typeof(c1) || quote(c1), ' ') FROM added",
		"integer-9223372036854775808 integer9223372036854775807 text'' text'12'");
	batch_free(batch);
}

/* Texts are copied: what they came from may go. */
static void a_batch_is_stored_and_filled_again(void **state)
{
	struct batch *batch = batch_new(db.handle, "added", 2);

	(void)state;
	store_run(&db, "CREATE TABLE kept (n INTEGER, t TEXT)");
	for (int round = 0; round < 3; round++) {
		for (int i = 0; i < 5; i++) {
			char text[32];

			batch_add_row(batch);
			batch_add_number(batch, round);
			snprintf(text, sizeof text, "%d.%d", round, i);
			batch_add_text(batch, text, strlen(text));
			memset(text, 'x', sizeof text);
		}
		store_run(&db, "INSERT INTO kept SELECT c1, c2 FROM added");
		batch_clear(batch);
		assert_int_equal(batch_count(batch), 0);
	}
	store_gives(db.handle,
		"SELECT group_concat(n || '/' || t, ' ') FROM kept WHERE t LIKE '%.4'",
		"0/0.4 1/1.4 2/2.4");
	store_gives(db.handle, "SELECT count(DISTINCT t) FROM kept", "15");
	store_run(&db, "DROP TABLE kept");
	batch_free(batch);
}

/* A prepared statement reads what is there when it is run. */
static void a_statement_reads_what_is_there_when_it_runs(void **state)
{
	struct batch *batch = batch_new(db.handle, "added", 1);
	sqlite3_stmt *count;

	(void)state;
	assert_int_equal(sqlite3_prepare_v2(db.handle, "SELECT count(*) FROM added a, added b", -1,
				 &count, NULL),
		SQLITE_OK);
	for (int rows = 1; rows < 4; rows++) {
		batch_add_row(batch);
		batch_add_number(batch, rows);
		assert_int_equal(sqlite3_step(count), SQLITE_ROW);
		assert_int_equal(sqlite3_column_int(count, 0), rows * rows);
		sqlite3_reset(count);
	}
	sqlite3_finalize(count);
	batch_free(batch);
}

static void a_batch_is_full_of_rows_or_of_text(void **state)
{
	struct batch *batch = batch_new(db.handle, "added", 1);
	char text[1024] = {0};
	size_t rows = 0;

	(void)state;
	memset(text, 'a', sizeof text);
	while (!batch_is_full(batch)) {
		batch_add_row(batch);
		batch_add_number(batch, 1);
		rows++;
	}
	assert_int_equal(rows, 2048);
	/* It is a proposal: a member has many stays, and they go in. */
	batch_add_row(batch);
	batch_add_number(batch, 1);
	store_gives(db.handle, "SELECT sum(c1) FROM added", "2049");
	batch_clear(batch);
	assert_false(batch_is_full(batch));
	for (rows = 0; !batch_is_full(batch); rows++) {
		batch_add_row(batch);
		batch_add_text(batch, text, sizeof text);
	}
	assert_int_equal(rows, 513); /* the first beyond 512 KiB */
	store_gives(
		db.handle, "SELECT count(*) || ' ' || sum(length(c1)) FROM added", "513 525312");
	batch_free(batch);
}

static void tables_are_apart_and_go_with_their_batch(void **state)
{
	struct batch *one = batch_new(db.handle, "one_batch", 1);
	struct batch *two = batch_new(db.handle, "two_batch", BATCH_COLUMNS);
	sqlite3_stmt *gone = NULL;

	(void)state;
	batch_add_row(one);
	batch_add_number(one, 1);
	batch_add_row(two);
	for (int i = 1; i <= BATCH_COLUMNS; i++)
		batch_add_number(two, i);
	store_gives(db.handle, "SELECT o.c1 || ' ' || t.c12 FROM one_batch o, two_batch t", "1 12");
	batch_free(one);
	assert_int_equal(sqlite3_prepare_v2(db.handle, "SELECT * FROM one_batch", -1, &gone, NULL),
		SQLITE_ERROR);
	store_gives(db.handle, "SELECT c2 FROM two_batch", "2");
	batch_free(two);
	batch_free(NULL);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(rows_are_read_in_the_order_in_which_they_were_added),
		cmocka_unit_test(numbers_and_texts_of_any_kind_come_back),
		cmocka_unit_test(a_batch_is_stored_and_filled_again),
		cmocka_unit_test(a_statement_reads_what_is_there_when_it_runs),
		cmocka_unit_test(a_batch_is_full_of_rows_or_of_text),
		cmocka_unit_test(tables_are_apart_and_go_with_their_batch),
	};

	return cmocka_run_group_tests(tests, begin, end);
}
