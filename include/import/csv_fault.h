/*
 * csv_fault - why a record cannot be read as CSV, and the words for it.
 */
#ifndef MEMBERSTAT_CSV_FAULT_H
#define MEMBERSTAT_CSV_FAULT_H

#include "import/finding.h"
#include "import/source.h"

#define CSV_CELL_MAX (1u << 20) /* bytes of one cell */
#define CSV_ROW_MAX  (4u << 20) /* bytes of one record */

/* Why a record is rejected that could be read to its end. */
enum fault {
	FAULT_NONE,
	FAULT_ENCODING,
	FAULT_NUL,
	FAULT_LONG_LINE,
	FAULT_LONG_CELL,
	FAULT_LONG_ROW,
};

enum quote_fault {
	QUOTE_FINE,
	QUOTE_CLOSED_EARLY, /* text after the closing quote */
	QUOTE_INSIDE,       /* a quote in a cell that does not begin with one */
	QUOTE_UNCLOSED,     /* still open at the end of the file */
	QUOTE_HIDES_RECORD, /* still open, and the cell holds other records */
	QUOTE_GOES_ON,      /* still open after RECORD_LINES or RECORD_BYTES */
};

/* Adds a finding for the record that starts on `line`: what is wrong with it on line `fault_line`. */
void csv_fault_add(struct findings *findings, long line, enum fault fault, long fault_line,
	const struct source *source);
/* The same for its quotes: one was opened on line `opened`, and reading came to line `last`. `got` is the
 * text at fault, or NULL. */
void csv_quote_add(struct findings *findings, long line, enum quote_fault fault, long opened,
	long last, const char *got);

#endif
