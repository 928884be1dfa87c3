#include "cli/command.h"

#include <string.h>

#include "base/choice.h"

#ifdef WITH_XLSX
#define FORMATS "table|csv|tsv|json|markdown|html|xlsx"
#else
#define FORMATS "table|csv|tsv|json|markdown|html"
#endif

const struct option_entry option_table[OPTION_COUNT] = {
	[OPTION_DB] = {.name = "db",
		.value = "FILE",
		.help = L("tệp cơ sở dữ liệu (mặc định: $MEMBERSTAT_DB, không có thì tệp trong thư "
			  "mục dữ liệu của người dùng)",
			"database file (default: $MEMBERSTAT_DB, else the one in your data "
			"folder)")},
	[OPTION_LANG] = {.name = "lang",
		.value = "vi|en",
		.choices = "vi|en",
		.help = L("ngôn ngữ của thông báo, tiêu đề và trợ giúp (mặc định: theo hệ thống)",
			"language of messages, headings and help (default: the system's)")},
	[OPTION_HELP] = {.name = "help",
		.letter = 'h',
		.help = L("hiện trợ giúp này", "show this help")},
	[OPTION_VERSION] = {.name = "version",
		.letter = 'V',
		.help = L("hiện số phiên bản", "show the version")},

	[OPTION_FORMAT] = {.name = "format",
		.value = "FORMAT",
		.choices = FORMATS,
		.rule = CHOICE_LIST,
		.help = L("dạng kết quả", "form of the output")},
	[OPTION_OUTPUT] = {.name = "output",
		.letter = 'o',
		.value = "FILE",
		.help = L("ghi kết quả vào FILE thay vì ra đầu ra chuẩn; tệp cũ chỉ bị thay khi đã "
			  "ghi xong toàn bộ",
			"write to FILE instead of standard output; an old file is replaced only "
			"when all is written")},
	[OPTION_EXCEL] = {.name = "excel",
		.help = L("csv mở thẳng bằng Excel: có BOM, phân cách bằng dấu chấm phẩy, dấu phẩy "
			  "thập phân, tiêu đề cột theo ngôn ngữ đã chọn",
			"csv that Excel opens directly: BOM, semicolons, decimal commas, headings "
			"in the chosen language")},
	[OPTION_NO_GUARD] = {.name = "no-guard",
		.help = L("không thêm dấu ' trước văn bản mà bảng tính có thể hiểu là công thức",
			"do not put ' before text that a spreadsheet could take for a formula")},

	[OPTION_AS_OF] = {.name = "as-of",
		.value = "DATE",
		.help = L("số liệu có đến ngày DATE (mặc định: hôm nay)",
			"date of the figures (default: today)")},
	[OPTION_FROM] = {.name = "from",
		.value = "DATE",
		.help = L("ngày đầu kỳ báo cáo (mặc định: ngày 01/01 cùng năm với --as-of)",
			"first day of the period (default: 1 January of the --as-of year)")},
	[OPTION_TO] = {.name = "to",
		.value = "DATE",
		.help = L("ngày cuối kỳ báo cáo, tính cả ngày đó (mặc định: ngày --as-of)",
			"last day of the period, inclusive (default: the --as-of date)")},
	[OPTION_UNIT] = {.name = "unit",
		.value = "CODE",
		.listed = "units",
		.help = L("tính đơn vị này và mọi đơn vị trực thuộc (mặc định: toàn đảng bộ)",
			"this unit and all below it (default: the whole committee)")},
	[OPTION_TREE] = {.name = "tree",
		.value = "DATE",
		.help = L(
			"tính mọi ngày theo cây đơn vị của ngày DATE (mặc định: theo cây của chính "
			"từng ngày)",
			"count every day on the tree of units of DATE (default: each day on its own)")},
	[OPTION_DEPTH] = {.name = "depth",
		.value = "N|all",
		.choices = "all",
		.rule = CHOICE_OPEN,
		.help = L("số cấp trực thuộc được liệt kê, all là tất cả (mặc định: 1)",
			"how many levels below it are listed, all of them with all (default: 1)")},
	[OPTION_PLAN] = {.name = "plan",
		.value = "CODE",
		.listed = "plans",
		.help = L("kế hoạch để đối chiếu (mặc định: kế hoạch đang thực hiện vào ngày lấy "
			  "số liệu)",
			"plan to measure against (default: the one whose term contains the date)")},
	[OPTION_YEAR] = {.name = "year",
		.value = "YYYY",
		.help = L("tính theo chỉ tiêu của một năm, từ 01/01 đến 31/12",
			"measure by the target of one year, 1 January to 31 December")},
	[OPTION_ALL] = {.name = "all",
		.help = L("liệt kê cả đơn vị chưa được giao chỉ tiêu",
			"list the units without a target too")},
	[OPTION_BY] = {.name = "by",
		.value = "FIELD",
		.choices = "gender|age|ethnicity|religion|occupation|education|theory|party_age|"
			   "status|kind",
		.help = L("tiêu chí phân nhóm đảng viên", "what the members are grouped by")},
	[OPTION_OF] = {.name = "of",
		.value = "WHOM",
		.choices = "members|admitted",
		.help = L("tính đảng viên có đến ngày lấy số liệu (members, mặc định) hay đảng "
			  "viên kết nạp trong kỳ (admitted)",
			"count the members on the date (the default) or those admitted in the "
			"period")},
	[OPTION_EVERY] = {.name = "every",
		.value = "PERIOD",
		.choices = "month|quarter|year",
		.help = L("mỗi dòng là một tháng, một quý hoặc một năm",
			"one row for each month, quarter or year")},
	[OPTION_WITHIN] = {.name = "within",
		.value = "DAYS",
		.help = L("chỉ gồm người đến hạn trong DAYS ngày tới và người đã quá hạn",
			"only those due within DAYS days and those overdue")},
	[OPTION_MONTHS] = {.name = "months",
		.value = "N",
		.help = L("liệt kê chi bộ từ N tháng trở lên không kết nạp được đảng viên (mặc "
			  "định: 12)",
			"list the cells that admitted nobody for N months or more (default: 12)")},
	[OPTION_COMPARE] = {.name = "compare",
		.value = "last-year",
		.choices = "last-year",
		.help = L(
			"so sánh với cùng kỳ năm trước", "compare with the same period last year")},
	[OPTION_SORT] = {.name = "sort",
		.value = "key|name",
		.choices = "key|name",
		.help = L("sắp xếp theo mã (key) hoặc theo tên, đúng thứ tự tiếng Việt (name)",
			"order by the key or by name, names in Vietnamese order")},

	[OPTION_ENCODING] = {.name = "encoding",
		.value = "NAME",
		.choices = "utf-8|utf-16le|utf-16be|cp1258|tcvn3|vni",
		.rule = CHOICE_OPEN,
		.help = L("bảng mã của tệp (mặc định: tự nhận ra UTF-8 và UTF-16 có BOM)",
			"encoding of the file (default: UTF-8, and UTF-16 with a byte order mark, "
			"are found)")},
	[OPTION_DELIMITER] = {.name = "delimiter",
		.value = "CHAR",
		.choices = "comma|semicolon|tab",
		.rule = CHOICE_OPEN,
		.help = L("dấu phân cách các ô: tên gọi hoặc chính ký tự đó (mặc định: tự nhận ra)",
			"what stands between the cells: its name or the character itself (default: "
			"found)")},
	[OPTION_SHEET] = {.name = "sheet",
		.value = "NAME",
		.help = L("chỉ nhập trang tính NAME của bảng tính Excel, kể cả trang ẩn (mặc định: "
			  "mọi trang đang hiện có tiêu đề cột quen thuộc)",
			"import the sheet NAME of an Excel workbook alone, also a hidden one (default: "
			"all that can be seen and have known column headings)")},
	[OPTION_MAP] = {.name = "map",
		.value = "COLUMN=HEADER",
		.repeats = true,
		.help = L("lấy cột COLUMN từ cột có tiêu đề HEADER trong tệp",
			"take COLUMN from the column of the file that is headed HEADER")},
	[OPTION_ON_ERROR] = {.name = "on-error",
		.value = "stop|skip",
		.choices = "stop|skip",
		.help = L("khi có dòng sai: không lưu gì (stop, mặc định) hoặc chỉ lưu các dòng "
			  "đúng (skip)",
			"at a wrong row: store nothing (stop, the default) or only the good rows "
			"(skip)")},
	[OPTION_MAX_ERRORS] = {.name = "max-errors",
		.value = "N",
		.help = L("dùng với --on-error=skip: quá N dòng sai thì không lưu gì",
			"with --on-error=skip: store nothing when more than N rows are wrong")},
	[OPTION_REJECTS] = {.name = "rejects",
		.value = "FILE",
		.help = L("ghi các dòng sai kèm nguyên nhân vào FILE",
			"write the wrong rows and their faults to FILE")},
	[OPTION_DRY_RUN] = {.name = "dry-run",
		.help = L("chạy thử: kiểm tra đầy đủ nhưng không lưu gì",
			"try it: check everything and store nothing")},
	[OPTION_COMPLETE] = {.name = "complete",
		.value = "CODE",
		.help = L(
			"tệp là toàn bộ danh sách của đơn vị CODE và các đơn vị bên dưới vào ngày --as-of "
			"(mặc định: hôm nay): nêu những đảng viên không có trong tệp",
			"the file is the whole list of the unit CODE and all below it on --as-of (default: "
			"today): tell the members who are not in it")},
	[OPTION_BLANK_CLEARS] = {.name = "blank-clears",
		.help = L("ô trống xóa giá trị đã lưu (mặc định: giữ nguyên)",
			"an empty cell erases the stored value (default: it stays)")},
	[OPTION_REWRITE_HISTORY] = {.name = "rewrite-history",
		.help = L(
			"cho phép dòng của units.csv sửa loại hình hoặc đơn vị cấp trên của những "
			"ngày đã qua (để sửa chỗ đã ghi sai)",
			"let rows of units.csv change the kind or parent of days that are past (to "
			"mend a mistake)")},
	[OPTION_ALLOW_TWINS] = {.name = "allow-twins",
		.help = L("nhận cả mã mới chỉ khác mã khác ở số 0 đứng đầu, chữ hoa chữ thường "
			  "hoặc chữ trông giống nhau",
			"take new codes that differ from others only by leading zeros, case or "
			"letters that look alike")},
	[OPTION_FOR] = {.name = "for",
		.value = "FILE",
		.help = L("điền sẵn các đơn vị mà FILE nêu nhưng chưa có trong cơ sở dữ liệu",
			"fill in the units that FILE names and the database does not have")},
	[OPTION_VERBOSE] = {.name = "verbose",
		.help = L(
			"cho biết bảng mã, dấu phân cách, dòng tiêu đề đã nhận ra và từng giá trị "
			"thay đổi",
			"tell the encoding, delimiter and header line that were found, and each "
			"value that changes")},

	[OPTION_MONTH] = {.name = "month",
		.value = "YYYY-MM",
		.help = L("tháng báo cáo (mặc định: tháng vừa hết)",
			"the month of the reports (default: the last that has ended)")},
	[OPTION_DIR] = {.name = "dir",
		.value = "DIR",
		.help = L("nơi tạo thư mục của tháng", "where the folder of the month is made")},
	[OPTION_FORCE] = {.name = "force",
		.help = L("ghi đè tệp đã có", "replace files that exist")},

	[OPTION_STRICT] = {.name = "strict",
		.help = L("chỉ có cảnh báo cũng kết thúc với mã 5",
			"warnings alone end with status 5 too")},

	[OPTION_MAN] = {.name = "man",
		.help = L("in toàn bộ tài liệu hướng dẫn dưới dạng trang man (mdoc)",
			"print the whole manual as a man page (mdoc)")},
};

const enum option options_global[] = {
	OPTION_DB, OPTION_LANG, OPTION_HELP, OPTION_VERSION, OPTION_END};

enum status option_refuse(enum option option, const char *value, struct error *error)
{
	const struct option_entry *entry = &option_table[option];
	struct buf quoted = {0}, advice = {0};

	choice_quote(&quoted, value, strlen(value));
	if (entry->choices)
		choice_advise(&advice, entry->choices, value, error->lang);
	error_set(error, STATUS_USAGE, "--%s không nhận giá trị %s%s", "--%s does not take %s%s",
		entry->name, buf_text(&quoted), buf_text(&advice));
	buf_release(&quoted);
	buf_release(&advice);
	return STATUS_USAGE;
}
