#include "support.h"

#include "importing.h"
#include "store.h"

#define REJECTS "rejected.csv"

static struct error error = {.lang = LANG_EN};
static struct db db;
static struct import_options options;
static struct import_set set;
static struct import *import; /* the first of the set, while it is open */

static int begin(void **state)
{
	(void)state;
	store_new(&db);
	store_run(&db, "INSERT INTO any_unit (id, code, name, name_key, kind, parent) VALUES"
		       " (1, 'D', 'Huyện', 'huyen', 1, NULL), (7, 'C7', 'Một', 'mot', 6, 1),"
		       " (8, 'C8', 'Hai', 'hai', 6, 1), (9, 'C9', 'Hai', 'hai', 6, 1)");
	store_places(&db);
	options = (struct import_options){.wanted.kind = ROLL_KINDS, .max_errors = -1};
	return 0;
}

static void forget(void)
{
	if (import)
		import_set_close(&set);
	import = NULL;
}

static int end(void **state)
{
	(void)state;
	forget();
	unlink(REJECTS);
	store_end(&db);
	return 0;
}

/* Imports a file with this text; nothing of it is forgotten before the next. */
static void imported(const char *text, enum status wanted)
{
	enum status status;

	forget();
	status = importing_text(&set, &db, text, &options, &error);
	import = &set.list[0];
	if (status != wanted)
		fail_msg("status %d, not %d: %s", status, wanted, error.message);
}

/* The counts in their order: read, added, updated, unchanged, rejected, skipped. */
static void counts(const long wanted[6])
{
	const struct import_counts *is = &import->counts;
	const long found[6] = {
		is->read, is->added, is->updated, is->unchanged, is->rejected, is->skipped};

	for (size_t i = 0; i < 6; i++)
		if (found[i] != wanted[i])
			fail_msg("count %zu is %ld, not %ld", i, found[i], wanted[i]);
	assert_int_equal(found[0], found[1] + found[2] + found[3] + found[4] + found[5]);
}

#define COUNTS(...) counts((const long[]){__VA_ARGS__})

static void gives(const char *sql, const char *wanted)
{
	store_gives(db.handle, sql, wanted);
}

#define STAYS "SELECT count(*) FROM stay"
#define LOGS  "SELECT count(*) FROM import"
#define HEAD  "member,unit,admitted_on,joined_on,left_on,left_by,joined_by\n"
#define GOOD  "A,C7,1/1/2020,,,,\nB,C7,1/1/2020,,,,\n"
#define BAD   "C,nowhere,1/1/2020,,,,\n"

/* --- all or nothing ------------------------------------------------------------------------------ */

static void a_good_file_is_stored_and_logged(void **state)
{
	(void)state;
	imported(HEAD GOOD, STATUS_DONE);
	COUNTS(2, 2, 0, 0, 0, 0);
	assert_true(import->stored && import->accepted);
	gives(STAYS, "2");
	gives("SELECT id || ' ' || file || ' ' || kind || ' ' || added || ' ' || first_load FROM import",
		"1 in.csv 4 2 1");
}

static void a_bad_row_keeps_all_of_the_file_out(void **state)
{
	(void)state;
	imported(HEAD GOOD BAD, STATUS_REJECTED);
	COUNTS(3, 2, 0, 0, 1, 0);
	assert_false(import->stored || import->accepted);
	importing_found(&import->findings, "4 unit unknown_unit");
	gives(STAYS, "0");
	gives(LOGS, "0");
}

static void bad_rows_are_left_out_where_that_is_asked_for(void **state)
{
	(void)state;
	options.skip_bad = true;
	imported(HEAD GOOD BAD, STATUS_REJECTED);
	assert_true(import->stored && import->accepted);
	gives(STAYS, "2");
	gives(LOGS, "1");
	/* when nothing is left there is nothing to keep */
	imported(HEAD BAD, STATUS_REJECTED);
	assert_false(import->stored || import->accepted);
	gives(LOGS, "1");
}

static void so_many_bad_rows_are_too_many(void **state)
{
	(void)state;
	options.skip_bad = true;
	options.max_errors = 1;
	imported(HEAD GOOD BAD BAD, STATUS_REJECTED);
	assert_false(import->stored);
	gives(STAYS, "0");
	imported(HEAD GOOD BAD, STATUS_REJECTED);
	assert_true(import->stored);
	gives(STAYS, "2");
	options.max_errors = 0;
	imported(HEAD "D,C7,1/1/2020,,,,\n" BAD, STATUS_REJECTED);
	assert_false(import->stored);
	gives(STAYS, "2");
}

/* Where one date has the month first, others that can be read are probably wrong. */
static void a_month_that_comes_first_keeps_all_out(void **state)
{
	(void)state;
	options.skip_bad = true;
	imported(HEAD "A,C7,01/02/2020,,,,\nB,C7,01/13/2020,,,,\n", STATUS_REJECTED);
	assert_false(import->stored || import->accepted);
	gives(STAYS, "0");
}

