/*
 * record_row - the values of a record in the rows of the database: bound to statements, loaded from rows,
 * compared with columns, put into batches.
 *
 * A value that is not filled is NULL. Texts are borrowed from the record until the statement has run.
 */
#ifndef MEMBERSTAT_RECORD_ROW_H
#define MEMBERSTAT_RECORD_ROW_H

#include <stdbool.h>
#include <stddef.h>

#include "import/field.h"
#include "import/record.h"
#include "store/batch.h"
#include "store/db.h"

/* Binds each field of the kind to the parameter of its name: :unit, :as_of. Those that the statement has
 * not are passed over. */
void record_bind(sqlite3_stmt *statement, const struct roll *roll, const struct record *record);
/* Binds one value to a parameter by its number. The record may be NULL, which is NULL. */
void record_bind_value(
	sqlite3_stmt *statement, int parameter, const struct record *record, size_t field);

/* Loads `count` fields from `first` on out of the columns of the row from `column` on, in their order. */
void record_load(struct record *record, size_t first, size_t count, sqlite3_stmt *row, int column);
/* Is the value what stands in the column? One that is not filled is any. */
bool record_is_column(const struct record *record, size_t field, sqlite3_stmt *row, int column);

/* Adds one value to the row of the batch. The record may be NULL, which is NULL. */
void record_to_batch(struct batch *batch, const struct record *record, size_t field);

#endif
