#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/choice.h"
#include "cli/command.h"
#include "cli/database.h"
#include "import/import_set.h"
#include "import/importer.h"
#include "base/json.h"
#include "base/number.h"
#include "base/outfile.h"
#include "base/text.h"
#include "cli/topics.h"

#define FINDINGS_SHOWN 20

/* --- options ----------------------------------------------------------------------------------- */

static enum status read_delimiter(
	const struct request *request, struct import_options *options, struct error *error)
{
	const char *text = request_value(request, OPTION_DELIMITER);

	if (text == NULL)
		return STATUS_DONE;
	if (strcmp(text, "comma") == 0)
		options->delimiter = ',';
	else if (strcmp(text, "semicolon") == 0)
		options->delimiter = ';';
	else if (strcmp(text, "tab") == 0)
		options->delimiter = '\t';
	else if (strlen(text) == 1 && (unsigned char)text[0] < 0x80 &&
		 strchr("\"\r\n", text[0]) == NULL)
		options->delimiter = text[0];
	else
		return option_refuse(OPTION_DELIMITER, text, error);
	return STATUS_DONE;
}

static enum status read_max_errors(
	const struct request *request, struct import_options *options, struct error *error)
{
	const char *text = request_value(request, OPTION_MAX_ERRORS);
	int64_t count;

	options->max_errors = -1;
	if (text == NULL)
		return STATUS_DONE;
	if (!number_parse_count(text, &count))
		return error_set(error, STATUS_USAGE, "--max-errors %s: phải là số nguyên",
			"--max-errors %s: must be a whole number", text);
	options->max_errors = (long)count;
	return STATUS_DONE;
}

static enum status read_rejects(const struct request *request, struct import_options *options,
	const char *const *files, size_t count, struct error *error)
{
	options->rejects = request_value(request, OPTION_REJECTS);
	if (options->rejects == NULL)
		return STATUS_DONE;
	if (count > 1)
		return error_set(error, STATUS_USAGE,
			"--rejects chỉ dùng khi nhập một tệp; hãy nhập từng tệp một",
			"--rejects goes with one file; import the files one by one");
	if (outfile_same(options->rejects, files[0]))
		return error_set(error, STATUS_USAGE,
			"--rejects %s: đó chính là tệp đang nhập; hãy chọn tên khác",
			"--rejects %s: that is the file being imported; choose another name",
			options->rejects);
	return STATUS_DONE;
}

/* The first argument may be the kind; the others are files. */
static enum status read_files(const struct request *request, struct import_options *options,
	const char *const **files, size_t *count, struct error *error)
{
	enum roll_kind kind;

	*files = request->arguments;
	*count = request->argument_count;
	options->wanted.kind = ROLL_KINDS;
	if (*count > 0 && (kind = roll_find((*files)[0])) != ROLL_KINDS) {
		options->wanted.kind = kind;
		++*files;
		--*count;
	}
	if (*count == 0)
		return error_set(error, STATUS_USAGE,
			"hãy nêu tệp cần nhập, hoặc - là đầu vào chuẩn",
			"name the files to import, or - for standard input");
	return STATUS_DONE;
}

static bool has_kind_word(const struct request *request, size_t count)
{
	return count > 1 && access(request->arguments[0], F_OK) != 0 &&
	       strpbrk(request->arguments[0], "./") == NULL &&
	       strcmp(request->arguments[0], "-") != 0;
}

static enum status read_options(const struct request *request, struct import_options *options,
	const char *const **files, size_t *count, struct error *error)
{
	const char *on_error = request_value(request, OPTION_ON_ERROR);

	*options = (struct import_options){
		.encoding = request_value(request, OPTION_ENCODING),
		.skip_bad = on_error && strcmp(on_error, "skip") == 0,
		.dry_run = request_has(request, OPTION_DRY_RUN),
		.blank_clears = request_has(request, OPTION_BLANK_CLEARS),
	};
	options->wanted.maps = request->options[OPTION_MAP].values;
	options->wanted.map_count = request->options[OPTION_MAP].count;
	if (read_files(request, options, files, count, error) != STATUS_DONE ||
		read_delimiter(request, options, error) != STATUS_DONE ||
		read_max_errors(request, options, error) != STATUS_DONE)
		return error_status(error);
	if (options->wanted.kind == ROLL_KINDS && has_kind_word(request, *count))
		return choice_refuse((struct label)L("loại dữ liệu", "kind of records"),
			request->arguments[0], cmd_import.words, error);
	return read_rejects(request, options, *files, *count, error);
}

/* --- messages ---------------------------------------------------------------------------------- */

