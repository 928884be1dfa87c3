#include "base/text.h"

#include "base/vietnamese.h"

static bool is_letter(uint32_t code)
{
	return (code >= 'a' && code <= 'z') || (code >= 'A' && code <= 'Z') ||
	       (code >= 0xc0 && code < 0x370 && code != 0xd7 && code != 0xf7) ||
	       (code >= 0x1e00 && code <= 0x1eff);
}

static bool is_small(uint32_t code)
{
	return code >= 'a' && code <= 'z';
}

/* Signs of Latin-1 whose byte is a Vietnamese letter in TCVN3. The soft hyphen is not among them,
 * although it is ư there: texts copied from web pages have real ones. */
static bool is_tcvn3_sign(uint32_t code)
{
	return (code >= 0xa1 && code <= 0xac) || code == 0xae || (code >= 0xb5 && code <= 0xb9) ||
	       (code >= 0xbb && code <= 0xbe) || code == 0xd7 || code == 0xf7;
}

/* Can it be the neighbour of such a sign within a word? */
static bool is_in_word(uint32_t code)
{
	return is_letter(code) || code == 0xad ||
	       (is_tcvn3_sign(code) && code != 0xab && code != 0xbb);
}

/* Signs that nobody writes straight before a word: § ¨ ª ¬ ® ¸, in TCVN3 Đ ă ê ơ đ á. */
static bool never_before_letter(uint32_t code)
{
	return code == 0xa7 || code == 0xa8 || code == 0xaa || code == 0xac || code == 0xae ||
	       code == 0xb8;
}

/* Signs that nobody writes straight after a word: ¨ ª « ¬ µ ¶ · ¸, in TCVN3 ă ê ô ơ à ả ã á. */
static bool never_after_letter(uint32_t code)
{
	return code == 0xa8 || (code >= 0xaa && code <= 0xac) || (code >= 0xb5 && code <= 0xb8);
}

/* NguyÔn, TrÇn, ThÞ: a capital inside a word of small letters. */
static bool is_stray_capital(uint32_t before, uint32_t code, uint32_t after)
{
	struct vietnamese letter;

	return code >= 0xc0 && code <= 0xde && code != 0xd7 && is_small(before) &&
	       (is_small(after) || !vietnamese_letter(code, &letter));
}

/*
 * Is `code` really a letter of TCVN3, by the characters before and after it? Between two letters
 * every such sign is. At the edge of a word only those are that nobody writes there («mot», Hoa
 * Sen®, 5 µm and footnote¹ are ordinary). `quoted`: a quotation is open.
 */
static bool is_damage(uint32_t before, uint32_t code, uint32_t after, bool quoted)
{
	if (code == '?')
		return is_letter(before) && is_letter(after);
	if (is_stray_capital(before, code, after))
		return true;
	if (!is_tcvn3_sign(code) || (code == 0xbb && quoted))
		return false;
	if (is_letter(before))
		return is_in_word(after) || never_after_letter(code);
	return is_letter(after) && (is_in_word(before) || never_before_letter(code));
}

/* Most text has none of the bytes that damage begins with, and need not be looked at closely: ?,
 * the signs of Latin-1 (C2 …, × and ÷), its capitals (C3 80 to C3 9E), and EF of U+FFFD. */
static bool may_be_lossy(const unsigned char *text, size_t len)
{
	for (size_t i = 0; i < len; i++)
		if (text[i] == '?' || text[i] == 0xc2 || text[i] == 0xef ||
			(text[i] == 0xc3 && (text[i + 1] < 0x9f || text[i + 1] == 0xb7)))
			return true;
	return false;
}

bool text_is_lossy(const char *text, size_t len)
{
	uint32_t before = ' ', code = ' ', after;
	bool quoted = false;
	size_t n;

	if (!may_be_lossy((const unsigned char *)text, len))
		return false;
	/* One step more than there are characters: each is judged when the one after it is
	 * known. */
	for (size_t i = 0; i <= len; i += n) {
		n = 1;
		after = ' ';
		if (i < len)
			n = text_next(text + i, len - i, &after);
		if (after == 0xfffd || is_damage(before, code, after, quoted))
			return true;
		quoted = quoted || code == 0xab;
		before = code;
		code = after;
	}
	return false;
}
