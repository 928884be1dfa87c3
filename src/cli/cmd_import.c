#include <string.h>
#include <unistd.h>

#include "base/outfile.h"
#include "base/text.h"
#include "cli/command.h"
#include "cli/database.h"
#include "cli/import_options.h"
#include "cli/import_teller.h"
#include "cli/topics.h"
#include "import/importer.h"

static enum status run_and_tell(
	struct import *import, struct db *db, struct teller *teller, struct error *error)
{
	enum status status = import_resume(import, error);

	if (status != STATUS_DONE)
		return status;
	if (import->roll) {
		if (teller->verbose || import->options.dry_run)
			tell_header(teller, import);
		tell_ignored(teller, import);
	}
	status = import_run(import, db, error);
	hide_progress(teller);
	if (status != STATUS_DONE && status != STATUS_REJECTED)
		return status;
	tell_rows_passed(teller, import);
	tell_findings(teller, import);
	tell_unknown(teller, import);
	tell_account(teller, import);
	if (status == STATUS_REJECTED)
		error->message[0] = '\0'; /* everything was printed above */
	return status;
}

static enum status import_one(
	struct import *import, struct db *db, struct teller *teller, struct error *error)
{
	struct buf file = {0};
	enum status status;

	text_visible(&file, import->file, strlen(import->file));
	teller->file = buf_text(&file);
	status = run_and_tell(import, db, teller, error);
	buf_release(&file);
	return status;
}

/* Where the rejected rows of a sheet go when those of another have got the file: to FILE-SHEET. */
static void name_rejects(struct buf *path, const struct import *import)
{
	const struct workbook_sheet *sheet = tables_sheet(import->tables, import->table);
	const char *letter;

	buf_printf(path, "%s-", import->options.rejects);
	for (letter = sheet->name; *letter; letter++)
		buf_putc(path, *letter == '/' || (unsigned char)*letter < ' ' ? '_' : *letter);
}

/* Such a name may be that of a file that must not be written over. */
static enum status check_rejects(
	const struct import *import, const struct db *db, struct error *error)
{
	const char *path = import->options.rejects;

	if (!outfile_same(path, tables_path(import->tables)) && !outfile_same(path, db->path))
		return STATUS_DONE;
	return error_set(error, STATUS_USAGE,
		"--rejects: các dòng bị từ chối của trang tính này sẽ ghi đè lên %s; hãy chọn tên khác",
		"--rejects: the rejected rows of this sheet would replace %s; choose another name",
		path);
}

/* Imports one of the set. *rejects_used: an import before it has filled the file of --rejects. */
static enum status import_next(struct import *import, struct db *db, struct teller *teller,
	bool *rejects_used, struct error *error)
{
	struct buf path = {0};
	enum status status = STATUS_DONE;

	if (*rejects_used && import->tables && import->options.rejects) {
		name_rejects(&path, import);
		import->options.rejects = path.data;
		import->options.rejects_if_any = true;
		status = check_rejects(import, db, error);
	}
	if (status == STATUS_DONE)
		status = import_one(import, db, teller, error);
	*rejects_used = *rejects_used || import->counts.rejected > 0;
	buf_release(&path);
	return status;
}

static enum status import_all(const struct import_set *set, struct teller *teller,
	const struct request *request, struct error *error)
{
	struct db db;
	enum status status = database_open(request, DB_CREATE, &db, error);
	bool stored = false, rejects_used = false;
	size_t i;

	if (status == STATUS_DONE && set->count > 1 && set->list[0].options.complete)
		status = error_set(error, STATUS_USAGE,
			"--complete chỉ dùng khi nhập một danh sách; hãy chọn trang tính bằng --sheet TÊN",
			"--complete goes with one list; choose its sheet with --sheet NAME");
	if (status == STATUS_DONE && set->list[0].options.dry_run)
		status = db_begin(&db, error);
	for (i = 0; i < set->count && status == STATUS_DONE; i++) {
		struct import *import = &set->list[i];

		status = import_next(import, &db, teller, &rejects_used, error);
		stored = stored || import->stored;
		/* Rows that --on-error=skip leaves out do not end the run; a file that was not
		 * stored does. */
		if (status == STATUS_REJECTED && i + 1 < set->count && import->accepted)
			status = STATUS_DONE;
	}
	for (i = 0; i < set->count && status == STATUS_DONE; i++)
		if (set->list[i].counts.rejected > 0)
			status = STATUS_REJECTED;
	db_rollback(&db);
	if (db.created && stored)
		tell_created(teller, &db);
	db_close(&db, stored);
	return status;
}

