#include "shape.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "calendar.h"

struct organisation {
	const char *code; /* in the sample */
	const char *name;
	enum kind kind;
	enum setting setting;
	int cells;      /* below a committee; of a commune: its hamlets */
	int members;    /* these three sum to the published totals: 4,541 members, */
	int recent;     /* 123 of the 126 admissions (three have left since: slots.c), */
	int target;     /* and 570 to be admitted */
	int population; /* 131,791 together */
};

#define DISTRICT_CODE "872"
/* The commune in which a hamlet was dissolved within the plan. */
#define CLOSED_HAMLET_IN "30061"

static const struct organisation organisations[] = {
	{"30037", "Đảng bộ Thị trấn Mỹ An", KIND_COMMUNE, SETTING_HAMLET, 5, 402, 11, 48, 18215},
	{"30040", "Đảng bộ xã Thạnh Lợi", KIND_COMMUNE, SETTING_HAMLET, 5, 221, 5, 27, 6412},
	{"30043", "Đảng bộ xã Hưng Thạnh", KIND_COMMUNE, SETTING_HAMLET, 6, 268, 8, 34, 9876},
	{"30046", "Đảng bộ xã Trường Xuân", KIND_COMMUNE, SETTING_HAMLET, 6, 289, 9, 36, 9534},
	{"30049", "Đảng bộ xã Tân Kiều", KIND_COMMUNE, SETTING_HAMLET, 5, 236, 6, 30, 9127},
	{"30052", "Đảng bộ xã Mỹ Hòa", KIND_COMMUNE, SETTING_HAMLET, 5, 218, 5, 27, 9043},
	{"30055", "Đảng bộ xã Mỹ Quý", KIND_COMMUNE, SETTING_HAMLET, 6, 271, 7, 35, 11236},
	{"30058", "Đảng bộ xã Mỹ Đông", KIND_COMMUNE, SETTING_HAMLET, 5, 232, 3, 29, 7318},
	{"30061", "Đảng bộ xã Đốc Binh Kiều", KIND_COMMUNE, SETTING_HAMLET, 7, 327, 10, 42, 13442},
	{"30064", "Đảng bộ xã Mỹ An", KIND_COMMUNE, SETTING_HAMLET, 5, 229, 6, 29, 8256},
	{"30067", "Đảng bộ xã Phú Điền", KIND_COMMUNE, SETTING_HAMLET, 5, 248, 8, 31, 9387},
	{"30070", "Đảng bộ xã Láng Biển", KIND_COMMUNE, SETTING_HAMLET, 5, 203, 2, 26, 6873},
	{"30073", "Đảng bộ xã Thanh Mỹ", KIND_COMMUNE, SETTING_HAMLET, 7, 287, 9, 36, 13072},
	{"872B01", "Chi bộ Tòa án nhân dân huyện", KIND_BASE_CELL, SETTING_OFFICE, 0, 14, 0, 2, 0},
	{"872B02", "Chi bộ Viện kiểm sát nhân dân huyện", KIND_BASE_CELL, SETTING_OFFICE, 0, 13, 2,
		2, 0},
	{"872B03", "Chi bộ Chi cục Thi hành án dân sự", KIND_BASE_CELL, SETTING_OFFICE, 0, 12, 0, 2,
		0},
	{"872B04", "Chi bộ Kho bạc Nhà nước", KIND_BASE_CELL, SETTING_OFFICE, 0, 10, 0, 2, 0},
	{"872B05", "Chi bộ Chi cục Thuế", KIND_BASE_CELL, SETTING_OFFICE, 0, 24, 1, 3, 0},
	{"872B06", "Chi bộ Bảo hiểm xã hội", KIND_BASE_CELL, SETTING_OFFICE, 0, 13, 0, 2, 0},
	{"872B07", "Chi bộ Ngân hàng Chính sách xã hội", KIND_BASE_CELL, SETTING_SERVICE, 0, 11, 0,
		2, 0},
	{"872B08", "Chi bộ Ngân hàng Nông nghiệp", KIND_BASE_CELL, SETTING_SERVICE, 0, 21, 1, 3, 0},
	{"872B09", "Chi bộ Điện lực", KIND_BASE_CELL, SETTING_COMPANY, 0, 19, 0, 3, 0},
	{"872B10", "Chi bộ Bưu điện", KIND_BASE_CELL, SETTING_COMPANY, 0, 9, 1, 2, 0},
	{"872B11", "Chi bộ Ban Bảo vệ sức khỏe cán bộ", KIND_BASE_CELL, SETTING_OFFICE, 0, 0, 0, 0,
		0},
	{"872C01", "Đảng bộ Các cơ quan Đảng và đoàn thể huyện", KIND_COMMITTEE, SETTING_OFFICE, 6,
		96, 2, 8, 0},
	{"872C02", "Đảng bộ Ủy ban nhân dân huyện", KIND_COMMITTEE, SETTING_OFFICE, 6, 102, 3, 10,
		0},
	{"872C03", "Đảng bộ Quân sự huyện", KIND_COMMITTEE, SETTING_MILITARY, 4, 78, 6, 16, 0},
	{"872C04", "Đảng bộ Công an huyện", KIND_COMMITTEE, SETTING_POLICE, 6, 134, 4, 14, 0},
	{"872C05", "Đảng bộ Bệnh viện Đa khoa", KIND_COMMITTEE, SETTING_HEALTH, 5, 88, 3, 11, 0},
	{"872C06", "Đảng bộ Trung tâm Y tế", KIND_COMMITTEE, SETTING_HEALTH, 4, 62, 1, 7, 0},
	{"872C07", "Đảng bộ Giáo dục và Đào tạo", KIND_COMMITTEE, SETTING_SCHOOL, 3, 45, 1, 5, 0},
	{"872C08", "Đảng bộ Trường THPT Tháp Mười", KIND_COMMITTEE, SETTING_SCHOOL, 4, 58, 2, 7, 0},
	{"872C09", "Đảng bộ Trường THPT Trường Xuân", KIND_COMMITTEE, SETTING_SCHOOL, 4, 47, 1, 6,
		0},
	{"872C10", "Đảng bộ Trường THPT Mỹ Quý", KIND_COMMITTEE, SETTING_SCHOOL, 4, 44, 0, 6, 0},
	{"872C11", "Đảng bộ Trường THPT Đốc Binh Kiều", KIND_COMMITTEE, SETTING_SCHOOL, 4, 52, 1, 6,
		0},
	{"872C12", "Đảng bộ Trung tâm Giáo dục nghề nghiệp - Giáo dục thường xuyên", KIND_COMMITTEE,
		SETTING_SERVICE, 3, 35, 0, 4, 0},
	{"872C13", "Đảng bộ Trung tâm Dịch vụ nông nghiệp", KIND_COMMITTEE, SETTING_SERVICE, 3, 41,
		1, 4, 0},
	{"872C14", "Đảng bộ Ban Quản lý dự án và Phát triển quỹ đất", KIND_COMMITTEE,
		SETTING_SERVICE, 3, 33, 1, 4, 0},
	{"872C15", "Đảng bộ Công ty May", KIND_COMMITTEE, SETTING_COMPANY, 4, 49, 3, 9, 0},
};

