#include "import/worksheet.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "import/rich_text.h"
#include "import/sheet_value.h"
#include "import/xml.h"

#define LINES_MAX    16777216   /* rows of a sheet: as many as any program has */
#define CELL_MAX     (1u << 20) /* bytes of one cell */
#define ROW_MAX      (4u << 20) /* bytes of one row */
#define MEGABYTES(n) ((n) >> 20u)

enum { NAME_SHEET_DATA, NAME_ROW, NAME_C, NAME_V, NAME_F, NAME_IS, NAME_T, NAME_RPH };
static const char *const names[] = {
	[NAME_SHEET_DATA] = "sheetData",
	[NAME_ROW] = "row",
	[NAME_C] = "c",
	[NAME_V] = "v",
	[NAME_F] = "f",
	[NAME_IS] = "is",
	[NAME_T] = "t",
	[NAME_RPH] = "rPh",
	NULL,
};

/* Why a row or a sheet cannot be read. */
enum fault { FAULT_NONE, FAULT_CELL, FAULT_ROW, FAULT_SHEET };

/* What a cell says of its value. */
enum value_type { VALUE_NUMBER, VALUE_SHARED, VALUE_TEXT, VALUE_DATE, VALUE_BOOLEAN, VALUE_ERROR };

/* Where a cell of the row stands in its text. */
struct place {
	size_t at, len;
	enum raw_type type;
	unsigned code;
};

struct worksheet {
	struct workbook *workbook;
	struct xml *xml;
	struct error *error; /* of the call at hand */
	enum status status;

	bool in_data, in_row;
	long line, given; /* of the row at hand; of the last one given out */
	struct buf text;  /* of its cells, each with a NUL */
	struct place *places;
	struct raw_cell *cells;
	size_t count, room;
	enum fault fault;

	/* The cell at hand: */
	size_t column, next_column;
	enum value_type value;
	const struct style *style;
	bool has_formula, has_value, in_value, in_inline, in_reading;
	struct buf content;
};

/* --- where things stand ----------------------------------------------------------------------- */

/* The number of a column, A is 0; SIZE_MAX when the reference has none that a sheet can have. */
static size_t column_of(const char *reference)
{
	size_t column = 0;

	if (*reference < 'A' || *reference > 'Z')
		return SIZE_MAX;
	for (; *reference >= 'A' && *reference <= 'Z'; reference++) {
		column = column * 26 + (size_t)(*reference - 'A') + 1;
		if (column > ROWS_CELLS_MAX)
			return SIZE_MAX;
	}
	return column - 1;
}

/* A number in an attribute; fallback when it is missing, -1 when it is none. */
static long number_of(const char *text, long fallback)
{
	long number;
	char *end;

	if (text == NULL)
		return fallback;
	if (*text < '0' || *text > '9' || strlen(text) > 10)
		return -1;
	number = strtol(text, &end, 10);
	return *end == '\0' ? number : -1;
}

static void sheet_fault(struct worksheet *sheet)
{
	sheet->fault = FAULT_SHEET;
	xml_pause(sheet->xml);
}

/* --- rows and cells begin --------------------------------------------------------------------- */

static void start_row(struct worksheet *sheet, xml_attributes attributes)
{
	long line = number_of(xml_attribute(attributes, "r"), sheet->line + 1);

	if (line <= sheet->line || line > LINES_MAX) {
		sheet_fault(sheet);
		return;
	}
	sheet->line = line;
	sheet->in_row = true;
	sheet->next_column = 0;
	sheet->count = 0;
	buf_clear(&sheet->text);
}

static enum value_type value_type_of(const char *type)
{
	static const struct {
		const char *name;
		enum value_type type;
	} types[] = {{"s", VALUE_SHARED}, {"n", VALUE_NUMBER}, {"str", VALUE_TEXT},
		{"inlineStr", VALUE_TEXT}, {"b", VALUE_BOOLEAN}, {"e", VALUE_ERROR},
		{"d", VALUE_DATE}};

	for (size_t i = 0; type && i < sizeof types / sizeof *types; i++)
		if (strcmp(types[i].name, type) == 0)
			return types[i].type;
	return VALUE_NUMBER;
}

