/*
 * record_store - what stores the records of one kind, and what the stores of all kinds share: refusing,
 * merging, comparing and telling of records.
 */
#ifndef MEMBERSTAT_RECORD_STORE_H
#define MEMBERSTAT_RECORD_STORE_H

#include "import/import.h"

/* What stores the records of one kind. */
struct record_store {
	enum sql is_empty; /* one row: 1 when the tables hold nothing of this kind */
	size_t group;      /* records whose first so many key fields are the same come together */
	enum status (*begin)(struct import *import, struct error *error); /* or NULL */
	/* Records in key order, no key twice. Each must be counted or refused. */
	enum status (*take)(struct import *import, struct record *const *records, size_t count,
		struct error *error);
	enum status (*end)(struct import *import, struct error *error); /* or NULL */
	void (*release)(struct import *import); /* frees store_state; or NULL */
};

extern const struct record_store store_units, store_population, store_plans, store_members;

/* Rejects a record for the findings collected in import->row, which is emptied. */
enum status import_refuse(struct import *import, const struct record *record, struct error *error);
/* Tells --verbose about each value in which the two records differ. */
void import_tell(struct import *import, const struct record *was, const struct record *is);
/* The record as it would be stored: the row's filled values over the stored ones; with --blank-clears
 * an empty cell of a column in the file erases. stored may be NULL. */
void import_merge(const struct import *import, const struct record *row,
	const struct record *stored, struct record *merged);
/* Adds a finding for each required value that is not there. */
void import_require(struct import *import, const struct record *merged);
bool import_same(const struct import *import, const struct record *a, const struct record *b);

#endif
