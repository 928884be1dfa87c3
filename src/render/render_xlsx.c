#include "render/render.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "render/sheet.h"
#include "render/xlsx.h"

enum {
	NAME_MOST = 31,  /* characters of a sheet's name, Excel's limit */
	WIDTH_LEAST = 8, /* of a column, in characters */
	WIDTH_MOST = 60,
	HEAD_HEIGHT = 34, /* two lines, in points */
	INDENT_MOST = 15, /* Excel's limit */
	NARROW = 6,       /* tables with at most so many columns are printed with their charts */
	TITLE_MOST = 80,  /* characters of a title in the printed header */
};

static enum status xlsx_open(struct output *out, struct error *error)
{
	struct xlsx *xlsx = memory_get(sizeof *xlsx);

	*xlsx = (struct xlsx){0};
	if (xlsx_library_load(&xlsx->lib, error) != STATUS_DONE ||
		xlsx_file_make(&xlsx->file, error) != STATUS_DONE) {
		free(xlsx);
		return error_status(error);
	}
	out->state = xlsx;
	return STATUS_DONE;
}

/* How many bytes the first n characters take, without the last word when it would be cut. */
static size_t bytes_of(const char *text, size_t n)
{
	size_t end = text_first(text, strlen(text), n), space = end;

	if (text[end] == '\0' || text[end] == ' ')
		return end;
	while (space > 0 && text[space] != ' ')
		space--;
	return space > 0 ? space : end;
}

/* Makes a name for the sheet from its title: short, without the characters that Excel forbids, and
 * different from the others. */
static void make_name(struct xlsx *xlsx, const char *title)
{
	struct buf *name = &xlsx->name;

	for (int n = 1; n == 1 || xlsx->lib.workbook_validate_sheet_name(xlsx->book, name->data);
		n++) {
		struct buf tail = {0};

		if (n > 1)
			buf_printf(&tail, " (%d)", n);
		buf_clear(name);
		buf_add(name, title, bytes_of(title, NAME_MOST - tail.len));
		buf_puts(name, buf_text(&tail));
		buf_release(&tail);
		for (char *at = name->data; *at; at++) {
			if (strchr("[]:*?/\\'", *at))
				*at = ' ';
		}
	}
}

/* Begins the workbook. Its date is that of the figures, so that the same data gives the same
 * bytes. */
static enum status start_book(struct output *out, const struct sheet *sheet, struct error *error)
{
	struct xlsx *xlsx = out->state;
	lxw_workbook_options options = {.tmpdir = xlsx->file.folder.data};
	char *title = memory_text(label_in(sheet->title, out->options.lang),
		strlen(label_in(sheet->title, out->options.lang)));
	lxw_doc_properties properties = {
		.title = title, .created = (time_t)sheet->as_of * 86400 + 43200};
	lxw_error code = LXW_ERROR_MEMORY_MALLOC_FAILED;

	xlsx->book = xlsx->lib.workbook_new_opt(xlsx->file.path.data, &options);
	if (xlsx->book)
		code = xlsx->lib.workbook_set_properties(xlsx->book, &properties);
	free(title);
	return code ? xlsx_failed(&xlsx->lib, code, error) : STATUS_DONE;
}

static lxw_error write_heading(struct output *out, size_t at, const char *text, bool right)
{
	struct xlsx *xlsx = out->state;
	struct xlsx_style style = {.form = right ? FORM_HEADING_RIGHT : FORM_HEADING};
	size_t characters = text_characters(text, strlen(text));

	/* Room for two lines and the button of the filter. */
	if (xlsx->widths[at] < characters / 2 + 4)
		xlsx->widths[at] = characters / 2 + 4;
	return xlsx_write_text(out, at, text, style);
}

static lxw_error write_head(struct output *out)
{
	struct xlsx *xlsx = out->state;
	const struct sheet *sheet = xlsx->sheet;
	bool vi = out->options.lang == LANG_VI;
	lxw_error code = xlsx->lib.worksheet_set_row(xlsx->page, 0, HEAD_HEIGHT, NULL);
	size_t at = 0;

	if (sheet->one_row && code == LXW_NO_ERROR) {
		code = write_heading(out, 0, vi ? "Nội dung" : "Item", false);
		return code ? code : write_heading(out, 1, vi ? "Số liệu" : "Figure", true);
	}
	for (size_t i = 0; i < sheet->count && code == LXW_NO_ERROR; i++) {
		const struct column *column = &sheet->columns[i];

		if (column_is_shown(sheet, column))
			code = write_heading(out, at++, label_in(column->label, out->options.lang),
				column_is_number(column));
	}
	return code;
}

static enum status xlsx_begin(struct output *out, const struct sheet *sheet, struct error *error)
{
	struct xlsx *xlsx = out->state;
	lxw_error code;

