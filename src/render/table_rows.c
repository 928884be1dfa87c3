/* The rows of a table as they will be shown, and their places in the tree (table.h). */
#include "render/table.h"

#include <stdlib.h>
#include <string.h>

#include "base/number.h"
#include "base/text.h"
#include "render/layout.h"

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

void table_keep(struct table *table, const struct render_options *options, const struct cell *cells)
{
	const struct sheet *sheet = table->sheet;
	struct kept_row row = {
		.level = row_level(sheet, cells), .parent = NO_ROW, .last_child = NO_ROW};

	if (table->tree < sheet->count)
		row.parent = find_parent(table, row.level);
	if (row.parent != NO_ROW) {
		row.depth = table->rows[row.parent].depth + 1;
		table->rows[row.parent].last_child = table->count;
	}
	row.cells = memory_get(sheet->count * sizeof *row.cells);
	for (size_t i = 0; i < sheet->count; i++) {
		size_t width;

		keep_cell(table, options, i, &cells[i], &row.cells[i]);
		width = layout_width(row.cells[i].text, strlen(row.cells[i].text)) +
			(i == table->tree ? 2 * row.depth : 0);
		table->content[i] = larger(table->content[i], width);
	}
	table->rows = memory_grow(table->rows, table->count, &table->room, sizeof *table->rows);
	table->rows[table->count++] = row;
}

void table_forget(struct table *table)
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
