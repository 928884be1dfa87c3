/*
 * encoding_guess - which encoding do these bytes look like? For the message about bytes that are no UTF-8.
 */
#ifndef MEMBERSTAT_ENCODING_GUESS_H
#define MEMBERSTAT_ENCODING_GUESS_H

#include <stdbool.h>
#include <stddef.h>

#include "import/decode.h"

#define HINT_SAMPLE 4096 /* bytes that are enough; more only cost time */

/*
 * TCVN3, VNI or CP1258: the one in which most words with letters beyond ASCII are syllables of
 * Vietnamese, if they are more than half of these words.
 */
bool encoding_guess_letters(const char *bytes, size_t len, enum encoding *encoding);
/* UTF-16: is every other byte at the start of the file often zero? */
bool encoding_guess_utf16(const unsigned char *bytes, size_t len, enum encoding *encoding);

#endif
