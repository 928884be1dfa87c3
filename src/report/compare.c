#include "report/compare.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/date.h"

/* A copy of a row and its texts. */
struct kept {
	struct cell *cells;
	const struct cell *before; /* cells of its row a year before; NULL when there is none */
	bool taken;                /* as the row before of a row of now */
};

struct kept_rows {
	struct kept *rows;
	size_t count, room;
};

struct compare {
	const struct column *given;
	size_t given_count, key; /* index of the key column; given_count when there is none */
	bool groups;
	struct column *columns;
	size_t count;
	char **texts; /* keys and headings of the added columns, owned here */
	size_t text_count, text_room;
	struct kept_rows before, now;
};

int compare_first(int day)
{
	return date_add_months(day, -12);
}

int compare_last(int day)
{
	int year, month, day_of_month;

	date_civil(day + 1, &year, &month, &day_of_month);
	return day_of_month == 1 ? date_add_months(day + 1, -12) - 1 : date_add_months(day, -12);
}

/* --- columns --------------------------------------------------------------------------------- */

static const char *add_text(struct compare *compare, const char *start, const char *end)
{
	struct buf text = {0};

	buf_printf(&text, "%s%s", start, end);
	compare->texts = memory_grow(
		compare->texts, compare->text_count, &compare->text_room, sizeof *compare->texts);
	compare->texts[compare->text_count++] = text.data;
	return text.data;
}

static void add_columns(struct compare *compare, const struct column *column)
{
	compare->columns[compare->count++] = (struct column){
		.key = add_text(compare, column->key, "_last_year"),
		.kind = COL_COUNT,
		.label.vi = add_text(compare, column->label.vi, " cùng kỳ"),
		.label.en = add_text(compare, column->label.en, ", last year"),
	};
	compare->columns[compare->count++] = (struct column){
		.key = add_text(compare, column->key, "_percent"),
		.kind = COL_PERCENT,
		.label.vi = add_text(compare, column->label.vi, ", % so với cùng kỳ"),
		.label.en = add_text(compare, column->label.en, ", % of last year"),
		.decimals_for_people = 1,
	};
}

struct compare *compare_new(
	const struct column *columns, size_t count, const char *key, bool groups)
{
	struct compare *compare = memory_get(sizeof *compare);

	*compare = (struct compare){
		.given = columns, .given_count = count, .key = count, .groups = groups};
	compare->columns = memory_get(3 * count * sizeof *columns);
	memcpy(compare->columns, columns, count * sizeof *columns);
	compare->count = count;
	for (size_t i = 0; i < count; i++) {
		if (key && strcmp(columns[i].key, key) == 0)
			compare->key = i;
		if (columns[i].kind == COL_COUNT)
			add_columns(compare, &columns[i]);
	}
	return compare;
}

const struct column *compare_columns(const struct compare *compare, size_t *count)
{
	*count = compare->count;
	return compare->columns;
}

/* --- rows ------------------------------------------------------------------------------------ */

static struct kept *keep(struct compare *compare, struct kept_rows *rows, const struct cell *cells)
{
	struct kept *kept;

	rows->rows = memory_grow(rows->rows, rows->count, &rows->room, sizeof *rows->rows);
	kept = &rows->rows[rows->count++];
	*kept = (struct kept){.cells = memory_get(compare->count * sizeof *cells)};
	memcpy(kept->cells, cells, compare->given_count * sizeof *cells);
	for (size_t i = 0; i < compare->given_count; i++)
		if (cells[i].type == CELL_TEXT)
			kept->cells[i].text = memory_text(cells[i].text, strlen(cells[i].text));
	return kept;
}

void compare_before(struct compare *compare, const struct cell *cells)
{
	keep(compare, &compare->before, cells);
}

void compare_now(struct compare *compare, const struct cell *cells)
{
	keep(compare, &compare->now, cells);
}

static bool same(const struct cell *a, const struct cell *b)
{
	if (a->type != b->type)
		return false;
	return a->type == CELL_TEXT ? strcmp(a->text, b->text) == 0 : a->number == b->number;
}

/* Finds the row of the year before with the same key. Both lists have nearly the same order, so the
 * search begins where the last one ended (*from). */
static struct kept *find_before(struct compare *compare, const struct kept *now, size_t *from)
{
	size_t count = compare->before.count;

	for (size_t i = 0; i < count; i++) {
		struct kept *before = &compare->before.rows[(*from + i) % count];

		if (before->taken || !same(&before->cells[compare->key], &now->cells[compare->key]))
			continue;
		*from += i + 1;
		return before;
	}
	return NULL;
}

static void pair_rows(struct compare *compare)
{
	size_t from = 0;

	for (size_t i = 0; i < compare->now.count; i++) {
		struct kept *now = &compare->now.rows[i], *before = NULL;

		if (compare->key < compare->given_count)
			before = find_before(compare, now, &from);
		else if (i < compare->before.count)
			before = &compare->before.rows[i];
		if (before == NULL)
			continue;
		before->taken = true;
		now->before = before->cells;
	}
}

/* --- groups ---------------------------------------------------------------------------------- */

