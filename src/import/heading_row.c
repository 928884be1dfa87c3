#include "import/heading_row.h"

#include <stdlib.h>
#include <string.h>

#include "import/field.h"
#include "base/text.h"

static size_t cells_kept(const struct raw_row *row)
{
	return row->count < ROWS_CELLS_MAX ? row->count : ROWS_CELLS_MAX;
}

/* A heading beyond the end is blank. */
static bool is_blank(const struct raw_cell *cells, size_t count, size_t i)
{
	return i >= count || text_is_blank(cells[i].text, cells[i].len);
}

/* Begins a heading of so many cells. Their texts are added one by one, and placed at the end. */
static void begin(struct heading_row *heading, size_t count)
{
	buf_clear(&heading->text);
	heading->count = count;
	heading->cells = memory_resize(heading->cells, (count + 1) * sizeof *heading->cells);
}

static void end_cell(struct heading_row *heading, size_t i, size_t start)
{
	heading->cells[i].len = heading->text.len - start;
	buf_putc(&heading->text, '\0');
}

static void place_cells(struct heading_row *heading)
{
	const char *text = buf_text(&heading->text);
	size_t i;

	for (i = 0; i < heading->count; i++) {
		heading->cells[i].text = text;
		text += heading->cells[i].len + 1;
	}
}

void heading_row_take(struct heading_row *heading, const struct raw_row *row)
{
	size_t i;

	begin(heading, cells_kept(row));
	heading->line = row->line;
	heading->surplus = row->surplus;
	for (i = 0; i < heading->count; i++) {
		size_t start = heading->text.len;

		if (!is_blank(row->cells, heading->count, i))
			buf_add(&heading->text, row->cells[i].text, row->cells[i].len);
		end_cell(heading, i, start);
	}
	place_cells(heading);
}

/* Is there a letter in it? */
static bool has_word(const struct raw_cell *cell)
{
	size_t i;

	for (i = 0; i < cell->len; i++) {
		unsigned char c = (unsigned char)cell->text[i];

		if (c >= 0x80 || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'))
			return true;
	}
	return false;
}

bool heading_row_has_second(const struct heading_row *heading, const struct raw_row *row)
{
	size_t i, kept = cells_kept(row), width = kept > heading->count ? kept : heading->count;
	bool words = false, headed = false;

	for (i = 0; i < width; i++) {
		bool blank = is_blank(heading->cells, heading->count, i);

		headed = headed || !blank;
		if (is_blank(row->cells, kept, i))
			continue;
		if (!blank && (i + 1 == width || !is_blank(heading->cells, heading->count, i + 1)))
			return false;
		words = words || (blank && has_word(&row->cells[i]));
	}
	return words && headed;
}

/* Appends a heading of the first row that goes on in the second, without the marks at its end. */
static void add_upper(struct buf *out, const struct raw_cell *cell)
{
	size_t len = cell->len;

	while (len > 0 && strchr("*: \n\r", cell->text[len - 1]))
		len--;
	buf_add(out, cell->text, len);
	buf_putc(out, ' ');
}

void heading_row_join(struct heading_row *heading, const struct raw_row *second)
{
	struct heading_row joined = {
		.line = heading->line, .surplus = heading->surplus || second->surplus};
	const struct raw_cell *upper = NULL;
	size_t i, kept = cells_kept(second);

	begin(&joined, kept > heading->count ? kept : heading->count);
	for (i = 0; i < joined.count; i++) {
		size_t start = joined.text.len;
		bool blank = is_blank(heading->cells, heading->count, i);

		if (!blank)
			upper = &heading->cells[i];
		if (!is_blank(second->cells, kept, i)) {
			if (upper)
				add_upper(&joined.text, upper);
			buf_add(&joined.text, second->cells[i].text, second->cells[i].len);
		} else if (!blank) {
			buf_add(&joined.text, upper->text, upper->len);
		}
		end_cell(&joined, i, start);
	}
	place_cells(&joined);
	heading_row_release(heading);
	*heading = joined;
}

static bool same_heading(const struct raw_cell *a, const struct raw_cell *b)
{
	struct buf one = {0}, other = {0};
	bool same;

	field_fold_heading(&one, a->text, a->len);
	field_fold_heading(&other, b->text, b->len);
	same = strcmp(buf_text(&one), buf_text(&other)) == 0;
	buf_release(&one);
	buf_release(&other);
	return same;
}

bool heading_row_is_like(const struct heading_row *heading, const struct raw_row *row)
{
	size_t i, filled = 0, kept = cells_kept(row),
		  width = kept > heading->count ? kept : heading->count;

	for (i = 0; i < width; i++) {
		bool blank = is_blank(heading->cells, heading->count, i);

		if (blank != is_blank(row->cells, kept, i))
			return false;
		if (!blank && !same_heading(&heading->cells[i], &row->cells[i]))
			return false;
		filled += !blank;
	}
	return filled >= 2;
}

void heading_row_release(struct heading_row *heading)
{
	free(heading->cells);
	buf_release(&heading->text);
	*heading = (struct heading_row){0};
}
