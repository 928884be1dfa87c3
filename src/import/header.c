#include "import/header.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "import/headings.h"
#include "base/text.h"

#define TRIAL_BYTES   (1u << 20) /* of title lines; a header further down is not looked for */
#define HEADINGS_TOLD 1000       /* bytes of headings in one message */

/* The first lines of the file, kept so that each delimiter can be tried on them. */
struct head {
	struct line *lines;
	size_t count;
};

static void head_read(struct head *head, struct source *source)
{
	struct line line;
	size_t bytes = 0;

	head->lines = memory_get(HEADER_HEADER_LINES * sizeof *head->lines);
	head->count = 0;
	while (head->count < HEADER_HEADER_LINES && bytes < TRIAL_BYTES &&
		source_line(source, &line)) {
		bytes += line.len;
		line.text = memory_text(line.text, line.len);
		head->lines[head->count++] = line;
	}
}

static void head_unread(const struct head *head, struct source *source)
{
	size_t i;

	for (i = 0; i < head->count; i++)
		source_unread(source, &head->lines[i]);
}

static void head_release(struct head *head)
{
	size_t i;

	for (i = 0; i < head->count; i++)
		free((void *)(uintptr_t)head->lines[i].text);
	free(head->lines);
}

/* How well a row would do as the header of a kind. */
struct match {
	enum roll_kind kind;
	char delimiter;
	long line;
	size_t known;  /* columns of the kind that it has */
	bool complete; /* all that a file must have */
};

