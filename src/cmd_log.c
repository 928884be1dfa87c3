#include <stdlib.h>

#include "command.h"
#include "date.h"
#include "db.h"
#include "page.h"
#include "rows.h"

#define COUNT(key_, vi_, en_) {key_, COL_COUNT, L(vi_, en_), .book = NULL}

static const struct column columns[] = {
	COUNT("id", "Số", "No."),
	{"at", COL_CODE, L("Lúc", "At"), .book = NULL},
	{"file", COL_TEXT, L("Tệp", "File"), .book = NULL},
	{"kind", COL_WORD, L("Loại", "Kind"), .book = &book_roll},
	{"sha256", COL_CODE, L("SHA-256", "SHA-256"), .book = NULL},
	COUNT("read", "Đã đọc", "Read"),
	COUNT("added", "Thêm", "Added"),
	COUNT("updated", "Cập nhật", "Updated"),
	COUNT("unchanged", "Không đổi", "Unchanged"),
	COUNT("rejected", "Từ chối", "Rejected"),
	COUNT("skipped", "Bỏ qua", "Skipped"),
	{"undone", COL_CODE, L("Đã lùi lại", "Undone"), .book = NULL},
};

static enum status show(struct db *db, struct page *page, struct error *error)
{
	const struct sheet sheet = {.name = "log",
		.title = L("Các lần nhập dữ liệu", "Imports"),
		.as_of = date_today(),
		.columns = columns,
		.count = sizeof columns / sizeof columns[0]};
	sqlite3_stmt *statement = db_statement(db, SQL_LIST_IMPORTS, error);

	if (statement == NULL)
		return error->status;
	return rows_give(db, statement, &sheet, page->renderer, &page->output, error);
}

static enum status run(const struct request *request, struct error *error)
{
	struct page page;
	struct db db = {0};
	enum status status;
	char *path;

	if (request->argument_count > 0)
		return error_set(error, STATUS_USAGE, "log không nhận tham số nào",
			"log takes no arguments");
	path = db_path(request_value(request, OPTION_DB), error);
	if (path == NULL)
		return error->status;
	status = db_open(&db, path, DB_READ, error);
	if (status == STATUS_DONE && (status = page_open(&page, request, error)) == STATUS_DONE)
		status = page_close(&page, show(&db, &page, error), error);
	db_close(&db, true);
	free(path);
	return status;
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
	.text = L("Mỗi lần nhập đã lưu được ghi lại với thời điểm (giờ UTC), tên tệp, SHA-256 của tệp và số "
		  "bản ghi theo từng kết quả.",
		"Each import that was stored, with its time (UTC), file name, the file's SHA-256 and the number "
		"of records by outcome."),
	.examples = examples,
	.run = run,
};
