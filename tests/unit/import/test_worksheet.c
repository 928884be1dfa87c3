#include "workbooks.h"

#include "import/worksheet.h"

/* A sheet being read. */
struct reading {
	int file;
	struct workbook *workbook;
	struct worksheet *sheet;
	struct raw_row row;
	struct findings findings;
	enum status status;
	struct error error;
};

static void start(struct reading *reading, const struct zip_part *parts, size_t count)
{
	*reading = (struct reading){.file = zip_of(parts, count), .error.lang = LANG_EN};
	if (workbook_open(&reading->workbook, reading->file, &reading->error) != STATUS_DONE)
		fail_msg("%s", reading->error.message);
	assert_int_equal(worksheet_open(&reading->sheet, reading->workbook,
				 &reading->workbook->sheets[0], &reading->error),
		STATUS_DONE);
	findings_init(&reading->findings, LANG_EN, 100);
}

#define START(reading, ...)                                             \
	do {                                                            \
		const struct zip_part parts_[] = {__VA_ARGS__};         \
		start(reading, parts_, sizeof parts_ / sizeof *parts_); \
	} while (0)

static enum rows_result next(struct reading *reading)
{
	return worksheet_next(reading->sheet, &reading->row, &reading->findings, &reading->status,
		&reading->error);
}

/* The next row stands on this line; its cells are `expected`: [text], with a letter for what is no
 * text and the form of a code behind `=`. */
static void expect_row(struct reading *reading, long line, const char *expected)
{
	static const char letters[] = {[RAW_TEXT] = '\0',
		[RAW_NUMBER] = 'n',
		[RAW_PERCENT] = 'p',
		[RAW_DATE] = 'd',
		[RAW_ERROR] = 'e',
		[RAW_UNCALCULATED] = 'u'};
	struct buf cells = {0};

	assert_int_equal(next(reading), ROWS_ROW);
	assert_int_equal(reading->row.line, line);
	for (size_t i = 0; i < reading->row.count; i++) {
		const struct raw_cell *cell = &reading->row.cells[i];

		assert_int_equal(strlen(cell->text), cell->len);
		buf_puts(&cells, "[");
		if (letters[cell->type])
			buf_printf(&cells, "%c:", letters[cell->type]);
		buf_puts(&cells, cell->text);
		if (cell->code && strcmp(cell->text + cell->code, cell->text) != 0)
			buf_printf(&cells, "=%s", cell->text + cell->code);
		if (cell->type == RAW_NUMBER && !cell->code)
			buf_puts(&cells, "!");
		buf_puts(&cells, "]");
	}
	assert_string_equal(buf_text(&cells), expected);
	buf_release(&cells);
}

static void expect_end(struct reading *reading)
{
	assert_int_equal(next(reading), ROWS_END);
	if (reading->status != STATUS_DONE)
		fail_msg("%s", reading->error.message);
}

/* The file is refused, in words that hold this. */
static void expect_refused(struct reading *reading, const char *words)
{
	while (next(reading) != ROWS_END)
		continue;
	assert_int_equal(reading->status, STATUS_REJECTED);
	if (strstr(reading->error.message, words) == NULL)
		fail_msg("%s", reading->error.message);
}

static void finish(struct reading *reading)
{
	worksheet_close(reading->sheet);
	workbook_close(reading->workbook);
	findings_release(&reading->findings);
	close(reading->file);
}

