#include "import/telling.h"

#include <string.h>

#include "base/code_list.h"
#include "base/text.h"
#include "import/typed_cell.h"

/* What the telling columns of one row have said so far. */
struct told {
	struct field_reader *reader;
	const struct header *header;
	const struct roll *roll;
	struct record *record;
	struct findings *findings;
	bool read[RECORD_FIELDS]; /* a telling column was filled for this field */
};

static const struct raw_cell *filled_cell(
	const struct header *header, const struct raw_row *row, size_t telling)
{
	int cell = header->telling_cell[telling];

	if (cell < 0 || (size_t)cell >= row->count ||
		field_is_empty(row->cells[cell].text, row->cells[cell].len))
		return NULL;
	return &row->cells[cell];
}

enum mark { MARK_YES, MARK_NO, MARK_UNKNOWN };

/* x, 1, a tick, or the very word of the heading. */
static enum mark read_mark(const struct raw_cell *cell, const struct field *field, int value)
{
	static const char *const yes[] = {"x", "1", "\u00d7", "\u2713", "\u2714", "\u221a", "v"};
	struct buf folded = {0};
	const struct word *word = code_list_read(field->codes, cell->text, cell->len);
	enum mark mark = word && word->value == value ? MARK_YES : MARK_UNKNOWN;
	size_t i;

	text_fold(&folded, cell->text, cell->len);
	for (i = 0; i < sizeof yes / sizeof yes[0]; i++)
		if (strcmp(buf_text(&folded), yes[i]) == 0)
			mark = MARK_YES;
	if (strcmp(buf_text(&folded), "0") == 0)
		mark = MARK_NO;
	buf_release(&folded);
	return mark;
}

/* The heading that stands above a telling column. */
static const char *heading_of(const struct told *told, size_t telling)
{
	return told->header->heading.cells[told->header->telling_cell[telling]].text;
}

static void tell(
	struct told *told, size_t telling, const struct raw_cell *cell, size_t index, int value)
{
	const struct field *field = &told->roll->fields[index];
	const struct value *known = &told->record->values[index];

	if (!known->filled) {
		record_set_number(told->record, index, value);
		return;
	}
	if (known->number == value)
		return;
	findings_add(told->findings, told->record->line, field->name, FINDING_PAIR, cell->text,
		"cột \"%s\" có ghi, mà chỗ khác trong dòng ghi là %s; hãy giữ lại một",
		"the column \"%s\" is filled, and elsewhere in the row it says %s; keep one of the two",
		heading_of(told, telling),
		told->findings->lang == LANG_VI
			? code_list_word(field->codes, (int)known->number)->label.vi
			: code_list_word(field->codes, (int)known->number)->code);
}

/* Reads what stands in the column; false when that settles the cell. */
static bool read_value(struct told *told, const struct raw_cell *cell, size_t index)
{
	const struct field *field = &told->roll->fields[index];

	if (told->read[index]) {
		findings_add(told->findings, told->record->line, field->name, FINDING_PAIR,
			cell->text, "cả hai cột Nam và Nữ cùng có ghi; hãy giữ lại một",
			"the columns of both men and women are filled; keep one");
		return false;
	}
	told->read[index] = true;
	return typed_cell_take(cell, told->reader, field, index, told->record, told->findings);
}

static void unknown_mark(
	const struct told *told, size_t telling, const struct raw_cell *cell, size_t index)
{
	findings_add(told->findings, told->record->line, told->roll->fields[index].name,
		FINDING_WORD, cell->text, "dưới \"%s\" chỉ ghi dấu x hay 1, hoặc để trống",
		"under \"%s\" stands x or 1, or nothing", heading_of(told, telling));
}

static void read_telling(struct told *told, size_t telling, const struct raw_cell *cell)
{
	int index = roll_field(told->header->kind, tellings[telling].field),
	    other = roll_field(told->header->kind, tellings[telling].told);
	const struct field *field = &told->roll->fields[other];
	int value = code_list_find(field->codes, tellings[telling].word)->value;
	enum mark mark;

	if (index != other) {
		if (read_value(told, cell, (size_t)index))
			tell(told, telling, cell, (size_t)other, value);
		return;
	}
	if (typed_cell_read(cell, field, told->record->line, told->findings) == NULL)
		return;
	mark = read_mark(cell, field, value);
	if (mark == MARK_UNKNOWN)
		unknown_mark(told, telling, cell, (size_t)other);
	else if (mark == MARK_YES)
		tell(told, telling, cell, (size_t)other, value);
}

void tellings_read(struct field_reader *reader, const struct header *header,
	const struct raw_row *row, struct record *record, struct findings *findings)
{
	struct told told = {.reader = reader,
		.header = header,
		.roll = &rolls[header->kind],
		.record = record,
		.findings = findings};
	size_t t;

	for (t = 0; t < TELLINGS; t++) {
		const struct raw_cell *cell = filled_cell(header, row, t);

		if (cell)
			read_telling(&told, t, cell);
	}
}
