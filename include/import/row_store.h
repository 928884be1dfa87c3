/*
 * row_store - storing a kind whose records are one row each, with no rule across rows.
 */
#ifndef MEMBERSTAT_ROW_STORE_H
#define MEMBERSTAT_ROW_STORE_H

#include "import/record_store.h"

/* What such a kind needs: its SQL takes the fields as ?1, ?2, …. */
struct row_store {
	enum sql get;     /* the stored row with this key, in the order of the fields */
	enum sql journal; /* enters it in the journal */
	enum sql put;     /* inserts it, or updates the one with its key */
	/* Adds findings for rules between the record's values; or NULL. */
	void (*rules)(struct import *import, const struct record *merged, bool stored);
};

/* Lays the row over the stored one with its key, applies the rules, counts and stores it, or refuses it. */
enum status row_store_take(struct import *import, const struct row_store *store,
	const struct record *row, struct error *error);

#endif