static void cells_of_every_type(void **state)
{
	struct reading reading;

	(void)state;
	START(&reading, RELS, BOOK_RELS, BOOK(""), STYLES("", "<xf/>"),
		STRINGS("<si><t>Nguyễn Văn A</t></si>"
			"<si><r><t>Trần </t></r><r><rPr><b/></rPr><t>Thị B</t></r>"
			"<rPh sb='0' eb='1'><t>đọc</t></rPh></si>"
			"<si><t xml:space='preserve'> hai  dòng_x000D_&#10;x</t></si><si/>"),
		SHEET("<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' t='s'><v>1</v></c>"
		      "<c r='C1' t='s'><v>2</v></c><c r='D1' t='s'><v>3</v></c>"
		      "<c r='E1' t='s'><v>0</v></c></row>"
		      "<row r='2'><c r='A2' t='inlineStr'><is><t>một</t></is></c>"
		      "<c r='B2' t='inlineStr'><is><r><t>a</t></r><r><t>b</t></r><rPh><t>x</t></rPh></is></c>"
		      "<c r='C2' t='str'><f>A1</f><v>chữ</v></c><c r='D2' t='str'><f>A1</f><v></v></c>"
		      "<c r='E2' t='b'><v>1</v></c><c r='F2' t='b'><v>0</v></c>"
		      "<c r='G2' t='e'><f>1/0</f><v>#DIV/0!</v></c><c r='H2'><v>4541</v></c></row>"
		      "<row r='3'><c r='A3'><f>B3</f></c><c r='B3'><f>C3</f><v></v></c>"
		      "<c r='C3' t='str'><f>C3</f></c><c r='D3'><f>1+1</f><v>2</v></c>"
		      "<c r='E3' t='d'><v>2010-05-01T13:00:00</v></c><c r='F3' t='d'><v>1980-02-03</v></c>"
		      "<c r='G3'><v>4.5</v></c><c r='H3' t='n'><v>x</v></c></row>"));
	expect_row(&reading, 1, "[Nguyễn Văn A][Trần Thị B][ hai  dòng\r\nx][][Nguyễn Văn A]");
	expect_row(&reading, 2, "[một][ab][chữ][][TRUE][FALSE][e:#DIV/0!][n:4541]");
	expect_row(&reading, 3,
		"[u:#VALUE!][u:#VALUE!][u:#VALUE!][n:2][d:2010-05-01][d:1980-02-03][n:4.5!][e:x]");
	expect_end(&reading);
	finish(&reading);
}

static void rows_and_cells_that_are_not_there(void **state)
{
	struct reading reading;

	(void)state;
	START(&reading, RELS, BOOK_RELS, BOOK(""), STYLES("", ""), STRINGS(""),
		SHEET("<row><c><v>1</v></c><c/><c><v>3</v></c><c s='0'/></row>"
		      "<row r='2'/><row r='3'><c r='C3'/></row>"
		      "<row r='7'><c r='B7'><v>2</v></c><c><v>3</v></c></row>"
		      "<row hidden='1'><c r='AA8'><v>5</v></c></row>"));
	expect_row(&reading, 1, "[n:1][][n:3]");
	assert_false(reading.row.after_gap);
	expect_row(&reading, 7, "[][n:2][n:3]");
	assert_true(reading.row.after_gap);
	expect_row(&reading, 8, "[][][][][][][][][][][][][][][][][][][][][][][][][][][n:5]");
	assert_false(reading.row.after_gap);
	expect_end(&reading);
	finish(&reading);
}

static void numbers_by_their_formats(void **state)
{
	struct reading reading;

	(void)state;
	START(&reading, RELS, BOOK_RELS, BOOK(""),
		STYLES("<numFmt numFmtId='164' formatCode='00000'/>"
		       "<numFmt numFmtId='165' formatCode='&quot;CB&quot;000'/>"
		       "<numFmt numFmtId='166' formatCode='dd/mm/yyyy;@'/>"
		       "<numFmt numFmtId='167' formatCode='0.000%'/>"
		       "<numFmt numFmtId='10' formatCode='0.0'/>",
			"<xf numFmtId='0'/><xf numFmtId='164'/><xf numFmtId='165'/><xf numFmtId='14'/>"
			"<xf numFmtId='166'/><xf numFmtId='9'/><xf numFmtId='167'/><xf numFmtId='10'/>"
			"<xf numFmtId='3'/><xf numFmtId='11'/><xf numFmtId='49'/>"),
		STRINGS(""),
		SHEET("<row r='1'><c s='0'><v>123</v></c><c s='1'><v>123</v></c><c s='2'><v>7</v></c>"
		      "<c s='1'><v>12.5</v></c><c s='8'><v>12345</v></c><c s='9'><v>123456</v></c>"
		      "<c s='10'><v>12</v></c><c s='0'><v>1.2345E5</v></c><c s='99'><v>8</v></c></row>"
		      "<row r='2'><c><v>123456789012345</v></c><c><v>1234567890123456</v></c>"
		      "<c s='1'><v>1E15</v></c><c><v>1E14</v></c><c><v>-5</v></c></row>"
		      "<row r='3'><c s='3'><v>29317</v></c><c s='4'><v>40299.75</v></c><c s='3'><v>61</v></c>"
		      "<c s='3'><v>60</v></c><c s='3'><v>59</v></c><c s='3'><v>1</v></c><c s='3'><v>0.5</v></c>"
		      "<c s='3'><v>2958465.99</v></c><c s='3'><v>2958466</v></c><c s='3'><v>-1</v></c>"
		      "<c s='3' t='str'><v>03/02/1980</v></c></row>"
		      "<row r='4'><c s='5'><v>7.0000000000000007E-2</v></c><c s='6'><v>3.85E-2</v></c>"
		      "<c s='5'><v>1</v></c><c s='5'><v>0</v></c><c s='7'><v>7.0000000000000007E-2</v></c>"
		      "<c s='5'><v>-0.5</v></c></row>"));
	expect_row(&reading, 1,
		"[n:123][n:123=00123][n:7=CB007][n:12.5!][n:12345][n:123456][n:12][n:123450][n:8]");
	expect_row(&reading, 2,
		"[n:123456789012345][n:1234567890123456!][n:1000000000000000!][n:100000000000000][n:-5]");
	expect_row(&reading, 3,
		"[d:1980-04-06][d:2010-05-01][d:1900-03-01][d:1900-02-29][d:1900-02-28][d:1900-01-01]"
		"[d:1900-01-00][d:9999-12-31][n:2958466][d:1899-12-29][03/02/1980]");
	expect_row(&reading, 4, "[p:7%][p:3.85%][p:100%=1][p:0%=0][n:0.07!][p:-50%]");
	expect_end(&reading);
	finish(&reading);
}

