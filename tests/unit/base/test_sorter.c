#include "support.h"

#include <sys/stat.h>
#include <unistd.h>

#include "base/sorter.h"

static struct error error = {.lang = LANG_EN};

static void put(
	struct sorter *sorter, const void *key, size_t key_len, const void *data, size_t len)
{
	struct buf k = {0}, d = {0};

	buf_add(&k, key, key_len);
	buf_add(&d, data, len);
	assert_int_equal(sorter_put(sorter, &k, &d, &error), STATUS_DONE);
	buf_release(&k);
	buf_release(&d);
}

static void put_text(struct sorter *sorter, const char *key, const char *data)
{
	put(sorter, key, strlen(key), data, strlen(data));
}

/* The data of all records in the order in which they come, a blank between. */
static char *drain(struct sorter *sorter)
{
	struct buf all = {0};
	const char *data;
	enum status status;
	size_t len;

	assert_int_equal(sorter_sort(sorter, &error), STATUS_DONE);
	while (sorter_next(sorter, &data, &len, &status, &error)) {
		buf_add(&all, data, len);
		buf_putc(&all, ' ');
	}
	assert_int_equal(status, STATUS_DONE);
	assert_false(
		sorter_next(sorter, &data, &len, &status, &error)); /* the end remains the end */
	sorter_free(sorter);
	buf_puts(&all, "");
	return all.data;
}

static void drains_as(struct sorter *sorter, const char *wanted)
{
	char *got = drain(sorter);

	assert_string_equal(got, wanted);
	free(got);
}

static void nothing_in_nothing_out(void **state)
{
	struct sorter *sorter = sorter_new(64);
	enum status status;
	const char *data;
	size_t len;

	(void)state;
	assert_int_equal(sorter_sort(sorter, &error), STATUS_DONE);
	assert_false(sorter_next(sorter, &data, &len, &status, &error));
	assert_int_equal(status, STATUS_DONE);
	sorter_free(sorter);
	sorter_free(sorter_new(0)); /* freed without having been used */
	sorter_free(NULL);
}

/* With a run after each record, with one after every few, and without any. */
static const size_t memories[] = {1, 24, 100, 1 << 20};

static void keys_compare_as_bytes(void **state)
{
	(void)state;
	for (size_t m = 0; m < sizeof memories / sizeof memories[0]; m++) {
		struct sorter *sorter = sorter_new(memories[m]);

		put_text(sorter, "b", "5");
		put_text(sorter, "\xc3\xa0", "7"); /* bytes above 127 are not negative */
		put_text(sorter, "ab", "3");
		put_text(sorter, "", "0");
		put_text(sorter, "a", "1");
		put(sorter, "a\0", 2, "2", 1);
		put_text(sorter, "z", "6");
		put_text(sorter, "abc", "4");
		drains_as(sorter, "0 1 2 3 4 5 6 7 ");
	}
}

static void records_of_one_key_keep_their_order(void **state)
{
	(void)state;
	for (size_t m = 0; m < sizeof memories / sizeof memories[0]; m++) {
		struct sorter *sorter = sorter_new(memories[m]);

		put_text(sorter, "k", "b1");
		put_text(sorter, "j", "a1");
		put_text(sorter, "k", "b2");
		put_text(sorter, "k", "b3");
		put_text(sorter, "j", "a2");
		put_text(sorter, "k", "b4");
		put_text(sorter, "j", "a3");
		drains_as(sorter, "a1 a2 a3 b1 b2 b3 b4 ");
	}
}

static void empty_data_are_records_too(void **state)
{
	(void)state;
	for (size_t m = 0; m < sizeof memories / sizeof memories[0]; m++) {
		struct sorter *sorter = sorter_new(memories[m]);

		put_text(sorter, "b", "");
		put_text(sorter, "a", "");
		put_text(sorter, "a", "x");
		drains_as(sorter, " x  ");
	}
}

/* 5000 records in runs of a few hundred: their order and the sum of their numbers are right. */
static void runs_are_merged(void **state)
{
	struct sorter *sorter = sorter_new(4096);
	const unsigned count = 5000;
	unsigned last_key = 0, last_number = 0, seen = 0, number, key;
	enum status status;
	const char *data;
	size_t len;

	(void)state;
	for (unsigned i = 0; i < count; i++) {
		unsigned char bytes[4];

		key = i * 7919u % 1000u;
		bytes[0] = (unsigned char)(key >> 8);
		bytes[1] = (unsigned char)key;
		put(sorter, bytes, 2, &i, sizeof i);
	}
	assert_int_equal(sorter_sort(sorter, &error), STATUS_DONE);
	while (sorter_next(sorter, &data, &len, &status, &error)) {
		assert_int_equal(len, sizeof number);
		memcpy(&number, data, sizeof number);
		key = number * 7919u % 1000u;
		assert_true(
			seen == 0 || key > last_key || (key == last_key && number > last_number));
		last_key = key;
		last_number = number;
		seen++;
	}
	assert_int_equal(status, STATUS_DONE);
	assert_int_equal(seen, count);
	sorter_free(sorter);
}

