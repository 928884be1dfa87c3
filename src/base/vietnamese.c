#include "base/vietnamese.h"

struct letter_entry {
	char base; /* '\0': no Vietnamese letter */
	unsigned char nth, tone;
};

/* U+00C0 to U+00DF; the small letters follow 32 further on. */
static const struct letter_entry latin[32] = {
	[0x00] = {'a', 0, TONE_HUYEN},
	[0x01] = {'a', 0, TONE_SAC},
	[0x02] = {'a', 2, TONE_NGANG},
	[0x03] = {'a', 0, TONE_NGA},
	[0x08] = {'e', 0, TONE_HUYEN},
	[0x09] = {'e', 0, TONE_SAC},
	[0x0a] = {'e', 1, TONE_NGANG},
	[0x0c] = {'i', 0, TONE_HUYEN},
	[0x0d] = {'i', 0, TONE_SAC},
	[0x10] = {'d', 1, TONE_NGANG},
	[0x12] = {'o', 0, TONE_HUYEN},
	[0x13] = {'o', 0, TONE_SAC},
	[0x14] = {'o', 1, TONE_NGANG},
	[0x15] = {'o', 0, TONE_NGA},
	[0x19] = {'u', 0, TONE_HUYEN},
	[0x1a] = {'u', 0, TONE_SAC},
	[0x1d] = {'y', 0, TONE_SAC},
};

/* U+1EA0 to U+1EF9: pairs of a capital and its small letter. */
static const struct letter_entry extended[45] = {
	{'a', 0, TONE_NANG},
	{'a', 0, TONE_HOI},
	{'a', 2, TONE_SAC},
	{'a', 2, TONE_HUYEN},
	{'a', 2, TONE_HOI},
	{'a', 2, TONE_NGA},
	{'a', 2, TONE_NANG},
	{'a', 1, TONE_SAC},
	{'a', 1, TONE_HUYEN},
	{'a', 1, TONE_HOI},
	{'a', 1, TONE_NGA},
	{'a', 1, TONE_NANG},
	{'e', 0, TONE_NANG},
	{'e', 0, TONE_HOI},
	{'e', 0, TONE_NGA},
	{'e', 1, TONE_SAC},
	{'e', 1, TONE_HUYEN},
	{'e', 1, TONE_HOI},
	{'e', 1, TONE_NGA},
	{'e', 1, TONE_NANG},
	{'i', 0, TONE_HOI},
	{'i', 0, TONE_NANG},
	{'o', 0, TONE_NANG},
	{'o', 0, TONE_HOI},
	{'o', 1, TONE_SAC},
	{'o', 1, TONE_HUYEN},
	{'o', 1, TONE_HOI},
	{'o', 1, TONE_NGA},
	{'o', 1, TONE_NANG},
	{'o', 2, TONE_SAC},
	{'o', 2, TONE_HUYEN},
	{'o', 2, TONE_HOI},
	{'o', 2, TONE_NGA},
	{'o', 2, TONE_NANG},
	{'u', 0, TONE_NANG},
	{'u', 0, TONE_HOI},
	{'u', 1, TONE_SAC},
	{'u', 1, TONE_HUYEN},
	{'u', 1, TONE_HOI},
	{'u', 1, TONE_NGA},
	{'u', 1, TONE_NANG},
	{'y', 0, TONE_HUYEN},
	{'y', 0, TONE_NANG},
	{'y', 0, TONE_HOI},
	{'y', 0, TONE_NGA},
};

/* The few between those blocks. */
static struct letter_entry other(uint32_t code, bool *upper)
{
	*upper = code == 0x102 || code == 0x110 || code == 0x128 || code == 0x168 ||
		 code == 0x1a0 || code == 0x1af;
	switch (code) {
	case 0x102: /* Ă */
	case 0x103:
		return (struct letter_entry){'a', 1, TONE_NGANG};
	case 0x110: /* Đ */
	case 0x111:
		return (struct letter_entry){'d', 1, TONE_NGANG};
	case 0x128: /* Ĩ */
	case 0x129:
		return (struct letter_entry){'i', 0, TONE_NGA};
	case 0x168: /* Ũ */
	case 0x169:
		return (struct letter_entry){'u', 0, TONE_NGA};
	case 0x1a0: /* Ơ */
	case 0x1a1:
		return (struct letter_entry){'o', 2, TONE_NGANG};
	case 0x1af: /* Ư */
	case 0x1b0:
		return (struct letter_entry){'u', 1, TONE_NGANG};
	default:
		return (struct letter_entry){0};
	}
}

bool vietnamese_letter(uint32_t code, struct vietnamese *letter)
{
	struct letter_entry entry = {0};
	bool upper;

	if (code < 0x80) {
		uint32_t small = code | 0x20;

		upper = code != small;
		if (small >= 'a' && small <= 'z')
			entry.base = (char)small;
	} else if (code >= 0xc0 && code <= 0xff) {
		upper = code < 0xe0;
		entry = latin[code & 0x1f];
	} else if (code >= 0x1ea0 && code <= 0x1ef9) {
		upper = (code & 1) == 0;
		entry = extended[(code - 0x1ea0) / 2];
	} else {
		entry = other(code, &upper);
	}
	if (entry.base == '\0')
		return false;
	letter->base = entry.base;
	letter->nth = entry.nth;
	letter->tone = entry.tone;
	letter->upper = upper;
	return true;
}
