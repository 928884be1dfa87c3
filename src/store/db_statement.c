/* Statements that take numbers, and their rows (db.h). */
#include "store/db.h"

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

const char *db_text(sqlite3_stmt *row, int column)
{
	return (const char *)sqlite3_column_text(row, column);
}
