#include "support.h"

#include <time.h>
#include <unistd.h>

#include "base/csv_cell.h"
#include "import/csvread.h"

/* A file that is being read. */
struct reading {
	struct source *source;
	struct csvread *reader;
	struct raw_row row;
	struct findings findings;
};

static void start(struct reading *reading, const char *text, size_t len, char delimiter)
{
	struct error error = {0};
	char path[] = "csvread-test-XXXXXX";
	int file = mkstemp(path);

	assert_true(file >= 0);
	assert_int_equal(write(file, text, len), (ssize_t)len);
	close(file);
	assert_int_equal(source_open(&reading->source, path, NULL, &error), STATUS_DONE);
	unlink(path);
	reading->reader = csvread_new(reading->source, delimiter);
	findings_init(&reading->findings, LANG_EN, 100);
}

static struct reading read_text(const char *text)
{
	struct reading reading;

	start(&reading, text, strlen(text), ',');
	return reading;
}

static struct reading read_buf(const struct buf *text)
{
	struct reading reading;

	start(&reading, buf_text(text), text->len, ',');
	return reading;
}

static enum rows_result next(struct reading *reading)
{
	return csvread_next(reading->reader, &reading->row, &reading->findings);
}

/* Expects a row on this line; `expected` are its cells, each in brackets. */
static void expect_row(struct reading *reading, long line, const char *expected)
{
	struct buf cells = {0};

	assert_int_equal(next(reading), ROWS_ROW);
	assert_int_equal(reading->row.line, line);
	for (size_t i = 0; i < reading->row.count; i++) {
		const struct raw_cell *cell = &reading->row.cells[i];

		assert_int_equal(strlen(cell->text), cell->len);
		assert_int_equal(cell->type, RAW_TEXT);
		assert_int_equal(cell->code, 0);
		buf_printf(&cells, "[%s]", cell->text);
	}
	assert_string_equal(buf_text(&cells), expected);
	buf_release(&cells);
}

static void expect_raw(const struct reading *reading, const char *expected)
{
	assert_int_equal(reading->row.raw_len, strlen(expected));
	assert_memory_equal(reading->row.raw, expected, strlen(expected));
}

static void expect_blank(struct reading *reading, long line)
{
	assert_int_equal(next(reading), ROWS_BLANK);
	assert_int_equal(reading->row.line, line);
}

/* Expects a rejected record; the last finding has these words. */
static void expect_bad(
	struct reading *reading, long line, enum finding_code code, const char *words)
{
	size_t before = reading->findings.count;
	const struct finding *finding;

	assert_int_equal(next(reading), ROWS_BAD);
	assert_int_equal(reading->row.line, line);
	assert_int_equal(reading->findings.count, before + 1);
	finding = &reading->findings.list[before];
	assert_int_equal(finding->line, line);
	assert_int_equal(finding->code, code);
	assert_null(finding->column);
	if (strstr(finding->message, words) == NULL)
		fail_msg("%s", finding->message);
}

static void expect_end(struct reading *reading)
{
	assert_int_equal(next(reading), ROWS_END);
	assert_int_equal(next(reading), ROWS_END);
	csvread_free(reading->reader);
	source_close(reading->source);
	findings_release(&reading->findings);
}

static void rows_have_their_cells_and_lines(void **state)
{
	struct reading reading = read_text("unit,name\nC1,Chi bộ 1\nC2,Chi bộ 2");

	(void)state;
	expect_row(&reading, 1, "[unit][name]");
	expect_raw(&reading, "unit,name\n");
	expect_row(&reading, 2, "[C1][Chi bộ 1]");
	expect_row(&reading, 3, "[C2][Chi bộ 2]");
	expect_raw(&reading, "C2,Chi bộ 2");
	expect_end(&reading);
}

static void an_empty_file_is_at_its_end(void **state)
{
	struct reading reading = read_text("");

	(void)state;
	expect_end(&reading);
}

