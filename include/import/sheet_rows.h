/*
 * sheet_rows - the rows of one sheet of a workbook, behind the same door as those of a text file
 * (rows.h).
 */
#ifndef MEMBERSTAT_SHEET_ROWS_H
#define MEMBERSTAT_SHEET_ROWS_H

#include "base/input.h"
#include "import/rows.h"
#include "import/workbook.h"

/* All are borrowed; the input, from which the workbook comes, was read to its end. lang: of the
 * message when reading fails. */
struct rows *sheet_rows_new(struct workbook *workbook, const struct workbook_sheet *sheet,
	struct input *input, enum lang lang);

#endif
