/*
 * code_list - closed lists of category words.
 *
 * One list serves everywhere: the import reads words by it, CSV and JSON write its codes, people
 * see its labels, reports order groups by it, and the CHECKs of the schema are tested against it.
 * `value` is what the database stores; it is never reused.
 */
#ifndef MEMBERSTAT_CODE_LIST_H
#define MEMBERSTAT_CODE_LIST_H

#include <stddef.h>

#include "base/label.h"

/* How a word is coloured where colour is welcome. */
enum highlight { HIGHLIGHT_PLAIN, HIGHLIGHT_GOOD, HIGHLIGHT_WARN, HIGHLIGHT_BAD };

struct word {
	int value;
	const char *code; /* its name in CSV and JSON */
	struct label label;
	const char *spellings; /* more accepted spellings (bar_list.h), or NULL */
	enum highlight highlight;
};

struct code_list {
	const char *name;
	const struct word *words; /* in the fixed order of reports */
	size_t count;
	const struct code_list *beyond; /* more words for the groups of a report, or NULL */
};

/* The word that a cell of an import means: its code, a label or a spelling, matched as headers are
 * (text_fold). NULL for an unknown one: it is never mapped to a default. */
const struct word *code_list_read(const struct code_list *codes, const char *text, size_t len);
/* The word of a stored value; NULL when there is none. */
const struct word *code_list_word(const struct code_list *codes, int value);
/* The word with this code, also one of `beyond`. NULL when there is none. */
const struct word *code_list_find(const struct code_list *codes, const char *code);
/* The list of this name: "unit_kind" is codes_unit_kind. NULL when there is none. */
const struct code_list *code_list_named(const char *name);

/* Values that the sources name. */
enum {
	KIND_DISTRICT = 1,
	KIND_COMMUNE,
	KIND_COMMITTEE,
	KIND_BASE_CELL,
	KIND_SECTION,
	KIND_CELL,
	KIND_PROVINCE,
	KIND_SUPERIOR
};
enum { JOINED_ADMITTED = 1, JOINED_READMITTED, JOINED_TRANSFERRED, JOINED_MOVED, JOINED_RESTORED };
enum { LEFT_MOVED = 6 };

extern const struct code_list codes_unit_kind, codes_gender, codes_theory, codes_joined_by,
	codes_left_by;
extern const struct code_list codes_progress_status, codes_probation_status, codes_member_status;
extern const struct code_list codes_scenario, codes_severity, codes_roll;
/* Groups of the structure report that no record stores: bands of age and Party age; none and
 * unknown. */
extern const struct code_list codes_age_band, codes_party_age_band, codes_group;

#endif
