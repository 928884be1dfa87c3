#include "import/csv_fault.h"

#define MEGABYTES(n) ((int)((n) >> 20u)) /* the number in messages */

/* The arguments of every format are the line of the fault and the megabytes. FAULT_ENCODING has a
 * function of its own. */
static const struct fault_words {
	enum finding_code code;
	int megabytes;
	struct label label;
} fault_words[] = {
	[FAULT_NUL] = {FINDING_NUL, 0, L("dòng %ld có ký tự NUL", "line %ld has a NUL character")},
	[FAULT_LONG_LINE] = {FINDING_TOO_LONG, MEGABYTES(SOURCE_LINE_MAX),
		L("dòng %ld dài quá %d MB", "line %ld is longer than %d MB")},
	[FAULT_LONG_CELL] = {FINDING_TOO_LONG, MEGABYTES(CSV_CELL_MAX),
		L("ô kết thúc ở dòng %ld dài quá %d MB",
			"the cell that ends on line %ld is longer than %d MB")},
	[FAULT_LONG_ROW] = {FINDING_TOO_LONG, MEGABYTES(CSV_ROW_MAX),
		L("bản ghi kết thúc ở dòng %ld dài quá %d MB",
			"the record that ends on line %ld is longer than %d MB")},
};

/* The arguments of every format are the line of the quote and the line that was read last. */
static const struct label quote_words[] = {
	[QUOTE_CLOSED_EARLY] =
		L("dấu nháy kép mở ở dòng %ld và đóng ở dòng %ld mà sau đó còn có chữ",
			"the quote opened on line %ld closes on line %ld with text after it"),
	[QUOTE_INSIDE] =
		L("dấu nháy kép nằm giữa ô ở dòng %ld: hãy đặt cả ô trong dấu nháy kép và viết "
		  "dấu nháy bên trong hai lần",
			"a quote inside a cell on line %ld: put the whole cell in quotes and "
			"double the one inside"),
	[QUOTE_UNCLOSED] = L("dấu nháy kép mở ở dòng %ld không được đóng",
		"the quote opened on line %ld is never closed"),
	[QUOTE_HIDES_RECORD] =
		L("dấu nháy kép mở ở dòng %ld chưa đóng mà dòng %ld đã giống một bản ghi khác",
			"the quote opened on line %ld is not closed, and line %ld looks like "
			"another record"),
	[QUOTE_GOES_ON] = L("dấu nháy kép mở ở dòng %ld đến dòng %ld vẫn chưa đóng",
		"the quote opened on line %ld is still open on line %ld"),
};

static void add_encoding(
	struct findings *findings, long line, long fault_line, const struct source *source)
{
	const char *encoding = source_encoding(source);
	const char *hint = source_hint(source);

	if (hint != NULL)
		findings_add(findings, line, NULL, FINDING_ENCODING, NULL,
			"dòng %ld có byte không hợp lệ trong %s; tệp có vẻ dùng bảng mã khác, hãy "
			"thử --encoding %s",
			"line %ld has bytes that are not %s; they look like another encoding, try "
			"--encoding %s",
			fault_line, encoding, hint);
	else
		findings_add(findings, line, NULL, FINDING_ENCODING, NULL,
			"dòng %ld có byte không hợp lệ trong %s; hãy chỉ rõ bảng mã của tệp bằng "
			"--encoding TÊN",
			"line %ld has bytes that are not %s; name the file's encoding with "
			"--encoding NAME",
			fault_line, encoding);
}

void csv_fault_add(struct findings *findings, long line, enum fault fault, long fault_line,
	const struct source *source)
{
	const struct fault_words *words = &fault_words[fault];

	if (fault == FAULT_ENCODING)
		add_encoding(findings, line, fault_line, source);
	else
		findings_add(findings, line, NULL, words->code, NULL, words->label.vi,
			words->label.en, fault_line, words->megabytes);
}

void csv_quote_add(struct findings *findings, long line, enum quote_fault fault, long opened,
	long last, const char *got)
{
	findings_add(findings, line, NULL, FINDING_QUOTE, got, quote_words[fault].vi,
		quote_words[fault].en, opened, last);
}
