/*
 * text_misread - text that was UTF-8 and was read in a different code page: NguyÃªn for Nguyên.
 * This happens when a program opens a UTF-8 file without a byte order mark in the code page of the
 * computer. What it saves is valid UTF-8 again.
 *
 * The test: encoded back to the code page, the text is valid UTF-8 with Vietnamese letters. Natural
 * text does not pass it.
 */
#ifndef MEMBERSTAT_TEXT_MISREAD_H
#define MEMBERSTAT_TEXT_MISREAD_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"

/*
 * Was the text misread, once or twice? Give it as it came: cleaning (text_clean) may remove bytes
 * of letters. *page is the name of the code page, of two the last one. What the text was is
 * appended to mended (which may be NULL), but nothing when some of its bytes are lost.
 */
bool text_misread(const char *text, size_t len, const char **page, struct buf *mended);

#endif
