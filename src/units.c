#include "units.h"

#include <stdio.h>
#include <stdlib.h>
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

#define MEMO_SLOTS 65536
#define MEMO_TEXT  24 /* longer texts are not remembered */

struct unit_memo {
	struct {
		char text[MEMO_TEXT];
		int64_t id; /* 0: free */
	} slots[MEMO_SLOTS];
};

struct unit_memo *unit_memo_new(void)
{
	return memory_zeroed(sizeof(struct unit_memo));
}

void unit_memo_free(struct unit_memo *memo)
{
	free(memo);
}

/* FNV-1a; a slot is simply overwritten by the next text that falls on it. */
static size_t memo_slot(const char *text, size_t len)
{
	uint32_t hash = 2166136261u;
	size_t i;

	for (i = 0; i < len; i++)
		hash = (hash ^ (unsigned char)text[i]) * 16777619u;
	return (hash ^ hash >> 16) % MEMO_SLOTS;
}

enum status unit_memo_find(struct unit_memo *memo, struct db *db, const char *text, size_t len,
	struct unit_found *found, struct error *error)
{
	size_t slot = memo_slot(text, len);

	if (memo->slots[slot].id && strcmp(memo->slots[slot].text, text) == 0) {
		*found = (struct unit_found){.count = 1, .id = memo->slots[slot].id};
		return STATUS_DONE;
	}
	if (units_find(db, text, found, error) != STATUS_DONE)
		return error->status;
	if (found->count == 1 && len < MEMO_TEXT) {
		memcpy(memo->slots[slot].text, text, len + 1);
		memo->slots[slot].id = found->id;
	}
	return STATUS_DONE;
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

enum status units_scope(
	struct db *db, const char *named, int64_t *id, struct buf *code, struct error *error)
{
	struct unit_found found;

	if ((named ? units_find(db, named, &found, error) : units_root(db, &found, error)) !=
		STATUS_DONE)
		return error->status;
	if (found.count > 1)
		return error_set(error, STATUS_USAGE,
			"--unit %s: nhiều đơn vị cùng tên (%s, %s…); hãy dùng mã",
			"--unit %s: several units have this name (%s, %s…); use the code", named,
			found.codes[0], found.codes[1]);
	if (found.count == 0 && named)
		return error_set(error, STATUS_USAGE,
			"--unit %s: không có đơn vị này; xem các mã: memberstat list units",
			"--unit %s: there is no such unit; see the codes: memberstat list units", named);
	if (found.count == 0)
		return error_set(error, STATUS_FAILED,
			"chưa có đơn vị nào; hãy nhập danh sách đơn vị: memberstat import units TỆP",
			"there are no units yet; import them: memberstat import units FILE");
	*id = found.id;
	buf_puts(code, found.codes[0]);
	return STATUS_DONE;
}
