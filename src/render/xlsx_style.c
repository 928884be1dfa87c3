#include "render/xlsx.h"

#include <string.h>

#include "base/date.h"
#include "base/number.h"
#include "base/text.h"
#include "render/sheet.h"

static const char *number_format(enum xlsx_form form, enum lang lang)
{
	static const char *const percents[] = {"0%", "0.0%", "0.00%", "0.000%", "0.0000%"};

	switch (form) {
	case FORM_CODE:
		return "@";
	case FORM_WHOLE:
		return "#,##0";
	case FORM_RATE:
		return "#,##0.00";
	case FORM_POINTS:
		return "+#,##0.00;-#,##0.00;0.00";
	case FORM_DATE:
		return lang == LANG_VI ? "dd/mm/yyyy" : "yyyy-mm-dd";
	default:
		return form >= FORM_PERCENT && form < FORM_HEADING ? percents[form - FORM_PERCENT]
								   : NULL;
	}
}

static bool is_figure(enum xlsx_form form)
{
	return form >= FORM_WHOLE && form < FORM_HEADING && form != FORM_DATE;
}

static void format_heading(const struct xlsx *xlsx, lxw_format *format, bool right)
{
	xlsx->lib.format_set_bold(format);
	xlsx->lib.format_set_text_wrap(format);
	xlsx->lib.format_set_align(format, right ? LXW_ALIGN_RIGHT : LXW_ALIGN_LEFT);
	xlsx->lib.format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
	if (right)
		xlsx->lib.format_set_indent(format, 1);
	xlsx->lib.format_set_bg_color(format, 0xEEF1F4);
	xlsx->lib.format_set_bottom(format, LXW_BORDER_THIN);
	xlsx->lib.format_set_bottom_color(format, 0x8D949D);
}

static lxw_format *make_format(struct output *out, const struct xlsx_style *style)
{
	static const lxw_color_t highlights[] = {LXW_COLOR_BLACK, 0x17663A, 0x85530A, 0xB3261E};
	struct xlsx *xlsx = out->state;
	lxw_format *format = xlsx->lib.workbook_add_format(xlsx->book);
	const char *numbers = number_format(style->form, out->options.lang);

	if (style->form == FORM_HEADING || style->form == FORM_HEADING_RIGHT)
		format_heading(xlsx, format, style->form == FORM_HEADING_RIGHT);
	if (style->form == FORM_NOTE)
		xlsx->lib.format_set_font_color(format, XLSX_MUTED);
	if (numbers)
		xlsx->lib.format_set_num_format(format, numbers);
	/* Without this, words in the next column would touch the figures. */
	if (style->right || is_figure(style->form)) {
		xlsx->lib.format_set_align(format, LXW_ALIGN_RIGHT);
		xlsx->lib.format_set_indent(format, 1);
	} else if (style->form == FORM_DATE) {
		xlsx->lib.format_set_align(format, LXW_ALIGN_LEFT);
	}
	if (style->bold)
		xlsx->lib.format_set_bold(format);
	if (style->indent > 0)
		xlsx->lib.format_set_indent(format, (uint8_t)style->indent);
	if (style->highlight != HIGHLIGHT_PLAIN)
		xlsx->lib.format_set_font_color(format, highlights[style->highlight]);
	return format;
}

/* The format for this style; each is made once. */
static lxw_format *format_of(struct output *out, struct xlsx_style style)
{
	struct xlsx *xlsx = out->state;

	for (size_t i = 0; i < xlsx->style_count; i++) {
		const struct xlsx_style *known = &xlsx->styles[i];

		if (known->form == style.form && known->bold == style.bold &&
			known->right == style.right && known->indent == style.indent &&
			known->highlight == style.highlight)
			return known->format;
	}
	style.format = make_format(out, &style);
	xlsx->styles =
		memory_grow(xlsx->styles, xlsx->style_count, &xlsx->style_room, sizeof style);
	xlsx->styles[xlsx->style_count++] = style;
	return style.format;
}

/* Does a spreadsheet take the text at `at` for an escaped character, as in _x0041_? */
static bool is_escape(const char *at)
{
	return strncmp(at, "_x", 2) == 0 && strspn(at + 2, "0123456789abcdefABCDEF") >= 4 &&
	       at[6] == '_';
}

