/*
 * encoding_guess - which encoding bytes look like, for the message about bytes that are not UTF-8.
 */
#ifndef MEMBERSTAT_ENCODING_GUESS_H
#define MEMBERSTAT_ENCODING_GUESS_H

#include <stdbool.h>
#include <stddef.h>

#include "import/decode.h"

#define HINT_SAMPLE 4096 /* so many bytes are enough */

/*
 * TCVN3, VNI or CP1258: the encoding in which the most words with letters beyond ASCII are
 * Vietnamese syllables. False when they are not more than half of these words.
 */
bool encoding_guess_letters(const char *bytes, size_t len, enum encoding *encoding);
/* UTF-16LE or UTF-16BE, when every other byte at the start of the file is often zero; else
 * false. */
bool encoding_guess_utf16(const unsigned char *bytes, size_t len, enum encoding *encoding);

#endif
