/*
 * json - strings in JSON output.
 */
#ifndef MEMBERSTAT_JSON_H
#define MEMBERSTAT_JSON_H

#include "base/buf.h"

/* Appends the text as a JSON string, null for NULL. Control characters, line separators and
 * bidirectional marks are escaped; bytes that are not UTF-8 are made visible. */
void json_text(struct buf *out, const char *text);

#endif