/* How messages are printed, and whether the terminal shows a line of progress at the moment. */
struct teller {
	enum lang lang;
	bool verbose, json, progress_shown;
	const char *file; /* its name in messages, control characters visible */
};

static void hide_progress(struct teller *teller)
{
	if (teller->progress_shown)
		fputs("\r\033[K", stderr);
	teller->progress_shown = false;
}

static void tell_progress(void *context, size_t done, size_t all)
{
	struct teller *teller = context;

	if (all > 0)
		fprintf(stderr, "\r%s: %zu %%\033[K", teller->file, done * 100 / all);
	else
		fprintf(stderr, "\r%s: %zu MB\033[K", teller->file, done >> 20);
	fflush(stderr);
	teller->progress_shown = true;
}

static void tell_change(void *context, long line, const char *key, const char *column,
	const char *was, const char *is)
{
	struct teller *teller = context;
	struct buf text = {0};

	hide_progress(teller);
	text_visible(&text, key, strlen(key));
	buf_printf(&text, ": %s: \"", column);
	text_visible(&text, was, strlen(was));
	buf_puts(&text, "\" → \"");
	text_visible(&text, is, strlen(is));
	fprintf(stderr, "%s:%ld: %s\"\n", teller->file, line, text.data);
	buf_release(&text);
}

static void tell_header(const struct teller *teller, const struct import *import)
{
	const struct header *header = &import->header;
	bool vi = teller->lang == LANG_VI;
	struct buf columns = {0}, form = {0};
	size_t i;

	for (i = 0; i < import->roll->count; i++)
		if (header->cell_of[i] >= 0)
			buf_printf(&columns, "%s%s", columns.len ? ", " : "",
				import->roll->fields[i].name);
	rows_describe(import->rows, teller->lang, &form);
	fprintf(stderr,
		vi ? "%s: loại %s, %s, tiêu đề ở dòng %ld, các cột: %s\n"
		   : "%s: kind %s, %s, header on line %ld, columns: %s\n",
		teller->file, import->roll->name, buf_text(&form), header->line,
		buf_text(&columns));
	buf_release(&columns);
	buf_release(&form);
}

/* Names the columns of the file that the import does not read. */
static void tell_ignored(const struct teller *teller, const struct import *import)
{
	const struct header *header = &import->header;
	bool vi = teller->lang == LANG_VI;
	struct buf text = {0};

	if (header->ignored.len) {
		text_visible(&text, header->ignored.data, header->ignored.len);
		fprintf(stderr,
			vi ? "%s:%ld: cảnh báo: bỏ qua các cột không quen thuộc: %s\n"
			   : "%s:%ld: warning: unknown columns are ignored: %s\n",
			teller->file, header->line, text.data);
	}
	buf_clear(&text);
	if (header->passed_over.len) {
		text_visible(&text, header->passed_over.data, header->passed_over.len);
		fprintf(stderr,
			vi ? "%s:%ld: cảnh báo: đã có cột mã đơn vị nên bỏ qua cột tên: %s\n"
			   : "%s:%ld: warning: the unit's code column counts, its name column is ignored: %s\n",
			teller->file, header->line, text.data);
	}
	buf_release(&text);
}

static void tell_findings(const struct teller *teller, const struct import *import)
{
	const struct findings *findings = &import->findings;
	size_t i;

	for (i = 0; i < findings->count && i < FINDINGS_SHOWN; i++) {
		const struct finding *finding = &findings->list[i];

		fprintf(stderr, "%s:%ld: %s%s%s\n", teller->file, finding->line,
			finding->column ? finding->column : "", finding->column ? ": " : "",
			finding->message);
	}
	if (findings->total > FINDINGS_SHOWN)
		fprintf(stderr,
			teller->lang == LANG_VI
				? "%s: … và %zu lỗi nữa (--rejects TỆP ghi lại mọi dòng bị từ "
				  "chối)\n"
				: "%s: … and %zu more (--rejects FILE writes every rejected "
				  "row)\n",
			teller->file, findings->total - FINDINGS_SHOWN);
}

static void tell_counts(const struct teller *teller, const struct import *import)
{
	const struct import_counts *counts = &import->counts;
	bool vi = teller->lang == LANG_VI;

	fprintf(stderr,
		vi ? "%s: %s: đọc %ld = thêm %ld + cập nhật %ld + không đổi %ld + từ chối %ld + bỏ qua %ld; %s\n"
		   : "%s: %s: read %ld = added %ld + updated %ld + unchanged %ld + rejected %ld + skipped "
		     "%ld; %s\n",
		teller->file,
		import->roll ? label_in(import->roll->label, teller->lang)
			     : (vi ? "không rõ" : "unknown"),
		counts->read, counts->added, counts->updated, counts->unchanged, counts->rejected,
		counts->skipped,
		import->stored ? (vi ? "đã lưu" : "stored")
		: import->options.dry_run
			? (vi ? "chạy thử, không lưu gì" : "dry run, nothing stored")
			: (vi ? "không lưu gì" : "nothing stored"));
}

