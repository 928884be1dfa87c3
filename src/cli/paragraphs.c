#include "cli/paragraphs.h"

#include <string.h>

#include "base/text.h"

#define BLANKS    " \t\n"
#define KEPT_MORE 4

bool paragraph_next(const char **rest, struct paragraph *paragraph)
{
	const char *text = *rest + strspn(*rest, "\n"), *end = text;

	if (!*text)
		return false;
	paragraph->text = text;
	paragraph->len = 0;
	paragraph->kept = *text == '\t';
	paragraph->apart = text - *rest >= 2;
	/* Takes line after line, as long as they are all kept lines or all not. */
	while (*end && *end != '\n' && (*end == '\t') == paragraph->kept) {
		end += strcspn(end, "\n");
		paragraph->len = (size_t)(end - text);
		if (*end)
			end++;
	}
	*rest = text + paragraph->len;
	return true;
}

bool paragraph_word(const char **rest, size_t *len, const char **word, size_t *word_len)
{
	const char *at = *rest, *end = *rest + *len;

	while (at < end && strchr(BLANKS, *at))
		at++;
	if (at == end)
		return false;
	*word = at;
	while (at < end && !strchr(BLANKS, *at))
		at++;
	*word_len = (size_t)(at - *word);
	*rest = at;
	*len = (size_t)(end - at);
	return true;
}

void paragraph_pad(struct buf *out, size_t columns)
{
	while (columns-- > 0)
		buf_putc(out, ' ');
}

void paragraph_wrap(
	struct buf *out, const char *text, size_t len, size_t at, size_t indent, size_t width)
{
	bool fresh = true; /* nothing has been written on this line yet */
	const char *word;
	size_t word_len;

	while (paragraph_word(&text, &len, &word, &word_len)) {
		size_t columns = text_characters(word, word_len);

		if (!fresh && at + 1 + columns > width) {
			buf_putc(out, '\n');
			paragraph_pad(out, indent);
			at = indent;
		} else if (!fresh) {
			buf_putc(out, ' ');
			at++;
		}
		buf_add(out, word, word_len);
		at += columns;
		fresh = false;
	}
	buf_putc(out, '\n');
}

static void write_kept(struct buf *out, const struct paragraph *paragraph, size_t indent)
{
	const char *line = paragraph->text, *end = line + paragraph->len;

	while (line < end) {
		const char *stop = memchr(line, '\n', (size_t)(end - line));
		size_t len = (size_t)((stop ? stop : end) - line);

		paragraph_pad(out, indent + KEPT_MORE);
		buf_add(out, line + 1, len - 1);
		buf_putc(out, '\n');
		line += len + 1;
	}
}

void paragraph_write(struct buf *out, const char *text, size_t indent, size_t width)
{
	struct paragraph paragraph;

	for (bool first = true; paragraph_next(&text, &paragraph); first = false) {
		if (paragraph.apart && !first)
			buf_putc(out, '\n');
		if (paragraph.kept) {
			write_kept(out, &paragraph, indent);
		} else {
			paragraph_pad(out, indent);
			paragraph_wrap(out, paragraph.text, paragraph.len, indent, indent, width);
		}
	}
}
