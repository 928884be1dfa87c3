#include "base/text.h"

#include <string.h>

#include "base/vietnamese.h"

/*
 * A key is made word by word: the letters of the word, KEY_WORD_END, its tone, the place of the
 * tone, and its capitals. Words with the same letters have keys of the same length, so that the
 * tone decides only between those, and the capitals only between words with the same tone.
 */
#define KEY_WORD_END 0x01 /* below every letter: the shorter word comes first */
#define KEY_SIGN     0x02 /* then the bytes of the sign */
#define KEY_DIGIT    0x10
#define KEY_LETTER   0x20 /* three places for each of a to z */
#define KEY_SCRIPT   0xf0 /* another script: then the bytes of the character */
#define KEY_TONE     0x02
#define KEY_OTHER    0x0f /* a mark that Vietnamese does not have (ü) */

struct mark {
	unsigned char tone;
	bool upper;
};

/* A Latin letter that is not Vietnamese is sorted with its base letter. */
static bool foreign_letter(const char *text, size_t len, struct vietnamese *letter)
{
	struct buf folded = {0};
	bool found;

	text_fold(&folded, text, len);
	found = folded.len == 1 && vietnamese_letter((unsigned char)folded.data[0], letter);
	letter->tone = KEY_OTHER;
	buf_release(&folded);
	return found;
}

/* Appends the place of one character in the alphabet; returns its tone and whether it is a
 * capital. */
static struct mark add_letter(struct buf *out, const char *text, size_t len, uint32_t code)
{
	struct vietnamese letter = {0};

	if (vietnamese_letter(code, &letter) ||
		(code >= 0x80 && foreign_letter(text, len, &letter))) {
		buf_putc(out, (char)(KEY_LETTER + (letter.base - 'a') * 3 + letter.nth));
		return (struct mark){.tone = letter.tone, .upper = letter.upper};
	}
	if (code >= '0' && code <= '9') {
		buf_putc(out, (char)(KEY_DIGIT + (code - '0')));
	} else {
		buf_putc(out, (char)(code < 0x250 ? KEY_SIGN : KEY_SCRIPT));
		buf_add(out, text, len);
	}
	return (struct mark){.tone = TONE_NGANG};
}

static void add_word(struct buf *out, const char *word, size_t len)
{
	struct buf tones = {0}, capitals = {0};
	unsigned char tone = TONE_NGANG;
	uint32_t code;
	size_t n;

	for (size_t i = 0; i < len; i += n) {
		struct mark mark;

		n = text_next(word + i, len - i, &code);
		mark = add_letter(out, word + i, n, code);
		if (mark.tone > tone)
			tone = mark.tone;
		buf_putc(&tones, (char)(KEY_TONE + mark.tone));
		buf_putc(&capitals, mark.upper ? 2 : 1);
	}
	buf_putc(out, KEY_WORD_END);
	/* A syllable has one tone. Its place only tells hòa from hoà. */
	buf_putc(out, (char)(KEY_TONE + tone));
	buf_add(out, tones.data, tones.len);
	buf_add(out, capitals.data, capitals.len);
	buf_release(&tones);
	buf_release(&capitals);
}

void text_sort_key(struct buf *out, const char *text, size_t len)
{
	size_t i = 0;

	while (i < len) {
		const char *end = memchr(text + i, ' ', len - i);
		size_t n = end ? (size_t)(end - text) - i : len - i;

		if (n > 0)
			add_word(out, text + i, n);
		i += n + 1;
	}
}

void text_name_key(struct buf *out, const char *name, size_t len)
{
	size_t given;

	while (len > 0 && name[len - 1] == ' ')
		len--;
	given = len;
	while (given > 0 && name[given - 1] != ' ')
		given--;
	text_sort_key(out, name + given, len - given);
	text_sort_key(out, name, given);
}
