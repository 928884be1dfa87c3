/*
 * record_store - how the records of one kind are stored, and what the stores of all kinds share:
 * refusing, merging and comparing records, and telling of changes.
 */
#ifndef MEMBERSTAT_RECORD_STORE_H
#define MEMBERSTAT_RECORD_STORE_H

#include "import/import.h"

/* Stores the records of one kind. */
struct record_store {
	enum sql is_empty; /* gives one row: 1 when nothing of this kind is stored */
	bool twins;        /* the first field is a code that is to have no twins */
	size_t group;      /* records that agree in the first so many key fields come together */
	enum status (*begin)(struct import *import, struct error *error); /* or NULL */
	/* Gets the records of a group in key order, no key twice. Each must be counted or
	 * refused. */
	enum status (*take)(struct import *import, struct record *const *records, size_t count,
		struct error *error);
	enum status (*end)(struct import *import, struct error *error); /* or NULL */
	void (*release)(struct import *import); /* frees store_state; or NULL */
};

extern const struct record_store store_units, store_population, store_plans, store_members;

/* Rejects a record for the findings in import->row, and empties that. */
enum status import_refuse(struct import *import, const struct record *record, struct error *error);
/* Tells --verbose of each value that is different in the two records. */
void import_tell(struct import *import, const struct record *was, const struct record *is);
/* Makes the record as it would be stored: the filled values of the row, else those of `stored`
 * (which may be NULL). With --blank-clears an empty cell of a column that is in the file erases the
 * value. */
void import_merge(const struct import *import, const struct record *row,
	const struct record *stored, struct record *merged);
/* Adds a finding for each required value that is empty. */
void import_require(struct import *import, const struct record *merged);
bool import_same(const struct import *import, const struct record *a, const struct record *b);

#endif
