/*
 * typed_cell - a cell whose file tells its type, as the text that its column is to read
 * (data/README.md section 3, Excel workbooks).
 */
#ifndef MEMBERSTAT_TYPED_CELL_H
#define MEMBERSTAT_TYPED_CELL_H

#include "import/field.h"
#include "import/rows.h"

/* Which text of the cell the column reads: of a number in a column of codes the form that it has
 * there. NULL, and a finding for the line, when a cell of this type cannot stand in the column. */
const char *typed_cell_read(const struct raw_cell *cell, const struct field *field, long line,
	struct findings *findings);
/* Reads a cell of any type, which is not empty, into the record, as field_read does a text. */
bool typed_cell_take(const struct raw_cell *cell, struct field_reader *reader,
	const struct field *field, size_t index, struct record *record, struct findings *findings);
/* Which text stands for the cell in a text file, so that it is read as the same there; scratch may
 * be used for it. field: NULL for a column that is not read. */
const char *typed_cell_write(
	const struct raw_cell *cell, const struct field *field, struct buf *scratch);

#endif
