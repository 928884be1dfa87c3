/*
 * worksheet - the rows of one sheet of a workbook, read piece by piece: what a cell holds becomes
 * the text that is in it and the type that decides what may be made of it (data/README.md section
 * 3).
 */
#ifndef MEMBERSTAT_WORKSHEET_H
#define MEMBERSTAT_WORKSHEET_H

#include "import/rows.h"
#include "import/workbook.h"

struct worksheet;

/* The sheet must have a part. The workbook is borrowed. Several sheets may be open side by side,
 * not in two threads at a time. */
enum status worksheet_open(struct worksheet **worksheet, struct workbook *workbook,
	const struct workbook_sheet *sheet, struct error *error);
/* The next row in which something stands; cells, up to the last one that is filled. ROWS_BAD for
 * one that is too long, ROWS_END at the end or when *status is not STATUS_DONE. */
enum rows_result worksheet_next(struct worksheet *worksheet, struct raw_row *row,
	struct findings *findings, enum status *status, struct error *error);
/* Bytes unpacked so far, and in all. */
void worksheet_progress(const struct worksheet *worksheet, size_t *done, size_t *all);
void worksheet_close(struct worksheet *worksheet);

#endif
