#include "render/render.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"

struct markdown {
	const struct sheet *sheet;
	struct buf text, cell, visible;
	size_t sheets;
};

/* Adds text with everything escaped that Markdown would take for markup. */
static void add_text(
	struct markdown *markdown, const struct render_options *options, const char *text)
{
	struct buf *out = &markdown->text;

	if (options->terminal) {
		buf_clear(&markdown->visible);
		text_visible(&markdown->visible, text, strlen(text));
		text = buf_text(&markdown->visible);
	}
	for (; *text != '\0'; text++) {
		if (text[0] == '\r' && text[1] == '\n')
			continue;
		if (text[0] == '\n' || text[0] == '\r') {
			buf_puts(out, "<br>");
			continue;
		}
		if (strchr("\\|`*_[]<&~", text[0]))
			buf_putc(out, '\\');
		buf_putc(out, text[0]);
	}
}

static void add_cell(struct markdown *markdown, const struct render_options *options,
	const struct column *column, const struct cell *cell, int level)
{
	if (cell->type == CELL_EMPTY) {
		if (column_is_number(column))
			buf_puts(&markdown->text, "–");
		return;
	}
	/* Spaces would get lost, and no-break spaces would show as entities in the plain text. */
	for (int i = 0; column->kind == COL_TREE && i < level; i++)
		buf_puts(&markdown->text, "– ");
	buf_clear(&markdown->cell);
	cell_people(&markdown->cell, column, cell, options->lang);
	add_text(markdown, options, buf_text(&markdown->cell));
}

static void add_head(struct markdown *markdown, const struct render_options *options)
{
	const struct sheet *sheet = markdown->sheet;
	struct buf *out = &markdown->text;

	buf_putc(out, '|');
	for (size_t i = 0; i < sheet->count; i++) {
		if (!column_is_shown(sheet, &sheet->columns[i]))
			continue;
		buf_putc(out, ' ');
		add_text(markdown, options, label_in(sheet->columns[i].label, options->lang));
		buf_puts(out, " |");
	}
	buf_puts(out, "\n|");
	for (size_t i = 0; i < sheet->count; i++)
		if (column_is_shown(sheet, &sheet->columns[i]))
			buf_puts(out, column_is_number(&sheet->columns[i]) ? " ---: |" : " --- |");
	buf_putc(out, '\n');
}

static enum status markdown_open(struct output *out, struct error *error)
{
	struct markdown *markdown = memory_get(sizeof *markdown);

	(void)error;
	*markdown = (struct markdown){0};
	out->state = markdown;
	return STATUS_DONE;
}

static enum status markdown_begin(
	struct output *out, const struct sheet *sheet, struct error *error)
{
	struct markdown *markdown = out->state;
	bool vi = out->options.lang == LANG_VI;

	markdown->sheet = sheet;
	buf_puts(&markdown->text, markdown->sheets++ ? "\n## " : "## ");
	add_text(markdown, &out->options, label_in(sheet->title, out->options.lang));
	buf_puts(&markdown->text, "\n\n");
	sheet_as_of(&markdown->text, sheet, out->options.lang);
	buf_puts(&markdown->text, "\n\n");
	if (sheet->one_row)
		buf_puts(&markdown->text, vi ? "| Nội dung | Số liệu |\n| --- | --- |\n"
					     : "| Item | Value |\n| --- | --- |\n");
	else
		add_head(markdown, &out->options);
	return output_write(out, &markdown->text, error);
}

/* Adds a single record: a line with heading and value for each column. */
static void add_record(
	struct markdown *markdown, const struct render_options *options, const struct cell *cells)
{
	const struct sheet *sheet = markdown->sheet;

	for (size_t i = 0; i < sheet->count; i++) {
		const struct column *column = &sheet->columns[i];

		if (!column_is_shown(sheet, column))
			continue;
		buf_puts(&markdown->text, "| ");
		add_text(markdown, options, label_in(column->label, options->lang));
		buf_puts(&markdown->text, " | ");
		if (cells[i].type == CELL_EMPTY)
			buf_puts(&markdown->text, "–");
		else
			add_cell(markdown, options, column, &cells[i], 0);
		buf_puts(&markdown->text, " |\n");
	}
}

static enum status markdown_row(struct output *out, const struct cell *cells, struct error *error)
{
	struct markdown *markdown = out->state;
	const struct sheet *sheet = markdown->sheet;
	int level = row_level(sheet, cells);

	if (sheet->one_row) {
		add_record(markdown, &out->options, cells);
		return output_write(out, &markdown->text, error);
	}
	buf_putc(&markdown->text, '|');
	for (size_t i = 0; i < sheet->count; i++) {
		if (!column_is_shown(sheet, &sheet->columns[i]))
			continue;
		buf_putc(&markdown->text, ' ');
		add_cell(markdown, &out->options, &sheet->columns[i], &cells[i], level);
		buf_puts(&markdown->text, " |");
	}
	buf_putc(&markdown->text, '\n');
	return output_write(out, &markdown->text, error);
}

static enum status markdown_end(struct output *out, const char *const *notes, struct error *error)
{
	struct markdown *markdown = out->state;

	for (size_t i = 0; notes && notes[i]; i++) {
		buf_putc(&markdown->text, '\n');
		add_text(markdown, &out->options, notes[i]);
		buf_putc(&markdown->text, '\n');
	}
	return output_flush(out, &markdown->text, error);
}

static enum status markdown_close(struct output *out, struct error *error)
{
	struct markdown *markdown = out->state;

	(void)error;
	buf_release(&markdown->text);
	buf_release(&markdown->cell);
	buf_release(&markdown->visible);
	free(markdown);
	out->state = NULL;
	return STATUS_DONE;
}

const struct renderer render_markdown = {
	.name = "markdown",
	.extension = "md",
	.many = true,
	.open = markdown_open,
	.begin = markdown_begin,
	.row = markdown_row,
	.end = markdown_end,
	.close = markdown_close,
};