enum { ORGANISATIONS = sizeof(organisations) / sizeof(organisations[0]) };

/* The cells of every commune besides its hamlets; weight is the share of the members. */
static const struct {
	const char *name;
	enum setting setting;
	int weight;
} local_cells[] = {
	{"Chi bộ Cơ quan", SETTING_LOCAL, 10},
	{"Chi bộ Quân sự", SETTING_MILITARY, 6},
	{"Chi bộ Công an", SETTING_POLICE, 6},
	{"Chi bộ Trường Mầm non", SETTING_SCHOOL, 6},
	{"Chi bộ Trường Tiểu học", SETTING_SCHOOL, 9},
	{"Chi bộ Trường Trung học cơ sở", SETTING_SCHOOL, 9},
	{"Chi bộ Trạm Y tế", SETTING_HEALTH, 6},
};

enum { LOCAL_CELLS = sizeof(local_cells) / sizeof(local_cells[0]), COMMITTEE_CELLS_MAX = 6 };

/* Names of the cells of a committee, by the setting of the committee. */
static const char *const committee_cells[SETTING_COUNT][COMMITTEE_CELLS_MAX] = {
	[SETTING_OFFICE] = {"Chi bộ Văn phòng", "Chi bộ Tổ chức và Nội vụ", "Chi bộ Kiểm tra",
		"Chi bộ Tuyên giáo và Văn hóa", "Chi bộ Tài chính và Kế hoạch", "Chi bộ Dân vận"},
	[SETTING_MILITARY] = {"Chi bộ Tham mưu", "Chi bộ Chính trị", "Chi bộ Hậu cần và Kỹ thuật",
		"Chi bộ Trung đội Bộ binh"},
	[SETTING_POLICE] = {"Chi bộ Tham mưu", "Chi bộ An ninh", "Chi bộ Cảnh sát điều tra",
		"Chi bộ Quản lý hành chính", "Chi bộ Cảnh sát giao thông", "Chi bộ Hậu cần"},
	[SETTING_HEALTH] = {"Chi bộ Hành chính", "Chi bộ Khoa Nội", "Chi bộ Khoa Ngoại",
		"Chi bộ Khoa Khám bệnh", "Chi bộ Khoa Sản"},
	[SETTING_SCHOOL] = {"Chi bộ Hành chính", "Chi bộ Tổ Tự nhiên", "Chi bộ Tổ Xã hội",
		"Chi bộ Tổ Ngoại ngữ và Tin học"},
	[SETTING_SERVICE] = {"Chi bộ Hành chính", "Chi bộ Nghiệp vụ", "Chi bộ Kỹ thuật"},
	[SETTING_COMPANY] = {"Chi bộ Văn phòng", "Chi bộ Xưởng 1", "Chi bộ Xưởng 2",
		"Chi bộ Kinh doanh"},
};

