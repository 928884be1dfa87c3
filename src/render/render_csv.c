#include "render/render.h"

#include <stdlib.h>
#include <string.h>

#include "base/csv_cell.h"
#include "base/number.h"
#include "base/text.h"

/* csv, csv --excel and tsv are the same writer with different settings. */
struct csv {
	const struct sheet *sheet;
	char delimiter;
	bool excel;
	struct buf row, cell, shown;
};

static enum status open_with(struct output *out, char delimiter, bool excel)
{
	struct csv *csv = memory_get(sizeof *csv);

	*csv = (struct csv){.delimiter = delimiter, .excel = excel};
	out->state = csv;
	return STATUS_DONE;
}

static enum status csv_open(struct output *out, struct error *error)
{
	(void)error;
	return open_with(out, out->options.excel ? ';' : ',', out->options.excel);
}

static enum status tsv_open(struct output *out, struct error *error)
{
	(void)error;
	return open_with(out, '\t', false);
}

/* Would a spreadsheet take the text for a formula? Apostrophes before it do not change that: a
 * spreadsheet takes one off when it saves the file, so the guard adds one more. Import takes one off
 * before the digit of a code too. */
static bool needs_guard(const struct column *column, const char *text)
{
	size_t quotes = strspn(text, "'");
	char c = text[quotes];

	if (c == '\0' || column_is_number(column))
		return false;
	return strchr("=+-@\t\r", c) != NULL ||
	       (column->kind == COL_CODE && quotes > 0 && c >= '0' && c <= '9');
}

/* Writes a number for machines. In a list, which import reads again, a small percent has its
 * sign. */
static void add_number(struct csv *csv, const struct column *column, const struct cell *cell)
{
	size_t start = csv->row.len;
	char *point;

	cell_machine(&csv->row, column, cell);
	if (csv->excel && column_is_number(column) &&
		(point = strchr(csv->row.data + start, '.')) != NULL)
		*point = ',';
	if (column->kind == COL_SHARE && cell->number < PERCENT_SIGNED)
		buf_putc(&csv->row, '%');
}

/* Adds the text of csv->cell to the row, quoted if it has to be. */
static void add_text(struct csv *csv, const struct render_options *options)
{
	if (options->terminal) {
		buf_clear(&csv->shown);
		text_visible(&csv->shown, buf_text(&csv->cell), csv->cell.len);
		csv_write_cell(&csv->row, buf_text(&csv->shown), csv->shown.len, csv->delimiter);
		return;
	}
	csv_write_cell(&csv->row, buf_text(&csv->cell), csv->cell.len, csv->delimiter);
}

static void add_cell(struct csv *csv, const struct column *column, const struct cell *cell,
	const struct render_options *options)
{
	const struct word *word = cell_word(column, cell);

	if (cell->type == CELL_EMPTY)
		return;
	buf_clear(&csv->cell);
	if (word) {
		buf_puts(
			&csv->cell, csv->excel ? label_in(word->label, options->lang) : word->code);
		add_text(csv, options);
	} else if (cell->type == CELL_TEXT) {
		if (options->guard && needs_guard(column, cell->text))
			buf_putc(&csv->cell, '\'');
		buf_puts(&csv->cell, cell->text);
		add_text(csv, options);
	} else {
		add_number(csv, column, cell);
	}
}

static enum status end_row(struct output *out, struct csv *csv, struct error *error)
{
	/* A reader would pass over a line without any character. */
	if (csv->row.len == 0)
		buf_puts(&csv->row, "\"\"");
	buf_puts(&csv->row, csv->excel ? "\r\n" : "\n");
	return output_write(out, &csv->row, error);
}

static enum status csv_begin(struct output *out, const struct sheet *sheet, struct error *error)
{
	struct csv *csv = out->state;

	csv->sheet = sheet;
	if (csv->excel)
		buf_puts(&csv->row, "\uFEFF");
	for (size_t i = 0; i < sheet->count; i++) {
		const struct column *column = &sheet->columns[i];

		if (i > 0)
			buf_putc(&csv->row, csv->delimiter);
		buf_clear(&csv->cell);
		buf_puts(&csv->cell,
			csv->excel ? label_in(column->label, out->options.lang) : column->key);
		add_text(csv, &out->options);
	}
	return end_row(out, csv, error);
}

static enum status csv_row(struct output *out, const struct cell *cells, struct error *error)
{
	struct csv *csv = out->state;
	const struct sheet *sheet = csv->sheet;

	for (size_t i = 0; i < sheet->count; i++) {
		if (i > 0)
			buf_putc(&csv->row, csv->delimiter);
		add_cell(csv, &sheet->columns[i], &cells[i], &out->options);
	}
	return end_row(out, csv, error);
}

static enum status csv_end(struct output *out, const char *const *notes, struct error *error)
{
	struct csv *csv = out->state;

	(void)notes;
	return output_flush(out, &csv->row, error);
}

static enum status csv_close(struct output *out, struct error *error)
{
	struct csv *csv = out->state;

	(void)error;
	buf_release(&csv->row);
	buf_release(&csv->cell);
	buf_release(&csv->shown);
	free(csv);
	out->state = NULL;
	return STATUS_DONE;
}

const struct renderer render_csv = {
	.name = "csv",
	.extension = "csv",
	.open = csv_open,
	.begin = csv_begin,
	.row = csv_row,
	.end = csv_end,
	.close = csv_close,
};

const struct renderer render_tsv = {
	.name = "tsv",
	.extension = "tsv",
	.open = tsv_open,
	.begin = csv_begin,
	.row = csv_row,
	.end = csv_end,
	.close = csv_close,
};
