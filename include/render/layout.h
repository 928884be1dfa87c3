/*
 * layout - text on a terminal: its width, its lines, the columns of a table.
 *
 * Widths are columns of the terminal (text_columns), whatever the locale. A control or a byte that
 * is no UTF-8 counts as the \\xNN of each of its bytes.
 */
#ifndef MEMBERSTAT_LAYOUT_H
#define MEMBERSTAT_LAYOUT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"

/* Width of one line of text. */
size_t layout_width(const char *text, size_t len);

/* Appends the text broken at spaces into lines of at most `width` columns (0: no limit); only a
 * word that is longer is cut. A percent sign stays with its number. */
void layout_wrap(struct buf *out, const char *text, size_t width);
/* How many lines that makes, at least 1. */
size_t layout_lines(const char *text, size_t width);

/* Appends a bar `width` columns long of which so many eighths of a column are full; blanks when
 * `eighths` is negative. */
void layout_bar(struct buf *out, int eighths, int width);

struct layout_column {
	const char *heading;
	size_t content; /* width of the widest cell */
	size_t least;   /* cells may be wrapped down to this width; content when they may not */
	size_t width;   /* what layout_fit gives */
	/* The cell that layout_put writes. */
	bool right;         /* stands to the right */
	const char *colour; /* escape sequence, or NULL */
	struct buf text;    /* its lines, none wider than the column */
	const char *rest;   /* lines not written yet */
};

/*
 * Gives each column its width so that they fit into `room` (0: no limit) with `gap` columns between
 * them. Long headings are broken into lines first, then the widest cells are wrapped. False when
 * even the least widths do not fit; the columns then have those.
 */
bool layout_fit(struct layout_column *columns, size_t count, size_t gap, size_t room);

/* Appends the cells of one row, in as many lines as the longest of them has and without blanks at
 * their ends, and empties the cells. */
void layout_put(struct buf *out, struct layout_column *columns, size_t count, size_t gap);

#endif
