/* Reads cells of numbers: dates, births, counts and percents. */
#include "import/field_cell.h"

#include <string.h>

#include "base/date.h"
#include "base/number.h"

#define FIRST_BIRTH_YEAR 1850
#define PARTY_FOUNDED    (-14577) /* 3 February 1930, as a day of date.h */

/* Is it the number that a spreadsheet writes for a date which is not formatted as one: 29317 for 6
 * April 1980? */
static bool is_day_of_spreadsheet(const char *text)
{
	return strlen(text) == 5 && strspn(text, "0123456789") == 5 && text[0] != '0';
}

static bool date_wrong(const struct field_cell *cell, enum date_fault fault)
{
	switch (fault) {
	case DATE_TWO_DIGIT_YEAR:
		return field_cell_wrong(cell, FINDING_DATE,
			"năm chỉ có hai chữ số; hãy ghi đủ bốn chữ số, như 03/02/1980",
			"a year of two digits; write all four, as in 03/02/1980");
	case DATE_MONTH_FIRST:
		cell->reader->month_first = true;
		return field_cell_wrong(cell, FINDING_DATE,
			"tháng đứng trước ngày; các ngày khác trong tệp cũng có thể sai, nên không nhập dòng nào: "
			"hãy đổi cột này sang ngày/tháng/năm",
			"month first: the other dates of the file are probably wrong too, so nothing of it is "
			"stored; change the column to day/month/year");
	case DATE_IMPOSSIBLE:
		return field_cell_wrong(cell, FINDING_DATE, "ngày không có trong lịch",
			"a day that the calendar does not have");
	default:
		if (is_day_of_spreadsheet(cell->text))
			return field_cell_wrong(cell, FINDING_DATE,
				"số ngày của bảng tính; hãy định dạng cột này là ngày (dd/mm/yyyy) rồi lưu lại",
				"a spreadsheet's number of a day; format the column as a date (dd/mm/yyyy) and "
				"save it again");
		return field_cell_wrong(cell, FINDING_DATE,
			"không phải là ngày; hãy ghi ngày/tháng/năm như 03/02/1980 hoặc 1980-02-03",
			"not a date; write day/month/year as 03/02/1980, or 1980-02-03");
	}
}

static enum date_fault parse_date(const struct field_cell *cell, int *value)
{
	return cell->field->type == FIELD_BIRTH ? date_parse_birth(cell->text, value)
						: date_parse(cell->text, value);
}

/* Is the date too early for any member? */
static bool is_too_early(const struct field_cell *cell, int value)
{
	if (cell->field->type == FIELD_BIRTH)
		return value / 10000 < FIRST_BIRTH_YEAR;
	return cell->field->flags & FIELD_PARTY_DAY && value < PARTY_FOUNDED;
}

/* True when the date is neither too early nor, where that is not allowed, after today; otherwise
 * adds a finding. */
static bool is_in_bounds(const struct field_cell *cell, int value)
{
	bool birth = cell->field->type == FIELD_BIRTH;
	int first = birth ? birth_earliest(value) : value;

	if (cell->field->flags & FIELD_NOT_FUTURE && first > cell->reader->today)
		return field_cell_wrong(
			cell, FINDING_FUTURE, "ngày này chưa đến", "a date after today");
	if (!is_too_early(cell, value))
		return true;
	return birth ? field_cell_wrong(cell, FINDING_DATE,
			       "sinh trước năm 1850; hãy kiểm tra lại năm",
			       "a birth before 1850; check the year")
		     : field_cell_wrong(cell, FINDING_DATE,
			       "trước ngày thành lập Đảng (03/02/1930); hãy kiểm tra lại năm",
			       "before the Party was founded (1930-02-03); check the year");
}

/* Reads the cell as it is, and cleans it only when it is not a date: cleaning does not change those
 * that are. */
bool field_read_date(struct field_cell *cell)
{
	int value;
	enum date_fault fault = parse_date(cell, &value);

	if (fault != DATE_OK) {
		field_cell_clean(cell);
		if (field_cell_says_nothing(cell->text, cell->len))
			return true;
		fault = parse_date(cell, &value);
	}
	if (fault != DATE_OK)
		return field_cell_is_sound(cell) && date_wrong(cell, fault);
	if (!is_in_bounds(cell, value))
		return false;
	record_set_number(cell->record, cell->index, value);
	return true;
}

static bool read_count(const struct field_cell *cell, int64_t *count)
{
	if (number_parse_count(cell->text, count))
		return true;
	return field_cell_is_sound(cell) &&
	       field_cell_wrong(cell, FINDING_NUMBER,
		       "không phải là số nguyên; hãy ghi như 4541, 4.541 hoặc 4,541",
		       "not a whole number; write 4541, 4.541 or 4,541");
}

/* A cell that shows 3.85 % holds 0.0385, which is what is saved when the format is lost. With a %
 * it is certain. */
static bool refuse_fraction(const struct field_cell *cell, int64_t percent)
{
	struct buf shown = {0}, held = {0};

	number_write_percent(&shown, 100 * percent);
	number_write_percent(&held, percent);
	findings_add(cell->findings, cell->record->line, cell->field->name, FINDING_PERCENT,
		cell->text,
		"dưới 0,1 mà không có dấu %%, có vẻ ô phần trăm đã mất định dạng; hãy ghi %s%% hoặc %s%%",
		"under 0.1 without its %% sign, a warning that a percent cell may have lost its format; "
		"write %s%% or %s%%",
		shown.data, held.data);
	buf_release(&shown);
	buf_release(&held);
	return false;
}

static bool read_percent(const struct field_cell *cell, int64_t *percent)
{
	if (!number_parse_percent(cell->text, percent))
		return field_cell_is_sound(cell) &&
		       field_cell_wrong(cell, FINDING_PERCENT,
			       "không phải là tỷ lệ phần trăm; hãy ghi như 3,85 hoặc 3.85%, nhiều nhất "
			       "4 chữ số lẻ",
			       "not a percent; write 3.85 or 3,85%, with at most 4 decimals");
	if (*percent > 100 * PERCENT_UNIT)
		return field_cell_wrong(cell, FINDING_PERCENT,
			"trên 100 %; hãy kiểm tra lại dấu phẩy",
			"over 100 %; check the decimal point");
	if (*percent < PERCENT_SIGNED && strchr(cell->text, '%') == NULL)
		return refuse_fraction(cell, *percent);
	return true;
}

bool field_read_number(const struct field_cell *cell)
{
	int64_t number;

	if (!(cell->field->type == FIELD_COUNT ? read_count(cell, &number)
					       : read_percent(cell, &number)))
		return false;
	record_set_number(cell->record, cell->index, number);
	return true;
}
