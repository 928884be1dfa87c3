/*
 * telling - reads the columns whose heading tells one thing more: births under "Năm sinh Nam", marks under
 * "Giới tính Nữ" (field.h, tellings).
 */
#ifndef MEMBERSTAT_TELLING_H
#define MEMBERSTAT_TELLING_H

#include "import/field.h"
#include "import/header.h"

/* Reads these cells of the row into the record, whose own fields were read. Findings: a cell that cannot be
 * read, two that exclude each other, and a column of its own that says otherwise. */
void tellings_read(struct field_reader *reader, const struct header *header,
	const struct raw_row *row, struct record *record, struct findings *findings);

#endif
