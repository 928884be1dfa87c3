#include "import/field.h"

#include <string.h>

#include "base/date.h"
#include "base/number.h"
#include "base/text.h"

#define CODE_CHARACTERS 128
#define TEXT_CHARACTERS 1000

/* `Họ và tên (*)` and `Ngày sinh*:` mark a required column or just end the heading. */
static void drop_marks(struct buf *heading, size_t start)
{
	while (heading->len > start && strchr("*:()% ", heading->data[heading->len - 1]))
		heading->len--;
	if (heading->data)
		heading->data[heading->len] = '\0';
}

/* `Ngày sinh (dd/mm/yyyy)`: what is said to who fills in the form. */
static void drop_remark(struct buf *heading, size_t start)
{
	static const char *const remarks[] = {"(dd/mm/yyyy", "(dd-mm-yyyy", "(dd.mm.yyyy",
		"(d/m/yyyy", "(yyyy-mm-dd", "(ngay/thang/nam", "(ngay, thang, nam", "(neu co",
		"(bat buoc", "(nguoi"};
	size_t i;

	for (i = 0; i < sizeof remarks / sizeof remarks[0]; i++) {
		size_t len = strlen(remarks[i]);

		if (heading->len - start > len &&
			memcmp(heading->data + heading->len - len, remarks[i], len) == 0) {
			heading->len -= len;
			drop_marks(heading, start);
			return;
		}
	}
}

void field_fold_heading(struct buf *out, const char *text, size_t len)
{
	size_t start = out->len;

	text_fold(out, text, len);
	drop_marks(out, start);
	drop_remark(out, start);
}

bool heading_in(const char *list, const char *folded)
{
	struct buf alias = {0};
	bool found = false;

	while (list && !found) {
		size_t len = strcspn(list, "|");

		buf_clear(&alias);
		field_fold_heading(&alias, list, len);
		found = strcmp(buf_text(&alias), folded) == 0;
		list = list[len] ? list + len + 1 : NULL;
	}
	buf_release(&alias);
	return found;
}

bool field_is_total(const char *text, size_t len)
{
	static const char *const words[] = {"tổng cộng", "tổng số", "cộng", "total"};
	struct buf lower = {0};
	bool found = false;
	size_t i;

	text_lower(&lower, text, len);
	drop_marks(&lower, 0);
	for (i = 0; i < sizeof words / sizeof words[0] && !found; i++)
		found = strcmp(buf_text(&lower), words[i]) == 0;
	buf_release(&lower);
	return found;
}

void field_reader_release(struct field_reader *reader)
{
	buf_release(&reader->scratch);
}

/* What every reader of a cell below gets. */
struct cell_context {
	struct field_reader *reader;
	const struct field *field;
	size_t index;
	struct record *record;
	struct findings *findings;
	const char *text; /* the cell, or the cleaned cell in the reader's scratch */
	size_t len;
	bool plain; /* text_is_plain: the cell needs no cleaning */
};

static bool wrong(
	const struct cell_context *context, enum finding_code code, const char *vi, const char *en)
{
	findings_add(context->findings, context->record->line, context->field->name, code,
		context->text, "%s", "%s", context->findings->lang == LANG_VI ? vi : en);
	return false;
}

static void clean(struct cell_context *context)
{
	struct buf *scratch = &context->reader->scratch;

	buf_clear(scratch);
	text_clean(scratch, context->text, context->len);
	context->text = buf_text(scratch);
	context->len = scratch->len;
}

/* `Không` and `0` mean no religion (data/README.md section 3). */
static bool means_none(const char *text, size_t len)
{
	static const char *const words[] = {"khong", "khong co", "0", "none"};
	struct buf folded = {0};
	bool none = false;

	if (len > strlen("Không có"))
		return false;
	text_fold(&folded, text, len);
	for (size_t i = 0; i < sizeof words / sizeof words[0] && !none; i++)
		none = strcmp(buf_text(&folded), words[i]) == 0;
	buf_release(&folded);
	return none;
}

static bool is_damaged(const struct cell_context *context)
{
	return text_is_lossy(context->text, context->len) ||
	       (context->field->type == FIELD_NAME && strchr(context->text, '?'));
}

static bool is_longer(const struct cell_context *context, size_t characters)
{
	return context->len > characters &&
	       text_characters(context->text, context->len) > characters;
}

