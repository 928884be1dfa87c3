/* The columns of data/README.md section 3 in its order, with the headings that real files use. */
#include "import/field.h"

#include <string.h>

#define COUNT(fields_) .fields = (fields_), .count = sizeof(fields_) / sizeof((fields_)[0])
#define MUST           (FIELD_REQUIRED | FIELD_COLUMN)

static const struct field unit_fields[] = {
	{"unit", FIELD_CODE, MUST | FIELD_KEY, NULL, L("Mã đơn vị", "Unit"),
		"mã|mã chi bộ|mã tổ chức|mã tổ chức đảng|mã tccsđ|mã đảng bộ|mã số|code|unit code"},
	{"name", FIELD_NAME, MUST, NULL, L("Tên đơn vị", "Name"),
		"tên|tên chi bộ|tên tổ chức|tên tổ chức đảng|tên tccsđ|tên đảng bộ|unit name"},
	{"kind", FIELD_WORD, MUST, &codes_unit_kind, L("Loại hình", "Kind"),
		"loại|loại đơn vị|loại tổ chức|loại hình tổ chức|type"},
	{"parent", FIELD_OTHER_UNIT, 0, NULL, L("Trực thuộc", "Parent"),
		"đơn vị cấp trên|cấp trên|cấp trên trực tiếp|mã cấp trên|mã đơn vị cấp trên|thuộc|"
		"trực thuộc đảng bộ|trực thuộc đơn vị|parent unit"},
	{"opened_on", FIELD_DATE, 0, NULL, L("Ngày thành lập", "Opened on"), "thành lập|opened"},
	{"closed_on", FIELD_DATE, 0, NULL, L("Ngày giải thể", "Closed on"), "giải thể|closed"},
	{"since", FIELD_DATE, FIELD_KEY, NULL, L("Từ ngày", "Since"),
		"kể từ ngày|áp dụng từ ngày|từ|có hiệu lực từ ngày|hiệu lực từ ngày|valid from"},
	{"merged_into", FIELD_OTHER_UNIT, 0, NULL, L("Sáp nhập vào", "Merged into"),
		"nhập vào|chuyển về|hợp nhất vào|sáp nhập về|merged"},
};

static const struct field population_fields[] = {
	{"unit", FIELD_UNIT, MUST | FIELD_KEY, NULL, L("Mã đơn vị", "Unit"),
		"đơn vị|tên đơn vị|mã|xã|xã thị trấn|xã, thị trấn|mã xã|unit code"},
	{"as_of", FIELD_DATE, MUST | FIELD_KEY, NULL, L("Thời điểm", "As of"),
		"ngày|tính đến ngày|tính đến|thời điểm thống kê|date"},
	{"population", FIELD_COUNT, MUST, NULL, L("Dân số", "Population"),
		"số dân|tổng dân số|tổng số dân|dân số trung bình"},
	{"source", FIELD_TEXT, FIELD_MAY_BE_DAY, NULL, L("Nguồn", "Source"), "nguồn số liệu"},
};

static const struct field plan_fields[] = {
	{"plan", FIELD_CODE, MUST | FIELD_KEY, NULL, L("Mã kế hoạch", "Plan"),
		"kế hoạch|số kế hoạch"},
	{"unit", FIELD_UNIT, FIELD_COLUMN | FIELD_KEY, NULL, L("Mã đơn vị", "Unit"),
		"đơn vị|tên đơn vị|mã|unit code"},
	{"from", FIELD_DATE, MUST | FIELD_KEY, NULL, L("Từ ngày", "From"),
		"từ|bắt đầu|ngày bắt đầu"},
	{"to", FIELD_DATE, MUST | FIELD_KEY, NULL, L("Đến ngày", "To"),
		"đến|kết thúc|ngày kết thúc"},
	{"target", FIELD_COUNT, 0, NULL, L("Chỉ tiêu", "Target"),
		"chỉ tiêu kết nạp|chỉ tiêu giao|kế hoạch giao|số kết nạp"},
	{"ratio_percent", FIELD_PERCENT, 0, NULL, L("Tỷ lệ (%)", "Ratio %"),
		"tỷ lệ|tỉ lệ|tỷ lệ đảng viên|tỷ lệ đảng viên so với dân số|chỉ tiêu tỷ lệ|ratio"},
	{"title", FIELD_TEXT, FIELD_MAY_BE_DAY, NULL, L("Tên kế hoạch", "Title"), "nội dung|tên"},
};

