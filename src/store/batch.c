#include "store/batch.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"

#define BATCH_ROWS  2048
#define BATCH_BYTES (512u << 10)

struct batch_cell {
	int64_t is;   /* the number, or the offset of the text in the texts of the batch */
	uint32_t len; /* of a text, in bytes */
	enum { EMPTY, NUMBER, TEXT } type;
};

struct batch {
	sqlite3 *handle;
	char name[32];
	size_t columns, room, count;
	struct batch_cell *cells, *next; /* next: the cell of the last row that is set next */
	struct buf texts;
};

/* --- the virtual table ------------------------------------------------------------------------- */

struct batch_table {
	sqlite3_vtab base;
	const struct batch *batch;
};

struct cursor {
	sqlite3_vtab_cursor base;
	const struct batch *batch;
	size_t row;
};

static int table_connect(sqlite3 *handle, void *data, int count, const char *const *arguments,
	sqlite3_vtab **out, char **message)
{
	const struct batch *batch = data;
	struct buf schema = {0};
	struct batch_table *table;
	size_t i;
	int code;

	(void)count;
	(void)arguments;
	(void)message;
	buf_puts(&schema, "CREATE TABLE batch (");
	for (i = 0; i < batch->columns; i++)
		buf_printf(&schema, "%sc%zu", i ? ", " : "", i + 1);
	buf_puts(&schema, ")");
	code = sqlite3_declare_vtab(handle, schema.data);
	buf_release(&schema);
	if (code != SQLITE_OK)
		return code;
	table = sqlite3_malloc(sizeof *table);
	if (table == NULL)
		return SQLITE_NOMEM;
	*table = (struct batch_table){.batch = batch};
	*out = &table->base;
	return SQLITE_OK;
}

static int table_disconnect(sqlite3_vtab *table)
{
	sqlite3_free(table);
	return SQLITE_OK;
}

/* There is one way to read it: from the first row to the last. */
static int table_best_index(sqlite3_vtab *table, sqlite3_index_info *info)
{
	(void)table;
	info->estimatedCost = BATCH_ROWS;
	info->estimatedRows = BATCH_ROWS;
	return SQLITE_OK;
}

static int cursor_open(sqlite3_vtab *table, sqlite3_vtab_cursor **out)
{
	struct cursor *cursor = sqlite3_malloc(sizeof *cursor);

	if (cursor == NULL)
		return SQLITE_NOMEM;
	*cursor = (struct cursor){.batch = ((struct batch_table *)(void *)table)->batch};
	*out = &cursor->base;
	return SQLITE_OK;
}

static int cursor_close(sqlite3_vtab_cursor *cursor)
{
	sqlite3_free(cursor);
	return SQLITE_OK;
}

static int cursor_filter(sqlite3_vtab_cursor *base, int number, const char *text, int count,
	sqlite3_value **arguments)
{
	(void)number;
	(void)text;
	(void)count;
	(void)arguments;
	((struct cursor *)(void *)base)->row = 0;
	return SQLITE_OK;
}

static int cursor_next(sqlite3_vtab_cursor *base)
{
	((struct cursor *)(void *)base)->row++;
	return SQLITE_OK;
}

static int cursor_eof(sqlite3_vtab_cursor *base)
{
	const struct cursor *cursor = (struct cursor *)(void *)base;

	return cursor->row >= cursor->batch->count;
}

static int cursor_column(sqlite3_vtab_cursor *base, sqlite3_context *context, int column)
{
	const struct cursor *cursor = (struct cursor *)(void *)base;
	const struct batch *batch = cursor->batch;
	const struct batch_cell *cell =
		&batch->cells[cursor->row * batch->columns + (size_t)column];

	if (cell->type == NUMBER)
		sqlite3_result_int64(context, cell->is);
	else if (cell->type == TEXT)
		sqlite3_result_text(
			context, batch->texts.data + cell->is, (int)cell->len, SQLITE_STATIC);
	return SQLITE_OK;
}

static int cursor_rowid(sqlite3_vtab_cursor *base, sqlite3_int64 *rowid)
{
	*rowid = (sqlite3_int64)((struct cursor *)(void *)base)->row;
	return SQLITE_OK;
}

/* Without xCreate the table always exists, with the name of the module and in no schema. */
static const sqlite3_module module = {
	.xConnect = table_connect,
	.xBestIndex = table_best_index,
	.xDisconnect = table_disconnect,
	.xOpen = cursor_open,
	.xClose = cursor_close,
	.xFilter = cursor_filter,
	.xNext = cursor_next,
	.xEof = cursor_eof,
	.xColumn = cursor_column,
	.xRowid = cursor_rowid,
};

/* --- filling it -------------------------------------------------------------------------------- */

struct batch *batch_new(sqlite3 *handle, const char *name, size_t columns)
{
	struct batch *batch = memory_get(sizeof *batch);

	*batch = (struct batch){.handle = handle, .columns = columns};
	snprintf(batch->name, sizeof batch->name, "%s", name);
	if (sqlite3_create_module_v2(handle, name, &module, batch, NULL) == SQLITE_OK)
		return batch;
	batch_free(batch);
	return NULL;
}

void batch_free(struct batch *batch)
{
	if (batch == NULL)
		return;
	sqlite3_create_module_v2(batch->handle, batch->name, NULL, NULL, NULL);
	buf_release(&batch->texts);
	free(batch->cells);
	free(batch);
}

void batch_add_row(struct batch *batch)
{
	batch->cells = memory_grow(
		batch->cells, batch->count, &batch->room, batch->columns * sizeof *batch->cells);
	batch->next = &batch->cells[batch->count * batch->columns];
	batch->count++;
}

void batch_add_number(struct batch *batch, int64_t number)
{
	*batch->next++ = (struct batch_cell){.type = NUMBER, .is = number};
}

void batch_add_text(struct batch *batch, const char *text, size_t len)
{
	*batch->next++ = (struct batch_cell){
		.type = TEXT, .is = (int64_t)batch->texts.len, .len = (uint32_t)len};
	buf_add(&batch->texts, text, len);
}

void batch_add_null(struct batch *batch)
{
	*batch->next++ = (struct batch_cell){.type = EMPTY};
}

bool batch_is_full(const struct batch *batch)
{
	return batch->count >= BATCH_ROWS || batch->texts.len > BATCH_BYTES;
}

size_t batch_count(const struct batch *batch)
{
	return batch->count;
}

void batch_clear(struct batch *batch)
{
	batch->count = 0;
	buf_clear(&batch->texts);
}
