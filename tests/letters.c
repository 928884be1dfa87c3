/*
 * letters MODE - copies standard input, its Vietnamese letters written as other programs write
 * them:
 *
 *   nfd        a base letter and its marks
 *   composite  the letter without its tone, and the tone ("Unicode tổ hợp")
 *   vni        the bytes of the VNI fonts
 *   ascii      the base letter, a capital ("NGAY SINH")
 *   small      unchanged, but without capitals outside ASCII except Đ: TCVN3 has no others
 *
 * The input is UTF-8 in normalisation form C.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <utf8proc.h>

enum tone { NGANG, HUYEN, HOI, NGA, SAC, NANG, TONES };

struct letter {
	utf8proc_int32_t whole, base, shape; /* shape: hat, breve or horn, or 0 */
	enum tone tone;
};

static const utf8proc_int32_t tone_marks[TONES] = {0, 0x300, 0x309, 0x303, 0x301, 0x323};

enum { BREVE = 0x306, HAT = 0x302, HORN = 0x31b };

static struct letter take_apart(utf8proc_int32_t code)
{
	struct letter letter = {.whole = code, .base = code};
	utf8proc_int32_t parts[8];
	int boundary = 0;
	utf8proc_ssize_t count = utf8proc_decompose_char(
		code, parts, 8, UTF8PROC_DECOMPOSE | UTF8PROC_STABLE, &boundary);

	for (utf8proc_ssize_t i = 0; i < count; i++) {
		enum tone tone = HUYEN;

		while (tone < TONES && tone_marks[tone] != parts[i])
			tone++;
		if (i == 0)
			letter.base = parts[i];
		else if (tone < TONES)
			letter.tone = tone;
		else
			letter.shape = parts[i];
	}
	return letter;
}

static void put(utf8proc_int32_t code)
{
	utf8proc_uint8_t bytes[4];
	utf8proc_ssize_t len = utf8proc_encode_char(code, bytes);

	if (code)
		fwrite(bytes, 1, (size_t)len, stdout);
}

static void put_nfd(const struct letter *letter)
{
	/* The canonical order: a horn, what stands below, what stands above. */
	put(letter->base);
	if (letter->tone == NANG && letter->shape != HORN)
		put(tone_marks[NANG]);
	put(letter->shape);
	if (letter->tone != NANG || letter->shape == HORN)
		put(tone_marks[letter->tone]);
}

static void put_composite(const struct letter *letter)
{
	utf8proc_int32_t parts[2] = {letter->base, letter->shape};
	utf8proc_ssize_t count =
		utf8proc_normalize_utf32(parts, letter->shape ? 2 : 1, UTF8PROC_COMPOSE);

	for (utf8proc_ssize_t i = 0; i < count; i++)
		put(parts[i]);
	put(tone_marks[letter->tone]);
}

/* VNI writes most letters as a base and one byte for shape and tone together. */
static void put_vni(const struct letter *letter)
{
	static const int plain[TONES] = {0, 0xf8, 0xfb, 0xf5, 0xf9, 0xef};
	static const int hat[TONES] = {0xe2, 0xe0, 0xe5, 0xe3, 0xe1, 0xe4};
	static const int breve[TONES] = {0xea, 0xe8, 0xfa, 0xfc, 0xe9, 0xeb};
	static const int i[TONES] = {'i', 0xec, 0xe6, 0xf3, 0xed, 0xf2};
	int capital = utf8proc_tolower(letter->base) != letter->base ? 0x20 : 0;
	int base = utf8proc_tolower(letter->base), mark = plain[letter->tone];

	if (base == 0x111)
		base = 0xf1;
	else if (base == 'i')
		base = i[letter->tone], mark = 0;
	else if (base == 'y' && letter->tone == NANG)
		base = 0xee, mark = 0;
	else if (letter->shape == HORN)
		base = base == 'o' ? 0xf4 : 0xf6;
	else if (letter->shape == HAT)
		mark = hat[letter->tone];
	else if (letter->shape == BREVE)
		mark = breve[letter->tone];
	putchar(base - capital);
	if (mark)
		putchar(mark - capital);
}

static void put_letter(const char *mode, utf8proc_int32_t code)
{
	struct letter letter = take_apart(code);
	int is_d = code == 0x110 || code == 0x111;

	if (strcmp(mode, "ascii") == 0)
		put(utf8proc_toupper(is_d ? 'd' : letter.base));
	else if (code < 0x80)
		put(code);
	else if (strcmp(mode, "nfd") == 0)
		put_nfd(&letter);
	else if (strcmp(mode, "composite") == 0)
		put_composite(&letter);
	else if (strcmp(mode, "vni") == 0 && (letter.base != code || is_d))
		put_vni(&letter);
	else if (strcmp(mode, "small") == 0 && !is_d)
		put(utf8proc_tolower(code));
	else
		put(code);
}

int main(int argc, char *argv[])
{
	char line[65536];

	if (argc != 2)
		return EXIT_FAILURE;
	while (fgets(line, sizeof line, stdin)) {
		const utf8proc_uint8_t *p = (const utf8proc_uint8_t *)line;
		utf8proc_int32_t code;

		for (; *p; p += utf8proc_iterate(p, -1, &code)) {
			if (utf8proc_iterate(p, -1, &code) < 0)
				return EXIT_FAILURE;
			put_letter(argv[1], code);
		}
	}
	return fflush(stdout) == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
