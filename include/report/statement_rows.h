/*
 * statement_rows - the rows of a statement as typed cells on a renderer.
 */
#ifndef MEMBERSTAT_STATEMENT_ROWS_H
#define MEMBERSTAT_STATEMENT_ROWS_H

#include <sqlite3.h>

#include "store/db.h"
#include "base/err.h"
#include "render/render.h"

/* The value of a result column as the cell of a column: a fraction is "over/under" (sql_functions.h). Text
 * is borrowed until the next step. */
struct cell statement_cell(const struct column *column, sqlite3_stmt *statement, int index);
/* A whole sheet: its columns are those of the statement, in order. */
enum status statement_rows_give(struct db *db, sqlite3_stmt *statement, const struct sheet *sheet,
	const struct renderer *renderer, struct output *output, struct error *error);

#endif
