/*
 * topics - the longer texts of the manual, a table for each command that has some, and the lists in
 * them. What can be told from the program's own tables (columns and their headings, category words,
 * rules, columns of reports) is, so that the manual cannot disagree with the program.
 */
#ifndef MEMBERSTAT_TOPICS_H
#define MEMBERSTAT_TOPICS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "cli/command.h"
#include "base/label.h"

/* Each ends with a NULL heading.en. */
extern const struct topic topics_import[], topics_report[];

/* A list that is written down: a thing and what it is. */
struct topic_item {
	struct label name, text;
};

/* Appends the n-th of so many items; false past the last. */
bool topic_item(const struct topic_item *items, size_t count, size_t n, enum lang lang,
	struct buf *name, struct buf *text);

/* Lists made of other tables, as struct topic's entry wants them. */
bool topic_unit_columns(size_t n, enum lang lang, struct buf *name, struct buf *text);
bool topic_population_columns(size_t n, enum lang lang, struct buf *name, struct buf *text);
bool topic_plan_columns(size_t n, enum lang lang, struct buf *name, struct buf *text);
bool topic_member_columns(size_t n, enum lang lang, struct buf *name, struct buf *text);
bool topic_words(size_t n, enum lang lang, struct buf *name, struct buf *text);
bool topic_codes(size_t n, enum lang lang, struct buf *name, struct buf *text);
bool topic_rules(size_t n, enum lang lang, struct buf *name, struct buf *text);
bool topic_report_columns(size_t n, enum lang lang, struct buf *name, struct buf *text);

#endif
