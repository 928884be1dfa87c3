#include "support.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/code_list.h"
#include "store.h"

#define APPLICATION_ID "1297306689" /* "MSTA" */

static struct error error = {.lang = LANG_EN};

static off_t size_of(const char *path)
{
	struct stat info;

	return stat(path, &info) == 0 ? info.st_size : -1;
}

static int mode_of(const char *path)
{
	struct stat info;

	assert_int_equal(stat(path, &info), 0);
	return info.st_mode & 07777;
}

/* The content of the database as a text, to be compared. The caller frees it. */
static struct buf content_of(const char *path)
{
	struct buf content = {0};
	FILE *file = fopen(path, "rb");
	int c;

	assert_non_null(file);
	while ((c = fgetc(file)) != EOF)
		buf_putc(&content, (char)c);
	fclose(file);
	return content;
}

/* Expects that opening STORE in this mode fails with a message that has these words, and that the
 * file does not change. */
static void refused(enum db_mode mode, enum status status, const char *words)
{
	struct buf before = content_of(STORE), after;
	struct db db;

	error.message[0] = '\0';
	assert_int_equal(db_open(&db, STORE, mode, totals_extensions, &error), status);
	db_close(&db, false);
	if (strstr(error.message, words) == NULL)
		fail_msg("\"%s\" is not in: %s", words, error.message);
	after = content_of(STORE);
	assert_int_equal(after.len, before.len);
	assert_memory_equal(buf_text(&after), buf_text(&before), before.len);
	buf_release(&before);
	buf_release(&after);
}

static void refused_in_every_mode(const char *words)
{
	refused(DB_READ, STATUS_FAILED, words);
	refused(DB_WRITE, STATUS_FAILED, words);
	refused(DB_CREATE, STATUS_FAILED, words);
}

/* A database that SQLite made, without our application_id. */
static void make_with(const char *sql)
{
	sqlite3 *handle;

	unlink(STORE);
	assert_int_equal(sqlite3_open(STORE, &handle), SQLITE_OK);
	assert_int_equal(sqlite3_exec(handle, sql, NULL, NULL, NULL), SQLITE_OK);
	sqlite3_close(handle);
}

static void write_file(const char *text)
{
	FILE *file = fopen(STORE, "w");

	assert_non_null(file);
	fputs(text, file);
	fclose(file);
}

static void a_new_database_is_private_and_ours(void **state)
{
	char version[24];
	struct db db;

	(void)state;
	umask(0);
	store_new(&db);
	assert_true(db.created);
	assert_int_equal(mode_of(STORE), 0600);
	store_gives(db.handle, "PRAGMA application_id", APPLICATION_ID);
	snprintf(version, sizeof version, "%zu", sql_migration_count);
	store_gives(db.handle, "PRAGMA user_version", version);
	store_gives(db.handle, "PRAGMA foreign_keys", "1");
	store_gives(db.handle, "PRAGMA trusted_schema", "0");
	store_end(&db);
	umask(077);
}

static void a_new_database_holds_plan_41(void **state)
{
	struct db db;

	(void)state;
	store_new(&db);
	store_gives(db.handle,
		"SELECT group_concat(code || ' ' || iso(from_on) || ' ' || iso(to_on) || ' ' || "
		"target || ' ' ||"
		" ratio || ' ' || built_in || ' ' || (unit IS NULL)) FROM plan",
		"KH41 2021-01-01 2025-12-31 570 38500 1 1");
	store_end(&db);
}

static void folders_on_the_way_are_made_private(void **state)
{
	struct db db;

	(void)state;
	umask(0);
	assert_int_equal(
		db_open(&db, "share/memberstat/roll.db", DB_CREATE, totals_extensions, &error),
		STATUS_DONE);
	db_close(&db, true);
	assert_int_equal(mode_of("share"), 0700);
	assert_int_equal(mode_of("share/memberstat"), 0700);
	assert_int_equal(mode_of("share/memberstat/roll.db"), 0600);
	assert_int_equal(unlink("share/memberstat/roll.db"), 0);
	assert_int_equal(rmdir("share/memberstat"), 0);
	assert_int_equal(rmdir("share"), 0);
	umask(077);
}

static void opening_again_changes_nothing(void **state)
{
	struct buf before, after;
	struct db db;

	(void)state;
	store_new(&db);
	db_close(&db, true);
	before = content_of(STORE);
	store_open(&db, DB_CREATE);
	assert_false(db.created);
	db_close(&db, false); /* only a file that it created itself is deleted */
	after = content_of(STORE);
	assert_int_equal(before.len, after.len);
	assert_memory_equal(before.data, after.data, before.len);
	buf_release(&before);
	buf_release(&after);
	unlink(STORE);
}

