/*
 * decode - from bytes of another encoding to UTF-8. The only module that knows iconv.
 *
 * Encodings with one byte for a letter are decoded line by line. UTF-16 is decoded block by block,
 * because its line ends are not single bytes.
 */
#ifndef MEMBERSTAT_DECODE_H
#define MEMBERSTAT_DECODE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/err.h"
#include "import/encoding.h"

struct decoder {
	enum encoding encoding;
	char letters[128][4]; /* CP1258, TCVN3: UTF-8 of the bytes from 0x80; "" for none */
	int half;             /* UTF-16: first byte of a unit that the block cut in two, or -1 */
	uint32_t high;        /* UTF-16: first half of a surrogate pair, or 0 */
};

/* STATUS_FAILED when the system lacks the tables of this encoding. */
enum status decoder_init(struct decoder *decoder, enum encoding encoding, struct error *error);
bool decoder_is_utf16(const struct decoder *decoder);
/* CP1258, TCVN3 and VNI: appends the line as UTF-8, letters and marks as they come (not NFC). False
 * when the encoding does not have some byte, which becomes U+FFFD. */
bool decode_line(const struct decoder *decoder, struct buf *out, const char *bytes, size_t len);
/* UTF-16: appends a block; a unit or pair that the block cuts in two waits for the next block. Half
 * a surrogate pair without the other half becomes bytes that are not valid UTF-8, and so does an
 * odd byte at the end of the file. */
void decode_units(struct decoder *decoder, struct buf *out, const unsigned char *bytes, size_t len);
void decode_units_end(struct decoder *decoder, struct buf *out);

#endif
