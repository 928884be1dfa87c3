/*
 * sheet_value - what a cell of a workbook holds, as the text and the type that the rules for cells
 * work with (data/README.md section 3).
 */
#ifndef MEMBERSTAT_SHEET_VALUE_H
#define MEMBERSTAT_SHEET_VALUE_H

#include <stdbool.h>

#include "base/buf.h"
#include "import/rows.h"
#include "import/styles.h"

/* Appends a number, as the file writes it, in the form that its format tells: the shortest decimal,
 * a percent (`7%`) or a day (`2010-05-01`); a day that no calendar has is written as it is shown
 * (1900-02-29). Gives RAW_ERROR for what is no number. */
enum raw_type sheet_value_number(
	struct buf *out, const char *text, const struct style *style, bool from_1904);
/* Appends the form a number has in a column of codes: its digits with the zeros and the text of its
 * format. False when it has none: it has decimals, or more digits than a number keeps. */
bool sheet_value_code(struct buf *out, const char *text, const struct style *style);
/* Appends the day of a date in ISO form, with or without a time behind it. */
enum raw_type sheet_value_date(struct buf *out, const char *text);

#endif
