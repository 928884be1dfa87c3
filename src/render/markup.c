#include "render/markup.h"

#include <string.h>

#include "base/text.h"

static const char *entity(char c)
{
	switch (c) {
	case '&':
		return "&amp;";
	case '<':
		return "&lt;";
	case '>':
		return "&gt;";
	case '"':
		return "&quot;";
	case '\'':
		return "&#39;";
	default:
		return NULL;
	}
}

void markup_text(struct buf *out, const char *text)
{
	struct buf visible = {0};
	const char *at, *end;

	text_visible(&visible, text, strlen(text));
	at = buf_text(&visible);
	end = at + visible.len;
	while (at < end) {
		size_t plain = strcspn(at, "&<>\"'");

		buf_add(out, at, plain);
		at += plain;
		if (at < end)
			buf_puts(out, entity(*at++));
	}
	buf_release(&visible);
}
