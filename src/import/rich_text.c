#include "import/rich_text.h"

#include <stdint.h>
#include <string.h>

#define ESCAPE 7 /* bytes of _x000D_ */

void rich_text_add(struct buf *out, size_t start, const char *text, size_t len)
{
	size_t room = RICH_TEXT_MAX - (out->len - start);

	buf_add(out, text, len < room ? len : room);
}

/* Reads _xHHHH_; false when it is none. */
static bool read_escape(const char *text, size_t len, uint32_t *code)
{
	size_t i;

	if (len < ESCAPE || text[0] != '_' || text[1] != 'x' || text[ESCAPE - 1] != '_')
		return false;
	*code = 0;
	for (i = 2; i < ESCAPE - 1; i++) {
		static const char digits[] = "0123456789abcdef";
		const char *digit = memchr(digits, text[i] | (text[i] > '9' ? 0x20 : 0), 16);

		if (digit == NULL)
			return false;
		*code = *code << 4 | (uint32_t)(digit - digits);
	}
	return true;
}

/* Writes the code point as UTF-8, in at most four bytes. */
static size_t write_letter(char *out, uint32_t code)
{
	if (code < 0x80) {
		out[0] = (char)code;
		return 1;
	}
	if (code < 0x800) {
		out[0] = (char)(0xc0 | code >> 6);
		out[1] = (char)(0x80 | (code & 0x3f));
		return 2;
	}
	if (code < 0x10000) {
		out[0] = (char)(0xe0 | code >> 12);
		out[1] = (char)(0x80 | (code >> 6 & 0x3f));
		out[2] = (char)(0x80 | (code & 0x3f));
		return 3;
	}
	out[0] = (char)(0xf0 | code >> 18);
	out[1] = (char)(0x80 | (code >> 12 & 0x3f));
	out[2] = (char)(0x80 | (code >> 6 & 0x3f));
	out[3] = (char)(0x80 | (code & 0x3f));
	return 4;
}

/* The letter at an escape, or at two that are halves of one; *len: bytes it takes in the text. */
static uint32_t whole_letter(const char *text, size_t rest, uint32_t code, size_t *len)
{
	uint32_t second;

	*len = ESCAPE;
	if (code >= 0xd800 && code < 0xdc00 && read_escape(text + ESCAPE, rest - ESCAPE, &second) &&
		second >= 0xdc00 && second < 0xe000) {
		*len = 2 * ESCAPE;
		return 0x10000 + ((code - 0xd800) << 10) + (second - 0xdc00);
	}
	return code == 0 || (code >= 0xd800 && code < 0xe000) ? 0xfffd : code;
}

size_t rich_text_unescape(char *text, size_t len)
{
	size_t from, to = 0, n;
	uint32_t code;

	if (len < ESCAPE || memchr(text, '_', len) == NULL)
		return len;
	for (from = 0; from < len; from += n) {
		if (read_escape(text + from, len - from, &code)) {
			code = whole_letter(text + from, len - from, code, &n);
			to += write_letter(text + to, code);
		} else {
			text[to++] = text[from];
			n = 1;
		}
	}
	return to;
}