static struct unit *unit_add(struct shape *shape, enum kind kind, int parent, enum setting setting)
{
	struct unit *unit = &shape->units[shape->unit_count++];

	*unit = (struct unit){
		.kind = kind,
		.parent = parent,
		.setting = setting,
		.opened = NO_DAY,
		.closed = NO_DAY,
	};
	return unit;
}

/* The share of a cell of the members of its organisation, when the cells before it have the weight
 * `before` of `whole`. The shares always sum to the total. */
static int share(int total, int before, int weight, int whole)
{
	int64_t up_to = (int64_t)total * (before + weight) / whole;

	return (int)(up_to - (int64_t)total * before / whole);
}

static void name_local_cell(struct unit *cell, const struct organisation *org, int number)
{
	bool town = org == &organisations[0];

	if (number < org->cells) {
		snprintf(cell->name, sizeof(cell->name), "Chi bộ %s %d", town ? "Khóm" : "Ấp",
			number + 1);
		return;
	}
	snprintf(cell->name, sizeof(cell->name), "%s", local_cells[number - org->cells].name);
	cell->setting = local_cells[number - org->cells].setting;
	/* The cell of the town's station was opened only recently. */
	if (town && number == org->cells + LOCAL_CELLS - 1)
		cell->opened = day_of(2021, 9, 1);
}

static int cell_weight(const struct organisation *org, int number)
{
	if (org->kind != KIND_COMMUNE)
		return 1;
	if (number < org->cells)
		return 12 + number * 3 % 5;
	return local_cells[number - org->cells].weight;
}

static struct unit *add_cell(
	struct shape *shape, const struct organisation *org, int parent, int number)
{
	struct unit *cell = unit_add(shape, KIND_CELL, parent, org->setting);
	char code[sizeof cell->code];

	snprintf(code, sizeof code, "%.12s-%02d", shape->units[parent].code, number + 1);
	memcpy(cell->code, code, sizeof code);
	return cell;
}

