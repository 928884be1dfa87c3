/*
 * header - finds the table in the rows of a file: its header row below any titles, what kind of records
 * it holds and which cell is which column (data/README.md section 3).
 *
 * The header is the row among the first ROWS_HEAD_LINES lines that knows the most columns of one kind,
 * however the file is cut into cells. Nothing is guessed from the values.
 */
#ifndef MEMBERSTAT_HEADER_H
#define MEMBERSTAT_HEADER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "import/headings.h"
#include "import/finding.h"
#include "import/rows.h"

struct header {
	enum roll_kind kind;
	long line;
	size_t width;               /* cells of the header without empty ones at its end */
	size_t cells;               /* all of its cells */
	int cell_of[RECORD_FIELDS]; /* of each field, -1 when the file has no such column */
	struct buf row;             /* the header row as it came, without its line end */
	struct buf ignored;         /* headings that mean nothing to us, ", " between them */
	struct buf passed_over;     /* name columns that a code column makes superfluous */
};

/*
 * Finds the table and leaves the rows at the one below its header. STATUS_REJECTED when there is none or columns are missing or mean the same: the
 * findings say which, at the header's line. STATUS_USAGE for a --map that names no column. The
 * header must be released in every case; the rows stay the caller's.
 */
enum status header_find(struct header *header, struct rows *rows,
	const struct header_wanted *wanted, struct findings *findings, struct error *error);
void header_release(struct header *header);

#endif
