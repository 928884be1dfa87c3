/*
 * heading_row - the headings of a table, from one row of cells or from two (data/README.md section 3).
 *
 * Two rows are one heading where cells were merged: "Ngày vào Đảng" stands over two columns, which is one
 * filled and one blank cell in a file, and "Dự bị" and "Chính thức" below these. A blank heading takes the
 * one to its left, and what stands below it is added with a blank between.
 */
#ifndef MEMBERSTAT_HEADING_ROW_H
#define MEMBERSTAT_HEADING_ROW_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "import/rows.h"

struct heading_row {
	long line;              /* of the first row; 0 before one was taken */
	struct raw_cell *cells; /* the headings, as they came or joined; "" for a blank one */
	size_t count;
	bool surplus; /* raw_row */
	struct buf text;
};

/* Takes a copy of the row; what was there before is gone. */
void heading_row_take(struct heading_row *heading, const struct raw_row *row);
/*
 * Is the row the second one of this heading? It has words under blank headings, and stands nowhere but
 * under these and under those that they take. The row must be the very next.
 */
bool heading_row_has_second(const struct heading_row *heading, const struct raw_row *row);
/* Adds the second row. */
void heading_row_join(struct heading_row *heading, const struct raw_row *second);
/* Has the row the very same cells, as headings are matched, and at least two of them? */
bool heading_row_is_like(const struct heading_row *heading, const struct raw_row *row);
void heading_row_release(struct heading_row *heading);

#endif
