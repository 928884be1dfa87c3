#include "import/columns.h"

#include <string.h>

#include "base/text.h"
#include "import/damage.h"

#define HEADINGS_TOLD 1000 /* so many bytes of headings are named in a message */

bool columns_fold(const struct raw_cell *cell, struct buf *folded)
{
	buf_clear(folded);
	/* The columns that --rejects adds begin with _. */
	if (cell->text[0] != '_')
		field_fold_heading(folded, cell->text, cell->len);
	return folded->len > 0;
}

/* Which of two columns of units counts: one of codes (`unit`, `mã …`) before one of names (`chi bộ`), and both
 * before `đơn vị`, which may be where somebody works. */
enum rank { RANK_ANY, RANK_NAME, RANK_CODE };

static enum rank rank_of(const struct header *header, size_t cell)
{
	const struct raw_cell *heading = &header->heading.cells[cell];
	struct buf folded = {0};
	enum rank rank = RANK_NAME;

	field_fold_heading(&folded, heading->text, heading->len);
	if (strcmp(buf_text(&folded), "unit") == 0 || strcmp(buf_text(&folded), "unit code") == 0 ||
		strcmp(buf_text(&folded), "ma") == 0 || strncmp(buf_text(&folded), "ma ", 3) == 0)
		rank = RANK_CODE;
	else if (strcmp(buf_text(&folded), "don vi") == 0)
		rank = RANK_ANY;
	buf_release(&folded);
	return rank;
}

static void add_to_list(struct buf *list, const char *text)
{
	if (list->len)
		buf_puts(list, ", ");
	buf_puts(list, text);
}

/* Lists are for people: a long one ends in an ellipsis. */
static void add_heading(struct buf *list, const struct raw_cell *cell)
{
	struct buf clean = {0};

	text_clean(&clean, cell->text, cell->len);
	if (list->len + clean.len <= HEADINGS_TOLD)
		add_to_list(list, buf_text(&clean));
	else if (list->len <= HEADINGS_TOLD)
		buf_printf(list, "%s%.*s…", list->len ? ", " : "",
			(int)text_valid_prefix(clean.data, HEADINGS_TOLD - list->len), clean.data);
	buf_release(&clean);
}

static void mean_the_same(const struct header *header, const char *column, size_t first,
	size_t second, struct findings *findings)
{
	struct buf a = {0}, b = {0};

	add_heading(&a, &header->heading.cells[first]);
	add_heading(&b, &header->heading.cells[second]);
	findings_add(findings, header->line, column, FINDING_HEADER, NULL,
		"hai cột có cùng một nghĩa: \"%s\" và \"%s\"; hãy xóa hoặc đổi tên một cột",
		"two columns mean the same: \"%s\" and \"%s\"; delete or rename one", a.data,
		b.data);
	buf_release(&a);
	buf_release(&b);
}

/* Two headings mean one field: a code beside a name is natural, anything else is an error. */
static void settle_twice(
	struct header *header, size_t field, size_t second, struct findings *findings)
{
	const struct field *column = &rolls[header->kind].fields[field];
	size_t first = (size_t)header->cell_of[field];
	enum rank one = rank_of(header, first), other = rank_of(header, second);

	if (column->type != FIELD_UNIT || one == other) {
		mean_the_same(header, column->name, first, second, findings);
		return;
	}
	add_heading(one == RANK_ANY || other == RANK_ANY ? &header->ignored : &header->passed_over,
		&header->heading.cells[other > one ? first : second]);
	if (other > one)
		header->cell_of[field] = (int)second;
}

static void take_column(struct header *header, size_t field, size_t cell, struct findings *findings)
{
	int *telling = field < RECORD_FIELDS ? NULL : &header->telling_cell[field - RECORD_FIELDS];

	if (telling == NULL && header->cell_of[field] >= 0)
		settle_twice(header, field, cell, findings);
	else if (telling == NULL)
		header->cell_of[field] = (int)cell;
	else if (*telling >= 0)
		mean_the_same(header, tellings[field - RECORD_FIELDS].field, (size_t)*telling, cell,
			findings);
	else
		*telling = (int)cell;
}

/* What a heading that means no field says about its column. A blank one takes the one to its left: beside
 * another fact it is as well known as that; elsewhere the column is without a heading. */
static bool is_other_fact(
	struct header *header, size_t cell, const char *folded, bool beside_other_fact)
{
	const struct raw_cell *heading = &header->heading.cells[cell];