	if (xlsx->book == NULL && start_book(out, sheet, error) != STATUS_DONE)
		return error_status(error);
	make_name(xlsx, label_in(sheet->title, out->options.lang));
	xlsx->sheet = sheet;
	xlsx->page = xlsx->lib.workbook_add_worksheet(xlsx->book, xlsx->name.data);
	if (xlsx->page == NULL)
		return xlsx_failed(&xlsx->lib, LXW_ERROR_MEMORY_MALLOC_FAILED, error);
	xlsx->widths = memory_resize(xlsx->widths, (sheet->count + 2) * sizeof *xlsx->widths);
	for (size_t i = 0; i < sheet->count + 2; i++)
		xlsx->widths[i] = WIDTH_LEAST;
	xlsx->first_is_root = false;
	xlsx->row = 0;
	code = write_head(out);
	xlsx->row = 1;
	return code ? xlsx_failed(&xlsx->lib, code, error) : STATUS_DONE;
}

static enum status too_long(struct error *error)
{
	return error_set(error, STATUS_FAILED,
		"một trang tính xlsx chứa tối đa %d dòng; hãy dùng --format csv",
		"an xlsx sheet holds at most %d rows; use --format csv", LXW_ROW_MAX - 1);
}

/* Writes a single record: a line with heading and value for each column. */
static enum status write_record(struct output *out, const struct cell *cells, struct error *error)
{
	struct xlsx *xlsx = out->state;
	lxw_error code = LXW_NO_ERROR;

	for (size_t i = 0; i < xlsx->sheet->count && code == LXW_NO_ERROR; i++) {
		const struct column *column = &xlsx->sheet->columns[i];
		struct xlsx_style heading = {.form = FORM_TEXT};
		struct xlsx_style value = {.right = true, .bold = column->main};
		const char *label = label_in(column->label, out->options.lang);

		if (column->kind == COL_LEVEL)
			continue;
		if (xlsx->widths[0] < text_characters(label, strlen(label)))
			xlsx->widths[0] = text_characters(label, strlen(label));
		code = xlsx_write_text(out, 0, label, heading);
		if (code == LXW_NO_ERROR)
			code = xlsx_write_cell(out, 1, column, &cells[i], value);
		xlsx->row++;
	}
	return code ? xlsx_failed(&xlsx->lib, code, error) : STATUS_DONE;
}

static enum status xlsx_row(struct output *out, const struct cell *cells, struct error *error)
{
	struct xlsx *xlsx = out->state;
	const struct sheet *sheet = xlsx->sheet;
	bool tree = sheet_is_tree(sheet);
	int level = row_level(sheet, cells);
	lxw_error code = LXW_NO_ERROR;
	size_t at = 0;

	if (sheet->one_row)
		return write_record(out, cells, error);
	if (xlsx->row >= LXW_ROW_MAX)
		return too_long(error);
	if (tree && level == 0 && xlsx->row == 1)
		xlsx->first_is_root = true;
	for (size_t i = 0; i < sheet->count && code == LXW_NO_ERROR; i++) {
		const struct column *column = &sheet->columns[i];
		struct xlsx_style style = {.bold = tree && level == 0};

		if (!column_is_shown(sheet, column))
			continue;
		if (column->kind == COL_TREE)
			style.indent = level < INDENT_MOST ? level : INDENT_MOST;
		code = xlsx_write_cell(out, at++, column, &cells[i], style);
	}
	xlsx->row++;
	return code ? xlsx_failed(&xlsx->lib, code, error) : STATUS_DONE;
}

/* Writes what the sheet is about, and the notes, below the rows: apart from what is sorted and
 * filtered. */
static lxw_error write_notes(struct output *out, const char *const *notes)
{
	struct xlsx *xlsx = out->state;
	struct xlsx_style style = {.form = FORM_NOTE};
	struct buf text = {0};
	lxw_error code;

	if (xlsx->row + 2 >= LXW_ROW_MAX)
		return LXW_NO_ERROR;
	xlsx->row++;
	buf_printf(&text, "%s. ", label_in(xlsx->sheet->title, out->options.lang));
	sheet_caption(&text, xlsx->sheet, out->options.lang);
	code = xlsx_write_text(out, 0, buf_text(&text), style);
	for (size_t i = 0; notes && notes[i] && code == LXW_NO_ERROR; i++) {
		xlsx->row++;
		code = xlsx_write_text(out, 0, notes[i], style);
	}
	buf_release(&text);
	return code;
}

/* Appends text for the header of a printed page, in which & begins a command. */
static void add_header_text(struct buf *out, const char *text)
{
	size_t len = bytes_of(text, TITLE_MOST);

	for (size_t i = 0; i < len; i++) {
		if (text[i] == '&')
			buf_putc(out, '&');
		buf_putc(out, text[i]);
	}
}

