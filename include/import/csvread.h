/*
 * csvread - records of a CSV file with the physical line on which each starts. The only module that
 * knows libcsv.
 *
 * A line without quotes is cut at its delimiters here, into the very cells that libcsv would give and
 * much faster; every other one is libcsv's.
 *
 * libcsv is fed one physical line a call, which gives exact line numbers, tells where a quote that is
 * never closed was opened, and lets reading go on with the line after it: a runaway quote costs one
 * record and swallows nothing. A record that is wrong as CSV comes out as a fault, never silently.
 */
#ifndef MEMBERSTAT_CSVREAD_H
#define MEMBERSTAT_CSVREAD_H

#include <stdbool.h>
#include <stddef.h>

#include "import/finding.h"
#include "import/source.h"

#define CSV_CELL_MAX  (1u << 20) /* bytes of one cell */
#define CSV_ROW_MAX   (4u << 20) /* bytes of one record */
#define CSV_CELLS_MAX 4096       /* cells of one record; the rest are counted, not kept */

struct csvread;

struct csv_cell {
	const char *text; /* never NULL, NUL-terminated */
	size_t len;
};

struct csv_row {
	long line;                    /* physical line on which the record starts */
	const struct csv_cell *cells; /* borrowed until the next call */
	size_t count;                 /* cells in the record, may exceed CSV_CELLS_MAX */
	const char *raw;              /* the record as it came, with its line ends; borrowed */
	size_t raw_len;
};

enum csv_result {
	CSV_ROW,   /* row is filled */
	CSV_BAD,   /* row->line and row->raw are filled, findings has got one more */
	CSV_BLANK, /* a line of blanks only (at least one): row->line is filled */
	CSV_END,
};

/* The source is borrowed. Lines without any character are passed over and never reported. */
struct csvread *csvread_new(struct source *source, char delimiter);
/* From here on a quoted cell that runs over lines and holds a line with at least `cells` - 1
 * delimiters is a runaway quote. 0 (the start) looks for none. */
void csvread_expect(struct csvread *reader, size_t cells);
enum csv_result csvread_next(
	struct csvread *reader, struct csv_row *row, struct findings *findings);
void csvread_free(struct csvread *reader);

#endif
