/*
 * sorter - takes byte strings with keys and gives them back in the order of the keys, in bounded
 * memory.
 *
 * Between reading a file and storing it every record waits here, so that the tables are filled in key
 * order whatever the order of the file: a text key filled at random costs several times the load
 * (measured, tests/bench/RESULTS.md). Keys compare as bytes; records of one key keep the order in
 * which they came. What does not fit is written in sorted runs to an unnamed temporary file that only
 * this process can read, and merged on the way out.
 */
#ifndef MEMBERSTAT_SORTER_H
#define MEMBERSTAT_SORTER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/err.h"

struct sorter;

/* memory: how many bytes it may hold before it writes to the temporary file. */
struct sorter *sorter_new(size_t memory);
enum status sorter_put(
	struct sorter *sorter, const struct buf *key, const struct buf *data, struct error *error);
/* Call it after the last sorter_put and before the first sorter_next. Called again, it begins anew at the
 * first record. */
enum status sorter_sort(struct sorter *sorter, struct error *error);
/* The next record; data is borrowed until the next call. False at the end, or with *status
 * not STATUS_DONE when reading the temporary file failed. */
bool sorter_next(struct sorter *sorter, const char **data, size_t *len, enum status *status,
	struct error *error);
void sorter_free(struct sorter *sorter);

#endif
