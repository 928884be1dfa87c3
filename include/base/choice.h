/*
 * choice - closed lists of words on the command line (bar_list.h), and what to tell somebody who gave a word
 * that is not in the list.
 */
#ifndef MEMBERSTAT_CHOICE_H
#define MEMBERSTAT_CHOICE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/label.h"

/* Appends the words of the list with the text `between` between them. */
void choice_join(struct buf *out, const char *choices, const char *between);

/* Appends the word in quotation marks, cut to a readable length, control characters made visible. */
void choice_quote(struct buf *out, const char *word, size_t len);
/* Appends the choice that was probably meant: the first that begins with the word, else the one
 * with the fewest different letters. False, and nothing is appended, when none is similar. */
bool choice_nearest(struct buf *out, const char *choices, const char *word);
/* Appends to a message that a word is unknown: `; did you mean "csv"?`, or, when none is similar,
 * the whole list. */
void choice_advise(struct buf *out, const char *choices, const char *word, enum lang lang);

/* STATUS_USAGE with the message `unknown report "sumary"; did you mean "summary"?`; `what` names the
 * kind of word. */
enum status choice_refuse(
	struct label what, const char *word, const char *choices, struct error *error);

#endif
