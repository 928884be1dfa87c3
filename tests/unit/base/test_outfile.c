#include "support.h"

#include <sys/stat.h>
#include <unistd.h>

#include "base/outfile.h"

static struct error error = {.lang = LANG_EN};

static void write_file(const char *path, const char *text)
{
	FILE *file = fopen(path, "w");

	assert_non_null(file);
	fputs(text, file);
	fclose(file);
}

static void holds(const char *path, const char *wanted)
{
	char text[100] = "";
	FILE *file = fopen(path, "r");

	assert_non_null(file);
	text[fread(text, 1, sizeof text - 1, file)] = '\0';
	fclose(file);
	assert_string_equal(text, wanted);
}

static void a_file_appears_when_it_is_published(void **state)
{
	struct outfile file;
	struct stat info;

	(void)state;
	assert_int_equal(outfile_open(&file, "new.txt", &error), STATUS_DONE);
	fputs("whole", file.stream);
	assert_int_equal(access("new.txt", F_OK), -1);
	assert_int_equal(outfile_publish(&file, &error), STATUS_DONE);
	holds("new.txt", "whole");
	assert_int_equal(stat("new.txt", &info), 0);
	assert_int_equal(info.st_mode & 0777, 0600);
	unlink("new.txt");
}

static void an_old_file_stays_until_then(void **state)
{
	struct outfile file;

	(void)state;
	write_file("old.txt", "old");
	assert_int_equal(outfile_open(&file, "old.txt", &error), STATUS_DONE);
	fputs("new", file.stream);
	fflush(file.stream);
	holds("old.txt", "old");
	assert_int_equal(outfile_publish(&file, &error), STATUS_DONE);
	holds("old.txt", "new");
	unlink("old.txt");
}

static void an_abandoned_file_leaves_nothing(void **state)
{
	struct outfile file;
	char temporary[200];

	(void)state;
	write_file("old.txt", "old");
	assert_int_equal(outfile_open(&file, "old.txt", &error), STATUS_DONE);
	snprintf(temporary, sizeof temporary, "%s", file.temporary);
	assert_int_equal(access(temporary, F_OK), 0);
	fputs("new", file.stream);
	outfile_abandon(&file);
	assert_int_equal(access(temporary, F_OK), -1);
	holds("old.txt", "old");
	unlink("old.txt");
}

static void a_missing_folder_is_an_error(void **state)
{
	struct outfile file;

	(void)state;
	assert_int_equal(outfile_open(&file, "nowhere/new.txt", &error), STATUS_FAILED);
	assert_non_null(strstr(error.message, "nowhere/new.txt: cannot write"));
}

static void a_folder_is_not_replaced(void **state)
{
	struct outfile file;

	(void)state;
	assert_int_equal(mkdir("folder", 0700), 0);
	assert_int_equal(outfile_open(&file, "folder", &error), STATUS_FAILED);
	assert_int_equal(rmdir("folder"), 0);
}

static void a_device_is_written_to_as_it_is(void **state)
{
	struct outfile file;
	struct stat info;

	(void)state;
	assert_int_equal(outfile_open(&file, "/dev/null", &error), STATUS_DONE);
	fputs("gone", file.stream);
	assert_int_equal(outfile_publish(&file, &error), STATUS_DONE);
	assert_int_equal(outfile_open(&file, "/dev/null", &error), STATUS_DONE);
	outfile_abandon(&file);
	assert_int_equal(stat("/dev/null", &info), 0);
	assert_true(S_ISCHR(info.st_mode));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_file_appears_when_it_is_published),
		cmocka_unit_test(an_old_file_stays_until_then),
		cmocka_unit_test(an_abandoned_file_leaves_nothing),
		cmocka_unit_test(a_missing_folder_is_an_error),
		cmocka_unit_test(a_folder_is_not_replaced),
		cmocka_unit_test(a_device_is_written_to_as_it_is),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
