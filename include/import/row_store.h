/*
 * row_store - storing a kind whose records are one row each, with no rule across rows.
 */
#ifndef MEMBERSTAT_ROW_STORE_H
#define MEMBERSTAT_ROW_STORE_H

#include "import/record_store.h"

/* What is different in each such kind. Its statements take the fields by name (record_row.h). */
struct row_store {
	enum sql get;     /* the stored row with this key, in the order of the fields */
	enum sql journal; /* enters the row in the journal */
	enum sql put;     /* inserts the row, or updates the one with its key */
	/* Adds findings by the rules between the values of the record; or NULL. */
	void (*rules)(struct import *import, const struct record *merged, bool stored);
};

/* Merges the row with the stored one of the same key and applies the rules. Then refuses it, or
 * counts and stores it. */
enum status row_store_take(struct import *import, const struct row_store *store,
	const struct record *row, struct error *error);

#endif
