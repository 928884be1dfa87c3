#include "cli/command.h"
#include "cli/database.h"
#include "base/date.h"
#include "cli/document.h"
#include "report/statement_rows.h"

#define COUNT(key_, vi_, en_)                               \
	{                                                   \
		key_, COL_COUNT, L(vi_, en_), .codes = NULL \
	}

static const struct column columns[] = {
	COUNT("id", "Số", "No."),
	{"at", COL_CODE, L("Lúc", "At"), .codes = NULL},
	{"file", COL_TEXT, L("Tệp", "File"), .codes = NULL},
	{"kind", COL_WORD, L("Loại", "Kind"), .codes = &codes_roll},
	{"sha256", COL_CODE, L("SHA-256", "SHA-256"), .codes = NULL},
	COUNT("read", "Đã đọc", "Read"),
	COUNT("added", "Thêm", "Added"),
	COUNT("updated", "Cập nhật", "Updated"),
	COUNT("unchanged", "Không đổi", "Unchanged"),
	COUNT("rejected", "Từ chối", "Rejected"),
	COUNT("skipped", "Bỏ qua", "Skipped"),
	{"undone", COL_CODE, L("Đã lùi lại", "Undone"), .codes = NULL},
};

static enum status show(
	struct db *db, const struct request *request, void *context, struct error *error)
{
	const struct sheet sheet = {.name = "log",
		.title = L("Các lần nhập dữ liệu", "Imports"),
		.as_of = date_today(),
		.columns = columns,
		.count = sizeof columns / sizeof columns[0]};
	sqlite3_stmt *statement = db_statement(db, SQL_LIST_IMPORTS, error);
	struct document document;

	(void)context;
	if (statement == NULL || document_open(&document, request, error) != STATUS_DONE)
		return error_status(error);
	return document_close(&document,
		statement_rows_give(
			db, statement, &sheet, document.renderer, &document.output, error),
		error);
}

static enum status run(const struct request *request, struct error *error)
{
	if (no_arguments(request, &cmd_log, error) != STATUS_DONE)
		return error_status(error);
	return database_use(request, DB_READ, show, NULL, error);
}

static const enum option options[] = {
	OPTION_FORMAT, OPTION_OUTPUT, OPTION_EXCEL, OPTION_NO_GUARD, OPTION_END};

static const struct example examples[] = {
	{L("Những lần nhập gần đây", "The latest imports"), PROGRAM " log | tail -n 5"},
	{.line = NULL},
};

const struct command cmd_log = {
	.name = "log",
	.summary = L("liệt kê các lần nhập dữ liệu", "list the imports made so far"),
	.usage = "",
	.options = options,
	.text = L(
		"Mỗi lần nhập đã lưu được ghi lại với thời điểm (giờ UTC), tên tệp, SHA-256 của tệp và số "
		"bản ghi theo từng kết quả.",
		"Each import that was stored, with its time (UTC), file name, the file's SHA-256 and the number "
		"of records by outcome."),
	.examples = examples,
	.run = run,
};
