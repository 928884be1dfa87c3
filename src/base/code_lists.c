/* The closed lists of data/README.md sections 3 and 5. Values are stored in databases: never reuse
 * one. */
#include "base/code_list.h"

#include <string.h>

#define CODE_LIST(name_, words_)                                \
	const struct code_list codes_##name_ = {.name = #name_, \
		.words = words_,                                \
		.count = sizeof words_ / sizeof words_[0],      \
		.beyond = &codes_group}

/* Kinds 2, 3 and 4 are the grassroots organisations (tổ chức cơ sở đảng); those before them stand above. */
static const struct word unit_kinds[] = {
	{7, "province", L("Đảng bộ tỉnh", "Province"),
		"đảng bộ tỉnh|tỉnh ủy|tỉnh|đảng bộ thành phố trực thuộc trung ương|thành phố trực thuộc trung ương",
		HIGHLIGHT_PLAIN},
	{1, "district", L("Đảng bộ huyện", "District"),
		"đảng bộ huyện|huyện ủy|huyện|đảng bộ quận|quận|đảng bộ thành phố|đảng bộ thị xã|thị xã",
		HIGHLIGHT_PLAIN},
	{8, "superior", L("Đảng bộ cấp trên trực tiếp cơ sở", "Superior of the grassroots"),
		"đảng bộ cấp trên trực tiếp của tổ chức cơ sở đảng|cấp trên trực tiếp cơ sở|đảng bộ xã cấp trên cơ sở",
		HIGHLIGHT_PLAIN},
	{2, "commune", L("Đảng bộ xã, thị trấn", "Commune or town"),
		"đảng bộ xã|đảng bộ thị trấn|đảng bộ phường|xã|thị trấn|phường|commune|town",
		HIGHLIGHT_PLAIN},
	{3, "committee", L("Đảng bộ cơ sở", "Grassroots committee"), "đảng bộ cơ sở|đbcs",
		HIGHLIGHT_PLAIN},
	{4, "base_cell", L("Chi bộ cơ sở", "Grassroots cell"), "chi bộ cơ sở|cbcs|base cell",
		HIGHLIGHT_PLAIN},
	{5, "section", L("Đảng bộ bộ phận", "Sectional committee"), "đảng bộ bộ phận|đbbp",
		HIGHLIGHT_PLAIN},
	{6, "cell", L("Chi bộ", "Cell"), "chi bộ trực thuộc|cb", HIGHLIGHT_PLAIN},
};
CODE_LIST(unit_kind, unit_kinds);

static const struct word genders[] = {
	{1, "male", L("Nam", "Male"), "m|trai|ông", HIGHLIGHT_PLAIN},
	{2, "female", L("Nữ", "Female"), "f|gái|bà", HIGHLIGHT_PLAIN},
};
CODE_LIST(gender, genders);

static const struct word theories[] = {
	{1, "elementary", L("Sơ cấp", "Elementary"), "sc|sơ cấp llct|sơ cấp lý luận chính trị",
		HIGHLIGHT_PLAIN},
	{2, "intermediate", L("Trung cấp", "Intermediate"),
		"tc|trung cấp llct|trung cấp lý luận chính trị", HIGHLIGHT_PLAIN},
	{3, "advanced", L("Cao cấp, cử nhân", "Advanced"),
		"cao cấp|cử nhân|cc|cn|cao cấp - cử nhân|cao cấp llct|cử nhân llct|"
		"cao cấp lý luận chính trị|cử nhân lý luận chính trị|cử nhân chính trị",
		HIGHLIGHT_PLAIN},
};
CODE_LIST(theory, theories);

