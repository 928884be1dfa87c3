#include "support.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/input.h"

static void write_file(const char *path, const char *text, int flags)
{
	int file = open(path, O_WRONLY | O_CREAT | flags, 0600);

	assert_true(file >= 0);
	assert_int_equal(write(file, text, strlen(text)), (ssize_t)strlen(text));
	close(file);
}

/* Opens a file of two letters, calls `change`, reads to the end, and returns the status. */
static enum status after(void (*change)(const char *path), struct error *error)
{
	char path[] = "input-test-XXXXXX";
	const unsigned char *block;
	struct input *input;
	enum status status;

	close(mkstemp(path));
	write_file(path, "ab", O_TRUNC);
	assert_int_equal(input_open(&input, path, error), STATUS_DONE);
	if (change)
		change(path);
	while (input_read(input, &block) > 0)
		continue;
	status = input_failed(input, error);
	input_close(input);
	unlink(path);
	return status;
}

static void grow(const char *path)
{
	write_file(path, "c", O_APPEND);
}

static void shrink(const char *path)
{
	assert_int_equal(truncate(path, 1), 0);
}

/* As many bytes, but different ones. */
static void rewrite(const char *path)
{
	const struct timespec times[2] = {{.tv_nsec = UTIME_OMIT}, {.tv_sec = 1, .tv_nsec = 1}};

	write_file(path, "cd", 0);
	assert_int_equal(utimensat(AT_FDCWD, path, times, 0), 0);
}

/* It is read meanwhile, which is no change. */
static void look(const char *path)
{
	const struct timespec times[2] = {{.tv_sec = 1}, {.tv_nsec = UTIME_OMIT}};

	assert_int_equal(chmod(path, 0400), 0);
	assert_int_equal(utimensat(AT_FDCWD, path, times, 0), 0);
}

/* Many programs save into a new file that replaces the old one: the one that is being read does not
 * change. */
static void replace(const char *path)
{
	unlink(path);
	write_file(path, "another", 0);
}

static void a_file_that_changes_while_it_is_read_is_no_list(void **state)
{
	struct error error = {.lang = LANG_EN};

	(void)state;
	assert_int_equal(after(NULL, &error), STATUS_DONE);
	assert_int_equal(after(grow, &error), STATUS_FAILED);
	assert_non_null(strstr(error.message, "changed while it was read"));
	assert_int_equal(after(shrink, &error), STATUS_FAILED);
	assert_int_equal(after(rewrite, &error), STATUS_FAILED);
	assert_int_equal(after(look, &error), STATUS_DONE);
	assert_int_equal(after(replace, &error), STATUS_DONE);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_file_that_changes_while_it_is_read_is_no_list),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
