/*
 * csvread - records of a CSV file with the physical line on which each starts. The only module that
 * knows libcsv.
 *
 * A line without quotes is cut at its delimiters here, which gives the same cells as libcsv and is
 * much faster. All other lines go to libcsv.
 *
 * libcsv gets one physical line a call. So line numbers are exact, it is known where a quote that
 * is never closed was opened, and reading goes on with the line after that: such a quote costs one
 * record and swallows no others. A record that is wrong as CSV is returned as a fault, never
 * dropped in silence.
 */
#ifndef MEMBERSTAT_CSVREAD_H
#define MEMBERSTAT_CSVREAD_H

#include <stdbool.h>
#include <stddef.h>

#include "import/csv_fault.h"
#include "import/rows.h"
#include "import/source.h"

struct csvread;

/* A reader of the source, which is borrowed. Empty lines are not rows; the row after them tells of
 * them (after_gap). */
struct csvread *csvread_new(struct source *source, char delimiter);
/* From here on, a quote is taken for one that was never closed when its cell runs over lines and
 * one of these has at least `cells` - 1 delimiters. 0, as at the start: no such test. */
void csvread_expect(struct csvread *reader, size_t cells);
enum rows_result csvread_next(
	struct csvread *reader, struct raw_row *row, struct findings *findings);
void csvread_free(struct csvread *reader);

#endif
