#include "field.h"

#include <string.h>

#include "date.h"
#include "number.h"
#include "text.h"

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

/* What every reader of a cell below gets: the cleaned text is in the reader's scratch. */
struct cell_context {
	struct field_reader *reader;
	const struct field *field;
	size_t index;
	struct record *record;
	struct findings *findings;
};

static bool wrong(
	const struct cell_context *context, enum finding_code code, const char *vi, const char *en)
{
	findings_add(context->findings, context->record->line, context->field->name, code,
		context->reader->scratch.data, "%s", "%s",
		context->findings->lang == LANG_VI ? vi : en);
	return false;
}

/* `Không` and `0` mean no religion (contract section 3). */
static bool means_none(const struct buf *text)
{
	static const char *const words[] = {"khong", "khong co", "0", "none"};
	struct buf folded = {0};
	bool none = false;

	if (text->len > strlen("Không có"))
		return false;
	text_fold(&folded, text->data, text->len);
	for (size_t i = 0; i < sizeof words / sizeof words[0] && !none; i++)
		none = strcmp(buf_text(&folded), words[i]) == 0;
	buf_release(&folded);
	return none;
}

static bool read_text(const struct cell_context *context)
{
	struct buf *text = &context->reader->scratch;
	enum field_type type = context->field->type;
	/* A unit's name may stand in the place of its code. */
	bool is_code = type == FIELD_CODE;

	if (text_is_lossy(text->data, text->len) || (type == FIELD_NAME && strchr(text->data, '?')))
		return wrong(context, FINDING_LOSSY_TEXT,
			"chữ đã hỏng trước khi đến đây (mất dấu, thành ? hoặc font cũ); hãy lưu lại từ tệp gốc "
			"dạng CSV UTF-8",
			"the text was damaged before it came here (letters became ? or an old font's); save it "
			"again from the original as CSV UTF-8");
	if (text->len > CODE_CHARACTERS && text_characters(text->data, text->len) >
						   (is_code ? CODE_CHARACTERS : TEXT_CHARACTERS))
		return is_code ? wrong(context, FINDING_TOO_LONG, "mã dài quá 128 ký tự",
					 "a code of more than 128 characters")
			       : wrong(context, FINDING_TOO_LONG, "dài quá 1.000 ký tự",
					 "a text of more than 1,000 characters");
	if (!is_code && type != FIELD_UNIT)
		text_mend_d(text->data);
	if (type == FIELD_RELIGION && means_none(text))
		record_set_text(
			context->record, context->index, RELIGION_NONE, strlen(RELIGION_NONE));
	else
		record_set_text(context->record, context->index, text->data, text->len);
	return true;
}

/* A date whose column is not formatted as one: 29317 for 6 April 1980. */
static bool is_day_of_spreadsheet(const struct buf *text)
{
	return text->len == 5 && strspn(text->data, "0123456789") == 5 && text->data[0] != '0';
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
		if (is_day_of_spreadsheet(&context->reader->scratch))
			return wrong(context, FINDING_DATE,
				"số ngày của bảng tính; hãy định dạng cột này là ngày (dd/mm/yyyy) rồi lưu lại",
				"a spreadsheet's number of a day; format the column as a date (dd/mm/yyyy) and "
				"save it again");
		return wrong(context, FINDING_DATE,
			"không phải là ngày; hãy ghi ngày/tháng/năm như 03/02/1980 hoặc 1980-02-03",
			"not a date; write day/month/year as 03/02/1980, or 1980-02-03");
	}
}

static bool is_future(const struct cell_context *context, int value)
{
	if (!(context->field->flags & FIELD_NOT_FUTURE))
		return false;
	return (context->field->type == FIELD_BIRTH ? birth_earliest(value) : value) >
	       context->reader->today;
}

static enum date_fault parse_date(const struct cell_context *context, const char *text, int *value)
{
	return context->field->type == FIELD_BIRTH ? date_parse_birth(text, value)
						   : date_parse(text, value);
}

static bool read_date(const struct cell_context *context)
{
	int value;
	enum date_fault fault = parse_date(context, context->reader->scratch.data, &value);

	if (fault != DATE_OK)
		return date_wrong(context, fault);
	if (is_future(context, value))
		return wrong(context, FINDING_FUTURE, "ngày này chưa đến", "a date after today");
	record_set_number(context->record, context->index, value);
	return true;
}

