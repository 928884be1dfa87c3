#include "base/text_misread.h"

#include <stdint.h>

#include "base/code_pages.h"
#include "base/text.h"
#include "base/vietnamese.h"

#define LONGEST (8u << 10) /* so many bytes are tested; a longer text is refused anyhow */
#define TIMES   2          /* how often a text may have been misread */

#define NO_BREAK_SPACE 0xa0
#define BYTE_ORDER     0xfeff /* a byte order mark */

/* The tables of a code page may differ in which of two letters that look the same they have: Δ, Ω,
 * µ, ß. These are taken as one letter. */
static uint32_t usual_letter(uint32_t code)
{
	switch (code) {
	case 0x394:
		return 0x2206;
	case 0x2126:
		return 0x3a9;
	case 0x3bc:
		return 0xb5;
	case 0x3b2:
		return 0xdf;
	default:
		return code;
	}
}

/* In some code page, does this character stand for the first byte of a Vietnamese letter or of a
 * byte order mark, or of what these became when they were misread before? */
static bool is_lead(uint32_t code)
{
	static const unsigned char leads[] = {
		0xc2, 0xc3, 0xc4, 0xc5, 0xc6, 0xcb, 0xce, 0xcf, 0xd0, 0xd1, 0xe1, 0xe2, 0xef};

	code = usual_letter(code);
	for (size_t p = 0; p < code_page_count; p++)
		for (size_t i = 0; i < sizeof leads; i++)
			if (code_pages[p].letters[leads[i] - 0x80] == code)
				return true;
	return false;
}

/* May the text be misread at all? Nearly all text has no such character directly before one beyond
 * ASCII. */
static bool may_be_misread(const char *text, size_t len)
{
	uint32_t code;
	size_t n;

	for (size_t i = 0; i + 1 < len; i += n) {
		n = 1;
		if ((unsigned char)text[i] < 0x80)
			continue;
		n = text_next(text + i, len - i, &code);
		if (i + n < len && (unsigned char)text[i + n] >= 0x80 && is_lead(code))
			return true;
	}
	return false;
}

/* The byte of a character in the code page; -1 when it is not in it. Bytes without a character
 * became control characters. */
static int byte_of(const struct code_page *page, uint32_t code)
{
	if (code < 0xa0 && (code < 0x80 || page->letters[code - 0x80] == 0))
		return (int)code;
	code = usual_letter(code);
	for (int i = 0; i < 128; i++)
		if (page->letters[i] == code)
			return 0x80 + i;
	return code < 0xa0 ? (int)code : -1;
}

/* Encodes the text in the code page. False when it has characters that are not in the page. */
static bool encode(const struct code_page *page, const char *text, size_t len, struct buf *bytes)
{
	uint32_t code;
	int byte;

	for (size_t i = 0; i < len;) {
		i += text_next(text + i, len - i, &code);
		if ((byte = byte_of(page, code)) < 0)
			return false;
		buf_putc(bytes, (char)byte);
	}
	return true;
}

/* What was found in the encoded bytes, read as UTF-8. */
struct reading {
	size_t letters;  /* Vietnamese letters beyond ASCII, and byte order marks */
	size_t others;   /* other characters beyond ASCII */
	size_t cut;      /* letters whose last byte was lost */
	bool small;      /* there is a small letter of ASCII */
	size_t doubtful; /* letters that may be a capital Ã before a no-break space */
};

/* Returns how many bytes are left of a letter that lost its last byte, because that looked like a
 * blank or like nothing (no-break space, soft hyphen, control character); 0 when it is no such
 * letter. */
static size_t cut_letter(const char *bytes, size_t len)
{
	const unsigned char *p = (const unsigned char *)bytes;

	if (p[0] == 0xc3 || p[0] == 0xc4 || p[0] == 0xc6)
		return 1;
	return p[0] == 0xe1 && len > 1 && (p[1] == 0xba || p[1] == 0xbb) ? 2 : 0;
}

static bool is_capital_or_digit(char c)
{
	return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

static void count_letter(
	struct reading *reading, uint32_t code, const char *after, size_t after_len)
{
	struct vietnamese letter;

	bool other = code != BYTE_ORDER && !vietnamese_letter(code, &letter);
	/* The last byte of these letters is a no-break space. */
	bool blank = code == 0xe0 || code == 0x1a0;

	if (other || (blank && after_len > 0 && is_capital_or_digit(*after)))
		reading->others++;
	else if (blank)
		reading->doubtful++;
	else
		reading->letters++;
}

/* Reads the bytes as UTF-8. False when they are not valid. */
static bool read_bytes(const struct buf *bytes, struct reading *reading)
{
	uint32_t code;
	size_t n;

	*reading = (struct reading){0};
	for (size_t i = 0; i < bytes->len; i += n) {
		const char *at = bytes->data + i;
		size_t left = bytes->len - i;

		n = text_next(at, left, &code);
		if (n == 1 && code == 0xfffd) {
			if ((n = cut_letter(at, left)) == 0)
				return false;
			reading->cut++;
		} else if (n == 1) {
			reading->small |= code >= 'a' && code <= 'z';
		} else {
			count_letter(reading, code, at + n, left - n);
		}
	}
	return true;
}

/* Does what was found show that the text was UTF-8? */
static bool is_proof(const struct reading *reading)
{
	if (reading->letters > 0)
		return true;
	return reading->doubtful > 0 && reading->small && reading->cut == 0;
}

static bool find_page(const char *text, size_t len, int times, const char **page, struct buf *was);

/* Was the text misread in this code page, at most `times` times? find_page and it call each other no deeper
 * than that. */
static bool is_page( // NOLINT(misc-no-recursion)
	const struct code_page *page, const char *text, size_t len, int times, struct buf *was)
{
	struct buf bytes = {0};
	struct reading reading;
	const char *inner;
	bool found = false;

	if (encode(page, text, len, &bytes) && read_bytes(&bytes, &reading)) {
		found = is_proof(&reading);
		if (reading.cut == 0 && times > 1 && (found || reading.others > 0) &&
			find_page(bytes.data, bytes.len, times - 1, &inner, was))
			found = true;
		else if (found && reading.cut == 0)
			buf_add(was, bytes.data, bytes.len);
	}
	buf_release(&bytes);
	return found;
}

/* Finds the code page in which the text was misread, and appends what the text was. */
static bool find_page( // NOLINT(misc-no-recursion)
	const char *text, size_t len, int times, const char **page, struct buf *was)
{
	for (size_t p = 0; p < code_page_count; p++) {
		if (is_page(&code_pages[p], text, len, times, was)) {
			*page = code_pages[p].name;
			return true;
		}
	}
	return false;
}

bool text_misread(const char *text, size_t len, const char **page, struct buf *mended)
{
	struct buf was = {0};
	bool found;

	if (len > LONGEST || !may_be_misread(text, len))
		return false;
	found = find_page(text, len, TIMES, page, &was);
	if (found && mended)
		buf_add(mended, buf_text(&was), was.len);
	buf_release(&was);
	return found;
}