	if (heading->len == 0 && !beside_other_fact)
		header->blank[header->blank_count++] = cell;
	if (heading->len == 0)
		return beside_other_fact;
	if (heading_in(rolls[header->kind].ignored, folded))
		return true;
	if (*folded && !heading_in(fields_numbering, folded))
		add_heading(&header->ignored, heading);
	return false;
}

/* Says so when a heading is UTF-8 that was read as another code page; *field is the one that it was, if it
 * was any. */
static bool is_misread(const struct headings *headings, const struct header *header,
	const struct raw_cell *cell, int *field, struct findings *findings)
{
	struct buf mended = {0}, folded = {0};
	bool misread = damage_misread(findings, header->line, NULL, cell->text, cell->len, &mended);
	int fields[ROLL_KINDS];

	if (misread) {
		field_fold_heading(&folded, buf_text(&mended), mended.len);
		headings_find(headings, buf_text(&folded), fields);
		*field = fields[header->kind];
	}
	buf_release(&mended);
	buf_release(&folded);
	return misread;
}

static void map_cells(
	struct header *header, const struct headings *headings, struct findings *findings)
{
	bool other_fact = false;
	struct buf folded = {0};
	size_t i;

	for (i = 0; i < header->heading.count; i++) {
		const struct raw_cell *cell = &header->heading.cells[i];
		int fields[ROLL_KINDS], field = -1;
		bool misread = false;

		if (columns_fold(cell, &folded)) {
			headings_find(headings, folded.data, fields);
			field = fields[header->kind];
			misread = field < 0 && is_misread(headings, header, cell, &field, findings);
		}
		if (field >= 0)
			take_column(header, (size_t)field, i, findings);
		other_fact = field < 0 && !misread &&
			     is_other_fact(header, i, buf_text(&folded), other_fact);
	}
	buf_release(&folded);
}

/* Births stand in one column or, by what they tell, in two, but not in three. A mark may stand beside a
 * column of its own: they must agree (telling). */
static void check_tellings(const struct header *header, struct findings *findings)
{
	size_t t;

	for (t = 0; t < TELLINGS; t++) {
		int field = roll_field(header->kind, tellings[t].field);

		if (header->telling_cell[t] >= 0 && header->cell_of[field] >= 0 &&
			strcmp(tellings[t].field, tellings[t].told) != 0)
			mean_the_same(header, tellings[t].field, (size_t)header->cell_of[field],
				(size_t)header->telling_cell[t], findings);
	}
}

static void find_missing(
	const struct header *header, const struct header_wanted *wanted, struct findings *findings)
{
	const struct roll *roll = &rolls[header->kind];
	size_t i;

	for (i = 0; i < roll->count; i++) {
		const struct field *field = &roll->fields[i];
		const char *mapped = heading_mapped(wanted, field);

		if (header->cell_of[i] >= 0)
			continue;
		if (mapped)
			findings_add(findings, header->line, field->name, FINDING_HEADER, mapped,
				"không có cột nào mang tên mà --map nêu",
				"no column has the heading that --map names");
		else if (field->flags & FIELD_COLUMN)
			findings_add(findings, header->line, field->name, FINDING_HEADER, NULL,
				"thiếu cột bắt buộc \"%s\"; nếu cột mang tên khác, hãy dùng --map "
				"'%s=TÊN CỘT'",
				"the required column \"%s\" is missing; if it has another heading "
				"use --map '%s=HEADING'",
				label_in(field->label, findings->lang), field->name);
	}
}

void columns_map(struct header *header, const struct headings *headings,
	const struct header_wanted *wanted, struct findings *findings)
{
	size_t i;

	for (i = 0; i < RECORD_FIELDS; i++)
		header->cell_of[i] = -1;
	for (i = 0; i < TELLINGS; i++)
		header->telling_cell[i] = -1;
	header->width = header->heading.count;
	while (header->width > 0 && header->heading.cells[header->width - 1].len == 0)
		header->width--;
	header->blank = memory_get((header->heading.count + 1) * sizeof *header->blank);
	if (header->heading.surplus)
		findings_add(findings, header->line, NULL, FINDING_HEADER, NULL,
			"dòng tiêu đề vượt quá cột thứ %d, là cột cuối cùng mà một trang tính có thể có; hãy xóa "
			"các cột không cần",
			"the header goes beyond column %d, the last one that a sheet can have; delete what is not "
			"needed",
			ROWS_CELLS_MAX);
	map_cells(header, headings, findings);
	check_tellings(header, findings);
	find_missing(header, wanted, findings);
}
