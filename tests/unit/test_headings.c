#include "support.h"

#include "buf.h"
#include "headings.h"

/* The field that a heading means in a file of this kind. */
static int meaning(
	const struct grid_wish *wish, enum roll_kind kind, const char *heading, size_t len)
{
	struct headings *headings = headings_new(wish);
	struct buf folded = {0};
	int field;

	field_fold_heading(&folded, heading, len);
	field = headings_find(headings, kind, buf_text(&folded));
	headings_free(headings);
	buf_release(&folded);
	return field;
}

static void means(enum roll_kind kind, size_t field, const char *heading, size_t len)
{
	const struct grid_wish wish = {.kind = ROLL_KINDS};
	int got = meaning(&wish, kind, heading, len);

	if (got != (int)field)
		fail_msg("%s: \"%.*s\" of %s means %s", rolls[kind].name, (int)len, heading,
			rolls[kind].fields[field].name,
			got < 0 ? "nothing" : rolls[kind].fields[got].name);
}

/* Each heading of a list; one that two columns had would mean the first of them. */
static void all_mean(enum roll_kind kind, size_t field, const char *list)
{
	while (list) {
		size_t len = strcspn(list, "|");
		struct buf folded = {0};

		assert_true(len > 0);
		means(kind, field, list, len);
		field_fold_heading(&folded, list, len);
		if (heading_in(rolls[kind].ignored, folded.data))
			fail_msg("%s: \"%s\" is ignored too", rolls[kind].name, folded.data);
		buf_release(&folded);
		list = list[len] ? list + len + 1 : NULL;
	}
}

static void no_heading_means_two_columns_of_a_kind(void **state)
{
	enum roll_kind kind;

	(void)state;
	for (kind = 0; kind < ROLL_KINDS; kind++) {
		for (size_t i = 0; i < rolls[kind].count; i++) {
			const struct field *field = &rolls[kind].fields[i];

			all_mean(kind, i, field->name);
			all_mean(kind, i, field->label.vi);
			all_mean(kind, i, field->label.en);
			all_mean(kind, i, field->aliases);
		}
	}
}

