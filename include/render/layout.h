/*
 * layout - text on a terminal: its width, its lines, the columns of a table.
 *
 * Widths are columns of the terminal (text_columns), whatever the locale. A control character, or a
 * byte that is not UTF-8, is as wide as the \\xNN that is shown for it.
 */
#ifndef MEMBERSTAT_LAYOUT_H
#define MEMBERSTAT_LAYOUT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"

/* Width of one line of text. */
size_t layout_width(const char *text, size_t len);

/* Appends the text, broken at spaces into lines of at most `width` columns (0: no limit). Only a
 * word that is longer is cut. A percent sign stays with its number. */
void layout_wrap(struct buf *out, const char *text, size_t width);
/* How many lines layout_wrap makes of the text, at least 1. */
size_t layout_lines(const char *text, size_t width);

/* Appends a bar that is `width` columns long and filled up to `eighths` eighths of a column; blanks
 * when eighths is negative. */
void layout_bar(struct buf *out, int eighths, int width);

struct layout_column {
	const char *heading;
	size_t content; /* width of the widest cell */
	size_t least;   /* cells may be wrapped to this width; the same as content when not */
	size_t width;   /* set by layout_fit */
	/* The cell of this column that layout_put writes next. */
	bool right;         /* aligned to the right */
	const char *colour; /* escape sequence, or NULL */
	struct buf text;    /* its lines, none wider than the column */
	const char *rest;   /* those of its lines that are not written yet */
};

/*
 * Sets the width of each column, so that all fit into `room` (0: no limit) with `gap` blanks
 * between them. Long headings are broken into lines first, then the widest cells are wrapped. False
 * when even the least widths do not fit; the columns then have these.
 */
bool layout_fit(struct layout_column *columns, size_t count, size_t gap, size_t room);

/* Appends one row: as many lines as its longest cell has, without blanks at their ends. Empties the
 * cells. */
void layout_put(struct buf *out, struct layout_column *columns, size_t count, size_t gap);

static inline size_t larger(size_t a, size_t b)
{
	return a > b ? a : b;
}

static inline size_t smaller(size_t a, size_t b)
{
	return a < b ? a : b;
}

#endif
