/*
 * encoding - the encodings in which text files come: what they are called, and how they are told apart by a
 * byte order mark.
 */
#ifndef MEMBERSTAT_ENCODING_H
#define MEMBERSTAT_ENCODING_H

#include <stddef.h>

#include "base/err.h"

enum encoding {
	ENCODING_UTF8,
	ENCODING_UTF16LE,
	ENCODING_UTF16BE,
	ENCODING_CP1258,
	ENCODING_TCVN3,
	ENCODING_VNI,
};

/* Their names on the command line, by number and ending with NULL: "utf-8", "tcvn3". */
extern const char *const encoding_names[];
/* What a person reads: "UTF-8", "TCVN3". */
const char *encoding_title(enum encoding encoding);
/* STATUS_USAGE, with all names, for one that is none. Case does not count. */
enum status encoding_find(const char *name, enum encoding *encoding, struct error *error);
/* Returns the length of a byte order mark at the start of a file, or 0; *encoding is then as it was. */
size_t encoding_mark(const unsigned char *block, size_t len, enum encoding *encoding);

#endif
