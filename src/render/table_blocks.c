/* The rows of a table in columns as wide as they need be, in parts where they do not fit (table.h). */
#include "render/table.h"

#include <stdlib.h>
#include <string.h>

#include "render/layout.h"

#define WORD_LEAST 10 /* least width to which category words are wrapped */
#define PART_LEAST 28 /* for text in a part of a table: narrower gains nothing */

/* Some columns of the table, which fit beside each other into the width. */
struct block {
	struct layout_column *layout;
	size_t *of; /* their indexes in the sheet */
	size_t count;
	bool bars;
	bool part; /* the other columns of the table are in other blocks */
};

static enum highlight row_highlight(const struct kept_row *row, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (row->cells[i].highlight != HIGHLIGHT_PLAIN)
			return (enum highlight)row->cells[i].highlight;
	return HIGHLIGHT_PLAIN;
}

const char *table_colour(enum highlight highlight, bool bold)
{
	switch (highlight) {
	case HIGHLIGHT_GOOD:
		return bold ? "\033[1;32m" : "\033[32m";
	case HIGHLIGHT_WARN:
		return bold ? "\033[1;33m" : "\033[33m";
	case HIGHLIGHT_BAD:
		return bold ? "\033[1;31m" : "\033[31m";
	case HIGHLIGHT_PLAIN:
		break;
	}
	return bold ? BOLD : NULL;
}

/* --- a table of rows -----------------------------------------------------------------------------
 */

static size_t least_width(const struct column *column, size_t content, bool part)
{
	size_t least = content;

	if (column->kind == COL_TEXT || column->kind == COL_TREE || column->kind == COL_CODE)
		least = part ? PART_LEAST : TEXT_LEAST;
	else if (column->kind == COL_WORD && !part)
		least = WORD_LEAST;
	return smaller(least, content);
}

static bool block_fit(
	const struct table *table, const struct render_options *options, struct block *block)
{
	for (size_t i = 0; i < block->count; i++) {
		const struct column *column = &table->sheet->columns[block->of[i]];
		struct layout_column *layout = &block->layout[i];

		layout->heading = label_in(column->label, options->lang);
		layout->content = table->content[block->of[i]];
		if (block->bars && column->bar)
			layout->content += 1 + BAR_WIDTH;
		layout->least = least_width(column, layout->content, block->part);
		layout->right = column_is_number(column);
	}
	return layout_fit(block->layout, block->count, TABLE_GAP, (size_t)options->width);
}

/* Writes the headings; those with fewer lines end at the bottom, on the rule. */
static void put_headings(
	struct table *table, const struct render_options *options, const struct block *block)
{
	size_t most = 0;

	for (size_t i = 0; i < block->count; i++) {
		const struct layout_column *layout = &block->layout[i];

		most = larger(most, layout_lines(layout->heading, layout->width));
	}
	for (size_t i = 0; i < block->count; i++) {
		struct layout_column *layout = &block->layout[i];

		for (size_t j = layout_lines(layout->heading, layout->width); j < most; j++)
			buf_putc(&layout->text, '\n');
		layout_wrap(&layout->text, layout->heading, layout->width);
		layout->colour = options->colour ? BOLD : NULL;
	}
	layout_put(&table->text, block->layout, block->count, TABLE_GAP);
	for (size_t i = 0; i < block->count; i++) {
		for (size_t j = 0; j < block->layout[i].width; j++)
			buf_puts(&block->layout[i].text, "─");
		block->layout[i].colour = NULL;
	}
	layout_put(&table->text, block->layout, block->count, TABLE_GAP);
}

/* The part of the tree below a row: the line to the rows after it on its level, if there are
 * any. */
static const char *tree_line(const struct table *table, size_t row)
{
	return table->rows[table->rows[row].parent].last_child == row ? "  " : "│ ";
}

/* Appends the lines of the tree that pass the row on its left. They are found from the innermost
 * one on, so they are written from right to left. */
static void add_tree_lines(struct buf *out, const struct table *table, size_t row)
{
	const struct kept_row *rows = table->rows;
	size_t len = 0;
	char *at;

	for (size_t i = row; rows[i].parent != NO_ROW; i = rows[i].parent)
		len += strlen(tree_line(table, i));
	if (len == 0)
		return;
	buf_reserve(out, len);
	out->len += len;
	at = out->data + out->len;
	*at = '\0';
	for (size_t i = row; rows[i].parent != NO_ROW; i = rows[i].parent) {
		const char *line = tree_line(table, i);

		at -= strlen(line);
		memcpy(at, line, strlen(line));
	}
}

