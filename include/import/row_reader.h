/*
 * row_reader - the rows of a file, read and checked each on its own, in a thread of its own.
 *
 * Reading and storing run side by side: rows are handed over in their order in parcels of bounded
 * size, as many as even out the bursts of storing. A small file needs few of them, and no memory for
 * more. What needs the database (units) is not looked at here.
 */
#ifndef MEMBERSTAT_ROW_READER_H
#define MEMBERSTAT_ROW_READER_H

#include <stdbool.h>
#include <stddef.h>

#include "import/finding.h"
#include "import/header.h"
#include "import/record.h"
#include "import/rows.h"

struct row {
	bool skipped;           /* blank, a total, or the numbers of a form's columns */
	bool broken;            /* not a row of cells: faults say why, nothing was read */
	struct record *record;  /* its line; its values when there are no faults */
	struct findings faults; /* why it is rejected, if it is */
	size_t done, all;       /* bytes of the file, for progress (rows_progress) */
};

struct row_reader;

/* Starts reading below the header. rows and header are borrowed, and the thread's alone until
 * row_reader_stop. keep_raw: records carry the row as it came. */
struct row_reader *row_reader_start(
	struct rows *rows, const struct header *header, bool keep_raw, enum lang lang, int today);
/* The next row, NULL at the end of the file. It is the caller's until the next call; the record may be
 * swapped for another. */
struct row *row_reader_next(struct row_reader *reader);
/* Ends the thread, wherever it is. True when a date had the month first: nothing of such a file is
 * to be stored (data/README.md section 3). */
bool row_reader_stop(struct row_reader *reader);

#endif