static void start_cell(struct worksheet *sheet, xml_attributes attributes)
{
	const char *reference = NULL, *type = NULL, *style = NULL;

	for (; *attributes; attributes += 2) {
		if (strcmp(*attributes, "r") == 0)
			reference = attributes[1];
		else if (strcmp(*attributes, "t") == 0)
			type = attributes[1];
		else if (strcmp(*attributes, "s") == 0)
			style = attributes[1];
	}
	sheet->column = reference ? column_of(reference) : sheet->next_column;
	if (sheet->column < sheet->next_column || sheet->column >= ROWS_CELLS_MAX) {
		sheet_fault(sheet);
		return;
	}
	sheet->next_column = sheet->column + 1;
	sheet->value = value_type_of(type);
	sheet->style = styles_find(sheet->workbook->styles, (unsigned long)number_of(style, 0));
	sheet->has_formula = sheet->has_value = false;
	buf_clear(&sheet->content);
}

static void start(void *context, int name, xml_attributes attributes)
{
	struct worksheet *sheet = context;

	if (sheet->fault == FAULT_SHEET)
		return;
	if (name == NAME_SHEET_DATA)
		sheet->in_data = true;
	else if (name == NAME_ROW && sheet->in_data)
		start_row(sheet, attributes);
	if (!sheet->in_row)
		return;
	if (name == NAME_C)
		start_cell(sheet, attributes);
	else if (name == NAME_F)
		sheet->has_formula = true;
	else if (name == NAME_IS)
		sheet->in_inline = true;
	else if (name == NAME_RPH)
		sheet->in_reading = true;
	sheet->in_value =
		name == NAME_V || (name == NAME_T && sheet->in_inline && !sheet->in_reading);
	sheet->has_value = sheet->has_value || sheet->in_value;
}

static void text(void *context, const char *text, size_t len)
{
	struct worksheet *sheet = context;

	if (sheet->in_value)
		rich_text_add(&sheet->content, 0, text, len);
}

/* --- a cell ends ------------------------------------------------------------------------------ */

static void add_shared(struct worksheet *sheet)
{
	long number = number_of(buf_text(&sheet->content), 0);
	bool found = false;

	if (number >= 0)
		sheet->status = shared_strings_get(sheet->workbook->strings, (unsigned long)number,
			&sheet->text, &found, sheet->error);
	if (sheet->status != STATUS_DONE || !found)
		sheet_fault(sheet);
}

static enum raw_type add_number(struct worksheet *sheet, unsigned *code)
{
	const char *content = buf_text(&sheet->content);
	size_t start = sheet->text.len, behind;
	enum raw_type type =
		sheet_value_number(&sheet->text, content, sheet->style, sheet->workbook->from_1904);

	if (type != RAW_NUMBER && type != RAW_PERCENT)
		return type;
	buf_putc(&sheet->text, '\0');
	behind = sheet->text.len;
	if (sheet_value_code(&sheet->text, content, sheet->style))
		*code = (unsigned)(behind - start);
	return type;
}

/* Appends what the cell holds to the row's text. */
static enum raw_type add_value(struct worksheet *sheet, unsigned *code)
{
	const char *content = buf_text(&sheet->content);

	switch (sheet->value) {
	case VALUE_SHARED:
		add_shared(sheet);
		return RAW_TEXT;
	case VALUE_TEXT:
		buf_add(&sheet->text, content,
			rich_text_unescape(sheet->content.data, sheet->content.len));
		return RAW_TEXT;
	case VALUE_BOOLEAN:
		buf_puts(&sheet->text, strcmp(content, "0") == 0 ? "FALSE" : "TRUE");
		return RAW_TEXT;
	case VALUE_ERROR:
		buf_puts(&sheet->text, content);
		return RAW_ERROR;
	case VALUE_DATE:
		return sheet_value_date(&sheet->text, content);
	default:
		return add_number(sheet, code);
	}
}

/* Formulas are written without a value by programs that do not calculate. */
static bool lacks_value(const struct worksheet *sheet)
{
	return sheet->has_formula &&
	       (!sheet->has_value || (sheet->value != VALUE_TEXT && sheet->content.len == 0));
}

static void make_room(struct worksheet *sheet)
{
	size_t room = sheet->room ? sheet->room : 64;

	if (sheet->column < sheet->room)
		return;
	while (room <= sheet->column)
		room *= 2;
	sheet->places = memory_resize(sheet->places, room * sizeof *sheet->places);
	sheet->cells = memory_resize(sheet->cells, room * sizeof *sheet->cells);
	sheet->room = room;
}

