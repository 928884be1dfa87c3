/*
 * record - one row of an import: a typed value for each field of its kind (field.h).
 *
 * A value that is not filled is an empty cell. Words, dates, counts, percents and units are numbers;
 * everything else is text, kept in the record's own buffer.
 */
#ifndef MEMBERSTAT_RECORD_H
#define MEMBERSTAT_RECORD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"

#define RECORD_FIELDS 20 /* not less than the kind with most fields has */

struct value {
	union {
		int64_t number;
		struct {
			uint32_t text, len; /* offset in the buffer of the record, in bytes */
		};
	};
	bool filled, is_text;
};

struct record {
	long line; /* physical line on which the row starts; 0 for a record from the database */
	struct value values[RECORD_FIELDS];
	struct buf text;
	struct buf raw; /* the row as it came, when --rejects may need it; else empty */
};

struct record *record_new(void);
void record_free(struct record *record);
/* Empties the record. Its memory is kept, except after an unusually long row. */
void record_clear(struct record *record);
void record_release(struct record *record);

void record_set_number(struct record *record, size_t field, int64_t number);
void record_set_text(struct record *record, size_t field, const char *text, size_t len);
/* The NUL-terminated text of a filled text value. Borrowed until the record changes. */
const char *record_text(const struct record *record, size_t field);
/* Copies one value from a different record, filled or not. */
void record_copy_value(struct record *to, const struct record *from, size_t field);
bool record_same_value(const struct record *a, const struct record *b, size_t field);

/* A record as bytes, for the sorter, and back. record_unpack replaces the values of the record. */
void record_pack(struct buf *out, const struct record *record);
void record_unpack(struct record *record, const char *data);

#endif
