/*
 * The record store of units: the rows of each unit on their own first, then the tree that the file and the
 * stored units make together (unit_tree.h). Rows may come in any order, so parents are settled when all rows
 * are there.
 */
#include "import/record_store.h"

#include <string.h>

#include "base/date.h"
#include "base/text.h"
#include "import/twins.h"
#include "import/unit_tree.h"

/* Columns that belong to the unit and not to one version of it. */
static const size_t unit_columns[] = {UNIT_OPENED_ON, UNIT_CLOSED_ON, UNIT_MERGED_INTO};
#define UNIT_COLUMNS (sizeof unit_columns / sizeof unit_columns[0])

/* With a row all rows of its unit are refused: their codes wait until all have been read. */
static void note_fallen(struct import *import, const struct record *record)
{
	struct error ignored;
	sqlite3_stmt *note;

	if (!record->values[UNIT_UNIT].filled)
		return;
	note = db_statement(import->db, SQL_STMT_UNIT_FALLEN, &ignored);
	if (note == NULL)
		return;
	sqlite3_bind_text(note, 1, record_text(record, UNIT_UNIT), -1, SQLITE_TRANSIENT);
	db_step(import->db, note, &ignored);
}

static enum status units_begin(struct import *import, struct error *error)
{
	sqlite3_stmt *statement;

	if (db_run(import->db, SQL_STMT_UNIT_STAGE, error) != STATUS_DONE ||
		(statement = db_statement(import->db, SQL_STMT_UNIT_IMPORT, error)) == NULL)
		return error_status(error);
	db_bind_int(statement, ":import", import->id);
	db_bind_int(statement, ":first_load", import->first_load);
	import->refused = note_fallen;
	return db_step(import->db, statement, error);
}

static void bind_value(
	sqlite3_stmt *statement, const char *name, const struct record *record, size_t i)
{
	if (!record->values[i].filled)
		return;
	if (record->values[i].is_text)
		db_bind_text(statement, name, record_text(record, i));
	else
		db_bind_int(statement, name, record->values[i].number);
}

/* What is stored of the row's unit: its version since that day, or without one only what belongs to the
 * unit. False in *found when there is no such unit. */
static enum status load_unit(struct import *import, const struct record *row, struct record *stored,
	bool *found, struct error *error)
{
	sqlite3_stmt *statement = db_statement(import->db, SQL_STMT_UNIT_GET, error);
	enum status status;
	size_t i;

	if (statement == NULL)
		return error_status(error);
	bind_value(statement, ":code", row, UNIT_UNIT);
	bind_value(statement, ":since", row, UNIT_SINCE);
	*found = db_row(import->db, statement, &status, error);
	for (i = 0; *found && i < import->roll->count; i++) {
		int column = (int)i, type = sqlite3_column_type(statement, column);

		if (type == SQLITE_TEXT)
			record_set_text(stored, i,
				(const char *)sqlite3_column_text(statement, column),
				(size_t)sqlite3_column_bytes(statement, column));
		else if (type != SQLITE_NULL)
			record_set_number(stored, i, sqlite3_column_int64(statement, column));
	}
	sqlite3_reset(statement);
	return status;
}

static enum status stage_row(struct import *import, const struct record *row,
	const struct record *merged, struct error *error)
{
	sqlite3_stmt *statement = db_statement(import->db, SQL_STMT_UNIT_STAGE_ROW, error);
	struct buf key = {0};
	enum status status;

	if (statement == NULL)
		return error_status(error);
	text_fold(&key, record_text(merged, UNIT_NAME), merged->values[UNIT_NAME].len);
	db_bind_int(statement, ":line", row->line);
	db_bind_text(statement, ":raw", buf_text(&row->raw));
	bind_value(statement, ":code", merged, UNIT_UNIT);
	bind_value(statement, ":since", row, UNIT_SINCE);
	bind_value(statement, ":name", merged, UNIT_NAME);
	db_bind_text(statement, ":name_key", buf_text(&key));
	bind_value(statement, ":kind", merged, UNIT_KIND);
	bind_value(statement, ":parent", merged, UNIT_PARENT);
	bind_value(statement, ":opened_on", merged, UNIT_OPENED_ON);
	bind_value(statement, ":closed_on", merged, UNIT_CLOSED_ON);
	bind_value(statement, ":merged", merged, UNIT_MERGED_INTO);
	db_bind_int(statement, ":own_merged", row->values[UNIT_MERGED_INTO].filled);
	status = db_step(import->db, statement, error);
	buf_release(&key);
	return status;
}

/* --- rules of one unit ----------------------------------------------------------------------------- */

static void add_finding(struct import *import, const struct record *row, size_t field,
	enum finding_code code, const char *vi, const char *en)
{
	struct buf got = {0};

