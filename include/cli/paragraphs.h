/*
 * paragraphs - running text for people: taken apart into paragraphs, and set in lines of a given width.
 *
 * Texts of commands are paragraphs separated by a blank line; a line that starts with a TAB is kept
 * as it is (command.h). Widths count code points, so Vietnamese (NFC) comes out straight.
 */
#ifndef MEMBERSTAT_PARAGRAPHS_H
#define MEMBERSTAT_PARAGRAPHS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"

struct paragraph {
	const char *text; /* not NUL-terminated; of kept lines each with its TAB */
	size_t len;
	bool kept;  /* lines to be kept as they are */
	bool apart; /* a blank line stands before it */
};

/* Gives the next paragraph, or run of kept lines, and moves *rest behind it; false at the end. */
bool paragraph_next(const char **rest, struct paragraph *paragraph);
/* Gives the next word between blanks and moves *rest (of *len bytes) behind it; false at the end. */
bool paragraph_word(const char **rest, size_t *len, const char **word, size_t *word_len);

void paragraph_pad(struct buf *out, size_t columns);
/* Sets the words in lines of at most `width` columns (a longer word has a line of its own); the lines
 * after the first begin at column `indent`, the first goes on from column `at`. Ends with a line
 * feed. */
void paragraph_wrap(
	struct buf *out, const char *text, size_t len, size_t at, size_t indent, size_t width);
/* Sets a whole text, every line indented, kept lines by four columns more. */
void paragraph_write(struct buf *out, const char *text, size_t indent, size_t width);

#endif
