#include "report/statement_rows.h"

#include <stdlib.h>

#include "base/buf.h"

static struct cell fraction_cell(sqlite3_stmt *statement, int index)
{
	const char *text = (const char *)sqlite3_column_text(statement, index);
	char *rest;
	int64_t over = strtoll(text, &rest, 10);

	return (struct cell){.type = CELL_FRACTION,
		.number = over,
		.under = *rest == '/' ? strtoll(rest + 1, NULL, 10) : 1};
}

struct cell statement_cell(const struct column *column, sqlite3_stmt *statement, int index)
{
	switch (sqlite3_column_type(statement, index)) {
	case SQLITE_NULL:
		return (struct cell){.type = CELL_EMPTY};
	case SQLITE_INTEGER:
		return (struct cell){
			.type = CELL_NUMBER, .number = sqlite3_column_int64(statement, index)};
	default:
		if (column->kind == COL_PERCENT || column->kind == COL_POINTS ||
			column->kind == COL_RATE)
			return fraction_cell(statement, index);
		return (struct cell){.type = CELL_TEXT,
			.text = (const char *)sqlite3_column_text(statement, index)};
	}
}

enum status statement_rows_give(struct db *db, sqlite3_stmt *statement, const struct sheet *sheet,
	const struct renderer *renderer, struct output *output, struct error *error)
{
	struct cell *cells = memory_get(sheet->count * sizeof *cells);
	enum status status = renderer->begin(output, sheet, error);
	size_t i;

	while (status == STATUS_DONE && db_row(db, statement, &status, error)) {
		for (i = 0; i < sheet->count; i++)
			cells[i] = statement_cell(&sheet->columns[i], statement, (int)i);
		status = renderer->row(output, cells, error);
	}
	if (status == STATUS_DONE)
		status = renderer->end(output, NULL, error);
	sqlite3_reset(statement);
	free(cells);
	return status;
}