static void add_cells(struct shape *shape, const struct organisation *org, int parent)
{
	bool commune = org->kind == KIND_COMMUNE;
	int count = commune ? org->cells + LOCAL_CELLS : org->cells;
	int whole = 0, before = 0;

	for (int i = 0; i < count; i++)
		whole += cell_weight(org, i);
	for (int i = 0; i < count; i++) {
		struct unit *cell = add_cell(shape, org, parent, i);

		if (commune)
			name_local_cell(cell, org, i);
		else
			snprintf(cell->name, sizeof(cell->name), "%s",
				committee_cells[org->setting][i]);
		cell->members = share(org->members, before, cell_weight(org, i), whole);
		before += cell_weight(org, i);
	}
	/* Never the last cell, which may be new. */
	for (int i = 0; i < org->recent; i++)
		shape->units[parent + 1 + i * 7 % (count - 1)].recent++;
	if (strcmp(org->code, CLOSED_HAMLET_IN) == 0) {
		struct unit *cell = add_cell(shape, org, parent, count);

		snprintf(cell->name, sizeof(cell->name), "Chi bộ Ấp %d", org->cells + 1);
		cell->closed = day_of(2021, 6, 30);
	}
}

static void add_district(struct shape *shape)
{
	struct unit *unit = unit_add(shape, KIND_DISTRICT, -1, SETTING_OFFICE);

	shape->district = shape->unit_count - 1;
	snprintf(unit->code, sizeof(unit->code), "%s", DISTRICT_CODE);
	snprintf(unit->name, sizeof(unit->name), "Đảng bộ huyện Tháp Mười");
}

static void add_organisation(struct shape *shape, const struct organisation *org, bool published)
{
	int index = shape->unit_count;
	struct unit *unit = unit_add(shape, org->kind, -1, org->setting);

	if (published)
		snprintf(unit->code, sizeof(unit->code), "%s", org->code);
	else if (org->kind == KIND_COMMUNE)
		snprintf(unit->code, sizeof(unit->code), "A%02d", (int)(org - organisations) + 1);
	else
		snprintf(unit->code, sizeof(unit->code), "%s", org->code + strlen(DISTRICT_CODE));
	snprintf(unit->name, sizeof(unit->name), "%s", org->name);
	unit->population = org->population;
	unit->target = org->target;
	if (org->kind != KIND_BASE_CELL) {
		add_cells(shape, org, index);
		return;
	}
	unit->members = org->members;
	unit->recent = org->recent;
	if (org->members == 0)
		unit->closed = day_of(2021, 3, 31);
}

/* Each unit's part of the new total, rounded so that the parts sum to it. */
static void scale_members(struct shape *shape, int members)
{
	int members_before = 0, recent_before = 0;

	shape->members = 0;
	shape->recent_count = 0;
	for (int i = 0; i < shape->unit_count; i++) {
		struct unit *unit = &shape->units[i];
		struct unit old = *unit;

		unit->members = share(members, members_before, old.members, SHAPE_MEMBERS);
		unit->recent = share(members, recent_before, old.recent, SHAPE_MEMBERS);
		members_before += old.members;
		recent_before += old.recent;
		if (unit->recent > unit->members)
			unit->recent = unit->members;
		shape->members += unit->members;
		shape->recent_count += unit->recent;
		unit->population = share(members, 0, old.population, SHAPE_MEMBERS);
	}
}

void shape_build(struct shape *shape, bool published, int members)
{
	memset(shape, 0, sizeof(*shape));
	if (!published)
		add_district(shape);
	for (int i = 0; i < ORGANISATIONS; i++) {
		bool first_below = published && organisations[i].kind == KIND_BASE_CELL;

		/* Byte order: the statistical codes of the communes come before the district's. */
		if (first_below && organisations[i - 1].kind == KIND_COMMUNE)
			add_district(shape);
		add_organisation(shape, &organisations[i], published);
	}
	for (int i = 0; i < shape->unit_count; i++)
		if (shape->units[i].parent < 0 && i != shape->district)
			shape->units[i].parent = shape->district;
	scale_members(shape, members);
	slots_build(shape);
}
