#include "import/header.h"

#include <string.h>

#include "base/buf.h"
#include "base/csv_cell.h"
#include "import/headings.h"
#include "base/text.h"
#include "import/damage.h"

#define HEADINGS_TOLD 1000 /* so many bytes of headings are named in a message */

/* How well a row fits as the header of a kind. */
struct match {
	enum roll_kind kind;
	size_t way; /* in which the file is cut into cells (rows_start) */
	long line;
	size_t known;  /* how many columns of the kind it has */
	bool complete; /* it has all required columns */
};

/* Folds a cell. False when it cannot be a heading. */
static bool fold_cell(const struct raw_cell *cell, struct buf *folded)
{
	buf_clear(folded);
	/* The columns that --rejects adds begin with _. */
	if (cell->text[0] != '_')
		field_fold_heading(folded, cell->text, cell->len);
	return folded->len > 0;
}

static bool is_better(const struct match *a, const struct match *b)
{
	if (a->complete != b->complete)
		return a->complete;
	return a->known > b->known;
}

/* Finds which columns of each kind the row has. */
static void find_columns(const struct headings *headings, const struct raw_row *row,
	bool has[ROLL_KINDS][RECORD_FIELDS])
{
	size_t i, count = row->count < ROWS_CELLS_MAX ? row->count : ROWS_CELLS_MAX;
	struct buf folded = {0};
	int fields[ROLL_KINDS];
	enum roll_kind kind;

	for (i = 0; i < count; i++) {
		if (!fold_cell(&row->cells[i], &folded))
			continue;
		headings_find(headings, folded.data, fields);
		for (kind = 0; kind < ROLL_KINDS; kind++)
			if (fields[kind] >= 0)
				has[kind][fields[kind]] = true;
	}
	buf_release(&folded);
}

static struct match match_kind(enum roll_kind kind, const bool *has)
{
	struct match match = {.kind = kind, .complete = true};
	size_t i;

	for (i = 0; i < rolls[kind].count; i++) {
		match.known += has[i];
		if (rolls[kind].fields[i].flags & FIELD_COLUMN && !has[i])
			match.complete = false;
	}
	return match;
}

/* Tries each of the first rows as the header, with the file cut in one way. */
static void try_head(
	struct rows *rows, size_t way, const struct headings *headings, struct match *best)
{
	struct findings ignored;
	struct raw_row row;
	enum rows_result result;

	findings_init(&ignored, LANG_EN, 0);
	while ((result = rows_next(rows, &row, &ignored)) != ROWS_END) {
		bool has[ROLL_KINDS][RECORD_FIELDS] = {0};
		enum roll_kind kind;

		if (result != ROWS_ROW)
			continue;
		find_columns(headings, &row, has);
		for (kind = 0; kind < ROLL_KINDS; kind++) {
			struct match match = match_kind(kind, has[kind]);

			match.line = row.line;
			match.way = way;
			if (is_better(&match, best))
				*best = match;
		}
	}
	findings_release(&ignored);
}

static struct match find_header(struct rows *rows, const struct headings *headings)
{
	struct match best = {.kind = ROLL_KINDS};
	size_t way;

	for (way = 0; rows_start(rows, way, true); way++)
		try_head(rows, way, headings, &best);
	return best;
}

/* Is this heading of a unit column for codes (`unit`, `mã …`) and not for names (`chi bộ`)? */
static bool is_code_heading(const char *folded)
{
	return strcmp(folded, "unit") == 0 || strcmp(folded, "unit code") == 0 ||
	       strcmp(folded, "ma") == 0 || strncmp(folded, "ma ", 3) == 0;
}

static void add_to_list(struct buf *list, const char *text)
{
	if (list->len)
		buf_puts(list, ", ");
	buf_puts(list, text);
}

/* Adds a heading to a list for people; a long list ends with an ellipsis. */
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

/* Two headings mean the same field. A column of codes beside one of names is usual, and the codes
 * count; anything else is an error. */
static void settle_twice(struct header *header, const struct raw_row *row, int field, size_t second,
	struct findings *findings)
{
	const struct field *column = &rolls[header->kind].fields[field];
	size_t first = (size_t)header->cell_of[field];
	struct buf a = {0}, b = {0};

	field_fold_heading(&a, row->cells[first].text, row->cells[first].len);
	field_fold_heading(&b, row->cells[second].text, row->cells[second].len);
	if (column->type == FIELD_UNIT && is_code_heading(a.data) != is_code_heading(b.data)) {
		bool second_is_code = is_code_heading(b.data);

		add_heading(&header->passed_over, &row->cells[second_is_code ? first : second]);
		if (second_is_code)
			header->cell_of[field] = (int)second;
	} else {
		buf_clear(&a);
		buf_clear(&b);
		add_heading(&a, &row->cells[first]);
		add_heading(&b, &row->cells[second]);
		findings_add(findings, header->line, column->name, FINDING_HEADER, NULL,
			"hai cột có cùng một nghĩa: \"%s\" và \"%s\"; hãy xóa hoặc đổi tên một cột",
			"two columns mean the same: \"%s\" and \"%s\"; delete or rename one",
			a.data, b.data);
	}
	buf_release(&a);
	buf_release(&b);
}

/* Adds a finding when the heading was misread (text_misread). *field is the field that it meant, if
 * any. */
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