static void days_counted_from_1904(void **state)
{
	struct reading reading;

	(void)state;
	START(&reading, RELS, BOOK_RELS, BOOK("<workbookPr date1904='true'/>"),
		STYLES("", "<xf numFmtId='14'/>"), STRINGS(""),
		SHEET("<row><c s='0'><v>0</v></c><c s='0'><v>60</v></c><c s='0'><v>27855</v></c>"
		      "<c s='0'><v>-1</v></c><c s='0'><v>2957003</v></c><c s='0'><v>2957004</v></c></row>"));
	expect_row(&reading, 1,
		"[d:1904-01-01][d:1904-03-01][d:1980-04-06][d:1903-12-31][d:9999-12-31][n:2957004]");
	expect_end(&reading);
	finish(&reading);
}

static void prefixes_and_what_stands_elsewhere(void **state)
{
	struct reading reading;

	(void)state;
	START(&reading, RELS, BOOK_RELS, BOOK(""), STYLES("", ""),
		{"xl/sharedStrings.xml", "<x:sst><x:si><x:t>một</x:t></x:si></x:sst>"},
		{"xl/worksheets/sheet1.xml",
			"<?xml version='1.0' encoding='UTF-8'?><!-- ghi chú -->"
			"<x:worksheet><x:cols><x:col/></x:cols><row><c><v>9</v></c></row>"
			"<x:sheetData><x:row r='2' x14ac:dyDescent='0.25'><x:c r='A2' t='s'><x:v>0</x:v>"
			"<x:extLst><x:ext><y:t>z</y:t></x:ext></x:extLst></x:c></x:row></x:sheetData>"
			"<mergeCells><mergeCell ref='A1:B1'/></mergeCells>"
			"<row><c><v>9</v></c></row></x:worksheet>"});
	expect_row(&reading, 2, "[một]");
	expect_end(&reading);
	finish(&reading);
}

