/*
 * spill - bytes that are appended and read at any place: the first ones are kept in memory, what
 * does not fit goes to a temporary file. Memory is bounded whatever is added.
 */
#ifndef MEMBERSTAT_SPILL_H
#define MEMBERSTAT_SPILL_H

#include <stddef.h>
#include <stdint.h>

#include "base/err.h"

struct spill;

/* memory: bytes kept there. */
struct spill *spill_new(size_t memory);
enum status spill_add(struct spill *spill, const void *data, size_t len, struct error *error);
uint64_t spill_size(const struct spill *spill);
/* Copies `len` bytes from `at` on; all of them must have been added. */
enum status spill_read(
	struct spill *spill, uint64_t at, void *data, size_t len, struct error *error);
void spill_free(struct spill *spill);

#endif
