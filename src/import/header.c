#include "import/header.h"

#include <stdlib.h>
#include <string.h>

bool header_has(const struct header *header, size_t field)
{
	const struct roll *roll = &rolls[header->kind];
	size_t t;

	for (t = 0; t < TELLINGS; t++)
		if (header->telling_cell[t] >= 0 &&
			(strcmp(tellings[t].field, roll->fields[field].name) == 0 ||
				strcmp(tellings[t].told, roll->fields[field].name) == 0))
			return true;
	return header->cell_of[field] >= 0;
}

const struct raw_cell *header_heading(const struct header *header, const char *field)
{
	int index = header->kind < ROLL_KINDS ? roll_field(header->kind, field) : -1;
	int cell = index >= 0 ? header->cell_of[index] : -1;
	const struct raw_cell *heading = cell >= 0 ? &header->heading.cells[cell] : NULL;
	struct buf folded = {0}, name = {0};

	if (heading == NULL)
		return NULL;
	field_fold_heading(&folded, heading->text, heading->len);
	field_fold_heading(&name, field, strlen(field));
	if (strcmp(buf_text(&folded), buf_text(&name)) == 0)
		heading = NULL;
	buf_release(&folded);
	buf_release(&name);
	return heading;
}

void header_release(struct header *header)
{
	free(header->blank);
	heading_row_release(&header->heading);
	heading_row_release(&header->as_it_came[0]);
	heading_row_release(&header->as_it_came[1]);
	buf_release(&header->row);
	buf_release(&header->ignored);
	buf_release(&header->passed_over);
}
