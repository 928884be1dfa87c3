/*
 * number - counts, percents and fractions: read from cells, rounded once, written for machines and
 * for people.
 *
 * A share is kept as a fraction of two integers until it is written; only number_round rounds, half
 * away from zero (data/README.md section 5), so no figure is ever rounded twice.
 *
 * A percent of an input file is a whole number of ten-thousandths of a percent (3.85 % = 38500):
 * data/README.md section 3 allows four decimals.
 */
#ifndef MEMBERSTAT_NUMBER_H
#define MEMBERSTAT_NUMBER_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/label.h"

#define PERCENT_UNIT 10000 /* one percent */

/* A whole number, with . , or space (no-break too) only between well-formed groups of three, one
 * kind of them: 4541, 4.541, 131,791. False for anything else, a sign too, and above 10^15. */
bool number_parse_count(const char *text, int64_t *count);
/* 3.85, 3,85, with or without %, at most 4 decimals, no grouping, not negative. */
bool number_parse_percent(const char *text, int64_t *percent);

/* over/under scaled by 10^decimals and rounded half away from zero; under > 0, decimals 0 to 9. */
int64_t number_round(int64_t over, int64_t under, int decimals);

/* Machine form: scaled is a number of 10^-decimals; "3.45", "-0.06", never "-0.00". */
void number_write(struct buf *out, int64_t scaled, int decimals);
/* For people: 4.541 and −3,45 in Vietnamese, 4,541 and −3.45 in English. */
void number_write_people(struct buf *out, int64_t scaled, int decimals, enum lang lang);
/* An input percent with as many decimals as it needs: 3.85, 4, 0.0625. */
void number_write_percent(struct buf *out, int64_t percent);

#endif
