#include "import/unit_tree.h"

#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "import/record_store.h"
#include "totals/places.h"

/* Rows to be refused once what was tried is taken back. */
struct versions {
	int64_t *list;
	size_t count, room;
};

static void versions_add(struct versions *versions, int64_t version)
{
	if (versions->count == versions->room) {
		versions->room = versions->room ? 2 * versions->room : 64;
		versions->list =
			memory_resize(versions->list, versions->room * sizeof *versions->list);
	}
	versions->list[versions->count++] = version;
}

static enum status any_fault(struct import *import, bool *any, struct error *error)
{
	sqlite3_stmt *row = db_statement(import->db, SQL_STMT_UNIT_FAULTS_ANY, error);
	enum status status;

	if (row == NULL)
		return error_status(error);
	*any = db_row(import->db, row, &status, error) && sqlite3_column_int(row, 0) == 1;
	sqlite3_reset(row);
	return status;
}

/* --- the past ------------------------------------------------------------------------------------ */

/* Columns of stmt/unit_history.sql. */
enum {
	PAST_VERSION,
	PAST_UNIT,
	PAST_FIRST,
	PAST_UNTIL,
	PAST_CODE,
	PAST_NAME,
	PAST_KIND,
	PAST_PARENT,
	PAST_COLUMN,
	PAST_GOT
};

static enum status had_members(
	struct import *import, sqlite3_stmt *row, bool *had, struct error *error)
{
	sqlite3_stmt *members = db_statement(import->db, SQL_STMT_UNIT_HAD_MEMBERS, error);
	enum status status;

	if (members == NULL)
		return error_status(error);
	db_bind_int(members, ":unit", sqlite3_column_int64(row, PAST_UNIT));
	db_bind_int(members, ":first", sqlite3_column_int(row, PAST_FIRST));
	db_bind_int(members, ":until", sqlite3_column_int(row, PAST_UNTIL));
	*had = db_row(import->db, members, &status, error) && sqlite3_column_int(members, 0) == 1;
	sqlite3_reset(members);
	return status;
}

static const char *text_at(sqlite3_stmt *row, int column)
{
	return (const char *)sqlite3_column_text(row, column);
}

/* The row to write instead, as of today. */
static void write_instead(struct buf *out, sqlite3_stmt *row)
{
	const struct word *kind =
		code_list_word(&codes_unit_kind, sqlite3_column_int(row, PAST_KIND));
	char today[11];

	date_write(date_today(), today);
	buf_printf(out, "%s,%s,%s,%s,%s", text_at(row, PAST_CODE), text_at(row, PAST_NAME),
		kind ? kind->code : "", text_at(row, PAST_PARENT), today);
}

static enum status add_past_fault(struct import *import, sqlite3_stmt *row, struct error *error)
{
	sqlite3_stmt *add = db_statement(import->db, SQL_STMT_UNIT_FAULT_ADD, error);
	bool kind = strcmp(text_at(row, PAST_COLUMN), "kind") == 0;
	const struct word *word =
		code_list_word(&codes_unit_kind, sqlite3_column_int(row, PAST_KIND));
	struct buf instead = {0};
	enum status status;

	if (add == NULL)
		return error_status(error);
	write_instead(&instead, row);
	sqlite3_bind_int64(add, 1, sqlite3_column_int64(row, PAST_VERSION));
	sqlite3_bind_text(add, 2, kind ? "history_kind" : "history_parent", -1, SQLITE_STATIC);
	sqlite3_bind_text(
		add, 3, kind && word ? word->code : text_at(row, PAST_GOT), -1, SQLITE_TRANSIENT);
	sqlite3_bind_text(add, 4, buf_text(&instead), -1, SQLITE_TRANSIENT);
	status = db_step(import->db, add, error);
	buf_release(&instead);
	return status;
}

/* Finds the rows that would change figures of days before today. */
static enum status find_history(struct import *import, struct error *error)
{
	sqlite3_stmt *row = db_statement(import->db, SQL_STMT_UNIT_HISTORY, error);
	enum status status, found = STATUS_DONE;
	bool had;

	if (row == NULL)
		return error_status(error);
	db_bind_int(row, ":today", date_today());
	while (found == STATUS_DONE && db_row(import->db, row, &status, error)) {
		found = had_members(import, row, &had, error);
		if (found == STATUS_DONE && had)
			found = add_past_fault(import, row, error);
	}
	sqlite3_reset(row);
	return found == STATUS_DONE ? status : found;
}

/* --- refusing ------------------------------------------------------------------------------------ */

/* Refuses the rows with faults, and what falls with them. */
static enum status tell_faults(struct import *import, struct versions *refused, struct error *error)
{
	struct record row = {0};
	sqlite3_stmt *faults;
	enum status status = db_run(import->db, SQL_STMT_UNIT_FALL, error);

	if (status != STATUS_DONE ||
		(faults = db_statement(import->db, SQL_STMT_UNIT_FAULT_ROWS, error)) == NULL)
		return error_status(error);
	while (status == STATUS_DONE && db_row(import->db, faults, &status, error)) {
		record_clear(&row);
		row.line = (long)sqlite3_column_int64(faults, 0);
		buf_puts(&row.raw, text_at(faults, 1));
		unit_fault_tell(import, row.line, text_at(faults, 2), text_at(faults, 3),
			text_at(faults, 4));
		versions_add(refused, sqlite3_column_int64(faults, 5));
		status = import_refuse(import, &row, error);
	}
	sqlite3_reset(faults);
	record_release(&row);
	return status;
}

