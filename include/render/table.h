/*
 * table - what the files of the table renderer share: the rows of a sheet, kept until the widths are known, and
 * how they are written.
 */
#ifndef MEMBERSTAT_TABLE_H
#define MEMBERSTAT_TABLE_H

#include "base/buf.h"
#include "render/render.h"

#define TABLE_GAP  2  /* blanks between two columns */
#define TEXT_LEAST 16 /* least width to which text is wrapped; then the table is cut into parts */
#define BAR_WIDTH  10
#define NO_ROW     SIZE_MAX
#define BOLD       "\033[1m"

/* A cell as it will be shown. It is a copy: widths are known at the end, when the text of the cells
 * is no longer there. */
struct kept_cell {
	char *text;
	unsigned char highlight;
	signed char bar; /* eighths of a column, or -1 */
};

struct kept_row {
	struct kept_cell *cells; /* by column of the sheet */
	size_t parent;           /* row above it in the tree, or NO_ROW */
	int level;
	size_t depth;      /* how many rows are above it in the tree; may be less than its level */
	size_t last_child; /* the last of the rows directly below it, or NO_ROW */
};

struct table {
	const struct sheet *sheet;
	struct kept_row *rows;
	size_t count, room;
	size_t *content; /* width of each column's widest cell */
	size_t tree;     /* index of the column that is drawn as a tree; sheet->count for none */
	struct buf text, scratch;
	size_t sheets;
};

/* --- table_rows.c -------------------------------------------------------------------------------- */

/* Keeps a row of the sheet. */
void table_keep(
	struct table *table, const struct render_options *options, const struct cell *cells);
void table_forget(struct table *table);

/* --- table_blocks.c ------------------------------------------------------------------------------ */

/* The sequence that begins the colour of a highlight, NULL for none. */
const char *table_colour(enum highlight highlight, bool bold);
/* Writes the rows below their headings; a table that is too wide as several, one below the other. */
void table_put_rows(struct table *table, const struct render_options *options);

#endif