static enum status run(const struct request *request, struct error *error)
{
	const char *format = request_value(request, OPTION_FORMAT);
	struct teller teller = {.lang = request->lang,
		.verbose = request_has(request, OPTION_VERBOSE),
		.json = format != NULL};
	struct import_options options;
	struct import_set set;
	const char *const *files;
	size_t count;
	enum status status;

	if (format && strcmp(format, "json") != 0)
		return error_set(error, STATUS_USAGE, "import chỉ có --format json",
			"import has --format json only");
	if (import_options_read(request, cmd_import.words, &options, &files, &count, error) !=
		STATUS_DONE)
		return error_status(error);
	options.context = &teller;
	options.changed = teller.verbose ? tell_change : NULL;
	options.progress = isatty(STDERR_FILENO) ? tell_progress : NULL;
	status = import_set_open(&set, files, count, &options, request_value(request, OPTION_SHEET),
		request->lang, error);
	if (status == STATUS_DONE) {
		tell_passed(&teller, &set);
		status = import_all(&set, &teller, request, error);
	}
	import_set_close(&set);
	return status;
}

static const enum option options_taken[] = {OPTION_DRY_RUN, OPTION_ON_ERROR, OPTION_MAX_ERRORS,
	OPTION_REJECTS, OPTION_COMPLETE, OPTION_AS_OF, OPTION_BLANK_CLEARS, OPTION_ALLOW_TWINS,
	OPTION_REWRITE_HISTORY, OPTION_ENCODING, OPTION_DELIMITER, OPTION_SHEET, OPTION_MAP,
	OPTION_VERBOSE, OPTION_FORMAT, OPTION_END};

static const struct example examples[] = {
	{L("Nhập cả bộ dữ liệu của huyện", "Import the whole set of a district"),
		PROGRAM " import units.csv population.csv plans.csv members.csv"},
	{L("Nhập mọi trang của một bảng tính Excel", "Import all sheets of an Excel workbook"),
		PROGRAM " import so-lieu.xlsx"},
	{L("Xem thử, chưa lưu gì", "Try it without storing anything"),
		PROGRAM " import --dry-run dang-vien.csv"},
	{L("Danh sách tháng này của chi bộ C1: ai không còn trong đó",
		 "This month's list of the cell C1: who is not in it any more"),
		PROGRAM " import members --complete C1 --as-of 2022-04-30 c1.csv"},
	{L("Lưu các dòng đúng, ghi các dòng sai ra một tệp để sửa",
		 "Store the good rows, and write the bad ones to a file to mend"),
		PROGRAM " import --on-error=skip --rejects sai.csv dang-vien.csv"},
	{.line = NULL},
};

const struct command cmd_import = {
	.name = "import",
	.summary = L("nhập đơn vị, dân số, kế hoạch, đảng viên từ tệp CSV hoặc bảng tính Excel",
		"load units, population, plans and members from CSV or Excel workbooks"),
	.usage = "[units|population|plans|members] FILE...",
	.options = options_taken,
	.text = L("Loại dữ liệu được nhận ra từ dòng tiêu đề cột. Hoặc cả tệp được lưu, hoặc không "
		  "dòng nào "
		  "được lưu: một dòng sai thì không có gì thay đổi, và mỗi lỗi được nêu rõ tệp, "
		  "dòng, cột. "
		  "Nhập lại cùng một tệp không làm thay đổi gì. - là đầu vào chuẩn. --format json, "
		  "không có dạng "
		  "nào khác, in số đếm cho máy đọc.",
		"The kind of records is found from the header. All of a file is stored or nothing: "
		"with one bad "
		"row nothing changes, and each fault is told with file, line and column. Importing "
		"the same file "
		"again changes nothing. - is standard input. --format json, no other form, prints "
		"the counts for "
		"machines."),
	.examples = examples,
	.topics = topics_import,
	.words = "units|population|plans|members",
	.run = run,
};
