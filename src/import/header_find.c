#include "import/header_find.h"

#include <string.h>

#include "base/csv_cell.h"
#include "base/text.h"
#include "import/columns.h"
#include "import/damage.h"

/* How well a row would do as the header of a kind. */
struct match {
	enum roll_kind kind;
	size_t way; /* rows_start */
	long line;
	bool two_rows;
	size_t known;  /* columns of the kind that it has */
	bool complete; /* all that a file must have */
};

static bool is_better(const struct match *a, const struct match *b)
{
	if (a->complete != b->complete)
		return a->complete;
	return a->known > b->known;
}

/* Which columns of each kind the heading would give; telling ones stand behind the fields. */
static void find_columns(const struct headings *headings, const struct heading_row *heading,
	bool has[ROLL_KINDS][RECORD_FIELDS + TELLINGS])
{
	struct buf folded = {0};
	int fields[ROLL_KINDS];
	enum roll_kind kind;
	size_t i;

	for (i = 0; i < heading->count; i++) {
		if (!columns_fold(&heading->cells[i], &folded))
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
	for (i = 0; i < TELLINGS; i++)
		match.known += has[RECORD_FIELDS + i];
	return match;
}

/* Looks whether a heading is better than the best one so far. */
static void judge(const struct headings *headings, const struct heading_row *heading, bool two_rows,
	size_t way, struct match *best)
{
	bool has[ROLL_KINDS][RECORD_FIELDS + TELLINGS] = {0};
	enum roll_kind kind;

	find_columns(headings, heading, has);
	for (kind = 0; kind < ROLL_KINDS; kind++) {
		struct match match = match_kind(kind, has[kind]);

		match.line = heading->line;
		match.two_rows = two_rows;
		match.way = way;
		if (is_better(&match, best))
			*best = match;
	}
}

/* Tries each row of the head, cut in one way, with the next one if it belongs to it. */
static void try_head(
	struct rows *rows, size_t way, const struct headings *headings, struct match *best)
{
	struct heading_row heading = {0};
	struct findings ignored;
	struct raw_row row;
	enum rows_result result;

	findings_init(&ignored, LANG_EN, 0);
	do {
		bool second;

		result = rows_next(rows, &row, &ignored);
		second = result == ROWS_ROW && heading.line > 0 && !row.after_gap &&
			 heading_row_has_second(&heading, &row);
		if (second)
			heading_row_join(&heading, &row);
		if (heading.line > 0)
			judge(headings, &heading, second, way, best);
		heading.line = 0;
		if (result == ROWS_ROW && row.line <= ROWS_HEAD_LINES)
			heading_row_take(&heading, &row);
	} while (result != ROWS_END);
	heading_row_release(&heading);
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

/* Two rows become one line, without line breaks in it. */
static void write_joined(struct header *header, char delimiter)
{
	struct buf clean = {0};
	size_t i;

	for (i = 0; i < header->heading.count; i++) {
		const struct raw_cell *cell = &header->heading.cells[i];

		buf_clear(&clean);
		text_clean(&clean, cell->text, cell->len);
		if (i > 0)
			buf_putc(&header->row, delimiter);
		csv_write_cell(&header->row, buf_text(&clean), clean.len, delimiter);
	}
	buf_release(&clean);
}

static void write_as_it_came(struct header *header, const struct raw_row *row)
{
	size_t len = row->raw_len;

	while (len > 0 && strchr("\r\n", row->raw[len - 1]))
		len--;
	buf_add(&header->row, row->raw, len);
}

/* Reads on to the header and takes it. */
static void take_header(struct header *header, struct rows *rows, bool two_rows)
{
	struct findings ignored;
	struct raw_row row;
	enum rows_result result;

	/* Whatever stands above the header is a title, however odd. */
	findings_init(&ignored, LANG_EN, 0);
	do
		result = rows_next(rows, &row, &ignored);
	while (result != ROWS_END && (result != ROWS_ROW || row.line < header->line));
	heading_row_take(&header->heading, &row);
	heading_row_take(&header->as_it_came[0], &row);
	header->cells = row.count;
	if (!two_rows && row.raw)
		write_as_it_came(header, &row);
	if (two_rows && rows_next(rows, &row, &ignored) == ROWS_ROW) {
		heading_row_take(&header->as_it_came[1], &row);
		heading_row_join(&header->heading, &row);
		header->cells = header->heading.count;
	}
	if (header->row.len == 0)
		write_joined(header, rows->delimiter);
	findings_release(&ignored);
}

/* Says why there is no header: all headings may be UTF-8 that was read as another code page. */
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
	/* One known word can stand in any title; a header has more, unless its kind was named. */
	if (match.complete || match.known >= (wanted->kind == ROLL_KINDS ? 2 : 1)) {
		header->kind = match.kind;
		header->line = match.line;
		rows_start(rows, match.way, false);
		take_header(header, rows, match.two_rows);
		columns_map(header, headings, wanted, findings);
		rows_expect(rows, header->width);
	} else {
		explain(rows, findings);
	}
	headings_free(headings);
	if (rows_failed(rows, error) != STATUS_DONE)
		return error_status(error);
	return findings->total ? STATUS_REJECTED : STATUS_DONE;
}
