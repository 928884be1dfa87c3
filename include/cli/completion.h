/*
 * completion - scripts by which a shell completes the command line, made from the tables of
 * command.h.
 *
 * Closed lists are written into the script. Codes are asked of the database when they are needed:
 * they are the first column of `memberstat list`.
 */
#ifndef MEMBERSTAT_COMPLETION_H
#define MEMBERSTAT_COMPLETION_H

#include <stdbool.h>

#include "base/buf.h"
#include "cli/command.h"
#include "base/label.h"

/* The shells, as a list of choice.h. */
extern const char completion_shells[];

/* Appends the script for a shell, with descriptions in the language. False for an unknown shell. */
bool completion_write(const char *shell, enum lang lang, struct buf *out);

/* --- shared by the shells -------------------------------------------------------------------- */

/* What an option takes as its value. */
enum filling { FILL_NOTHING, FILL_WORDS, FILL_LISTED, FILL_FILE, FILL_FOLDER };

enum filling completion_filling(const struct option_entry *entry);
/* Does the command's usage name this argument ("FILE")? */
bool completion_wants(const struct command *command, const char *argument);
/* Appends the words that the command's first argument may be, blanks between; nothing when any word
 * may. */
void completion_words(const struct command *command, struct buf *out);

void completion_bash(struct buf *out); /* bash shows no descriptions */
void completion_zsh(enum lang lang, struct buf *out);
void completion_fish(enum lang lang, struct buf *out);

#endif
