/* Statements by name: prepared once, bound, stepped; their columns (db.h). */
#include "store/db_parts.h"

#include "base/date.h"

bool db_text_number(struct db *db, const char *text, int64_t *value)
{
	sqlite3_stmt *statement = NULL;
	bool got = sqlite3_prepare_v2(db->handle, text, -1, &statement, NULL) == SQLITE_OK &&
		   sqlite3_step(statement) == SQLITE_ROW;

	*value = got ? sqlite3_column_int64(statement, 0) : 0;
	sqlite3_finalize(statement);
	return got;
}

bool db_run_text(struct db *db, const char *text)
{
	return sqlite3_exec(db->handle, text, NULL, NULL, NULL) == SQLITE_OK;
}

enum status db_run(struct db *db, enum sql sql, struct error *error)
{
	return db_run_text(db, sql_text(sql)) ? STATUS_DONE : db_failed(db, error);
}

sqlite3_stmt *db_statement(struct db *db, enum sql sql, struct error *error)
{
	sqlite3_stmt **statement = &db->cache[sql];

	if (*statement) {
		sqlite3_reset(*statement);
		sqlite3_clear_bindings(*statement);
	} else if (sqlite3_prepare_v3(db->handle, sql_text(sql), -1, SQLITE_PREPARE_PERSISTENT,
			   statement, NULL) != SQLITE_OK) {
		db_failed(db, error);
	}
	return *statement;
}

void db_forget(struct db *db, enum sql sql)
{
	sqlite3_finalize(db->cache[sql]);
	db->cache[sql] = NULL;
}

bool db_row(struct db *db, sqlite3_stmt *statement, enum status *status, struct error *error)
{
	int code = sqlite3_step(statement);

	*status = STATUS_DONE;
	if (code == SQLITE_ROW)
		return true;
	if (code != SQLITE_DONE)
		*status = db_failed(db, error);
	return false;
}

enum status db_step(struct db *db, sqlite3_stmt *statement, struct error *error)
{
	int code = sqlite3_step(statement);
	enum status status = STATUS_DONE;

	if (code != SQLITE_DONE && code != SQLITE_ROW)
		status = db_failed(db, error);
	sqlite3_reset(statement);
	return status;
}

/* --- with numbers, and their rows ----------------------------------------------------------------- */

struct db_rows db_prepare(
	struct db *db, enum sql sql, const int64_t *numbers, size_t count, struct error *error)
{
	sqlite3_stmt *statement = db_statement(db, sql, error);
	size_t i;

	for (i = 0; i < count && statement; i++)
		sqlite3_bind_int64(statement, (int)i + 1, numbers[i]);
	return (struct db_rows){
		db, statement, statement ? STATUS_DONE : error_status(error), error};
}

bool db_next(struct db_rows *rows)
{
	return rows->status == STATUS_DONE &&
	       db_row(rows->db, rows->at, &rows->status, rows->error);
}

enum status db_end(struct db_rows *rows)
{
	sqlite3_reset(rows->at);
	return rows->status;
}

enum status db_finish(struct db_rows *rows)
{
	db_next(rows);
	return db_end(rows);
}

enum status db_do(
	struct db *db, enum sql sql, const int64_t *numbers, size_t count, struct error *error)
{
	struct db_rows rows = db_prepare(db, sql, numbers, count, error);

	return db_finish(&rows);
}

enum status db_number(struct db *db, enum sql sql, const int64_t *numbers, size_t count,
	int64_t *number, struct error *error)
{
	struct db_rows rows = db_prepare(db, sql, numbers, count, error);

	*number = db_next(&rows) ? sqlite3_column_int64(rows.at, 0) : 0;
	return db_end(&rows);
}

/* --- columns and parameters ----------------------------------------------------------------------- */

const char *db_text(sqlite3_stmt *row, int column)
{
	return (const char *)sqlite3_column_text(row, column);
}

int db_day(sqlite3_stmt *row, int column)
{
	int64_t day = sqlite3_column_int64(row, column);

	if (sqlite3_column_type(row, column) == SQLITE_NULL)
		return NO_DAY;
	return day > NO_DAY && day <= INT32_MAX ? (int)day : INT32_MAX;
}

void db_bind_int(sqlite3_stmt *statement, const char *name, int64_t value)
{
	int i = sqlite3_bind_parameter_index(statement, name);

	if (i > 0)
		sqlite3_bind_int64(statement, i, value);
}

void db_bind_text(sqlite3_stmt *statement, const char *name, const char *text)
{
	int i = sqlite3_bind_parameter_index(statement, name);

	if (i > 0 && text)
		sqlite3_bind_text(statement, i, text, -1, SQLITE_TRANSIENT);
}
