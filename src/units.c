#include "units.h"

#include <stdio.h>
#include <string.h>

#include "text.h"

static enum status query(struct db *db, enum sql sql, const char *text, struct unit_found *found,
	struct error *error)
{
	sqlite3_stmt *statement = db_statement(db, sql, error);
	enum status status;

	if (statement == NULL)
		return error->status;
	*found = (struct unit_found){0};
	if (text)
		sqlite3_bind_text(statement, 1, text, -1, SQLITE_STATIC);
	while (db_row(db, statement, &status, error)) {
		if (found->count < 2)
			snprintf(found->codes[found->count], sizeof found->codes[0], "%s",
				(const char *)sqlite3_column_text(statement, 1));
		found->id = sqlite3_column_int64(statement, 0);
		found->count++;
	}
	sqlite3_reset(statement);
	return status;
}

enum status units_find(
	struct db *db, const char *text, struct unit_found *found, struct error *error)
{
	struct buf key = {0};
	enum status status = query(db, SQL_STMT_UNIT_BY_CODE, text, found, error);

	if (status == STATUS_DONE && found->count == 0) {
		text_fold(&key, text, strlen(text));
		status = query(db, SQL_STMT_UNIT_BY_NAME, buf_text(&key), found, error);
		buf_release(&key);
	}
	return status;
}

enum status units_root(struct db *db, struct unit_found *found, struct error *error)
{
	return query(db, SQL_STMT_UNIT_ROOT, NULL, found, error);
}

void units_write_code(struct db *db, int64_t id, struct buf *out)
{
	struct error ignored;
	sqlite3_stmt *statement = db_statement(db, SQL_STMT_UNIT_CODE, &ignored);
	enum status status;

	if (statement == NULL)
		return;
	sqlite3_bind_int64(statement, 1, id);
	if (db_row(db, statement, &status, &ignored))
		buf_puts(out, (const char *)sqlite3_column_text(statement, 0));
	sqlite3_reset(statement);
}
