/* From a cell to a value (field.h): removes what is around the value and calls the reader for the
 * type of the field. */
#include <string.h>

#include "base/text.h"
#include "import/field_cell.h"

void field_reader_release(struct field_reader *reader)
{
	buf_release(&reader->inner);
	buf_release(&reader->seen);
	buf_release(&reader->scratch);
}

/* Programs write ="00123" for a text that a spreadsheet must not change; quotes inside are
 * doubled. */
static bool is_formula_text(const char *text, size_t len)
{
	size_t i;

	if (len < 3 || text[0] != '=' || text[1] != '"' || text[len - 1] != '"')
		return false;
	for (i = 2; i < len - 1; i++)
		if (text[i] == '"' && (++i == len - 1 || text[i] != '"'))
			return false;
	return true;
}

bool field_is_empty(const char *text, size_t len)
{
	unsigned char first = (unsigned char)text[0];

	/* Nearly all cells begin with something else. */
	if (first > '.' && first < 0x80 && first != '=')
		return false;
	if (text_is_blank(text, len))
		return true;
	while (len > 0 && (text[0] == ' ' || text[0] == '\t')) {
		text++;
		len--;
	}
	while (len > 0 && (text[len - 1] == ' ' || text[len - 1] == '\t'))
		len--;
	return field_cell_says_nothing(text, len) || (len == 3 && is_formula_text(text, len));
}

/* Appends the words that the column takes: "male, female". */
static void write_choices(struct buf *out, const struct code_list *codes, enum lang lang)
{
	size_t i;

	for (i = 0; i < codes->count; i++) {
		const struct word *word = &codes->words[i];

		buf_printf(
			out, "%s%s", i ? ", " : "", lang == LANG_VI ? word->label.vi : word->code);
	}
}

/* Finds the word of a cell. Words repeat from row to row, so the last ones are remembered by their
 * spelling. */
static const struct word *find_word(const struct field_cell *cell)
{
	struct field_reader *reader = cell->reader;
	const struct field *field = cell->field;
	const char *text = cell->text;
	size_t len = cell->len;
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

static bool read_word(const struct field_cell *cell)
{
	const struct word *word = find_word(cell);
	struct buf choices = {0};

	if (word) {
		record_set_number(cell->record, cell->index, word->value);
		return true;
	}
	if (!field_cell_is_sound(cell))
		return false;
	write_choices(&choices, cell->field->codes, cell->findings->lang);
	findings_add(cell->findings, cell->record->line, cell->field->name, FINDING_WORD,
		cell->text, "từ không có trong danh mục; dùng một trong: %s",
		"an unknown word; use one of: %s", buf_text(&choices));
	buf_release(&choices);
	return false;
}

static bool is_text_type(enum field_type type)
{
	return type == FIELD_CODE || type == FIELD_NAME || type == FIELD_TEXT ||
	       type == FIELD_RELIGION || type == FIELD_UNIT || type == FIELD_OTHER_UNIT;
}

/* The formula guard of machine output (data/README.md section 5) is taken off again. Returns 1, for
 * one apostrophe, when the text begins with one or more of them and then a character that begins a
 * formula; in codes also before a digit, because people type '007 so that a spreadsheet takes it
 * for text. Else 0. */
static size_t guard_length(enum field_type type, const char *text, size_t len)
{
	bool code = type == FIELD_CODE || type == FIELD_UNIT || type == FIELD_OTHER_UNIT;
	size_t quotes = 0;

	if (text[0] != '\'' || !is_text_type(type))
		return 0;
	while (quotes < len && text[quotes] == '\'')
		quotes++;
	return quotes < len && strchr(code ? "=+-@\t\r0123456789" : "=+-@\t\r", text[quotes]) ? 1
											      : 0;
}

/* Removes what is around the text of a cell. */
static void unwrap(struct field_cell *cell)
{
	size_t guard = guard_length(cell->field->type, cell->text, cell->len), i;
	struct buf *inner = &cell->reader->inner;

	cell->text += guard;
	cell->len -= guard;
	if (guard > 0 || !is_formula_text(cell->text, cell->len))
		return;
	buf_clear(inner);
	for (i = 2; i < cell->len - 1; i++) {
		buf_putc(inner, cell->text[i]);
		i += cell->text[i] == '"';
	}
	cell->text = buf_text(inner);
	cell->len = inner->len;
}

bool field_read(struct field_reader *reader, const struct field *field, size_t index,
	const char *text, size_t len, struct record *record, struct findings *findings)
{
	struct field_cell cell = {reader, field, index, record, findings, .text = text, .len = len};

	if (len == 0)
		return true;
	if (text[0] == '=' || text[0] == '\'')
		unwrap(&cell);
	cell.raw = cell.text;
	cell.raw_len = cell.len;
	if (field->type == FIELD_DATE || field->type == FIELD_BIRTH)
		return field_read_date(&cell);
	cell.plain = text_is_plain(cell.text, cell.len);
	if (!cell.plain)
		field_cell_clean(&cell);
	if (field_cell_says_nothing(cell.text, cell.len))
		return true;
	switch (field->type) {
	case FIELD_COUNT:
	case FIELD_PERCENT:
		return field_read_number(&cell);
	case FIELD_WORD:
		return read_word(&cell);
	default:
		return field_read_text(&cell);
	}
}
