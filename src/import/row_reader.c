#include "import/row_reader.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "import/field.h"
#include "import/rejects.h"
#include "import/typed_cell.h"

/* Rows are stored thousands at a time. So there are many parcels, and neither thread waits
 * often. */
#define PARCELS      16
#define PARCEL_ROWS  256
#define PARCEL_BYTES (256u << 10)
#define ROW_FAULTS   50 /* so many faults of one row are kept */

/* Rows that go from one thread to the other together. */
struct parcel {
	struct parcel *next;
	struct row rows[PARCEL_ROWS]; /* allocated when they are first used: small files need few */
	size_t count, taken;
	bool last; /* the end of the file */
};

struct row_reader {
	struct rows *rows;
	const struct header *header;
	const struct roll *roll;
	bool keep_raw;
	bool begun; /* at least one record was read */
	enum lang lang;
	struct field_reader fields;

	pthread_t thread;
	pthread_mutex_t lock;
	pthread_cond_t filled, emptied; /* the other thread waits for one of them */
	struct parcel *first, **end;    /* filled parcels, in the order of the file */
	struct parcel *empty; /* empty ones, the last one first: it is still in the cache */
	size_t under_way;     /* number of parcels that are not empty */
	bool stop;
	struct parcel *parcel; /* whose rows are being returned; NULL at first */
};

/* --- one row ----------------------------------------------------------------------------------- */

static bool cell_is_blank(const struct raw_cell *cell)
{
	return field_is_empty(cell->text, cell->len);
}

static size_t cells_kept(const struct raw_row *cells)
{
	return cells->count < ROWS_CELLS_MAX ? cells->count : ROWS_CELLS_MAX;
}

static bool row_is_empty(const struct raw_row *cells)
{
	size_t i, count = cells_kept(cells);

	for (i = 0; i < count; i++)
		if (!cell_is_blank(&cells->cells[i]))
			return false;
	return true;
}

static const struct raw_cell *cell_of(
	const struct row_reader *reader, const struct raw_row *cells, size_t field)
{
	int cell = reader->header->cell_of[field];

	return cell >= 0 && (size_t)cell < cells->count ? &cells->cells[cell] : NULL;
}

/* Is it a total row? It has one of the words in its first filled cell, and a required value is
 * missing: so a unit with the code TOTAL is safe. */
static bool row_is_total(const struct row_reader *reader, const struct raw_row *cells)
{
	const struct raw_cell *first = cells->cells;
	bool lacks = false;
	size_t i;

	for (i = 0; i < reader->roll->count && !lacks; i++) {
		const struct raw_cell *cell = cell_of(reader, cells, i);

		lacks = reader->roll->fields[i].flags & FIELD_REQUIRED &&
			(cell == NULL || cell_is_blank(cell));
	}
	if (!lacks)
		return false;
	while (cell_is_blank(first))
		first++;
	return field_is_total(first->text, first->len);
}

/* Does the row number the columns, as forms do below the headings: 1, 2, 3 or (1), (2), (3)? No
 * record looks like this, since each has a date or a word. */
