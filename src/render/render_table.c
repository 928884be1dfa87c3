#include "render/table.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "render/layout.h"

#define NOTE_WIDTH 100 /* of paragraphs when the width is not limited */
#define PLAIN      "\033[0m"

/* --- a single record -----------------------------------------------------------------------------
 */

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
		room = larger(TEXT_LEAST, room - smaller(room, layout[0].width + TABLE_GAP));
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
		layout[1].colour = options->colour
					   ? table_colour((enum highlight)cell->highlight, false)
					   : NULL;
		layout_put(&table->text, layout, 2, TABLE_GAP);
	}
	buf_release(&layout[0].text);
	buf_release(&layout[1].text);
}

/* --- the renderer --------------------------------------------------------------------------------
 */

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

static enum status table_row(struct output *out, const struct cell *cells, struct error *error)
{
	(void)error;
	table_keep(out->state, &out->options, cells);
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
		table_put_rows(table, options);
	for (size_t i = 0; i < table->count && table->sheet->one_row; i++)
		put_record(table, options, &table->rows[i]);
	for (size_t i = 0; notes && notes[i]; i++) {
		buf_clear(&table->scratch);
		text_visible(&table->scratch, notes[i], strlen(notes[i]));
		buf_putc(&table->text, '\n');
		layout_wrap(&table->text, buf_text(&table->scratch), width);
		buf_putc(&table->text, '\n');
	}
	table_forget(table);
	return output_flush(out, &table->text, error);
}

static enum status table_close(struct output *out, struct error *error)
{
	struct table *table = out->state;

	(void)error;
	table_forget(table);
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
