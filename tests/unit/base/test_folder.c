#include "support.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/folder.h"

#define PARENT "exports"
#define MONTH  PARENT "/2022-04"

static struct error error;

static void clean(void)
{
	assert_int_equal(system("rm -rf " PARENT), 0);
	error = (struct error){.lang = LANG_EN};
}

static void write_file(const char *folder, const char *name, const char *text)
{
	struct buf path = {0};
	FILE *file;

	buf_printf(&path, "%s/%s", folder, name);
	file = fopen(path.data, "w");
	assert_non_null(file);
	fputs(text, file);
	fclose(file);
	buf_release(&path);
}

static bool holds(const char *path, const char *text)
{
	char found[64] = "";
	FILE *file = fopen(path, "r");
	bool same;

	if (file == NULL)
		return false;
	same = fgets(found, sizeof found, file) && strcmp(found, text) == 0;
	fclose(file);
	return same;
}

/* The names in the parent folder, a blank after each. */
static bool parent_holds(const char *wanted)
{
	struct buf names = {0};
	bool same;

	assert_int_equal(folder_list(PARENT, &names, &error), STATUS_DONE);
	for (size_t i = 0; i < names.len; i++)
		if (names.data[i] == '\0')
			names.data[i] = ' ';
	same = strcmp(buf_text(&names), wanted) == 0;
	buf_release(&names);
	return same;
}

static void begin_month(struct folder *folder, const char *text)
{
	assert_int_equal(folder_open(folder, PARENT, "2022-04", &error), STATUS_DONE);
	write_file(folder->temporary.data, "a.csv", text);
}

static void publish_month(const char *text)
{
	struct folder folder;

	begin_month(&folder, text);
	assert_int_equal(folder_publish(&folder, &error), STATUS_DONE);
	folder_close(&folder);
}

static void a_folder_appears_when_it_is_published(void **state)
{
	struct folder folder;
	struct stat info;
	bool stands;

	(void)state;
	clean();
	begin_month(&folder, "new");
	assert_int_equal(folder_stands(&folder, &stands, &error), STATUS_DONE);
	assert_false(stands);
	assert_int_equal(access(MONTH, F_OK), -1);
	assert_int_equal(folder_publish(&folder, &error), STATUS_DONE);
	assert_true(holds(MONTH "/a.csv", "new"));
	folder_close(&folder);
	assert_true(parent_holds("2022-04 "));
	assert_int_equal(stat(MONTH, &info), 0);
	assert_int_equal(info.st_mode & 0777, 0700);
	assert_int_equal(stat(PARENT, &info), 0);
	assert_int_equal(info.st_mode & 0777, 0700);
}

static void one_that_is_not_published_leaves_nothing(void **state)
{
	struct folder folder;

	(void)state;
	clean();
	publish_month("old");
	begin_month(&folder, "new");
	folder_close(&folder);
	assert_true(parent_holds("2022-04 "));
	assert_true(holds(MONTH "/a.csv", "old"));
}

static void the_new_one_takes_the_place_of_the_old_with_all_its_files(void **state)
{
	struct folder folder;
	bool stands;

	(void)state;
	clean();
	publish_month("old");
	write_file(MONTH, "b.csv", "old");
	begin_month(&folder, "new");
	assert_int_equal(folder_stands(&folder, &stands, &error), STATUS_DONE);
	assert_true(stands);
	assert_int_equal(folder_publish(&folder, &error), STATUS_DONE);
	folder_close(&folder);
	assert_true(parent_holds("2022-04 "));
	assert_true(holds(MONTH "/a.csv", "new"));
	assert_int_equal(access(MONTH "/b.csv", F_OK), -1);
}

static void a_file_or_a_link_at_its_place_stays(void **state)
{
	struct folder folder;
	bool stands;

	(void)state;
	clean();
	publish_month("old");
	assert_int_equal(rename(MONTH, PARENT "/real"), 0);
	assert_int_equal(symlink("real", MONTH), 0);
	begin_month(&folder, "new");
	assert_int_equal(folder_stands(&folder, &stands, &error), STATUS_FAILED);
	assert_int_equal(folder_publish(&folder, &error), STATUS_FAILED);
	assert_string_equal(error.message, MONTH ": exists and is not a folder");
	folder_close(&folder);
	assert_true(holds(MONTH "/a.csv", "old"));
}

