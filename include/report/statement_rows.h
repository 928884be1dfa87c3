/*
 * statement_rows - gives the rows of a statement to a renderer, as typed cells.
 */
#ifndef MEMBERSTAT_STATEMENT_ROWS_H
#define MEMBERSTAT_STATEMENT_ROWS_H

#include <sqlite3.h>

#include "store/db.h"
#include "base/err.h"
#include "render/render.h"

/* The cell for a result column; a fraction comes as "over/under" (sql_functions.h). Text is
 * borrowed until the next step. */
struct cell statement_cell(const struct column *column, sqlite3_stmt *statement, int index);
/* Gives a whole sheet, whose columns are the result columns in their order. */
enum status statement_rows_give(struct db *db, sqlite3_stmt *statement, const struct sheet *sheet,
	const struct renderer *renderer, struct output *output, struct error *error);

#endif