#define PAST  FIELD_NOT_FUTURE
#define PARTY (FIELD_NOT_FUTURE | FIELD_PARTY_DAY)

static const struct field member_fields[] = {
	{"member", FIELD_CODE, MUST | FIELD_KEY, NULL, L("Số lý lịch", "Member"),
		"mã đảng viên|số lí lịch|số lý lịch đảng viên|số lí lịch đảng viên|số llđv|sllđv|mã số đảng viên|"
		"mã đv|member code"},
	{"unit", FIELD_UNIT, MUST, NULL, L("Mã chi bộ", "Unit"),
		"chi bộ|mã đơn vị|tên chi bộ|tên đơn vị|chi bộ sinh hoạt|sinh hoạt tại chi bộ|"
		"chi bộ đang sinh hoạt|chi bộ nơi sinh hoạt|nơi sinh hoạt đảng|thuộc chi bộ|"
		"tổ chức đảng sinh hoạt|tổ chức đảng đang sinh hoạt|đơn vị|unit code"},
	{"full_name", FIELD_NAME, 0, NULL, L("Họ và tên", "Full name"),
		"họ tên|họ, tên|họ và tên khai sinh|họ tên khai sinh|họ và tên đảng viên|họ tên đảng viên|"
		"tên đảng viên|name"},
	{"birth_date", FIELD_BIRTH, PAST, NULL, L("Ngày sinh", "Birth date"),
		"năm sinh|ngày tháng năm sinh|ngày, tháng, năm sinh|ngày/tháng/năm sinh|sinh ngày|"
		"ngày tháng sinh|ngày sinh/năm sinh|date of birth|born"},
	{"gender", FIELD_WORD, 0, &codes_gender, L("Giới tính", "Gender"),
		"nam, nữ|nam nữ|nam/nữ|nam hay nữ|giới|phái|sex"},
	{"ethnicity", FIELD_TEXT, 0, NULL, L("Dân tộc", "Ethnicity"), "thành phần dân tộc"},
	{"religion", FIELD_RELIGION, 0, NULL, L("Tôn giáo", "Religion"), NULL},
	{"occupation", FIELD_TEXT, 0, NULL, L("Nghề nghiệp", "Occupation"),
		"nghề nghiệp hiện nay|nghề nghiệp hiện tại|công việc|nghề"},
	{"education", FIELD_TEXT, 0, NULL, L("Trình độ", "Education"),
		"trình độ học vấn|học vấn|trình độ văn hóa|văn hóa|trình độ phổ thông|"
		"trình độ phổ thông/học vấn|trình độ giáo dục phổ thông"},
	{"theory", FIELD_WORD, 0, &codes_theory, L("Lý luận chính trị", "Political theory"),
		"lí luận chính trị|trình độ lý luận chính trị|trình độ lí luận chính trị|trình độ lý luận|"
		"trình độ llct|llct|lý luận|lí luận|chính trị|trình độ chính trị|theory"},
	{"card_no", FIELD_CODE, 0, NULL, L("Số thẻ đảng viên", "Card no."),
		"số thẻ|số thẻ đảng|số thẻ đv|mã thẻ đảng|mã thẻ đảng viên|thẻ đảng|thẻ đảng viên|số tđv|"
		"card number"},
	{"admitted_on", FIELD_DATE, MUST | PARTY, NULL, L("Ngày vào Đảng", "Admitted on"),
		"ngày kết nạp|ngày kết nạp đảng|ngày vào đảng dự bị|ngày vào đảng (dự bị)|ngày vào đảng lần đầu|"
		"kết nạp ngày|vào đảng ngày|vào đảng dự bị|ngày dự bị|ngày kết nạp dự bị|ngày được kết nạp|"
		"ngày kết nạp vào đảng|ngày vào đảng csvn|ngày vào đảng cộng sản việt nam|"
		"ngày, tháng, năm vào đảng|ngày tháng năm vào đảng|ngày, tháng, năm kết nạp|"
		"ngày tháng năm kết nạp"},
	{"official_on", FIELD_DATE, PARTY, NULL, L("Ngày chính thức", "Official on"),
		"ngày vào đảng chính thức|ngày vào đảng (chính thức)|ngày công nhận chính thức|"
		"ngày công nhận đảng viên chính thức|chính thức ngày|ngày chuyển chính thức|"
		"ngày chính thức vào đảng|ngày quyết định chính thức|ngày kết nạp chính thức|"
		"vào đảng chính thức|ngày, tháng, năm chính thức|ngày tháng năm chính thức"},
	{"joined_on", FIELD_DATE, FIELD_KEY | PARTY, NULL, L("Ngày chuyển đến", "Joined on"),
		"ngày đến"},
	{"joined_by", FIELD_WORD, 0, &codes_joined_by, L("Hình thức đến", "Joined by"),
		"lý do đến|lí do đến|hình thức chuyển đến|hình thức tăng|lý do tăng"},
	{"left_on", FIELD_DATE, PAST, NULL, L("Ngày ra", "Left on"),
		"ngày chuyển đi|ngày đi|ngày ra khỏi đảng|ngày từ trần|ngày giảm"},
	{"left_by", FIELD_WORD, 0, &codes_left_by, L("Hình thức ra", "Left by"),
		"lý do ra|lí do ra|lý do giảm|hình thức giảm|hình thức đi|hình thức ra khỏi đảng"},
};

