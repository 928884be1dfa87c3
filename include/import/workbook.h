/*
 * workbook - an Excel workbook (.xlsx): its sheets by name, and what their cells share: texts,
 * formats and the calendar (data/README.md section 3).
 *
 * It is a ZIP of XML parts that name each other in lists of relationships. Nothing of it is
 * believed: names lead only to parts of the same archive, every list is bounded, and what is not
 * sound is STATUS_REJECTED with a message that says what to do.
 */
#ifndef MEMBERSTAT_WORKBOOK_H
#define MEMBERSTAT_WORKBOOK_H

#include <stdbool.h>
#include <stddef.h>

#include "import/archive.h"
#include "import/shared_strings.h"
#include "import/styles.h"

#define WORKBOOK_SHEETS_MAX 2000

struct workbook_sheet {
	char *name;
	bool hidden;
	char *part; /* of its cells; NULL for a sheet without any: a chart */
};

struct workbook {
	struct archive *archive;
	struct workbook_sheet *sheets;
	size_t sheet_count;
	bool from_1904; /* days are counted from 1904, not from 1900 */
	struct shared_strings *strings;
	struct styles *styles;
};

/* file: a descriptor that can be read at any place; it stays the caller's and open. */
enum status workbook_open(struct workbook **workbook, int file, struct error *error);
void workbook_close(struct workbook *workbook);

#endif
