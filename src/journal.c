#include "journal.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

#include "importer.h"

enum status journal_next(struct db *db, int64_t *id, struct error *error)
{
	sqlite3_stmt *statement = db_statement(db, SQL_STMT_IMPORT_NEXT, error);
	enum status status;

	if (statement == NULL)
		return error->status;
	if (db_row(db, statement, &status, error))
		*id = sqlite3_column_int64(statement, 0);
	sqlite3_reset(statement);
	return status;
}

enum status journal_log(struct import *import, struct error *error)
{
	sqlite3_stmt *statement = db_statement(import->db, SQL_STMT_IMPORT_LOG, error);
	const struct import_counts *counts = &import->counts;
	const char *slash = strrchr(import->file, '/');

	if (statement == NULL)
		return error->status;
	db_bind_int(statement, ":id", import->id);
	db_bind_int(statement, ":at", (int64_t)time(NULL));
	db_bind_text(statement, ":file", slash ? slash + 1 : import->file);
	db_bind_int(statement, ":kind", (int)import->grid.kind + 1);
	db_bind_text(statement, ":sha256", source_sha256(import->source));
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
		return error->status;
	db_bind_text(statement, ":sha256", source_sha256(import->source));
	db_bind_int(statement, ":kind", (int)import->grid.kind + 1);
	if (db_row(import->db, statement, &status, error)) {
		import->same_as = sqlite3_column_int64(statement, 0);
		snprintf(import->same_on, sizeof import->same_on, "%s",
			(const char *)sqlite3_column_text(statement, 1));
	}
	sqlite3_reset(statement);
	return status;
}

/* --- taking back ------------------------------------------------------------------------------- */

static enum status find_last(
	struct db *db, struct undone *undone, bool *first_load, struct error *error)
{
	sqlite3_stmt *statement = db_statement(db, SQL_UNDO_LAST, error);
	enum status status;

	if (statement == NULL)
		return error->status;
	*undone = (struct undone){0};
	if (db_row(db, statement, &status, error)) {
		undone->id = sqlite3_column_int64(statement, 0);
		snprintf(undone->file, sizeof undone->file, "%s",
			(const char *)sqlite3_column_text(statement, 1));
		undone->kind = (enum roll_kind)(sqlite3_column_int(statement, 2) - 1);
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
			return error->status;
		db_bind_int(statement, ":import", import);
		status = db_step(db, statement, error);
	}
	return status;
}

static enum status take_back(
	struct db *db, const struct undone *undone, bool first_load, struct error *error)
{
	/* Changes first: a changed unit may stand below one that was added. */
	static const enum sql rows[] = {SQL_UNDO_CHANGED_UNITS, SQL_UNDO_CHANGED_POPULATION,
		SQL_UNDO_CHANGED_PLANS, SQL_UNDO_CHANGED_MEMBERS, SQL_UNDO_CHANGED_STAYS,
		SQL_UNDO_ADDED_STAYS, SQL_UNDO_ADDED_MEMBERS, SQL_UNDO_ADDED_PLANS,
		SQL_UNDO_ADDED_POPULATION, SQL_UNDO_ADDED_UNITS, SQL_UNDO_FORGET};
	static const enum sql empty[ROLL_KINDS] = {
		[ROLL_UNITS] = SQL_UNDO_EMPTY_UNITS,
		[ROLL_POPULATION] = SQL_UNDO_EMPTY_POPULATION,
		[ROLL_MEMBERS] = SQL_UNDO_EMPTY_MEMBERS,
	};
	static const enum sql mark = SQL_UNDO_MARK;
	enum status status;

	if (first_load)
		status = db_run(db, empty[undone->kind], error);
	else
		status = run_steps(db, rows, sizeof rows / sizeof rows[0], undone->id, error);
	return status == STATUS_DONE ? run_steps(db, &mark, 1, undone->id, error) : status;
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
