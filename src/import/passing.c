#include "import/passing.h"

#include <stdlib.h>
#include <string.h>

#include "import/field.h"

#define REMARK_CELLS 2 /* that the first row of remarks fills at most */

void passing_init(struct passing *passing, const struct header *header)
{
	size_t i;

	*passing = (struct passing){.header = header};
	passing->numberings = memory_get((header->blank_count + 1) * sizeof *passing->numberings);
	for (i = 0; i < header->blank_count; i++)
		passing->numberings[i] = (struct numbering){1, 1};
}

void passing_release(struct passing *passing)
{
	free(passing->numberings);
}

/* --- what a row is like -------------------------------------------------------------------------- */

static bool cell_is_blank(const struct raw_cell *cell)
{
	return field_is_empty(cell->text, cell->len);
}

static size_t cells_kept(const struct raw_row *row)
{
	return row->count < ROWS_CELLS_MAX ? row->count : ROWS_CELLS_MAX;
}

/* The number of filled cells, counted up to a limit. */
static size_t filled_cells(const struct raw_row *row, size_t limit)
{
	size_t i, filled = 0, kept = cells_kept(row);

	for (i = 0; i < kept && filled < limit; i++)
		filled += !cell_is_blank(&row->cells[i]);
	return row->surplus ? limit : filled;
}

/* Which required values the row leaves empty: in columns of the file, or such as the file has no column
 * for, because they are given for all rows alike. */
struct lacks {
	bool own, given;
};

static struct lacks row_lacks(const struct header *header, const struct raw_row *row)
{
	const struct roll *roll = &rolls[header->kind];
	struct lacks lacks = {0};
	size_t i;

	for (i = 0; i < roll->count; i++) {
		int cell = header->cell_of[i];

		if (!(roll->fields[i].flags & FIELD_REQUIRED))
			continue;
		if (cell < 0)
			lacks.given = true;
		else if ((size_t)cell >= row->count || cell_is_blank(&row->cells[cell]))
			lacks.own = true;
	}
	return lacks;
}

/* Has it one of the words of totals in its first filled cell? A total row also lacks a required value: so
 * a unit with the code TOTAL is safe. */
static bool has_word_of_total(const struct raw_row *row)
{
	const struct raw_cell *first = row->cells;

	while (cell_is_blank(first))
		first++;
	return field_is_total(first->text, first->len);
}

/* Does the row number the columns, as forms do below the headings: 1, 2, 3 or (1), (2), (3)? No
 * record looks like this, since each has a date or a word. */
static bool is_numbering(const struct raw_row *row)
{
	size_t i, kept = cells_kept(row);
	struct buf wanted = {0};
	int number = 0;
	bool fits = true;

	for (i = 0; i < kept && fits; i++) {
		const char *text = row->cells[i].text;

		if (cell_is_blank(&row->cells[i]))
			continue;
		buf_clear(&wanted);
		buf_printf(&wanted, "(%d)", ++number);
		fits = strcmp(text, wanted.data) == 0 ||
		       (strlen(text) + 2 == wanted.len &&
			       strncmp(text, wanted.data + 1, wanted.len - 2) == 0);
	}
	buf_release(&wanted);
	return fits && number >= 3;
}

/* --- rows that are passed over ------------------------------------------------------------------- */

void passing_blank(struct passing *passing)
{
	passing->after_empty = true;
}

void passing_broken(struct passing *passing)
{
	size_t i;

	passing->after_empty = false;
	for (i = 0; i < passing->header->blank_count; i++)
		passing->numberings[i].high++;
}

static void count(struct passed_over *passed, const struct raw_row *row)
{
	if (passed->count++ == 0)
		passed->first = row->line;
}

/* The header once more, as on a new page: its columns may be numbered again. */
static bool is_header_again(struct passing *passing, const struct raw_row *row)
{
	const struct heading_row *headings = passing->header->as_it_came;

	if (!heading_row_is_like(&headings[0], row) && !heading_row_is_like(&headings[1], row))
		return false;
	count(&passing->headings, row);
	passing->begun = false;
	passing->in_remarks = false;
	return true;
}

/* Is a row that is no whole record a remark? Such rows begin below an empty one. */
static bool is_remark(struct passing *passing, const struct raw_row *row)
{
	if (!passing->in_remarks &&
		!(passing->below_empty && filled_cells(row, REMARK_CELLS + 1) <= REMARK_CELLS))
		return false;
	passing->in_remarks = true;
	return true;
}

bool passing_is_over(struct passing *passing, const struct raw_row *row)
{
	struct lacks lacks;

	if (filled_cells(row, 1) == 0) {
		passing->after_empty = true;
		return true;
	}
	passing->below_empty = passing->after_empty || row->after_gap;
	passing->after_empty = false;
	if (!passing->begun && is_numbering(row))
		return true;
	lacks = row_lacks(passing->header, row);
	if ((lacks.own || lacks.given) && has_word_of_total(row)) {
		if (lacks.own)
			is_remark(passing, row);
		return true;
	}
	if (!lacks.own)
		return false;
	if (is_header_again(passing, row))
		return true;
	if (!is_remark(passing, row))
		return false;
	count(&passing->remarks, row);
	return true;
}

bool passing_is_over_faulty(struct passing *passing, const struct raw_row *row)
{
	struct lacks lacks = row_lacks(passing->header, row);

	if (is_header_again(passing, row))
		return true;
	if (lacks.own || !lacks.given || !is_remark(passing, row))
		return false;
	count(&passing->remarks, row);
	return true;
}

/* --- columns without a heading ------------------------------------------------------------------- */

static bool is_next_number(struct numbering *numbering, const struct raw_cell *cell)
{
	char *end;
	long number;

	if (cell->text[0] < '0' || cell->text[0] > '9' || cell->len > 9)
		return false;
	number = strtol(cell->text, &end, 10);
	if (*end != '\0' || number < numbering->low || number > numbering->high)
		return false;
	numbering->low = numbering->high = number + 1;
	return true;
}

const struct raw_cell *passing_take(struct passing *passing, const struct raw_row *row)
{
	const struct header *header = passing->header;
	size_t i, kept = cells_kept(row);

	passing->begun = true;
	passing->in_remarks = false;
	for (i = 0; i < header->blank_count; i++) {
		size_t cell = header->blank[i];

		if (cell < kept && !cell_is_blank(&row->cells[cell]) &&
			!is_next_number(&passing->numberings[i], &row->cells[cell]))
			return &row->cells[cell];
	}
	for (i = header->cells; i < kept; i++)
		if (!cell_is_blank(&row->cells[i]))
			return &row->cells[i];
	return NULL;
}