/* The text as the cell shows it: control characters visible, and nothing that would be taken for an
 * escape. Borrowed until the next call. */
static const char *safe_text(struct xlsx *xlsx, const char *text)
{
	struct buf *safe = &xlsx->shown;

	buf_clear(&xlsx->text);
	text_visible(&xlsx->text, text, strlen(text));
	buf_clear(safe);
	for (const char *at = buf_text(&xlsx->text); *at; at++) {
		if (is_escape(at))
			buf_puts(safe, "_x005F");
		buf_putc(safe, *at);
	}
	return buf_text(safe);
}

static void widen(struct xlsx *xlsx, size_t column, const char *text, size_t more)
{
	size_t width = text_characters(text, strlen(text)) + more;

	if (width > xlsx->widths[column])
		xlsx->widths[column] = width;
}

lxw_error xlsx_write_text(
	struct output *out, size_t column, const char *text, struct xlsx_style style)
{
	struct xlsx *xlsx = out->state;

	text = safe_text(xlsx, text);
	return xlsx->lib.worksheet_write_string(
		xlsx->page, xlsx->row, (lxw_col_t)column, text, format_of(out, style));
}

/* Excel counts days from 1900, which it takes for a leap year. Dates before that it does not have:
 * then false. */
static bool serial_day(const struct column *column, const struct cell *cell, double *serial)
{
	int64_t day = cell->number;

	if (column->kind == COL_BIRTH) {
		int birth = (int)cell->number;

		if (birth % 100 == 0)
			return false;
		day = date_day(birth / 10000, birth / 100 % 100, birth % 100);
	}
	*serial = (double)(day - date_day(1899, 12, 30));
	return day >= date_day(1900, 3, 1);
}

static int share_decimals(int64_t percent)
{
	int decimals = 4;

	while (decimals > 0 && percent % 10 == 0) {
		percent /= 10;
		decimals--;
	}
	return decimals;
}

/* The number of the cell and its form; false when the cell is written as text. */
static bool number_of(
	const struct column *column, const struct cell *cell, double *number, enum xlsx_form *form)
{
	int decimals = column->decimals_for_people ? column->decimals_for_people : 2;
	double under = cell->type == CELL_FRACTION ? (double)cell->under : 1;

	*number = (double)cell->number / under;
	switch (column->kind) {
	case COL_LEVEL:
	case COL_COUNT:
		*form = FORM_WHOLE;
		return true;
	case COL_RATE:
		*form = FORM_RATE;
		return true;
	case COL_POINTS:
		*form = FORM_POINTS;
		return true;
	case COL_PERCENT:
		*number = (double)cell->number / (under * 100);
		*form = FORM_PERCENT + (unsigned)(decimals < 4 ? decimals : 4);
		return true;
	case COL_SHARE:
		*number = (double)cell->number / (PERCENT_UNIT * 100);
		*form = FORM_PERCENT + (unsigned)share_decimals(cell->number);
		return true;
	case COL_DATE:
	case COL_BIRTH:
		*form = FORM_DATE;
		return serial_day(column, cell, number);
	default:
		return false;
	}
}

lxw_error xlsx_write_cell(struct output *out, size_t at, const struct column *column,
	const struct cell *cell, struct xlsx_style style)
{
	struct xlsx *xlsx = out->state;
	struct buf people = {0};
	lxw_error code = LXW_NO_ERROR;
	double number;

	if (cell->type == CELL_EMPTY)
		return LXW_NO_ERROR;
	cell_people(&people, column, cell, out->options.lang);
	widen(xlsx, at, buf_text(&people), 2 * (size_t)style.indent);
	style.highlight = sheet_highlight(column, cell);
	if (cell->type != CELL_TEXT && number_of(column, cell, &number, &style.form)) {
		style.indent = 0;
		code = xlsx->lib.worksheet_write_number(
			xlsx->page, xlsx->row, (lxw_col_t)at, number, format_of(out, style));
	} else {
		style.form = column->kind == COL_CODE ? FORM_CODE : FORM_TEXT;
		code = xlsx_write_text(out, at, buf_text(&people), style);
	}
	buf_release(&people);
	return code;
}