static void every_line_end_ends_a_row(void **state)
{
	struct reading reading = read_text("a,b\r\nc,d\re,f\n\"g\",h\r\"i\",\"j\"\r\nk,\r");

	(void)state;
	expect_row(&reading, 1, "[a][b]");
	expect_raw(&reading, "a,b\r\n");
	expect_row(&reading, 2, "[c][d]");
	expect_row(&reading, 3, "[e][f]");
	expect_row(&reading, 4, "[g][h]");
	expect_row(&reading, 5, "[i][j]");
	expect_row(&reading, 6, "[k][]");
	expect_end(&reading);
}

static void lines_without_any_character_count_but_are_passed_over(void **state)
{
	struct reading reading = read_text("\n\r\na,b\n\n\nc,d\n\n");

	(void)state;
	expect_row(&reading, 3, "[a][b]");
	expect_row(&reading, 6, "[c][d]");
	expect_end(&reading);
}

static void lines_of_blanks_are_told(void **state)
{
	struct reading reading = read_text("a,b\n \n\t \r\n\xc2\xa0\nc,d\n  ");

	(void)state;
	expect_row(&reading, 1, "[a][b]");
	expect_blank(&reading, 2);
	expect_blank(&reading, 3);
	expect_blank(&reading, 4);
	expect_row(&reading, 5, "[c][d]");
	expect_blank(&reading, 6);
	expect_end(&reading);
}

static void rows_of_delimiters_are_rows(void **state)
{
	struct reading reading = read_text(",,\n , \n\"\"\n\",\"\n");

	(void)state;
	expect_row(&reading, 1, "[][][]");
	expect_row(&reading, 2, "[][]");
	expect_row(&reading, 3, "[]");
	expect_row(&reading, 4, "[,]");
	expect_end(&reading);
}

static void cells_without_quotes_are_trimmed(void **state)
{
	struct reading reading = read_text("  a b\t, c ,\xc2\xa0"
					   "d\n");

	(void)state;
	expect_row(&reading, 1,
		"[a b][c][\xc2\xa0"
		"d]");
	expect_end(&reading);
}

static void quoted_cells_keep_what_they_hold(void **state)
{
	struct reading reading =
		read_text("\" a \",\"b,c\",\"say \"\"x\"\"\",\"\", \"d\" ,\"e\"\n");

	(void)state;
	expect_row(&reading, 1, "[ a ][b,c][say \"x\"][][d][e]");
	expect_end(&reading);
}

static void quoted_cells_may_run_over_lines(void **state)
{
	struct reading reading = read_text("a,\"one\r\ntwo\n\nthree\",c\nd,\"\n\",f\n");

	(void)state;
	csvread_expect(reading.reader, 3);
	expect_row(&reading, 1, "[a][one\r\ntwo\n\nthree][c]");
	expect_raw(&reading, "a,\"one\r\ntwo\n\nthree\",c\n");
	expect_row(&reading, 5, "[d][\n][f]");
	expect_end(&reading);
}

static void several_quoted_cells_of_a_row_may_run_over_lines(void **state)
{
	struct reading reading = read_text("\"a\nb\",\"c\nd\",e\nf,g,h\n");

	(void)state;
	csvread_expect(reading.reader, 3);
	expect_row(&reading, 1, "[a\nb][c\nd][e]");
	expect_row(&reading, 4, "[f][g][h]");
	expect_end(&reading);
}

static void semicolons_delimit(void **state)
{
	struct reading reading;
	const char *text = "a;b,c;\"d;e\"\n;;\n";

	(void)state;
	start(&reading, text, strlen(text), ';');
	expect_row(&reading, 1, "[a][b,c][d;e]");
	expect_row(&reading, 2, "[][][]");
	expect_end(&reading);
}

static void tabs_delimit_and_are_no_blanks_then(void **state)
{
	struct reading reading;
	const char *text = "\t\tc\n\t\na \t\"b\tc\"\t \n \n\"a\"\t\n";

	(void)state;
	start(&reading, text, strlen(text), '\t');
	expect_row(&reading, 1, "[][][c]");
	expect_row(&reading, 2, "[][]");
	expect_row(&reading, 3, "[a][b\tc][]");
	expect_blank(&reading, 4);
	expect_row(&reading, 5, "[a][]");
	expect_end(&reading);
}

