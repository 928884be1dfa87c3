/*
 * text_misread - text that was UTF-8 and was read as another code page: NguyÃªn for Nguyên. Programs that
 * open a UTF-8 file without a byte order mark in the code page of the PC do that, and what they save
 * is valid UTF-8 again.
 *
 * The proof: encoded back to the page, the text is UTF-8 with letters of Vietnamese in it. Natural text
 * does not pass this test.
 */
#ifndef MEMBERSTAT_TEXT_MISREAD_H
#define MEMBERSTAT_TEXT_MISREAD_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"

/*
 * Was the text misread, once or twice? As it came: cleaning (text_clean) takes bytes of letters away.
 * *page: the name of the page, the outer one of two. mended (may be NULL): what the text was is appended,
 * nothing when some of its bytes got lost.
 */
bool text_misread(const char *text, size_t len, const char **page, struct buf *mended);

#endif