static void rows_that_are_too_long(void **state)
{
	struct buf sheet = {0};
	struct reading reading;
	size_t i;

	(void)state;
	buf_puts(&sheet, "<worksheet><sheetData><row r='1'><c t='str'><v>");
	for (i = 0; i < 1u << 20; i++)
		buf_putc(&sheet, 'x');
	buf_puts(&sheet, "</v></c></row><row r='2'><c t='str'><v>");
	for (i = 0; i < (1u << 20) + 1; i++)
		buf_putc(&sheet, 'x');
	buf_puts(&sheet, "</v></c><c><v>2</v></c></row><row r='3'>");
	for (i = 0; i < 5; i++)
		buf_puts(&sheet, "<c t='s'><v>0</v></c>");
	buf_puts(&sheet, "</row><row r='4'><c><v>4</v></c></row></sheetData></worksheet>");
	{
		struct buf strings = {0};

		buf_puts(&strings, "<sst><si><t>");
		for (i = 0; i < 1000000; i++)
			buf_putc(&strings, 'y');
		buf_puts(&strings, "</t></si></sst>");
		START(&reading, RELS, BOOK_RELS, BOOK(""), STYLES("", ""),
			{"xl/sharedStrings.xml", strings.data},
			{"xl/worksheets/sheet1.xml", sheet.data});
		buf_release(&strings);
	}
	assert_int_equal(next(&reading), ROWS_ROW);
	assert_int_equal(reading.row.cells[0].len, 1u << 20);
	assert_int_equal(next(&reading), ROWS_BAD);
	assert_int_equal(reading.row.line, 2);
	assert_int_equal(next(&reading), ROWS_BAD);
	assert_int_equal(reading.row.line, 3);
	expect_row(&reading, 4, "[n:4]");
	expect_end(&reading);
	assert_int_equal(reading.findings.total, 2);
	assert_string_equal(reading.findings.list[0].message, "a cell of more than 1 MB");
	assert_string_equal(reading.findings.list[1].message, "a row of more than 4 MB");
	assert_int_equal(reading.findings.list[1].code, FINDING_TOO_LONG);
	finish(&reading);
	buf_release(&sheet);
}

static void expect_sheet_refused(const char *rows, const char *words)
{
	struct buf sheet = {0};
	struct reading reading;

	buf_printf(&sheet, "<worksheet><sheetData>%s</sheetData></worksheet>", rows);
	START(&reading, RELS, BOOK_RELS, BOOK(""), STYLES("", ""), STRINGS("<si><t>a</t></si>"),
		{"xl/worksheets/sheet1.xml", sheet.data});
	expect_refused(&reading, words);
	finish(&reading);
	buf_release(&sheet);
}

static void sheets_that_are_out_of_order(void **state)
{
	static const char order[] = "out of order";

	(void)state;
	expect_sheet_refused("<row r='2'/><row r='2'/>", order);
	expect_sheet_refused("<row r='3'><c><v>1</v></c></row><row r='2'/>", order);
	expect_sheet_refused("<row r='0'/>", order);
	expect_sheet_refused("<row r='-1'/>", order);
	expect_sheet_refused("<row r='x'/>", order);
	expect_sheet_refused("<row r='99999999999'/>", order);
	expect_sheet_refused("<row><c r='B1'/><c r='A1'/></row>", order);
	expect_sheet_refused("<row><c r='A1'/><c r='A1'/></row>", order);
	expect_sheet_refused("<row><c r='XFE1'/></row>", order);
	expect_sheet_refused("<row><c r='ZZZZZZZZZZZZZZ1'/></row>", order);
	expect_sheet_refused("<row><c r='1'/></row>", order);
	expect_sheet_refused("<row><c r='XFD1'/><c/></row>", order);
	/* A text that is not there. */
	expect_sheet_refused("<row><c t='s'><v>1</v></c></row>", order);
	expect_sheet_refused("<row><c t='s'><v>-1</v></c></row>", order);
	expect_sheet_refused("<row><c t='s'><v>x</v></c></row>", order);
}

/* `text` so many times, between two others. */
static void repeat(struct buf *out, const char *text, int times)
{
	for (int i = 0; i < times; i++)
		buf_puts(out, text);
}

static void expect_depth(int depth, const char *words)
{
	struct buf xml = {0};

	repeat(&xml, "<a>", depth - 2);
	repeat(&xml, "</a>", depth - 2);
	/* Two elements stand around the rows. A text that is not there ends what is not refused. */
	buf_puts(&xml, "<row r='x'/>");
	expect_sheet_refused(buf_text(&xml), words);
	buf_release(&xml);
}

static void expect_names(int count, const char *words)
{
	struct buf xml = {0};

	for (int i = 0; i < count - 4; i++)
		buf_printf(&xml, i % 2 ? "<a%d/>" : "<b b%d='x'/>", i);
	buf_puts(&xml, "<row r='x'/>");
	expect_sheet_refused(buf_text(&xml), words);
	buf_release(&xml);
}

static void expect_tag(int size, const char *words)
{
	struct buf xml = {0};

	buf_puts(&xml, "<a b='");
	repeat(&xml, "x", size);
	buf_puts(&xml, "'/><row r='x'/>");
	expect_sheet_refused(buf_text(&xml), words);
	buf_release(&xml);
}

