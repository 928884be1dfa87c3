/* The table of reports (data/README.md section 5); columns are in the order of that section. */
#include "report/report.h"

#include <limits.h>
#include <string.h>

#include "report/forecast_notes.h"
#include "report/population_notes.h"

#define COLUMNS(columns_) .columns = (columns_), .count = sizeof(columns_) / sizeof((columns_)[0])
#define AS_OF                                                                 \
	{                                                                     \
		"as_of", COL_DATE, L("Tính đến ngày", "As of"), .codes = NULL \
	}
#define LEVEL                                                        \
	{                                                            \
		"level", COL_LEVEL, L("Cấp", "Level"), .codes = NULL \
	}
#define UNIT                                                            \
	{                                                               \
		"unit", COL_CODE, L("Mã đơn vị", "Unit"), .codes = NULL \
	}
#define NAME                                                         \
	{                                                            \
		"name", COL_TREE, L("Đơn vị", "Name"), .codes = NULL \
	}
#define KIND                                                                        \
	{                                                                           \
		"kind", COL_WORD, L("Loại hình", "Kind"), .codes = &codes_unit_kind \
	}
#define MEMBERS                                                                \
	{                                                                      \
		"members", COL_COUNT, L("Đảng viên", "Members"), .codes = NULL \
	}
#define MAIN .main = true
#define COUNT(key_, vi_, en_)                               \
	{                                                   \
		key_, COL_COUNT, L(vi_, en_), .codes = NULL \
	}
#define PERCENT(key_, vi_, en_)                               \
	{                                                     \
		key_, COL_PERCENT, L(vi_, en_), .codes = NULL \
	}

static const struct column summary_columns[] = {
	AS_OF,
	UNIT,
	{"name", COL_TEXT, L("Đơn vị", "Name"), .codes = NULL},
	COUNT("grassroots", "Tổ chức cơ sở đảng", "Grassroots organisations"),
	COUNT("communes", "Đảng bộ xã, thị trấn", "Communes and towns"),
	COUNT("committees", "Đảng bộ cơ sở khác", "Other grassroots committees"),
	COUNT("base_cells", "Chi bộ cơ sở", "Grassroots cells"),
	COUNT("cells", "Chi bộ trực thuộc", "Cells below them"),
	{"members", COL_COUNT, L("Đảng viên", "Members"), MAIN},
	COUNT("official", "Chính thức", "Official"),
	COUNT("probationary", "Dự bị", "Probationary"),
	COUNT("population", "Dân số", "Population"),
	{"population_as_of", COL_DATE, L("Dân số tính đến ngày", "Population as of"),
		.codes = NULL},
	{"ratio_percent", COL_PERCENT, L("Tỷ lệ đảng viên so với dân số", "Members per population"),
		MAIN},
	{"plan", COL_CODE, L("Kế hoạch", "Plan"), .codes = NULL},
	{"plan_from", COL_DATE, L("Từ ngày", "From"), .codes = NULL},
	{"plan_to", COL_DATE, L("Đến ngày", "To"), .codes = NULL},
	COUNT("target", "Chỉ tiêu kết nạp", "Admissions planned"),
	{"admitted", COL_COUNT, L("Đã kết nạp", "Admitted"), MAIN},
	{"progress_percent", COL_PERCENT, L("Đạt", "Progress"), .decimals_for_people = 1,
		.bar = true, MAIN},
	COUNT("remaining", "Còn phải kết nạp", "Remaining"),
	PERCENT("ratio_target_percent", "Chỉ tiêu tỷ lệ", "Ratio planned"),
	COUNT("members_at_target", "Đảng viên cần có để đạt tỷ lệ", "Members at that ratio"),
	COUNT("net_needed", "Còn thiếu so với tỷ lệ", "Members still needed"),
	COUNT("superiors", "Đảng bộ cấp trên cơ sở", "Superiors of the grassroots"),
};

static const struct column ratio_columns[] = {
	LEVEL,
	UNIT,
	NAME,
	KIND,
	MEMBERS,
	COUNT("population", "Dân số", "Population"),
	{"population_as_of", COL_DATE, L("Ngày dân số", "Population as of"), .codes = NULL},
	PERCENT("ratio_percent", "Tỷ lệ", "Ratio"),
	PERCENT("target_percent", "Chỉ tiêu", "Target"),
	{"gap_points", COL_POINTS, L("Chênh lệch (điểm %)", "Gap (points)"), .codes = NULL},
	COUNT("members_needed", "Còn thiếu", "Members needed"),
};

