#include "import/csvread.h"

#include <stdlib.h>
#include <string.h>

#include <csv.h>

#include "base/buf.h"
#include "import/csv_formula.h"
#include "base/text.h"

#define OPTIONS      (CSV_STRICT | CSV_STRICT_FINI | CSV_APPEND_NULL | CSV_EMPTY_IS_NULL)
#define BLOCK        65536             /* bytes by which the buffer of libcsv grows */
#define RECORD_LINES 1000              /* an open quote is an error after so many lines */
#define RECORD_BYTES (4 * CSV_ROW_MAX) /* or so many bytes, so that memory is bounded */

/* A line of the record, kept in case it has to be read again. */
struct kept_line {
	size_t start, len; /* bytes in raw */
	long number;
	enum line_fault fault;
};

struct csvread {
	struct source *source;
	struct csv_parser parser;
	char delimiter;
	size_t expect;

	/* The cells of the record. `text` holds them in their order, each ended by a NUL. */
	struct raw_cell *cells; /* room for ROWS_CELLS_MAX */
	size_t count;
	struct buf text, quoted; /* quoted: a line after csv_formula */
	bool surplus;            /* a cell is filled for which there is no room */
	bool complete;

	/* The lines of the record, when it has more than one. */
	struct buf raw;
	struct kept_line *kept; /* room for RECORD_LINES */
	size_t kept_count;

	long line;       /* physical line being read */
	long quote_line; /* line on which the open quote began; 0 when no quote is open */
	enum fault fault;
	long fault_line;
};

static void note_fault(struct csvread *reader, enum fault fault)
{
	if (reader->fault != FAULT_NONE)
		return;
	reader->fault = fault;
	reader->fault_line = reader->line;
}

/* Called by libcsv for each cell. read_line has reserved the memory. */
static void take_cell(void *cell, size_t len, void *data)
{
	struct csvread *reader = data;

	if (len > CSV_CELL_MAX)
		note_fault(reader, FAULT_LONG_CELL);
	if (reader->count < ROWS_CELLS_MAX) {
		char *copy = reader->text.data + reader->text.len;

		if (len > 0)
			memcpy(copy, cell, len);
		copy[len] = '\0';
		reader->text.len += len + 1;
		reader->cells[reader->count] = (struct raw_cell){.len = len};
	} else if (!text_is_blank(cell, len)) {
		reader->surplus = true;
	}
	reader->count++;
}

/* Called by libcsv at the end of a record. */
static void end_record(int terminator, void *data)
{
	struct csvread *reader = data;

	(void)terminator;
	reader->complete = true;
}

struct csvread *csvread_new(struct source *source, char delimiter)
{
	struct csvread *reader = memory_get(sizeof *reader);

	*reader = (struct csvread){
		.source = source,
		.delimiter = delimiter,
		.cells = memory_get(ROWS_CELLS_MAX * sizeof(struct raw_cell)),
		.kept = memory_get(RECORD_LINES * sizeof(struct kept_line)),
	};
	csv_init(&reader->parser, OPTIONS);
	csv_set_delim(&reader->parser, (unsigned char)delimiter);
	csv_set_realloc_func(&reader->parser, memory_resize);
	csv_set_blk_size(&reader->parser, BLOCK);
	return reader;
}

void csvread_free(struct csvread *reader)
{
	if (reader == NULL)
		return;
	csv_free(&reader->parser);
	buf_release(&reader->text);
	buf_release(&reader->quoted);
	buf_release(&reader->raw);
	free(reader->cells);
	free(reader->kept);
	free(reader);
}

void csvread_expect(struct csvread *reader, size_t cells)
{
	reader->expect = cells;
}

static void start_record(struct csvread *reader)
{
	reader->count = 0;
	reader->surplus = false;
	reader->complete = false;
	reader->kept_count = 0;
	reader->quote_line = 0;
	reader->fault = FAULT_NONE;
	buf_clear(&reader->text);
	buf_clear(&reader->raw);
}

/* Makes libcsv forget the record. Its csv_fini would return half a record first, or do nothing
 * while a quote is open. */
static void reset_parser(struct csvread *reader)
{
	csv_set_opts(&reader->parser, 0);
	csv_fini(&reader->parser, NULL, NULL, NULL);
	csv_set_opts(&reader->parser, OPTIONS);
}

static bool is_line_end(char c)
{
	return c == '\n' || c == '\r';
}

static size_t length_without_end(const struct line *line)
{
	size_t len = line->len;

	while (len > 0 && is_line_end(line->text[len - 1]))
		len--;
	return len;
}

/* Are the bytes only spaces, no-break spaces, and TABs that are not the delimiter? */
static bool is_blank(const struct csvread *reader, const char *text, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		if (text[i] == ' ' || (text[i] == '\t' && reader->delimiter != '\t'))
			continue;
		if (text[i] != '\xc2' || i + 1 == len || text[i + 1] != '\xa0')
			return false;
		i++;
	}
	return true;
}

