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
#define PERCENT_SIGNED \
	1000 /* below this a percent in a file needs its % (data/README.md section 3) */

/* Reads a whole number, grouped by . , or blanks (one kind of them) in well-formed groups of three
 * or not at all: 4541, 4.541, 131,791. False for anything else: a sign too, and more than 10^15. */
bool number_parse_count(const char *text, int64_t *count);
/* Reads 3.85 or 3,85, with or without %; at most 4 decimals, no grouping, no sign. */
bool number_parse_percent(const char *text, int64_t *percent);

/* over / under times 10^decimals, rounded half away from zero; under > 0, decimals 0 to 9. */
int64_t number_round(int64_t over, int64_t under, int decimals);

/* Writes scaled / 10^decimals for machines: "3.45", "-0.06", never "-0.00". */
void number_write(struct buf *out, int64_t scaled, int decimals);
/* For people: 4.541 and −3,45 in Vietnamese, 4,541 and −3.45 in English. */
void number_write_people(struct buf *out, int64_t scaled, int decimals, enum lang lang);
/* An input percent with as many decimals as it needs: 3.85, 4, 0.0625. */
void number_write_percent(struct buf *out, int64_t percent);

#endif