static lxw_error set_print(struct output *out, lxw_col_t columns)
{
	struct xlsx *xlsx = out->state;
	struct buf text = {0};
	lxw_error code;

	xlsx->lib.worksheet_set_paper(xlsx->page, 9); /* A4 */
	if (columns > 2)
		xlsx->lib.worksheet_set_landscape(xlsx->page);
	xlsx->lib.worksheet_fit_to_pages(xlsx->page, 1, 0);
	code = xlsx->lib.worksheet_repeat_rows(xlsx->page, 0, 0);
	/* With the charts beside it a wide table would be printed too small to read. */
	if (code == LXW_NO_ERROR && columns > NARROW)
		code = xlsx->lib.worksheet_print_area(
			xlsx->page, 0, 0, xlsx->row, (lxw_col_t)(columns - 1));
	buf_puts(&text, "&L");
	add_header_text(&text, label_in(xlsx->sheet->title, out->options.lang));
	buf_puts(&text, "&R");
	sheet_as_of(&text, xlsx->sheet, out->options.lang);
	if (code == LXW_NO_ERROR)
		code = xlsx->lib.worksheet_set_header(xlsx->page, buf_text(&text));
	if (code == LXW_NO_ERROR)
		code = xlsx->lib.worksheet_set_footer(xlsx->page, "&C&P / &N");
	buf_release(&text);
	return code;
}

/* Freezes the headings, sets the widths and the filter; no warning triangle at codes such as 00123,
 * which are text on purpose. */
static lxw_error set_table(struct xlsx *xlsx, lxw_row_t last, lxw_col_t columns)
{
	char range[2 * LXW_MAX_CELL_NAME_LENGTH];
	lxw_error code = LXW_NO_ERROR;

	xlsx->lib.worksheet_freeze_panes(xlsx->page, 1, 0);
	for (lxw_col_t i = 0; i < columns && code == LXW_NO_ERROR; i++) {
		size_t width = xlsx->widths[i] + 2 < WIDTH_MOST ? xlsx->widths[i] + 2 : WIDTH_MOST;

		code = xlsx->lib.worksheet_set_column(xlsx->page, i, i, (double)width, NULL);
	}
	if (code == LXW_NO_ERROR && !xlsx->sheet->one_row)
		code = xlsx->lib.worksheet_autofilter(
			xlsx->page, 0, 0, last, (lxw_col_t)(columns - 1));
	xlsx->lib.lxw_rowcol_to_range(range, 0, 0, last, (lxw_col_t)(columns - 1));
	if (code == LXW_NO_ERROR)
		code = xlsx->lib.worksheet_ignore_errors(
			xlsx->page, LXW_IGNORE_NUMBER_STORED_AS_TEXT, range);
	return code;
}

static enum status xlsx_end(struct output *out, const char *const *notes, struct error *error)
{
	struct xlsx *xlsx = out->state;
	const struct sheet *sheet = xlsx->sheet;
	lxw_col_t columns = sheet->one_row ? 2 : xlsx_column(sheet, sheet->columns + sheet->count);
	lxw_error code = set_table(xlsx, xlsx->row - 1, columns);

	if (code == LXW_NO_ERROR && !sheet->one_row)
		code = xlsx_add_charts(out);
	if (code == LXW_NO_ERROR)
		code = write_notes(out, notes);
	if (code == LXW_NO_ERROR)
		code = set_print(out, columns);
	if (code != LXW_NO_ERROR)
		return xlsx_failed(&xlsx->lib, code, error);
	xlsx->sheet = NULL;
	return STATUS_DONE;
}

static enum status xlsx_close(struct output *out, struct error *error)
{
	struct xlsx *xlsx = out->state;
	enum status status = STATUS_DONE;

	/* A sheet that was not ended means that something failed: half a workbook must not pass for
	 * a whole one. */
	if (xlsx->book && xlsx->sheet) {
		xlsx->lib.lxw_workbook_free(xlsx->book);
	} else if (xlsx->book) {
		lxw_error code = xlsx->lib.workbook_close(xlsx->book);

		status = code ? xlsx_failed(&xlsx->lib, code, error)
			      : xlsx_file_copy(&xlsx->file, out, error);
	}
	xlsx_file_remove(&xlsx->file);
	buf_release(&xlsx->text);
	buf_release(&xlsx->shown);
	buf_release(&xlsx->name);
	free(xlsx->styles);
	free(xlsx->widths);
	free(xlsx);
	out->state = NULL;
	return status;
}

const struct renderer render_xlsx = {
	.name = "xlsx",
	.extension = "xlsx",
	.many = true,
	.draws = true,
	.binary = true,
	.open = xlsx_open,
	.begin = xlsx_begin,
	.row = xlsx_row,
	.end = xlsx_end,
	.close = xlsx_close,
};