static enum status mark_refused(
	struct import *import, const struct versions *refused, struct error *error)
{
	enum status status = STATUS_DONE;
	size_t i;

	for (i = 0; i < refused->count && status == STATUS_DONE; i++) {
		sqlite3_stmt *mark = db_statement(import->db, SQL_STMT_UNIT_REFUSE, error);

		if (mark == NULL)
			return error_status(error);
		sqlite3_bind_int64(mark, 1, refused->list[i]);
		status = db_step(import->db, mark, error);
	}
	return status;
}

/* --- storing ------------------------------------------------------------------------------------- */

/* Stores the accepted rows, unless the tree that they make has a fault; *any tells. */
static enum status try_rows(
	struct import *import, struct totals_changes *totals, bool *any, struct error *error)
{
	struct db *db = import->db;
	bool moved = false;
	enum status status = db_run(db, SQL_STMT_UNIT_ENTER, error);

	if (status == STATUS_DONE && import->options.changed)
		status = db_run(db, SQL_STMT_UNIT_CHANGES, error);
	if (status == STATUS_DONE && !import->first_load)
		status = totals_note_units(totals, import->id, -1, error);
	if (status == STATUS_DONE)
		status = db_run(db, SQL_STMT_UNIT_PUT, error);
	if (status == STATUS_DONE)
		status = places_days(db, error);
	if (status == STATUS_DONE)
		status = db_run(db, SQL_STMT_UNIT_FAULTS_MERGED, error);
	if (status == STATUS_DONE)
		status = any_fault(import, any, error);
	if (status != STATUS_DONE || *any)
		return status;
	status = places_make(db, &moved, error);
	if (status == STATUS_DONE)
		status = db_run(db, SQL_STMT_UNIT_FAULTS_TREE, error);
	if (status == STATUS_DONE)
		status = any_fault(import, any, error);
	if (status != STATUS_DONE || *any || import->first_load)
		return status;
	if (moved)
		totals_note_moved(totals);
	return totals_note_units(totals, import->id, 1, error);
}

/* One attempt: *again when rows were refused, and what was stored is taken back. */
static enum status attempt(
	struct import *import, struct totals_changes *totals, bool *again, struct error *error)
{
	struct db *db = import->db;
	struct versions refused = {0};
	enum status status = db_run(db, SQL_STMT_UNIT_RESOLVE, error);

	if (status == STATUS_DONE)
		status = db_run(db, SQL_STMT_UNIT_FAULTS_LINKS, error);
	if (status == STATUS_DONE && !import->first_load && !import->options.rewrite_history)
		status = find_history(import, error);
	if (status == STATUS_DONE)
		status = any_fault(import, again, error);
	if (status == STATUS_DONE)
		status = db_run(db, SQL_STMT_UNIT_TRY, error);
	if (status == STATUS_DONE && !*again)
		status = try_rows(import, totals, again, error);
	if (status == STATUS_DONE && *again)
		status = tell_faults(import, &refused, error);
	if (status == STATUS_DONE)
		status = db_run(
			db, *again ? SQL_STMT_UNIT_TAKE_BACK : SQL_STMT_UNIT_LET_STAND, error);
	if (status == STATUS_DONE)
		status = mark_refused(import, &refused, error);
	free(refused.list);
	return status;
}

/* --verbose: what becomes of stored values. */
static enum status tell_changes(struct import *import, struct error *error)
{
	sqlite3_stmt *row;
	enum status status;

	if (import->options.changed == NULL)
		return STATUS_DONE;
	db_forget(import->db, SQL_STMT_UNIT_TOLD);
	row = db_statement(import->db, SQL_STMT_UNIT_TOLD, error);
	if (row == NULL)
		return error_status(error);
	while (db_row(import->db, row, &status, error))
		import->options.changed(import->options.context, (long)sqlite3_column_int64(row, 0),
			text_at(row, 1), text_at(row, 2), text_at(row, 3) ? text_at(row, 3) : "",
			text_at(row, 4) ? text_at(row, 4) : "");
	sqlite3_reset(row);
	return status;
}

static enum status count_rows(struct import *import, struct error *error)
{
	sqlite3_stmt *row = db_statement(import->db, SQL_STMT_UNIT_COUNTS, error);
	enum status status;

	if (row == NULL)
		return error_status(error);
	if (db_row(import->db, row, &status, error)) {
		import->counts.added = (long)sqlite3_column_int64(row, 0);
		import->counts.updated = (long)sqlite3_column_int64(row, 1);
		import->counts.unchanged = (long)sqlite3_column_int64(row, 2);
	}
	sqlite3_reset(row);
	return status;
}

enum status unit_tree_settle(
	struct import *import, struct totals_changes **totals, struct error *error)
{
	bool again = true;
	enum status status = STATUS_DONE;

	while (status == STATUS_DONE && again) {
		totals_changes_free(*totals);
		*totals = totals_changes_new(import->db);
		status = attempt(import, *totals, &again, error);
	}
	if (status == STATUS_DONE)
		status = tell_changes(import, error);
	return status == STATUS_DONE ? count_rows(import, error) : status;
}