/* Adds a row for a group that existed only a year before. */
static void add_empty_group(struct compare *compare, const struct kept *before, bool anybody)
{
	struct cell *cells = memory_get(compare->given_count * sizeof *cells);

	for (size_t i = 0; i < compare->given_count; i++) {
		cells[i] = (struct cell){.type = CELL_EMPTY};
		if (i == compare->key)
			cells[i] = before->cells[i];
		else if (compare->given[i].kind == COL_COUNT)
			cells[i].type = CELL_NUMBER;
		else if (compare->given[i].kind == COL_PERCENT && anybody)
			cells[i] = (struct cell){.type = CELL_FRACTION, .under = 1};
	}
	keep(compare, &compare->now, cells)->before = before->cells;
	free(cells);
}

struct rank {
	bool unknown, text;
	int64_t number; /* value of the group; or minus its size, so that the largest is first */
	const char *name;
};

/* Where a value stands in the list of its column; beyond it by its number. */
static int64_t place_of(const struct column *column, int64_t value)
{
	const struct word *word = column->codes ? code_list_word(column->codes, (int)value) : NULL;

	return word ? word - column->codes->words : value + 1000;
}

static struct rank rank_of(
	const struct compare *compare, const struct kept *row, size_t key, size_t size)
{
	const struct cell *cell = &row->cells[key];

	if (cell->type == CELL_NUMBER)
		return (struct rank){
			.number = place_of(&compare->given[key], cell->number), .name = ""};
	return (struct rank){.unknown = strcmp(cell->text, "unknown") == 0,
		.text = true,
		.number = -row->cells[size].number,
		.name = cell->text};
}

/* The order of groups (data/README.md section 5, structure). */
static int compare_ranks(const struct rank *a, const struct rank *b)
{
	if (a->unknown != b->unknown)
		return a->unknown ? 1 : -1;
	if (a->text != b->text)
		return a->text ? 1 : -1;
	if (a->number != b->number)
		return a->number < b->number ? -1 : 1;
	return strcmp(a->name, b->name);
}

/* Moves the row that was added last to its place. */
static void place_last(struct compare *compare, size_t size)
{
	struct kept *rows = compare->now.rows, row = rows[compare->now.count - 1];
	struct rank rank = rank_of(compare, &row, compare->key, size);
	size_t at = compare->now.count - 1;

	while (at > 0) {
		struct rank other = rank_of(compare, &rows[at - 1], compare->key, size);

		if (compare_ranks(&other, &rank) <= 0)
			break;
		rows[at] = rows[at - 1];
		at--;
	}
	rows[at] = row;
}

static void add_groups(struct compare *compare)
{
	bool anybody = compare->now.count > 0;
	size_t size = 0;

	while (compare->given[size].kind != COL_COUNT)
		size++;
	for (size_t i = 0; i < compare->before.count; i++) {
		if (compare->before.rows[i].taken)
			continue;
		add_empty_group(compare, &compare->before.rows[i], anybody);
		place_last(compare, size);
	}
}

/* --- output ---------------------------------------------------------------------------------- */

static void add_cells(const struct compare *compare, struct kept *row)
{
	const struct cell nobody = {.type = CELL_NUMBER}, nothing = {.type = CELL_EMPTY};
	struct cell *next = row->cells + compare->given_count;

	for (size_t i = 0; i < compare->given_count; i++) {
		const struct cell *now = &row->cells[i];

		if (compare->given[i].kind != COL_COUNT)
			continue;
		*next = row->before ? row->before[i] : compare->groups ? nobody : nothing;
		next[1] = nothing;
		if (now->type == CELL_NUMBER && now->number <= INT64_MAX / 100 &&
			next->type == CELL_NUMBER && next->number > 0)
			next[1] = (struct cell){.type = CELL_FRACTION,
				.number = 100 * now->number,
				.under = next->number};
		next += 2;
	}
}

enum status compare_give(struct compare *compare, const struct renderer *renderer,
	struct output *output, struct error *error)
{
	enum status status = STATUS_DONE;

	pair_rows(compare);
	if (compare->groups)
		add_groups(compare);
	for (size_t i = 0; i < compare->now.count && status == STATUS_DONE; i++) {
		add_cells(compare, &compare->now.rows[i]);
		status = renderer->row(output, compare->now.rows[i].cells, error);
		output->rows++;
	}
	return status;
}

static void free_rows(const struct compare *compare, struct kept_rows *rows)
{
	for (size_t i = 0; i < rows->count; i++) {
		for (size_t j = 0; j < compare->given_count; j++)
			if (rows->rows[i].cells[j].type == CELL_TEXT)
				free((char *)rows->rows[i].cells[j].text);
		free(rows->rows[i].cells);
	}
	free(rows->rows);
}

void compare_free(struct compare *compare)
{
	if (compare == NULL)
		return;
	free_rows(compare, &compare->before);
	free_rows(compare, &compare->now);
	for (size_t i = 0; i < compare->text_count; i++)
		free(compare->texts[i]);
	free(compare->texts);
	free(compare->columns);
	free(compare);
}
