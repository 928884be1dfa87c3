#include "import/sheet_rows.h"

#include <stdlib.h>

#include "import/worksheet.h"

struct sheet_rows {
	struct rows rows;
	struct workbook *workbook;
	const struct workbook_sheet *sheet;
	struct input *input;
	struct worksheet *worksheet; /* NULL before the first start, and when it cannot be opened */
	bool head;                   /* only the first lines are wanted */
	enum status status;          /* of reading the sheet … */
	struct error error;          /* … and why it failed */
};

static struct sheet_rows *sheet_rows_of(struct rows *rows)
{
	return (struct sheet_rows *)rows;
}

static const struct sheet_rows *sheet_rows_in(const struct rows *rows)
{
	return (const struct sheet_rows *)rows;
}

static bool start(struct rows *rows, size_t way, bool head)
{
	struct sheet_rows *sheet = sheet_rows_of(rows);

	if (way > 0)
		return false;
	worksheet_close(sheet->worksheet);
	sheet->head = head;
	sheet->status =
		worksheet_open(&sheet->worksheet, sheet->workbook, sheet->sheet, &sheet->error);
	return true;
}

static enum rows_result next(struct rows *rows, struct raw_row *row, struct findings *findings)
{
	struct sheet_rows *sheet = sheet_rows_of(rows);
	enum rows_result result;

	if (sheet->status != STATUS_DONE)
		return ROWS_END;
	result = worksheet_next(sheet->worksheet, row, findings, &sheet->status, &sheet->error);
	return result != ROWS_END && sheet->head && row->line > ROWS_HEAD_LINES + 1 ? ROWS_END
										    : result;
}

static void explain(const struct rows *rows, struct findings *findings)
{
	(void)rows;
	findings_add(findings, 1, NULL, FINDING_HEADER, NULL,
		"không thấy dòng tiêu đề cột nào quen thuộc trong %d dòng đầu của trang tính; hãy xem memberstat "
		"help import",
		"no row with known column headings among the first %d of the sheet; see memberstat help import",
		ROWS_HEAD_LINES);
}

static void describe(const struct rows *rows, enum lang lang, struct buf *out)
{
	bool from_1904 = sheet_rows_in(rows)->workbook->from_1904;

	buf_puts(out, lang == LANG_VI ? "bảng tính Excel" : "Excel workbook");
	if (from_1904)
		buf_puts(out, lang == LANG_VI ? " (hệ ngày 1904)" : " (days counted from 1904)");
}

static void progress(const struct rows *rows, size_t *done, size_t *all)
{
	*done = *all = 0;
	if (sheet_rows_in(rows)->worksheet)
		worksheet_progress(sheet_rows_in(rows)->worksheet, done, all);
}

static enum status failed(const struct rows *rows, struct error *error)
{
	const struct sheet_rows *sheet = sheet_rows_in(rows);
	enum status status = input_failed(sheet->input, error);

	if (status != STATUS_DONE || sheet->status == STATUS_DONE)
		return status;
	return error_set(error, sheet->status, "%s", "%s", sheet->error.message);
}

static const char *sha256(struct rows *rows)
{
	return input_sha256(sheet_rows_of(rows)->input);
}

static void close_sheet(struct rows *rows)
{
	worksheet_close(sheet_rows_of(rows)->worksheet);
	free(rows);
}

struct rows *sheet_rows_new(struct workbook *workbook, const struct workbook_sheet *tab,
	struct input *input, enum lang lang)
{
	static const struct rows_type type = {
		.start = start,
		.next = next,
		.explain = explain,
		.describe = describe,
		.progress = progress,
		.failed = failed,
		.sha256 = sha256,
		.close = close_sheet,
	};
	struct sheet_rows *sheet = memory_get(sizeof *sheet);

	*sheet = (struct sheet_rows){
		.rows = {.type = &type, .delimiter = ',', .mark = true, .ragged = true},
		.workbook = workbook,
		.sheet = tab,
		.input = input,
		.error.lang = lang,
	};
	return &sheet->rows;
}