static const struct column progress_columns[] = {
	LEVEL,
	UNIT,
	NAME,
	KIND,
	COUNT("target", "Chỉ tiêu", "Target"),
	COUNT("admitted", "Đã kết nạp", "Admitted"),
	{"progress_percent", COL_PERCENT, L("Đạt", "Progress"), .decimals_for_people = 1,
		.bar = true},
	COUNT("remaining", "Còn lại", "Remaining"),
	{"elapsed_percent", COL_PERCENT, L("Thời gian đã qua", "Elapsed"),
		.decimals_for_people = 1},
	COUNT("expected", "Cần đạt đến nay", "Expected"),
	{"pace_per_month", COL_RATE, L("Bình quân tháng", "Per month"), .codes = NULL},
	{"needed_per_month", COL_RATE, L("Cần mỗi tháng", "Needed per month"), .codes = NULL},
	COUNT("projected", "Dự kiến cuối kỳ", "Projected"),
	{"status", COL_WORD, L("Tiến độ", "Status"), .codes = &codes_progress_status},
};

static const struct column movement_columns[] = {
	LEVEL,
	UNIT,
	NAME,
	KIND,
	COUNT("opening", "Đầu kỳ", "Opening"),
	COUNT("admitted", "Kết nạp", "Admitted"),
	COUNT("readmitted", "Kết nạp lại", "Readmitted"),
	COUNT("transferred_in", "Chuyển đến", "Transferred in"),
	COUNT("moved_in", "Nội bộ đến", "Moved in"),
	COUNT("restored", "Phục hồi", "Restored"),
	COUNT("increase", "Tổng tăng", "Increase"),
	COUNT("died", "Từ trần", "Died"),
	COUNT("expelled", "Khai trừ", "Expelled"),
	COUNT("removed", "Xóa tên", "Removed"),
	COUNT("resigned", "Xin ra", "Resigned"),
	COUNT("transferred_out", "Chuyển đi", "Transferred out"),
	COUNT("moved_out", "Nội bộ đi", "Moved out"),
	COUNT("decrease", "Tổng giảm", "Decrease"),
	COUNT("closing", "Cuối kỳ", "Closing"),
	COUNT("reorganised_in", "Do sắp xếp: đến", "Reorganised in"),
	COUNT("reorganised_out", "Do sắp xếp: đi", "Reorganised out"),
};

static const struct column structure_columns[] = {
	{"group", COL_WORD, L("Nhóm", "Group"),
		.codes = &codes_group}, /* replaced by that of the field (structure_field) */
	MEMBERS,
	PERCENT("percent", "Tỷ trọng", "Percent"),
};

static const struct column trend_columns[] = {
	{"period", COL_CODE, L("Kỳ", "Period"), .codes = NULL},
	{"from", COL_DATE, L("Từ ngày", "From"), .codes = NULL},
	{"to", COL_DATE, L("Đến ngày", "To"), .codes = NULL},
	COUNT("opening", "Đầu kỳ", "Opening"),
	COUNT("increase", "Tăng", "Increase"),
	COUNT("decrease", "Giảm", "Decrease"),
	COUNT("closing", "Cuối kỳ", "Closing"),
	COUNT("admitted", "Kết nạp", "Admitted"),
	COUNT("population", "Dân số", "Population"),
	PERCENT("ratio_percent", "Tỷ lệ", "Ratio"),
};

static const struct column probation_columns[] = {
	{"member", COL_CODE, L("Số lý lịch", "Member"), .codes = NULL},
	{"full_name", COL_TEXT, L("Họ và tên", "Full name"), .codes = NULL},
	UNIT,
	{"unit_name", COL_TEXT, L("Chi bộ", "Unit name"), .codes = NULL},
	{"admitted_on", COL_DATE, L("Ngày vào Đảng", "Admitted on"), .codes = NULL},
	{"due_on", COL_DATE, L("Hết hạn dự bị", "Due on"), .codes = NULL},
	COUNT("days_overdue", "Số ngày quá hạn", "Days overdue"),
	{"status", COL_WORD, L("Tình trạng", "Status"), .codes = &codes_probation_status},
};

static const struct column idle_columns[] = {
	UNIT,
	{"name", COL_TEXT, L("Đơn vị", "Name"), .codes = NULL},
	KIND,
	MEMBERS,
	{"last_admission", COL_DATE, L("Lần kết nạp gần nhất", "Last admission"), .codes = NULL},
	COUNT("months_idle", "Số tháng chưa kết nạp", "Months"),
};

static const struct column forecast_columns[] = {
	{"scenario", COL_WORD, L("Phương án", "Scenario"), .codes = &codes_scenario},
	COUNT("admissions", "Kết nạp thêm", "Admissions"),
	COUNT("losses", "Giảm", "Losses"),
	MEMBERS,
	COUNT("population", "Dân số", "Population"),
	PERCENT("ratio_percent", "Tỷ lệ", "Ratio"),
	PERCENT("target_percent", "Chỉ tiêu", "Target"),
	{"gap_points", COL_POINTS, L("Chênh lệch (điểm %)", "Gap (points)"), .codes = NULL},
	COUNT("members_needed", "Còn thiếu", "Members needed"),
};

