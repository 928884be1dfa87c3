/*
 * header - what is known about the header of a file: what kind of records it is for, and which cell is
 * which column (data/README.md section 3). header_find finds it; columns fills in the columns.
 */
#ifndef MEMBERSTAT_HEADER_H
#define MEMBERSTAT_HEADER_H

#include <stdbool.h>
#include <stddef.h>

#include "import/heading_row.h"
#include "import/field.h"
#include "import/rows.h"

struct header {
	enum roll_kind kind;
	long line;                        /* of its first row */
	size_t width;                     /* cells of the header without blank ones at its end */
	size_t cells;                     /* all of its cells */
	int cell_of[RECORD_FIELDS];       /* for each field the number of its cell, or -1 */
	int telling_cell[TELLINGS];       /* for each of tellings the number of its cell, or -1 */
	size_t *blank, blank_count;       /* numbers of the cells without a heading */
	struct heading_row heading;       /* the heading of each column */
	struct heading_row as_it_came[2]; /* its one or two rows; the second may be empty */
	struct buf row;         /* the header as a line of the rejects file, without its line end */
	struct buf ignored;     /* headings that are not known, ", " between them */
	struct buf passed_over; /* columns with names of units, when there is one with codes */
};

/* Can rows of this file give this field, in its own column or in one of tellings? */
bool header_has(const struct header *header, size_t field);
/* The heading above a field's column, where it is not the field's name; NULL for none. */
const struct raw_cell *header_heading(const struct header *header, const char *field);
void header_release(struct header *header);

#endif
