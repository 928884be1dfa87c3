#include "render/render.h"

#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/text.h"
#include "render/form.h"
#include "render/xlsx.h"

enum {
	LAST_ROW = 1048575,
	COMMENT_WIDTH = 260, /* pixels */
	COMMENT_LINE = 40,   /* characters of its lines */
	LINE_HEIGHT = 16,
};

/* The state of the renderer. */
struct form_book {
	struct xlsx_library lib;
	struct xlsx_file file;
	lxw_workbook *book;
	lxw_worksheet *page, *lists;
	lxw_format *heading, *text, *date, *plain;
	const struct sheet *sheet;
	struct buf list_title;
	lxw_row_t row;       /* the next row of the page */
	lxw_col_t list_next; /* the next free column of the sheet of lists */
	bool ended;
};

static enum status form_open(struct output *out, struct error *error)
{
	struct form_book *form = memory_zeroed(sizeof *form);

	if (xlsx_library_load(&form->lib, error) != STATUS_DONE ||
		xlsx_file_make(&form->file, error) != STATUS_DONE) {
		free(form);
		return error_status(error);
	}
	out->state = form;
	return STATUS_DONE;
}

/* --- formats ---------------------------------------------------------------------------------- */

static lxw_format *new_format(const struct form_book *form, const char *numbers)
{
	lxw_format *format = form->lib.workbook_add_format(form->book);

	if (format && numbers)
		form->lib.format_set_num_format(format, numbers);
	return format;
}

static bool make_formats(struct form_book *form)
{
	form->heading = new_format(form, "@");
	form->text = new_format(form, "@");
	form->date = new_format(form, "dd/mm/yyyy");
	form->plain = new_format(form, NULL);
	if (!form->heading || !form->text || !form->date || !form->plain)
		return false;
	form->lib.format_set_bold(form->heading);
	form->lib.format_set_text_wrap(form->heading);
	form->lib.format_set_align(form->heading, LXW_ALIGN_VERTICAL_CENTER);
	form->lib.format_set_bg_color(form->heading, 0xEEF1F4);
	form->lib.format_set_bottom(form->heading, LXW_BORDER_THIN);
	return true;
}

/* Everything that is no day and no count is text, so that nothing is made of it: 12/12 no date,
 * 00123 no number, a birth of 1980 no day of 1905. */
static lxw_format *format_of(const struct form_book *form, enum column_kind kind)
{
	if (kind == COL_DATE)
		return form->date;
	return kind == COL_COUNT ? form->plain : form->text;
}

static double width_of(enum column_kind kind, const char *heading)
{
	double width = kind == COL_TEXT ? 24 : 14;
	double wanted = (double)text_characters(heading, strlen(heading)) / 2 + 4;

	return wanted > width ? wanted : width;
}

/* --- lists ------------------------------------------------------------------------------------ */

static const char *next_word(const char *word)
{
	return word + strlen(word) + 1;
}

static lxw_error write_words(
	struct form_book *form, const char *heading, const struct buf *words, size_t count)
{
	lxw_col_t column = form->list_next++;
	const char *word = buf_text(words);
	lxw_error code =
		form->lib.worksheet_write_string(form->lists, 0, column, heading, form->heading);

	form->lib.worksheet_set_column(form->lists, column, column, 24, form->text);
	for (size_t i = 0; i < count && code == LXW_NO_ERROR; i++, word = next_word(word))
		code = form->lib.worksheet_write_string(
			form->lists, (lxw_row_t)i + 1, column, word, form->text);
	return code;
}

/* Appends the cells of the words in the column: ='Danh mục'!$A$2:$A$5 */
static void write_range(
	const struct form_book *form, lxw_col_t column, size_t count, struct buf *out)
{
	char letters[4] = "";
	unsigned number = column;

	if (number >= 26)
		snprintf(letters, sizeof letters, "%c%c", 'A' + (int)(number / 26 - 1) % 26,
			'A' + (int)(number % 26));
	else
		snprintf(letters, sizeof letters, "%c", 'A' + (int)number);
	buf_printf(out, "='%s'!$%s$2:$%s$%zu", buf_text(&form->list_title), letters, letters,
		count + 1);
}

