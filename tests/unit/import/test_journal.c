#include "support.h"

#include "import/journal.h"
#include "importing.h"
#include "store.h"

static struct error error = {.lang = LANG_EN};
static struct db db;

#define UNITS      "unit,name,kind,parent,opened_on,closed_on\n"
#define POPULATION "unit,as_of,population,source\n"
#define PLANS      "plan,unit,from,to,target,ratio_percent,title\n"
#define MEMBERS                                                                                    \
	"member,unit,admitted_on,joined_on,joined_by,left_on,left_by,full_name,gender,birth_date," \
	"official_on\n"

static void load(const char *text)
{
	const struct import_options options = {
		.wanted.kind = ROLL_KINDS, .max_errors = -1, .rewrite_history = true};
	struct import_set set;

	if (importing_text(&set, &db, text, &options, &error) != STATUS_DONE)
		fail_msg("%s\n%s", text,
			set.list[0].findings.count ? set.list[0].findings.list[0].message
						   : error.message);
	import_set_close(&set);
}

static int begin(void **state)
{
	(void)state;
	store_new(&db);
	load(UNITS "D,Huyện,district,,,\nX,Xã,commune,D,2000-01-01,\nC,Chi bộ,cell,X,,\n");
	load(POPULATION "X,2019-04-01,1000,Tổng điều tra\n");
	load(PLANS "K,D,2021-01-01,2025-12-31,10,3.5,Kế hoạch\n");
	load(MEMBERS "A,C,1/1/2020,,,1/6/2021,moved,An,male,1990,1/1/2021\n"
		     "A,X,1/1/2020,1/6/2021,moved,,,,,,\nB,C,1/2/2020,,,,,Bình,,,\n");
	return 0;
}

static int end(void **state)
{
	(void)state;
	store_end(&db);
	return 0;
}

/* Appends what stands in a table, row by row. */
static void dump_table(struct buf *out, const char *table)
{
	struct buf sql = {0};
	sqlite3_stmt *rows;

	buf_printf(&sql, "SELECT * FROM %s ORDER BY 1, 2", table);
	assert_int_equal(sqlite3_prepare_v2(db.handle, sql.data, -1, &rows, NULL), SQLITE_OK);
	buf_printf(out, "%s:", table);
	while (sqlite3_step(rows) == SQLITE_ROW) {
		for (int i = 0; i < sqlite3_column_count(rows); i++) {
			const char *text = (const char *)sqlite3_column_text(rows, i);

			buf_printf(
				out, " %d:%s", sqlite3_column_bytes(rows, i), text ? text : "NULL");
		}
		buf_puts(out, ";");
	}
	buf_puts(out, "\n");
	sqlite3_finalize(rows);
	buf_release(&sql);
}

/* The whole roll, with what is kept beside it, but for the log. */
static struct buf dump(void)
{
	struct buf out = {0};
	char *list = store_text(db.handle,
		"SELECT group_concat(name, '|') FROM sqlite_schema WHERE type = 'table'"
		" AND name NOT LIKE 'sqlite_%' AND name NOT IN ('import', 'journal')");

	for (char *name = strtok(list, "|"); name; name = strtok(NULL, "|"))
		dump_table(&out, name);
	free(list);
	return out;
}

static void undo(int64_t id, enum roll_kind kind, long added, long updated)
{
	struct undone undone;

	if (journal_undo(&db, &undone, &error) != STATUS_DONE)
		fail_msg("%s", error.message);
	assert_int_equal(undone.id, id);
	assert_string_equal(undone.file, IMPORTING_FILE);
	assert_int_equal(undone.kind, kind);
	assert_int_equal(undone.added, added);
	assert_int_equal(undone.updated, updated);
}

/* Undoing the import of this text leaves the roll as it was. */
static void comes_back(const char *text, enum roll_kind kind, long added, long updated)
{
	struct buf before = dump(), after;

	load(text);
	after = dump();
	assert_string_not_equal(before.data, after.data);
	buf_release(&after);
	undo(5, kind, added, updated);
	after = dump();
	assert_string_equal(before.data, after.data);
	store_gives(db.handle, "SELECT count(*) FROM journal WHERE import = 5", "0");
	store_gives(db.handle, "SELECT count(*) FROM import WHERE undone_at IS NOT NULL", "1");
	buf_release(&before);
	buf_release(&after);
}

static void units_come_back(void **state)
{
	(void)state;
	/* a stored unit goes below one that is new */
	comes_back(UNITS "N,Mới,committee,D,,\nC,Chi bộ khác,base_cell,N,2001-01-01,2030-01-01\n",
		ROLL_UNITS, 1, 1);
}

static void population_comes_back(void **state)
{
	(void)state;
	comes_back(POPULATION "X,2019-04-01,1001,\nX,2021-04-01,1100,Ước tính\nD,2018-01-01,9,\n",
		ROLL_POPULATION, 2, 1);
}

static void plans_come_back(void **state)
{
	(void)state;
	comes_back(PLANS "K,D,2021-01-01,2025-12-31,11,,Khác\nL,X,2021-01-01,2021-12-31,1,,\n",
		ROLL_PLANS, 1, 1);
}

