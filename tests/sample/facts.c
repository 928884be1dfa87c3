#include "facts.h"

#include <stddef.h>

#include "calendar.h"

/* Lists end with NULL; those in tables have room for it. */
#define WORDS_MAX 49

static const char *const families[] = {"Nguyễn", "Nguyễn", "Nguyễn", "Nguyễn", "Nguyễn", "Trần",
	"Trần", "Trần", "Lê", "Lê", "Lê", "Phạm", "Phạm", "Huỳnh", "Huỳnh", "Phan", "Võ", "Võ",
	"Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương", "Lý", "Trương", "Đoàn", "Mai", "Cao", "Tô",
	"Châu", "Lương", NULL};
static const char *const khmer_families[] = {"Danh", "Thạch", "Kiên", "Lâm", "Sơn", NULL};
static const char *const hoa_families[] = {"Trần", "Lý", "Quách", "Lâm", "Huỳnh", "Trịnh", NULL};

static const char *const middles[2][WORDS_MAX] = {
	{"Văn", "Văn", "Văn", "Hữu", "Minh", "Thanh", "Quốc", "Hoàng", "Công", "Đức", "Tấn",
		"Thành", "Ngọc", "Trọng", "Phước", "Chí"},
	{"Thị", "Thị", "Thị", "Thị", "Ngọc", "Thanh", "Kim", "Mỹ", "Hồng", "Thùy", "Bích", "Cẩm",
		"Tuyết", "Thị Kim", "Thị Mỹ", "Thị Ngọc"},
};
static const char *const givens[2][WORDS_MAX] = {
	{"An", "Bình", "Bảo", "Cường", "Danh", "Dũng", "Duy", "Đạt", "Đông", "Đức", "Giang", "Hải",
		"Hậu", "Hiền", "Hiếu", "Hòa", "Hùng", "Huy", "Khánh", "Khoa", "Kiệt", "Lâm", "Lộc",
		"Long", "Lợi", "Mẫn", "Nam", "Nghĩa", "Nhân", "Phong", "Phú", "Phúc", "Quang",
		"Sang", "Sơn", "Tài", "Tâm", "Thắng", "Thiện", "Tiến", "Toàn", "Trung", "Tuấn",
		"Út", "Vinh", "Vũ", "Xuân"},
	{"An", "Ánh", "Bé", "Châu", "Chi", "Cúc", "Diễm", "Dung", "Duyên", "Đào", "Giang", "Hà",
		"Hạnh", "Hằng", "Hiền", "Hoa", "Hồng", "Huệ", "Hương", "Huyền", "Lan", "Linh",
		"Loan", "Mai", "My", "Nga", "Ngân", "Nhung", "Nguyệt", "Oanh", "Phượng", "Quyên",
		"Sương", "Tâm", "Thảo", "Thơ", "Thúy", "Thư", "Tiên", "Trang", "Trinh", "Tuyền",
		"Uyên", "Vân", "Xuân", "Yến", "Ý"},
};

static const char *const religions[] = {"Phật giáo Hòa Hảo", "Phật giáo Hòa Hảo",
	"Phật giáo Hòa Hảo", "Công giáo", "Cao Đài", "Phật giáo", NULL};

static const char *const old_farmers[] = {
	"Hưu trí", "Hưu trí", "Nông dân", "Nông dân", "Nghỉ công tác", NULL};
static const char *const occupations[SETTING_COUNT][WORDS_MAX] = {
	[SETTING_HAMLET] = {"Nông dân", "Nông dân", "Nông dân", "Buôn bán", "Cán bộ ấp",
		"Lao động tự do", "Công nhân"},
	[SETTING_LOCAL] = {"Cán bộ cấp xã", "Công chức cấp xã", "Công chức cấp xã",
		"Người hoạt động không chuyên trách"},
	[SETTING_OFFICE] = {"Công chức", "Công chức", "Công chức", "Viên chức", "Nhân viên"},
	[SETTING_SCHOOL] = {"Giáo viên", "Giáo viên", "Giáo viên", "Giáo viên", "Viên chức"},
	[SETTING_HEALTH] = {"Bác sĩ", "Điều dưỡng", "Điều dưỡng", "Y sĩ", "Dược sĩ", "Viên chức"},
	[SETTING_MILITARY] = {"Sĩ quan quân đội", "Quân nhân chuyên nghiệp", "Bộ đội"},
	[SETTING_POLICE] = {"Sĩ quan công an", "Sĩ quan công an", "Công an"},
	[SETTING_SERVICE] = {"Viên chức", "Viên chức", "Kỹ sư", "Nhân viên"},
	[SETTING_COMPANY] = {"Công nhân", "Công nhân", "Kỹ thuật viên", "Nhân viên", "Quản lý"},
};

