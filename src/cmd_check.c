#include "command.h"
#include "database.h"
#include "page.h"
#include "question.h"
#include "rules.h"
#include "topics.h"

static enum status check(
	struct db *db, const struct request *request, void *context, struct error *error)
{
	const struct question *question = context;
	struct rule_breaches breaches;
	struct page page;
	enum status status = page_open(&page, request, error);

	if (status != STATUS_DONE)
		return status;
	status = rules_run(db, question->as_of, page.renderer, &page.output, &breaches, error);
	status = page_close(&page, status, error);
	if (status == STATUS_DONE &&
		(breaches.errors > 0 || (breaches.warnings > 0 && request_has(request, OPTION_STRICT))))
		return STATUS_BROKEN;
	return status;
}

static enum status run(const struct request *request, struct error *error)
{
	struct question question;

	if (no_arguments(request, &cmd_check, error) != STATUS_DONE ||
		question_read(&question, request, error) != STATUS_DONE)
		return error->status;
	return database_use(request, DB_READ, check, &question, error);
}

static const enum option options[] = {OPTION_AS_OF, OPTION_STRICT, OPTION_FORMAT, OPTION_OUTPUT,
	OPTION_EXCEL, OPTION_NO_GUARD, OPTION_END};

static const struct example examples[] = {
	{L("Những gì cần xem lại trước khi báo cáo", "What to look at before reporting"),
		PROGRAM " check --as-of 2022-04-30"},
	{L("Dừng công việc tự động khi có bất kỳ cảnh báo nào", "Stop a job on any warning"),
		PROGRAM " check --strict >kiem-tra.csv || exit"},
	{.line = NULL},
};

static const struct topic topics[] = {
	{L("Các quy tắc", "The rules"),
		L("Mức error làm lệnh kết thúc với mã 5; warning thì chỉ khi có --strict. Quy tắc về đơn vị "
		  "chỉ xét đơn vị hoạt động vào ngày --as-of, quy tắc về đảng viên chỉ xét các lần sinh hoạt "
		  "đã bắt đầu đến ngày đó. few_official xét chi bộ và chi bộ cơ sở; small_committee và "
		  "large_base_cell đếm cả các đơn vị bên dưới. under_18 tính tuổi đến từng ngày; chỉ biết "
		  "tháng hoặc năm sinh thì chỉ nêu khi chắc chắn. stay_gap: sau khai trừ, xóa tên, xin ra chỉ "
		  "có kết nạp lại hoặc phục hồi; sau chuyển đi chỉ có chuyển đến hoặc phục hồi; sau từ trần "
		  "không có gì. possible_duplicate: họ tên so không kể dấu và chữ hoa, khác mã. plan_parts: "
		  "phần nào cũng có chỉ tiêu, và các phần phủ kín thời hạn hoặc cộng lại vượt chỉ tiêu. "
		  "unreachable_ratio: đảng viên hiện có cộng phần còn phải kết nạp, không ai giảm. Ví dụ "
		  "một dòng kết quả (csv):\n"
		  "\n"
		  "	late_probation,warning,30037-11,474079TL,hết 12 tháng dự bị …",
			"The severity error makes the command end with status 5; warning does with --strict "
			"only. Rules about units look at those open on --as-of, rules about members at stays "
			"that have begun by then. few_official is for cells and grassroots cells; "
			"small_committee and large_base_cell count the units below as well. under_18 counts "
			"age to the day; a birth known to the month or year is named only when it is "
			"certain. stay_gap: after being expelled, removed or resigned only readmitted or "
			"restored follows, after transferred only transferred or restored, after died "
			"nothing. possible_duplicate: names are compared without case and diacritics, the "
			"codes differ. plan_parts: every part has a target, and the parts cover the term or "
			"sum to more than the whole. unreachable_ratio: the members there are and the "
			"admissions left, nobody lost. One row of the output (csv):\n"
			"\n"
			"	late_probation,warning,30037-11,474079TL,the 12 months of …"),
		.entry = topic_rules},
	{.heading = {NULL, NULL}},
};

const struct command cmd_check = {
	.name = "check",
	.summary = L("kiểm tra các quy tắc mà dữ liệu phải giữ", "check the rules that the data must keep"),
	.usage = "",
	.options = options,
	.text = L("Mỗi dòng là một vi phạm, kèm đơn vị hoặc đảng viên. Mã thoát là 5 khi có lỗi (error); cảnh "
		  "báo (warning) chỉ tính khi có --strict.",
		"Every row is a breach with its unit or member. The exit code is 5 when there is an error; "
		"warnings count with --strict only."),
	.examples = examples,
	.topics = topics,
	.run = run,
};
