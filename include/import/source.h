/*
 * source - a file or standard input as physical lines of UTF-8 text.
 *
 * It knows bytes and encodings and nothing of CSV. It finds the byte order mark (UTF-8,
 * UTF-16LE/BE) or decodes the encoding that it is given, ends lines at LF, CRLF and CR, and counts
 * them. Bytes come from input.h, which hashes them; decode.h decodes them. Memory is bounded: a
 * line longer than SOURCE_LINE_MAX is cut, which is reported as a fault; its line end is kept.
 */
#ifndef MEMBERSTAT_SOURCE_H
#define MEMBERSTAT_SOURCE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "base/input.h"

#define SOURCE_LINE_MAX (8u << 20) /* bytes of UTF-8 */

struct source;

enum line_fault {
	LINE_OK,
	LINE_ENCODING, /* bytes that are not in the encoding; text has U+FFFD instead */
	LINE_NUL,      /* a NUL character; text has U+FFFD instead */
	LINE_TOO_LONG, /* the line was cut at SOURCE_LINE_MAX */
};

struct line {
	const char *
		text; /* NUL-terminated, with its line end as it came; borrowed until the next line */
	size_t len;
	long number; /* physical line, the first is 1 */
	enum line_fault fault;
};

/*
 * Opens path ("-" is standard input). encoding is one of encoding_names, or NULL: that of the
 * byte order mark, else UTF-8. A byte order mark goes before the given encoding. STATUS_FAILED for
 * a folder and for a file that is missing or cannot be read; STATUS_USAGE for an unknown encoding.
 */
enum status source_open(
	struct source **source, const char *path, const char *encoding, struct error *error);
/* The same for an input of which nothing was read. The source owns it from then on, even when
 * opening fails. */
enum status source_of_input(
	struct source **source, struct input *input, const char *encoding, struct error *error);
/* Gives the next line. False at the end or when reading failed (source_failed). */
bool source_line(struct source *source, struct line *line);
/* Pushes a line back that was read. Such lines are read again, in the order of their numbers.
 * `text` is copied. */
void source_unread(struct source *source, const struct line *line);
/* While it is on, only lines that were pushed back are given, and nothing more is read from the
 * file. */
void source_replay_only(struct source *source, bool on);
/* Did reading end with an I/O error, or has the file changed since it was opened? Fills error. */
enum status source_failed(const struct source *source, struct error *error);
bool source_is_empty(const struct source *source); /* after reading: the file had no bytes at all */
/* The encoding of the file, as it is called in messages: "UTF-8", "UTF-8 (BOM)", "UTF-16LE",
 * "TCVN3", … */
const char *source_encoding(const struct source *source);
/* Did the file have a byte order mark, or is it UTF-16? Then files that are made from it also get a
 * mark, without which the program that wrote it would not read them as UTF-8. */
bool source_wants_mark(const struct source *source);
/* The encoding that the bytes look like which were not valid ("tcvn3", "vni", "cp1258", "utf-16le",
 * "utf-16be"), or NULL. */
const char *source_hint(const struct source *source);
/* After source_open: what input_looks_binary says of the file; NULL when it may be text. */
const char *source_looks_binary(const struct source *source);
/* Bytes read so far and bytes in all (0 when unknown), for progress. */
void source_progress(const struct source *source, size_t *done, size_t *all);
/* SHA-256 of the whole file, as 64 lower-case hexadecimal digits. Call it at the end: it reads the
 * bytes that have not been read. Borrowed. */
const char *source_sha256(struct source *source);
void source_close(struct source *source);

#endif