static void text_after_a_closing_quote_costs_its_line(void **state)
{
	struct reading reading = read_text("a,b\n\"c\"d,e\nf,g\n\"h\" \"i\"\nj,k\n");

	(void)state;
	expect_row(&reading, 1, "[a][b]");
	expect_bad(&reading, 2, FINDING_QUOTE,
		"the quote opened on line 2 closes on line 2 with text after it (got \"d,e\")");
	expect_raw(&reading, "\"c\"d,e\n");
	expect_row(&reading, 3, "[f][g]");
	expect_bad(&reading, 4, FINDING_QUOTE, "(got \"\"i\"\")");
	expect_row(&reading, 5, "[j][k]");
	expect_end(&reading);
}

static void a_quote_inside_a_cell_costs_its_line(void **state)
{
	struct reading reading = read_text("a, ống 5\" x,c\nd,e,f\n");

	(void)state;
	expect_bad(&reading, 1, FINDING_QUOTE, "a quote inside a cell on line 1");
	assert_non_null(strstr(reading.findings.list[0].message, "(got \"ống 5\" x,c\")"));
	expect_row(&reading, 2, "[d][e][f]");
	expect_end(&reading);
}

static void text_after_a_quote_that_ran_over_lines_gives_them_back(void **state)
{
	struct reading reading = read_text("a,b\n1,\"open\n2,x\n3,\"y\"\n4,z\n");

	(void)state;
	expect_row(&reading, 1, "[a][b]");
	expect_bad(&reading, 2, FINDING_QUOTE,
		"the quote opened on line 2 closes on line 4 with text after it (got \"y\"\")");
	expect_raw(&reading, "1,\"open\n");
	expect_row(&reading, 3, "[2][x]");
	expect_row(&reading, 4, "[3][y]");
	expect_row(&reading, 5, "[4][z]");
	expect_end(&reading);
}

static void a_quote_never_closed_is_named_by_the_line_it_opened_on(void **state)
{
	struct reading reading = read_text("a,b\n1,\"x\ny\",\"open\nz\n\nlast,one");

	(void)state;
	expect_row(&reading, 1, "[a][b]");
	expect_bad(&reading, 2, FINDING_QUOTE, "the quote opened on line 3 is never closed");
	expect_raw(&reading, "1,\"x\ny\",\"open\n");
	expect_row(&reading, 4, "[z]");
	expect_row(&reading, 6, "[last][one]");
	expect_end(&reading);
}

static void a_quote_may_open_in_the_last_byte(void **state)
{
	struct reading reading = read_text("a,\"");

	(void)state;
	expect_bad(&reading, 1, FINDING_QUOTE, "the quote opened on line 1 is never closed");
	expect_end(&reading);
}

static void a_quote_that_swallows_records_has_run_away(void **state)
{
	struct reading reading = read_text("1,\"open,c\n\n2,b,c\n3,\"fine\",c\n");

	(void)state;
	csvread_expect(reading.reader, 3);
	expect_bad(&reading, 1, FINDING_QUOTE,
		"the quote opened on line 1 is not closed, and line 3 looks like another record");
	expect_raw(&reading, "1,\"open,c\n");
	expect_row(&reading, 3, "[2][b][c]");
	expect_row(&reading, 4, "[3][fine][c]");
	expect_end(&reading);
}

static void fewer_delimiters_than_a_row_are_text(void **state)
{
	struct reading reading = read_text("1,\"one\ntwo, three\nfour\",c\n");

	(void)state;
	csvread_expect(reading.reader, 3);
	expect_row(&reading, 1, "[1][one\ntwo, three\nfour][c]");
	expect_end(&reading);
}

static void without_expectation_no_quote_has_run_away(void **state)
{
	struct reading reading = read_text("1,\"one\n2,3,4,5\nsix\",c\n");

	(void)state;
	expect_row(&reading, 1, "[1][one\n2,3,4,5\nsix][c]");
	expect_end(&reading);
}

