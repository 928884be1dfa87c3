/*
 * vietnamese - the letters of the Vietnamese alphabet: their order, their tones, their Latin base.
 * Knows single code points; strings are in text.h.
 */
#ifndef MEMBERSTAT_VIETNAMESE_H
#define MEMBERSTAT_VIETNAMESE_H

#include <stdbool.h>
#include <stdint.h>

/* In the order of dictionaries. */
enum tone { TONE_NGANG, TONE_HUYEN, TONE_HOI, TONE_NGA, TONE_SAC, TONE_NANG };

struct vietnamese {
	char base; /* 'a' to 'z' */
	unsigned char
		nth; /* place among the letters of this base: a 0, ă 1, â 2; o, ô, ơ; d, đ … */
	unsigned char tone;
	bool upper;
};

/* Is the code point (in NFC) a letter of Vietnamese text? f, j, w, z and the look-alikes Ð ð (read
 * as Đ đ) are. */
bool vietnamese_letter(uint32_t code, struct vietnamese *letter);

#endif
