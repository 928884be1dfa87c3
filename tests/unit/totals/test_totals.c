#include "support.h"

#include "store.h"
#include "base/date.h"
#include "totals/totals_keep.h"

static struct error error;

/* A district (1) above a district (2) and a cell (4); the inner district above a commune (3). One
 * member moved from the commune to the cell on day 20, another left the commune on day 30. */
static void roll(struct db *db)
{
	store_new(db);
	store_run(db,
		"INSERT INTO any_unit (id, code, name, name_key, kind, parent) VALUES (1, 'D', 'D', 'd', 1, NULL),"
		" (2, 'P', 'P', 'p', 1, 1), (3, 'X', 'X', 'x', 2, 2), (4, 'C', 'C', 'c', 6, 1);"
		"INSERT INTO member (id, code) VALUES (1, 'a'), (2, 'b');"
		"INSERT INTO stay (member, joined_on, unit, admitted_on, official_on, joined_by, left_on, left_by,"
		" facts) VALUES (1, 10, 3, 10, 15, 1, 20, 6, 0), (1, 20, 4, 10, 15, 4, NULL, NULL, 0),"
		" (2, 12, 3, 12, NULL, 1, 30, 1, 0)");
	store_places(db);
}

/* Expects these members, moved_in, moved_out and official of a unit on a day. */
static void totals_are(struct db *db, int unit, int day, const char *wanted)
{
	struct buf sql = {0};

	buf_printf(&sql,
		"SELECT members || ' ' || moved_in || ' ' || moved_out || ' ' || official FROM totals(%d, %d)",
		unit, day);
	store_gives(db->handle, sql.data, wanted);
	buf_release(&sql);
}

static void every_unit(struct db *db)
{
	totals_are(db, 1, 9, "0 0 0 0");
	totals_are(db, 1, 14, "2 0 0 0");
	totals_are(db, 1, 15, "2 0 0 1");
	totals_are(db, 1, 20, "2 0 0 1"); /* the move is inside the unit */
	totals_are(db, 1, 29, "2 0 0 1");
	totals_are(db, 1, 30, "1 0 0 1");
	totals_are(db, 1, 100000, "1 0 0 1");
	totals_are(db, 2, 19, "2 0 0 1");
	totals_are(db, 2, 20, "1 0 1 0"); /* the move crosses the border of the unit */
	totals_are(db, 2, 30, "0 0 1 0");
	totals_are(db, 3, 20, "1 0 1 0");
	totals_are(db, 4, 19, "0 0 0 0");
	totals_are(db, 4, 20, "1 1 0 1");
}

static void kept_or_counted_they_are_the_same(void **state)
{
	struct db db;

	(void)state;
	roll(&db);
	every_unit(&db);
	assert_int_equal(totals_rebuild(&db, &error), STATUS_DONE);
	store_gives(db.handle,
		"SELECT group_concat(unit) FROM (SELECT unit FROM total_unit ORDER BY 1)", "0,2");
	every_unit(&db);
	store_gives(db.handle, "SELECT min(totals_right(unit)) FROM total_unit", "1");
	store_end(&db);
}

static void no_unit_or_no_day_has_no_totals(void **state)
{
	struct db db;

	(void)state;
	roll(&db);
	store_gives(db.handle, "SELECT count(*) FROM totals(NULL, 10)", "0");
	store_gives(db.handle, "SELECT count(*) FROM totals(1, NULL)", "0");
	store_gives(db.handle, "SELECT members FROM totals(99, 100)", "0");
	/* Without both unit and day there is no row. */
	assert_int_not_equal(
		sqlite3_exec(db.handle, "SELECT * FROM totals", NULL, NULL, NULL), SQLITE_OK);
	store_end(&db);
}

static void what_a_member_was_and_is_brings_them_up_to_date(void **state)
{
	static const struct stay_days was[] = {{.unit = 3,
						       .joined_on = 10,
						       .joined_by = 1,
						       .official_on = 15,
						       .left_on = 20,
						       .left_by = 6},
		{.unit = 4, .joined_on = 20, .joined_by = 4, .official_on = 15, .left_on = NO_DAY}};
	static const struct stay_days is[] = {
		{.unit = 4, .joined_on = 10, .joined_by = 1, .official_on = 15, .left_on = NO_DAY}};
	struct totals_changes *waiting;
	struct db db;

	(void)state;
	roll(&db);
	assert_int_equal(totals_rebuild(&db, &error), STATUS_DONE);
	store_run(&db, "DELETE FROM stay WHERE member = 1 AND joined_on = 20;"
		       "UPDATE stay SET unit = 4, left_on = NULL, left_by = NULL WHERE member = 1");
	store_gives(db.handle, "SELECT min(totals_right(unit)) FROM total_unit", "0");
	waiting = totals_changes_new(&db);
	assert_int_equal(totals_note(waiting, was, 2, -1, &error), STATUS_DONE);
	assert_int_equal(totals_note(waiting, is, 1, 1, &error), STATUS_DONE);
	assert_int_equal(totals_enter(waiting, &error), STATUS_DONE);
	totals_changes_free(waiting);
	store_gives(db.handle, "SELECT min(totals_right(unit)) FROM total_unit", "1");
	totals_are(&db, 2, 20, "1 0 0 0");
	store_end(&db);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(kept_or_counted_they_are_the_same),
		cmocka_unit_test(no_unit_or_no_day_has_no_totals),
		cmocka_unit_test(what_a_member_was_and_is_brings_them_up_to_date),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
