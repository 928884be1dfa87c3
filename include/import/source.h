/*
 * source - a file or standard input as physical lines of UTF-8 text.
 *
 * Knows bytes and encodings, nothing of CSV: it finds the byte order mark (UTF-8, UTF-16LE/BE), or
 * decodes the encoding it is told, ends lines at LF, CRLF and CR and counts them. Bytes come from
 * input, which hashes them; encodings are decode's. Memory is bounded: a line longer than
 * SOURCE_LINE_MAX is cut and says so; its line end is kept.
 */
#ifndef MEMBERSTAT_SOURCE_H
#define MEMBERSTAT_SOURCE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"

#define SOURCE_LINE_MAX (8u << 20) /* bytes of UTF-8 */

struct source;

enum line_fault {
	LINE_OK,
	LINE_ENCODING, /* bytes that the encoding does not have; text holds U+FFFD in their place */
	LINE_NUL,      /* a NUL character; text holds U+FFFD in its place */
	LINE_TOO_LONG, /* cut at SOURCE_LINE_MAX */
};

struct line {
	const char *
		text; /* NUL-terminated, with its line end as it came; borrowed until the next line */
	size_t len;
	long number; /* physical line, the first is 1 */
	enum line_fault fault;
};

/*
 * Opens path ("-" is standard input). encoding is NULL to find it (a byte order mark, else UTF-8) or
 * one of source_encodings; a byte order mark goes before it. A folder, a missing or an unreadable
 * file: STATUS_FAILED; an unknown encoding: STATUS_USAGE.
 */
enum status source_open(
	struct source **source, const char *path, const char *encoding, struct error *error);
/* False at the end or when reading failed (source_failed tells). */
bool source_line(struct source *source, struct line *line);
/* Pushes the line just read, or any earlier one, back: lines come out again in the order of their
 * numbers. `text` is copied. */
void source_unread(struct source *source, const struct line *line);
/* While it is on, only lines that were pushed back come out and the file is not read on. */
void source_replay_only(struct source *source, bool on);
/* Did reading end with an I/O error, or has the file changed since it was opened? Fills error. */
enum status source_failed(const struct source *source, struct error *error);
bool source_is_empty(const struct source *source); /* after reading: not one byte was there */
/* Encoding in force, as it is told to the user: "UTF-8", "UTF-8 (BOM)", "UTF-16LE", "TCVN3", … */
const char *source_encoding(const struct source *source);
/* Had it a byte order mark, or is it UTF-16? A file made of it begins with a mark, then: the program that
 * wrote it knows UTF-8 by that alone. */
bool source_wants_mark(const struct source *source);
/* Of the bytes that were not valid in this encoding: the encoding they look like ("tcvn3", "vni",
 * "cp1258", "utf-16le", "utf-16be"), or NULL. */
const char *source_hint(const struct source *source);
/* Known after source_open: the file is no text but a "xlsx", "ods", "zip", "xls", "gzip" or "pdf";
 * NULL for anything else. */
const char *source_looks_binary(const struct source *source);
/* Bytes read so far and bytes in all (0 when unknown), for progress. */
void source_progress(const struct source *source, size_t *done, size_t *all);
/* SHA-256 of every byte in the file, 64 lower-case hexadecimal digits; call it at the end: bytes that
 * were not read yet are read for it. Borrowed. */
const char *source_sha256(struct source *source);
void source_close(struct source *source);

/* Names that `--encoding` takes, NULL-terminated. */
extern const char *const source_encodings[];

#endif
