#include "support.h"

#include "store.h"
#include "store/units.h"

static struct error error = {.lang = LANG_EN};

static void units(struct db *db)
{
	store_new(db);
	store_run(db,
		"INSERT INTO any_unit (id, code, name, name_key, kind, parent) SELECT column1, "
		"column2, column3,"
		" fold(column3), 2, nullif(column4, 0) FROM (VALUES (1, '872', 'Huyện ủy "
		"Tháp Mười', 0),"
		" (2, '30037', 'Đảng bộ Mỹ An', 1), (3, '30064', 'Đảng bộ Mỹ An', 1),"
		" (4, '30040', 'Đảng bộ Thạnh Lợi', 1), (5, 'abc', 'Chi bộ 1', 2), (6, "
		"'ABC', 'Chi bộ 2', 2),"
		" (7, 'Chi bộ 1', 'Chi bộ 3', 2), (8, 'Z', 'chi bộ  4', 2), (9, 'Y', 'CHI BO "
		"4', 3),"
		" (10, 'X', 'Chi bộ 4', 4))");
	store_places(db);
}

static void found_as(struct db *db, const char *text, int count, int64_t id)
{
	struct unit_found found;

	assert_int_equal(units_find(db, text, &found, &error), STATUS_DONE);
	assert_int_equal(found.count, count);
	if (count == 1)
		assert_int_equal(found.id, id);
}

static void a_unit_is_found_by_its_code(void **state)
{
	struct db db;

	(void)state;
	units(&db);
	found_as(&db, "30040", 1, 4);
	found_as(&db, "abc", 1, 5); /* case counts */
	found_as(&db, "ABC", 1, 6);
	found_as(&db, "Abc", 0, 0);
	found_as(&db, "030040", 0, 0);
	found_as(&db, "30040 ", 0, 0);
	found_as(&db, "", 0, 0);
	store_end(&db);
}

static void a_unit_is_found_by_its_name_as_headers_are_matched(void **state)
{
	struct db db;

	(void)state;
	units(&db);
	found_as(&db, "Đảng bộ Thạnh Lợi", 1, 4);
	found_as(&db, "dang bo thanh loi", 1, 4);
	found_as(&db, "ĐẢNG_BỘ  THẠNH\nLỢI", 1, 4);
	found_as(&db, "Thạnh Lợi", 0, 0);
	store_end(&db);
}

static void a_code_goes_before_a_name(void **state)
{
	struct db db;

	(void)state;
	units(&db);
	found_as(&db, "Chi bộ 1", 1, 7);
	found_as(&db, "chi bo 1", 1, 5);
	store_end(&db);
}

static void units_of_one_name_are_named_by_their_codes(void **state)
{
	struct unit_found found;
	struct db db;

	(void)state;
	units(&db);
	assert_int_equal(units_find(&db, "đảng bộ mỹ an", &found, &error), STATUS_DONE);
	assert_int_equal(found.count, 2);
	assert_string_equal(found.codes[0], "30037");
	assert_string_equal(found.codes[1], "30064");
	found_as(&db, "Chi bộ 4", 3, 0);
	store_end(&db);
}

static void the_root_has_no_parent(void **state)
{
	struct unit_found found;
	struct db db;

	(void)state;
	store_new(&db);
	assert_int_equal(units_root(&db, 0, &found, &error), STATUS_DONE);
	assert_int_equal(found.count, 0);
	assert_int_equal(found.id, 0);
	store_end(&db);
	units(&db);
	assert_int_equal(units_root(&db, 0, &found, &error), STATUS_DONE);
	assert_int_equal(found.count, 1);
	assert_int_equal(found.id, 1);
	store_end(&db);
}

/* More units than the memory has slots at first, so that it grows. */
static void remembered_units_stay_what_they_are_however_many(void **state)
{
	enum { UNITS = 6000 };
	struct unit_memo *memo = unit_memo_new();
	struct unit_found found;
	struct db db;
	char code[40];

	(void)state;
	store_new(&db);
	store_run(&db,
		"WITH RECURSIVE n (n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM n WHERE n < 6000)"
		" INSERT INTO any_unit (id, code, name, name_key, kind, parent)"
		" SELECT n, printf('U%d%s', n, iif(n % 7, '', '-một mã dài hơn bộ nhớ')), n, n, 2, 1"
		" FROM n");
	for (int round = 0; round < 2; round++) {
		for (int i = UNITS; i > 0; i--) {
			int len = snprintf(code, sizeof code, "U%d%s", i,
				i % 7 ? "" : "-một mã dài hơn bộ nhớ");

			assert_int_equal(
				unit_memo_find(memo, &db, code, (size_t)len, &found, &error),
				STATUS_DONE);
			assert_int_equal(found.count, 1);
			assert_int_equal(found.id, i);
		}
		assert_int_equal(unit_memo_find(memo, &db, "U0", 2, &found, &error), STATUS_DONE);
		assert_int_equal(found.count, 0);
	}
	unit_memo_free(memo);
	store_end(&db);
}

static void a_code_is_written_for_a_unit_that_exists(void **state)
{
	struct buf out = {0};
	struct db db;

	(void)state;
	units(&db);
	units_write_code(&db, 4, &out);
	units_write_code(&db, 99, &out);
	assert_string_equal(out.data, "30040");
	buf_release(&out);
	store_end(&db);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_unit_is_found_by_its_code),
		cmocka_unit_test(a_unit_is_found_by_its_name_as_headers_are_matched),
		cmocka_unit_test(a_code_goes_before_a_name),
		cmocka_unit_test(units_of_one_name_are_named_by_their_codes),
		cmocka_unit_test(the_root_has_no_parent),
		cmocka_unit_test(remembered_units_stay_what_they_are_however_many),
		cmocka_unit_test(a_code_is_written_for_a_unit_that_exists),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