static bool read_text(const struct cell_context *context)
{
	enum field_type type = context->field->type;
	/* A unit's name may stand in the place of its code. */
	bool is_code = type == FIELD_CODE;

	if (!context->plain && is_damaged(context))
		return wrong(context, FINDING_LOSSY_TEXT,
			"chữ đã hỏng trước khi đến đây (mất dấu, thành ? hoặc font cũ); hãy lưu lại từ tệp gốc "
			"dạng CSV UTF-8",
			"the text was damaged before it came here (letters became ? or an old font's); save it "
			"again from the original as CSV UTF-8");
	if (is_longer(context, is_code ? CODE_CHARACTERS : TEXT_CHARACTERS))
		return is_code ? wrong(context, FINDING_TOO_LONG, "mã dài quá 128 ký tự",
					 "a code of more than 128 characters")
			       : wrong(context, FINDING_TOO_LONG, "dài quá 1.000 ký tự",
					 "a text of more than 1,000 characters");
	if (!context->plain && !is_code && type != FIELD_UNIT)
		text_mend_d(context->reader->scratch.data);
	if (type == FIELD_RELIGION && means_none(context->text, context->len))
		record_set_text(
			context->record, context->index, RELIGION_NONE, strlen(RELIGION_NONE));
	else
		record_set_text(context->record, context->index, context->text, context->len);
	return true;
}

/* A date whose column is not formatted as one: 29317 for 6 April 1980. */
static bool is_day_of_spreadsheet(const char *text)
{
	return strlen(text) == 5 && strspn(text, "0123456789") == 5 && text[0] != '0';
}

static bool date_wrong(const struct cell_context *context, enum date_fault fault)
{
	switch (fault) {
	case DATE_TWO_DIGIT_YEAR:
		return wrong(context, FINDING_DATE,
			"năm chỉ có hai chữ số; hãy ghi đủ bốn chữ số, như 03/02/1980",
			"a year of two digits; write all four, as in 03/02/1980");
	case DATE_MONTH_FIRST:
		context->reader->month_first = true;
		return wrong(context, FINDING_DATE,
			"tháng đứng trước ngày; các ngày khác trong tệp cũng có thể sai, nên không nhập dòng nào: "
			"hãy đổi cột này sang ngày/tháng/năm",
			"month first: the other dates of the file are probably wrong too, so nothing of it is "
			"stored; change the column to day/month/year");
	case DATE_IMPOSSIBLE:
		return wrong(context, FINDING_DATE, "ngày không có trong lịch",
			"a day that the calendar does not have");
	default:
		if (is_day_of_spreadsheet(context->text))
			return wrong(context, FINDING_DATE,
				"số ngày của bảng tính; hãy định dạng cột này là ngày (dd/mm/yyyy) rồi lưu lại",
				"a spreadsheet's number of a day; format the column as a date (dd/mm/yyyy) and "
				"save it again");
		return wrong(context, FINDING_DATE,
			"không phải là ngày; hãy ghi ngày/tháng/năm như 03/02/1980 hoặc 1980-02-03",
			"not a date; write day/month/year as 03/02/1980, or 1980-02-03");
	}
}

static enum date_fault parse_date(const struct cell_context *context, int *value)
{
	return context->field->type == FIELD_BIRTH ? date_parse_birth(context->text, value)
						   : date_parse(context->text, value);
}

/* Cleaning changes no date that can be read as it stands, so that only others are cleaned. */
static bool read_date(struct cell_context *context)
{
	bool birth = context->field->type == FIELD_BIRTH;
	int value;
	enum date_fault fault = parse_date(context, &value);

	if (fault != DATE_OK) {
		clean(context);
		if (context->len == 0)
			return true;
		fault = parse_date(context, &value);
	}
	if (fault != DATE_OK)
		return date_wrong(context, fault);
	if (context->field->flags & FIELD_NOT_FUTURE &&
		(birth ? birth_earliest(value) : value) > context->reader->today)
		return wrong(context, FINDING_FUTURE, "ngày này chưa đến", "a date after today");
	record_set_number(context->record, context->index, value);
	return true;
}

static bool read_number(const struct cell_context *context)
{
	bool count = context->field->type == FIELD_COUNT;
	int64_t number;

	if (!(count ? number_parse_count(context->text, &number)
		    : number_parse_percent(context->text, &number)))
		return count ? wrong(context, FINDING_NUMBER,
				       "không phải là số nguyên; hãy ghi như 4541, 4.541 hoặc 4,541",
				       "not a whole number; write 4541, 4.541 or 4,541")
			     : wrong(context, FINDING_PERCENT,
				       "không phải là tỷ lệ phần trăm; hãy ghi như 3,85 hoặc 3.85%, nhiều nhất "
				       "4 chữ số lẻ",
				       "not a percent; write 3.85 or 3,85%, with at most 4 decimals");
	record_set_number(context->record, context->index, number);
	return true;
}

