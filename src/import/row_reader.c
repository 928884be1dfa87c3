#include "import/row_reader.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "import/field.h"
#include "import/passing.h"
#include "import/rejects.h"
#include "import/telling.h"
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
	enum lang lang;
	struct field_reader fields;
	struct passing passing;

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

/* Has the row as many cells as the header? Surplus ones must be blank. */
static bool row_fits(const struct row_reader *reader, const struct raw_row *cells, struct row *row)
{
	size_t i, kept = cells->count < ROWS_CELLS_MAX ? cells->count : ROWS_CELLS_MAX,
		  width = reader->header->width;

	if (cells->count < width && !reader->rows->ragged) {
		findings_add(&row->faults, cells->line, NULL, FINDING_TOO_FEW_CELLS, NULL,
			"chỉ có %zu ô, trong khi dòng tiêu đề có %zu",
			"only %zu cells, where the header has %zu", cells->count, width);
		return false;
	}
	for (i = reader->header->cells; i < kept && !reader->rows->ragged; i++) {
		if (field_is_empty(cells->cells[i].text, cells->cells[i].len))
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

/* The letters by which spreadsheets call a column: A … Z, AA …; the first is number 0. */
static void add_letters(struct buf *out, size_t column)
{
	char letters[8];
	size_t at = sizeof letters;

	for (column++; column > 0; column = (column - 1) / 26)
		letters[--at] = (char)('A' + (column - 1) % 26);
	buf_add(out, letters + at, sizeof letters - at);
}

/* A record has something in a column without a heading: what it means nobody knows, and nothing is to be
 * lost. It is a fault of the whole file. */
static void refuse_file(const struct row_reader *reader, const struct raw_row *cells,
	const struct raw_cell *cell, struct row *row)
{
	const struct heading_row *heading = &reader->header->heading;
	size_t column = (size_t)(cell - cells->cells), left = column;
	struct buf letters = {0};

	while (left > 0 && (left > heading->count || heading->cells[left - 1].len == 0))
		left--;
	add_letters(&letters, column);
	findings_clear(&row->faults);
	findings_add(&row->faults, reader->header->line, NULL, FINDING_HEADER, cell->text,
		"cột %s (cột có tiêu đề gần nhất bên trái: \"%s\") không có tiêu đề mà ở dòng %ld lại có chữ; "
		"hãy ghi tiêu đề cho cột, hoặc xóa trống cột",
		"column %s (the nearest heading to its left: \"%s\") has no heading, and on line %ld "
		"something stands in it; write a heading for the column, or empty it",
		letters.data, left > 0 ? heading->cells[left - 1].text : "", cells->line);
	row->refuses_file = true;
	buf_release(&letters);
}

static void read_fields(struct row_reader *reader, const struct raw_row *cells, struct row *row)
{
	const struct header *header = reader->header;
	size_t i;

	for (i = 0; i < reader->roll->count; i++) {
		int cell = header->cell_of[i];

		if (cell >= 0 && (size_t)cell < cells->count && cells->cells[cell].len > 0)
			typed_cell_take(&cells->cells[cell], &reader->fields,
				&reader->roll->fields[i], i, row->record, &row->faults);
	}
	tellings_read(&reader->fields, header, cells, row->record, &row->faults);
}

/* Whose row it is, although its cells do not fit. */
static void read_key(struct row_reader *reader, const struct raw_row *cells, struct row *row)
{
	int cell = reader->header->cell_of[0];
	struct findings ignored;

	findings_init(&ignored, reader->lang, 0);
	if (cell >= 0 && (size_t)cell < cells->count && cells->cells[cell].len > 0)
		typed_cell_take(&cells->cells[cell], &reader->fields, &reader->roll->fields[0], 0,
			row->record, &ignored);
	findings_release(&ignored);
}

static void take_cells(struct row_reader *reader, const struct raw_row *cells, struct row *row)
{
	const struct raw_cell *cell;

	row->skipped = passing_is_over(&reader->passing, cells);
	if (row->skipped)
		return;
	row->broken = !row_fits(reader, cells, row);
	if (row->broken) {
		passing_broken(&reader->passing);
		read_key(reader, cells, row);
		return;
	}
	read_fields(reader, cells, row);
	row->skipped = row->faults.total > 0 && passing_is_over_faulty(&reader->passing, cells);
	if (row->skipped)
		findings_clear(&row->faults);
	else if ((cell = passing_take(&reader->passing, cells)) != NULL)
		refuse_file(reader, cells, cell, row);
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
	row->refuses_file = false;
	row->record->line = cells.line;
	if (reader->keep_raw && result != ROWS_BLANK)
		rejects_keep_row(&row->record->raw, &cells, result == ROWS_BAD, reader->header,
			reader->rows->delimiter);
	if (result == ROWS_ROW)
		take_cells(reader, &cells, row);
	else if (result == ROWS_BLANK)
		passing_blank(&reader->passing);
	else
		passing_broken(&reader->passing);
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
	passing_init(&reader->passing, header);
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

struct read_to_end row_reader_stop(struct row_reader *reader)
{
	struct read_to_end end;

	pthread_mutex_lock(&reader->lock);
	reader->stop = true;
	pthread_cond_signal(&reader->emptied);
	pthread_mutex_unlock(&reader->lock);
	pthread_join(reader->thread, NULL);
	end = (struct read_to_end){.month_first = reader->fields.month_first,
		.remarks = reader->passing.remarks,
		.headings = reader->passing.headings};
	passing_release(&reader->passing);
	free_parcels(reader->first);
	free_parcels(reader->empty);
	free_parcels(reader->parcel);
	field_reader_release(&reader->fields);
	pthread_cond_destroy(&reader->filled);
	pthread_cond_destroy(&reader->emptied);
	pthread_mutex_destroy(&reader->lock);
	free(reader);
	return end;
}