static bool read_number(const struct cell_context *context)
{
	bool count = context->field->type == FIELD_COUNT;
	int64_t number;

	if (!(count ? number_parse_count(context->reader->scratch.data, &number)
		    : number_parse_percent(context->reader->scratch.data, &number)))
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
static void write_choices(struct buf *out, const struct book *book, enum lang lang)
{
	size_t i;

	for (i = 0; i < book->count; i++) {
		const struct word *word = &book->words[i];

		buf_printf(
			out, "%s%s", i ? ", " : "", lang == LANG_VI ? word->label.vi : word->code);
	}
}

/* Words repeat from row to row, so the last ones read are kept by their spelling. NULL for a text that is
 * too long to be kept. */
static struct known_word *known_word(struct field_reader *reader, const char *text, size_t len)
{
	size_t slot = (len * 31 + (unsigned char)text[0] * 7 + (unsigned char)text[len - 1]) %
		      FIELD_WORDS_KNOWN;

	return len < sizeof reader->words[0].text ? &reader->words[slot] : NULL;
}

static bool is_known(const struct known_word *known, const struct field *field, const char *text)
{
	return known && known->field == field && strcmp(known->text, text) == 0;
}

static const struct word *find_word(struct field_reader *reader, const struct field *field)
{
	const struct buf *text = &reader->scratch;
	struct known_word *known = known_word(reader, text->data, text->len);

	if (is_known(known, field, text->data))
		return known->word;
	if (known == NULL)
		return book_read(field->book, text->data, text->len);
	known->field = field;
	known->word = book_read(field->book, text->data, text->len);
	memcpy(known->text, text->data, text->len + 1);
	return known->word;
}

static bool read_word(const struct cell_context *context)
{
	const struct word *word = find_word(context->reader, context->field);
	struct buf choices = {0};

	if (word) {
		record_set_number(context->record, context->index, word->value);
		return true;
	}
	write_choices(&choices, context->field->book, context->findings->lang);
	findings_add(context->findings, context->record->line, context->field->name, FINDING_WORD,
		context->reader->scratch.data, "từ không có trong danh mục; dùng một trong: %s",
		"an unknown word; use one of: %s", buf_text(&choices));
	buf_release(&choices);
	return false;
}

/* The formula guard of machine output (contract section 5) is taken off again: one apostrophe where
 * any number of them stands before a character that starts a formula. */
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

/* Nearly every cell is written as it is stored, and is read without a copy. False when it must be looked at
 * more closely, which may well find it right. */
static bool read_at_once(const struct cell_context *context, const char *text, size_t len)
{
	const struct known_word *known;
	int value;

	switch (context->field->type) {
	case FIELD_DATE:
	case FIELD_BIRTH:
		if (parse_date(context, text, &value) != DATE_OK || is_future(context, value))
			return false;
		record_set_number(context->record, context->index, value);
		return true;
	case FIELD_WORD:
		known = known_word(context->reader, text, len);
		if (!is_known(known, context->field, text) || known->word == NULL)
			return false;
		record_set_number(context->record, context->index, known->word->value);
		return true;
	case FIELD_RELIGION:
		if (len <= strlen("Không có") && strcmp(text, RELIGION_NONE) != 0)
			return false; /* another way to say so? */
		break;
	case FIELD_COUNT:
	case FIELD_PERCENT:
		return false;
	default:
		break;
	}
	if (len > CODE_CHARACTERS || text[0] == '\'' || !text_is_plain(text, len))
		return false;
	record_set_text(context->record, context->index, text, len);
	return true;
}

bool field_read(struct field_reader *reader, const struct field *field, size_t index,
	const char *text, size_t len, struct record *record, struct findings *findings)
{
	const struct cell_context context = {reader, field, index, record, findings};

	if (len == 0 || read_at_once(&context, text, len))
		return true;
	buf_clear(&reader->scratch);
	if (is_text_type(field->type)) {
		size_t guard = guard_length(text, len);

		text += guard;
		len -= guard;
	}
	text_clean(&reader->scratch, text, len);
	if (reader->scratch.len == 0)
		return true;
	switch (field->type) {
	case FIELD_DATE:
	case FIELD_BIRTH:
		return read_date(&context);
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
		buf_puts(out, book_word(field->book, (int)value->number)->code);
		break;
	case FIELD_PERCENT:
		number_write_percent(out, value->number);
		break;
	default:
		buf_printf(out, "%lld", (long long)value->number);
	}
}