static void a_record_may_have_a_thousand_lines(void **state)
{
	struct buf text = {0};
	struct reading reading;

	(void)state;
	buf_puts(&text, "a,\"");
	for (int i = 1; i < 1000; i++)
		buf_puts(&text, "x\n");
	buf_puts(&text, "\"\nb,c\n");
	reading = read_buf(&text);
	csvread_expect(reading.reader, 2);
	assert_int_equal(next(&reading), ROWS_ROW);
	assert_int_equal(reading.row.cells[1].len, 2 * 999);
	expect_row(&reading, 1001, "[b][c]");
	expect_end(&reading);
	buf_release(&text);
}

static void a_quote_open_for_longer_is_given_up(void **state)
{
	struct buf text = {0};
	struct reading reading;

	(void)state;
	buf_puts(&text, "a,\"\n");
	for (int i = 2; i <= 1001; i++)
		buf_puts(&text, "x\n");
	buf_puts(&text, "\"\n");
	reading = read_buf(&text);
	csvread_expect(reading.reader, 2);
	expect_bad(&reading, 1, FINDING_QUOTE, "opened on line 1 is still open on line 1000");
	for (long line = 2; line <= 1001; line++)
		expect_row(&reading, line, "[x]");
	expect_bad(&reading, 1002, FINDING_QUOTE, "is never closed");
	expect_end(&reading);
	buf_release(&text);
}

/* Reads to the end and returns how many milliseconds it took; counts rows and bad records. */
static long read_all(const struct buf *text, size_t cells, long *rows, long *bad)
{
	struct reading reading = read_buf(text);
	struct timespec from, to;
	enum rows_result result;

	csvread_expect(reading.reader, cells);
	*rows = *bad = 0;
	clock_gettime(CLOCK_MONOTONIC, &from);
	while ((result = next(&reading)) != ROWS_END) {
		*rows += result == ROWS_ROW;
		*bad += result == ROWS_BAD;
	}
	clock_gettime(CLOCK_MONOTONIC, &to);
	expect_end(&reading);
	return (to.tv_sec - from.tv_sec) * 1000 + (to.tv_nsec - from.tv_nsec) / 1000000;
}

static void hostile_quotes_take_linear_time_and_swallow_nothing(void **state)
{
	static const struct {
		const char *first, *line;
		long rows, bad;
	} cases[] = {
		{"1,\"open\n", "x\n", 100000, 1},
		{"1,\"open\n", "1,2,3\n", 100000, 1},
		{"1,\"open\n", "\"\"\n", 100000, 1},
		{"1,\"open\n", "\"x\n", 0, 100001},
		{"1,\"open\n", "1,\"x\n", 0, 100001},
		{"1,\"open\n", "1,2,\"x\n", 0, 100001},
	};
	struct buf text = {0};
	long rows, bad;

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		buf_clear(&text);
		buf_puts(&text, cases[i].first);
		for (int line = 0; line < 100000; line++)
			buf_puts(&text, cases[i].line);
		assert_in_range(read_all(&text, 3, &rows, &bad), 0, 5000);
		assert_int_equal(rows, cases[i].rows);
		assert_int_equal(bad, cases[i].bad);
	}
	buf_release(&text);
}

/* Appends the text without its empty lines. */
static void add_full_lines(struct buf *out, const char *text, size_t len)
{
	for (size_t i = 0; i < len; i++)
		if (text[i] != '\n' || (i > 0 && text[i - 1] != '\n'))
			buf_putc(out, text[i]);
}

static void every_line_comes_out_once_whatever_the_quotes(void **state)
{
	static const char alphabet[] = "a,\"\"\n\n";
	struct buf text = {0}, whole = {0}, seen = {0};
	uint32_t random = 20220430;

	(void)state;
	for (int round = 0; round < 2000; round++) {
		struct reading reading;
		enum rows_result result;

		buf_clear(&text);
		buf_clear(&whole);
		buf_clear(&seen);
		for (int i = 0; i < 40; i++) {
			random = random * 1664525 + 1013904223;
			buf_putc(&text, alphabet[(random >> 16) % (sizeof alphabet - 1)]);
		}
		add_full_lines(&whole, buf_text(&text), text.len);
		reading = read_buf(&text);
		csvread_expect(reading.reader, (size_t)round % 4);
		while ((result = next(&reading)) != ROWS_END)
			add_full_lines(&seen, reading.row.raw, reading.row.raw_len);
		assert_string_equal(buf_text(&seen), buf_text(&whole));
		expect_end(&reading);
	}
	buf_release(&text);
	buf_release(&whole);
	buf_release(&seen);
}