static void a_dry_run_says_the_same_and_stores_nothing(void **state)
{
	(void)state;
	options.dry_run = true;
	imported(HEAD GOOD, STATUS_DONE);
	COUNTS(2, 2, 0, 0, 0, 0);
	assert_true(import->accepted);
	assert_false(import->stored);
	gives(STAYS, "0");
	gives(LOGS, "0");
}

/* A dry run of several files is one transaction around theirs. */
static void a_dry_run_finds_what_the_files_before_it_brought(void **state)
{
	(void)state;
	options.dry_run = true;
	assert_int_equal(db_begin(&db, &error), STATUS_DONE);
	imported("unit,name,kind,parent\nC10,Mười,cell,D\n", STATUS_DONE);
	imported(HEAD "A,C10,1/1/2020,,,,\n", STATUS_DONE);
	COUNTS(1, 1, 0, 0, 0, 0);
	assert_false(import->stored);
	db_rollback(&db);
	gives(STAYS, "0");
	gives("SELECT count(*) FROM unit", "4");
}

static void a_file_without_a_table_is_rejected(void **state)
{
	(void)state;
	imported("a,b\n1,2\n", STATUS_REJECTED);
	assert_int_equal(import->findings.count, 1);
	assert_int_equal(import_order(import), -1);
	COUNTS(0, 0, 0, 0, 0, 0);
	gives(LOGS, "0");
	imported(HEAD GOOD, STATUS_DONE);
	assert_int_equal(import_order(import), ROLL_MEMBERS);
}

static void a_file_without_rows_is_done(void **state)
{
	(void)state;
	imported(HEAD, STATUS_DONE);
	COUNTS(0, 0, 0, 0, 0, 0);
	assert_true(import->accepted);
	gives(LOGS, "0");
}

static void the_same_bytes_again_are_told(void **state)
{
	(void)state;
	imported(HEAD GOOD, STATUS_DONE);
	assert_int_equal(import->same_as, 0);
	imported(HEAD GOOD, STATUS_DONE);
	COUNTS(2, 0, 0, 2, 0, 0);
	assert_int_equal(import->same_as, 1);
	assert_int_equal(strlen(import->same_on), strlen("2022-04-30"));
	gives(LOGS, "2");
	imported(HEAD GOOD "\n", STATUS_DONE);
	assert_int_equal(import->same_as, 0); /* other bytes */
	gives("UPDATE import SET undone_at = 1 WHERE id < 3 RETURNING 1", "1");
	imported(HEAD GOOD, STATUS_DONE);
	assert_int_equal(import->same_as, 0); /* taken back */
}

static void rejected_rows_go_to_their_file(void **state)
{
	char text[256] = {0};
	FILE *file;

	(void)state;
	options.skip_bad = true;
	options.rejects = REJECTS;
	imported(HEAD GOOD BAD, STATUS_REJECTED);
	file = fopen(REJECTS, "r");
	assert_non_null(file);
	assert_true(fread(text, 1, sizeof text - 1, file) > 0);
	fclose(file);
	assert_string_equal(text,
		"member,unit,admitted_on,joined_on,left_on,left_by,joined_by,_line,_column,_code,_message\n"
		"C,nowhere,1/1/2020,,,,,4,unit,unknown_unit,\"no unit has this code or name; import the units"
		" first (got \"\"nowhere\"\")\"\n");
}

/* --- order ---------------------------------------------------------------------------------------- */

/* Rows in key order go straight on; the first that is not makes the file be read again. */
static void the_order_of_rows_makes_no_difference(void **state)
{
	static const char *const rows[] = {"A,C7,1/1/2020,,1/2/2020,moved,\n",
		"A,C8,1/1/2020,1/2/2020,,,moved\n", "B,C7,1/1/2020,,,,\n", "C,C7,1/1/2021,,,,\n",
		"C,C7,1/1/2020,,1/6/2020,removed,\n"};
	static const int orders[][5] = {{0, 1, 2, 4, 3}, {4, 3, 2, 1, 0}, {1, 0, 2, 4, 3},
		{0, 1, 2, 3, 4}, {2, 0, 4, 1, 3}};

	(void)state;
	for (size_t o = 0; o < sizeof orders / sizeof orders[0]; o++) {
		struct buf text = {0};

		buf_puts(&text, HEAD);
		for (size_t i = 0; i < 5; i++)
			buf_puts(&text, rows[orders[o][i]]);
		imported(text.data, STATUS_DONE);
		COUNTS(5, 5, 0, 0, 0, 0);
		imported(text.data, STATUS_DONE);
		COUNTS(5, 0, 0, 5, 0, 0);
		gives("SELECT group_concat(code || ' ' || joined_on || ' ' || unit, ', ')"
		      " FROM (SELECT * FROM stay JOIN member ON id = member ORDER BY code, joined_on)",
			"A 18262 7, A 18293 8, B 18262 7, C 18262 7, C 18628 7");
		store_run(&db, "DELETE FROM stay; DELETE FROM member; DELETE FROM import;"
			       "DELETE FROM journal");
		buf_release(&text);
	}
}

