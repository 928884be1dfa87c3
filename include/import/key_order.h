/*
 * key_order - takes the rows of a file to the record store: finds the units and the key of each
 * row, and passes the rows on in the order of their keys, those of one group together.
 */
#ifndef MEMBERSTAT_KEY_ORDER_H
#define MEMBERSTAT_KEY_ORDER_H

#include <stdbool.h>

#include "import/record_store.h"

/* For a file that is in key order: passes the rows on while the file is being read. At the first
 * row that is not in order, or when there may be twins among the codes (twins.h), *in_order becomes
 * false and nothing more is done: the file must be read again, with import_sort. */
enum status import_stream(struct import *import, const struct record_store *store, bool *in_order,
	struct error *error);
/* For any file: reads all of it into the sorter first. */
enum status import_sort(
	struct import *import, const struct record_store *store, struct error *error);

#endif
