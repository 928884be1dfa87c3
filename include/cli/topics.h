/*
 * topics - the longer texts of the manual: a table for each command that has some, and the lists in
 * them. Lists of columns, headings, category words, rules and reports are made from the program's
 * own tables, so that the manual cannot disagree with the program.
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

/* An entry of a list that is written out here: a term and its meaning. */
struct topic_item {
	struct label name, text;
};

/* Appends the n-th of `count` items (from 0); false past the last. */
bool topic_item(const struct topic_item *items, size_t count, size_t n, enum lang lang,
	struct buf *name, struct buf *text);

/* Lists made from other tables: functions for the member `entry` of struct topic. */
bool topic_unit_columns(size_t n, enum lang lang, struct buf *name, struct buf *text);
bool topic_population_columns(size_t n, enum lang lang, struct buf *name, struct buf *text);
bool topic_plan_columns(size_t n, enum lang lang, struct buf *name, struct buf *text);
bool topic_member_columns(size_t n, enum lang lang, struct buf *name, struct buf *text);
bool topic_words(size_t n, enum lang lang, struct buf *name, struct buf *text);
bool topic_codes(size_t n, enum lang lang, struct buf *name, struct buf *text);
bool topic_rules(size_t n, enum lang lang, struct buf *name, struct buf *text);
bool topic_report_columns(size_t n, enum lang lang, struct buf *name, struct buf *text);

#endif
