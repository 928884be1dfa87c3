/*
 * rich_text - the text within an element of a workbook that holds text: plain in a `t`, or in runs
 * of different looks, each a `t` of its own. How it is read aloud (`rPh`) is no part of it.
 */
#ifndef MEMBERSTAT_RICH_TEXT_H
#define MEMBERSTAT_RICH_TEXT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"

#define RICH_TEXT_MAX ((1u << 20) + 1) /* bytes kept of one: one more than a cell may have */

/* Appends a piece of the text that begins at `start` of the buffer; what goes beyond RICH_TEXT_MAX
 * is dropped. */
void rich_text_add(struct buf *out, size_t start, const char *text, size_t len);
/* In place: `_x000D_` stands for the character with this number; a lone half of one and the
 * character 0 become U+FFFD. Returns the new length; the text needs no NUL and gets none. */
size_t rich_text_unescape(char *text, size_t len);

#endif