static void the_same_row_twice_is_one_and_another_is_refused(void **state)
{
	(void)state;
	imported(HEAD "A,C7,1/1/2020,,,,\nB,C7,1/1/2020,,,,\nA,C7,2020-01-01,,,,\n", STATUS_DONE);
	COUNTS(3, 2, 0, 0, 0, 1);
	imported(HEAD "A,C7,1/1/2020,,,,\nB,C7,1/1/2020,,,,\nA,C8,1/1/2020,,,,\n", STATUS_REJECTED);
	importing_found(&import->findings, "4 member duplicate");
	assert_non_null(strstr(import->findings.list[0].message, "line 2"));
}

/* A thousand stays of one member are taken, and one more is a mistake. */
static void one_code_has_so_many_rows_and_no_more(void **state)
{
	(void)state;
	for (int count = 1000; count <= 1001; count++) {
		struct buf text = {0};

		buf_puts(&text, HEAD);
		for (int i = 0; i < count; i++)
			buf_printf(&text, "A,C7,1/1/1970,%d-%02d-%02d,%d-%02d-%02d,moved,moved\n",
				1970 + i / 336, i % 336 / 28 + 1, i % 28 + 1, 1970 + i / 336,
				i % 336 / 28 + 1, i % 28 + 1);
		imported(text.data, count == 1000 ? STATUS_DONE : STATUS_REJECTED);
		if (count == 1000)
			COUNTS(1000, 1000, 0, 0, 0, 0);
		else
			importing_found(&import->findings, "1002 member duplicate");
		buf_release(&text);
	}
}

/* --- units and keys ------------------------------------------------------------------------------- */

static void a_unit_may_be_named_when_one_has_the_name(void **state)
{
	(void)state;
	imported(HEAD "A,một,1/1/2020,,,,\nB,MỘT,1/1/2020,,,,\n", STATUS_DONE);
	gives("SELECT min(unit) || max(unit) FROM stay", "77");
	imported(HEAD "C,Hai,1/1/2020,,,,\nD,c7,1/1/2020,,,,\n", STATUS_REJECTED);
	importing_found(&import->findings, "2 unit ambiguous_unit; 3 unit unknown_unit");
	assert_non_null(strstr(import->findings.list[0].message, "(C8, C9)"));
}

static void what_makes_the_key_must_be_there(void **state)
{
	(void)state;
	imported(
		HEAD ",C7,1/1/2020,,,,\nB,C7,,,,,\nC,,1/1/2020,,,,\nD,C7,x,,,,\n", STATUS_REJECTED);
	/* where the admission cannot be read, that alone is told */
	importing_found(&import->findings,
		"2 member required; 3 admitted_on required; 4 unit required; 5 admitted_on date");
}

static void a_plan_without_a_unit_is_for_the_root(void **state)
{
	(void)state;
	imported(
		"plan,unit,from,to,target\nK,,2021-01-01,2025-12-31,570\nK,D,2022-01-01,2022-12-31,90\n",
		STATUS_DONE);
	gives("SELECT group_concat(unit || ' ' || target) FROM plan WHERE code = 'K'",
		"1 570,1 90");
}

static void what_changes_is_told_one_by_one(void **state)
{
	(void)state;
	imported("unit,as_of,population\nD,2019-04-01,131791\n", STATUS_DONE);
	COUNTS(1, 1, 0, 0, 0, 0);
	imported("unit,as_of,population,source\nD,2019-04-01,131792,x\n", STATUS_DONE);
	COUNTS(1, 0, 1, 0, 0, 0);
	imported("unit,as_of,population\nD,2019-04-01,131792\n", STATUS_DONE);
	COUNTS(1, 0, 0, 1, 0, 0);
	gives("SELECT population || source FROM population", "131792x");
}

#define STORY(test_) cmocka_unit_test_setup_teardown(test_, begin, end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		STORY(a_good_file_is_stored_and_logged),
		STORY(a_bad_row_keeps_all_of_the_file_out),
		STORY(bad_rows_are_left_out_where_that_is_asked_for),
		STORY(so_many_bad_rows_are_too_many),
		STORY(a_month_that_comes_first_keeps_all_out),
		STORY(a_dry_run_says_the_same_and_stores_nothing),
		STORY(a_dry_run_finds_what_the_files_before_it_brought),
		STORY(a_file_without_a_table_is_rejected),
		STORY(a_file_without_rows_is_done),
		STORY(the_same_bytes_again_are_told),
		STORY(rejected_rows_go_to_their_file),
		STORY(the_order_of_rows_makes_no_difference),
		STORY(the_same_row_twice_is_one_and_another_is_refused),
		STORY(one_code_has_so_many_rows_and_no_more),
		STORY(a_unit_may_be_named_when_one_has_the_name),
		STORY(what_makes_the_key_must_be_there),
		STORY(a_plan_without_a_unit_is_for_the_root),
		STORY(what_changes_is_told_one_by_one),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