static void add_random_cells(struct buf *line, char delimiter, uint32_t *random)
{
	static const char *const parts[] = {
		" ", "\t", "  ", ",", ";", "a", "ễ", "\xc2\xa0", "'", "xyz"};

	for (int i = 0; i < 12; i++) {
		*random = *random * 1664525 + 1013904223;
		if (*random >> 30 == 0)
			buf_putc(line, delimiter);
		else
			buf_puts(line, parts[(*random >> 16) % (sizeof parts / sizeof *parts)]);
	}
}

/* Adds the same line twice: once with a cell that has no quotes, and once with that cell in quotes,
 * so that libcsv reads the line. */
static void add_spellings(struct buf *plain, struct buf *quoted, char delimiter, uint32_t *random)
{
	static const char *const ends[] = {"\n", "\r\n", "\r", " \n", "\t \r\n"};
	struct buf front = {0}, back = {0};

	add_random_cells(&front, delimiter, random);
	buf_putc(&front, delimiter);
	if (*random >> 31) {
		buf_printf(&back, " %c", delimiter);
		add_random_cells(&back, delimiter, random);
	}
	buf_puts(&back, ends[(*random >> 8) % 5]);
	buf_printf(plain, "%sz%s", front.data, back.data);
	buf_printf(quoted, "%s\"z\"%s", front.data, back.data);
	buf_release(&front);
	buf_release(&back);
}

static void expect_same_cells(struct reading *a, struct reading *b)
{
	assert_int_equal(next(a), ROWS_ROW);
	assert_int_equal(next(b), ROWS_ROW);
	assert_int_equal(a->row.line, b->row.line);
	assert_int_equal(a->row.count, b->row.count);
	for (size_t i = 0; i < a->row.count; i++) {
		assert_int_equal(a->row.cells[i].len, b->row.cells[i].len);
		assert_string_equal(a->row.cells[i].text, b->row.cells[i].text);
		assert_int_equal(strlen(a->row.cells[i].text), a->row.cells[i].len);
	}
}

static void lines_without_quotes_have_the_cells_that_libcsv_gives(void **state)
{
	static const char delimiters[] = ",;\t|";
	uint32_t random = 19750430;

	(void)state;
	for (const char *delimiter = delimiters; *delimiter != '\0'; delimiter++) {
		struct buf plain = {0}, quoted = {0};
		struct reading a, b;

		for (int line = 0; line < 5000; line++)
			add_spellings(&plain, &quoted, *delimiter, &random);
		start(&a, plain.data, plain.len, *delimiter);
		start(&b, quoted.data, quoted.len, *delimiter);
		for (int line = 0; line < 5000; line++)
			expect_same_cells(&a, &b);
		expect_end(&a);
		expect_end(&b);
		buf_release(&plain);
		buf_release(&quoted);
	}
}

static void bytes_of_a_different_encoding_reject_the_record(void **state)
{
	struct reading reading = read_text("a,b\n1,\"x\nNguy\xff\"\nc,d\n");

	(void)state;
	expect_row(&reading, 1, "[a][b]");
	expect_bad(&reading, 2, FINDING_ENCODING, "line 3 has bytes that are not UTF-8");
	assert_non_null(strstr(reading.findings.list[0].message, "--encoding"));
	expect_row(&reading, 4, "[c][d]");
	expect_end(&reading);
}

static void a_nul_rejects_the_record(void **state)
{
	static const char text[] = "a,b\n1\0,2\nc,d\n";
	struct reading reading;

	(void)state;
	start(&reading, text, sizeof text - 1, ',');
	expect_row(&reading, 1, "[a][b]");
	expect_bad(&reading, 2, FINDING_NUL, "line 2 has a NUL character");
	expect_row(&reading, 3, "[c][d]");
	expect_end(&reading);
}