/* Folds a cell that may be a heading; false when it cannot be one. */
static bool fold_cell(const struct csv_cell *cell, struct buf *folded)
{
	buf_clear(folded);
	/* So begin the columns that --rejects adds. */
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

/* Which columns of each kind the row would give. */
static void find_columns(const struct headings *headings, const struct csv_row *row,
	bool has[ROLL_KINDS][RECORD_FIELDS])
{
	size_t i, count = row->count < CSV_CELLS_MAX ? row->count : CSV_CELLS_MAX;
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

/* Tries one delimiter on the head of the file. */
static void try_delimiter(const struct head *head, struct source *source,
	const struct headings *headings, char delimiter, struct match *best)
{
	struct findings ignored;
	struct csvread *reader;
	struct csv_row row;
	enum csv_result result;

	findings_init(&ignored, LANG_EN, 0);
	head_unread(head, source);
	source_replay_only(source, true);
	reader = csvread_new(source, delimiter);
	while ((result = csvread_next(reader, &row, &ignored)) != CSV_END) {
		bool has[ROLL_KINDS][RECORD_FIELDS] = {0};
		enum roll_kind kind;

		if (result != CSV_ROW)
			continue;
		find_columns(headings, &row, has);
		for (kind = 0; kind < ROLL_KINDS; kind++) {
			struct match match = match_kind(kind, has[kind]);

			match.line = row.line;
			match.delimiter = delimiter;
			if (is_better(&match, best))
				*best = match;
		}
	}
	csvread_free(reader);
	source_replay_only(source, false);
	findings_release(&ignored);
}

/* `sep=;` on the first line is how some programs tell the delimiter. */
static char told_delimiter(const struct head *head)
{
	const char *text = head->count ? head->lines[0].text : "";

	if (strncmp(text, "sep=", 4) == 0 && text[4] && strchr("\t!#$%&*+,./:;=?@^|~", text[4]) &&
		(text[5] == '\0' || strchr("\r\n", text[5])))
		return text[4];
	return 0;
}

static bool stands_in(const struct head *head, char delimiter)
{
	size_t i;

	for (i = 0; i < head->count; i++)
		if (memchr(head->lines[i].text, delimiter, head->lines[i].len))
			return true;
	return false;
}

static struct match find_header(const struct head *head, struct source *source,
	const struct header_wanted *wanted, const struct headings *headings)
{
	struct match best = {.kind = ROLL_KINDS};
	char told = wanted->delimiter ? wanted->delimiter : told_delimiter(head);
	bool whole_lines = false;
	const char *delimiter;

	if (told) {
		try_delimiter(head, source, headings, told, &best);
		return best;
	}
	for (delimiter = ",;\t"; *delimiter; delimiter++) {
		bool splits = stands_in(head, *delimiter);

		/* Those that stand nowhere all leave the lines whole: one stands for them. */
		if (splits || !whole_lines)
			try_delimiter(head, source, headings, *delimiter, &best);
		whole_lines = whole_lines || !splits;
	}
	return best;
}

/* Is a heading of a unit column one for codes (`unit`, `mã …`) rather than for names (`chi bộ`)? */
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

/* Lists are for people: a long one ends in an ellipsis. */
static void add_heading(struct buf *list, const struct csv_cell *cell)
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

/* Two headings mean one field: a code beside a name is natural, anything else is an error. */
static void settle_twice(struct header *header, const struct csv_row *row, int field, size_t second,
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

static void map_cells(struct header *header, const struct headings *headings,
	const struct csv_row *row, struct findings *findings)
{
	struct buf folded = {0};
	size_t i;

	for (i = 0; i < header->width; i++) {
		int fields[ROLL_KINDS], field = -1;

		if (fold_cell(&row->cells[i], &folded)) {
			headings_find(headings, folded.data, fields);
			field = fields[header->kind];
		}
		if (field >= 0 && header->cell_of[field] >= 0)
			settle_twice(header, row, field, i, findings);
		else if (field >= 0)
			header->cell_of[field] = (int)i;
		else if (folded.len && !heading_in(rolls[header->kind].ignored, folded.data))
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

/* Reads on to the header row and learns its columns. */
static void take_header(struct header *header, const struct header_wanted *wanted,
	const struct headings *headings, struct findings *findings)
{
	struct findings ignored;
	struct csv_row row;
	enum csv_result result;
	size_t i;

	/* Whatever stands above the header is a title, however odd. */
	findings_init(&ignored, LANG_EN, 0);
	do
		result = csvread_next(header->reader, &row, &ignored);
	while (result != CSV_END && (result != CSV_ROW || row.line < header->line));
	findings_release(&ignored);
	header->width = row.count < CSV_CELLS_MAX ? row.count : CSV_CELLS_MAX;
	header->cells = row.count;
	while (header->width > 0 &&
		text_is_blank(row.cells[header->width - 1].text, row.cells[header->width - 1].len))
		header->width--;
	for (i = 0; i < RECORD_FIELDS; i++)
		header->cell_of[i] = -1;
	buf_add(&header->row, row.raw, row.raw_len);
	while (header->row.len && strchr("\r\n", header->row.data[header->row.len - 1]))
		header->row.data[--header->row.len] = '\0';
	map_cells(header, headings, &row, findings);
	find_missing(header, wanted, findings);
	csvread_expect(header->reader, header->width);
}

/* Says why there is no header, as well as it can be told. */
static void no_header(const struct head *head, struct source *source, struct findings *findings)
{
	const char *hint = source_hint(source), *binary = source_looks_binary(source);
	size_t i;

	if (head->count == 0) {
		findings_add(
			findings, 1, NULL, FINDING_FILE, NULL, "tệp trống", "the file is empty");
		return;
	}
	if (binary) {
		findings_add(findings, 1, NULL, FINDING_FILE, NULL,
			"đây là tệp %s, không phải văn bản; trong Excel hãy chọn Lưu thành > CSV "
			"UTF-8",
			"this is a file of type %s, not text; in the spreadsheet program choose "
			"Save As > CSV UTF-8",
			binary);
		return;
	}
	for (i = 0; i < head->count; i++) {
		if (head->lines[i].fault == LINE_ENCODING || head->lines[i].fault == LINE_NUL) {
			findings_add(findings, head->lines[i].number, NULL, FINDING_ENCODING, NULL,
				"không phải văn bản UTF-8%s%s; hãy lưu lại dạng CSV UTF-8 hoặc "
				"dùng --encoding",
				"not UTF-8 text%s%s; save it again as CSV UTF-8, or use --encoding",
				hint ? (findings->lang == LANG_VI ? ", trông giống "
								  : ", it looks like ")
				     : "",
				hint ? hint : "");
			return;
		}
	}
	findings_add(findings, 1, NULL, FINDING_HEADER, NULL,
		"không thấy dòng tiêu đề cột nào quen thuộc trong %d dòng đầu; hãy xem memberstat "
		"help import",
		"no line with known column headings among the first %d; see memberstat help import",
		HEADER_HEADER_LINES);
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

enum status header_find(struct header *header, struct source *source,
	const struct header_wanted *wanted, struct findings *findings, struct error *error)
{
	struct headings *headings;
	struct head head;
	struct match match;

	*header = (struct header){.kind = ROLL_KINDS};
	if (check_maps(wanted, error) != STATUS_DONE)
		return error_status(error);
	head_read(&head, source);
	if (source_failed(source, error) != STATUS_DONE) {
		head_release(&head);
		return error_status(error);
	}
	headings = headings_new(wanted);
	match = find_header(&head, source, wanted, headings);
	/* One known word can stand in any title; a header has more, unless its kind was named. */
	if (match.complete || match.known >= (wanted->kind == ROLL_KINDS ? 2 : 1)) {
		header->kind = match.kind;
		header->delimiter = match.delimiter;
		header->line = match.line;
		head_unread(&head, source);
		header->reader = csvread_new(source, match.delimiter);
		take_header(header, wanted, headings, findings);
	} else {
		no_header(&head, source, findings);
	}
	headings_free(headings);
	head_release(&head);
	return findings->total ? STATUS_REJECTED : STATUS_DONE;
}

void header_release(struct header *header)
{
	csvread_free(header->reader);
	buf_release(&header->row);
	buf_release(&header->ignored);
	buf_release(&header->passed_over);
}