const char fields_numbering[] = "stt|số tt|số thứ tự|tt|ghi chú|no|no.";

const struct roll rolls[ROLL_KINDS] = {
	[ROLL_UNITS] = {"units", L("đơn vị", "units"), COUNT(unit_fields), NULL},
	[ROLL_POPULATION] = {"population", L("dân số", "population"), COUNT(population_fields),
		NULL},
	[ROLL_PLANS] = {"plans", L("kế hoạch", "plans"), COUNT(plan_fields), NULL},
	[ROLL_MEMBERS] = {"members", L("đảng viên", "members"), COUNT(member_fields),
		"quê quán|nơi sinh|nơi cư trú|thường trú|hộ khẩu thường trú|địa chỉ|"
		"địa chỉ ở hiện tại|nơi ở hiện nay|chỗ ở hiện nay|số điện thoại|điện thoại|sđt|email|"
		"cccd|số cccd|cmnd|số cmnd|nghề nghiệp trước khi vào đảng|số huy hiệu|huy hiệu đảng|"
		"số huy hiệu đảng|chức vụ|chức vụ đảng|chức vụ chính quyền|mscb/mssv|nơi ở|số đt|"
		"chức vụ cq|chức vụ đảng - đoàn thể|số định danh cá nhân|số định danh|mã định danh"},
};

const struct telling tellings[TELLINGS] = {
	{"birth_date", "nam|male", "gender", "male"},
	{"birth_date", "nữ|female", "gender", "female"},
	{"gender", "nam|male", "gender", "male"},
	{"gender", "nữ|female", "gender", "female"},
};

int roll_field(enum roll_kind kind, const char *name)
{
	size_t i;

	for (i = 0; i < rolls[kind].count; i++)
		if (strcmp(rolls[kind].fields[i].name, name) == 0)
			return (int)i;
	return -1;
}

enum roll_kind roll_find(const char *name)
{
	enum roll_kind kind = 0;

	while (kind < ROLL_KINDS && strcmp(rolls[kind].name, name) != 0)
		kind++;
	return kind;
}
