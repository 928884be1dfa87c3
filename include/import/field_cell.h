/*
 * field_cell - a cell of a file on its way to a value (field_read): what its readers share, one for each type of
 * field.
 *
 * A cell comes as it stands in the file. What is not plain (text_is_plain) is cleaned, and a cell that
 * cannot be read is looked at for what a program did to it before it is called wrong: that tells more.
 */
#ifndef MEMBERSTAT_FIELD_CELL_H
#define MEMBERSTAT_FIELD_CELL_H

#include "import/field.h"

struct field_cell {
	struct field_reader *reader;
	const struct field *field;
	size_t index;
	struct record *record;
	struct findings *findings;
	const char *text; /* the cell, or the cleaned cell in the reader's scratch */
	size_t len;
	const char *raw; /* the cell before it was cleaned */
	size_t raw_len;
	bool plain; /* text_is_plain: the cell needs no cleaning */
};

/* Adds a finding about the cell, with its value; false. */
bool field_cell_wrong(
	const struct field_cell *cell, enum finding_code code, const char *vi, const char *en);
/* Cleans the cell, which is as it came; codes and words lose what cannot be seen too. */
void field_cell_clean(struct field_cell *cell);
/* Nothing, or one of the strokes that forms have in empty cells: - – — and . alone. */
bool field_cell_says_nothing(const char *text, size_t len);
/* Did no program spoil the cell? False, with a finding, when one did. */
bool field_cell_is_sound(const struct field_cell *cell);

/* The readers: the value into the record, or false and a finding. */
bool field_read_text(const struct field_cell *cell);   /* codes, names and all other text */
bool field_read_date(struct field_cell *cell);         /* and births; the cell is as it came */
bool field_read_number(const struct field_cell *cell); /* counts and percents */

#endif
