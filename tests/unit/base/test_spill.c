#include "support.h"

#include <unistd.h>

#include "base/spill.h"

/* What stands at a place of the bytes that are added. */
static char byte_at(uint64_t at)
{
	return (char)((at * 2654435761u) >> 13);
}

static void fill(struct spill *spill, uint64_t size, size_t piece)
{
	struct error error = {.lang = LANG_EN};
	char bytes[1000];

	assert_true(piece <= sizeof bytes);
	while (spill_size(spill) < size) {
		uint64_t at = spill_size(spill);
		size_t n = size - at < piece ? (size_t)(size - at) : piece;

		for (size_t i = 0; i < n; i++)
			bytes[i] = byte_at(at + i);
		assert_int_equal(spill_add(spill, bytes, n, &error), STATUS_DONE);
	}
}

static void expect(struct spill *spill, uint64_t at, size_t len)
{
	struct error error = {.lang = LANG_EN};
	char *bytes = malloc(len + 1);

	assert_int_equal(spill_read(spill, at, bytes, len, &error), STATUS_DONE);
	for (size_t i = 0; i < len; i++)
		assert_int_equal(bytes[i], byte_at(at + i));
	free(bytes);
}

static void what_fits_stays_in_memory(void **state)
{
	struct spill *spill = spill_new(1000);

	(void)state;
	setenv("TMPDIR", "/nowhere", 1);
	fill(spill, 1000, 7);
	expect(spill, 0, 1000);
	expect(spill, 999, 1);
	expect(spill, 1000, 0);
	spill_free(spill);
	unsetenv("TMPDIR");
}

static void what_does_not_fit_is_read_from_the_file(void **state)
{
	struct spill *spill = spill_new(1000);
	uint64_t size = 3000000;

	(void)state;
	setenv("TMPDIR", ".", 1);
	fill(spill, 1001, 1000);
	expect(spill, 0, 1001);
	fill(spill, 1000 + 65536, 997); /* the file has just got its first block */
	expect(spill, 0, 1000 + 65536);
	fill(spill, size, 997);
	assert_int_equal(spill_size(spill), size);
	expect(spill, 0, (size_t)size);
	expect(spill, 990, 20);
	expect(spill, 1000 + 4090, 10);
	expect(spill, size - 1, 1);
	/* Pages that share a place among those that are kept. */
	for (uint64_t at = 1000; at + 100 < size; at += 4096 * 256)
		expect(spill, at, 100);
	expect(spill, 1000, 100);
	spill_free(spill);
	unsetenv("TMPDIR");
}

static void a_file_that_cannot_be_made_is_told(void **state)
{
	struct error error = {.lang = LANG_EN};
	struct spill *spill = spill_new(0);
	char block[65536] = "";

	(void)state;
	setenv("TMPDIR", "/nowhere", 1);
	assert_int_equal(spill_add(spill, block, sizeof block, &error), STATUS_FAILED);
	assert_non_null(strstr(error.message, "temporary file"));
	spill_free(spill);
	unsetenv("TMPDIR");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_fits_stays_in_memory),
		cmocka_unit_test(what_does_not_fit_is_read_from_the_file),
		cmocka_unit_test(a_file_that_cannot_be_made_is_told),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
