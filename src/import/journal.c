#include "import/journal.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "import/import.h"
#include "totals/places.h"
#include "totals/population.h"
#include "totals/totals_keep.h"
#include "totals/unit_counter.h"

enum status journal_next(struct db *db, int64_t *id, struct error *error)
{
	sqlite3_stmt *statement = db_statement(db, SQL_STMT_IMPORT_NEXT, error);
	enum status status;

	if (statement == NULL)
		return error_status(error);
	if (db_row(db, statement, &status, error))
		*id = sqlite3_column_int64(statement, 0);
	sqlite3_reset(statement);
	return status;
}

enum status journal_log(struct import *import, struct error *error)
{
	sqlite3_stmt *statement = db_statement(import->db, SQL_STMT_IMPORT_LOG, error);
	const struct import_counts *counts = &import->counts;
	const char *path = tables_path(import->tables), *slash = strrchr(path, '/');

	if (statement == NULL)
		return error_status(error);
	db_bind_int(statement, ":id", import->id);
	db_bind_int(statement, ":at", (int64_t)time(NULL));
	db_bind_text(statement, ":file", import->file + (slash ? slash + 1 - path : 0));
	db_bind_int(statement, ":kind", (int)import->header.kind + 1);
	db_bind_text(statement, ":sha256", rows_sha256(import->rows));
	db_bind_int(statement, ":read", counts->read);
	db_bind_int(statement, ":added", counts->added);
	db_bind_int(statement, ":updated", counts->updated);
	db_bind_int(statement, ":unchanged", counts->unchanged);
	db_bind_int(statement, ":rejected", counts->rejected);
	db_bind_int(statement, ":skipped", counts->skipped);
	db_bind_int(statement, ":first_load", import->first_load);
	return db_step(import->db, statement, error);
}

enum status journal_same_before(struct import *import, struct error *error)
{
	sqlite3_stmt *statement = db_statement(import->db, SQL_STMT_IMPORT_SAME, error);
	enum status status;

	if (statement == NULL)
		return error_status(error);
	db_bind_text(statement, ":sheet", import->file + strlen(tables_path(import->tables)));
	db_bind_text(statement, ":sha256", rows_sha256(import->rows));
	db_bind_int(statement, ":kind", (int)import->header.kind + 1);
	if (db_row(import->db, statement, &status, error)) {
		import->same_as = sqlite3_column_int64(statement, 0);
		snprintf(import->same_on, sizeof import->same_on, "%s",
			(const char *)sqlite3_column_text(statement, 1));
	}
	sqlite3_reset(statement);
	return status;
}

/* --- undo -------------------------------------------------------------------------------------- */

static enum status find_last(
	struct db *db, struct undone *undone, bool *first_load, struct error *error)
{
	sqlite3_stmt *statement = db_statement(db, SQL_UNDO_LAST, error);
	enum status status;
	int kind;

	if (statement == NULL)
		return error_status(error);
	*undone = (struct undone){0};
	if (db_row(db, statement, &status, error)) {
		undone->id = sqlite3_column_int64(statement, 0);
		snprintf(undone->file, sizeof undone->file, "%s",
			(const char *)sqlite3_column_text(statement, 1));
		kind = sqlite3_column_int(statement, 2);
		if (kind < 1 || kind > ROLL_KINDS)
			status = db_damaged(db, "import", error);
		else
			undone->kind = (enum roll_kind)(kind - 1);
		*first_load = sqlite3_column_int(statement, 3) == 1;
		undone->added = (long)sqlite3_column_int64(statement, 5);
		undone->updated = (long)sqlite3_column_int64(statement, 6);
	}
	sqlite3_reset(statement);
	return status;
}

static enum status run_steps(
	struct db *db, const enum sql *steps, size_t count, int64_t import, struct error *error)
{
	enum status status = STATUS_DONE;
	size_t i;

	for (i = 0; i < count && status == STATUS_DONE; i++) {
		sqlite3_stmt *statement = db_statement(db, steps[i], error);

		if (statement == NULL)
			return error_status(error);
		db_bind_int(statement, ":import", import);
		status = db_step(db, statement, error);
	}
	return status;
}

/* The stays of one member, collected from the rows of undo/stays_of_members.sql. */
struct member_stays {
	int64_t member;
	struct stay_days *list;
	size_t count, room;
};

static enum status add_stay(
	struct db *db, struct member_stays *stays, sqlite3_stmt *row, struct error *error)
{
	struct stay_days *stay;

	if (stays->count == stays->room) {
		stays->room = stays->room ? 2 * stays->room : 8;
		stays->list = memory_resize(stays->list, stays->room * sizeof *stays->list);
	}
	stay = &stays->list[stays->count++];
	*stay = (struct stay_days){.unit = sqlite3_column_int64(row, 1)};
	return stay_read(row, 2, stay) ? STATUS_DONE : db_damaged(db, "stay", error);
}