static lxw_error add_choice(struct form_book *form, lxw_col_t column, const struct form_list *list)
{
	lxw_col_t words = form->list_next;
	lxw_data_validation choice = {.validate = LXW_VALIDATION_TYPE_LIST_FORMULA,
		.show_error = list->open ? LXW_VALIDATION_OFF : LXW_VALIDATION_ON};
	struct buf range = {0};
	lxw_error code = write_words(form, list->heading, &list->words, list->count);

	if (code == LXW_NO_ERROR && list->meaning)
		code = write_words(form, list->meaning, &list->meanings, list->count);
	write_range(form, words, list->count, &range);
	choice.value_formula = range.data;
	if (code == LXW_NO_ERROR && list->count > 0)
		code = form->lib.worksheet_data_validation_range(
			form->page, 1, column, LAST_ROW, column, &choice);
	buf_release(&range);
	return code;
}

/* --- columns ---------------------------------------------------------------------------------- */

static lxw_error add_day_check(struct form_book *form, lxw_col_t column, int first_day)
{
	lxw_data_validation check = {.validate = LXW_VALIDATION_TYPE_DATE,
		.criteria = LXW_VALIDATION_CRITERIA_GREATER_THAN_OR_EQUAL_TO};

	date_civil(first_day, &check.value_datetime.year, &check.value_datetime.month,
		&check.value_datetime.day);
	return form->lib.worksheet_data_validation_range(
		form->page, 1, column, LAST_ROW, column, &check);
}

static lxw_error add_count_check(struct form_book *form, lxw_col_t column)
{
	lxw_data_validation check = {.validate = LXW_VALIDATION_TYPE_INTEGER,
		.criteria = LXW_VALIDATION_CRITERIA_GREATER_THAN_OR_EQUAL_TO,
		.value_number = 0};

	return form->lib.worksheet_data_validation_range(
		form->page, 1, column, LAST_ROW, column, &check);
}

static lxw_error add_comment(struct form_book *form, lxw_col_t column, const struct buf *comment)
{
	size_t lines = 2;
	lxw_comment_options options = {.width = COMMENT_WIDTH, .font_size = 9};

	for (const char *line = buf_text(comment); *line; line += *line == '\n') {
		size_t len = strcspn(line, "\n");

		lines += text_characters(line, len) / COMMENT_LINE + 1;
		line += len;
	}
	options.height = (uint16_t)(lines * LINE_HEIGHT);
	return form->lib.worksheet_write_comment_opt(
		form->page, 0, column, buf_text(comment), &options);
}

static lxw_error add_column(struct output *out, size_t at)
{
	struct form_book *form = out->state;
	const struct column *column = &form->sheet->columns[at];
	const struct form_column *said = &form->sheet->form->columns[at];
	lxw_col_t place = (lxw_col_t)at;
	struct buf heading = {0};
	lxw_error code;

	buf_printf(&heading, "%s%s", label_in(column->label, out->options.lang),
		said->required ? " *" : "");
	code = form->lib.worksheet_set_column(form->page, place, place,
		width_of(column->kind, heading.data), format_of(form, column->kind));
	if (code == LXW_NO_ERROR)
		code = form->lib.worksheet_write_string(
			form->page, 0, place, heading.data, form->heading);
	if (code == LXW_NO_ERROR)
		code = add_comment(form, place, &said->comment);
	if (code == LXW_NO_ERROR && said->list)
		code = add_choice(form, place, said->list);
	else if (code == LXW_NO_ERROR && column->kind == COL_DATE)
		code = add_day_check(form, place, said->first_day);
	else if (code == LXW_NO_ERROR && column->kind == COL_COUNT)
		code = add_count_check(form, place);
	buf_release(&heading);
	return code;
}

