/*
 * unknown_units - the units that a file names and the database does not have, each once, in the
 * order in which the file first names them.
 */
#ifndef MEMBERSTAT_UNKNOWN_UNITS_H
#define MEMBERSTAT_UNKNOWN_UNITS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"

#define UNKNOWN_UNITS_MAX 1000 /* that are kept; the others are only known to exist */

struct unknown_units {
	struct buf texts; /* as the file has them, a NUL after each */
	size_t count;
	bool more;
	size_t *slots; /* hash table of the places in texts, plus 1; NULL before the first */
};

void unknown_units_add(struct unknown_units *units, const char *text);
void unknown_units_release(struct unknown_units *units);

#endif
