/*
 * decimal - a number of a spreadsheet, which is a binary one of 64 bits, as the shortest decimal
 * that is the same (data/README.md section 3): 0.07 although the file says 7.0000000000000007E-2.
 */
#ifndef MEMBERSTAT_DECIMAL_H
#define MEMBERSTAT_DECIMAL_H

#include <stdbool.h>

#include "base/buf.h"

/* 0.DIGITS times ten to the power of point. */
struct decimal {
	bool negative;
	char digits[18]; /* neither the first nor the last is 0; none for zero */
	int count;
	int point;
};

/* Reads a number as files have it: -12, 0.5, 1.5E+7. False for anything else and for one out of
 * range. */
bool decimal_read(struct decimal *decimal, const char *text);
bool decimal_is_whole(const struct decimal *decimal);
/* Moves the point: times ten to the power of `places`. */
void decimal_shift(struct decimal *decimal, int places);
/* Plain: -12, 0.5, 15000000. */
void decimal_write(struct buf *out, const struct decimal *decimal);

#endif
