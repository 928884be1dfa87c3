/*
 * form - what is said of the columns of a sheet that somebody is to fill in (render_form): which
 * must be filled, what may stand in them, which words there are to choose from.
 */
#ifndef MEMBERSTAT_FORM_H
#define MEMBERSTAT_FORM_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"

/* Words to choose from; they stand on a sheet of their own, with what they mean beside them. */
struct form_list {
	const char *heading,
		*meaning;           /* of its columns; meaning is NULL for words that need none */
	struct buf words, meanings; /* a NUL after each */
	size_t count;
	bool open; /* something else may be written too */
};

struct form_column {
	bool required;
	struct buf comment;           /* what is to be written, for who points at the heading */
	const struct form_list *list; /* or NULL */
	int first_day;                /* of COL_DATE: no earlier day can be written */
};

struct form {
	const char *list_title;            /* of the sheet of lists */
	const struct form_column *columns; /* as many as the sheet has */
};

#endif
