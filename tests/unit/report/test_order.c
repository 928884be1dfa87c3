/*
 * No order depends on the query plan of SQLite, which may be different in each version. What
 * reports, lists and checks print stays the same when SQLite reads unordered rows backwards or
 * without its optimizations, and when the records were stored in a different sequence and so have
 * different ids.
 */
#include "support.h"

#include <limits.h>

#include "base/date.h"
#include "report/report.h"
#include "store.h"

#define FIRST  "first.db"
#define SECOND "second.db"

static void write_file(const char *name, const char *header, const char *rows)
{
	FILE *file = fopen(name, "w");

	assert_non_null(file);
	assert_true(fputs(header, file) >= 0);
	assert_true(fputs(rows, file) >= 0);
	assert_int_equal(fclose(file), 0);
}

#define UNITS      "unit,name,kind,parent,opened_on,closed_on\n"
#define POPULATION "unit,as_of,population\n"
#define PLANS      "plan,unit,from,to,target,ratio_percent\n"

/* The halves of a roll, each in a file, so that they can be stored in either sequence. Many
 * targets, names, births and days are equal, so that an incomplete ORDER BY shows. */
static void write_roll(void)
{
	write_file("top.csv", UNITS, "D,Huyện,district,,,\n");
	write_file("units1.csv", UNITS,
		"X2,Xã,commune,D,,\nX1,Xã,commune,D,,\n9,Chi bộ,cell,X1,,\n"
		"a,Chi bộ,cell,X2,,\n11,Chi bộ,cell,X2,,2021-01-01\n");
	write_file("units2.csv", UNITS,
		"C1,Cơ quan,committee,D,,\nB1,Chi bộ,base_cell,D,,\n10,Chi bộ,cell,C1,,\n"
		"b,Chi bộ,cell,C1,,\nAa,Chi bộ,cell,C1,,2021-01-01\n");
	write_file("population1.csv", POPULATION, "D,2015-01-01,9000\nX1,2016-01-01,900\n");
	write_file("population2.csv", POPULATION, "D,2016-01-01,9000\nX2,2016-01-01,900\n");
	write_file("plans1.csv", PLANS,
		"P,D,2021-01-01,2025-12-31,20,9\nP,X2,2021-01-01,2025-12-31,3,9\n"
		"P,D,2022-01-01,2022-12-31,30,9\n");
	write_file("plans2.csv", PLANS,
		"P,D,2021-06-01,2022-12-31,20,9\nP,X1,2021-01-01,2025-12-31,3,9\n"
		"O,D,2021-06-01,2022-12-31,9,9\n");
}

/* A third each: members with one stay, with a stay that ended by a move without its other half, and
 * with two stays that do not go together. Names and births repeat. */
static void write_member(struct buf *rows, int i)
{
	static const char *const units[] = {"9", "10", "a", "b", "B1", "11", "Aa"};
	const char *unit = units[i % 7];

	buf_printf(rows, "m%02d,%s,Lê Thị %c,%d,%s,%s,2021-03-%02d,,2021-03-%02d,admitted,%s\n",
		i * 37 % 100, unit, 'A' + i % 4, 1990 + i % 3 + 20 * (i % 11 == 0),
		i % 5 ? "Kinh" : "Hoa", i % 4 ? "giáo viên" : "nông dân", 1 + i % 4, 1 + i % 4,
		i % 3 == 0   ? ","
		: i % 3 == 1 ? "2022-01-05,moved"
			     : "2022-01-05,died");
	if (i % 3 == 2)
		buf_printf(rows, "m%02d,%s,,,,,2021-03-%02d,,2022-02-%02d,transferred,,\n",
			i * 37 % 100, unit, 1 + i % 4, 1 + i % 2);
}

static void write_members(const char *name, int from, int to)
{
	struct buf rows = {0};

	for (int i = from; i < to; i++)
		write_member(&rows, i);
	write_file(name,
		"member,unit,full_name,birth_date,ethnicity,occupation,admitted_on,official_on,"
		"joined_on,joined_by,left_on,left_by\n",
		buf_text(&rows));
	buf_release(&rows);
}

/* Imports the roll, with the halves in this sequence. */
static void load(const char *path, int half, int other)
{
	static const char *const kinds[] = {"units", "population", "plans", "members"};
	struct buf line = {0};

	unlink(path);
	buf_printf(&line, "\"$MEMBERSTAT\" --db %s import top.csv", path);
	for (size_t k = 0; k < 4; k++)
		buf_printf(&line, " %s%d.csv %s%d.csv", kinds[k], half, kinds[k], other);
	buf_puts(&line, " >load.out 2>&1 || { cat load.out; exit 1; }");
	assert_int_equal(system(buf_text(&line)), 0);
	buf_release(&line);
}

static int begin(void **state)
{
	(void)state;
	write_roll();
	write_members("members1.csv", 0, 50);
	write_members("members2.csv", 50, 100);
	load(FIRST, 1, 2);
	load(SECOND, 2, 1);
	return 0;
}

static int end(void **state)
{
	(void)state;
	unlink(FIRST);
	unlink(SECOND);
	return 0;
}

