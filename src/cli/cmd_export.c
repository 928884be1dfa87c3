#include <stdlib.h>
#include <string.h>

#include "cli/command.h"
#include "cli/database.h"
#include "base/date.h"
#include "report/export.h"
#include "cli/query_options.h"

#define FORMATS_MAX 16

/* The last day of the last month that has ended. */
static int last_month_end(void)
{
	int today = date_today(), year, month, day;

	date_civil(today, &year, &month, &day);
	return today - day;
}

/* Reads YYYY-MM, or NULL for the last month that has ended; *last is the last day of that month. */
static enum status read_month(const char *text, int *last, struct error *error)
{
	int birth, year, month;

	*last = last_month_end();
	if (text == NULL)
		return STATUS_DONE;
	if (date_parse_birth(text, &birth) != DATE_OK || birth % 100 != 0 || birth / 100 % 100 == 0)
		return error_set(error, STATUS_USAGE,
			"--month %s: không phải là tháng; hãy ghi như 2022-04",
			"--month %s: not a month; write 2022-04", text);
	year = birth / 10000;
	month = birth / 100 % 100;
	if (date_day(year, month, 1) > date_today())
		return error_set(error, STATUS_USAGE, "--month %s: tháng này chưa đến",
			"--month %s: this month has not begun yet", text);
	*last = (month == 12 ? date_day(year + 1, 1, 1) : date_day(year, month + 1, 1)) - 1;
	return STATUS_DONE;
}

/* The formats that --format names, each once; csv without the option. */
static enum status read_formats(const struct request *request,
	const struct renderer *formats[FORMATS_MAX], struct error *error)
{
	const char *list = request_value(request, OPTION_FORMAT);
	bool csv = false;
	size_t count = 0;

	for (size_t i = 0; renderers[i] && count < FORMATS_MAX - 1; i++) {
		const char *name = renderers[i]->name, *at = list ? list : "csv";

		while (at && !(strncmp(at, name, strlen(name)) == 0 &&
				     strchr(",", at[strlen(name)]) != NULL))
			at = strchr(at, ',') ? strchr(at, ',') + 1 : NULL;
		if (at == NULL)
			continue;
		formats[count++] = renderers[i];
		csv = csv || renderers[i] == &render_csv;
	}
	formats[count] = NULL;
	if (request_has(request, OPTION_EXCEL) && !csv)
		return error_set(error, STATUS_USAGE, "--excel chỉ dùng với --format csv",
			"--excel goes with --format csv only");
	return STATUS_DONE;
}

static enum status settle(const struct request *request, struct query *query,
	struct month_export *export, const struct renderer *formats[FORMATS_MAX],
	struct error *error)
{
	int year, ignored;

	export->dir = request_value(request, OPTION_DIR);
	export->program = PROGRAM;
	if (request->argument_count > 0 || export->dir == NULL)
		return error_set(error, STATUS_USAGE, "cần nêu thư mục: --dir DIR",
			"name the folder: --dir DIR");
	if (query_read(query, request, error) != STATUS_DONE ||
		read_month(request_value(request, OPTION_MONTH), &query->as_of, error) !=
			STATUS_DONE ||
		read_formats(request, formats, error) != STATUS_DONE)
		return error_status(error);
	query->to = query->as_of;
	date_civil(query->as_of, &year, &ignored, &ignored);
	query->from = date_day(year, 1, 1);
	export->query = query;
	export->formats = formats;
	export->options = (struct render_options){.lang = request->lang,
		.guard = !request_has(request, OPTION_NO_GUARD),
		.excel = request_has(request, OPTION_EXCEL)};
	export->replace = request_has(request, OPTION_FORCE);
	return STATUS_DONE;
}

static enum status run(const struct request *request, struct error *error)
{
	const struct renderer *formats[FORMATS_MAX];
	struct query query;
	struct month_export export = {0};
	enum status status;
	struct db db;

	if (settle(request, &query, &export, formats, error) != STATUS_DONE)
		return error_status(error);
	if ((status = database_open(request, DB_READ, &db, error)) == STATUS_DONE &&
		(status = db_snapshot(&db, error)) == STATUS_DONE)
		status = export_month(&db, &export, error);
	db_close(&db, true);
	return status;
}