static void write_json(const struct import *import, const char *file)
{
	const struct import_counts *counts = &import->counts;
	const struct findings *findings = &import->findings;
	struct buf out = {0};
	size_t i;

	buf_puts(&out, "{\"file\":");
	json_text(&out, file);
	buf_puts(&out, ",\"kind\":");
	json_text(&out, import->roll ? import->roll->name : NULL);
	buf_printf(&out,
		",\"read\":%ld,\"added\":%ld,\"updated\":%ld,\"unchanged\":%ld,\"rejected\":%ld,"
		"\"skipped\":%ld,\"stored\":%s,\"errors\":[",
		counts->read, counts->added, counts->updated, counts->unchanged, counts->rejected,
		counts->skipped, import->stored ? "true" : "false");
	for (i = 0; i < findings->count; i++) {
		const struct finding *finding = &findings->list[i];

		buf_printf(&out, "%s{\"line\":%ld,\"column\":", i ? "," : "", finding->line);
		json_text(&out, finding->column);
		buf_puts(&out, ",\"code\":");
		json_text(&out, finding_code_name(finding->code));
		buf_puts(&out, ",\"message\":");
		json_text(&out, finding->message);
		buf_puts(&out, "}");
	}
	buf_puts(&out, "]}\n");
	fwrite(out.data, 1, out.len, stdout);
	buf_release(&out);
}

/* --- running ----------------------------------------------------------------------------------- */

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
	tell_findings(teller, import);
	tell_counts(teller, import);
	if (import->same_as)
		fprintf(stderr,
			teller->lang == LANG_VI
				? "%s: đúng tệp này đã được nhập ngày %s (lần nhập %lld)\n"
				: "%s: this very file was imported on %s (import %lld)\n",
			teller->file, import->same_on, (long long)import->same_as);
	if (teller->json)
		write_json(import, import->file);
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

/* Sheets of a workbook that are no imports. */
static void tell_passed(const struct teller *teller, const struct import_set *set)
{
	static const struct label why[] = {
		[PASSED_HIDDEN] = L("trang tính ẩn, bỏ qua (--sheet TÊN để nhập)",
			"a hidden sheet, passed over (--sheet NAME imports it)"),
		[PASSED_CHART] =
			L("không phải trang tính có ô, bỏ qua", "no sheet of cells, passed over"),
		[PASSED_NO_HEADER] =
			L("không có dòng tiêu đề cột quen thuộc, bỏ qua trang tính này",
				"no row of known column headings, the sheet is passed over"),
		[PASSED_KIND] = L("trang tính chứa loại dữ liệu khác, bỏ qua",
			"a sheet of other records, passed over"),
	};
	size_t i;

	for (i = 0; i < set->passed_count; i++) {
		struct buf file = {0};

		text_visible(&file, set->passed[i].file, strlen(set->passed[i].file));
		fprintf(stderr, "%s: %s\n", buf_text(&file),
			label_in(why[set->passed[i].why], teller->lang));
		buf_release(&file);
	}
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

/* Imports one of the set. *rejects_used: an import before it has filled the file of --rejects. */
static enum status import_next(struct import *import, struct db *db, struct teller *teller,
	bool *rejects_used, struct error *error)
{
	struct buf path = {0};
	enum status status;

	if (*rejects_used && import->tables) {
		name_rejects(&path, import);
		import->options.rejects = path.data;
		import->options.rejects_if_any = true;
	}
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
	if (read_options(request, &options, &files, &count, error) != STATUS_DONE)
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
	OPTION_REJECTS, OPTION_BLANK_CLEARS, OPTION_ENCODING, OPTION_DELIMITER, OPTION_SHEET,
	OPTION_MAP, OPTION_VERBOSE, OPTION_FORMAT, OPTION_END};

static const struct example examples[] = {
	{L("Nhập cả bộ dữ liệu của huyện", "Import the whole set of a district"),
		PROGRAM " import units.csv population.csv plans.csv members.csv"},
	{L("Nhập mọi trang của một bảng tính Excel", "Import all sheets of an Excel workbook"),
		PROGRAM " import so-lieu.xlsx"},
	{L("Xem thử, chưa lưu gì", "Try it without storing anything"),
		PROGRAM " import --dry-run dang-vien.csv"},
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
