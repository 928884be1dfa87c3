/*
 * rows - a table as rows of cells, from a text file (text_rows) or any other kind of file. header,
 * row_reader and rejects work on these rows and do not know the kind of file.
 *
 * There may be several ways to cut a table into cells: a text file by several delimiters.
 * rows_start chooses one and begins at the top: first, as often as needed, to read only the first
 * rows, and then once to read all.
 *
 * A kind of file is a struct that begins with a struct rows, and a struct rows_type with its
 * functions.
 */
#ifndef MEMBERSTAT_ROWS_H
#define MEMBERSTAT_ROWS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/err.h"
#include "import/finding.h"

#define ROWS_CELLS_MAX  16384 /* so many cells of a row are kept; a sheet cannot have more */
#define ROWS_HEAD_LINES 50    /* the header is looked for among the first lines */

/* What a cell is, where the file tells: a text file has texts alone. */
enum raw_type {
	RAW_TEXT,
	RAW_NUMBER,  /* in plain decimals */
	RAW_PERCENT, /* a number with the sign of its format: `3.85%` */
	RAW_DATE,    /* `2010-05-01` */
	RAW_ERROR,   /* what the spreadsheet program shows where it could not calculate: `#N/A` */
	RAW_UNCALCULATED, /* a formula without its value: `#VALUE!` */
};

struct raw_cell {
	const char *text; /* never NULL, NUL-terminated */
	size_t len;
	enum raw_type type;
	unsigned
		code; /* of a number: bytes behind `text` at which stands, with a NUL, what it is in a
	                  column of codes; 0 when it can be no code */
};

struct raw_row {
	long line; /* physical line on which the row starts, or number of the row in its sheet */
	const struct raw_cell *cells; /* at most ROWS_CELLS_MAX; borrowed until the next call */
	size_t count;                 /* cells in the row, may exceed ROWS_CELLS_MAX */
	bool surplus;                 /* a cell is filled beyond those that are kept */
	bool after_gap;               /* empty lines or rows before this one were left out */
	/* The row as it came, with its line ends. NULL when the file is not text: then the cells
	 * are written instead. Borrowed. */
	const char *raw;
	size_t raw_len;
};

enum rows_result {
	ROWS_ROW,   /* row is filled */
	ROWS_BAD,   /* row->line and row->raw are filled, and a finding was added */
	ROWS_BLANK, /* a row of blanks only (at least one): row->line is filled */
	ROWS_END,   /* the end of the table, or reading failed (rows_failed) */
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
	char delimiter; /* of raw, from rows_start on; also for the file of rejected rows */
	bool mark;      /* the file of rejected rows begins with a byte order mark */
	/* Rows end with their last filled cell: what is missing then is empty, and a filled cell to the
	 * right of the header is in a column without a heading. */
	bool ragged;
};

/* Begins at the top and cuts the table in way number `way`, from 0; false when there are not so
 * many ways. head: give only rows within the first ROWS_HEAD_LINES lines, and the next one. */
bool rows_start(struct rows *rows, size_t way, bool head);
enum rows_result rows_next(struct rows *rows, struct raw_row *row, struct findings *findings);
/* From here on rows should have so many cells. This helps to find a quote that swallows rows. */
void rows_expect(struct rows *rows, size_t cells);
/* Adds a finding that says why no header was found, as far as that is known. */
void rows_explain(const struct rows *rows, struct findings *findings);
/* Appends how the file is read, for --verbose: `encoding UTF-8, delimiter ","`. */
void rows_describe(const struct rows *rows, enum lang lang, struct buf *out);
/* Bytes read so far and bytes in all (0 when unknown). */
void rows_progress(const struct rows *rows, size_t *done, size_t *all);
/* STATUS_FAILED, and error is filled, when reading ended with an I/O error or the file has changed
 * since it was opened. */
enum status rows_failed(const struct rows *rows, struct error *error);
/* SHA-256 of the whole file, as 64 lower-case hexadecimal digits. Call it at the end. Borrowed. */
const char *rows_sha256(struct rows *rows);
void rows_close(struct rows *rows); /* rows may be NULL */

#endif
