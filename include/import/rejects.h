/*
 * rejects - the file of rejected rows: the original columns as they came, then _line, _column,
 * _code and _message, a row for each record. When the cells have been corrected it can be imported
 * as it is (data/README.md section 3).
 *
 * A row that is broken as CSV is written whole into the first cell, so that the file is valid CSV.
 */
#ifndef MEMBERSTAT_REJECTS_H
#define MEMBERSTAT_REJECTS_H

#include "base/err.h"
#include "import/finding.h"
#include "import/header.h"
#include "import/rows.h"
#include "base/sorter.h"

/* Appends the original columns of a row, in case it is rejected: at least as many as the header has
 * cells. For a row of a workbook it writes texts that import reads as the same values. broken: the
 * row has no cells, only its raw text. */
void rejects_keep_row(struct buf *out, const struct raw_row *row, bool broken,
	const struct header *header, char delimiter);
/* Adds a rejected row with its findings: the first one's column and code, the messages of all. */
enum status rejects_put(struct sorter *rejects, const struct findings *findings,
	const struct buf *row, char delimiter, struct error *error);
/* Writes the file in the order of the lines, with the delimiter and mark of the rows. An older file
 * is replaced, even when nothing was rejected. */
enum status rejects_write(struct sorter *rejects, const struct header *header,
	const struct rows *rows, const char *path, struct error *error);

#endif
