/*
 * header_find - finds the table in the rows of a file: its header, below any titles.
 *
 * The header is the row among the first ROWS_HEAD_LINES lines that knows the most columns of one kind,
 * however the file is cut into cells; where the next row belongs to it (heading_row) it is both. Nothing
 * is guessed from the values.
 */
#ifndef MEMBERSTAT_HEADER_FIND_H
#define MEMBERSTAT_HEADER_FIND_H

#include "base/err.h"
#include "import/finding.h"
#include "import/header.h"
#include "import/headings.h"
#include "import/rows.h"

/*
 * Finds the table and leaves the rows at the one below its header. STATUS_REJECTED when there is none or
 * columns are missing or mean the same: the findings say which, at the header's line. STATUS_USAGE for a
 * --map that names no column. The header must be released in every case; the rows stay the caller's.
 */
enum status header_find(struct header *header, struct rows *rows,
	const struct header_wanted *wanted, struct findings *findings, struct error *error);

#endif
