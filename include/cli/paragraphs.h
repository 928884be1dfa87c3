/*
 * paragraphs - running text for people, cut into paragraphs and broken into lines of a given width.
 *
 * A text consists of paragraphs with a blank line between them. Lines that start with a TAB are
 * kept as they are. Widths count code points, which suits Vietnamese in NFC.
 */
#ifndef MEMBERSTAT_PARAGRAPHS_H
#define MEMBERSTAT_PARAGRAPHS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"

struct paragraph {
	const char *text; /* not NUL-terminated; kept lines still have their TABs */
	size_t len;
	bool kept;  /* lines that are kept as they are */
	bool apart; /* there is a blank line before it */
};

/* Gives the next paragraph, or the next lines to be kept, and moves *rest behind it. False at the
 * end. */
bool paragraph_next(const char **rest, struct paragraph *paragraph);
/* Gives the next word and moves *rest, which has *len bytes left, behind it. False at the end. */
bool paragraph_word(const char **rest, size_t *len, const char **word, size_t *word_len);

void paragraph_pad(struct buf *out, size_t columns);
/* Appends the words in lines of at most `width` columns; a longer word gets a line to itself. The
 * first line continues at column `at`, the others are indented by `indent`. Ends with a line
 * feed. */
void paragraph_wrap(
	struct buf *out, const char *text, size_t len, size_t at, size_t indent, size_t width);
/* Appends a whole text with every line indented, kept lines by four more columns. */
void paragraph_write(struct buf *out, const char *text, size_t indent, size_t width);

#endif