static void a_nul_tells_more_than_the_quote_it_garbled(void **state)
{
	static const char text[] = "\0\"a\0\",\"b\"\nc,d\n";
	struct reading reading;

	(void)state;
	start(&reading, text, sizeof text - 1, ',');
	expect_bad(&reading, 1, FINDING_NUL, "line 1 has a NUL character");
	expect_row(&reading, 2, "[c][d]");
	expect_end(&reading);
}

static void faults_of_lines_given_back_are_told_there(void **state)
{
	static const char text[] = "a,\"open\nb,\0\nc,d\n";
	struct reading reading;

	(void)state;
	start(&reading, text, sizeof text - 1, ',');
	expect_bad(&reading, 1, FINDING_QUOTE, "the quote opened on line 1 is never closed");
	expect_bad(&reading, 2, FINDING_NUL, "line 2");
	expect_row(&reading, 3, "[c][d]");
	expect_end(&reading);
}

static void add_many(struct buf *text, char c, size_t count)
{
	buf_reserve(text, count);
	memset(text->data + text->len, c, count);
	text->len += count;
	text->data[text->len] = '\0';
}

static void a_cell_over_its_limit_rejects_the_record(void **state)
{
	struct buf text = {0};
	struct reading reading;

	(void)state;
	add_many(&text, 'x', CSV_CELL_MAX);
	buf_puts(&text, ",b\n");
	add_many(&text, 'x', CSV_CELL_MAX + 1);
	buf_puts(&text, ",b\na,\"");
	add_many(&text, 'x', 2 * CSV_CELL_MAX);
	buf_puts(&text, "\ny\"\nc,d\n");
	reading = read_buf(&text);
	assert_int_equal(next(&reading), ROWS_ROW);
	assert_int_equal(reading.row.cells[0].len, CSV_CELL_MAX);
	assert_string_equal(reading.row.cells[1].text, "b");
	expect_bad(
		&reading, 2, FINDING_TOO_LONG, "the cell that ends on line 2 is longer than 1 MB");
	expect_bad(
		&reading, 3, FINDING_TOO_LONG, "the cell that ends on line 4 is longer than 1 MB");
	expect_row(&reading, 5, "[c][d]");
	expect_end(&reading);
	buf_release(&text);
}

static void a_row_over_its_limit_is_rejected(void **state)
{
	struct buf text = {0};
	struct reading reading;

	(void)state;
	for (int i = 0; i < 5; i++) {
		add_many(&text, 'x', CSV_CELL_MAX);
		buf_puts(&text, ",");
	}
	buf_puts(&text, "\nc,d\n");
	reading = read_buf(&text);
	expect_bad(&reading, 1, FINDING_TOO_LONG, "longer than 4 MB");
	expect_row(&reading, 2, "[c][d]");
	expect_end(&reading);
	buf_release(&text);
}

static void a_line_over_its_limit_is_rejected_and_closes_quotes(void **state)
{
	struct buf text = {0};
	struct reading reading;

	(void)state;
	buf_puts(&text, "a,\"open\nb,c\n");
	add_many(&text, 'x', SOURCE_LINE_MAX + 100);
	buf_puts(&text, "\"\nd,e\n");
	reading = read_buf(&text);
	expect_bad(&reading, 1, FINDING_QUOTE, "the quote opened on line 1 is never closed");
	expect_row(&reading, 2, "[b][c]");
	expect_bad(&reading, 3, FINDING_TOO_LONG, "line 3 is longer than 8 MB");
	expect_row(&reading, 4, "[d][e]");
	expect_end(&reading);
	buf_release(&text);
}

static void memory_is_bounded_while_a_quote_is_open(void **state)
{
	struct buf text = {0};
	struct reading reading;

	(void)state;
	buf_puts(&text, "a,\"open\n");
	for (int i = 0; i < 20; i++) {
		add_many(&text, 'x', CSV_CELL_MAX - 1);
		buf_puts(&text, "\n");
	}
	reading = read_buf(&text);
	expect_bad(&reading, 1, FINDING_QUOTE, "still open on line 17");
	for (long line = 2; line <= 21; line++) {
		assert_int_equal(next(&reading), ROWS_ROW);
		assert_int_equal(reading.row.line, line);
		assert_int_equal(reading.row.cells[0].len, CSV_CELL_MAX - 1);
	}
	expect_end(&reading);
	buf_release(&text);
}

