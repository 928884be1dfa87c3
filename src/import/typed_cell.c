#include "import/typed_cell.h"

#include <string.h>

/* What is wrong with a cell of a type in its column. */
enum fault {
	FAULT_NONE,
	FAULT_ERROR,
	FAULT_UNCALCULATED,
	FAULT_DATE,
	FAULT_LONG_CODE,
	FAULT_BROKEN_CODE,
	FAULT_NO_DATE,
	FAULT_NO_YEAR,
	FAULT_NOT_WHOLE,
};

static const struct {
	enum finding_code code;
	struct label words;
} faults[] = {
	[FAULT_ERROR] = {FINDING_DAMAGED,
		L("ô báo lỗi của bảng tính; hãy sửa công thức hoặc xóa trắng ô",
			"an error value of the spreadsheet; correct the formula, or empty the cell")},
	[FAULT_UNCALCULATED] = {FINDING_DAMAGED,
		L("công thức chưa có kết quả; hãy mở tệp bằng Excel, tính lại rồi lưu",
			"a formula without its value; open the file in the spreadsheet program, let it "
			"calculate, and save it")},
	[FAULT_DATE] = {FINDING_DAMAGED,
		L("ô này là ngày (bảng tính tự đổi những chữ như 1-2 thành ngày); hãy định dạng cột là "
		  "văn bản rồi ghi lại",
			"the cell is a date (spreadsheet programs make dates of what looks like 1-2); format "
			"the column as text and write it again")},
	[FAULT_LONG_CODE] = {FINDING_DAMAGED,
		L("mã hơn 15 chữ số bị lưu thành số nên các chữ số cuối đã mất; hãy định dạng cột là văn "
		  "bản rồi ghi lại",
			"a code of more than 15 digits that was kept as a number: its last digits are lost; "
			"format the column as text and write it again")},
	[FAULT_BROKEN_CODE] = {FINDING_DAMAGED,
		L("mã bị lưu thành số có phần thập phân; hãy định dạng cột là văn bản rồi ghi lại",
			"a code that was kept as a number with decimals; format the column as text and write "
			"it again")},
	[FAULT_NO_DATE] = {FINDING_DATE,
		L("ô này là số, không phải ngày; hãy định dạng cột là ngày (dd/mm/yyyy) rồi lưu lại",
			"the cell is a number, not a date; format the column as a date (dd/mm/yyyy) and save "
			"it again")},
	[FAULT_NO_YEAR] = {FINDING_DATE,
		L("ô này là số nhưng không phải năm sinh; hãy định dạng cột là ngày (dd/mm/yyyy) rồi lưu "
		  "lại",
			"the cell is a number, but no year of birth; format the column as a date (dd/mm/yyyy) "
			"and save it again")},
	[FAULT_NOT_WHOLE] = {FINDING_NUMBER, L("không phải là số nguyên", "not a whole number")},
};

static bool is_code(enum field_type type)
{
	return type == FIELD_CODE || type == FIELD_UNIT || type == FIELD_OTHER_UNIT;
}

static enum fault code_fault(const struct raw_cell *cell)
{
	if (cell->code)
		return FAULT_NONE;
	return strchr(cell->text, '.') ? FAULT_BROKEN_CODE : FAULT_LONG_CODE;
}

static enum fault number_fault(const struct raw_cell *cell, enum field_type type)
{
	bool percent = cell->type == RAW_PERCENT;

	if (is_code(type))
		return code_fault(cell);
	switch (type) {
	case FIELD_DATE:
		return FAULT_NO_DATE;
	case FIELD_BIRTH:
		return percent || cell->len != 4 || strspn(cell->text, "0123456789") != 4
			       ? FAULT_NO_YEAR
			       : FAULT_NONE;
	case FIELD_COUNT:
		return percent || strchr(cell->text, '.') ? FAULT_NOT_WHOLE : FAULT_NONE;
	default:
		return FAULT_NONE;
	}
}

/* Where a day is written as text, a spreadsheet program has made it: of a schooling of 12/12, say. */
static enum fault date_fault(const struct field *field)
{
	bool fits = field->type == FIELD_DATE || field->type == FIELD_BIRTH ||
		    field->flags & FIELD_MAY_BE_DAY;

	return fits ? FAULT_NONE : FAULT_DATE;
}

static enum fault find_fault(const struct raw_cell *cell, const struct field *field)
{
	switch (cell->type) {
	case RAW_ERROR:
		return FAULT_ERROR;
	case RAW_UNCALCULATED:
		return FAULT_UNCALCULATED;
	case RAW_DATE:
		return date_fault(field);
	case RAW_NUMBER:
	case RAW_PERCENT:
		return number_fault(cell, field->type);
	default:
		return FAULT_NONE;
	}
}

/* The cell's text, or the form that it has as a code. */
static const char *text_in(const struct raw_cell *cell, const struct field *field)
{
	return field && is_code(field->type) && cell->code ? cell->text + cell->code : cell->text;
}

const char *typed_cell_read(const struct raw_cell *cell, const struct field *field, long line,
	struct findings *findings)
{
	enum fault fault = find_fault(cell, field);

	if (fault == FAULT_NONE)
		return text_in(cell, field);
	findings_add(findings, line, field->name, faults[fault].code,
		fault == FAULT_UNCALCULATED ? NULL : cell->text, "%s", "%s",
		label_in(faults[fault].words, findings->lang));
	return NULL;
}

bool typed_cell_take(const struct raw_cell *cell, struct field_reader *reader,
	const struct field *field, size_t index, struct record *record, struct findings *findings)
{
	const char *text;

	if (cell->type == RAW_TEXT)
		return field_read(reader, field, index, cell->text, cell->len, record, findings);
	text = typed_cell_read(cell, field, record->line, findings);
	return text && field_read(reader, field, index, text, strlen(text), record, findings);
}

const char *typed_cell_write(
	const struct raw_cell *cell, const struct field *field, struct buf *scratch)
{
	const char *point = strchr(cell->text, '.');

	/* As a text, 4.541 in a column of counts is 4541. */
	if (cell->type != RAW_NUMBER || !field || field->type != FIELD_COUNT || !point ||
		strlen(point) != 4)
		return text_in(cell, field);
	buf_clear(scratch);
	buf_printf(scratch, "%s0", cell->text);
	return scratch->data;
}