/* "male, female": what a category column takes. */
static void write_choices(struct buf *out, const struct code_list *codes, enum lang lang)
{
	size_t i;

	for (i = 0; i < codes->count; i++) {
		const struct word *word = &codes->words[i];

		buf_printf(
			out, "%s%s", i ? ", " : "", lang == LANG_VI ? word->label.vi : word->code);
	}
}

/* Words repeat from row to row, so the last ones read are kept by their spelling. */
static const struct word *find_word(const struct cell_context *context)
{
	struct field_reader *reader = context->reader;
	const struct field *field = context->field;
	const char *text = context->text;
	size_t len = context->len;
	size_t slots = sizeof reader->words / sizeof reader->words[0];
	size_t slot =
		(len * 31 + (unsigned char)text[0] * 7 + (unsigned char)text[len - 1]) % slots;
	const struct word *word;

	if (len >= sizeof reader->words[0].text)
		return code_list_read(field->codes, text, len);
	if (reader->words[slot].field == field && strcmp(reader->words[slot].text, text) == 0)
		return reader->words[slot].word;
	word = code_list_read(field->codes, text, len);
	reader->words[slot].field = field;
	reader->words[slot].word = word;
	memcpy(reader->words[slot].text, text, len + 1);
	return word;
}

static bool read_word(const struct cell_context *context)
{
	const struct word *word = find_word(context);
	struct buf choices = {0};

	if (word) {
		record_set_number(context->record, context->index, word->value);
		return true;
	}
	write_choices(&choices, context->field->codes, context->findings->lang);
	findings_add(context->findings, context->record->line, context->field->name, FINDING_WORD,
		context->text, "từ không có trong danh mục; dùng một trong: %s",
		"an unknown word; use one of: %s", buf_text(&choices));
	buf_release(&choices);
	return false;
}

/* The formula guard of machine output (data/README.md section 5) is taken off again: one apostrophe
 * where any number of them stands before a character that starts a formula. */
static size_t guard_length(const char *text, size_t len)
{
	size_t quotes = 0;

	while (quotes < len && text[quotes] == '\'')
		quotes++;
	return quotes > 0 && quotes < len && strchr("=+-@\t\r", text[quotes]) ? 1 : 0;
}

static bool is_text_type(enum field_type type)
{
	return type == FIELD_CODE || type == FIELD_NAME || type == FIELD_TEXT ||
	       type == FIELD_RELIGION || type == FIELD_UNIT;
}

bool field_read(struct field_reader *reader, const struct field *field, size_t index,
	const char *text, size_t len, struct record *record, struct findings *findings)
{
	size_t guard = is_text_type(field->type) ? guard_length(text, len) : 0;
	struct cell_context context = {
		reader, field, index, record, findings, .text = text + guard, .len = len - guard};

	if (len == 0)
		return true;
	if (field->type == FIELD_DATE || field->type == FIELD_BIRTH)
		return read_date(&context);
	context.plain = text_is_plain(context.text, context.len);
	if (!context.plain)
		clean(&context);
	if (context.len == 0)
		return true;
	switch (field->type) {
	case FIELD_COUNT:
	case FIELD_PERCENT:
		return read_number(&context);
	case FIELD_WORD:
		return read_word(&context);
	default:
		return read_text(&context);
	}
}

void field_write(
	struct buf *out, const struct field *field, size_t index, const struct record *record)
{
	const struct value *value = &record->values[index];
	char date[11];

	if (!value->filled)
		return;
	if (value->is_text) {
		buf_add(out, record_text(record, index), value->len);
		return;
	}
	switch (field->type) {
	case FIELD_DATE:
		date_write((int)value->number, date);
		buf_puts(out, date);
		break;
	case FIELD_BIRTH:
		birth_write((int)value->number, date);
		buf_puts(out, date);
		break;
	case FIELD_WORD:
		buf_puts(out, code_list_word(field->codes, (int)value->number)->code);
		break;
	case FIELD_PERCENT:
		number_write_percent(out, value->number);
		break;
	default:
		buf_printf(out, "%lld", (long long)value->number);
	}
}