static void map_cells(struct header *header, const struct headings *headings,
	const struct raw_row *row, struct findings *findings)
{
	struct buf folded = {0};
	size_t i;

	for (i = 0; i < header->width; i++) {
		int fields[ROLL_KINDS], field = -1;
		bool misread = false;

		if (fold_cell(&row->cells[i], &folded)) {
			headings_find(headings, folded.data, fields);
			field = fields[header->kind];
			misread = field < 0 &&
				  is_misread(headings, header, &row->cells[i], &field, findings);
		}
		if (field >= 0 && header->cell_of[field] >= 0)
			settle_twice(header, row, field, i, findings);
		else if (field >= 0)
			header->cell_of[field] = (int)i;
		else if (folded.len && !misread &&
			 !heading_in(rolls[header->kind].ignored, folded.data))
			add_heading(&header->ignored, &row->cells[i]);
	}
	buf_release(&folded);
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

/* Reads up to the header row and stores which cell is which column. */
static void take_header(struct header *header, struct rows *rows,
	const struct header_wanted *wanted, const struct headings *headings,
	struct findings *findings)
{
	struct findings ignored;
	struct raw_row row;
	enum rows_result result;
	size_t i;

	/* All rows above the header are titles, even if something is wrong with them. */
	findings_init(&ignored, LANG_EN, 0);
	do
		result = rows_next(rows, &row, &ignored);
	while (result != ROWS_END && (result != ROWS_ROW || row.line < header->line));
	findings_release(&ignored);
	header->width = row.count < ROWS_CELLS_MAX ? row.count : ROWS_CELLS_MAX;
	header->cells = row.count;
	while (header->width > 0 &&
		text_is_blank(row.cells[header->width - 1].text, row.cells[header->width - 1].len))
		header->width--;
	for (i = 0; i < RECORD_FIELDS; i++)
		header->cell_of[i] = -1;
	if (row.raw)
		buf_add(&header->row, row.raw, row.raw_len);
	for (i = 0; row.raw == NULL && i < header->cells; i++) {
		if (i > 0)
			buf_putc(&header->row, rows->delimiter);
		csv_write_cell(&header->row, row.cells[i].text, row.cells[i].len, rows->delimiter);
	}
	while (header->row.len && strchr("\r\n", header->row.data[header->row.len - 1]))
		header->row.data[--header->row.len] = '\0';
	if (row.surplus)
		findings_add(findings, header->line, NULL, FINDING_HEADER, NULL,
			"dòng tiêu đề vượt quá cột thứ %d, là cột cuối cùng mà một trang tính có thể có; hãy xóa "
			"các cột không cần",
			"the header goes beyond column %d, the last one that a sheet can have; delete what is not "
			"needed",
			ROWS_CELLS_MAX);
	map_cells(header, headings, &row, findings);
	find_missing(header, wanted, findings);
	rows_expect(rows, header->width);
}

static enum status check_maps(const struct header_wanted *wanted, struct error *error)
{
	size_t i, m;
	enum roll_kind kind;

	for (m = 0; m < wanted->map_count; m++) {
		size_t len = strcspn(wanted->maps[m], "=");
		bool known = false;

		for (kind = 0; kind < ROLL_KINDS; kind++)
			for (i = 0; i < rolls[kind].count; i++)
				if (strlen(rolls[kind].fields[i].name) == len &&
					strncmp(rolls[kind].fields[i].name, wanted->maps[m], len) ==
						0)
					known = true;
		if (!known || wanted->maps[m][len] != '=' || wanted->maps[m][len + 1] == '\0')
			return error_set(error, STATUS_USAGE,
				"--map '%s': phải có dạng CỘT=TIÊU ĐỀ với CỘT là tên cột của "
				"memberstat (xem "
				"memberstat help import)",
				"--map '%s': write COLUMN=HEADING, COLUMN being a column of "
				"memberstat (see "
				"memberstat help import)",
				wanted->maps[m]);
	}
	return STATUS_DONE;
}

/* Adds the reason why there is no header, when it is that all headings were misread. */
static void explain(struct rows *rows, struct findings *findings)
{
	struct findings ignored;
	struct raw_row row;
	enum rows_result result;

	findings_init(&ignored, LANG_EN, 0);
	rows_start(rows, 0, true);
	while (findings->total == 0 && (result = rows_next(rows, &row, &ignored)) != ROWS_END)
		for (size_t i = 0; result == ROWS_ROW && i < row.count && i < ROWS_CELLS_MAX &&
				   !damage_misread(findings, row.line, NULL, row.cells[i].text,
					   row.cells[i].len, NULL);
			i++)
			continue;
	findings_release(&ignored);
	if (findings->total == 0)
		rows_explain(rows, findings);
}

enum status header_find(struct header *header, struct rows *rows,
	const struct header_wanted *wanted, struct findings *findings, struct error *error)
{
	struct headings *headings;
	struct match match;

	*header = (struct header){.kind = ROLL_KINDS};
	if (check_maps(wanted, error) != STATUS_DONE)
		return error_status(error);
	headings = headings_new(wanted);
	match = find_header(rows, headings);
	/* A title may well have one word that is a heading. So a header needs two, unless the kind
	 * was named. */
	if (match.complete || match.known >= (wanted->kind == ROLL_KINDS ? 2 : 1)) {
		header->kind = match.kind;
		header->line = match.line;
		rows_start(rows, match.way, false);
		take_header(header, rows, wanted, headings, findings);
	} else {
		explain(rows, findings);
	}
	headings_free(headings);
	if (rows_failed(rows, error) != STATUS_DONE)
		return error_status(error);
	return findings->total ? STATUS_REJECTED : STATUS_DONE;
}

void header_release(struct header *header)
{
	buf_release(&header->row);
	buf_release(&header->ignored);
	buf_release(&header->passed_over);
}
