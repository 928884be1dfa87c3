/*
 * field_cell - a cell of a file that is becoming a value (field_read). There is a reader for each
 * type of field; this is what they share.
 *
 * A cell comes as it is in the file. It is cleaned when it is not plain (text_is_plain). When it
 * cannot be read, the readers first test whether a program has spoilt it, which says more than that
 * it is wrong.
 */
#ifndef MEMBERSTAT_FIELD_CELL_H
#define MEMBERSTAT_FIELD_CELL_H

#include <string.h>

#include "import/field.h"

struct field_cell {
	struct field_reader *reader;
	const struct field *field;
	size_t index;
	struct record *record;
	struct findings *findings;
	const char *text; /* the cell, or the cleaned cell in a buffer of the reader */
	size_t len;
	const char *raw; /* the cell before it was cleaned */
	size_t raw_len;
	bool plain; /* text_is_plain: the cell needs no cleaning */
};

/* Adds a finding about the cell, with its value. Returns false. */
bool field_cell_wrong(
	const struct field_cell *cell, enum finding_code code, const char *vi, const char *en);
/* Cleans the cell, which is as it came. Codes and words also lose characters that show nothing. */
void field_cell_clean(struct field_cell *cell);
/* Is the text empty, or one of the marks that forms have in empty cells: - – — or .? */
static inline bool field_cell_says_nothing(const char *text, size_t len)
{
	return len == 0 || (len == 1 && (text[0] == '-' || text[0] == '.')) ||
	       (len == 3 && (memcmp(text, "–", 3) == 0 || memcmp(text, "—", 3) == 0));
}
/* True when no program has spoilt the cell; otherwise adds a finding. */
bool field_cell_is_sound(const struct field_cell *cell);

/* The readers. They set the value of the record; or return false and add a finding. */
bool field_read_text(const struct field_cell *cell);   /* codes, names and all other text */
bool field_read_date(struct field_cell *cell);         /* and births; cell as it came */
bool field_read_number(const struct field_cell *cell); /* counts and percents */

#endif