/* In memory and in runs, from wherever reading stands. */
static void sorting_again_begins_anew(void **state)
{
	static const size_t sizes[] = {1u << 20, 100};

	(void)state;
	for (size_t m = 0; m < 2; m++) {
		struct sorter *sorter = sorter_new(sizes[m]);
		const char *data;
		enum status status;
		size_t len;
		char key[16];

		for (int i = 0; i < 200; i++) {
			snprintf(key, sizeof key, "%03d", i * 7 % 200);
			put_text(sorter, key, key);
		}
		for (int read = 0; read <= 250; read += 50) {
			assert_int_equal(sorter_sort(sorter, &error), STATUS_DONE);
			for (int i = 0; i < read && i < 200; i++) {
				assert_true(sorter_next(sorter, &data, &len, &status, &error));
				snprintf(key, sizeof key, "%03d", i);
				assert_int_equal(len, 3);
				assert_memory_equal(data, key, 3);
			}
			if (read > 200)
				assert_false(sorter_next(sorter, &data, &len, &status, &error));
		}
		sorter_free(sorter);
	}
}

/* Records that are much larger than the memory and than the block that is read of a run. */
static void huge_records_come_back_whole(void **state)
{
	const size_t size = 300000;
	struct sorter *sorter = sorter_new(1000);
	char *huge = memory_get(size);
	enum status status;
	const char *data;
	size_t len;

	(void)state;
	for (int i = 9; i >= 0; i--) {
		char key = (char)('0' + i);

		memset(huge, 'a' + i, size);
		put(sorter, &key, 1, huge, i % 2 ? size : (size_t)i);
	}
	assert_int_equal(sorter_sort(sorter, &error), STATUS_DONE);
	for (int i = 0; i < 10; i++) {
		assert_true(sorter_next(sorter, &data, &len, &status, &error));
		assert_int_equal(len, i % 2 ? size : (size_t)i);
		memset(huge, 'a' + i, size);
		assert_memory_equal(data, huge, len);
	}
	assert_false(sorter_next(sorter, &data, &len, &status, &error));
	sorter_free(sorter);
	free(huge);
}

static void the_temporary_file_has_no_name(void **state)
{
	struct sorter *sorter = sorter_new(16);

	(void)state;
	assert_int_equal(mkdir("sorter", 0700), 0);
	assert_int_equal(setenv("TMPDIR", "sorter", 1), 0);
	for (int i = 0; i < 10; i++)
		put_text(sorter, "k", "data");
	assert_int_equal(rmdir("sorter"), 0); /* no temporary file was left in it */
	sorter_free(sorter);
	unsetenv("TMPDIR");
}

static void a_temporary_file_that_cannot_be_made_is_an_error(void **state)
{
	struct sorter *sorter = sorter_new(16);
	struct buf key = {0}, data = {0};
	enum status status = STATUS_DONE;

	(void)state;
	assert_int_equal(setenv("TMPDIR", "no/such/folder", 1), 0);
	buf_puts(&key, "key");
	buf_puts(&data, "some data");
	for (int i = 0; i < 10 && status == STATUS_DONE; i++)
		status = sorter_put(sorter, &key, &data, &error);
	assert_int_equal(status, STATUS_FAILED);
	assert_non_null(strstr(error.message, "TMPDIR"));
	sorter_free(sorter);
	buf_release(&key);
	buf_release(&data);
	unsetenv("TMPDIR");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(nothing_in_nothing_out),
		cmocka_unit_test(keys_compare_as_bytes),
		cmocka_unit_test(records_of_one_key_keep_their_order),
		cmocka_unit_test(empty_data_are_records_too),
		cmocka_unit_test(runs_are_merged),
		cmocka_unit_test(sorting_again_begins_anew),
		cmocka_unit_test(huge_records_come_back_whole),
		cmocka_unit_test(the_temporary_file_has_no_name),
		cmocka_unit_test(a_temporary_file_that_cannot_be_made_is_an_error),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
