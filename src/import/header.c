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
