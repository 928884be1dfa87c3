/*
 * rows - a table as rows of cells, whatever it comes from: a text file (text_rows) or another kind of
 * file. Headers (header), records (row_reader) and rejected rows (rejects) are found in these rows and
 * know nothing of the file.
 *
 * A table can often be cut into cells in more than one way (a text file by several delimiters).
 * rows_start chooses one and begins at the top, first for a look at the head of the table alone, as
 * often as is needed, and then once for all of it.
 *
 * A kind of table is a struct that begins with a struct rows, and a struct rows_type of what it can do.
 */
#ifndef MEMBERSTAT_ROWS_H
#define MEMBERSTAT_ROWS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/err.h"
#include "import/finding.h"

#define ROWS_CELLS_MAX  16384 /* cells of one row that are kept: as many as a sheet can have */
#define ROWS_HEAD_LINES 50    /* lines among which a header is looked for */

struct raw_cell {
	const char *text; /* never NULL, NUL-terminated */
	size_t len;
};

struct raw_row {
	long line; /* physical line, or number of the sheet's row, on which the row starts */
	const struct raw_cell *cells; /* at most ROWS_CELLS_MAX; borrowed until the next call */
	size_t count;                 /* cells in the row, may exceed ROWS_CELLS_MAX */
	bool surplus;                 /* something stands in a cell beyond those that are kept */
	bool after_gap; /* lines or rows without anything in them stand above, and were not given */
	/* The row as it came, with its line ends; NULL where it has no such form and its cells are to be
	 * written instead. Borrowed. */
	const char *raw;
	size_t raw_len;
};

enum rows_result {
	ROWS_ROW,   /* row is filled */
	ROWS_BAD,   /* row->line and row->raw are filled, findings has got one more */
	ROWS_BLANK, /* a row of blanks only (at least one): row->line is filled */
	ROWS_END,   /* of the table, or reading failed (rows_failed tells) */
};

struct rows;

struct rows_type {
	bool (*start)(struct rows *rows, size_t way, bool head);
	enum rows_result (*next)(struct rows *rows, struct raw_row *row, struct findings *findings);
	void (*expect)(struct rows *rows, size_t cells); /* or NULL */
	void (*explain)(const struct rows *rows, struct findings *findings);
	void (*describe)(const struct rows *rows, enum lang lang, struct buf *out);
	void (*progress)(const struct rows *rows, size_t *done, size_t *all);
	enum status (*failed)(const struct rows *rows, struct error *error);
	const char *(*sha256)(struct rows *rows);
	void (*close)(struct rows *rows);
};

struct rows {
	const struct rows_type *type;
	char delimiter; /* of raw, since rows_start; and of the file of rejected rows */
	bool mark;      /* the file of rejected rows begins with a byte order mark */
};

/* Begins at the top, cut in way number `way`; false when there is no such way (the first is 0).
 * head: only rows within the first ROWS_HEAD_LINES lines come. */
bool rows_start(struct rows *rows, size_t way, bool head);
enum rows_result rows_next(struct rows *rows, struct raw_row *row, struct findings *findings);
/* From here on rows are expected to have so many cells: helps to tell a quote that swallows rows. */
void rows_expect(struct rows *rows, size_t cells);
/* Adds a finding that says, as well as it can be told, why no header was found. */
void rows_explain(const struct rows *rows, struct findings *findings);
/* Appends how the file is read, for --verbose: `encoding UTF-8, delimiter ","`. */
void rows_describe(const struct rows *rows, enum lang lang, struct buf *out);
/* Bytes read so far and bytes in all (0 when unknown). */
void rows_progress(const struct rows *rows, size_t *done, size_t *all);
/* Did reading end with an I/O error, or has the file changed since it was opened? Fills error. */
enum status rows_failed(const struct rows *rows, struct error *error);
/* SHA-256 of every byte in the file, 64 lower-case hexadecimal digits; call it at the end. Borrowed. */
const char *rows_sha256(struct rows *rows);
void rows_close(struct rows *rows); /* NULL is nothing to close */

#endif
