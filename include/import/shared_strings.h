/*
 * shared_strings - the texts of a workbook, which it keeps in one part and its cells name by
 * number. There may be any number of them: the first are kept in memory, which are the words that
 * repeat, the others in a temporary file.
 */
#ifndef MEMBERSTAT_SHARED_STRINGS_H
#define MEMBERSTAT_SHARED_STRINGS_H

#include <stdbool.h>

#include "import/archive.h"
#include "base/buf.h"

struct shared_strings;

/* Reads them all. part: NULL for none. */
enum status shared_strings_read(struct shared_strings **strings, struct archive *archive,
	const char *part, struct error *error);
/* Appends the string; *found is false when there is none of this number. */
enum status shared_strings_get(struct shared_strings *strings, unsigned long number,
	struct buf *out, bool *found, struct error *error);
void shared_strings_free(struct shared_strings *strings);

#endif
