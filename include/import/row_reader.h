/*
 * row_reader - reads the rows of a file and checks each on its own, in a separate thread.
 *
 * Reading and storing run at the same time. Rows are handed over in their order, in parcels of
 * bounded size; there are enough parcels to keep reading while thousands of rows are stored at
 * once. A small file uses only a few. What needs the database, such as units, is not checked here.
 */
#ifndef MEMBERSTAT_ROW_READER_H
#define MEMBERSTAT_ROW_READER_H

#include <stdbool.h>
#include <stddef.h>

#include "import/finding.h"
#include "import/header.h"
#include "import/passing.h"
#include "import/record.h"
#include "import/rows.h"

struct row {
	bool skipped;           /* it is not a record (passing) */
	bool broken;            /* it could not be cut into the header's cells: faults say why */
	bool refuses_file;      /* nothing of the file may be stored: the one fault says why */
	struct record *record;  /* has the line; has values when there are no faults */
	struct findings faults; /* why the row is rejected; none when it is not */
	size_t done, all;       /* bytes of the file (rows_progress) */
};

struct row_reader;

/* Starts reading below the header. rows and header are borrowed, and only the thread may use them
 * until row_reader_stop. keep_raw: records carry the row as it came. */
struct row_reader *row_reader_start(
	struct rows *rows, const struct header *header, bool keep_raw, enum lang lang, int today);
/* The next row; NULL at the end of the file. Borrowed until the next call; the caller may exchange
 * its record for a different one. */
struct row *row_reader_next(struct row_reader *reader);
/* What is known about all rows together, after reading. */
struct read_to_end {
	/* A date had the month first: then nothing of the file may be stored (data/README.md section 3). */
	bool month_first;
	struct passed_over remarks, headings;
};

/* Ends the thread, also before the end of the file. */
struct read_to_end row_reader_stop(struct row_reader *reader);

#endif
