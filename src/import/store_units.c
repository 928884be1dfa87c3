/*
 * The record store of units: each row on its own first, then the tree that file and database make
 * together. Rows may come in any order, so the tree is judged when all rows have been read: in SQL,
 * on a temporary table of the rows of the file.
 */
#include "import/record_store.h"

#include <string.h>

#include "base/date.h"
#include "base/text.h"
#include "totals/totals_keep.h"

static enum status units_begin(struct import *import, struct error *error)
{
	return db_run(import->db, SQL_STMT_UNIT_STAGE, error);
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

static void load_text(struct record *record, size_t i, sqlite3_stmt *statement, int column)
{
	if (sqlite3_column_type(statement, column) != SQLITE_NULL)
		record_set_text(record, i, (const char *)sqlite3_column_text(statement, column),
			(size_t)sqlite3_column_bytes(statement, column));
}

static void load_number(struct record *record, size_t i, sqlite3_stmt *statement, int column)
{
	if (sqlite3_column_type(statement, column) != SQLITE_NULL)
		record_set_number(record, i, sqlite3_column_int64(statement, column));
}

/* Reads the stored unit with the code of the row; *found is false when there is none. */
static enum status load_unit(struct import *import, const struct record *row, struct record *stored,
	bool *found, struct error *error)
{
	sqlite3_stmt *statement = db_statement(import->db, SQL_STMT_UNIT_GET, error);
	enum status status;

	if (statement == NULL)
		return error_status(error);
	bind_value(statement, ":code", row, UNIT_UNIT);
	*found = db_row(import->db, statement, &status, error);
	if (*found) {
		load_text(stored, UNIT_UNIT, statement, 0);
		load_text(stored, UNIT_NAME, statement, 1);
		load_number(stored, UNIT_KIND, statement, 2);
		load_text(stored, UNIT_PARENT, statement, 3);
		load_number(stored, UNIT_OPENED_ON, statement, 4);
		load_number(stored, UNIT_CLOSED_ON, statement, 5);
	}
	sqlite3_reset(statement);
	return status;
}

static enum status stage_unit(struct import *import, const struct record *row,
	const struct record *merged, bool stored, bool changed, struct error *error)
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
	bind_value(statement, ":name", merged, UNIT_NAME);
	db_bind_text(statement, ":name_key", buf_text(&key));
	bind_value(statement, ":kind", merged, UNIT_KIND);
	bind_value(statement, ":parent", merged, UNIT_PARENT);
	bind_value(statement, ":opened_on", merged, UNIT_OPENED_ON);
	bind_value(statement, ":closed_on", merged, UNIT_CLOSED_ON);
	db_bind_int(statement, ":stored", stored);
	db_bind_int(statement, ":changed", changed);
	status = db_step(import->db, statement, error);
	buf_release(&key);
	return status;
}

static void unit_rules(struct import *import, const struct record *merged)
{
	const struct value *opened = &merged->values[UNIT_OPENED_ON];
	const struct value *closed = &merged->values[UNIT_CLOSED_ON];
	char date[11];

	import_require(import, merged);
	if (!opened->filled || !closed->filled || closed->number >= opened->number)
		return;
	date_write((int)closed->number, date);
	findings_add(&import->row, merged->line, "closed_on", FINDING_ORDER, date,
		"ngày giải thể trước ngày thành lập", "closed before it was opened");
}

static enum status units_take(
	struct import *import, struct record *const *records, size_t count, struct error *error)
{
	const struct record *row = records[0]; /* a group is one record */
	struct record stored = {0}, merged = {0};
	enum status status;
	bool found = false;

	(void)count;
	status = load_unit(import, row, &stored, &found, error);
	if (status == STATUS_DONE) {
		import_merge(import, row, found ? &stored : NULL, &merged);
		unit_rules(import, &merged);
		if (import->row.total > 0) {
			status = import_refuse(import, row, error);
		} else {
			bool changed = !found || !import_same(import, &stored, &merged);

			if (found)
				import_tell(import, &stored, &merged);
			status = stage_unit(import, row, &merged, found, changed, error);
		}
	}
	record_release(&stored);
	record_release(&merged);
	return status;
}

/* Adds the finding for a row that has no place in the tree; `why` is a word of
 * stmt/unit_faults.sql. */
