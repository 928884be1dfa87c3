#include "base/code_key.h"

#include <string.h>

#include "base/text.h"

/* Capitals that look like others, in the order of their code points. */
static const struct {
	uint16_t letter, like;
} alike[] = {{0xd0, 0x110}, /* Ð */
	{0x189, 0x110},     /* Ɖ */
	{0x37f, 'J'}, {0x391, 'A'}, {0x392, 'B'}, {0x395, 'E'}, {0x396, 'Z'},
	{0x397, 'H'}, /* Greek */
	{0x399, 'I'}, {0x39a, 'K'}, {0x39c, 'M'}, {0x39d, 'N'}, {0x39f, 'O'}, {0x3a1, 'P'},
	{0x3a4, 'T'}, {0x3a5, 'Y'}, {0x3a7, 'X'}, {0x3f9, 'C'}, {0x401, 0xcb}, {0x405, 'S'},
	{0x406, 'I'}, {0x407, 0xcf}, {0x408, 'J'}, {0x410, 'A'}, /* Cyrillic */
	{0x412, 'B'}, {0x415, 'E'}, {0x41a, 'K'}, {0x41c, 'M'}, {0x41d, 'H'}, {0x41e, 'O'},
	{0x420, 'P'}, {0x421, 'C'}, {0x422, 'T'}, {0x423, 'Y'}, {0x425, 'X'}, {0x474, 'V'},
	{0x4ae, 'Y'}, {0x4ba, 'H'}, {0x4c0, 'I'}, {0x500, 'D'}, {0x51a, 'Q'}, {0x51c, 'W'}};

static uint32_t key_letter(uint32_t code)
{
	uint32_t capital = text_upper(code);

	for (size_t i = 0; i < sizeof alike / sizeof alike[0]; i++)
		if (alike[i].letter == capital)
			return alike[i].like;
	return capital;
}

static size_t leading_zeros(const char *code, size_t len)
{
	size_t zeros = 0;

	while (zeros < len && code[zeros] == '0')
		zeros++;
	return zeros;
}

void code_key(struct buf *out, const char *code, size_t len)
{
	uint32_t letter;

	for (size_t i = leading_zeros(code, len); i < len;) {
		if ((unsigned char)code[i] < 0x80) {
			buf_putc(out, (char)(code[i] >= 'a' && code[i] <= 'z' ? code[i] - 0x20
									      : code[i]));
			i++;
		} else {
			i += text_next(code + i, len - i, &letter);
			text_put(out, key_letter(letter));
		}
	}
	buf_text(out); /* an empty key is a text too */
}

/* What the characters of a code can be. */
enum { SIGN = 0, SMALL = 1, CAPITAL = 2, DIGIT = 4, HIGH = 8 };

static unsigned class_of(unsigned char c)
{
	if (c - (unsigned)'0' < 10)
		return DIGIT;
	if (c - (unsigned)'A' < 26)
		return CAPITAL;
	if (c - (unsigned)'a' < 26)
		return SMALL;
	return c < 0x80 ? SIGN : HIGH;
}

/* Which of these the code has, but for signs. Nearly all codes have neither small letters (0x60 to 0x7f) nor
 * anything beyond ASCII, and that is seen from the bits of all their bytes together. */
static unsigned classes(const char *code, size_t len)
{
	unsigned any = 0, both = 0, found = 0;

	for (size_t i = 0; i < len; i++) {
		unsigned c = (unsigned char)code[i];

		any |= c;
		both |= c << 1 & c;
	}
	if ((any & 0x80) == 0 && (both & 0x40) == 0)
		return any & 0x40 ? CAPITAL | DIGIT : DIGIT;
	for (size_t i = 0; i < len; i++)
		found |= class_of((unsigned char)code[i]);
	return found;
}

bool code_is_key(const char *code, size_t len)
{
	struct buf key = {0};
	bool same;

	if (len > 0 && code[0] == '0')
		return false;
	if ((classes(code, len) & (SMALL | HIGH)) == 0)
		return true;
	code_key(&key, code, len);
	same = key.len == len && memcmp(buf_text(&key), code, len) == 0;
	buf_release(&key);
	return same;
}

/* --- shapes -------------------------------------------------------------------------------------- */

/* How a code is written; any number above is a pattern. */
enum { IN_CAPITALS, IN_SMALL_LETTERS, IN_A_PATTERN };

/* FNV-1a, step by step. */
static uint64_t add_byte(uint64_t hash, unsigned char byte)
{
	return (hash ^ byte) * UINT64_C(0x100000001b3);
}

/* All that is no digit, and where it stands. Codes of one such pattern differ in digits, so that their keys
 * do too. */
static uint64_t pattern(const char *code, size_t len)
{
	uint64_t hash = UINT64_C(0xcbf29ce484222325);

	for (size_t i = 0; i < len; i++)
		hash = add_byte(
			hash, code[i] >= '0' && code[i] <= '9' ? '0' : (unsigned char)code[i]);
	return hash;
}

struct code_shape code_shape(const char *code, size_t len)
{
	size_t zeros = leading_zeros(code, len);
	unsigned found = classes(code + zeros, len - zeros);
	struct code_shape shape = {
		.length = len - zeros, .digits = (found & ~(unsigned)DIGIT) == 0};
	uint64_t way = IN_CAPITALS;

	code += zeros;
	len -= zeros;
	if (found & HIGH)
		shape.length = text_characters(code, len);
	/* Capitals alone, and small letters alone, are what their keys say. */
	if (found & HIGH || (found & SMALL && found & CAPITAL))
		way = pattern(code, len) | IN_A_PATTERN;
	else if (found & SMALL)
		way = IN_SMALL_LETTERS;
	shape.shape = way * 256 + zeros;
	return shape;
}
