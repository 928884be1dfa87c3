#include "import/vni.h"

struct vni_letter {
	unsigned char base, mark; /* of the small letter; those of the capital are 32 less */
	char small[4], capital[4];
};

/* The 67 letters that are not in ASCII, small and capital. mark 0: the byte alone is the letter. */
static const struct vni_letter letters[] = {
	{'a', 0xf9, "á", "Á"},
	{'a', 0xf8, "à", "À"},
	{'a', 0xfb, "ả", "Ả"},
	{'a', 0xf5, "ã", "Ã"},
	{'a', 0xef, "ạ", "Ạ"},
	{'a', 0xe2, "â", "Â"},
	{'a', 0xe1, "ấ", "Ấ"},
	{'a', 0xe0, "ầ", "Ầ"},
	{'a', 0xe5, "ẩ", "Ẩ"},
	{'a', 0xe3, "ẫ", "Ẫ"},
	{'a', 0xe4, "ậ", "Ậ"},
	{'a', 0xea, "ă", "Ă"},
	{'a', 0xe9, "ắ", "Ắ"},
	{'a', 0xe8, "ằ", "Ằ"},
	{'a', 0xfa, "ẳ", "Ẳ"},
	{'a', 0xfc, "ẵ", "Ẵ"},
	{'a', 0xeb, "ặ", "Ặ"},
	{'e', 0xf9, "é", "É"},
	{'e', 0xf8, "è", "È"},
	{'e', 0xfb, "ẻ", "Ẻ"},
	{'e', 0xf5, "ẽ", "Ẽ"},
	{'e', 0xef, "ẹ", "Ẹ"},
	{'e', 0xe2, "ê", "Ê"},
	{'e', 0xe1, "ế", "Ế"},
	{'e', 0xe0, "ề", "Ề"},
	{'e', 0xe5, "ể", "Ể"},
	{'e', 0xe3, "ễ", "Ễ"},
	{'e', 0xe4, "ệ", "Ệ"},
	{0xed, 0, "í", "Í"},
	{0xec, 0, "ì", "Ì"},
	{0xe6, 0, "ỉ", "Ỉ"},
	{0xf3, 0, "ĩ", "Ĩ"},
	{0xf2, 0, "ị", "Ị"},
	{'o', 0xf9, "ó", "Ó"},
	{'o', 0xf8, "ò", "Ò"},
	{'o', 0xfb, "ỏ", "Ỏ"},
	{'o', 0xf5, "õ", "Õ"},
	{'o', 0xef, "ọ", "Ọ"},
	{'o', 0xe2, "ô", "Ô"},
	{'o', 0xe1, "ố", "Ố"},
	{'o', 0xe0, "ồ", "Ồ"},
	{'o', 0xe5, "ổ", "Ổ"},
	{'o', 0xe3, "ỗ", "Ỗ"},
	{'o', 0xe4, "ộ", "Ộ"},
	{0xf4, 0, "ơ", "Ơ"},
	{0xf4, 0xf9, "ớ", "Ớ"},
	{0xf4, 0xf8, "ờ", "Ờ"},
	{0xf4, 0xfb, "ở", "Ở"},
	{0xf4, 0xf5, "ỡ", "Ỡ"},
	{0xf4, 0xef, "ợ", "Ợ"},
	{'u', 0xf9, "ú", "Ú"},
	{'u', 0xf8, "ù", "Ù"},
	{'u', 0xfb, "ủ", "Ủ"},
	{'u', 0xf5, "ũ", "Ũ"},
	{'u', 0xef, "ụ", "Ụ"},
	{0xf6, 0, "ư", "Ư"},
	{0xf6, 0xf9, "ứ", "Ứ"},
	{0xf6, 0xf8, "ừ", "Ừ"},
	{0xf6, 0xfb, "ử", "Ử"},
	{0xf6, 0xf5, "ữ", "Ữ"},
	{0xf6, 0xef, "ự", "Ự"},
	{'y', 0xf9, "ý", "Ý"},
	{'y', 0xf8, "ỳ", "Ỳ"},
	{'y', 0xfb, "ỷ", "Ỷ"},
	{'y', 0xf5, "ỹ", "Ỹ"},
	{0xee, 0, "ỵ", "Ỵ"},
	{0xf1, 0, "đ", "Đ"},
};

/* Bytes 0x80 to 0x9f are those of Windows-1252, as in all Windows fonts. */
static const char signs[32][4] = {
	"€",
	"",
	"‚",
	"ƒ",
	"„",
	"…",
	"†",
	"‡",
	"ˆ",
	"‰",
	"Š",
	"‹",
	"Œ",
	"",
	"Ž",
	"",
	"",
	"‘",
	"’",
	"“",
	"”",
	"•",
	"–",
	"—",
	"˜",
	"™",
	"š",
	"›",
	"œ",
	"",
	"ž",
	"Ÿ",
};

static unsigned char small_of(unsigned char byte)
{
	bool capital = (byte >= 'A' && byte <= 'Z') || (byte >= 0xc0 && byte <= 0xde);

	return capital ? byte | 0x20 : byte;
}

static const struct vni_letter *letter_of(unsigned char base, unsigned char mark)
{
	for (size_t i = 0; i < sizeof letters / sizeof letters[0]; i++)
		if (letters[i].base == base && letters[i].mark == mark)
			return &letters[i];
	return NULL;
}

/* Appends a byte that is neither ASCII nor part of a letter in the table. False when it means
 * nothing. */
static bool add_sign(struct buf *out, unsigned char byte)
{
	const char latin1[] = {'\xc2', (char)byte, '\0'};
	const char *sign = NULL;

	if (byte < 0xa0)
		sign = signs[byte - 0x80];
	else if (byte < 0xc0)
		sign = latin1;
	if (sign == NULL || *sign == '\0') {
		buf_puts(out, "\xef\xbf\xbd");
		return false;
	}
	buf_puts(out, sign);
	return true;
}

bool vni_decode(struct buf *out, const char *bytes, size_t len)
{
	bool known = true;

	for (size_t i = 0; i < len; i++) {
		unsigned char byte = (unsigned char)bytes[i];
		unsigned char next = i + 1 < len ? (unsigned char)bytes[i + 1] : 0;
		const struct vni_letter *letter = NULL;

		/* A capital may be followed by the mark of a small letter: "AÙ" and "Aù" are both
		 * Á. */
		if (next >= 0x80)
			letter = letter_of(small_of(byte), small_of(next));
		if (letter != NULL)
			i++;
		else if (byte >= 0x80)
			letter = letter_of(small_of(byte), 0);
		if (letter != NULL)
			buf_puts(out, small_of(byte) == byte ? letter->small : letter->capital);
		else if (byte < 0x80)
			buf_putc(out, (char)byte);
		else
			known = add_sign(out, byte) && known;
	}
	return known;
}
