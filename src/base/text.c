#include "base/text.h"

#include <stdlib.h>
#include <string.h>

#include <utf8proc.h>

#include "base/err.h"
#include "base/vietnamese.h"

static bool is_tail(unsigned char byte)
{
	return (byte & 0xc0) == 0x80;
}

/* Bytes of the well-formed UTF-8 sequence at p, 0 when there is none (Unicode, table 3-7). */
static inline size_t sequence(const unsigned char *p, size_t len)
{
	unsigned char low = 0x80, high = 0xbf;

	if (p[0] < 0x80)
		return 1;
	if (p[0] < 0xc2 || p[0] > 0xf4 || len < 2)
		return 0;
	if (p[0] < 0xe0)
		return is_tail(p[1]) ? 2 : 0;
	if (p[0] == 0xe0)
		low = 0xa0;
	else if (p[0] == 0xed)
		high = 0x9f;
	else if (p[0] == 0xf0)
		low = 0x90;
	else if (p[0] == 0xf4)
		high = 0x8f;
	if (p[1] < low || p[1] > high || len < 3 || !is_tail(p[2]))
		return 0;
	if (p[0] < 0xf0)
		return 3;
	return len >= 4 && is_tail(p[3]) ? 4 : 0;
}

/* How many bytes from the front on are ASCII. Looks at eight at a time. */
static size_t ascii_run(const char *text, size_t len)
{
	size_t i = 0;
	uint64_t eight;

	while (i + sizeof eight <= len) {
		memcpy(&eight, text + i, sizeof eight);
		if (eight & UINT64_C(0x8080808080808080))
			break;
		i += sizeof eight;
	}
	while (i < len && (unsigned char)text[i] < 0x80)
		i++;
	return i;
}

size_t text_valid_prefix(const char *text, size_t len)
{
	size_t i = 0;

	while (i < len) {
		size_t n;

		i += ascii_run(text + i, len - i);
		if (i == len)
			break;
		n = sequence((const unsigned char *)text + i, len - i);
		if (n == 0)
			break;
		i += n;
	}
	return i;
}

bool text_valid(const char *text, size_t len)
{
	return text_valid_prefix(text, len) == len;
}

size_t text_next(const char *text, size_t len, uint32_t *code)
{
	const unsigned char *p = (const unsigned char *)text;
	size_t n = sequence(p, len);

	switch (n) {
	case 0:
		*code = 0xfffd;
		return 1;
	case 1:
		*code = p[0];
		return 1;
	case 2:
		*code = (p[0] & 0x1fu) << 6 | (p[1] & 0x3fu);
		return 2;
	case 3:
		*code = (p[0] & 0x0fu) << 12 | (p[1] & 0x3fu) << 6 | (p[2] & 0x3fu);
		return 3;
	default:
		*code = (p[0] & 0x07u) << 18 | (p[1] & 0x3fu) << 12 | (p[2] & 0x3fu) << 6 |
			(p[3] & 0x3fu);
		return 4;
	}
}

size_t text_characters(const char *text, size_t len)
{
	size_t count = 0;

	for (size_t i = 0; i < len; i++)
		count += !is_tail((unsigned char)text[i]);
	return count;
}

size_t text_first(const char *text, size_t len, size_t characters)
{
	size_t i = 0, most = len / 4 < characters ? len : 4 * characters;

	for (; i < most; i++)
		if (!is_tail((unsigned char)text[i]) && characters-- == 0)
			break;
	return i;
}

size_t text_cut(const char *text, size_t len, size_t most)
{
	if (len <= most)
		return len;
	while (most > 0 && is_tail((unsigned char)text[most]))
		most--;
	return most;
}

size_t text_columns(uint32_t code)
{
	int columns = utf8proc_charwidth((utf8proc_int32_t)code);

	return columns > 0 ? (size_t)columns : 0;
}

static bool is_blank(uint32_t code)
{
	if (code < 0x80)
		return code == ' ' || (code >= '\t' && code <= '\r');
	return code == 0x85 || code == 0xa0 || code == 0x1680 ||
	       (code >= 0x2000 && code <= 0x200a) || code == 0x2028 || code == 0x2029 ||
	       code == 0x202f || code == 0x205f || code == 0x3000;
}

static bool is_zero_width(uint32_t code)
{
	return code >= 0xad && ((code >= 0x200b && code <= 0x200d) || code == 0x2060 ||
				       code == 0xfeff || code == 0xad);
}

