/*
 * completion - scripts that let a shell complete the command line, made of the tables of command.h.
 *
 * Closed lists stand in the script; codes are asked of the database at the moment, through
 * `memberstat list`, whose first column they are.
 */
#ifndef MEMBERSTAT_COMPLETION_H
#define MEMBERSTAT_COMPLETION_H

#include <stdbool.h>

#include "base/buf.h"
#include "cli/command.h"
#include "base/label.h"

/* Shells, as a list of choice.h. */
extern const char completion_shells[];

/* Appends the script for a shell, its descriptions in the language; false for an unknown one. */
bool completion_write(const char *shell, enum lang lang, struct buf *out);

/* --- shared by the shells -------------------------------------------------------------------- */

/* What stands where an option wants its value. */
enum filling { FILL_NOTHING, FILL_WORDS, FILL_LISTED, FILL_FILE, FILL_FOLDER };

enum filling completion_filling(const struct option_entry *entry);
/* Does the command's usage name this argument ("FILE")? */
bool completion_wants(const struct command *command, const char *argument);
/* Appends the words that the command's first argument may be, blanks between; often nothing. */
void completion_words(const struct command *command, struct buf *out);

void completion_bash(struct buf *out); /* bash shows no descriptions */
void completion_zsh(enum lang lang, struct buf *out);
void completion_fish(enum lang lang, struct buf *out);

#endif
