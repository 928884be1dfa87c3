#include "import/rejects.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/csv_cell.h"
#include "base/outfile.h"
#include "import/typed_cell.h"

static size_t without_line_end(const char *text, size_t len)
{
	while (len > 0 && strchr("\r\n", text[len - 1]))
		len--;
	return len;
}

/* The field that is read from a column, NULL for none. */
static const struct field *field_of(const struct header *header, size_t column)
{
	const struct roll *roll = &rolls[header->kind];

	for (size_t i = 0; i < roll->count; i++)
		if (header->cell_of[i] >= 0 && (size_t)header->cell_of[i] == column)
			return &roll->fields[i];
	return NULL;
}

/* Would a spreadsheet program take the text for a formula? Import takes the guard off again; where one
 * stands in the cell already it would take that off too. */
static bool needs_guard(const char *text)
{
	return *text && strchr("=+-@\t\r", *text);
}

static void write_cells(
	struct buf *out, const struct raw_row *row, const struct header *header, char delimiter)
{
	struct buf scratch = {0}, guarded = {0};
	size_t i;

	for (i = 0; i < row->count && i < ROWS_CELLS_MAX; i++) {
		const struct raw_cell *cell = &row->cells[i];
		const char *text = typed_cell_write(cell, field_of(header, i), &scratch);

		if (i > 0)
			buf_putc(out, delimiter);
		if (cell->type == RAW_TEXT && needs_guard(text)) {
			buf_clear(&guarded);
			buf_printf(&guarded, "'%s", text);
			text = guarded.data;
		}
		csv_write_cell(out, text, strlen(text), delimiter);
	}
	buf_release(&scratch);
	buf_release(&guarded);
}

void rejects_keep_row(struct buf *out, const struct raw_row *row, bool broken,
	const struct header *header, char delimiter)
{
	size_t written = broken ? 1 : row->count, len = without_line_end(row->raw, row->raw_len);

	if (broken)
		csv_write_cell(out, row->raw, len, delimiter);
	else if (row->raw)
		buf_add(out, row->raw, len);
	else
		write_cells(out, row, header, delimiter);
	for (; written < header->cells; written++)
		buf_putc(out, delimiter);
}

enum status rejects_put(struct sorter *rejects, const struct findings *findings,
	const struct buf *row, char delimiter, struct error *error)
{
	const struct finding *first = &findings->list[0];
	const char *column = first->column ? first->column : "";
	const char *code = finding_code_name(first->code);
	struct buf key = {0}, line = {0}, message = {0};
	enum status status;
	size_t i;
	int shift;

	for (shift = 56; shift >= 0; shift -= 8)
		buf_putc(&key, (char)((uint64_t)first->line >> shift & 0xff));
	for (i = 0; i < findings->count; i++)
		buf_printf(&message, "%s%s%s%s", i ? "; " : "",
			i && findings->list[i].column ? findings->list[i].column : "",
			i && findings->list[i].column ? ": " : "", findings->list[i].message);
	buf_add(&line, buf_text(row), row->len);
	buf_printf(&line, "%c%ld%c", delimiter, first->line, delimiter);
	csv_write_cell(&line, column, strlen(column), delimiter);
	buf_putc(&line, delimiter);
	csv_write_cell(&line, code, strlen(code), delimiter);
	buf_putc(&line, delimiter);
	csv_write_cell(&line, message.data, message.len, delimiter);
	buf_putc(&line, '\n');
	status = sorter_put(rejects, &key, &line, error);
	buf_release(&key);
	buf_release(&line);
	buf_release(&message);
	return status;
}

enum status rejects_write(struct sorter *rejects, const struct header *header,
	const struct rows *rows, const char *path, struct error *error)
{
	struct outfile file;
	enum status status = sorter_sort(rejects, error);
	const char *data;
	size_t len;
	char d = rows->delimiter;

	if (status != STATUS_DONE || (status = outfile_open(&file, path, error)) != STATUS_DONE)
		return status;
	if (rows->mark)
		fputs("\uFEFF", file.stream);
	/* The import finds only these three delimiters by itself; any other is named in a first
	 * line `sep=`. */
	if (strchr(",;\t", d) == NULL)
		fprintf(file.stream, "sep=%c\n", d);
	fprintf(file.stream, "%s%c_line%c_column%c_code%c_message\n", buf_text(&header->row), d, d,
		d, d);
	while (sorter_next(rejects, &data, &len, &status, error))
		(void)fwrite(data, 1, len, file.stream);
	if (status != STATUS_DONE) {
		outfile_abandon(&file);
		return status;
	}
	return outfile_publish(&file, error);
}