static const enum option options[] = {OPTION_MONTH, OPTION_DIR, OPTION_FORMAT, OPTION_FORCE,
	OPTION_UNIT, OPTION_PLAN, OPTION_EXCEL, OPTION_NO_GUARD, OPTION_END};

static const struct example examples[] = {
	{L("Bộ báo cáo tháng 4/2022", "The reports of April 2022"),
		PROGRAM " export --month 2022-04 --dir ~/bc"},
	{L("Dòng crontab: 6 giờ ngày 01 hằng tháng, báo cáo của tháng vừa hết",
		 "A crontab line: at 6 on the 1st of each month, the month that has ended"),
		"0 6 1 * * " INSTALLED " export --dir ~/bc"},
	{L("Kèm trang html và bảng tính", "With html pages and workbooks as well"),
		PROGRAM " export --month 2022-04 --dir ~/bc --format csv,html,xlsx"},
	{.line = NULL},
};

static const struct topic topics[] = {
	{L("Các tệp của tháng", "The files of a month"),
		L("summary, ratio, progress, movement (trong tháng), movement-year (từ 01/01 đến "
		  "hết tháng), structure-FIELD cho từng tiêu chí, trend (từ đầu kế hoạch, theo "
		  "tháng), probation, idle, forecast, mỗi báo cáo một tệp có đuôi theo dạng, và "
		  "manifest.json. Tháng không có kế hoạch nào thì không có progress và forecast; "
		  "manifest.json ghi điều đó trong left_out.\n"
		  "\n"
		  "manifest.json cho biết tháng, đơn vị, kế hoạch, lần nhập dữ liệu cuối cùng có "
		  "thay đổi, phiên bản chương trình, và số dòng cùng SHA-256 của từng tệp. Trong "
		  "đó không có giờ xuất: số liệu như nhau cho ra các tệp giống nhau từng byte. Để "
		  "kiểm tra các tệp, trong thư mục của tháng:\n"
		  "\n"
		  "	jq -r '.files[] | .sha256 + \"  \" + .file' manifest.json |\n"
		  "	sha256sum -c",
			"summary, ratio, progress, movement (of the month), movement-year (1 "
			"January to the month's end), structure-FIELD for every field, trend (the "
			"plan's term so far, by month), probation, idle, forecast, a file each "
			"with the ending of its format, and manifest.json. In a month without a "
			"plan there is no progress and no forecast; manifest.json names them in "
			"left_out.\n"
			"\n"
			"manifest.json tells the month, the unit, the plan, the last import that "
			"changed something, the program's version, and the rows and the SHA-256 of "
			"each file. It does not tell when it was written: the same data gives the "
			"same bytes. To check the files, in the folder of the month:\n"
			"\n"
			"	jq -r '.files[] | .sha256 + \"  \" + .file' manifest.json |\n"
			"	sha256sum -c"),
		.entry = NULL},
	{.heading = {NULL, NULL}},
};

const struct command cmd_export = {
	.name = "export",
	.summary = L("ghi cả bộ báo cáo của một tháng thành tệp",
		"write the whole set of a month's reports into files"),
	.usage = "[--month YYYY-MM] --dir DIR",
	.options = options,
	.text = L("Số liệu tính đến ngày cuối tháng và được ghi vào thư mục DIR/YYYY-MM, chỉ chủ "
		  "sở hữu đọc được. Thư mục của tháng chỉ xuất hiện khi đã đủ mọi tệp. Tháng đã có "
		  "và không khác thì giữ nguyên; nếu khác thì kết thúc với mã 1 và nêu tên các tệp "
		  "khác, --force mới thay. Tháng chưa đến không xuất được. Tệp là csv, trừ khi "
		  "--format nêu dạng khác, cách nhau bằng dấu phẩy. Khi không có gì trục trặc, "
		  "lệnh không in gì.",
		"The figures are as of the month's last day and go to the folder DIR/YYYY-MM, "
		"which only its owner can read. The folder of the month appears when all its files "
		"are there. A month that stands there and is the same is left alone; one that "
		"differs ends with status 1 and the names of the files, and --force replaces it. A "
		"month that has not begun is refused. The files are csv unless --format names "
		"other forms, commas between. Nothing is printed when all is well."),
	.examples = examples,
	.topics = topics,
	.run = run,
};
