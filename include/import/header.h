/*
 * header - finds the table in the rows of a file: the header row below any titles, what kind of
 * records it is for, and which cell is which column (data/README.md section 3).
 *
 * The header is the row, among the first ROWS_HEAD_LINES lines, in which the most columns of one
 * kind are known, in any of the ways in which the file can be cut into cells. Nothing is guessed
 * from values.
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
	int cell_of[RECORD_FIELDS]; /* for each field the number of its cell, or -1 */
	struct buf row;             /* the header row as it came, without its line end */
	struct buf ignored;         /* headings that are not known, ", " between them */
	struct buf passed_over;     /* columns with names of units, when there is one with codes */
};

/*
 * Finds the table. The next row is then the one below the header. STATUS_REJECTED when there is no
 * header, or columns are missing or mean the same: findings at the line of the header say which.
 * STATUS_USAGE for a --map that names no column. Release the header in every case; the rows remain
 * the caller's.
 */
enum status header_find(struct header *header, struct rows *rows,
	const struct header_wanted *wanted, struct findings *findings, struct error *error);
void header_release(struct header *header);

#endif
