/*
 * key_order - the rows of a file on their way to the record store: each gets its units and its key, and then
 * they go on in key order, the rows of one group together.
 */
#ifndef MEMBERSTAT_KEY_ORDER_H
#define MEMBERSTAT_KEY_ORDER_H

#include <stdbool.h>

#include "import/record_store.h"

/* Rows that are in key order already go straight on, while the file is being read. When one is not,
 * *in_order is false and nothing more is done: the file has to be read again, by import_sort. */
enum status import_stream(struct import *import, const struct record_store *store, bool *in_order,
	struct error *error);
/* Reads the whole file into the sorter first, which puts the rows in order. */
enum status import_sort(
	struct import *import, const struct record_store *store, struct error *error);

#endif