/* Notes the stays of the members that the import changed, for the totals: before they are undone
 * (sign -1) and after (sign 1). */
static enum status note_members(
	struct db *db, int64_t import, struct totals_changes *totals, int sign, struct error *error)
{
	sqlite3_stmt *row = db_statement(db, SQL_UNDO_STAYS_OF_MEMBERS, error);
	struct member_stays stays = {0};
	enum status status = STATUS_DONE, noted = STATUS_DONE;

	if (row == NULL)
		return error_status(error);
	db_bind_int(row, ":import", import);
	while (noted == STATUS_DONE && db_row(db, row, &status, error)) {
		if (sqlite3_column_int64(row, 0) != stays.member) {
			noted = totals_note(totals, stays.list, stays.count, sign, error);
			stays.member = sqlite3_column_int64(row, 0);
			stays.count = 0;
		}
		if (noted == STATUS_DONE)
			noted = add_stay(db, &stays, row, error);
	}
	if (noted == STATUS_DONE)
		noted = totals_note(totals, stays.list, stays.count, sign, error);
	sqlite3_reset(row);
	free(stays.list);
	return noted == STATUS_DONE ? status : noted;
}

/* Works out where units stand now that their rows are undone. */
static enum status units_put_back(
	struct db *db, int64_t import, struct totals_changes *totals, struct error *error)
{
	bool moved;

	if (places_make(db, &moved, error) != STATUS_DONE)
		return error_status(error);
	if (moved)
		totals_note_moved(totals);
	return totals_note_units(totals, import, 1, error);
}

/* Undoes the rows of an import, of any kind, and brings the totals up to date. */
static enum status take_rows_back(
	struct db *db, int64_t import, enum roll_kind kind, struct error *error)
{
	/* Changed rows first: a changed unit may be below one that was added. */
	static const enum sql rows[] = {SQL_UNDO_CHANGED_UNITS, SQL_UNDO_CHANGED_VERSIONS,
		SQL_UNDO_ADDED_VERSIONS, SQL_UNDO_CHANGED_POPULATION, SQL_UNDO_CHANGED_PLANS,
		SQL_UNDO_CHANGED_MEMBERS, SQL_UNDO_CHANGED_STAYS, SQL_UNDO_ADDED_STAYS,
		SQL_UNDO_CARRIED, SQL_UNDO_ADDED_MEMBERS, SQL_UNDO_ADDED_PLANS,
		SQL_UNDO_ADDED_POPULATION, SQL_UNDO_ADDED_UNITS};
	struct totals_changes *totals = totals_changes_new(db);
	enum status status = note_members(db, import, totals, -1, error);

	if (status == STATUS_DONE && kind == ROLL_UNITS)
		status = totals_note_units(totals, import, -1, error);
	if (status == STATUS_DONE)
		status = run_steps(db, rows, sizeof rows / sizeof rows[0], import, error);
	if (status == STATUS_DONE && kind == ROLL_UNITS)
		status = units_put_back(db, import, totals, error);
	if (status == STATUS_DONE)
		status = note_members(db, import, totals, 1, error);
	if (status == STATUS_DONE)
		status = totals_enter(totals, error);
	totals_changes_free(totals);
	return status;
}

static enum status take_back(
	struct db *db, const struct undone *undone, bool first_load, struct error *error)
{
	static const enum sql empty[ROLL_KINDS] = {
		[ROLL_UNITS] = SQL_UNDO_EMPTY_UNITS,
		[ROLL_POPULATION] = SQL_UNDO_EMPTY_POPULATION,
		[ROLL_MEMBERS] = SQL_UNDO_EMPTY_MEMBERS,
	};
	static const enum sql last[] = {SQL_UNDO_FORGET, SQL_UNDO_MARK};
	enum status status = first_load ? db_run(db, empty[undone->kind], error)
					: take_rows_back(db, undone->id, undone->kind, error);

	if (status == STATUS_DONE && undone->kind == ROLL_POPULATION)
		status = population_keep(db, error);
	else if (status == STATUS_DONE && first_load)
		status = totals_rebuild(db, error);
	return status == STATUS_DONE ? run_steps(db, last, 2, undone->id, error) : status;
}

enum status journal_undo(struct db *db, struct undone *undone, struct error *error)
{
	bool first_load = false;
	enum status status = db_begin(db, error);

	if (status != STATUS_DONE)
		return status;
	status = find_last(db, undone, &first_load, error);
	if (status == STATUS_DONE && undone->id)
		status = take_back(db, undone, first_load, error);
	if (status == STATUS_DONE && undone->id)
		return db_commit(db, error);
	db_rollback(db);
	return status;
}