static void keep_line(struct csvread *reader, const struct line *line)
{
	reader->kept[reader->kept_count++] = (struct kept_line){
		.start = reader->raw.len,
		.len = line->len,
		.number = line->number,
		.fault = line->fault,
	};
	buf_add(&reader->raw, line->text, line->len);
}

static void fill_raw(struct csvread *reader, struct raw_row *row)
{
	row->raw = buf_text(&reader->raw);
	row->raw_len = reader->raw.len;
}

static size_t count_delimiters(const struct csvread *reader, const struct line *line)
{
	const char *p = line->text, *end = line->text + line->len;
	size_t count = 0;

	while ((p = memchr(p, reader->delimiter, (size_t)(end - p))) != NULL) {
		count++;
		p++;
	}
	return count;
}

/* A quote is open at the end of the line: was it never closed? `inside`: the whole line is within
 * the quoted cell. */
static enum quote_fault judge_open_quote(
	const struct csvread *reader, const struct line *line, bool inside)
{
	if (inside && reader->expect >= 2 && count_delimiters(reader, line) >= reader->expect - 1)
		return QUOTE_HIDES_RECORD;
	if (reader->kept_count == RECORD_LINES || reader->raw.len > RECORD_BYTES)
		return QUOTE_GOES_ON;
	return QUOTE_FINE;
}

/* The rest of the line from where libcsv stopped, or from the start of the cell when it is not
 * quoted. The caller frees it. */
static char *text_at_fault(const struct csvread *reader, const struct line *line, size_t stop)
{
	size_t start = reader->parser.quoted ? stop : stop - reader->parser.entry_pos;

	return memory_text(line->text + start, length_without_end(line) - start);
}

/* Gives the lines after the one with the faulty quote back to the source: they may be sound
 * records. */
static void unread_from_quote(struct csvread *reader)
{
	while (reader->kept_count > 0 &&
		reader->kept[reader->kept_count - 1].number > reader->quote_line) {
		const struct kept_line *kept = &reader->kept[--reader->kept_count];
		struct line line = {
			.text = reader->raw.data + kept->start,
			.len = kept->len,
			.number = kept->number,
			.fault = kept->fault,
		};

		source_unread(reader->source, &line);
		reader->raw.len = kept->start;
		reader->raw.data[kept->start] = '\0';
	}
}

/* Rejects a record for its quote, or for a fault up to the line of the quote, which is then the
 * real reason. */
static enum rows_result reject_quote(struct csvread *reader, struct raw_row *row,
	enum quote_fault quote, const char *got, struct findings *findings)
{
	if (reader->fault != FAULT_NONE && reader->fault_line <= reader->quote_line)
		csv_fault_add(
			findings, row->line, reader->fault, reader->fault_line, reader->source);
	else
		csv_quote_add(findings, row->line, quote, reader->quote_line, reader->line, got);
	unread_from_quote(reader);
	reset_parser(reader);
	fill_raw(reader, row);
	return ROWS_BAD;
}

/* Points the cells to their text. Done at the end, because the buffer moves while it grows. */
static void place_cells(struct csvread *reader)
{
	size_t kept = reader->count < ROWS_CELLS_MAX ? reader->count : ROWS_CELLS_MAX;
	const char *text = reader->text.data;

	for (size_t i = 0; i < kept; i++) {
		reader->cells[i].text = text;
		text += reader->cells[i].len + 1;
	}
}

static enum rows_result finish_record(struct csvread *reader, struct raw_row *row,
	const struct line *line, struct findings *findings)
{
	if (reader->kept_count > 0) {
		fill_raw(reader, row);
	} else {
		row->raw = line->text;
		row->raw_len = line->len;
	}
	if (row->raw_len > CSV_ROW_MAX)
		note_fault(reader, FAULT_LONG_ROW);
	if (reader->fault != FAULT_NONE) {
		csv_fault_add(
			findings, row->line, reader->fault, reader->fault_line, reader->source);
		return ROWS_BAD;
	}
	row->cells = reader->cells;
	row->count = reader->count;
	row->surplus = reader->surplus;
	return ROWS_ROW;
}

static bool is_edge_blank(char c)
{
	return c == ' ' || c == '\t';
}

/* Adds the cell from `start` to `end`, trimmed as libcsv would. */
static void cut_cell(struct csvread *reader, char *start, char *end)
{
	while (start < end && is_edge_blank(*start))
		start++;
	while (start < end && is_edge_blank(end[-1]))
		end--;
	if (end - start > CSV_CELL_MAX)
		note_fault(reader, FAULT_LONG_CELL);
	if (reader->count < ROWS_CELLS_MAX) {
		*end = '\0';
		reader->cells[reader->count] =
			(struct raw_cell){.text = start, .len = (size_t)(end - start)};
	} else if (!text_is_blank(start, (size_t)(end - start))) {
		reader->surplus = true;
	}
	reader->count++;
}

/* Cuts a line without quotes, which is a whole record, at its delimiters. It is copied once, and
 * libcsv is not needed. */