static void add_fault(struct import *import, long line, const char *why, const char *parent)
{
	if (strcmp(why, "root") == 0)
		findings_add(&import->row, line, "parent", FINDING_TREE, NULL,
			"thiếu đơn vị cấp trên: chỉ một đơn vị được để trống, và đã có đơn vị đó",
			"the parent is missing: only one unit may have none, and there is one already");
	else if (strcmp(why, "unknown") == 0)
		findings_add(&import->row, line, "parent", FINDING_UNKNOWN_UNIT, parent,
			"không có đơn vị cấp trên nào có mã này, hoặc dòng của nó bị từ chối",
			"no unit has this code, or its row was rejected");
	else if (strcmp(why, "deep") == 0)
		findings_add(&import->row, line, "parent", FINDING_TREE, parent,
			"cây đơn vị sẽ sâu hơn 100 cấp; hãy xem lại các đơn vị cấp trên",
			"the tree of units would be more than 100 levels deep; check the units above it");
	else if (strcmp(why, "below") == 0)
		findings_add(&import->row, line, "parent", FINDING_TREE, parent,
			"đơn vị cấp trên bị từ chối", "the unit above it was rejected");
	else
		findings_add(&import->row, line, "parent", FINDING_TREE, parent,
			"các đơn vị trực thuộc lẫn nhau thành vòng tròn",
			"the units above it lead round in a circle");
}

/* Refuses the rows that have no place in the tree; *refused is how many. Call it until it is 0: a
 * change that is refused leaves the stored unit where it was, which can make other rows wrong. */
static enum status refuse_faults(struct import *import, size_t *refused, struct error *error)
{
	sqlite3_stmt *faults, *mark;
	struct record row = {0};
	enum status status = db_run(import->db, SQL_STMT_UNIT_FAULTS, error);

	*refused = 0;
	if (status != STATUS_DONE ||
		(faults = db_statement(import->db, SQL_STMT_UNIT_FAULT_ROWS, error)) == NULL)
		return error_status(error);
	while (status == STATUS_DONE && db_row(import->db, faults, &status, error)) {
		record_clear(&row);
		row.line = (long)sqlite3_column_int64(faults, 0);
		buf_puts(&row.raw, (const char *)sqlite3_column_text(faults, 1));
		add_fault(import, row.line, (const char *)sqlite3_column_text(faults, 2),
			(const char *)sqlite3_column_text(faults, 3));
		status = import_refuse(import, &row, error);
		++*refused;
	}
	sqlite3_reset(faults);
	record_release(&row);
	if (status != STATUS_DONE ||
		(mark = db_statement(import->db, SQL_STMT_UNIT_REFUSE, error)) == NULL)
		return error_status(error);
	return db_step(import->db, mark, error);
}

static enum status count_units(struct import *import, struct error *error)
{
	sqlite3_stmt *statement = db_statement(import->db, SQL_STMT_UNIT_COUNTS, error);
	enum status status;

	if (statement == NULL)
		return error_status(error);
	if (db_row(import->db, statement, &status, error)) {
		import->counts.added = (long)sqlite3_column_int64(statement, 0);
		import->counts.updated = (long)sqlite3_column_int64(statement, 1);
		import->counts.unchanged = (long)sqlite3_column_int64(statement, 2);
	}
	sqlite3_reset(statement);
	return status;
}

/* Brings the totals up to date. After a first load they are counted, since the journal has no lines
 * that tell what changed. */
static enum status keep_totals(struct import *import, struct error *error)
{
	struct totals_changes *changes;
	enum status status;

	if (import->first_load)
		return totals_rebuild(import->db, error);
	changes = totals_changes_new(import->db);
	status = totals_note_units(changes, import->id, 1, error);
	if (status == STATUS_DONE)
		status = totals_enter(changes, error);
	totals_changes_free(changes);
	return status;
}

static enum status units_end(struct import *import, struct error *error)
{
	static const enum sql steps[] = {SQL_STMT_UNIT_JOURNAL_CHANGED, SQL_STMT_UNIT_PUT,
		SQL_STMT_UNIT_JOURNAL_ADDED, SQL_STMT_UNIT_PUT_PARENTS};
	enum status status;
	size_t refused, i;

	do
		status = refuse_faults(import, &refused, error);
	while (status == STATUS_DONE && refused > 0);
	if (status == STATUS_DONE)
		status = count_units(import, error);
	for (i = 0; i < sizeof steps / sizeof steps[0] && status == STATUS_DONE; i++) {
		sqlite3_stmt *statement = db_statement(import->db, steps[i], error);

		if (statement == NULL)
			return error_status(error);
		db_bind_int(statement, ":import", import->id);
		db_bind_int(statement, ":first_load", import->first_load);
		status = db_step(import->db, statement, error);
	}
	return status == STATUS_DONE ? keep_totals(import, error) : status;
}

const struct record_store store_units = {
	.is_empty = SQL_STMT_UNIT_IS_EMPTY,
	.group = RECORD_FIELDS,
	.begin = units_begin,
	.take = units_take,
	.end = units_end,
};
