/*
 * compare - puts the figures of a year before beside those of now ("cùng kỳ" in the official
 * forms).
 *
 * For every count column KEY there are two more at the end of the row: KEY_last_year, and
 * KEY_percent: the figure of now as a percent of it, empty when it is 0.
 */
#ifndef MEMBERSTAT_COMPARE_H
#define MEMBERSTAT_COMPARE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "render/render.h"

/* The first and the last day of the same period a year before, which is twelve months back. A
 * period that ends with a month is compared with one that ends with a month, also when one of them
 * is February of a leap year. */
int compare_first(int day);
int compare_last(int day);

struct compare;

/*
 * Rows of now and of a year before that have the same value in the column `key` go together; with
 * key NULL it is the first with the first, and so on. `groups`: the key is a group of people, as in
 * the report structure. Then a group that existed only a year before gets a row too, and one that
 * did not exist then had 0. Columns are borrowed; the caller frees the struct with compare_free.
 */
struct compare *compare_new(
	const struct column *columns, size_t count, const char *key, bool groups);
/* The given columns, and after them those that are added. */
const struct column *compare_columns(const struct compare *compare, size_t *count);
/* Add a row of the year before, or a row of now. Rows of each kind come in their order. */
void compare_before(struct compare *compare, const struct cell *cells);
void compare_now(struct compare *compare, const struct cell *cells);
/* Gives the rows of now, with the added cells, to the renderer. */
enum status compare_give(struct compare *compare, const struct renderer *renderer,
	struct output *output, struct error *error);
void compare_free(struct compare *compare);

#endif
