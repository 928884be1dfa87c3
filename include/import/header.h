/*
 * header - finds the table in a file: its delimiter, its header line below any titles, what kind of
 * records it holds and which cell is which column (data/README.md section 3).
 *
 * The header is the line among the first HEADER_HEADER_LINES that knows the most columns of one
 * kind, tried with every delimiter. Nothing is guessed from the values.
 */
#ifndef MEMBERSTAT_HEADER_H
#define MEMBERSTAT_HEADER_H

#include <stdbool.h>
#include <stddef.h>

#include "import/csvread.h"
#include "base/err.h"
#include "import/headings.h"
#include "import/finding.h"
#include "import/source.h"

#define HEADER_HEADER_LINES 50

struct header {
	struct csvread *reader; /* stands below the header */
	enum roll_kind kind;
	char delimiter;
	long line;
	size_t width;               /* cells of the header without empty ones at its end */
	size_t cells;               /* all of its cells */
	int cell_of[RECORD_FIELDS]; /* of each field, -1 when the file has no such column */
	struct buf row;             /* the header row as it came, without its line end */
	struct buf ignored;         /* headings that mean nothing to us, ", " between them */
	struct buf passed_over;     /* name columns that a code column makes superfluous */
};

/*
 * Finds the table. STATUS_REJECTED when there is none or columns are missing or mean the same: the
 * findings say which, at the header's line. STATUS_USAGE for a --map that names no column. The
 * header must be released in every case; the source stays the caller's.
 */
enum status header_find(struct header *header, struct source *source,
	const struct header_wanted *wanted, struct findings *findings, struct error *error);
void header_release(struct header *header);

#endif