static void cells_over_the_limit_are_counted_only(void **state)
{
	struct buf text = {0};
	struct reading reading;

	(void)state;
	for (int i = 1; i < 100000; i++)
		buf_puts(&text, "ab,");
	buf_puts(&text, "ab\nc,d\n");
	reading = read_buf(&text);
	assert_int_equal(next(&reading), ROWS_ROW);
	assert_int_equal(reading.row.count, 100000);
	assert_string_equal(reading.row.cells[ROWS_CELLS_MAX - 1].text, "ab");
	expect_row(&reading, 2, "[c][d]");
	expect_end(&reading);
	buf_release(&text);
}

static void what_stands_beyond_the_limit_is_told(void **state)
{
	struct buf text = {0};
	struct reading reading;

	(void)state;
	for (int i = 1; i < ROWS_CELLS_MAX; i++)
		buf_puts(&text, "a,");
	reading.row = (struct raw_row){0};
	for (int i = 0; i < 3; i++) {
		static const char *const ends[] = {"x", "x,\" \",\u00a0, ,", "x,,\u00a0y"};
		struct buf line = {0};

		buf_printf(&line, "%s%s\n%s\"x\"%s\n", text.data, ends[i], text.data, ends[i] + 1);
		reading = read_buf(&line);
		for (int quotes = 0; quotes < 2; quotes++) {
			assert_int_equal(next(&reading), ROWS_ROW);
			assert_int_equal(reading.row.surplus, i == 2);
			assert_string_equal(reading.row.cells[ROWS_CELLS_MAX - 1].text, "x");
		}
		expect_end(&reading);
		buf_release(&line);
	}
	buf_release(&text);
}

static void empty_lines_above_a_row_are_told_with_it(void **state)
{
	struct reading reading = read_text("\n\na\nb\r\n\r\n\"c\n\n\"\nd\n \ne\n\n \n");

	(void)state;
	expect_row(&reading, 3, "[a]");
	assert_true(reading.row.after_gap);
	expect_row(&reading, 4, "[b]");
	assert_false(reading.row.after_gap);
	expect_row(&reading, 6, "[c\n\n]");
	assert_true(reading.row.after_gap);
	expect_row(&reading, 9, "[d]");
	assert_false(reading.row.after_gap);
	expect_blank(&reading, 10);
	assert_false(reading.row.after_gap);
	expect_row(&reading, 11, "[e]");
	assert_false(reading.row.after_gap);
	expect_blank(&reading, 13);
	assert_true(reading.row.after_gap);
	expect_end(&reading);
}

static void the_messages_are_vietnamese_too(void **state)
{
	struct reading reading = read_text("1,\"x\"y\n");

	(void)state;
	reading.findings.lang = LANG_VI;
	expect_bad(&reading, 1, FINDING_QUOTE,
		"dấu nháy kép mở ở dòng 1 và đóng ở dòng 1 mà sau đó còn có chữ (đọc được \"y\")");
	expect_end(&reading);
}

static void expect_written(const char *text, char delimiter, const char *expected)
{
	struct buf out = {0};

	csv_write_cell(&out, text, strlen(text), delimiter);
	assert_string_equal(buf_text(&out), expected);
	buf_release(&out);
}

static void cells_are_quoted_only_when_they_must_be(void **state)
{
	(void)state;
	expect_written("", ',', "");
	expect_written("Nguyễn Văn A", ',', "Nguyễn Văn A");
	expect_written("a,b", ',', "\"a,b\"");
	expect_written("a,b", ';', "a,b");
	expect_written("a;b", ';', "\"a;b\"");
	expect_written("a\tb", '\t', "\"a\tb\"");
	expect_written("a\tb", ',', "a\tb");
	expect_written("say \"x\"", ',', "\"say \"\"x\"\"\"");
	expect_written("\"", ',', "\"\"\"\"");
	expect_written("a\nb", ',', "\"a\nb\"");
	expect_written("a\rb", ',', "\"a\rb\"");
	expect_written(" a", ',', "\" a\"");
	expect_written("a ", ',', "\"a \"");
	expect_written("\ta", ',', "\"\ta\"");
	expect_written("a\t", ',', "\"a\t\"");
	expect_written(" ", ',', "\" \"");
}