static void a_database_in_which_nothing_was_stored_goes(void **state)
{
	struct db db;

	(void)state;
	store_new(&db);
	db_close(&db, false);
	assert_int_equal(size_of(STORE), -1);
}

static void readers_and_writers_do_not_create(void **state)
{
	struct db db;

	(void)state;
	unlink(STORE);
	assert_int_equal(db_open(&db, STORE, DB_READ, totals_extensions, &error), STATUS_FAILED);
	assert_non_null(strstr(error.message, "there is no database yet"));
	db_close(&db, true);
	assert_int_equal(db_open(&db, STORE, DB_WRITE, totals_extensions, &error), STATUS_FAILED);
	db_close(&db, true);
	assert_int_equal(size_of(STORE), -1);
}

static void an_empty_file_is_filled_by_writers_only(void **state)
{
	struct db db;

	(void)state;
	write_file("");
	refused(DB_READ, STATUS_FAILED, "the database is empty");
	store_open(&db, DB_CREATE);
	assert_false(db.created);
	store_gives(db.handle, "PRAGMA application_id", APPLICATION_ID);
	store_end(&db);
}

static void other_files_are_refused(void **state)
{
	(void)state;
	write_file("member,unit,admitted_on\n1,A,2020-01-01\n");
	refused_in_every_mode("not a memberstat database");
	write_file("SQLite format 3");
	refused_in_every_mode("not a memberstat database");
	make_with("CREATE TABLE t (x)");
	refused_in_every_mode("not a memberstat database");
	make_with("PRAGMA application_id = 252006673; CREATE TABLE t (x)");
	refused_in_every_mode("not a memberstat database");
	make_with("PRAGMA user_version = 1");
	refused_in_every_mode("not a memberstat database");
	unlink(STORE);
}

static void a_folder_is_no_database(void **state)
{
	struct db db;

	(void)state;
	assert_int_equal(mkdir("folder", 0700), 0);
	for (enum db_mode mode = DB_READ; mode <= DB_CREATE; mode++) {
		assert_int_equal(
			db_open(&db, "folder", mode, totals_extensions, &error), STATUS_FAILED);
		db_close(&db, false);
	}
	assert_int_equal(rmdir("folder"), 0);
}

static void a_newer_database_is_refused(void **state)
{
	struct db db;
	char sql[64];

	(void)state;
	store_new(&db);
	snprintf(sql, sizeof sql, "PRAGMA user_version = %zu", sql_migration_count + 1);
	store_run(&db, sql);
	db_close(&db, true);
	refused_in_every_mode("made by a newer memberstat");
	unlink(STORE);
}

static void an_older_database_is_brought_up_to_date_by_writers(void **state)
{
	char version[24];
	struct db db;

	(void)state;
	make_with(sql_text(sql_migrations[0]));
	assert_int_equal(sqlite3_open(STORE, &db.handle), SQLITE_OK);
	store_run(&db, "PRAGMA application_id = " APPLICATION_ID "; PRAGMA user_version = 1;"
		       "INSERT INTO unit (code, name, name_key, kind) VALUES ('D', 'D', 'd', 1)");
	sqlite3_close(db.handle);
	refused(DB_READ, STATUS_FAILED, "made by an older memberstat");
	store_open(&db, DB_WRITE);
	snprintf(version, sizeof version, "%zu", sql_migration_count);
	store_gives(db.handle, "PRAGMA user_version", version);
	store_gives(db.handle, "SELECT code FROM unit", "D");
	store_gives(db.handle, "SELECT count(*) FROM sqlite_schema WHERE name = 'stay_unit'", "1");
	store_end(&db);
}

static void readers_cannot_write(void **state)
{
	struct db db;

	(void)state;
	store_new(&db);
	db_close(&db, true);
	store_open(&db, DB_READ);
	assert_int_equal(
		sqlite3_exec(db.handle, "DELETE FROM plan", NULL, NULL, NULL), SQLITE_READONLY);
	store_end(&db);
}

static void the_schema_cannot_be_damaged_by_sql(void **state)
{
	struct db db;

	(void)state;
	store_new(&db);
	assert_int_not_equal(
		sqlite3_exec(db.handle, "PRAGMA writable_schema = on; DELETE FROM sqlite_schema",
			NULL, NULL, NULL),
		SQLITE_OK);
	store_end(&db);
}

