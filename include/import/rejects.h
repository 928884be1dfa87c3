/*
 * rejects - the file of rejected rows: the original columns as they came, then _line, _column,
 * _code and _message, a row for each record. Mended, it can be imported as it is (data/README.md
 * section 3).
 *
 * A row that is broken as CSV stands whole in the first cell, so that the file itself is well-formed.
 */
#ifndef MEMBERSTAT_REJECTS_H
#define MEMBERSTAT_REJECTS_H

#include "base/err.h"
#include "import/finding.h"
#include "import/header.h"
#include "import/rows.h"
#include "base/sorter.h"

/* Keeps a row for the case that it is rejected: appends its original columns, at least as many as the
 * header has cells. broken: it has no cells, only its raw text. */
void rejects_keep_row(
	struct buf *out, const struct raw_row *row, bool broken, size_t cells, char delimiter);
/* Adds a rejected row with its findings: the first one's column and code, the messages of all. */
enum status rejects_put(struct sorter *rejects, const struct findings *findings,
	const struct buf *row, char delimiter, struct error *error);
/* Writes the file for the rows' delimiter and mark, in the order of the lines; an older one is replaced, also when nothing was
 * rejected. */
enum status rejects_write(struct sorter *rejects, const struct header *header,
	const struct rows *rows, const char *path, struct error *error);

#endif
