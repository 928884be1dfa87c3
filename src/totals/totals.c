#include "totals/totals.h"

#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "totals/ledger.h"
#include "totals/totals_keep.h"
#include "totals/unit_counter.h"

/* The columns of the table that follow the totals, in the order of its declaration. */
enum {
	COLUMN_ADMISSIONS = TOTALS,
	COLUMN_JOINED,
	COLUMN_GONE,
	COLUMN_UNIT,
	COLUMN_DAY,
	COLUMN_TREE
};

struct totals_table {
	sqlite3_vtab base;
	struct db *db;
	bool counting;               /* nothing is looked up */
	struct unit_counter counted; /* what was counted last: counted_unit on counted_tree */
	int64_t counted_unit;
	int counted_tree;
};

#define NO_UNIT (-1) /* 0 is the root of each day */

struct cursor {
	sqlite3_vtab_cursor base;
	int64_t unit;
	int day, tree; /* tree is NO_DAY for that of each day */
	int64_t totals[TOTALS];
	bool ended;
};

/* --- looking up --------------------------------------------------------------------------------- */

/* Reads the totals of a kept year, up to the day. */
static void read_year(sqlite3_stmt *row, struct cursor *cursor, int year)
{
	int total, day = cursor->day - date_day(year, 1, 1);
	struct change change;
	struct days days;

	for (total = 0; total < TOTALS; total++)
		cursor->totals[total] = sqlite3_column_int64(row, TOTAL_COLUMN + total);
	if (sqlite3_column_int(row, TOTAL_YEAR) != year)
		return;
	/* They are the totals at the end of the year: subtract what changed after the day. */
	days_begin(&days, sqlite3_column_blob(row, TOTAL_DAYS),
		(size_t)sqlite3_column_bytes(row, TOTAL_DAYS));
	while (days_next(&days, &change))
		if (change.day > day)
			cursor->totals[change.total] -= change.count;
}

/* Reads the kept totals up to the day. *kept is false when none are kept for the unit. */
static enum status look_up(
	struct totals_table *table, struct cursor *cursor, bool *kept, struct error *error)
{
	sqlite3_stmt *row = db_statement(table->db, SQL_TOTAL_UNTIL, error);
	int year, month, day_of_month;
	enum status status;

	*kept = false;
	if (row == NULL)
		return error_status(error);
	date_civil(cursor->day, &year, &month, &day_of_month);
	sqlite3_bind_int64(row, 1, cursor->unit);
	sqlite3_bind_int(row, 2, year);
	memset(cursor->totals, 0, sizeof cursor->totals);
	*kept = db_row(table->db, row, &status, error);
	if (*kept && sqlite3_column_int(row, TOTAL_SOUND) != 1)
		status = db_kept_damaged(table->db, error);
	else if (*kept && sqlite3_column_type(row, TOTAL_YEAR) != SQLITE_NULL)
		read_year(row, cursor, year);
	sqlite3_reset(row);
	return status;
}

/* --- counting ----------------------------------------------------------------------------------- */

/* Counts a unit and remembers it, because reports ask for a unit on several days. */
static enum status count_unit(
	struct totals_table *table, int64_t unit, int tree, struct error *error)
{
	struct unit_counter *counter = &table->counted;
	enum status status;

	if (table->counted_unit == unit && table->counted_tree == tree)
		return STATUS_DONE;
	table->counted_unit = NO_UNIT;
	counter->changes.count = counter->halves.count = 0;
	status = unit_counter_add(table->db, unit, tree, counter, error);
	if (status == STATUS_DONE) {
		unit_counter_match(counter);
		table->counted_unit = unit;
		table->counted_tree = tree;
	}
	return status;
}

static void sum_counted(const struct totals_table *table, struct cursor *cursor)
{
	const struct changes *changes = &table->counted.changes;
	size_t i;

	memset(cursor->totals, 0, sizeof cursor->totals);
	for (i = 0; i < changes->count; i++)
		if (changes->list[i].day <= cursor->day)
			cursor->totals[changes->list[i].total] += changes->list[i].count;
}

static enum status find_totals(
	struct totals_table *table, struct cursor *cursor, struct error *error)
{
	bool kept = false;
	enum status status = STATUS_DONE;

	/* What is kept is that of the tree of each day. */
	if (!table->counting && cursor->tree == NO_DAY)
		status = look_up(table, cursor, &kept, error);
	if (status != STATUS_DONE || kept)
		return status;
	status = count_unit(table, cursor->unit, cursor->tree, error);
	sum_counted(table, cursor);
	return status;
}

/* --- the table ----------------------------------------------------------------------------------- */