static const struct word joinings[] = {
	{1, "admitted", L("Kết nạp", "Admitted"), "kết nạp mới|mới kết nạp|kết nạp đảng",
		HIGHLIGHT_PLAIN},
	{2, "readmitted", L("Kết nạp lại", "Readmitted"), "re-admitted", HIGHLIGHT_PLAIN},
	{3, "transferred", L("Chuyển đến", "Transferred in"),
		"chuyển sinh hoạt đến|transferred|chuyển sinh hoạt đảng đến|nơi khác chuyển đến",
		HIGHLIGHT_PLAIN},
	{4, "moved", L("Chuyển nội bộ", "Moved in"), "chuyển trong đảng bộ|chuyển nội bộ đến|moved",
		HIGHLIGHT_PLAIN},
	{5, "restored", L("Phục hồi đảng tịch", "Restored"), "khôi phục đảng tịch|phục hồi",
		HIGHLIGHT_PLAIN},
};
CODE_LIST(joined_by, joinings);

static const struct word leavings[] = {
	{1, "died", L("Từ trần", "Died"), "chết|mất|qua đời", HIGHLIGHT_PLAIN},
	{2, "expelled", L("Khai trừ", "Expelled"), "khai trừ khỏi đảng", HIGHLIGHT_PLAIN},
	{3, "removed", L("Xóa tên", "Removed"), "xoá tên|xóa tên khỏi danh sách", HIGHLIGHT_PLAIN},
	{4, "resigned", L("Xin ra", "Resigned"), "xin ra khỏi đảng|xin ra đảng", HIGHLIGHT_PLAIN},
	{5, "transferred", L("Chuyển đi", "Transferred out"),
		"chuyển sinh hoạt đi|transferred|chuyển sinh hoạt đảng đi", HIGHLIGHT_PLAIN},
	{6, "moved", L("Chuyển nội bộ", "Moved out"), "chuyển trong đảng bộ|chuyển nội bộ đi|moved",
		HIGHLIGHT_PLAIN},
};
CODE_LIST(left_by, leavings);

static const struct word progress_statuses[] = {
	{1, "not_started", L("Chưa bắt đầu", "Not started"), NULL, HIGHLIGHT_PLAIN},
	{2, "done", L("Hoàn thành", "Done"), NULL, HIGHLIGHT_GOOD},
	{6, "closed", L("Đã giải thể", "Closed"), NULL, HIGHLIGHT_PLAIN},
	{3, "missed", L("Không đạt", "Missed"), NULL, HIGHLIGHT_BAD},
	{4, "on_track", L("Đúng tiến độ", "On track"), NULL, HIGHLIGHT_GOOD},
	{5, "behind", L("Chậm tiến độ", "Behind"), NULL, HIGHLIGHT_WARN},
};
CODE_LIST(progress_status, progress_statuses);

static const struct word probation_statuses[] = {
	{1, "overdue", L("Quá hạn", "Overdue"), NULL, HIGHLIGHT_BAD},
	{2, "waiting", L("Chưa quá hạn", "Waiting"), NULL, HIGHLIGHT_PLAIN},
};
CODE_LIST(probation_status, probation_statuses);

static const struct word member_statuses[] = {
	{1, "official", L("Chính thức", "Official"), NULL, HIGHLIGHT_PLAIN},
	{2, "probationary", L("Dự bị", "Probationary"), NULL, HIGHLIGHT_PLAIN},
};
CODE_LIST(member_status, member_statuses);

static const struct word scenarios[] = {
	{1, "plan_completed", L("Hoàn thành kế hoạch, không giảm", "Plan completed, no losses"),
		NULL, HIGHLIGHT_PLAIN},
	{2, "plan_with_losses",
		L("Hoàn thành kế hoạch, giảm như hiện nay", "Plan completed, losses as now"), NULL,
		HIGHLIGHT_PLAIN},
	{3, "current_pace", L("Theo tốc độ hiện nay", "Current pace"), NULL, HIGHLIGHT_PLAIN},
};
CODE_LIST(scenario, scenarios);

static const struct word severities[] = {
	{1, "error", L("Lỗi", "Error"), NULL, HIGHLIGHT_BAD},
	{2, "warning", L("Cảnh báo", "Warning"), NULL, HIGHLIGHT_WARN},
};
CODE_LIST(severity, severities);