/* The built-in plan's row has no unit until a file names one. */
static void the_built_in_plan_comes_back(void **state)
{
	(void)state;
	comes_back(PLANS "KH41,D,2021-01-01,2025-12-31,600,4,\n", ROLL_PLANS, 0, 1);
	store_gives(db.handle, "SELECT unit IS NULL FROM plan WHERE built_in", "1");
}

static void members_come_back(void **state)
{
	(void)state;
	comes_back(MEMBERS "A,C,1/1/2020,,,1/5/2021,removed,Ân,female,1991,1/2/2021\n"
			   "A,X,1/1/2020,1/6/2021,restored,1/7/2021,moved,,,,\n"
			   "A,C,1/1/2020,1/7/2021,moved,,,,,,\nE,X,1/1/2021,,,,,,,,\n",
		ROLL_MEMBERS, 2, 2);
}

static void imports_are_undone_one_by_one_from_the_last(void **state)
{
	struct undone undone;

	(void)state;
	undo(4, ROLL_MEMBERS, 3, 0);
	store_gives(db.handle, "SELECT (SELECT count(*) FROM member) + (SELECT count(*) FROM stay)",
		"0");
	undo(3, ROLL_PLANS, 1, 0);
	store_gives(db.handle, "SELECT group_concat(code) FROM plan", "KH41");
	undo(2, ROLL_POPULATION, 1, 0);
	undo(1, ROLL_UNITS, 3, 0);
	store_gives(db.handle, "SELECT count(*) FROM unit", "0");
	store_gives(db.handle, "SELECT count(*) FROM total_unit", "0");
	assert_int_equal(journal_undo(&db, &undone, &error), STATUS_DONE);
	assert_int_equal(undone.id, 0);
	/* and the numbers go on */
	load(UNITS "D,Huyện,district,,,\n");
	store_gives(db.handle, "SELECT max(id) FROM import", "5");
}

/* An import that found everything unchanged is in the log, and there is nothing in it to undo. */
static void an_import_that_changed_nothing_is_passed_over(void **state)
{
	(void)state;
	load(POPULATION "X,2019-04-01,1000,Tổng điều tra\n");
	store_gives(db.handle, "SELECT unchanged FROM import WHERE id = 5", "1");
	undo(4, ROLL_MEMBERS, 3, 0);
}

static void undoing_leaves_the_totals_right(void **state)
{
	(void)state;
	load(MEMBERS "E,X,1/1/2021,,,,,,,,\nA,C,1/1/2020,,,1/6/2021,moved,An,,,1/3/2021\n");
	store_gives(db.handle,
		"SELECT members || ' ' || admitted FROM totals((SELECT id FROM unit WHERE code = 'D'), 19000)",
		"3 3");
	undo(5, ROLL_MEMBERS, 1, 1);
	store_gives(db.handle,
		"SELECT members || ' ' || admitted FROM totals((SELECT id FROM unit WHERE code = 'D'), 19000)",
		"2 2");
	store_gives(db.handle, "SELECT min(totals_right(unit)) FROM total_unit", "1");
	store_gives(db.handle, "SELECT min(population_right(unit)) FROM total_unit", "1");
}

/* One who leaves by moving, and another who comes by moving to elsewhere that day, are two halves. */
static void a_move_is_one_member_s(void **state)
{
	(void)state;
	load(MEMBERS
		"A,X,1/1/2020,1/6/2021,moved,1/1/2022,moved,,,,\nE,C,1/1/2020,1/1/2022,moved,,,,,,\n");
	store_gives(db.handle,
		"SELECT moved_in || ' ' || moved_out FROM totals((SELECT id FROM unit WHERE code = 'D'),"
		" 19000)",
		"1 1");
	undo(5, ROLL_MEMBERS, 1, 1);
	store_gives(db.handle, "SELECT min(totals_right(unit)) FROM total_unit", "1");
}

static void what_a_failing_undo_did_is_rolled_back(void **state)
{
	struct undone undone;
	struct buf before, after;

	(void)state;
	store_run(&db,
		"CREATE TRIGGER stop BEFORE DELETE ON member BEGIN SELECT raise(ABORT, 'stop'); END");
	before = dump();
	assert_int_equal(journal_undo(&db, &undone, &error), STATUS_FAILED);
	assert_non_null(strstr(error.message, "stop"));
	after = dump();
	assert_string_equal(before.data, after.data);
	assert_true(sqlite3_get_autocommit(db.handle));
	buf_release(&before);
	buf_release(&after);
}

static void a_log_with_a_strange_kind_is_damage(void **state)
{
	struct undone undone;

	(void)state;
	store_run(&db,
		"PRAGMA ignore_check_constraints = 1; UPDATE import SET kind = 99 WHERE id = 4");
	assert_int_equal(journal_undo(&db, &undone, &error), STATUS_FAILED);
	assert_non_null(strstr(error.message, "damaged"));
}

#define STORY(test_) cmocka_unit_test_setup_teardown(test_, begin, end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		STORY(units_come_back),
		STORY(population_comes_back),
		STORY(plans_come_back),
		STORY(the_built_in_plan_comes_back),
		STORY(members_come_back),
		STORY(imports_are_undone_one_by_one_from_the_last),
		STORY(an_import_that_changed_nothing_is_passed_over),
		STORY(undoing_leaves_the_totals_right),
		STORY(a_move_is_one_member_s),
		STORY(what_a_failing_undo_did_is_rolled_back),
		STORY(a_log_with_a_strange_kind_is_damage),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
