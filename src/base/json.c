#include "base/json.h"

#include <string.h>

#include "base/text.h"

/* The character at s when JSON or a terminal wants it escaped, else 0: quotes, controls (C0, DEL,
 * C1), line separators, bidirectional marks. */
static unsigned to_escape(const unsigned char *s)
{
	if (s[0] < 0x20 || s[0] == '"' || s[0] == '\\' || s[0] == 0x7f)
		return s[0];
	if (s[0] == 0xc2 && s[1] < 0xa0)
		return s[1];
	if (s[0] == 0xd8 && s[1] == 0x9c)
		return 0x61c;
	if (s[0] == 0xe2 && s[1] == 0x80 && (s[2] == 0x8e || s[2] == 0x8f))
		return 0x2000u | (s[2] & 0x3fu);
	if (s[0] == 0xe2 && s[1] == 0x80 && s[2] >= 0xa8 && s[2] <= 0xae)
		return 0x2000u | (s[2] & 0x3fu);
	if (s[0] == 0xe2 && s[1] == 0x81 && s[2] >= 0xa6 && s[2] <= 0xa9)
		return 0x2040u | (s[2] & 0x3fu);
	return 0;
}

static void write_escape(struct buf *out, unsigned c)
{
	static const char letters[] = "\"\"\\\\\bb\ff\nn\rr\tt";

	for (size_t i = 0; letters[i] != '\0'; i += 2) {
		if ((unsigned char)letters[i] == c) {
			buf_putc(out, '\\');
			buf_putc(out, letters[i + 1]);
			return;
		}
	}
	buf_printf(out, "\\u%04x", c);
}

static void write_string(struct buf *out, const char *text)
{
	size_t plain = 0, i = 0;

	buf_putc(out, '"');
	while (text[i] != '\0') {
		unsigned c = to_escape((const unsigned char *)text + i);

		if (c == 0) {
			i++;
			continue;
		}
		buf_add(out, text + plain, i - plain);
		write_escape(out, c);
		i += c < 0x80 ? 1 : c < 0x800 ? 2 : 3;
		plain = i;
	}
	buf_add(out, text + plain, i - plain);
	buf_putc(out, '"');
}

void json_text(struct buf *out, const char *text)
{
	struct buf visible = {0};

	if (text == NULL) {
		buf_puts(out, "null");
		return;
	}
	/* A word of the command line may hold any bytes, and JSON has to stay readable. */
	if (!text_valid(text, strlen(text)))
		text_visible(&visible, text, strlen(text));
	write_string(out, visible.len ? visible.data : text);
	buf_release(&visible);
}
