#include "support.h"

#include "base/buf.h"
#include "import/headings.h"

/* Finds what a heading means in the plain way: the first field with a heading that folds to the
 * same. */
static int field_by_definition(enum roll_kind kind, const char *folded)
{
	for (size_t i = 0; i < rolls[kind].count; i++) {
		const struct field *field = &rolls[kind].fields[i];

		if (heading_in(field->name, folded) || heading_in(field->label.vi, folded) ||
			heading_in(field->label.en, folded) || heading_in(field->aliases, folded))
			return (int)i;
	}
	return -1;
}

static void means(
	const struct headings *headings, const char *heading, enum roll_kind kind, int field)
{
	struct buf folded = {0};
	int fields[ROLL_KINDS];

	field_fold_heading(&folded, heading, strlen(heading));
	headings_find(headings, folded.data, fields);
	if (fields[kind] != field)
		fail_msg("%s in %s: field %d, not %d", heading, rolls[kind].name, fields[kind],
			field);
	buf_release(&folded);
}

/* Expects that each heading of a list means the same in both ways, in every kind. */
static void list_means_what_it_should(const struct headings *headings, const char *list)
{
	struct buf folded = {0};

	while (list) {
		size_t len = strcspn(list, "|");
		int fields[ROLL_KINDS];

		buf_clear(&folded);
		field_fold_heading(&folded, list, len);
		headings_find(headings, folded.data, fields);
		for (enum roll_kind kind = 0; kind < ROLL_KINDS; kind++)
			assert_int_equal(fields[kind], field_by_definition(kind, folded.data));
		list = list[len] ? list + len + 1 : NULL;
	}
	buf_release(&folded);
}

static void every_heading_of_every_kind_means_its_field(void **state)
{
	struct headings *headings = headings_new(&(struct header_wanted){.kind = ROLL_KINDS});

	(void)state;
	for (enum roll_kind kind = 0; kind < ROLL_KINDS; kind++) {
		for (size_t i = 0; i < rolls[kind].count; i++) {
			const struct field *field = &rolls[kind].fields[i];

			list_means_what_it_should(headings, field->name);
			list_means_what_it_should(headings, field->label.vi);
			list_means_what_it_should(headings, field->label.en);
			list_means_what_it_should(headings, field->aliases);
		}
		list_means_what_it_should(headings, rolls[kind].ignored);
	}
	headings_free(headings);
}

static void one_heading_has_a_meaning_in_each_kind(void **state)
{
	struct headings *headings = headings_new(&(struct header_wanted){.kind = ROLL_KINDS});

	(void)state;
	means(headings, "MÃ_ĐƠN VỊ *", ROLL_UNITS, UNIT_UNIT);
	means(headings, "Mã đơn vị", ROLL_POPULATION, POPULATION_UNIT);
	means(headings, "Mã đơn vị", ROLL_PLANS, PLAN_UNIT);
	means(headings, "Mã đơn vị", ROLL_MEMBERS, MEMBER_UNIT);
	means(headings, "Tên", ROLL_UNITS, UNIT_NAME);
	means(headings, "Tên", ROLL_PLANS, PLAN_TITLE);
	means(headings, "Tên", ROLL_MEMBERS, -1);
	means(headings, "Ngày sinh (dd/mm/yyyy)", ROLL_MEMBERS, MEMBER_BIRTH_DATE);
	headings_free(headings);
}

/* As real programs and forms have them, with what stands beside them and is something else. */
static void headings_of_real_lists_have_their_meaning(void **state)
{
	static const struct {
		const char *heading;
		int field;
	} real[] = {
		{"Ngày chính thức vào đảng", MEMBER_OFFICIAL_ON},
		{"Ngày vào Đảng (Chính thức)", MEMBER_OFFICIAL_ON},
		{"Ngày quyết định chính thức", MEMBER_OFFICIAL_ON},
		{"Ngày, tháng, năm chính thức", MEMBER_OFFICIAL_ON},
		{"Ngày kết nạp vào Đảng", MEMBER_ADMITTED_ON},
		{"Ngày vào Đảng (Dự bị)", MEMBER_ADMITTED_ON},
		{"Ngày vào Đảng CSVN", MEMBER_ADMITTED_ON},
		{"NGÀY, THÁNG, NĂM VÀO ĐẢNG *", MEMBER_ADMITTED_ON},
		{"Ngày tháng năm kết nạp", MEMBER_ADMITTED_ON},
		{"Tổ chức Đảng sinh hoạt *", MEMBER_UNIT},
		{"Chi bộ nơi sinh hoạt", MEMBER_UNIT},
		{"Nơi sinh hoạt Đảng", MEMBER_UNIT},
		{"Thuộc chi bộ", MEMBER_UNIT},
		{"Đơn vị", MEMBER_UNIT},
		{"Giới tính (Nam/Nữ)", MEMBER_GENDER},
		{"Giới tính (nam, nữ)*", MEMBER_GENDER},
		{"Nam/Nữ", MEMBER_GENDER},
		{"Chính trị", MEMBER_THEORY},
		{"Năm sinh Nam", RECORD_FIELDS},
		{"NGÀY, THÁNG, NĂM SINH (dd/mm/yyyy) NỮ", RECORD_FIELDS + 1},
		{"Giới tính Nam", RECORD_FIELDS + 2},
		{"Giới tính (Nam/Nữ) Nữ", RECORD_FIELDS + 3},
		{"Ngày vào Đoàn", -1},
		{"Ngày cấp thẻ Đảng", -1},
		{"Chi bộ nơi cư trú", -1},
		{"Đơn vị công tác", -1},
		{"Năm sinh cha", -1},
		{"Nam", -1},
		{"Nữ", -1},
		{"Số định danh cá nhân", -1},
	};
	struct headings *headings = headings_new(&(struct header_wanted){.kind = ROLL_KINDS});

	(void)state;
	for (size_t i = 0; i < sizeof real / sizeof real[0]; i++)
		means(headings, real[i].heading, ROLL_MEMBERS, real[i].field);
	headings_free(headings);
}