static void add_name(
	struct buf *out, struct table *table, size_t row, const char *name, size_t width)
{
	size_t parent = table->rows[row].parent, prefix = 2 * table->rows[row].depth;

	if (parent != NO_ROW) {
		add_tree_lines(out, table, parent);
		buf_puts(out, table->rows[parent].last_child == row ? "└─" : "├─");
	}
	buf_clear(&table->scratch);
	layout_wrap(&table->scratch, name, width > prefix ? width - prefix : 1);
	for (const char *s = buf_text(&table->scratch); *s != '\0'; s++) {
		buf_putc(out, *s);
		if (*s == '\n')
			add_tree_lines(out, table, row);
	}
}

static void put_row(struct table *table, const struct render_options *options,
	const struct block *block, size_t n)
{
	const struct sheet *sheet = table->sheet;
	const struct kept_row *row = &table->rows[n];
	bool bold = table->tree < sheet->count && row->depth == 0 && table->count > 1;

	for (size_t i = 0; i < block->count; i++) {
		struct layout_column *layout = &block->layout[i];
		size_t at = block->of[i];
		const struct column *column = &sheet->columns[at];
		const struct kept_cell *cell = &row->cells[at];
		bool bar = block->bars && column->bar;
		enum highlight highlight =
			bar ? row_highlight(row, sheet->count) : (enum highlight)cell->highlight;

		layout->colour = options->colour ? table_colour(highlight, bold) : NULL;
		if (column_is_number(column))
			buf_puts(&layout->text, cell->text);
		else if (at == table->tree)
			add_name(&layout->text, table, n, cell->text, layout->width);
		else
			layout_wrap(&layout->text, cell->text, layout->width);
		if (bar) {
			buf_putc(&layout->text, ' ');
			layout_bar(&layout->text, cell->bar, BAR_WIDTH);
		}
	}
	layout_put(&table->text, block->layout, block->count, TABLE_GAP);
}

static void put_block(
	struct table *table, const struct render_options *options, const struct block *block)
{
	put_headings(table, options, block);
	for (size_t i = 0; i < table->count; i++)
		put_row(table, options, block, i);
}

/* Writes a table that is too wide as several parts, one below the other, each with the column that
 * names its rows. */
static void put_parts(struct table *table, const struct render_options *options,
	const size_t *shown, size_t count, struct block *block)
{
	size_t anchor = 0;

	block->part = true;
	for (size_t i = 0; i < count; i++)
		if (shown[i] == table->tree)
			anchor = i;
	for (size_t next = 0; next < count;) {
		size_t fixed = next > anchor ? 1 : 0;

		if (next > 0)
			buf_putc(&table->text, '\n');
		block->of[0] = shown[anchor];
		block->count = fixed;
		while (next < count) {
			block->of[block->count++] = shown[next++];
			if (!block_fit(table, options, block) && block->count > fixed + 1) {
				block->count--;
				next--;
				break;
			}
		}
		block_fit(table, options, block);
		put_block(table, options, block);
	}
}

void table_put_rows(struct table *table, const struct render_options *options)
{
	const struct sheet *sheet = table->sheet;
	size_t most = sheet->count + 1, *shown = memory_get(most * sizeof *shown);
	struct block block = {
		.layout = memory_get(most * sizeof *block.layout),
		.of = memory_get(most * sizeof *block.of),
		.bars = options->terminal,
	};
	bool fits;

	memset(block.layout, 0, most * sizeof *block.layout);
	for (size_t i = 0; i < sheet->count; i++)
		if (column_is_shown(sheet, &sheet->columns[i]))
			shown[block.count++] = i;
	memcpy(block.of, shown, block.count * sizeof *shown);
	fits = block_fit(table, options, &block);
	if (!fits && block.bars) {
		block.bars = false;
		fits = block_fit(table, options, &block);
		block.bars = !fits;
	}
	if (fits)
		put_block(table, options, &block);
	else
		put_parts(table, options, shown, block.count, &block);
	for (size_t i = 0; i < most; i++)
		buf_release(&block.layout[i].text);
	free(block.of);
	free(block.layout);
	free(shown);
}
