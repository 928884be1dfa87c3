#include "render/render.h"

#include <stdlib.h>
#include <string.h>

#include "render/layout.h"
#include "base/number.h"
#include "base/text.h"

#define GAP        2   /* blanks between two columns of a table */
#define NOTE_WIDTH 100 /* of paragraphs when the width is not limited */
#define TEXT_LEAST 16  /* least width to which text is wrapped; then the table is cut into parts */
#define WORD_LEAST 10  /* the same for category words */
#define PART_LEAST 28  /* for text in a part of a table: narrower gains nothing */
#define BAR_WIDTH  10
#define NO_ROW     SIZE_MAX
#define BOLD       "\033[1m"
#define PLAIN      "\033[0m"

/* A cell as it will be shown. It is a copy: widths are known at the end, when the text of the cells
 * is no longer there. */
struct kept_cell {
	char *text;
	unsigned char highlight;
	signed char bar; /* eighths of a column, or -1 */
};

struct kept_row {
	struct kept_cell *cells; /* by column of the sheet */
	size_t parent;           /* row above it in the tree, or NO_ROW */
	int level;
	size_t depth;      /* how many rows are above it in the tree; may be less than its level */
	size_t last_child; /* the last of the rows directly below it, or NO_ROW */
};

struct table {
	const struct sheet *sheet;
	struct kept_row *rows;
	size_t count, room;
	size_t *content; /* width of each column's widest cell */
	size_t tree;     /* index of the column that is drawn as a tree; sheet->count for none */
	struct buf text, scratch;
	size_t sheets;
};

/* Some columns of the table, which fit beside each other into the width. */
struct block {
	struct layout_column *layout;
	size_t *of; /* their indexes in the sheet */
	size_t count;
	bool bars;
	bool part; /* the other columns of the table are in other blocks */
};

static size_t larger(size_t a, size_t b)
{
	return a > b ? a : b;
}

static size_t smaller(size_t a, size_t b)
{
	return a < b ? a : b;
}

static enum highlight row_highlight(const struct kept_row *row, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (row->cells[i].highlight != HIGHLIGHT_PLAIN)
			return (enum highlight)row->cells[i].highlight;
	return HIGHLIGHT_PLAIN;
}

static const char *highlight_colour(enum highlight highlight, bool bold)
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

/* --- keeping rows --------------------------------------------------------------------------------
 */

static signed char bar_eighths(const struct cell *cell)
{
	int64_t tenths;

	if (cell->type != CELL_NUMBER && cell->type != CELL_FRACTION)
		return -1;
	tenths = number_round(cell->number, cell->type == CELL_FRACTION ? cell->under : 1, 1);
	if (tenths < 0)
		return 0;
	return (signed char)(tenths > 1000 ? 8 * BAR_WIDTH : tenths * 8 * BAR_WIDTH / 1000);
}

static void keep_cell(struct table *table, const struct render_options *options, size_t i,
	const struct cell *cell, struct kept_cell *kept)
{
	const struct column *column = &table->sheet->columns[i];
	const struct word *word = cell_word(column, cell);
	struct buf shown = {0};

	*kept = (struct kept_cell){
		.highlight = (unsigned char)(word ? word->highlight : HIGHLIGHT_PLAIN),
		.bar = column->bar && options->terminal ? bar_eighths(cell) : -1,
	};
	buf_clear(&table->scratch);
	cell_people(&table->scratch, column, cell, options->lang);
	if (cell->type == CELL_EMPTY && (column_is_number(column) || table->sheet->one_row))
		buf_puts(&table->scratch, "–");
	text_visible(&shown, buf_text(&table->scratch), table->scratch.len);
	kept->text = memory_text(buf_text(&shown), shown.len);
	buf_release(&shown);
}

/* The nearest row above with a lower level. */
static size_t find_parent(const struct table *table, int level)
{
	size_t row = table->count > 0 ? table->count - 1 : NO_ROW;

	while (row != NO_ROW && table->rows[row].level >= level)
		row = table->rows[row].parent;
	return row;
}

static enum status table_row(struct output *out, const struct cell *cells, struct error *error)
{
	struct table *table = out->state;
	const struct sheet *sheet = table->sheet;
	struct kept_row row = {
		.level = row_level(sheet, cells), .parent = NO_ROW, .last_child = NO_ROW};

	(void)error;
	if (table->tree < sheet->count)
		row.parent = find_parent(table, row.level);
	if (row.parent != NO_ROW) {
		row.depth = table->rows[row.parent].depth + 1;
		table->rows[row.parent].last_child = table->count;
	}
	row.cells = memory_get(sheet->count * sizeof *row.cells);
	for (size_t i = 0; i < sheet->count; i++) {
		size_t width;

		keep_cell(table, &out->options, i, &cells[i], &row.cells[i]);
		width = layout_width(row.cells[i].text, strlen(row.cells[i].text)) +
			(i == table->tree ? 2 * row.depth : 0);
		table->content[i] = larger(table->content[i], width);
	}
	table->rows = memory_grow(table->rows, table->count, &table->room, sizeof *table->rows);
	table->rows[table->count++] = row;
	return STATUS_DONE;
}

