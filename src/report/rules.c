#include "report/rules.h"

#include <string.h>

#include "base/buf.h"
#include "base/date.h"
#include "report/statement_rows.h"

const struct rule rules[] = {
	{"few_official", SEVERITY_ERROR, SQL_CHECK_FEW_OFFICIAL,
		L("chỉ có {1} đảng viên chính thức; chi bộ phải có ít nhất 3",
			"only {1} official members; a cell must have at least 3"),
		L("Điều lệ Đảng, Điều 24", "Party Charter, article 24"),
		L("Xét chi bộ và chi bộ cơ sở đang hoạt động",
			"Cells and grassroots cells that are open")},
	{"small_committee", SEVERITY_WARNING, SQL_CHECK_SMALL_COMMITTEE,
		L("đảng bộ cơ sở chỉ có {1} đảng viên; dưới 30 thì lập chi bộ cơ sở, trừ khi cấp "
		  "trên đồng ý",
			"a committee of {1} members; under 30 it should be a grassroots cell, "
			"unless the superior committee agrees"),
		L("Điều lệ Đảng, Điều 21", "Party Charter, article 21"),
		L("Xét đảng bộ xã, thị trấn và đảng bộ cơ sở đang hoạt động, đếm cả đơn vị bên "
		  "dưới",
			"Commune and grassroots committees that are open, units below them "
			"included")},
	{"large_base_cell", SEVERITY_WARNING, SQL_CHECK_LARGE_BASE_CELL,
		L("chi bộ cơ sở có {1} đảng viên; quá 30 thì lập đảng bộ cơ sở, trừ khi cấp trên "
		  "đồng ý",
			"a grassroots cell of {1} members; over 30 it should be a committee, "
			"unless the superior committee agrees"),
		L("Điều lệ Đảng, Điều 21", "Party Charter, article 21"),
		L("Nêu chi bộ cơ sở đang hoạt động có trên 30 đảng viên, đếm cả đơn vị bên dưới",
			"Named are those that are open with more than 30, units below them "
			"included")},
	{"under_18", SEVERITY_ERROR, SQL_CHECK_UNDER_18,
		L("kết nạp ngày {1d} khi mới {2} tuổi; phải đủ 18",
			"admitted on {1d} at the age of {2}; 18 is the least"),
		L("Điều lệ Đảng, Điều 1", "Party Charter, article 1"),
		L("Tuổi tính đến từng ngày; chỉ biết tháng hoặc năm sinh thì chỉ nêu khi chắc chắn",
			"Age is counted to the day; of a birth known to the month or year only "
			"when it is certain")},
	{"late_probation", SEVERITY_WARNING, SQL_CHECK_LATE_PROBATION,
		L("hết 12 tháng dự bị ngày {1d} mà chưa có quyết định công nhận chính thức",
			"the 12 months of probation ended on {1d} and there is no decision"),
		L("Điều lệ Đảng, Điều 5", "Party Charter, article 5"),
		L("Xét đảng viên chưa có ngày chính thức", "Members without official_on")},
	{"closed_unit", SEVERITY_ERROR, SQL_CHECK_CLOSED_UNIT,
		L("đang ở trong một đơn vị không hoạt động (ngày {1d})",
			"is in a unit that is not open (since or until {1d})"),
		L("units.csv: ngày thành lập, ngày giải thể", "units.csv: opened_on, closed_on"),
		L("Đơn vị đã giải thể hoặc chưa thành lập vào ngày --as-of",
			"Closed, or not opened yet, on --as-of")},
	{"half_move", SEVERITY_ERROR, SQL_CHECK_HALF_MOVE,
		L("chuyển nội bộ ngày {1d} chỉ có một nửa: thiếu nơi đi hoặc nơi đến",
			"the move on {1d} is without its other half, where from or where to"),
		L("members.csv: hình thức đến, hình thức ra", "members.csv: joined_by, left_by"),
		L("Ra bằng moved thì cùng ngày phải đến nơi khác bằng moved, và ngược lại",
			"A stay that ends by moved needs one that begins by moved that day, and "
			"the reverse")},
	{"stay_gap", SEVERITY_WARNING, SQL_CHECK_STAY_GAP,
		L("ra ngày {1d} rồi đến ngày {2d}, nhưng hình thức ra và hình thức đến không khớp "
		  "nhau",
			"left on {1d} and joined on {2d} in ways that do not go together"),
		L("members.csv: hình thức đến, hình thức ra", "members.csv: joined_by, left_by"),
		L("Sau khai trừ, xóa tên, xin ra chỉ có kết nạp lại hoặc phục hồi; sau chuyển đi "
		  "chỉ có chuyển đến hoặc phục hồi; sau từ trần không có gì",
			"After expelled, removed or resigned only readmitted or restored "
			"follows; after transferred only transferred or restored; after died "
			"nothing")},
	{"possible_duplicate", SEVERITY_WARNING, SQL_CHECK_POSSIBLE_DUPLICATE,
		L("\"{1}\" trùng họ tên và ngày sinh với {2}; có phải là một người?",
			"\"{1}\" has the name and birth date of {2}; is it one person?"),
		L("members.csv: số lý lịch", "members.csv: member"),
		L("Họ tên so không kể chữ hoa và dấu; khác số lý lịch",
			"Names are compared without case and diacritics; the codes differ")},
	{"old_population", SEVERITY_WARNING, SQL_CHECK_OLD_POPULATION,
		L("dân số mới nhất là của ngày {1d}, đã quá 3 năm",
			"the newest population is of {1d}, older than 3 years"),
		L("population.csv", "population.csv"),
		L("Xét số mới nhất của chính từng đơn vị đang hoạt động",
			"Of the own figures of each unit that is open")},
	{"plan_parts", SEVERITY_ERROR, SQL_CHECK_PLAN_PARTS,
		L("kế hoạch {1}: các phần cộng lại là {2}, không bằng chỉ tiêu chung {3}",
			"plan {1}: its parts sum to {2}, not to the target {3} of the whole"),
		L("plans.csv", "plans.csv"),
		L("Xét khi phần nào cũng có chỉ tiêu, và các phần phủ kín thời hạn hoặc cộng lại "
		  "vượt chỉ tiêu chung",
			"When every part has a target, and the parts cover the term or sum to "
			"more than the whole")},
	{"unreachable_ratio", SEVERITY_WARNING, SQL_CHECK_UNREACHABLE_RATIO,
		L("kế hoạch {1}: kết nạp đủ {2} thì tỷ lệ là {3%}, không phải {4%}; hai chỉ tiêu "
		  "không thể cùng đạt",
			"plan {1}: {2} admissions give {3%}, not {4%}; both targets cannot be met"),
		L("plans.csv", "plans.csv"),
		L("Đảng viên hiện có cộng số còn phải kết nạp, không ai giảm",
			"The members there are and the admissions left, nobody lost")},
	{"open_below_closed", SEVERITY_ERROR, SQL_CHECK_OPEN_BELOW_CLOSED,
		L("đang hoạt động nhưng trực thuộc {1}, đã giải thể ngày {2d} mà chưa sáp nhập vào "
		  "đâu; hãy ghi merged_into cho {1}, hoặc đơn vị cấp trên mới",
			"is open below {1}, which closed on {2d} and was merged into none; give {1} a "
			"merged_into, or this unit another parent"),
		L("units.csv: ngày giải thể, sáp nhập vào", "units.csv: closed_on, merged_into"),
		L("Xét đơn vị đang hoạt động và đơn vị ngay trên nó",
			"Of units that are open, the one directly above")},
	{"nested_grassroots", SEVERITY_ERROR, SQL_CHECK_NESTED_GRASSROOTS,
		L("là tổ chức cơ sở đảng mà lại ở dưới một tổ chức cơ sở đảng khác ({1})",
			"is a grassroots organisation below another one ({1})"),
		L("Điều lệ Đảng, Điều 10", "Party Charter, article 10"),
		L("Xét đảng bộ xã, thị trấn, đảng bộ cơ sở và chi bộ cơ sở đang hoạt động, ở mọi cấp "
		  "bên trên",
			"Communes, grassroots committees and grassroots cells that are open, on "
			"every level above them")},
	{"opened_early", SEVERITY_WARNING, SQL_CHECK_OPENED_EARLY,
		L("thành lập trước đơn vị cấp trên của nó: {1} chỉ có từ ngày {2d}",
			"was open before what stands above it: {1} is there from {2d} only"),
		L("units.csv: ngày thành lập, từ ngày", "units.csv: opened_on, since"),
		L("Xét đơn vị có ghi ngày thành lập, vào mọi ngày",
			"Units whose opening is written, on every day")},
	{"commune_after_reform", SEVERITY_WARNING, SQL_CHECK_COMMUNE_AFTER_REFORM,
		L("vẫn là đảng bộ xã, thị trấn thuộc cơ sở; từ 01/7/2025 đảng bộ xã, phường là cấp "
		  "trên trực tiếp cơ sở (superior)",
			"is still a commune of the grassroots; from 1 July 2025 committees of communes "
			"and wards stand above the grassroots (superior)"),
		L("Quy định 294-QĐ/TW", "Regulation 294-QĐ/TW"),
		L("Xét đơn vị đang hoạt động, khi --as-of từ 01/7/2025",
			"Units that are open, when --as-of is 1 July 2025 or later")},
	{"wrong_totals", SEVERITY_ERROR, SQL_CHECK_WRONG_TOTALS,
		L("số lũy kế giữ sẵn không khớp với cách đếm từng người; hãy chạy memberstat "
		  "recount, rồi in lại báo cáo",
			"the kept totals are not what counting everybody gives; run memberstat "
			"recount, then print the reports again"),
		L("memberstat recount", "memberstat recount"),
		L("So mọi ngày, không chỉ ngày --as-of",
			"Every day is compared, not --as-of only")},
};
const size_t rule_count = sizeof rules / sizeof rules[0];