static void what_no_field_is_called_means_nothing(void **state)
{
	struct headings *headings = headings_new(&(struct header_wanted){.kind = ROLL_KINDS});

	(void)state;
	for (enum roll_kind kind = 0; kind < ROLL_KINDS; kind++) {
		means(headings, "ghi chú", kind, -1);
		means(headings, "a", kind, -1);
		means(headings, "zzz", kind, -1);
	}
	headings_free(headings);
}

static void a_named_kind_is_the_only_one(void **state)
{
	struct headings *headings = headings_new(&(struct header_wanted){.kind = ROLL_PLANS});

	(void)state;
	means(headings, "mã đơn vị", ROLL_PLANS, PLAN_UNIT);
	means(headings, "mã đơn vị", ROLL_UNITS, -1);
	means(headings, "mã đơn vị", ROLL_MEMBERS, -1);
	headings_free(headings);
}

static void a_mapped_column_goes_by_that_heading_alone(void **state)
{
	static const char *const maps[] = {"unit=Nơi sinh hoạt", "full_name=Ngày sinh"};
	struct headings *headings = headings_new(
		&(struct header_wanted){.kind = ROLL_KINDS, .maps = maps, .map_count = 2});

	(void)state;
	means(headings, "nơi sinh hoạt", ROLL_MEMBERS, MEMBER_UNIT);
	means(headings, "nơi sinh hoạt", ROLL_UNITS, UNIT_UNIT);
	means(headings, "mã chi bộ", ROLL_MEMBERS, -1);
	means(headings, "ngày sinh", ROLL_MEMBERS, MEMBER_FULL_NAME);
	means(headings, "năm sinh", ROLL_MEMBERS, MEMBER_BIRTH_DATE);
	means(headings, "ngày sinh nam", ROLL_MEMBERS, RECORD_FIELDS);
	headings_free(headings);
	headings = headings_new(&(struct header_wanted){
		.kind = ROLL_KINDS, .maps = (const char *const[]){"birth_date=X"}, .map_count = 1});
	means(headings, "ngày sinh nam", ROLL_MEMBERS, -1);
	means(headings, "giới tính nam", ROLL_MEMBERS, RECORD_FIELDS + 2);
	headings_free(headings);
}

static void a_mapped_heading_may_hold_what_divides_lists(void **state)
{
	static const char *const maps[] = {"gender=Nam|Nữ", "card_no=a=b|c"};
	struct headings *headings = headings_new(
		&(struct header_wanted){.kind = ROLL_MEMBERS, .maps = maps, .map_count = 2});

	(void)state;
	means(headings, "NAM|NỮ", ROLL_MEMBERS, MEMBER_GENDER);
	means(headings, "nam", ROLL_MEMBERS, -1);
	means(headings, "nữ", ROLL_MEMBERS, -1);
	means(headings, "a=b|c", ROLL_MEMBERS, MEMBER_CARD_NO);
	means(headings, "a=b", ROLL_MEMBERS, -1);
	headings_free(headings);
}

static void the_last_map_of_a_column_counts(void **state)
{
	static const char *const maps[] = {"unit=A", "unit_x=B", "unit=C"};
	const struct header_wanted wanted = {.kind = ROLL_MEMBERS, .maps = maps, .map_count = 3};
	struct headings *headings = headings_new(&wanted);

	(void)state;
	assert_string_equal(heading_mapped(&wanted, &rolls[ROLL_MEMBERS].fields[MEMBER_UNIT]), "C");
	assert_null(heading_mapped(&wanted, &rolls[ROLL_MEMBERS].fields[MEMBER_MEMBER]));
	means(headings, "a", ROLL_MEMBERS, -1);
	means(headings, "b", ROLL_MEMBERS, -1);
	means(headings, "c", ROLL_MEMBERS, MEMBER_UNIT);
	headings_free(headings);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_heading_of_every_kind_means_its_field),
		cmocka_unit_test(one_heading_has_a_meaning_in_each_kind),
		cmocka_unit_test(headings_of_real_lists_have_their_meaning),
		cmocka_unit_test(what_no_field_is_called_means_nothing),
		cmocka_unit_test(a_named_kind_is_the_only_one),
		cmocka_unit_test(a_mapped_column_goes_by_that_heading_alone),
		cmocka_unit_test(a_mapped_heading_may_hold_what_divides_lists),
		cmocka_unit_test(the_last_map_of_a_column_counts),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
