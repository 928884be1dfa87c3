#include "import/encoding_guess.h"

#include <stdint.h>
#include <string.h>

#include "base/text.h"
#include "base/vietnamese.h"

#define SYLLABLE_MAX 7 /* letters, as in nghiêng */

/* The parts of a syllable, without tones. Onset and coda may be empty. */
static const char *const onsets[] = {"", "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh",
	"l", "m", "n", "ng", "ngh", "nh", "p", "ph", "qu", "r", "s", "t", "th", "tr", "v", "x",
	NULL};
static const char *const nuclei[] = {"a", "ă", "â", "e", "ê", "i", "o", "ô", "ơ", "u", "ư", "y",
	"ai", "ao", "au", "ay", "âu", "ây", "eo", "êu", "ia", "iu", "iê", "oa", "oă", "oe", "oi",
	"oo", "ôi", "ơi", "ua", "uâ", "uê", "ui", "uô", "uơ", "uy", "ưa", "ưi", "ưu", "ươ", "yê",
	"iêu", "oai", "oao", "oay", "oeo", "uây", "uôi", "uya", "uyê", "uyu", "ươi", "ươu", "yêu",
	NULL};
static const char *const codas[] = {"", "c", "ch", "m", "n", "ng", "nh", "p", "t", NULL};

static bool is_listed(const char *const *list, const char *text, size_t len)
{
	for (; *list != NULL; list++)
		if (strlen(*list) == len && memcmp(*list, text, len) == 0)
			return true;
	return false;
}

/* Can the word, which has no tones, be cut into onset, nucleus and coda? */
static bool is_syllable(const char *word, size_t len)
{
	for (size_t i = 0; onsets[i] != NULL; i++) {
		size_t onset = strlen(onsets[i]);

		if (onset > len || memcmp(onsets[i], word, onset) != 0)
			continue;
		for (size_t j = 0; codas[j] != NULL; j++) {
			size_t coda = strlen(codas[j]);

			if (onset + coda < len && memcmp(codas[j], word + len - coda, coda) == 0 &&
				is_listed(nuclei, word + onset, len - onset - coda))
				return true;
		}
	}
	return false;
}

/* Appends the small letter without its tone. */
static void add_toneless(struct buf *out, const struct vietnamese *letter)
{
	static const struct {
		char base;
		char marked[2][3];
	} marks[] = {
		{'a', {"ă", "â"}}, {'d', {"đ"}}, {'e', {"ê"}}, {'o', {"ô", "ơ"}}, {'u', {"ư"}}};

	if (letter->nth == 0) {
		buf_putc(out, letter->base);
		return;
	}
	for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++)
		if (marks[i].base == letter->base)
			buf_puts(out, marks[i].marked[letter->nth - 1]);
}

/* Is it a Vietnamese word: a syllable with at most one tone, and no accented capital after a small
 * letter (NguyÔn)? */
static bool is_word(const char *word, size_t len)
{
	struct buf toneless = {0};
	struct vietnamese letter;
	bool small = false, good = true;
	size_t n, tones = 0;
	uint32_t code;

	for (size_t i = 0; i < len && good; i += n) {
		n = text_next(word + i, len - i, &code);
		good = vietnamese_letter(code, &letter) && !(small && letter.upper && n > 1);
		if (!good)
			break;
		add_toneless(&toneless, &letter);
		tones += letter.tone != TONE_NGANG;
		small = !letter.upper;
	}
	good = good && tones <= 1 &&
	       text_characters(buf_text(&toneless), toneless.len) <= SYLLABLE_MAX &&
	       is_syllable(buf_text(&toneless), toneless.len);
	buf_release(&toneless);
	return good;
}

static bool is_word_byte(char c)
{
	unsigned char small = (unsigned char)c | 0x20;

	return (unsigned char)c >= 0x80 || (small >= 'a' && small <= 'z');
}

/* Counts the words with letters beyond ASCII, and those among them that are Vietnamese. */
static void count_words(const struct buf *text, size_t *words, size_t *good)
{
	size_t i = 0;

	*words = *good = 0;
	while (i < text->len) {
		size_t start = i;
		bool accented = false;

		for (; i < text->len && is_word_byte(text->data[i]); i++)
			accented = accented || (unsigned char)text->data[i] >= 0x80;
		if (accented) {
			++*words;
			*good += is_word(text->data + start, i - start);
		}
		i += i == start;
	}
}

bool encoding_guess_letters(const char *bytes, size_t len, enum encoding *encoding)
{
	static const enum encoding candidates[] = {ENCODING_TCVN3, ENCODING_VNI, ENCODING_CP1258};
	struct decoder decoder;
	struct error error = {0};
	size_t words, good, best = 0;

	for (size_t i = 0; i < sizeof candidates / sizeof candidates[0]; i++) {
		struct buf decoded = {0}, text = {0};

		if (decoder_init(&decoder, candidates[i], &error) != STATUS_DONE)
			continue;
		decode_line(&decoder, &decoded, bytes, len);
		text_clean(&text, buf_text(&decoded), decoded.len);
		count_words(&text, &words, &good);
		if (good * 2 > words && good > best) {
			best = good;
			*encoding = candidates[i];
		}
		buf_release(&decoded);
		buf_release(&text);
	}
	return best > 0;
}

bool encoding_guess_utf16(const unsigned char *bytes, size_t len, enum encoding *encoding)
{
	size_t zeros[2] = {0, 0};
	size_t most, least;

	for (size_t i = 0; i < len; i++)
		zeros[i % 2] += bytes[i] == 0;
	*encoding = zeros[1] > zeros[0] ? ENCODING_UTF16LE : ENCODING_UTF16BE;
	most = zeros[1] > zeros[0] ? zeros[1] : zeros[0];
	least = zeros[1] > zeros[0] ? zeros[0] : zeros[1];
	/* Also in Vietnamese text far more than a quarter of the characters are below U+0100. */
	return most > len / 8 && least < most / 8;
}