static const char *const old_schooling[] = {"5/12", "7/12", "9/12", "9/12", "10/10", "12/12", NULL};
static const char *const farm_schooling[] = {"9/12", "9/12", "12/12", "12/12", "12/12", "12/12",
	"Trung cấp", "Cao đẳng", "Đại học", "", NULL};
static const char *const office_schooling[] = {"12/12", "Trung cấp", "Cao đẳng", "Đại học",
	"Đại học", "Đại học", "Đại học", "Đại học", "Thạc sĩ", NULL};

static const char *const farm_theory[] = {
	"", "", "", "elementary", "elementary", "elementary", "intermediate", NULL};
static const char *const office_theory[] = {"", "", "elementary", "elementary", "intermediate",
	"intermediate", "intermediate", "advanced", NULL};
static const char *const new_theory[] = {"", "", "elementary", NULL};

static const int women_percent[SETTING_COUNT] = {
	[SETTING_HAMLET] = 28,
	[SETTING_LOCAL] = 36,
	[SETTING_OFFICE] = 41,
	[SETTING_SCHOOL] = 62,
	[SETTING_HEALTH] = 57,
	[SETTING_MILITARY] = 5,
	[SETTING_POLICE] = 11,
	[SETTING_SERVICE] = 38,
	[SETTING_COMPANY] = 44,
};

static const char *pick(const char *const *words, struct random *random)
{
	int count = 0;

	while (words[count])
		count++;
	return words[random_below(random, count)];
}

static void draw_name(struct person *person, struct random *random)
{
	int n = random_below(random, 1000);

	person->ethnicity = n < 9 ? "Khmer" : n < 15 ? "Hoa" : "Kinh";
	person->family = pick(n < 9 ? khmer_families : n < 15 ? hoa_families : families, random);
	person->middle = pick(middles[person->female], random);
	person->given = pick(givens[person->female], random);
}

/* People are admitted between 19 and 36, a few later. In offices nobody is older than the age of
 * retirement. */
static void draw_birth(struct person *person, bool hamlet, struct random *random)
{
	int admitted = person->stays[0].admitted;
	int oldest = civil_of(admitted).year - (hamlet ? 1934 : 1962) - 1;
	int age = 19 + random_below(random, 10);
	int vague = random_below(random, 150);
	struct civil birth;

	age += random_below(random, 9);
	if (random_once(random, 40))
		age += random_below(random, 15);
	if (age > oldest)
		age = oldest;
	birth = civil_of(day_add_months(admitted, -12 * age) - random_below(random, 365));
	person->birth_year = birth.year;
	person->birth_month = birth.month;
	person->birth_day = birth.day;
	/* Births of the war years are often not known to the day. */
	if (vague < (birth.year < 1965 ? 45 : 1))
		person->birth_day = 0;
	if (birth.year < 1965 && vague < 30)
		person->birth_month = 0;
}

void facts_draw(struct person *person, enum setting setting, struct random *random)
{
	const struct stay *last = &person->stays[person->stay_count - 1];
	bool hamlet = setting == SETTING_HAMLET;
	bool old;

	person->female = random_below(random, 100) < women_percent[setting];
	draw_name(person, random);
	draw_birth(person, hamlet, random);
	old = person->birth_year < 1963;
	person->religion = random_once(random, 9) ? pick(religions, random) : "";
	person->occupation = pick(hamlet && old ? old_farmers : occupations[setting], random);
	person->education = pick(!hamlet ? office_schooling
				 : old   ? old_schooling
					 : farm_schooling,
		random);
	/* Only official members have a card. */
	person->card = last->official != NO_DAY;
	person->theory = pick(!person->card ? new_theory
			      : hamlet      ? farm_theory
					    : office_theory,
		random);
}