static int table_connect(sqlite3 *handle, void *data, int count, const char *const *arguments,
	sqlite3_vtab **out, char **message)
{
	struct totals_table *table;
	int code = sqlite3_declare_vtab(handle,
		"CREATE TABLE totals (admitted, readmitted, transferred_in, moved_in, restored,"
		" reorganised_in, died, expelled, removed, resigned, transferred_out, moved_out,"
		" reorganised_out, members, official, communes, committees, base_cells, cells, superiors,"
		" admissions, joined, gone, unit HIDDEN, day HIDDEN, tree HIDDEN)");

	(void)count;
	(void)arguments;
	(void)message;
	if (code == SQLITE_OK)
		code = sqlite3_vtab_config(handle, SQLITE_VTAB_DIRECTONLY);
	if (code != SQLITE_OK)
		return code;
	table = memory_zeroed(sizeof *table);
	table->db = data;
	table->counted_unit = NO_UNIT;
	*out = &table->base;
	return SQLITE_OK;
}

static int table_connect_counting(sqlite3 *handle, void *data, int count,
	const char *const *arguments, sqlite3_vtab **out, char **message)
{
	int code = table_connect(handle, data, count, arguments, out, message);

	if (code == SQLITE_OK)
		((struct totals_table *)*out)->counting = true;
	return code;
}

static int table_disconnect(sqlite3_vtab *base)
{
	struct totals_table *table = (struct totals_table *)base;

	unit_counter_release(&table->counted);
	free(table);
	return SQLITE_OK;
}

/* A query has to give the unit and the day, and may give the day of the tree. */
static int table_best_index(sqlite3_vtab *base, sqlite3_index_info *info)
{
	int given[3] = {-1, -1, -1}, i;

	(void)base;
	for (i = 0; i < info->nConstraint; i++) {
		int column = info->aConstraint[i].iColumn - COLUMN_UNIT;

		if (column >= 0 && info->aConstraint[i].op == SQLITE_INDEX_CONSTRAINT_EQ &&
			info->aConstraint[i].usable)
			given[column] = i;
	}
	for (i = 0; i < 3; i++) {
		if (given[i] < 0 && i == 2)
			break;
		if (given[i] < 0)
			return SQLITE_CONSTRAINT;
		info->aConstraintUsage[given[i]].argvIndex = i + 1;
		info->aConstraintUsage[given[i]].omit = 1;
	}
	info->estimatedCost = 10;
	info->estimatedRows = 1;
	info->idxFlags = SQLITE_INDEX_SCAN_UNIQUE;
	return SQLITE_OK;
}

static int cursor_open(sqlite3_vtab *base, sqlite3_vtab_cursor **out)
{
	struct cursor *cursor = memory_zeroed(sizeof *cursor);

	/* What was counted may have changed since the last statement. */
	((struct totals_table *)base)->counted_unit = NO_UNIT;
	*out = &cursor->base;
	return SQLITE_OK;
}

static int cursor_close(sqlite3_vtab_cursor *base)
{
	free(base);
	return SQLITE_OK;
}

static int cursor_filter(sqlite3_vtab_cursor *base, int index, const char *name, int count,
	sqlite3_value **arguments)
{
	struct cursor *cursor = (struct cursor *)base;
	struct totals_table *table = (struct totals_table *)base->pVtab;
	struct error error = {.lang = LANG_EN};

	(void)index;
	(void)name;
	/* No row when unit or day is NULL. */
	cursor->ended = sqlite3_value_type(arguments[0]) != SQLITE_INTEGER ||
			sqlite3_value_type(arguments[1]) != SQLITE_INTEGER;
	if (cursor->ended)
		return SQLITE_OK;
	cursor->unit = sqlite3_value_int64(arguments[0]);
	cursor->day = sqlite3_value_int(arguments[1]);
	cursor->tree = count > 2 && sqlite3_value_type(arguments[2]) == SQLITE_INTEGER
			       ? sqlite3_value_int(arguments[2])
			       : NO_DAY;
	if (find_totals(table, cursor, &error) == STATUS_DONE)
		return SQLITE_OK;
	return db_code(table->db, &error);
}

static int cursor_next(sqlite3_vtab_cursor *base)
{
	((struct cursor *)base)->ended = true;
	return SQLITE_OK;
}

static int cursor_eof(sqlite3_vtab_cursor *base)
{
	return ((struct cursor *)base)->ended;
}

/* The sum of the totals from `first` to the one before `end`. */
static int64_t sum_of(const struct cursor *cursor, int first, int end)
{
	int64_t sum = 0;

	while (first < end)
		sum += cursor->totals[first++];
	return sum;
}