static void what_a_killed_run_left_behind_is_taken_away(void **state)
{
	(void)state;
	clean();
	assert_int_equal(mkdir(PARENT, 0700), 0);
	assert_int_equal(mkdir(PARENT "/.memberstat-2022-03.aB3xYz", 0700), 0);
	write_file(PARENT "/.memberstat-2022-03.aB3xYz", "half.csv", "half");
	publish_month("new");
	assert_true(parent_holds("2022-04 "));
}

static void what_is_not_surely_left_behind_stays(void **state)
{
	static const char *const others[] = {".memberstat-2022-03.aB3xY",
		".memberstat-2022-03.aB3-Yz", ".memberstat-", "memberstat-2022-03.aB3xYz",
		".memberstat-.aB3xYz", ".other-a.aB3xYz"};

	(void)state;
	clean();
	assert_int_equal(mkdir(PARENT, 0700), 0);
	for (size_t i = 0; i < sizeof others / sizeof others[0]; i++) {
		struct buf path = {0};

		buf_printf(&path, PARENT "/%s", others[i]);
		assert_int_equal(mkdir(path.data, 0700), 0);
		buf_release(&path);
	}
	/* its name is that of an unfinished folder, but it holds a folder and a link */
	assert_int_equal(mkdir(PARENT "/.memberstat-2022-03.aB3xYz", 0700), 0);
	assert_int_equal(mkdir(PARENT "/.memberstat-2022-03.aB3xYz/kept", 0700), 0);
	write_file(PARENT "/.memberstat-2022-03.aB3xYz/kept", "mine", "mine");
	assert_int_equal(symlink("/etc", PARENT "/.memberstat-2022-03.aB3xYz/link"), 0);
	assert_int_equal(symlink("real", PARENT "/.memberstat-2022-03.aB3xYy"), 0);
	publish_month("new");
	assert_true(parent_holds(".memberstat- .memberstat-.aB3xYz .memberstat-2022-03.aB3-Yz "
				 ".memberstat-2022-03.aB3xY .memberstat-2022-03.aB3xYy "
				 ".memberstat-2022-03.aB3xYz .other-a.aB3xYz 2022-04 "
				 "memberstat-2022-03.aB3xYz "));
	assert_true(holds(PARENT "/.memberstat-2022-03.aB3xYz/kept/mine", "mine"));
}

static void two_runs_do_not_work_in_one_place(void **state)
{
	struct folder folder;
	int fd;

	(void)state;
	clean();
	assert_int_equal(mkdir(PARENT, 0700), 0);
	fd = open(PARENT, O_RDONLY);
	assert_int_equal(flock(fd, LOCK_EX), 0);
	assert_int_equal(folder_open(&folder, PARENT, "2022-04", &error), STATUS_BUSY);
	folder_close(&folder);
	close(fd);
	assert_true(parent_holds(""));
	publish_month("new");
}

static void a_parent_that_cannot_be_is_an_error(void **state)
{
	struct folder folder;

	(void)state;
	clean();
	assert_int_equal(folder_open(&folder, PARENT "/deep", "2022-04", &error), STATUS_FAILED);
	folder_close(&folder);
	assert_int_equal(folder_open(&folder, "/dev/null", "2022-04", &error), STATUS_FAILED);
	folder_close(&folder);
	assert_int_equal(access(PARENT, F_OK), -1);
}

static void names_are_listed_in_the_order_of_their_bytes(void **state)
{
	(void)state;
	clean();
	publish_month("x");
	write_file(PARENT, "b|c", "");
	write_file(PARENT, "B", "");
	assert_true(parent_holds("2022-04 B b|c "));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_folder_appears_when_it_is_published),
		cmocka_unit_test(one_that_is_not_published_leaves_nothing),
		cmocka_unit_test(the_new_one_takes_the_place_of_the_old_with_all_its_files),
		cmocka_unit_test(a_file_or_a_link_at_its_place_stays),
		cmocka_unit_test(what_a_killed_run_left_behind_is_taken_away),
		cmocka_unit_test(what_is_not_surely_left_behind_stays),
		cmocka_unit_test(two_runs_do_not_work_in_one_place),
		cmocka_unit_test(a_parent_that_cannot_be_is_an_error),
		cmocka_unit_test(names_are_listed_in_the_order_of_their_bytes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