static void forget_rows(struct table *table)
{
	for (size_t i = 0; i < table->count; i++) {
		for (size_t j = 0; j < table->sheet->count; j++)
			free(table->rows[i].cells[j].text);
		free(table->rows[i].cells);
	}
	table->count = 0;
	free(table->content);
	table->content = NULL;
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
	return layout_fit(block->layout, block->count, GAP, (size_t)options->width);
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
	layout_put(&table->text, block->layout, block->count, GAP);
	for (size_t i = 0; i < block->count; i++) {
		for (size_t j = 0; j < block->layout[i].width; j++)
			buf_puts(&block->layout[i].text, "─");
		block->layout[i].colour = NULL;
	}
	layout_put(&table->text, block->layout, block->count, GAP);
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

		layout->colour = options->colour ? highlight_colour(highlight, bold) : NULL;
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
	layout_put(&table->text, block->layout, block->count, GAP);
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

static void put_rows(struct table *table, const struct render_options *options)
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

/* --- a single record -----------------------------------------------------------------------------
 */

static void put_record(
	struct table *table, const struct render_options *options, const struct kept_row *row)
{
	const struct sheet *sheet = table->sheet;
	struct layout_column layout[2] = {0};
	size_t room = (size_t)options->width;

	for (size_t i = 0; i < sheet->count; i++) {
		const char *label = label_in(sheet->columns[i].label, options->lang);

		if (column_is_shown(sheet, &sheet->columns[i]))
			layout[0].width =
				larger(layout[0].width, layout_width(label, strlen(label)));
	}
	if (room > 0)
		room = larger(TEXT_LEAST, room - smaller(room, layout[0].width + GAP));
	layout[1].width = room;
	for (size_t i = 0; i < sheet->count; i++) {
		const struct kept_cell *cell = &row->cells[i];

		if (!column_is_shown(sheet, &sheet->columns[i]))
			continue;
		buf_puts(&layout[0].text, label_in(sheet->columns[i].label, options->lang));
		layout_wrap(&layout[1].text, cell->text, room);
		if (cell->bar >= 0) {
			buf_puts(&layout[1].text, "  ");
			layout_bar(&layout[1].text, cell->bar, BAR_WIDTH);
		}
		layout[1].colour =
			options->colour ? highlight_colour((enum highlight)cell->highlight, false)
					: NULL;
		layout_put(&table->text, layout, 2, GAP);
	}
	buf_release(&layout[0].text);
	buf_release(&layout[1].text);
}

/* --- the renderer --------------------------------------------------------------------------------
 */

static enum status table_open(struct output *out, struct error *error)
{
	struct table *table = memory_get(sizeof *table);

	(void)error;
	*table = (struct table){0};
	out->state = table;
	return STATUS_DONE;
}

static enum status table_begin(struct output *out, const struct sheet *sheet, struct error *error)
{
	struct table *table = out->state;
	bool levels = false;

	(void)error;
	table->sheet = sheet;
	table->tree = sheet->count;
	table->content = memory_get(sheet->count * sizeof *table->content);
	memset(table->content, 0, sheet->count * sizeof *table->content);
	for (size_t i = 0; i < sheet->count; i++)
		levels |= sheet->columns[i].kind == COL_LEVEL;
	for (size_t i = 0; i < sheet->count && levels && table->tree == sheet->count; i++)
		if (sheet->columns[i].kind == COL_TREE)
			table->tree = i;
	return STATUS_DONE;
}

static enum status table_end(struct output *out, const char *const *notes, struct error *error)
{
	struct table *table = out->state;
	const struct render_options *options = &out->options;
	size_t width = options->width > 0 ? (size_t)options->width : NOTE_WIDTH;

	buf_puts(&table->text, table->sheets++ ? "\n" : "");
	buf_puts(&table->text, options->colour ? BOLD : "");
	layout_wrap(&table->text, label_in(table->sheet->title, options->lang), width);
	buf_puts(&table->text, options->colour ? PLAIN "\n" : "\n");
	sheet_as_of(&table->text, table->sheet, options->lang);
	buf_puts(&table->text, "\n\n");
	if (table->count == 0)
		buf_puts(&table->text,
			options->lang == LANG_VI ? "Không có số liệu.\n" : "Nothing to show.\n");
	else if (!table->sheet->one_row)
		put_rows(table, options);
	for (size_t i = 0; i < table->count && table->sheet->one_row; i++)
		put_record(table, options, &table->rows[i]);
	for (size_t i = 0; notes && notes[i]; i++) {
		buf_clear(&table->scratch);
		text_visible(&table->scratch, notes[i], strlen(notes[i]));
		buf_putc(&table->text, '\n');
		layout_wrap(&table->text, buf_text(&table->scratch), width);
		buf_putc(&table->text, '\n');
	}
	forget_rows(table);
	return output_flush(out, &table->text, error);
}

static enum status table_close(struct output *out, struct error *error)
{
	struct table *table = out->state;

	(void)error;
	forget_rows(table);
	free(table->rows);
	buf_release(&table->text);
	buf_release(&table->scratch);
	free(table);
	out->state = NULL;
	return STATUS_DONE;
}

const struct renderer render_table = {
	.name = "table",
	.extension = "txt",
	.many = true,
	.open = table_open,
	.begin = table_begin,
	.row = table_row,
	.end = table_end,
	.close = table_close,
};