static int64_t value_of(const struct cursor *cursor, int column)
{
	switch (column) {
	case COLUMN_ADMISSIONS:
		return sum_of(cursor, TOTAL_ADMITTED, TOTAL_READMITTED + 1);
	case COLUMN_JOINED:
		return sum_of(cursor, TOTAL_ADMITTED, TOTAL_DIED);
	case COLUMN_GONE:
		return sum_of(cursor, TOTAL_DIED, TOTAL_MEMBERS);
	case COLUMN_UNIT:
		return cursor->unit;
	case COLUMN_DAY:
		return cursor->day;
	case COLUMN_TREE:
		return cursor->tree;
	default:
		return cursor->totals[column];
	}
}

static int cursor_column(sqlite3_vtab_cursor *base, sqlite3_context *context, int column)
{
	sqlite3_result_int64(context, value_of((const struct cursor *)base, column));
	return SQLITE_OK;
}

static int cursor_rowid(sqlite3_vtab_cursor *base, sqlite3_int64 *rowid)
{
	(void)base;
	*rowid = 1;
	return SQLITE_OK;
}

/* --- are they right? ---------------------------------------------------------------------------- */

/* Counts the unit, with all below it, into the ledger. */
static enum status count_into(
	struct db *db, int64_t unit, struct ledger *ledger, struct error *error)
{
	struct unit_counter counter = {.ledger = ledger};
	enum status status = unit_counter_add(db, unit, NO_DAY, &counter, error);

	unit_counter_match(&counter);
	unit_counter_release(&counter);
	return status;
}

static bool same_year(sqlite3_stmt *row, const struct ledger_year *year)
{
	int total;

	if (sqlite3_column_int(row, TOTAL_SOUND) != 1 ||
		sqlite3_column_int(row, TOTAL_YEAR) != year->year ||
		(size_t)sqlite3_column_bytes(row, TOTAL_DAYS) != year->days.len ||
		memcmp(sqlite3_column_blob(row, TOTAL_DAYS), year->days.data, year->days.len) != 0)
		return false;
	for (total = 0; total < TOTALS; total++)
		if (sqlite3_column_int64(row, TOTAL_COLUMN + total) != year->totals[total])
			return false;
	return true;
}

static enum status compare_years(
	struct db *db, int64_t unit, const struct ledger *ledger, bool *same, struct error *error)
{
	sqlite3_stmt *row = db_statement(db, SQL_TOTAL_FROM, error);
	struct ledger_year year = {0};
	enum status status;

	if (row == NULL)
		return error_status(error);
	sqlite3_bind_int64(row, 1, unit);
	sqlite3_bind_int(row, 2, 0);
	*same = true;
	while (*same && db_row(db, row, &status, error))
		*same = ledger_next_year(ledger, &year) && same_year(row, &year);
	*same = *same && !ledger_next_year(ledger, &year);
	sqlite3_reset(row);
	buf_release(&year.days);
	return status;
}

static void totals_right(sqlite3_context *context, int count, sqlite3_value **values)
{
	struct db *db = sqlite3_user_data(context);
	int64_t unit = sqlite3_value_int64(values[0]);
	struct ledger *ledger = ledger_new();
	struct error error = {.lang = LANG_EN};
	bool same = false;

	(void)count;
	if (count_into(db, unit, ledger, &error) == STATUS_DONE &&
		compare_years(db, unit, ledger, &same, &error) == STATUS_DONE)
		sqlite3_result_int(context, same);
	else
		sqlite3_result_error_code(context, db_code(db, &error));
	ledger_free(ledger);
}

/* Without xCreate it is a table that always exists and takes its arguments as a function does. */
#define MODULE(connect)                                                                        \
	{                                                                                      \
		.xConnect = connect, .xBestIndex = table_best_index,                           \
		.xDisconnect = table_disconnect, .xOpen = cursor_open, .xClose = cursor_close, \
		.xFilter = cursor_filter, .xNext = cursor_next, .xEof = cursor_eof,            \
		.xColumn = cursor_column, .xRowid = cursor_rowid                               \
	}

static int install(struct db *db, const sqlite3_module *module)
{
	int code = sqlite3_create_module(db->handle, "totals", module, db);

	db->migrated = totals_rebuild;
	if (code != SQLITE_OK)
		return code;
	return sqlite3_create_function(db->handle, "totals_right", 1,
		SQLITE_UTF8 | SQLITE_DIRECTONLY, db, totals_right, NULL, NULL);
}

int totals_install(struct db *db)
{
	static const sqlite3_module module = MODULE(table_connect);

	return install(db, &module);
}

int totals_install_counting(struct db *db)
{
	static const sqlite3_module module = MODULE(table_connect_counting);

	return install(db, &module);
}