static void xml_that_is_damaged_or_does_harm(void **state)
{
	(void)state;
	expect_sheet_refused("<row>", "XML is damaged");
	expect_sheet_refused("<row><c><v>&x;</v></c></row>", "XML is damaged");
	expect_sheet_refused("<row a='1' a='2'/>", "XML is damaged");
	expect_sheet_refused("\xff\xfe", "XML is damaged");
	expect_depth(100, "out of order");
	expect_depth(101, "nested too deep");
	expect_names(1990, "out of order");
	expect_names(2010, "too many different names");
	expect_tag(3 << 20, "out of order");
	expect_tag(5 << 20, "tag of more than 4 MB");
}

static void a_document_type_is_refused(void **state)
{
	struct reading reading;

	(void)state;
	START(&reading, RELS, BOOK_RELS, BOOK(""), STYLES("", ""), STRINGS(""),
		{"xl/worksheets/sheet1.xml",
			"<!DOCTYPE a [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'>]><worksheet><sheetData>"
			"<row><c t='str'><v>&b;</v></c></row></sheetData></worksheet>"});
	expect_refused(&reading, "document type declaration");
	finish(&reading);
	START(&reading, RELS, BOOK_RELS, BOOK(""), STYLES("", ""), STRINGS(""),
		{"xl/worksheets/sheet1.xml",
			"<!DOCTYPE a SYSTEM 'file:///etc/passwd'><worksheet/>"});
	expect_refused(&reading, "xl/worksheets/sheet1.xml");
	finish(&reading);
}

/* Reads all that can be read of the file, which is closed; whatever it holds, it is sound or
 * refused. */
static void read_any(int file)
{
	struct error error = {.lang = LANG_EN};
	struct findings findings;
	struct workbook *workbook;
	struct worksheet *sheet = NULL;
	struct raw_row row;
	enum status status = workbook_open(&workbook, file, &error);
	size_t i;

	findings_init(&findings, LANG_EN, 10);
	for (i = 0; status == STATUS_DONE && i < workbook->sheet_count; i++) {
		if (workbook->sheets[i].part == NULL)
			continue;
		status = worksheet_open(&sheet, workbook, &workbook->sheets[i], &error);
		while (status == STATUS_DONE &&
			worksheet_next(sheet, &row, &findings, &status, &error) != ROWS_END)
			continue;
		worksheet_close(sheet);
		sheet = NULL;
	}
	assert_true(status == STATUS_DONE || status == STATUS_REJECTED);
	if (status == STATUS_REJECTED)
		assert_true(error.message[0] != '\0');
	workbook_close(workbook);
	findings_release(&findings);
	close(file);
}

static void any_byte_may_be_wrong(void **state)
{
	const struct zip_part parts[] = {RELS, BOOK_RELS, BOOK("<workbookPr/>"),
		STYLES("<numFmt numFmtId='164' formatCode='[h]\"x\"\\-0'/>",
			"<xf numFmtId='164'/>"),
		STRINGS("<si><r><t>a_x0041_</t></r></si>"),
		SHEET("<row r='1'><c r='A1' t='s' s='0'><v>0</v></c><c t='inlineStr'><is><t>b</t></is></c>"
		      "<c s='0'><f>A1</f><v>1E5</v></c></row>")};
	struct buf bytes = {0};

	(void)state;
	zip_write(&bytes, parts, sizeof parts / sizeof *parts);
	read_any(unnamed_file(&bytes));
	for (size_t i = 0; i < bytes.len; i++) {
		char was = bytes.data[i];

		bytes.data[i] = (char)(was ^ (1 << i % 8));
		read_any(unnamed_file(&bytes));
		bytes.data[i] = was;
	}
	buf_release(&bytes);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(cells_of_every_type),
		cmocka_unit_test(rows_and_cells_that_are_not_there),
		cmocka_unit_test(numbers_by_their_formats),
		cmocka_unit_test(days_counted_from_1904),
		cmocka_unit_test(prefixes_and_what_stands_elsewhere),
		cmocka_unit_test(rows_that_are_too_long),
		cmocka_unit_test(sheets_that_are_out_of_order),
		cmocka_unit_test(xml_that_is_damaged_or_does_harm),
		cmocka_unit_test(a_document_type_is_refused),
		cmocka_unit_test(any_byte_may_be_wrong),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