	field_write(&got, &import->roll->fields[field], field, row);
	findings_add(&import->row, row->line, import->roll->fields[field].name, code,
		got.len ? buf_text(&got) : NULL, "%s", "%s", import->row.lang == LANG_VI ? vi : en);
	buf_release(&got);
}

static void row_rules(struct import *import, const struct record *merged)
{
	const struct value *opened = &merged->values[UNIT_OPENED_ON];
	const struct value *closed = &merged->values[UNIT_CLOSED_ON];
	const struct value *since = &merged->values[UNIT_SINCE];

	import_require(import, merged);
	if (opened->filled && closed->filled && closed->number < opened->number)
		add_finding(import, merged, UNIT_CLOSED_ON, FINDING_ORDER,
			"ngày giải thể trước ngày thành lập", "closed before it was opened");
	if (since->filled && closed->filled && since->number >= closed->number)
		add_finding(import, merged, UNIT_SINCE, FINDING_ORDER,
			"ngày áp dụng không trước ngày giải thể của đơn vị",
			"a version since a day on which the unit is closed");
	if (merged->values[UNIT_MERGED_INTO].filled && !closed->filled)
		add_finding(import, merged, UNIT_MERGED_INTO, FINDING_PAIR,
			"đơn vị đã sáp nhập thì phải có ngày giải thể (closed_on)",
			"a unit that is merged needs the day on which it closes (closed_on)");
}

/* Dates that belong to the unit must be the same in all its rows that have them; what it was merged into is
 * compared when it is known which unit that is. */
static void same_rules(struct import *import, struct record *const *rows, size_t at)
{
	size_t c, i;

	for (c = 0; c < UNIT_COLUMNS; c++) {
		size_t field = unit_columns[c];

		for (i = 0; i < at && rows[at]->values[field].filled; i++) {
			if (!rows[i]->values[field].filled || field == UNIT_MERGED_INTO ||
				record_same_value(rows[i], rows[at], field))
				continue;
			findings_add(&import->row, rows[at]->line, import->roll->fields[field].name,
				FINDING_DUPLICATE, NULL,
				"khác với dòng %ld của chính đơn vị này; hãy giữ lại một giá trị",
				"another value than in line %ld of this very unit; keep one of them",
				rows[i]->line);
			break;
		}
	}
}

/* Gives the row what another row of the unit says of the unit, where it says nothing itself. */
static void share_columns(
	struct record *const *rows, size_t count, size_t at, struct record *merged)
{
	size_t c, i;

	for (c = 0; c < UNIT_COLUMNS; c++)
		for (i = 0; i < count && !rows[at]->values[unit_columns[c]].filled; i++)
			if (rows[i]->values[unit_columns[c]].filled) {
				record_copy_value(merged, rows[i], unit_columns[c]);
				break;
			}
}

static enum status take_row(struct import *import, struct record *const *rows, size_t count,
	size_t at, struct error *error)
{
	struct record *row = rows[at];
	struct record stored = {0}, merged = {0};
	bool found = false;
	enum status status = load_unit(import, row, &stored, &found, error);

	if (status == STATUS_DONE && !found)
		status = twins_check(import, row, SQL_STMT_UNIT_TWIN, error);
	if (status == STATUS_DONE) {
		import_merge(import, row, found ? &stored : NULL, &merged);
		if (row->values[UNIT_SINCE].number == UNIT_SINCE_EVER)
			merged.values[UNIT_SINCE] = (struct value){.filled = false};
		share_columns(rows, count, at, &merged);
		same_rules(import, rows, at);
		row_rules(import, &merged);
		status = import->row.total > 0 ? import_refuse(import, row, error)
					       : stage_row(import, row, &merged, error);
	}
	record_release(&stored);
	record_release(&merged);
	return status;
}

/* All rows of one unit, by the day from which they hold. */
static enum status units_take(
	struct import *import, struct record *const *records, size_t count, struct error *error)
{
	enum status status = STATUS_DONE;
	size_t i;

	for (i = 0; i < count && status == STATUS_DONE; i++)
		status = take_row(import, records, count, i, error);
	return status;
}

static enum status units_end(struct import *import, struct error *error)
{
	struct totals_changes *totals = NULL;
	enum status status = unit_tree_settle(import, &totals, error);

	/* A first load has no lines in the journal to tell what changed. */
	if (status == STATUS_DONE)
		status = import->first_load ? totals_rebuild(import->db, error)
					    : totals_enter(totals, error);
	totals_changes_free(totals);
	return status;
}

const struct record_store store_units = {
	.is_empty = SQL_STMT_UNIT_IS_EMPTY,
	.twins = true,
	.group = 1,
	.begin = units_begin,
	.take = units_take,
	.end = units_end,
};