static const struct chart progress_chart = {
	.kind = CHART_BARS,
	.across = "name",
	.values = {"progress_percent", "elapsed_percent"},
	.title = L("Tiến độ kết nạp của các đơn vị", "Progress of the units"),
	.ranked = true,
};

static const struct chart ratio_chart = {
	.kind = CHART_BARS,
	.across = "name",
	.values = {"ratio_percent", "target_percent"},
	.title = L("Tỷ lệ đảng viên so với dân số", "Members per population"),
	.ranked = true,
};

static const struct chart trend_chart = {
	.kind = CHART_LINES,
	.across = "period",
	.values = {"closing"},
	.second = "ratio_percent",
	.title = L("Đảng viên và tỷ lệ", "Members and ratio"),
};

static const struct chart structure_chart = {
	.kind = CHART_BARS,
	.across = "group",
	.values = {"members"},
	.title = L("Số đảng viên từng nhóm", "Members in each group"),
};

static const struct column months_columns[] = {
	{"month", COL_CODE, L("Tháng", "Month"), .codes = NULL},
	{"to", COL_DATE, L("Đến ngày", "To"), .codes = NULL},
	COUNT("admitted", "Đã kết nạp", "Admitted"),
	COUNT("expected", "Theo kế hoạch", "Expected by the plan"),
};

static const struct chart months_chart = {
	.kind = CHART_LINES,
	.across = "month",
	.values = {"admitted", "expected"},
	.title = L("Kết nạp lũy kế so với kế hoạch", "Admissions so far against the plan"),
};

static const struct picture months_picture = {
	.name = "progress-months",
	.title = L("Kết nạp lũy kế từng tháng", "Admissions so far by month"),
	.sql = SQL_REPORT_PROGRESS_MONTHS,
	COLUMNS(months_columns),
	.chart = &months_chart,
};

static const struct column ages_columns[] = {
	{"group", COL_WORD, L("Nhóm tuổi", "Age"), .codes = &codes_age_band},
	COUNT("male", "Nam", "Men"),
	COUNT("female", "Nữ", "Women"),
	COUNT("unknown", "Không rõ giới tính", "Gender unknown"),
};

static const struct chart ages_chart = {
	.kind = CHART_PYRAMID,
	.across = "group",
	.values = {"male", "female"},
	.title = L("Tháp tuổi", "Pyramid of ages"),
};

static const struct picture ages_picture = {
	.name = "structure-ages",
	.title = L("Tháp tuổi", "Pyramid of ages"),
	.sql = SQL_REPORT_STRUCTURE_AGES,
	COLUMNS(ages_columns),
	.chart = &ages_chart,
};