static const struct column columns[] = {
	{"rule", COL_CODE, L("Quy tắc", "Rule"), .codes = NULL},
	{"severity", COL_WORD, L("Mức độ", "Severity"), .codes = &codes_severity},
	{"unit", COL_CODE, L("Mã đơn vị", "Unit"), .codes = NULL},
	{"member", COL_CODE, L("Số lý lịch", "Member"), .codes = NULL},
	{"message", COL_TEXT, L("Nội dung", "Message"), .codes = NULL},
};

/* sort: of {1%} and {1d}, a percent and a date in the reader's form; '}' for all others. */
static void write_argument(
	struct buf *out, sqlite3_stmt *breach, int index, char sort, enum lang lang)
{
	const struct column column = {.kind = sort == '%' ? COL_PERCENT : COL_COUNT};
	const struct cell cell = statement_cell(&column, breach, index);
	char date[11];
	int day;

	if (cell.type != CELL_TEXT) {
		cell_people(out, &column, &cell, lang);
	} else if (sort == 'd' && date_parse(cell.text, &day) == DATE_OK) {
		date_write_in(lang, day, date);
		buf_puts(out, date);
	} else {
		buf_puts(out, cell.text);
	}
}

/* Appends the message with its arguments, which are the columns after unit and member. */
static void write_message(struct buf *out, const char *text, sqlite3_stmt *breach, enum lang lang)
{
	for (; *text; text++) {
		if (text[0] != '{') {
			buf_putc(out, *text);
			continue;
		}
		write_argument(out, breach, 1 + (text[1] - '0'), text[2], lang);
		text = strchr(text, '}');
	}
}