/* --- the sheet -------------------------------------------------------------------------------- */

static bool has_lists(const struct sheet *sheet)
{
	for (size_t i = 0; i < sheet->count; i++)
		if (sheet->form->columns[i].list)
			return true;
	return false;
}

static lxw_error start_book(struct output *out)
{
	struct form_book *form = out->state;
	const char *title = label_in(form->sheet->title, out->options.lang);
	lxw_workbook_options options = {.tmpdir = form->file.folder.data};
	/* The same form has the same bytes. */
	lxw_doc_properties properties = {.created = (time_t)form->sheet->as_of * 86400 + 43200};
	lxw_error code;

	form->book = form->lib.workbook_new_opt(form->file.path.data, &options);
	if (form->book == NULL || !make_formats(form))
		return LXW_ERROR_MEMORY_MALLOC_FAILED;
	code = form->lib.workbook_set_properties(form->book, &properties);
	if (code != LXW_NO_ERROR)
		return code;
	form->page = form->lib.workbook_add_worksheet(form->book, title);
	if (form->page && has_lists(form->sheet))
		form->lists =
			form->lib.workbook_add_worksheet(form->book, form->sheet->form->list_title);
	return form->page && (form->lists || !has_lists(form->sheet))
		       ? LXW_NO_ERROR
		       : LXW_ERROR_MEMORY_MALLOC_FAILED;
}

static enum status form_begin(struct output *out, const struct sheet *sheet, struct error *error)
{
	struct form_book *form = out->state;
	lxw_error code;

	form->sheet = sheet;
	form->row = 1;
	buf_puts(&form->list_title, sheet->form->list_title);
	code = start_book(out);
	for (size_t i = 0; i < sheet->count && code == LXW_NO_ERROR; i++)
		code = add_column(out, i);
	if (code != LXW_NO_ERROR)
		return xlsx_failed(&form->lib, code, error);
	form->lib.worksheet_set_row(form->page, 0, 32, NULL);
	form->lib.worksheet_freeze_panes(form->page, 1, 0);
	return STATUS_DONE;
}

static enum status form_row(struct output *out, const struct cell *cells, struct error *error)
{
	struct form_book *form = out->state;
	struct buf text = {0};
	lxw_error code = LXW_NO_ERROR;

	for (size_t i = 0; i < form->sheet->count && code == LXW_NO_ERROR; i++) {
		buf_clear(&text);
		cell_machine(&text, &form->sheet->columns[i], &cells[i]);
		if (text.len > 0)
			code = form->lib.worksheet_write_string(form->page, form->row, (lxw_col_t)i,
				text.data, format_of(form, form->sheet->columns[i].kind));
	}
	form->row++;
	buf_release(&text);
	return code ? xlsx_failed(&form->lib, code, error) : STATUS_DONE;
}

static enum status form_end(struct output *out, const char *const *notes, struct error *error)
{
	struct form_book *form = out->state;

	(void)notes, (void)error;
	form->ended = true;
	return STATUS_DONE;
}

static enum status form_close(struct output *out, struct error *error)
{
	struct form_book *form = out->state;
	enum status status = STATUS_DONE;

	if (form->book && !form->ended) {
		form->lib.lxw_workbook_free(form->book);
	} else if (form->book) {
		lxw_error code = form->lib.workbook_close(form->book);

		status = code ? xlsx_failed(&form->lib, code, error)
			      : xlsx_file_copy(&form->file, out, error);
	}
	xlsx_file_remove(&form->file);
	buf_release(&form->list_title);
	free(form);
	out->state = NULL;
	return status;
}

const struct renderer render_form = {
	.name = "xlsx",
	.extension = "xlsx",
	.binary = true,
	.open = form_open,
	.begin = form_begin,
	.row = form_row,
	.end = form_end,
	.close = form_close,
};