static void what_is_written_reads_back(void **state)
{
	static const char *const cells[] = {" a\t", "\"", "x\r\ny", "", ",,", "\"\"b\"", "Ð"};
	struct buf text = {0};
	struct reading reading;
	size_t count = sizeof cells / sizeof *cells;

	(void)state;
	for (size_t i = 0; i < count; i++) {
		csv_write_cell(&text, cells[i], strlen(cells[i]), ',');
		buf_putc(&text, i + 1 < count ? ',' : '\n');
	}
	reading = read_buf(&text);
	assert_int_equal(next(&reading), ROWS_ROW);
	assert_int_equal(reading.row.count, count);
	for (size_t i = 0; i < count; i++)
		assert_string_equal(reading.row.cells[i].text, cells[i]);
	expect_end(&reading);
	buf_release(&text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(rows_have_their_cells_and_lines),
		cmocka_unit_test(an_empty_file_is_at_its_end),
		cmocka_unit_test(every_line_end_ends_a_row),
		cmocka_unit_test(lines_without_any_character_count_but_are_passed_over),
		cmocka_unit_test(lines_of_blanks_are_told),
		cmocka_unit_test(rows_of_delimiters_are_rows),
		cmocka_unit_test(cells_without_quotes_are_trimmed),
		cmocka_unit_test(quoted_cells_keep_what_they_hold),
		cmocka_unit_test(quoted_cells_may_run_over_lines),
		cmocka_unit_test(several_quoted_cells_of_a_row_may_run_over_lines),
		cmocka_unit_test(semicolons_delimit),
		cmocka_unit_test(tabs_delimit_and_are_no_blanks_then),
		cmocka_unit_test(text_after_a_closing_quote_costs_its_line),
		cmocka_unit_test(a_quote_inside_a_cell_costs_its_line),
		cmocka_unit_test(text_after_a_quote_that_ran_over_lines_gives_them_back),
		cmocka_unit_test(a_quote_never_closed_is_named_by_the_line_it_opened_on),
		cmocka_unit_test(a_quote_may_open_in_the_last_byte),
		cmocka_unit_test(a_quote_that_swallows_records_has_run_away),
		cmocka_unit_test(fewer_delimiters_than_a_row_are_text),
		cmocka_unit_test(without_expectation_no_quote_has_run_away),
		cmocka_unit_test(a_record_may_have_a_thousand_lines),
		cmocka_unit_test(a_quote_open_for_longer_is_given_up),
		cmocka_unit_test(hostile_quotes_take_linear_time_and_swallow_nothing),
		cmocka_unit_test(every_line_comes_out_once_whatever_the_quotes),
		cmocka_unit_test(lines_without_quotes_have_the_cells_that_libcsv_gives),
		cmocka_unit_test(bytes_of_a_different_encoding_reject_the_record),
		cmocka_unit_test(a_nul_rejects_the_record),
		cmocka_unit_test(a_nul_tells_more_than_the_quote_it_garbled),
		cmocka_unit_test(faults_of_lines_given_back_are_told_there),
		cmocka_unit_test(a_cell_over_its_limit_rejects_the_record),
		cmocka_unit_test(a_row_over_its_limit_is_rejected),
		cmocka_unit_test(a_line_over_its_limit_is_rejected_and_closes_quotes),
		cmocka_unit_test(memory_is_bounded_while_a_quote_is_open),
		cmocka_unit_test(cells_over_the_limit_are_counted_only),
		cmocka_unit_test(what_stands_beyond_the_limit_is_told),
		cmocka_unit_test(empty_lines_above_a_row_are_told_with_it),
		cmocka_unit_test(the_messages_are_vietnamese_too),
		cmocka_unit_test(cells_are_quoted_only_when_they_must_be),
		cmocka_unit_test(what_is_written_reads_back),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
