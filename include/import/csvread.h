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

#include "import/rows.h"
#include "import/source.h"

#define CSV_CELL_MAX (1u << 20) /* bytes of one cell */
#define CSV_ROW_MAX  (4u << 20) /* bytes of one record */

struct csvread;

/* The source is borrowed. Lines without any character are passed over; the row after them says so. */
struct csvread *csvread_new(struct source *source, char delimiter);
/* From here on a quoted cell that runs over lines and holds a line with at least `cells` - 1
 * delimiters is a runaway quote. 0 (the start) looks for none. */
void csvread_expect(struct csvread *reader, size_t cells);
enum rows_result csvread_next(
	struct csvread *reader, struct raw_row *row, struct findings *findings);
void csvread_free(struct csvread *reader);

#endif
