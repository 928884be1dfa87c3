/*
 * decode - bytes of one encoding to UTF-8. The only module that knows iconv.
 *
 * The encodings of one byte a letter are read line by line, UTF-16 block by block, because its line
 * ends are not bytes.
 */
#ifndef MEMBERSTAT_DECODE_H
#define MEMBERSTAT_DECODE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/err.h"

enum encoding {
	ENCODING_UTF8,
	ENCODING_UTF16LE,
	ENCODING_UTF16BE,
	ENCODING_CP1258,
	ENCODING_TCVN3,
	ENCODING_VNI,
};

struct decoder {
	enum encoding encoding;
	char letters[128][4]; /* CP1258, TCVN3: UTF-8 of the bytes from 0x80; "" for a hole */
	int half;             /* UTF-16: the first byte of a unit that a block cut in two, or -1 */
	uint32_t high;        /* UTF-16: the first half of a pair, or 0 */
};

/* STATUS_FAILED when the system lacks the tables of this encoding. */
enum status decoder_init(struct decoder *decoder, enum encoding encoding, struct error *error);
bool decoder_is_utf16(const struct decoder *decoder);
/* CP1258, TCVN3 and VNI: appends the line as UTF-8, letters and marks as they come (not NFC). False
 * when the encoding lacks some byte; U+FFFD stands for it. */
bool decode_line(const struct decoder *decoder, struct buf *out, const char *bytes, size_t len);
/* UTF-16: appends a block; what the block cuts waits for the next one. A half of a pair without the
 * other half comes out as bytes that are not valid UTF-8, and so does an odd byte at the end. */
void decode_units(struct decoder *decoder, struct buf *out, const unsigned char *bytes, size_t len);
void decode_units_end(struct decoder *decoder, struct buf *out);

#endif