static void two_writers_wait_and_then_say_busy(void **state)
{
	struct db one, other;

	(void)state;
	store_new(&one);
	store_open(&other, DB_WRITE);
	sqlite3_busy_timeout(other.handle, 1);
	assert_int_equal(db_begin(&one, &error), STATUS_DONE);
	assert_int_equal(db_begin(&other, &error), STATUS_BUSY);
	assert_non_null(strstr(error.message, "busy with another command"));
	db_rollback(&one);
	assert_int_equal(db_begin(&other, &error), STATUS_DONE);
	assert_int_equal(db_commit(&other, &error), STATUS_DONE);
	db_rollback(&other); /* without a transaction it does nothing */
	db_close(&other, true);
	store_end(&one);
}

/* Writes half a transaction into the file and ends without closing it. */
static _Noreturn void write_and_die(void)
{
	struct db db;

	if (db_open(&db, STORE, DB_WRITE, totals_extensions, &error) != STATUS_DONE ||
		sqlite3_exec(db.handle,
			"PRAGMA cache_size = 1; PRAGMA cache_spill = on; BEGIN IMMEDIATE;"
			"UPDATE unit_version SET name = name || ' changed';"
			"INSERT INTO member (code, full_name)"
			" WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i "
			"< 5000)"
			" SELECT i, hex(zeroblob(100)) FROM n",
			NULL, NULL, NULL) != SQLITE_OK)
		_exit(1);
	_exit(0);
}

static void a_reader_takes_back_what_a_killed_writer_left(void **state)
{
	struct buf before, after;
	struct db db;
	int status;
	pid_t child;

	(void)state;
	store_new(&db);
	store_run(&db,
		"INSERT INTO any_unit (code, name, name_key, kind)"
		" WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000)"
		" SELECT i, 'unit', 'unit', 1 FROM n");
	db_close(&db, true);
	before = content_of(STORE);
	child = fork();
	if (child == 0)
		write_and_die();
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_int_equal(status, 0);
	after = content_of(STORE);
	assert_true(after.len != before.len); /* half of it is in the file … */
	assert_true(size_of(STORE "-journal") > 0);
	buf_release(&after);

	store_open(&db, DB_READ); /* … and whoever opens it sees the old state */
	store_gives(db.handle, "SELECT count(*) FROM unit_version WHERE name = 'unit'", "2000");
	store_gives(db.handle, "SELECT count(*) FROM member", "0");
	store_gives(db.handle, "PRAGMA quick_check", "ok");
	assert_int_equal(
		sqlite3_exec(db.handle, "DELETE FROM plan", NULL, NULL, NULL), SQLITE_READONLY);
	after = content_of(STORE);
	assert_int_equal(after.len, before.len);
	buf_release(&before);
	buf_release(&after);
	store_end(&db);
}

/* --- backup ---------------------------------------------------------------------------- */

static void a_backup_holds_what_was_committed(void **state)
{
	struct db db, writer, copy;

	(void)state;
	umask(0);
	store_new(&db);
	db_close(&db, true);
	store_open(&writer, DB_WRITE);
	assert_int_equal(db_begin(&writer, &error), STATUS_DONE);
	store_run(&writer, "INSERT INTO member (code) VALUES ('not yet')");
	store_open(&db, DB_READ);
	assert_int_equal(db_backup(&db, "copy.db", &error), STATUS_DONE);
	assert_int_equal(mode_of("copy.db"), 0600);
	assert_int_equal(db_commit(&writer, &error), STATUS_DONE);
	db_close(&writer, true);

	assert_int_equal(
		db_open(&copy, "copy.db", DB_READ, totals_extensions, &error), STATUS_DONE);
	store_gives(copy.handle, "SELECT count(*) FROM member", "0");
	store_gives(copy.handle, "SELECT code FROM plan", "KH41");
	db_close(&copy, true);

	assert_int_equal(
		db_backup(&db, "copy.db", &error), STATUS_DONE); /* the older file is replaced */
	assert_int_equal(
		db_open(&copy, "copy.db", DB_READ, totals_extensions, &error), STATUS_DONE);
	store_gives(copy.handle, "SELECT code FROM member", "not yet");
	db_close(&copy, true);
	assert_int_equal(unlink("copy.db"), 0);
	store_end(&db);
	umask(077);
}

static void a_backup_onto_the_database_is_refused(void **state)
{
	struct db db;

	(void)state;
	store_new(&db);
	assert_int_equal(link(STORE, "hard.db"), 0);
	assert_int_equal(symlink(STORE, "soft.db"), 0);
	assert_int_equal(db_backup(&db, STORE, &error), STATUS_USAGE);
	assert_int_equal(db_backup(&db, "./" STORE, &error), STATUS_USAGE);
	assert_int_equal(db_backup(&db, "hard.db", &error), STATUS_USAGE);
	assert_int_equal(db_backup(&db, "soft.db", &error), STATUS_USAGE);
	store_gives(db.handle, "SELECT code FROM plan", "KH41");
	unlink("hard.db");
	unlink("soft.db");
	store_end(&db);
}

