/*
 * headings - which column a heading of a file means (data/README.md section 3).
 *
 * Each of the first rows of a file is tried as the header of every kind, with every delimiter. So
 * all accepted headings are folded once, into a table in which they are looked up.
 */
#ifndef MEMBERSTAT_HEADINGS_H
#define MEMBERSTAT_HEADINGS_H

#include "import/field.h"

/* What the options say about the header of a file. */
struct header_wanted {
	enum roll_kind kind;     /* ROLL_KINDS: to be found */
	const char *const *maps; /* values of --map: "COLUMN=heading" */
	size_t map_count;
};

struct headings;

/* The table of headings: those of the wanted kind, or of all kinds, and those of --map. */
struct headings *headings_new(const struct header_wanted *wanted);
void headings_free(struct headings *headings);

/* For each kind, the field that a folded heading (field_fold_heading) means, or -1. --map goes
 * first; then come the headings of the fields that --map does not name. Of several fields the first
 * counts. RECORD_FIELDS + t means the column of tellings[t]. */
void headings_find(const struct headings *headings, const char *folded, int fields[ROLL_KINDS]);

/* The heading that --map gives the column; of several the last one. NULL for none. */
const char *heading_mapped(const struct header_wanted *wanted, const struct field *field);

#endif