/* How SQLite reads the rows. Not backwards and unoptimized at once: SQLite 3.46 then gives even ordered
 * rows in the wrong order. */
enum way { PLAIN, BACKWARDS, UNOPTIMIZED, WAYS };

static void open_roll(struct db *db, const char *path, enum way way)
{
	struct error error = {.lang = LANG_EN};

	if (db_open(db, path, DB_READ, totals_extensions, &error) != STATUS_DONE)
		fail_msg("%s", error.message);
	if (way == BACKWARDS)
		store_run(db, "PRAGMA reverse_unordered_selects = on");
	if (way == UNOPTIMIZED)
		sqlite3_test_control(SQLITE_TESTCTRL_OPTIMIZATIONS, db->handle, ~0u);
}

/* --- reports --------------------------------------------------------------------------------- */

static void add_report(struct db *db, const struct report *report, const struct query *query,
	struct output *output)
{
	struct error error = {.lang = LANG_EN};

	assert_int_equal(render_csv.open(output, &error), STATUS_DONE);
	if (report_run(db, report, query, &render_csv, output, &error) != STATUS_DONE)
		fail_msg("%s: %s", report->name, error.message);
	assert_int_equal(render_csv.close(output, &error), STATUS_DONE);
}

/* The report with all its options, one output after the other. The caller frees it. */
static char *report_text(const char *path, const struct report *report, enum way way)
{
	static const char *const fields[] = {"gender", "age", "ethnicity", "religion", "occupation",
		"education", "theory", "party_age", "status", "kind"};
	struct query query = {.lang = LANG_EN,
		.as_of = date_day(2022, 4, 30),
		.from = date_day(2021, 1, 1),
		.to = date_day(2022, 4, 30),
		.depth = INT_MAX,
		.plan = "P",
		.all = true,
		.of = "members",
		.every = "month",
		.within = -1};
	char *text = NULL;
	size_t len = 0;
	struct output output = {.file = open_memstream(&text, &len)};
	struct db db;

	assert_non_null(output.file);
	open_roll(&db, path, way);
	for (size_t i = 0; i < sizeof fields / sizeof fields[0]; i++) {
		query.by = fields[i];
		query.sort = i % 2 ? "name" : NULL;
		add_report(&db, report, &query, &output);
	}
	db_close(&db, true);
	assert_int_equal(fclose(output.file), 0);
	return text;
}

static void reports_have_one_order(void **state)
{
	(void)state;
	for (size_t i = 0; i < report_count; i++) {
		char *plain = report_text(FIRST, &reports[i], PLAIN);

		for (int way = 1; way < 2 * WAYS; way++) {
			char *other = report_text(
				way % 2 ? SECOND : FIRST, &reports[i], (enum way)(way / 2));

			assert_string_equal(other, plain);
			free(other);
		}
		free(plain);
	}
}

/* --- lists and checks ------------------------------------------------------------------------ */

static char *rows_text(const char *path, enum sql sql, enum way way)
{
	struct error error = {.lang = LANG_EN};
	struct buf text = {0};
	enum status status;
	sqlite3_stmt *statement;
	struct db db;

	open_roll(&db, path, way);
	statement = db_statement(&db, sql, &error);
	if (statement == NULL)
		fail_msg("%s: %s", sql_path(sql), error.message);
	db_bind_int(statement, ":as_of", date_day(2022, 4, 30));
	while (db_row(&db, statement, &status, &error)) {
		for (int i = 0; i < sqlite3_column_count(statement); i++) {
			const char *cell = (const char *)sqlite3_column_text(statement, i);

			buf_printf(&text, "%s|", cell ? cell : "");
		}
		buf_putc(&text, '\n');
	}
	assert_int_equal(status, STATUS_DONE);
	db_close(&db, true);
	return text.data;
}

/* The log is in the sequence of the imports; nothing else may be. */
static bool is_asked(enum sql sql)
{
	const char *path = sql_path(sql);

	return sql != SQL_LIST_IMPORTS &&
	       (strncmp(path, "list/", 5) == 0 || strncmp(path, "check/", 6) == 0);
}

static void lists_and_checks_have_one_order(void **state)
{
	size_t with_rows = 0;

	(void)state;
	for (int sql = 0; sql < SQL_COUNT; sql++) {
		char *plain;

		if (!is_asked((enum sql)sql))
			continue;
		plain = rows_text(FIRST, (enum sql)sql, PLAIN);
		with_rows += plain != NULL;
		for (int way = 1; way < 2 * WAYS; way++) {
			char *other = rows_text(
				way % 2 ? SECOND : FIRST, (enum sql)sql, (enum way)(way / 2));

			if (strcmp(other ? other : "", plain ? plain : "") != 0)
				fail_msg("%s: two orders:\n%s\n%s", sql_path((enum sql)sql), plain,
					other);
			free(other);
		}
		free(plain);
	}
	assert_in_range(with_rows, 12, SQL_COUNT);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(reports_have_one_order),
		cmocka_unit_test(lists_and_checks_have_one_order),
	};

	return cmocka_run_group_tests(tests, begin, end);
}
