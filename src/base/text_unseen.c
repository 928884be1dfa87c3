#include "base/text.h"

/* Default_Ignorable_Code_Point (Unicode, DerivedCoreProperties.txt). */
static const struct {
	uint32_t first, last;
} unseen[] = {{0xad, 0xad}, {0x34f, 0x34f}, {0x61c, 0x61c}, {0x115f, 0x1160}, {0x17b4, 0x17b5},
	{0x180b, 0x180f}, {0x200b, 0x200f}, {0x202a, 0x202e}, {0x2060, 0x206f}, {0x3164, 0x3164},
	{0xfe00, 0xfe0f}, {0xfeff, 0xfeff}, {0xffa0, 0xffa0}, {0xfff0, 0xfff8}, {0x1bca0, 0x1bca3},
	{0x1d173, 0x1d17a}, {0xe0000, 0xe0fff}};

static bool is_unseen(uint32_t code)
{
	for (size_t i = 0; i < sizeof unseen / sizeof unseen[0]; i++)
		if (code >= unseen[i].first && code <= unseen[i].last)
			return true;
	return false;
}

void text_drop_unseen(struct buf *out, const char *text, size_t len)
{
	uint32_t code;
	size_t n;

	for (size_t i = 0; i < len; i += n) {
		n = text_next(text + i, len - i, &code);
		if (!is_unseen(code))
			buf_add(out, text + i, n);
	}
}