static bool row_is_numbering(const struct raw_row *cells)
{
	size_t i, count = cells_kept(cells);
	struct buf wanted = {0};
	int number = 0;
	bool fits = true;

	for (i = 0; i < count && fits; i++) {
		const char *text = cells->cells[i].text;

		if (cell_is_blank(&cells->cells[i]))
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

/* Has the row as many cells as the header? */
static bool row_fits(const struct row_reader *reader, const struct raw_row *cells, struct row *row)
{
	size_t i, kept = cells_kept(cells), width = reader->header->width;

	if (cells->count < width && !reader->rows->ragged) {
		findings_add(&row->faults, cells->line, NULL, FINDING_TOO_FEW_CELLS, NULL,
			"chỉ có %zu ô, trong khi dòng tiêu đề có %zu",
			"only %zu cells, where the header has %zu", cells->count, width);
		return false;
	}
	for (i = width; i < kept; i++) {
		if (cell_is_blank(&cells->cells[i]))
			continue;
		findings_add(&row->faults, cells->line, NULL, FINDING_TOO_MANY_CELLS,
			cells->cells[i].text,
			"có %zu ô, trong khi dòng tiêu đề chỉ có %zu; có thể thiếu dấu ngoặc kép quanh một ô",
			"%zu cells, where the header has %zu; quotes around a cell may be missing",
			cells->count, width);
		return false;
	}
	if (cells->surplus) {
		findings_add(&row->faults, cells->line, NULL, FINDING_TOO_MANY_CELLS, NULL,
			"có chữ bên phải cột thứ %d, là cột cuối cùng mà một trang tính có thể có",
			"something stands beyond column %d, the last one that a sheet can have",
			ROWS_CELLS_MAX);
		return false;
	}
	return true;
}

static void take_cell(
	struct row_reader *reader, const struct raw_cell *cell, size_t i, struct row *row)
{
	const struct field *field = &reader->roll->fields[i];
	const char *text = cell->text;

	if (cell->type == RAW_TEXT)
		field_read(&reader->fields, field, i, text, cell->len, row->record, &row->faults);
	else if ((text = typed_cell_read(cell, field, row->record->line, &row->faults)) != NULL)
		field_read(
			&reader->fields, field, i, text, strlen(text), row->record, &row->faults);
}

static void take_cells(struct row_reader *reader, const struct raw_row *cells, struct row *row)
{
	size_t i;

	if (row_is_empty(cells) || row_is_total(reader, cells) ||
		(!reader->begun && row_is_numbering(cells))) {
		row->skipped = true;
		return;
	}
	reader->begun = true;
	row->broken = !row_fits(reader, cells, row);
	if (row->broken)
		return;
	for (i = 0; i < reader->roll->count; i++) {
		const struct raw_cell *cell = cell_of(reader, cells, i);

		if (cell && cell->len > 0)
			take_cell(reader, cell, i, row);
	}
}

/* Reads one row; false at the end of the file. */
static bool read_row(struct row_reader *reader, struct row *row)
{
	struct raw_row cells;
	enum rows_result result;

	findings_clear(&row->faults);
	record_clear(row->record);
	result = rows_next(reader->rows, &cells, &row->faults);
	if (result == ROWS_END)
		return false;
	row->skipped = result == ROWS_BLANK;
	row->broken = result == ROWS_BAD;
	row->record->line = cells.line;
	if (reader->keep_raw && result != ROWS_BLANK)
		rejects_keep_row(&row->record->raw, &cells, result == ROWS_BAD, reader->header,
			reader->rows->delimiter);
	if (result == ROWS_ROW)
		take_cells(reader, &cells, row);
	rows_progress(reader->rows, &row->done, &row->all);
	return true;
}

/* --- the thread -------------------------------------------------------------------------------- */

static struct row *next_place(const struct row_reader *reader, struct parcel *parcel)
{
	struct row *row = &parcel->rows[parcel->count];

	if (row->record == NULL) {
		row->record = record_new();
		findings_init(&row->faults, reader->lang, ROW_FAULTS);
	}
	return row;
}

static void fill_parcel(struct row_reader *reader, struct parcel *parcel)
{
	size_t bytes = 0;

	parcel->count = parcel->taken = 0;
	parcel->last = false;
	while (parcel->count < PARCEL_ROWS && bytes < PARCEL_BYTES && !parcel->last) {
		struct row *row = next_place(reader, parcel);

		parcel->last = !read_row(reader, row);
		bytes += row->record->text.len + row->record->raw.len;
		parcel->count += !parcel->last;
	}
}

static void free_parcels(struct parcel *parcel)
{
	while (parcel) {
		struct parcel *next = parcel->next;

		for (size_t i = 0; i < PARCEL_ROWS && parcel->rows[i].record; i++) {
			record_free(parcel->rows[i].record);
			findings_release(&parcel->rows[i].faults);
		}
		free(parcel);
		parcel = next;
	}
}

/* Waits for an empty parcel, to fill it. NULL when reading has to stop. */
static struct parcel *empty_parcel(struct row_reader *reader)
{
	struct parcel *parcel = NULL;

	pthread_mutex_lock(&reader->lock);
	while (reader->under_way == PARCELS && !reader->stop)
		pthread_cond_wait(&reader->emptied, &reader->lock);
	if (!reader->stop) {
		reader->under_way++;
		parcel = reader->empty;
		if (parcel)
			reader->empty = parcel->next;
		else
			parcel = memory_zeroed(sizeof *parcel);
	}
	pthread_mutex_unlock(&reader->lock);
	return parcel;
}

static void hand_over(struct row_reader *reader, struct parcel *parcel)
{
	pthread_mutex_lock(&reader->lock);
	parcel->next = NULL;
	*reader->end = parcel;
	reader->end = &parcel->next;
	pthread_cond_signal(&reader->filled);
	pthread_mutex_unlock(&reader->lock);
}

static void *run(void *data)
{
	struct row_reader *reader = data;
	struct parcel *parcel;
	bool more = true;

	while (more && (parcel = empty_parcel(reader)) != NULL) {
		fill_parcel(reader, parcel);
		more = !parcel->last;
		hand_over(reader, parcel);
	}
	return NULL;
}

struct row_reader *row_reader_start(
	struct rows *rows, const struct header *header, bool keep_raw, enum lang lang, int today)
{
	struct row_reader *reader = memory_get(sizeof *reader);

	*reader = (struct row_reader){.rows = rows,
		.header = header,
		.roll = &rolls[header->kind],
		.keep_raw = keep_raw,
		.lang = lang,
		.fields.today = today,
		.end = &reader->first};
	pthread_mutex_init(&reader->lock, NULL);
	pthread_cond_init(&reader->filled, NULL);
	pthread_cond_init(&reader->emptied, NULL);
	if (pthread_create(&reader->thread, NULL, run, reader) != 0)
		memory_failed();
	return reader;
}

/* Returns an empty parcel. The reading thread is woken only when half of all parcels are empty, not
 * for each one. */
static void give_back(struct row_reader *reader, struct parcel *parcel)
{
	parcel->next = reader->empty;
	reader->empty = parcel;
	if (--reader->under_way == PARCELS / 2)
		pthread_cond_signal(&reader->emptied);
}

/* Returns the present parcel, if there is one, and waits for the next. */
static void take_parcel(struct row_reader *reader)
{
	pthread_mutex_lock(&reader->lock);
	if (reader->parcel)
		give_back(reader, reader->parcel);
	while (reader->first == NULL)
		pthread_cond_wait(&reader->filled, &reader->lock);
	reader->parcel = reader->first;
	reader->first = reader->parcel->next;
	if (reader->first == NULL)
		reader->end = &reader->first;
	reader->parcel->next = NULL;
	pthread_mutex_unlock(&reader->lock);
}

struct row *row_reader_next(struct row_reader *reader)
{
	if (reader->parcel == NULL)
		take_parcel(reader);
	while (reader->parcel->taken == reader->parcel->count) {
		if (reader->parcel->last)
			return NULL;
		take_parcel(reader);
	}
	return &reader->parcel->rows[reader->parcel->taken++];
}

bool row_reader_stop(struct row_reader *reader)
{
	bool month_first;

	pthread_mutex_lock(&reader->lock);
	reader->stop = true;
	pthread_cond_signal(&reader->emptied);
	pthread_mutex_unlock(&reader->lock);
	pthread_join(reader->thread, NULL);
	month_first = reader->fields.month_first;
	free_parcels(reader->first);
	free_parcels(reader->empty);
	free_parcels(reader->parcel);
	field_reader_release(&reader->fields);
	pthread_cond_destroy(&reader->filled);
	pthread_cond_destroy(&reader->emptied);
	pthread_mutex_destroy(&reader->lock);
	free(reader);
	return month_first;
}