static void end_cell(struct worksheet *sheet)
{
	struct place place = {.at = sheet->text.len, .type = RAW_UNCALCULATED};
	bool lacking = lacks_value(sheet);

	if (sheet->fault != FAULT_NONE || (!lacking && sheet->content.len == 0))
		return;
	if (lacking)
		buf_puts(&sheet->text, "#VALUE!");
	else
		place.type = add_value(sheet, &place.code);
	if (sheet->fault != FAULT_NONE)
		return;
	buf_putc(&sheet->text, '\0');
	place.len = strlen(sheet->text.data + place.at);
	if (place.len > CELL_MAX)
		sheet->fault = FAULT_CELL;
	else if (sheet->text.len > ROW_MAX)
		sheet->fault = FAULT_ROW;
	make_room(sheet);
	while (sheet->count < sheet->column)
		sheet->places[sheet->count++] = (struct place){0};
	sheet->places[sheet->count++] = place;
}

static void end(void *context, int name)
{
	struct worksheet *sheet = context;

	sheet->in_value = false;
	if (sheet->fault == FAULT_SHEET || !sheet->in_data)
		return;
	if (name == NAME_IS)
		sheet->in_inline = false;
	else if (name == NAME_RPH)
		sheet->in_reading = false;
	else if (name == NAME_C && sheet->in_row)
		end_cell(sheet);
	else if (name == NAME_SHEET_DATA)
		sheet->in_data = sheet->in_row = false;
	else if (name == NAME_ROW) {
		sheet->in_row = false;
		if (sheet->count > 0)
			xml_pause(sheet->xml);
	}
}

/* --- rows are given out ----------------------------------------------------------------------- */

enum status worksheet_open(struct worksheet **opened, struct workbook *workbook,
	const struct workbook_sheet *tab, struct error *error)
{
	static const struct xml_reader reader = {names, start, end, text};
	struct worksheet *sheet = memory_zeroed(sizeof *sheet);
	enum status status;

	sheet->workbook = workbook;
	status = xml_open(&sheet->xml, workbook->archive, tab->part, &reader, sheet, error);
	*opened = sheet;
	if (status != STATUS_DONE) {
		worksheet_close(sheet);
		*opened = NULL;
	}
	return status;
}

static enum rows_result give_fault(
	struct worksheet *sheet, struct raw_row *row, struct findings *findings)
{
	bool of_cell = sheet->fault == FAULT_CELL;
	unsigned megabytes = MEGABYTES(of_cell ? CELL_MAX : ROW_MAX);

	findings_add(findings, sheet->line, NULL, FINDING_TOO_LONG, NULL,
		of_cell ? "có ô dài quá %u MB" : "cả dòng dài quá %u MB",
		of_cell ? "a cell of more than %u MB" : "a row of more than %u MB", megabytes);
	sheet->fault = FAULT_NONE;
	row->raw = "";
	return ROWS_BAD;
}

static enum rows_result give_row(struct worksheet *sheet, struct raw_row *row)
{
	for (size_t i = 0; i < sheet->count; i++) {
		const struct place *place = &sheet->places[i];

		sheet->cells[i] = (struct raw_cell){
			.text = place->len || place->type ? sheet->text.data + place->at : "",
			.len = place->len,
			.type = place->type,
			.code = place->code,
		};
	}
	row->cells = sheet->cells;
	row->count = sheet->count;
	return ROWS_ROW;
}

static enum status sheet_damaged(struct error *error)
{
	return error_set(error, STATUS_REJECTED,
		"các dòng và ô trong trang tính không theo thứ tự; hãy mở tệp bằng Excel rồi lưu lại",
		"the rows and cells of the sheet are out of order; open the file in the spreadsheet program "
		"and save it anew");
}

enum rows_result worksheet_next(struct worksheet *sheet, struct raw_row *row,
	struct findings *findings, enum status *status, struct error *error)
{
	bool more;

	*row = (struct raw_row){0};
	sheet->error = error;
	sheet->count = 0;
	*status = xml_read(sheet->xml, &more, error);
	if (*status == STATUS_DONE)
		*status = sheet->status;
	if (*status == STATUS_DONE && sheet->fault == FAULT_SHEET)
		*status = sheet_damaged(error);
	if (*status != STATUS_DONE || !more)
		return ROWS_END;
	row->line = sheet->line;
	row->after_gap = sheet->line > sheet->given + 1;
	sheet->given = sheet->line;
	return sheet->fault == FAULT_NONE ? give_row(sheet, row) : give_fault(sheet, row, findings);
}

void worksheet_progress(const struct worksheet *sheet, size_t *done, size_t *all)
{
	xml_progress(sheet->xml, done, all);
}

void worksheet_close(struct worksheet *sheet)
{
	if (sheet == NULL)
		return;
	xml_close(sheet->xml);
	buf_release(&sheet->text);
	buf_release(&sheet->content);
	free(sheet->places);
	free(sheet->cells);
	free(sheet);
}
