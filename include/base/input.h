/*
 * input - the bytes of a file or of standard input, block by block. The only module that knows
 * SHA-256: every byte that is read is hashed.
 */
#ifndef MEMBERSTAT_INPUT_H
#define MEMBERSTAT_INPUT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"

struct input;

/* Opens path ("-" is standard input) and reads nothing yet. A folder, a missing or an unreadable
 * file: STATUS_FAILED. */
enum status input_open(struct input **input, const char *path, struct error *error);
/* Reads the next block and returns its bytes: 64 KiB, or fewer at the end, or 0 after it. Borrowed
 * until the next call. */
size_t input_read(struct input *input, const unsigned char **block);
/* The first block, which input_read gives again; only before anything was read. */
size_t input_peek(struct input *input, const unsigned char **block);
/* The descriptor of a regular file that was opened here, to be read at any place; -1 for anything else. */
int input_descriptor(const struct input *input);
/* Was the block that was read last the end of the file? */
bool input_ended(const struct input *input);
/* STATUS_FAILED when reading ended with an I/O error, or when the file has changed since it was opened
 * (its size or time; standard input and what is no regular file may change). Ask at the end. */
enum status input_failed(const struct input *input, struct error *error);
/* Bytes read so far and bytes in all (0 when unknown). */
void input_progress(const struct input *input, size_t *done, size_t *all);
/* The hash of the whole file in 64 lower-case hexadecimal digits. Reads to its end: no block comes
 * after this. Borrowed from input. */
const char *input_sha256(struct input *input);
void input_close(struct input *input);

/* "zip" (a workbook is one), "xls" (any document of the old Office), "gzip" or "pdf" for a file that
 * begins with these bytes; NULL when it may be text. */
const char *input_looks_binary(const unsigned char *block, size_t len);

#endif