static void the_headings_of_real_sheets_are_known(void **state)
{
	static const struct {
		size_t field;
		const char *heading;
	} cases[] = {
		{MEMBER_FULL_NAME, "HỌ VÀ TÊN"},
		{MEMBER_FULL_NAME, "Họ và tên khai sinh"},
		{MEMBER_UNIT, "CHI BỘ"},
		{MEMBER_ETHNICITY, "DÂN TỘC"},
		{MEMBER_RELIGION, "TÔN GIÁO"},
		{MEMBER_GENDER, "GIỚI TÍNH"},
		{MEMBER_GENDER, "Nam, nữ"},
		{MEMBER_ADMITTED_ON, "NGÀY KẾT NẠP"},
		{MEMBER_ADMITTED_ON, "Ngày vào Đảng dự bị"},
		{MEMBER_ADMITTED_ON, "Ngày vào Đảng"},
		{MEMBER_OFFICIAL_ON, "NGÀY CHÍNH THỨC"},
		{MEMBER_OFFICIAL_ON, "Ngày vào Đảng chính thức"},
		{MEMBER_MEMBER, "SỐ LÝ LỊCH ĐẢNG VIÊN"},
		{MEMBER_MEMBER, "Số lí lịch"},
		{MEMBER_CARD_NO, "SỐ THẺ ĐẢNG VIÊN"},
		{MEMBER_CARD_NO, "Mã thẻ Đảng"},
		{MEMBER_CARD_NO, "Số thẻ đảng"},
		{MEMBER_THEORY, "Lý luận chính trị"},
		{MEMBER_EDUCATION, "Trình độ phổ thông/học vấn"},
		{MEMBER_BIRTH_DATE, "Ngày, tháng,\nnăm sinh"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
		means(ROLL_MEMBERS, cases[i].field, cases[i].heading, strlen(cases[i].heading));
}

static void the_headings_of_the_contract_are_known(void **state)
{
	static const struct {
		enum roll_kind kind;
		size_t field;
		const char *headings;
	} cases[] = {
		{ROLL_UNITS, UNIT_UNIT, "mã|mã đơn vị|mã chi bộ"},
		{ROLL_UNITS, UNIT_NAME, "tên|tên đơn vị|tên chi bộ"},
		{ROLL_UNITS, UNIT_KIND, "loại|loại hình"},
		{ROLL_UNITS, UNIT_PARENT, "trực thuộc|đơn vị cấp trên"},
		{ROLL_UNITS, UNIT_OPENED_ON, "ngày thành lập"},
		{ROLL_UNITS, UNIT_CLOSED_ON, "ngày giải thể"},
		{ROLL_POPULATION, POPULATION_UNIT, "mã đơn vị"},
		{ROLL_POPULATION, POPULATION_AS_OF, "ngày|thời điểm"},
		{ROLL_POPULATION, POPULATION_POPULATION, "dân số"},
		{ROLL_POPULATION, POPULATION_SOURCE, "nguồn"},
		{ROLL_PLANS, PLAN_PLAN, "kế hoạch|mã kế hoạch"},
		{ROLL_PLANS, PLAN_UNIT, "mã đơn vị"},
		{ROLL_PLANS, PLAN_FROM, "từ ngày"},
		{ROLL_PLANS, PLAN_TO, "đến ngày"},
		{ROLL_PLANS, PLAN_TARGET, "chỉ tiêu"},
		{ROLL_PLANS, PLAN_RATIO_PERCENT, "tỷ lệ"},
		{ROLL_PLANS, PLAN_TITLE, "tên kế hoạch"},
		{ROLL_MEMBERS, MEMBER_MEMBER, "số lý lịch|mã đảng viên"},
		{ROLL_MEMBERS, MEMBER_UNIT, "chi bộ|mã chi bộ"},
		{ROLL_MEMBERS, MEMBER_FULL_NAME, "họ và tên|họ tên"},
		{ROLL_MEMBERS, MEMBER_BIRTH_DATE, "ngày sinh|năm sinh"},
		{ROLL_MEMBERS, MEMBER_GENDER, "giới tính"},
		{ROLL_MEMBERS, MEMBER_ETHNICITY, "dân tộc"},
		{ROLL_MEMBERS, MEMBER_RELIGION, "tôn giáo"},
		{ROLL_MEMBERS, MEMBER_OCCUPATION, "nghề nghiệp"},
		{ROLL_MEMBERS, MEMBER_EDUCATION, "trình độ"},
		{ROLL_MEMBERS, MEMBER_THEORY, "lý luận chính trị"},
		{ROLL_MEMBERS, MEMBER_CARD_NO, "số thẻ|số thẻ đảng viên"},
		{ROLL_MEMBERS, MEMBER_ADMITTED_ON, "ngày vào Đảng|ngày kết nạp"},
		{ROLL_MEMBERS, MEMBER_OFFICIAL_ON, "ngày chính thức"},
		{ROLL_MEMBERS, MEMBER_JOINED_ON, "ngày chuyển đến"},
		{ROLL_MEMBERS, MEMBER_JOINED_BY, "hình thức đến"},
		{ROLL_MEMBERS, MEMBER_LEFT_ON, "ngày ra|ngày chuyển đi"},
		{ROLL_MEMBERS, MEMBER_LEFT_BY, "hình thức ra"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
		all_mean(cases[i].kind, cases[i].field, cases[i].headings);
}

static void what_could_mean_two_things_means_nothing(void **state)
{
	/* A second admission, a place of work, a diploma beside the schooling, facts run together.
	 */
	static const char *const headings[] = {"Ngày vào Đảng lần 2", "Đơn vị",
		"Trình độ chuyên môn", "Ngày quyết định chính thức",
		"Ngày vào Đảng, ngày chính thức", "Ngày chuyển đi, đến đảng bộ nào", "Đối tượng",
		"Loại đảng viên", "", "x"};
	const struct grid_wish wish = {.kind = ROLL_MEMBERS};

	(void)state;
	for (size_t i = 0; i < sizeof headings / sizeof headings[0]; i++)
		assert_int_equal(
			meaning(&wish, ROLL_MEMBERS, headings[i], strlen(headings[i])), -1);
}

static void map_goes_before_the_names_of_the_fields(void **state)
{
	const char *const maps[] = {
		"gender=Tên", "unit=X", "unit=Tổ Đảng", "admitted_on=Ngày sinh"};
	const struct grid_wish wish = {.kind = ROLL_KINDS, .maps = maps, .map_count = 4};
	static const struct {
		const char *heading;
		int field;
	} cases[] = {{"TEN", MEMBER_GENDER}, {"gender", -1}, {"giới tính", -1},
		{"tổ_đảng *", MEMBER_UNIT}, {"x", -1}, {"chi bộ", -1},
		{"Ngày sinh", MEMBER_ADMITTED_ON}, {"Năm sinh", MEMBER_BIRTH_DATE},
		{"Ngày kết nạp", -1}, {"member", MEMBER_MEMBER}};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
		assert_int_equal(
			meaning(&wish, ROLL_MEMBERS, cases[i].heading, strlen(cases[i].heading)),
			cases[i].field);
	assert_string_equal(
		heading_mapped(&wish, &rolls[ROLL_MEMBERS].fields[MEMBER_UNIT]), "Tổ Đảng");
	assert_null(heading_mapped(&wish, &rolls[ROLL_MEMBERS].fields[MEMBER_MEMBER]));
	/* A column of the same name in another kind is meant as well. */
	assert_int_equal(meaning(&wish, ROLL_UNITS, "X", 1), -1);
	assert_int_equal(meaning(&wish, ROLL_UNITS, "Tổ Đảng", strlen("Tổ Đảng")), UNIT_UNIT);
}

static void only_the_wished_kind_has_headings(void **state)
{
	const struct grid_wish wish = {.kind = ROLL_UNITS};

	(void)state;
	assert_int_equal(meaning(&wish, ROLL_UNITS, "parent", 6), UNIT_PARENT);
	assert_int_equal(meaning(&wish, ROLL_MEMBERS, "member", 6), -1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(no_heading_means_two_columns_of_a_kind),
		cmocka_unit_test(the_headings_of_real_sheets_are_known),
		cmocka_unit_test(the_headings_of_the_contract_are_known),
		cmocka_unit_test(what_could_mean_two_things_means_nothing),
		cmocka_unit_test(map_goes_before_the_names_of_the_fields),
		cmocka_unit_test(only_the_wished_kind_has_headings),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
