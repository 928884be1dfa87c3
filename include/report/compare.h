/*
 * compare - the figures of a year before beside those asked for: "cùng kỳ" in the official forms.
 *
 * Every count column KEY gets two more at the end of the row: KEY_last_year, and KEY_percent, the
 * figure now as a percent of it; that is empty when there was nothing a year before.
 */
#ifndef MEMBERSTAT_COMPARE_H
#define MEMBERSTAT_COMPARE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "render/render.h"

/* The first and the last day of the same period a year before: twelve months back. A period that
 * ends with its month is compared with one that ends with its month, also where one of them is
 * February of a leap year. */
int compare_first(int day);
int compare_last(int day);

struct compare;

/*
 * Rows are paired by the column `key`, or by their place when it is NULL. With `groups` the key
 * names groups, as in the structure report: a group that only the year before has gets a row of its
 * own, and one that was not there then had nobody. Columns are borrowed.
 */
struct compare *compare_new(
	const struct column *columns, size_t count, const char *key, bool groups);
/* The columns given and those added to them. */
const struct column *compare_columns(const struct compare *compare, size_t *count);
/* A row of the year before, and one of now: any order, each kind in the order of its rows. */
void compare_before(struct compare *compare, const struct cell *cells);
void compare_now(struct compare *compare, const struct cell *cells);
/* Gives the rows of now with their added cells. */
enum status compare_give(struct compare *compare, const struct renderer *renderer,
	struct output *output, struct error *error);
void compare_free(struct compare *compare);

#endif