static void a_backup_that_cannot_be_written_is_an_error(void **state)
{
	struct db db;

	(void)state;
	store_new(&db);
	assert_int_equal(db_backup(&db, "nowhere/copy.db", &error), STATUS_FAILED);
	store_end(&db);
}

/* --- where the database is ------------------------------------------------------------- */

static void path_is(const char *option, const char *wanted)
{
	char *path = db_path(option, &error);

	assert_non_null(path);
	assert_string_equal(path, wanted);
	free(path);
}

static void the_first_of_option_and_environment_names_the_database(void **state)
{
	(void)state;
	setenv("MEMBERSTAT_DB", "env.db", 1);
	setenv("XDG_DATA_HOME", "/data", 1);
	setenv("HOME", "/home/x", 1);
	path_is("option.db", "option.db");
	path_is(NULL, "env.db");
	setenv("MEMBERSTAT_DB", "", 1);
	path_is(NULL, "/data/memberstat/memberstat.db");
	unsetenv("MEMBERSTAT_DB");
	path_is(NULL, "/data/memberstat/memberstat.db");
	setenv("XDG_DATA_HOME", "", 1);
	path_is(NULL, "/home/x/.local/share/memberstat/memberstat.db");
	unsetenv("XDG_DATA_HOME");
	path_is(NULL, "/home/x/.local/share/memberstat/memberstat.db");
	unsetenv("HOME");
	assert_null(db_path(NULL, &error));
	assert_int_equal(error.status, STATUS_USAGE);
}

/* --- the schema ------------------------------------------------------------------------ */

/* Expects that the CHECK of the column allows the values of the code list. */
static void list_is(
	struct db *db, const char *table, const char *column, const struct code_list *codes)
{
	struct buf list = {0};
	char sql[128], *schema;

	/* It is written with BETWEEN: for IN with three values or more, SQLite makes a table for
	 * each row. */
	for (size_t i = 0; i < codes->count; i++)
		assert_non_null(code_list_word(codes, (int)i + 1));
	buf_printf(&list, "CHECK (%s BETWEEN 1 AND %zu)", column, codes->count);
	snprintf(sql, sizeof sql, "SELECT sql FROM sqlite_schema WHERE name = '%s'", table);
	schema = store_text(db->handle, sql);
	if (strstr(schema, list.data) == NULL)
		fail_msg("%s has no %s", table, list.data);
	free(schema);
	buf_release(&list);
}

static void closed_lists_of_the_schema_are_the_code_lists(void **state)
{
	struct db db;

	(void)state;
	store_new(&db);
	list_is(&db, "unit_version", "kind", &codes_unit_kind);
	list_is(&db, "member", "gender", &codes_gender);
	list_is(&db, "member", "theory", &codes_theory);
	list_is(&db, "stay", "joined_by", &codes_joined_by);
	list_is(&db, "stay", "left_by", &codes_left_by);
	list_is(&db, "import", "kind", &codes_roll);
	store_end(&db);
}

static void every_table_is_strict(void **state)
{
	struct db db;

	(void)state;
	store_new(&db);
	store_gives(db.handle,
		"SELECT count(*) FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
		" AND NOT strict AND name NOT LIKE 'sqlite_%'",
		"0");
	store_end(&db);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_new_database_is_private_and_ours),
		cmocka_unit_test(a_new_database_holds_plan_41),
		cmocka_unit_test(folders_on_the_way_are_made_private),
		cmocka_unit_test(opening_again_changes_nothing),
		cmocka_unit_test(a_database_in_which_nothing_was_stored_goes),
		cmocka_unit_test(readers_and_writers_do_not_create),
		cmocka_unit_test(an_empty_file_is_filled_by_writers_only),
		cmocka_unit_test(other_files_are_refused),
		cmocka_unit_test(a_folder_is_no_database),
		cmocka_unit_test(a_newer_database_is_refused),
		cmocka_unit_test(an_older_database_is_brought_up_to_date_by_writers),
		cmocka_unit_test(readers_cannot_write),
		cmocka_unit_test(the_schema_cannot_be_damaged_by_sql),
		cmocka_unit_test(two_writers_wait_and_then_say_busy),
		cmocka_unit_test(a_reader_takes_back_what_a_killed_writer_left),
		cmocka_unit_test(a_backup_holds_what_was_committed),
		cmocka_unit_test(a_backup_onto_the_database_is_refused),
		cmocka_unit_test(a_backup_that_cannot_be_written_is_an_error),
		cmocka_unit_test(the_first_of_option_and_environment_names_the_database),
		cmocka_unit_test(closed_lists_of_the_schema_are_the_code_lists),
		cmocka_unit_test(every_table_is_strict),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
