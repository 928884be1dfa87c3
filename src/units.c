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

#define MEMO_FIRST 1024  /* slots to begin with: few pages of memory for a district */
#define MEMO_MOST  65536 /* and in the end */
#define MEMO_TEXT  24    /* longer texts are not remembered */

struct memo_slot {
	char text[MEMO_TEXT];
	int64_t id; /* 0: free */
};

struct unit_memo {
	struct memo_slot *slots;
	size_t count; /* a power of two */
	size_t used;
};

struct unit_memo *unit_memo_new(void)
{
	struct unit_memo *memo = memory_get(sizeof *memo);

	*memo = (struct unit_memo){
		memory_zeroed(MEMO_FIRST * sizeof(struct memo_slot)), MEMO_FIRST, 0};
	return memo;
}

void unit_memo_free(struct unit_memo *memo)
{
	if (memo)
		free(memo->slots);
	free(memo);
}

/* FNV-1a; a slot is simply overwritten by the next text that falls on it. */
static struct memo_slot *memo_slot(const struct unit_memo *memo, const char *text, size_t len)
{
	uint32_t hash = 2166136261u;
	size_t i;

	for (i = 0; i < len; i++)
		hash = (hash ^ (unsigned char)text[i]) * 16777619u;
	return &memo->slots[(hash ^ hash >> 16) & (memo->count - 1)];
}

static void memo_grow(struct unit_memo *memo)
{
	const struct unit_memo small = *memo;
	size_t i;

	memo->count = 4 * small.count;
	memo->slots = memory_zeroed(memo->count * sizeof *memo->slots);
	for (i = 0; i < small.count; i++)
		if (small.slots[i].id)
			*memo_slot(memo, small.slots[i].text, strlen(small.slots[i].text)) =
				small.slots[i];
	free(small.slots);
}

static void memo_put(struct unit_memo *memo, const char *text, size_t len, int64_t id)
{
	struct memo_slot *slot;

	if (memo->used > memo->count / 2 && memo->count < MEMO_MOST)
		memo_grow(memo);
	slot = memo_slot(memo, text, len);
	memo->used += slot->id == 0;
	memcpy(slot->text, text, len + 1);
	slot->id = id;
}

enum status unit_memo_find(struct unit_memo *memo, struct db *db, const char *text, size_t len,
	struct unit_found *found, struct error *error)
{
	const struct memo_slot *slot = memo_slot(memo, text, len);

	if (slot->id && strcmp(slot->text, text) == 0) {
		*found = (struct unit_found){.count = 1, .id = slot->id};
		return STATUS_DONE;
	}
	if (units_find(db, text, found, error) != STATUS_DONE)
		return error->status;
	if (found->count == 1 && len < MEMO_TEXT)
		memo_put(memo, text, len, found->id);
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
			"--unit %s: there is no such unit; see the codes: memberstat list units",
			named);
	if (found.count == 0)
		return error_set(error, STATUS_FAILED,
			"chưa có đơn vị nào; hãy nhập danh sách đơn vị: memberstat import units TỆP",
			"there are no units yet; import them: memberstat import units FILE");
	*id = found.id;
	buf_puts(code, found.codes[0]);
	return STATUS_DONE;
}