static struct cell text_cell(const char *text)
{
	return text ? (struct cell){.type = CELL_TEXT, .text = text}
		    : (struct cell){.type = CELL_EMPTY};
}

static enum status run_rule(struct db *db, const struct rule *rule, int as_of,
	const struct renderer *renderer, struct output *output, size_t *count, struct error *error)
{
	sqlite3_stmt *breaches = db_statement(db, rule->sql, error);
	struct buf message = {0};
	enum status status;

	if (breaches == NULL)
		return error_status(error);
	db_bind_int(breaches, ":as_of", as_of);
	while (db_row(db, breaches, &status, error)) {
		struct cell cells[] = {
			text_cell(rule->name),
			{.type = CELL_NUMBER, .number = rule->severity},
			text_cell((const char *)sqlite3_column_text(breaches, 0)),
			text_cell((const char *)sqlite3_column_text(breaches, 1)),
			{.type = CELL_EMPTY},
		};

		buf_clear(&message);
		write_message(&message, label_in(rule->message, output->options.lang), breaches,
			output->options.lang);
		cells[4] = text_cell(message.data);
		++*count;
		status = renderer->row(output, cells, error);
		if (status != STATUS_DONE)
			break;
	}
	sqlite3_reset(breaches);
	buf_release(&message);
	return status;
}

enum status rules_run(struct db *db, int as_of, const struct renderer *renderer,
	struct output *output, struct rule_breaches *breaches, struct error *error)
{
	const struct sheet sheet = {.name = "check",
		.title = L("Kiểm tra dữ liệu", "Check of the data"),
		.as_of = as_of,
		.columns = columns,
		.count = sizeof columns / sizeof columns[0]};
	enum status status = renderer->begin(output, &sheet, error);
	size_t i;

	*breaches = (struct rule_breaches){0};
	for (i = 0; i < rule_count && status == STATUS_DONE; i++)
		status = run_rule(db, &rules[i], as_of, renderer, output,
			rules[i].severity == SEVERITY_ERROR ? &breaches->errors
							    : &breaches->warnings,
			error);
	return status == STATUS_DONE ? renderer->end(output, NULL, error) : status;
}
