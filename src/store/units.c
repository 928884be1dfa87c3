#include "store/units.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"

/* Units by a text, or by a day when there is none. */
static enum status query(struct db *db, enum sql sql, const char *text, int day,
	struct unit_found *found, struct error *error)
{
	sqlite3_stmt *statement = db_statement(db, sql, error);
	enum status status;

	if (statement == NULL)
		return error_status(error);
	*found = (struct unit_found){0};
	if (text)
		sqlite3_bind_text(statement, 1, text, -1, SQLITE_STATIC);
	else
		sqlite3_bind_int(statement, 1, day);
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
	enum status status = query(db, SQL_STMT_UNIT_BY_CODE, text, 0, found, error);

	if (status == STATUS_DONE && found->count == 0) {
		text_fold(&key, text, strlen(text));
		status = query(db, SQL_STMT_UNIT_BY_NAME, buf_text(&key), 0, found, error);
		buf_release(&key);
	}
	return status;
}

#define MEMO_FIRST 1024   /* slots at first: little memory for a district */
#define MEMO_MOST  131072 /* slots at most */
#define MEMO_WORDS 3      /* 8-byte words of a text; longer texts are not remembered */

/* A text filled up with zeros, so that it is hashed and compared by words of 8 bytes. */
struct memo_key {
	uint64_t words[MEMO_WORDS];
};

struct memo_slot {
	struct memo_key key;
	int64_t id; /* 0: the slot is free */
};

/* A hash table in which each text has two slots that it may be in. */
struct unit_memo {
	struct memo_slot *slots;
	size_t count; /* slots: a power of two */
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

/* The first of the two slots of a text; the second one follows it. */
static struct memo_slot *memo_slots(const struct unit_memo *memo, const struct memo_key *key)
{
	uint64_t hash = 0;
	size_t i;

	for (i = 0; i < MEMO_WORDS; i++) {
		hash = (hash ^ key->words[i]) * 0x9e3779b97f4a7c15u;
		hash ^= hash >> 32;
	}
	return &memo->slots[hash & (memo->count - 2)];
}

/* Puts a text into its slots. When both are taken, the older text is forgotten. */
static void memo_place(struct unit_memo *memo, const struct memo_slot *slot)
{
	struct memo_slot *slots = memo_slots(memo, &slot->key);

	memo->used += slots[1].id == 0;
	slots[1] = slots[0];
	slots[0] = *slot;
}

static void memo_grow(struct unit_memo *memo)
{
	const struct unit_memo small = *memo;
	size_t i;

	memo->count = 2 * small.count;
	memo->used = 0;
	memo->slots = memory_zeroed(memo->count * sizeof *memo->slots);
	for (i = 0; i < small.count; i++)
		if (small.slots[i].id)
			memo_place(memo, &small.slots[i]);
	free(small.slots);
}

static void memo_put(struct unit_memo *memo, const struct memo_key *key, int64_t id)
{
	if (memo->used > memo->count / 2 && memo->count < MEMO_MOST)
		memo_grow(memo);
	memo_place(memo, &(struct memo_slot){*key, id});
}

/* The id of the unit; 0 when it is not remembered. */
static int64_t memo_get(const struct unit_memo *memo, const struct memo_key *key)
{
	const struct memo_slot *slots = memo_slots(memo, key);
	size_t i;

	for (i = 0; i < 2; i++)
		if (memcmp(&slots[i].key, key, sizeof *key) == 0)
			return slots[i].id;
	return 0;
}

enum status unit_memo_find(struct unit_memo *memo, struct db *db, const char *text, size_t len,
	struct unit_found *found, struct error *error)
{
	struct memo_key key = {0};
	bool fits = len <= sizeof key;

	if (fits) {
		memcpy(&key, text, len);
		found->id = memo_get(memo, &key);
		found->count = 1;
		if (found->id)
			return STATUS_DONE;
	}
	if (units_find(db, text, found, error) != STATUS_DONE)
		return error_status(error);
	if (fits && found->count == 1)
		memo_put(memo, &key, found->id);
	return STATUS_DONE;
}

enum status units_root(struct db *db, int day, struct unit_found *found, struct error *error)
{
	return query(db, SQL_STMT_UNIT_ROOT, NULL, day, found, error);
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
	struct db *db, const char *named, int day, struct unit_scope *scope, struct error *error)
{
	struct unit_found found, root;

	if (units_root(db, day, &root, error) != STATUS_DONE)
		return error_status(error);
	found = root;
	if (named && units_find(db, named, &found, error) != STATUS_DONE)
		return error_status(error);
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
	scope->unit = found.id;
	scope->counted = found.id == root.id ? ROLL : found.id;
	buf_puts(&scope->code, found.codes[0]);
	return STATUS_DONE;
}