bool text_is_blank(const char *text, size_t len)
{
	uint32_t code = ' ';
	size_t i = 0;

	while (i < len && (is_blank(code) || is_zero_width(code)))
		i += text_next(text + i, len - i, &code);
	return is_blank(code) || is_zero_width(code);
}

/* Bytes of a letter that cleaning surely leaves alone: ASCII, or one of U+00C0..U+027F and
 * U+1E00..U+1EFF, which normalisation does not change. 0 for anything else. */
static size_t clean_letter(const unsigned char *p, size_t len)
{
	if (p[0] < 0x7f)
		return p[0] > ' ';
	if (p[0] >= 0xc3 && p[0] <= 0xc9 && len >= 2)
		return 2;
	return p[0] == 0xe1 && len >= 3 && p[1] >= 0xb8 && p[1] <= 0xbb ? 3 : 0;
}

/* Can it be a sign of damage (text_is_lossy, text_misread), or does text_mend_d change it?
 * U+00C0..U+00DF, ð, ÷, ã before a letter of U+00C0..U+00FF, Œ and ƒ. The text ends with a NUL. */
static bool is_doubtful(const unsigned char *p)
{
	if (p[0] == 0xc3)
		return p[1] < 0xa0 || p[1] == 0xb0 || p[1] == 0xb7 ||
		       (p[1] == 0xa3 && p[2] == 0xc3);
	return p[0] == '?' || ((p[0] == 0xc5 || p[0] == 0xc6) && p[1] == 0x92);
}

/* Is the text clean as it stands? With `plain` it also has to be free of what is_doubtful says.
 * Nearly every cell of an import is. */
static inline bool is_clean(const char *text, size_t len, bool plain)
{
	const unsigned char *p = (const unsigned char *)text;
	bool blank = true;

	for (size_t i = 0; i < len;) {
		size_t n = clean_letter(p + i, len - i);

		if ((n == 0 && (p[i] != ' ' || blank)) || (plain && is_doubtful(p + i)))
			return false;
		blank = n == 0;
		i += blank ? 1 : n;
	}
	return !blank;
}

bool text_is_plain(const char *text, size_t len)
{
	return is_clean(text, len, true);
}

/* Appends the text trimmed, each run of blanks as one, without characters that have no width. */
static void squeeze(struct buf *out, const char *text, size_t len)
{
	size_t start = out->len, n;
	bool blank = false;
	uint32_t code;

	for (size_t i = 0; i < len; i += n) {
		n = text_next(text + i, len - i, &code);
		if (is_blank(code)) {
			blank = true;
		} else if (!is_zero_width(code)) {
			if (blank && out->len > start)
				buf_putc(out, ' ');
			buf_add(out, text + i, n);
			blank = false;
		}
	}
}

void text_clean(struct buf *out, const char *text, size_t len)
{
	struct buf squeezed = {0};
	utf8proc_uint8_t *composed = NULL;
	utf8proc_ssize_t n;

	if (is_clean(text, len, false)) {
		buf_add(out, text, len);
		return;
	}
	squeeze(&squeezed, text, len);
	n = utf8proc_map((const utf8proc_uint8_t *)buf_text(&squeezed),
		(utf8proc_ssize_t)squeezed.len, &composed, UTF8PROC_STABLE | UTF8PROC_COMPOSE);
	if (n == UTF8PROC_ERROR_NOMEM)
		memory_failed();
	if (n >= 0)
		buf_add(out, (const char *)composed, (size_t)n);
	else /* not valid after all: stays as it is, not composed, and nothing is lost */
		buf_add(out, buf_text(&squeezed), squeezed.len);
	free(composed);
	buf_release(&squeezed);
}

void text_mend_d(char *text)
{
	for (char *p = strchr(text, '\xc3'); p != NULL; p = strchr(p + 1, '\xc3')) {
		if (p[1] == '\x90') {
			p[0] = '\xc4';
		} else if (p[1] == '\xb0') {
			p[0] = '\xc4';
			p[1] = '\x91';
		}
	}
}

void text_put(struct buf *out, uint32_t code)
{
	utf8proc_uint8_t bytes[4];
	utf8proc_ssize_t n = utf8proc_encode_char((utf8proc_int32_t)code, bytes);

	buf_add(out, (const char *)bytes, (size_t)n);
}

