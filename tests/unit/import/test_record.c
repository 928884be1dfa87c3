#include "support.h"

#include "import/record.h"

static void same(const struct record *a, const struct record *b)
{
	for (size_t i = 0; i < RECORD_FIELDS; i++)
		assert_true(record_same_value(a, b, i));
}

static void a_packed_record_comes_back(void **state)
{
	struct record record = {0}, back = {0};
	struct buf bytes = {0};

	(void)state;
	record.line = 1234567;
	record_set_number(&record, 0, INT64_MIN);
	record_set_number(&record, 3, INT64_MAX);
	record_set_text(&record, 1, "Nguyễn", strlen("Nguyễn"));
	record_set_text(&record, RECORD_FIELDS - 1, "a\0b", 3);
	record_set_text(&record, 5, "", 0);
	buf_add(&record.raw, "x,\0,y", 5);
	record_pack(&bytes, &record);

	record_set_text(&back, 7, "old", 3); /* the old value is replaced */
	record_unpack(&back, bytes.data);
	same(&record, &back);
	assert_int_equal(back.line, 1234567);
	assert_false(back.values[7].filled);
	assert_string_equal(record_text(&back, 1), "Nguyễn");
	assert_memory_equal(record_text(&back, RECORD_FIELDS - 1), "a\0b", 4);
	assert_true(back.values[5].filled && back.values[5].is_text && back.values[5].len == 0);
	assert_int_equal(back.raw.len, 5);
	assert_memory_equal(back.raw.data, "x,\0,y", 5);
	record_release(&record);
	record_release(&back);
	buf_release(&bytes);
}

static void an_empty_record_comes_back(void **state)
{
	struct record record = {0}, back = {0};
	struct buf bytes = {0};

	(void)state;
	record_pack(&bytes, &record);
	record_unpack(&back, bytes.data);
	same(&record, &back);
	assert_int_equal(back.raw.len, 0);
	record_release(&back);
	buf_release(&bytes);
}

static void values_are_compared_by_what_they_say(void **state)
{
	struct record a = {0}, b = {0};

	(void)state;
	assert_true(record_same_value(&a, &b, 0));
	record_set_number(&a, 0, 0);
	assert_false(record_same_value(&a, &b, 0)); /* the number 0 is not an empty cell */
	record_set_text(&b, 0, "", 0);
	assert_false(record_same_value(&a, &b, 0)); /* nor is an empty text the same as a number */
	record_set_number(&b, 0, 0);
	assert_true(record_same_value(&a, &b, 0));

	record_set_text(&a, 1, "other", 5);
	record_set_text(&a, 1, "01", 2);
	record_set_text(&b, 1, "01", 2);
	assert_true(record_same_value(&a, &b, 1)); /* the texts are in different buffers */
	record_set_text(&b, 1, "1", 1);
	assert_false(record_same_value(&a, &b, 1)); /* leading zeros count */
	record_set_text(&b, 1, "01\0", 3);
	assert_false(record_same_value(&a, &b, 1));
	record_release(&a);
	record_release(&b);
}

static void a_value_is_copied_filled_or_not(void **state)
{
	struct record a = {0}, b = {0};

	(void)state;
	record_set_text(&a, 2, "Kinh", 4);
	record_set_number(&a, 3, 7);
	record_set_number(&b, 4, 9);
	for (size_t i = 2; i <= 4; i++)
		record_copy_value(&b, &a, i);
	same(&a, &b);
	record_release(&a);
	assert_string_equal(record_text(&b, 2), "Kinh"); /* a copy, not the text of a */
	record_release(&b);
}

static void clearing_empties_everything(void **state)
{
	struct record record = {0}, empty = {0};

	(void)state;
	record.line = 5;
	record_set_text(&record, 2, "Kinh", 4);
	buf_puts(&record.raw, "raw");
	record_clear(&record);
	same(&record, &empty);
	assert_int_equal(record.line, 0);
	assert_int_equal(record.raw.len, 0);
	record_release(&record);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_packed_record_comes_back),
		cmocka_unit_test(an_empty_record_comes_back),
		cmocka_unit_test(values_are_compared_by_what_they_say),
		cmocka_unit_test(a_value_is_copied_filled_or_not),
		cmocka_unit_test(clearing_empties_everything),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
