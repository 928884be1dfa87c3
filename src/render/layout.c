#include "render/layout.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"

#define HEADING_WIDTH 14 /* a longer heading is broken into lines */
#define HEADING_LINES 3  /* but into no more than this */
#define UTF8_MOST     4  /* bytes of a character */

/* Returns the bytes of the first character; *width is how many columns it takes. The text is not
 * empty. */
static size_t character(const char *text, size_t *width)
{
	uint32_t code;
	size_t len = text_next(text, strnlen(text, UTF8_MOST), &code);
	bool broken = len == 1 && code == 0xfffd;

	if (broken || code < 0x20 || (code >= 0x7f && code < 0xa0))
		*width = 4 * len;
	else
		*width = text_columns(code);
	return len;
}

size_t layout_width(const char *text, size_t len)
{
	size_t width = 0, columns;

	for (size_t i = 0; i < len;) {
		i += character(text + i, &columns);
		width += columns;
	}
	return width;
}

/* Length of the first word; " %" belongs to the word before it. */
static size_t word_length(const char *text)
{
	size_t len = strcspn(text, " ");

	while (text[len] == ' ' && text[len + 1] == '%')
		len += 1 + strcspn(text + len + 1, " ");
	return len;
}

/* Adds a word to a line of which `used` columns are taken, cut where it is wider than a line.
 * Returns how many columns are taken then. */
static size_t add_cut(struct buf *out, const char *word, size_t len, size_t used, size_t width)
{
	for (size_t i = 0; i < len;) {
		size_t columns;
		size_t bytes = character(word + i, &columns);

		if (width > 0 && used > 0 && used + columns > width) {
			buf_putc(out, '\n');
			used = 0;
		}
		buf_add(out, word + i, bytes);
		used += columns;
		i += bytes;
	}
	return used;
}

void layout_wrap(struct buf *out, const char *text, size_t width)
{
	size_t used = 0;

	for (text += strspn(text, " "); *text != '\0'; text += strspn(text, " ")) {
		size_t len = word_length(text);

		if (used > 0 && width > 0 && used + 1 + layout_width(text, len) > width) {
			buf_putc(out, '\n');
			used = 0;
		} else if (used > 0) {
			buf_putc(out, ' ');
			used++;
		}
		used = add_cut(out, text, len, used, width);
		text += len;
	}
}

void layout_bar(struct buf *out, int eighths, int width)
{
	static const char *const parts[] = {"·", "▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"};

	for (int i = 0; i < width; i++) {
		int part = eighths - 8 * i;

		buf_puts(out, eighths < 0 ? " " : parts[part < 0 ? 0 : part > 8 ? 8 : part]);
	}
}

static size_t longest_word(const char *text)
{
	size_t longest = 0;

	for (text += strspn(text, " "); *text != '\0'; text += strspn(text, " ")) {
		size_t len = word_length(text);
		size_t width = layout_width(text, len);

		if (width > longest)
			longest = width;
		text += len;
	}
	return longest;
}

size_t layout_lines(const char *text, size_t width)
{
	struct buf wrapped = {0};
	size_t lines = 1;

	layout_wrap(&wrapped, text, width);
	for (const char *s = buf_text(&wrapped); *s != '\0'; s++)
		lines += *s == '\n';
	buf_release(&wrapped);
	return lines;
}

/* The least width, not below `width`, at which no word is cut and the heading has at most `most`
 * lines. */
static size_t heading_at(const char *heading, size_t width, size_t most)
{
	size_t word = longest_word(heading);

	if (width < word)
		width = word;
	while (width > 0 && layout_lines(heading, width) > most)
		width++;
	return width;
}

/* A good width for a heading above cells of width `content`: no more lines than needed, all of
 * about the same length. */
static size_t heading_good(const char *heading, size_t content)
{
	size_t width = content > HEADING_WIDTH ? content : HEADING_WIDTH;

	return heading_at(
		heading, 0, layout_lines(heading, heading_at(heading, width, HEADING_LINES)));
}

/* Makes the widest column narrower that is still wider than its floor, again and again until all
 * fit. */
static size_t narrow(struct layout_column *columns, const size_t *floors, size_t count,
	size_t total, size_t room)
{
	while (total > room) {
		size_t widest = count;

		for (size_t i = 0; i < count; i++)
			if (columns[i].width > floors[i] &&
				(widest == count || columns[i].width > columns[widest].width))
				widest = i;
		if (widest == count)
			break;
		columns[widest].width--;
		total--;
	}
	return total;
}

bool layout_fit(struct layout_column *columns, size_t count, size_t gap, size_t room)
{
	size_t *headings = memory_get(count * sizeof *headings);
	size_t *floors = memory_get(count * sizeof *floors);
	size_t total = count > 0 ? (count - 1) * gap : 0;

	for (size_t i = 0; i < count; i++) {
		struct layout_column *column = &columns[i];

		headings[i] = heading_at(column->heading, 0, HEADING_LINES);
		floors[i] = larger(headings[i], column->content);
		column->width =
			larger(heading_good(column->heading, column->content), column->content);
		total += column->width;
	}
	if (room > 0) {
		total = narrow(columns, floors, count, total, room);
		for (size_t i = 0; i < count; i++)
			floors[i] = larger(headings[i], columns[i].least);
		total = narrow(columns, floors, count, total, room);
	}
	free(floors);
	free(headings);
	return room == 0 || total <= room;
}

static void add_blanks(struct buf *out, size_t count)
{
	while (count-- > 0)
		buf_putc(out, ' ');
}

/* Writes the next line of a cell after `blanks` blanks. Returns how many blanks the cell after it
 * needs before it. */
static size_t put_line(struct buf *out, struct layout_column *column, size_t blanks)
{
	size_t len = strcspn(column->rest, "\n"), shown = len;
	size_t width = layout_width(column->rest, len);
	size_t pad = column->width > width ? column->width - width : 0;

	while (shown > 0 && column->rest[shown - 1] == ' ')
		shown--;
	if (shown > 0) {
		add_blanks(out, blanks + (column->right ? pad : 0));
		buf_puts(out, column->colour ? column->colour : "");
		buf_add(out, column->rest, shown);
		buf_puts(out, column->colour ? "\033[0m" : "");
		blanks = (column->right ? 0 : pad) + len - shown;
	} else {
		blanks += column->width;
	}
	column->rest += len + (column->rest[len] == '\n');
	return blanks;
}

void layout_put(struct buf *out, struct layout_column *columns, size_t count, size_t gap)
{
	bool more = true;

	for (size_t i = 0; i < count; i++)
		columns[i].rest = buf_text(&columns[i].text);
	while (more) {
		size_t blanks = 0;

		more = false;
		for (size_t i = 0; i < count; i++) {
			blanks = put_line(out, &columns[i], blanks) + gap;
			more |= *columns[i].rest != '\0';
		}
		buf_putc(out, '\n');
	}
	for (size_t i = 0; i < count; i++)
		buf_clear(&columns[i].text);
}