uint32_t text_upper(uint32_t code)
{
	return (uint32_t)utf8proc_toupper((utf8proc_int32_t)code);
}

/* Appends the key of a letter that is neither ASCII nor Vietnamese. */
static void fold_foreign(struct buf *out, uint32_t code)
{
	const utf8proc_option_t options =
		UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK;
	utf8proc_int32_t parts[32];
	int boundary = 0;
	utf8proc_ssize_t count =
		utf8proc_decompose_char((utf8proc_int32_t)code, parts, 32, options, &boundary);

	for (utf8proc_ssize_t i = 0; i < count && i < 32; i++)
		text_put(out, (uint32_t)parts[i]);
}

void text_fold(struct buf *out, const char *text, size_t len)
{
	size_t start = out->len, n;
	bool blank = false;
	struct vietnamese letter;
	uint32_t code;

	for (size_t i = 0; i < len; i += n) {
		n = text_next(text + i, len - i, &code);
		if (code == '_' || is_blank(code)) {
			blank = true;
			continue;
		}
		if (is_zero_width(code))
			continue;
		if (blank && out->len > start && out->data[out->len - 1] != ' ')
			buf_putc(out, ' ');
		blank = false;
		if (vietnamese_letter(code, &letter))
			buf_putc(out, letter.base);
		else if (code < 0x80)
			buf_putc(out, (char)code);
		else
			fold_foreign(out, code);
	}
	/* A combining mark alone after a blank leaves nothing but that blank. */
	if (out->len > start && out->data[out->len - 1] == ' ')
		out->data[--out->len] = '\0';
}

void text_capital(struct buf *out, const char *text, size_t len)
{
	utf8proc_uint8_t bytes[4];
	utf8proc_ssize_t size;
	uint32_t code;
	size_t n;

	if (len == 0)
		return;
	n = text_next(text, len, &code);
	size = utf8proc_encode_char(utf8proc_toupper((utf8proc_int32_t)code), bytes);
	buf_add(out, (const char *)bytes, (size_t)size);
	buf_add(out, text + n, len - n);
}

void text_lower(struct buf *out, const char *text, size_t len)
{
	struct buf clean = {0};
	uint32_t code;

	text_clean(&clean, text, len);
	for (size_t i = 0; i < clean.len;) {
		i += text_next(clean.data + i, clean.len - i, &code);
		text_put(out, (uint32_t)utf8proc_tolower((utf8proc_int32_t)code));
	}
	buf_release(&clean);
}

static bool is_hidden(uint32_t code)
{
	return code < 0x20 || (code >= 0x7f && code < 0xa0) || code == 0x2028 || code == 0x2029 ||
	       (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069);
}

void text_visible(struct buf *out, const char *text, size_t len)
{
	size_t n;
	uint32_t code;

	for (size_t i = 0; i < len; i += n) {
		n = text_next(text + i, len - i, &code);
		if (n == 1 && code == 0xfffd)
			buf_printf(out, "\\x%02x", (unsigned)(unsigned char)text[i]);
		else if (!is_hidden(code))
			buf_add(out, text + i, n);
		else if (code == '\n')
			buf_puts(out, "\\n");
		else
			buf_printf(out, code < 0x80 ? "\\x%02x" : "\\u%04x", (unsigned)code);
	}
}

/* Makes one row of the table of Levenshtein distances from the row above it. Bytes are taken as
 * letters: folded words are ASCII except for rare foreign letters. */
static void next_row(size_t *row, const struct buf *b, char letter)
{
	size_t diagonal = row[0];

	row[0]++;
	for (size_t j = 1; j <= b->len; j++) {
		size_t above = row[j];
		size_t best = diagonal + (letter != b->data[j - 1]);

		if (above + 1 < best)
			best = above + 1;
		if (row[j - 1] + 1 < best)
			best = row[j - 1] + 1;
		row[j] = best;
		diagonal = above;
	}
}

size_t text_distance(const char *a, const char *b)
{
	struct buf from = {0}, to = {0};
	size_t *row, distance;

	text_fold(&from, a, strlen(a));
	text_fold(&to, b, strlen(b));
	row = memory_get((to.len + 1) * sizeof *row);
	for (size_t j = 0; j <= to.len; j++)
		row[j] = j;
	for (size_t i = 0; i < from.len; i++)
		next_row(row, &to, from.data[i]);
	distance = row[to.len];
	free(row);
	buf_release(&from);
	buf_release(&to);
	return distance;
}