const struct report reports[] = {
	{
		.name = "summary",
		.title = L("Tổng hợp tình hình đảng viên", "Membership summary"),
		.about = L("tổ chức, đảng viên, tỷ lệ so với dân số và kế hoạch, trong một trang",
			"organisations, members, ratio and plan on one page"),
		.sql = SQL_REPORT_SUMMARY,
		.use = REPORT_PLAN,
		.takes = QUERY_PLAN,
		COLUMNS(summary_columns),
		.one_row = true,
		.notes = population_notes,
		.notes_sql = SQL_REPORT_SUMMARY_NOTES,
	},
	{
		.name = "ratio",
		.title = L("Tỷ lệ đảng viên so với dân số", "Ratio of members to population"),
		.about = L("tỷ lệ của từng đơn vị so với chỉ tiêu",
			"the ratio of each unit against its target"),
		.sql = SQL_REPORT_RATIO,
		.use = REPORT_PLAN | REPORT_LISTED,
		.depth = 1,
		.takes = QUERY_DEPTH | QUERY_PLAN,
		COLUMNS(ratio_columns),
		.chart = &ratio_chart,
		.notes = population_notes,
		.notes_sql = SQL_REPORT_POPULATION_NOTES,
	},
	{
		.name = "progress",
		.title = L("Tiến độ kết nạp đảng viên theo kế hoạch",
			"Progress of the admission plan"),
		.about = L("kết nạp so với chỉ tiêu và thời gian, dự kiến cuối kỳ",
			"admissions against target and time, with a projection"),
		.sql = SQL_REPORT_PROGRESS,
		.use = REPORT_PLAN_NEEDED | REPORT_LISTED,
		.depth = 1,
		.takes = QUERY_DEPTH | QUERY_PLAN | QUERY_YEAR | QUERY_ALL,
		COLUMNS(progress_columns),
		.chart = &progress_chart,
		.picture = &months_picture,
	},
	{
		.name = "movement",
		.title = L("Tăng, giảm đảng viên", "Movement of the membership"),
		.about = L("đầu kỳ + tăng − giảm = cuối kỳ, theo từng hình thức",
			"opening + increase − decrease = closing, by kind"),
		.sql = SQL_REPORT_MOVEMENT,
		.use = REPORT_PERIOD | REPORT_COMPARE | REPORT_LISTED,
		.depth = 1,
		.takes = QUERY_DEPTH | QUERY_FROM | QUERY_TO | QUERY_COMPARE,
		COLUMNS(movement_columns),
		.pair = "unit",
	},
	{
		.name = "structure",
		.title = L("Cơ cấu đảng viên", "Structure of the membership"),
		.about = L("đảng viên (hoặc người mới kết nạp) theo một tiêu chí",
			"members, or those admitted, by one field"),
		.sql = SQL_REPORT_STRUCTURE,
		.use = REPORT_PERIOD | REPORT_COMPARE | REPORT_GROUPS | REPORT_BELOW,
		.takes = QUERY_BY | QUERY_OF | QUERY_FROM | QUERY_TO | QUERY_COMPARE,
		COLUMNS(structure_columns),
		.pair = "group",
	},
	{
		.name = "trend",
		.title = L("Diễn biến theo thời gian", "Trend"),
		.about = L("từng tháng, quý hoặc năm",
			"month by month, quarter by quarter or by year"),
		.sql = SQL_REPORT_TREND,
		.use = REPORT_PERIOD | REPORT_COMPARE,
		.takes = QUERY_EVERY | QUERY_FROM | QUERY_TO | QUERY_COMPARE,
		COLUMNS(trend_columns),
		.chart = &trend_chart,
	},
	{
		.name = "probation",
		.title = L("Đảng viên dự bị", "Probationary members"),
		.about = L("ai hết hạn dự bị khi nào, ai đã quá hạn",
			"who is due for recognition when, and who is overdue"),
		.sql = SQL_REPORT_PROBATION,
		.use = REPORT_BELOW,
		.takes = QUERY_WITHIN | QUERY_SORT,
		COLUMNS(probation_columns),
	},
	{
		.name = "idle",
		.title = L("Chi bộ lâu chưa kết nạp đảng viên", "Cells without admissions"),
		.about = L("chi bộ nhiều tháng chưa kết nạp đảng viên",
			"cells that have admitted nobody for months"),
		.sql = SQL_REPORT_IDLE,
		.use = REPORT_LISTED,
		.depth = INT_MAX,
		.takes = QUERY_MONTHS,
		COLUMNS(idle_columns),
	},
	{
		.name = "forecast",
		.title = L("Dự báo đến hết kế hoạch", "Forecast to the end of the plan"),
		.about = L("tỷ lệ đạt được khi hết kế hoạch, theo ba phương án",
			"the ratio at the end of the plan in three scenarios"),
		.sql = SQL_REPORT_FORECAST,
		.use = REPORT_PLAN_NEEDED,
		.takes = QUERY_PLAN,
		COLUMNS(forecast_columns),
		.notes = forecast_notes,
		.notes_sql = SQL_REPORT_FORECAST_NOTES,
	},
};
const size_t report_count = sizeof reports / sizeof reports[0];

#define FIELD(by_, vi_, en_, book_)                                                            \
	{                                                                                      \
		.by = (by_), .title = L(vi_, en_), .codes = (book_), .chart = &structure_chart \
	}

const struct structure_field *structure_field(const char *by)
{
	static const struct structure_field fields[] = {
		FIELD("gender", " theo giới tính", " by gender", &codes_gender),
		{.by = "age",
			.title = L(" theo tuổi đời", " by age"),
			.codes = &codes_age_band,
			.picture = &ages_picture},
		FIELD("ethnicity", " theo dân tộc", " by ethnicity", &codes_group),
		FIELD("religion", " theo tôn giáo", " by religion", &codes_group),
		FIELD("occupation", " theo nghề nghiệp", " by occupation", &codes_group),
		FIELD("education", " theo học vấn", " by education", &codes_group),
		FIELD("theory", " theo lý luận chính trị", " by political theory", &codes_theory),
		FIELD("party_age", " theo tuổi đảng", " by years in the Party",
			&codes_party_age_band),
		FIELD("status", " theo diện chính thức, dự bị", " by status", &codes_member_status),
		FIELD("kind", " theo loại hình tổ chức", " by kind of unit", &codes_unit_kind),
	};
	size_t i;

	for (i = 0; i < sizeof fields / sizeof fields[0]; i++)
		if (strcmp(fields[i].by, by) == 0)
			return &fields[i];
	return NULL;
}
