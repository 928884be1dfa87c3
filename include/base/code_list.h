/*
 * book - closed lists of category words.
 *
 * One book serves everywhere: it reads the words of an import, it names the codes of machine output
 * and the labels of what people see, it fixes the order of groups in reports, and the schema's CHECK
 * lists are tested against it. `value` is what the database stores; it is never reused.
 */
#ifndef MEMBERSTAT_CODE_LIST_H
#define MEMBERSTAT_CODE_LIST_H

#include <stddef.h>

#include "base/label.h"

/* How a word is coloured where colour is welcome. */
enum tone { TONE_PLAIN, TONE_GOOD, TONE_WARN, TONE_BAD };

struct word {
	int value;
	const char *code; /* contract spelling, in CSV and JSON */
	struct label label;
	const char *spellings; /* more accepted spellings, '|' between them, or NULL */
	enum tone tone;
};

struct book {
	const char *name;
	const struct word *words; /* in the fixed order of reports */
	size_t count;
	const struct book *beyond; /* words that stand beside these in a report, or NULL */
};

/* The word that a cell of an import means: its code, a label or a spelling, matched as headers are
 * (text_fold). NULL for an unknown one: it is never mapped to a default. */
const struct word *book_read(const struct book *book, const char *text, size_t len);
/* The word of a stored value; NULL when there is none. */
const struct word *book_word(const struct book *book, int value);
/* The word with this code, also one beyond the list. */
const struct word *book_code(const struct book *book, const char *code);

/* Values that rules name. */
enum { KIND_DISTRICT = 1, KIND_COMMUNE, KIND_COMMITTEE, KIND_BASE_CELL, KIND_SECTION, KIND_CELL };
enum { JOINED_ADMITTED = 1, JOINED_READMITTED, JOINED_TRANSFERRED, JOINED_MOVED, JOINED_RESTORED };
enum { LEFT_MOVED = 6 };

extern const struct book book_unit_kind, book_gender, book_theory, book_joined_by, book_left_by;
extern const struct book book_progress_status, book_probation_status, book_member_status;
extern const struct book book_scenario, book_severity, book_roll;
/* Groups of the structure report that are no stored value: ages, party ages, none, unknown. */
extern const struct book book_age_band, book_party_age_band, book_group;

#endif