/* The values are those of enum roll_kind, plus 1. */
static const struct word roll_words[] = {
	{1, "units", L("Đơn vị", "Units"), NULL, HIGHLIGHT_PLAIN},
	{2, "population", L("Dân số", "Population"), NULL, HIGHLIGHT_PLAIN},
	{3, "plans", L("Kế hoạch", "Plans"), NULL, HIGHLIGHT_PLAIN},
	{4, "members", L("Đảng viên", "Members"), NULL, HIGHLIGHT_PLAIN},
};
CODE_LIST(roll, roll_words);

/* data/README.md section 5, structure: completed years, bounds as in sql_functions.c's age_band. */
static const struct word age_bands[] = {
	{1, "under 18", L("Dưới 18", "Under 18"), NULL, HIGHLIGHT_PLAIN},
	{2, "18-30", L("18–30", "18–30"), NULL, HIGHLIGHT_PLAIN},
	{3, "31-35", L("31–35", "31–35"), NULL, HIGHLIGHT_PLAIN},
	{4, "36-40", L("36–40", "36–40"), NULL, HIGHLIGHT_PLAIN},
	{5, "41-45", L("41–45", "41–45"), NULL, HIGHLIGHT_PLAIN},
	{6, "46-50", L("46–50", "46–50"), NULL, HIGHLIGHT_PLAIN},
	{7, "51-55", L("51–55", "51–55"), NULL, HIGHLIGHT_PLAIN},
	{8, "56-60", L("56–60", "56–60"), NULL, HIGHLIGHT_PLAIN},
	{9, "over 60", L("Trên 60", "Over 60"), NULL, HIGHLIGHT_PLAIN},
};
CODE_LIST(age_band, age_bands);

/* Value n is the band that begins at 10 (n - 1) completed years. */
static const struct word party_age_bands[] = {
	{1, "under 10", L("Dưới 10", "Under 10"), NULL, HIGHLIGHT_PLAIN},
	{2, "10-19", L("10–19", "10–19"), NULL, HIGHLIGHT_PLAIN},
	{3, "20-29", L("20–29", "20–29"), NULL, HIGHLIGHT_PLAIN},
	{4, "30-39", L("30–39", "30–39"), NULL, HIGHLIGHT_PLAIN},
	{5, "40-49", L("40–49", "40–49"), NULL, HIGHLIGHT_PLAIN},
	{6, "50-59", L("50–59", "50–59"), NULL, HIGHLIGHT_PLAIN},
	{7, "60-69", L("60–69", "60–69"), NULL, HIGHLIGHT_PLAIN},
	{8, "70-79", L("70–79", "70–79"), NULL, HIGHLIGHT_PLAIN},
	{9, "80-89", L("80–89", "80–89"), NULL, HIGHLIGHT_PLAIN},
	{10, "90-99", L("90–99", "90–99"), NULL, HIGHLIGHT_PLAIN},
	{11, "100-109", L("100–109", "100–109"), NULL, HIGHLIGHT_PLAIN},
};
CODE_LIST(party_age_band, party_age_bands);

static const struct word groups[] = {
	{1, "none", L("Không", "None"), NULL, HIGHLIGHT_PLAIN},
	{2, "unknown", L("Không rõ", "Unknown"), NULL, HIGHLIGHT_PLAIN},
};
const struct code_list codes_group = {
	.name = "group", .words = groups, .count = sizeof groups / sizeof groups[0]};

static const struct code_list *const lists[] = {&codes_unit_kind, &codes_gender, &codes_theory,
	&codes_joined_by, &codes_left_by, &codes_progress_status, &codes_probation_status,
	&codes_member_status, &codes_scenario, &codes_severity, &codes_roll, &codes_age_band,
	&codes_party_age_band, &codes_group};

const struct code_list *code_list_named(const char *name)
{
	size_t i;

	for (i = 0; i < sizeof lists / sizeof lists[0]; i++)
		if (strcmp(lists[i]->name, name) == 0)
			return lists[i];
	return NULL;
}
