/*
 * headings - which column a heading of a file means (data/README.md section 3).
 *
 * Every row among the first of a file is tried as the header of every kind, with every delimiter;
 * so all accepted headings are folded once, when the table is made, and looked up from then on.
 */
#ifndef MEMBERSTAT_HEADINGS_H
#define MEMBERSTAT_HEADINGS_H

#include "import/field.h"

/* What is asked of a file's header. */
struct header_wanted {
	enum roll_kind kind;     /* ROLL_KINDS: find it */
	const char *const *maps; /* of --map: "COLUMN=heading" */
	size_t map_count;
};

struct headings;

/* The headings of the kind that is asked for, or of all kinds, and those of --map. */
struct headings *headings_new(const struct header_wanted *wanted);
void headings_free(struct headings *headings);

/* The field of each kind that a folded heading (field_fold_heading) means: by --map first, then by
 * the names of the fields that --map leaves alone; the first field when several fit. -1 for none. */
void headings_find(const struct headings *headings, const char *folded, int fields[ROLL_KINDS]);

/* The heading that --map gives a column, the last one when there are several; NULL for none. */
const char *heading_mapped(const struct header_wanted *wanted, const struct field *field);

#endif