static void split_line(struct csvread *reader, const struct line *line)
{
	size_t len = length_without_end(line);
	char *cell, *end, *line_end;

	buf_add(&reader->text, line->text, len);
	cell = reader->text.data;
	line_end = cell + len;
	while ((end = memchr(cell, reader->delimiter, (size_t)(line_end - cell))) != NULL) {
		cut_cell(reader, cell, end);
		cell = end + 1;
	}
	cut_cell(reader, cell, line_end);
}

/* Gives the line as libcsv gets it. */
static struct line readable(struct csvread *reader, const struct line *line, bool was_open)
{
	struct line readable = *line;

	if (!was_open &&
		csv_quote_formulas(&reader->quoted, line->text, line->len, reader->delimiter)) {
		readable.text = reader->quoted.data;
		readable.len = reader->quoted.len;
	}
	return readable;
}

/* Gives the line to libcsv. False when a quote is where none may be, *stop bytes into the line. */
static bool read_line(struct csvread *reader, const struct line *line, size_t *stop)
{
	bool ended = line->len > 0 && is_line_end(line->text[line->len - 1]);

	/* Enough: the NUL of each cell takes the place of the delimiter or line end after it. */
	buf_reserve(&reader->text, reader->raw.len + line->len + 1);
	*stop = csv_parse(&reader->parser, line->text, line->len, take_cell, end_record, reader);
	if (*stop == line->len && !ended)
		csv_parse(&reader->parser, "\n", 1, take_cell, end_record, reader);
	return *stop == line->len;
}

static enum rows_result reject_stray_quote(struct csvread *reader, struct raw_row *row,
	const struct line *line, size_t stop, struct findings *findings)
{
	enum quote_fault quote = reader->parser.quoted ? QUOTE_CLOSED_EARLY : QUOTE_INSIDE;
	char *got = text_at_fault(reader, line, stop);
	enum rows_result result = reject_quote(reader, row, quote, got, findings);

	free(got);
	return result;
}

/* Reads one more line of the record. False when the record continues on the next line. */
static bool add_line(struct csvread *reader, struct raw_row *row, const struct line *line,
	enum rows_result *result, struct findings *findings)
{
	bool was_open = reader->quote_line != 0, sound, inside;
	size_t cells = reader->count, stop;
	enum quote_fault quote;
	struct line quoted;

	reader->line = line->number;
	if (line->fault == LINE_ENCODING)
		note_fault(reader, FAULT_ENCODING);
	else if (line->fault == LINE_NUL)
		note_fault(reader, FAULT_NUL);
	if (!was_open && memchr(line->text, '"', line->len) == NULL) {
		split_line(reader, line);
		*result = finish_record(reader, row, line, findings);
		return true;
	}
	quoted = readable(reader, line, was_open);
	sound = read_line(reader, &quoted, &stop);
	if (was_open || !sound || !reader->complete)
		keep_line(reader, line);
	if (sound && reader->complete) {
		place_cells(reader);
		*result = finish_record(reader, row, line, findings);
		return true;
	}
	inside = was_open && reader->count == cells;
	if (!inside)
		reader->quote_line = line->number;
	if (!sound) {
		*result = reject_stray_quote(reader, row, &quoted, stop, findings);
		return true;
	}
	quote = judge_open_quote(reader, line, inside);
	if (quote != QUOTE_FINE)
		*result = reject_quote(reader, row, quote, NULL, findings);
	return quote != QUOTE_FINE;
}

/* A line that was cut, because it is too long, cannot be divided into cells. An open quote ends
 * with it. */
static enum rows_result reject_cut_line(struct csvread *reader, struct raw_row *row,
	const struct line *line, struct findings *findings)
{
	if (reader->quote_line != 0) {
		source_unread(reader->source, line);
		return reject_quote(reader, row, QUOTE_UNCLOSED, NULL, findings);
	}
	reader->line = line->number;
	note_fault(reader, FAULT_LONG_LINE);
	row->raw = line->text;
	row->raw_len = line->len;
	csv_fault_add(findings, row->line, reader->fault, reader->fault_line, reader->source);
	return ROWS_BAD;
}

enum rows_result csvread_next(
	struct csvread *reader, struct raw_row *row, struct findings *findings)
{
	enum rows_result result;
	struct line line;

	start_record(reader);
	*row = (struct raw_row){0};
	while (source_line(reader->source, &line)) {
		if (reader->quote_line == 0) {
			size_t len = length_without_end(&line);

			if (len == 0) {
				row->after_gap = true;
				continue;
			}
			row->line = line.number;
			if (line.fault == LINE_OK && is_blank(reader, line.text, len))
				return ROWS_BLANK;
		}
		if (line.fault == LINE_TOO_LONG)
			return reject_cut_line(reader, row, &line, findings);
		if (add_line(reader, row, &line, &result, findings))
			return result;
	}
	if (reader->quote_line != 0)
		return reject_quote(reader, row, QUOTE_UNCLOSED, NULL, findings);
	return ROWS_END;
}
