/*
 * number_format - what the format of a number in a workbook tells: that it is a date or a percent,
 * and which zeros and letters belong to a code (data/README.md section 3).
 *
 * A format is text such as `dd/mm/yyyy`, `0.00%`, `00000` or `"CB"000`, up to four sections with
 * `;` between: for positive numbers, negative ones, zero, and text.
 */
#ifndef MEMBERSTAT_NUMBER_FORMAT_H
#define MEMBERSTAT_NUMBER_FORMAT_H

#include <stdbool.h>

#include "base/buf.h"

enum number_kind {
	NUMBER_PLAIN,
	NUMBER_PERCENT,
	NUMBER_DATE, /* a day, a time or both */
};

/* The format that a number below 164 stands for when the file does not say; "" for none (General).
 * */
const char *number_format_built_in(long number);
enum number_kind number_format_kind(const char *format);
/* Appends a whole number, given as its digits without zeros before them ("0" for zero), with the
 * zeros and the literal text of the format, without grouping, decimals and exponents. */
void number_format_code(struct buf *out, const char *format, const char *digits, bool negative);

#endif
