/* For renameat2, where the system has it. */
#define _GNU_SOURCE

#include "base/folder.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>
#include "base/reason.h"

/* ".memberstat-2022-04.XXXXXX" */
#define HIDDEN  ".memberstat-"
#define PATTERN ".XXXXXX"

enum { LOCK_TRIES = 50 }; /* a tenth of a second each */

static enum status failed(const char *path, struct error *error)
{
	return error_set(error, STATUS_FAILED, "%s: không ghi được thư mục: %s",
		"%s: cannot write the folder: %s", path, reason_of(errno, error->lang));
}

/* --- deleting -------------------------------------------------------------------------------- */

/* Deletes a folder with the plain files in it. Where it holds anything else, that and the folder
 * stay. */
static void remove_folder(int parent, const char *name)
{
	int fd = openat(parent, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
	DIR *dir = fd >= 0 ? fdopendir(fd) : NULL;
	struct dirent *entry;

	if (dir == NULL) {
		if (fd >= 0)
			close(fd);
		return;
	}
	while ((entry = readdir(dir)) != NULL) {
		struct stat info;

		if (fstatat(fd, entry->d_name, &info, AT_SYMLINK_NOFOLLOW) == 0 &&
			S_ISREG(info.st_mode))
			unlinkat(fd, entry->d_name, 0);
	}
	closedir(dir);
	unlinkat(parent, name, AT_REMOVEDIR);
}

/* Is it the name of an unfinished folder: HIDDEN, a name, a point, six letters or digits? */
static bool is_left_behind(const char *name)
{
	const char *point = strrchr(name, '.');

	return strncmp(name, HIDDEN, strlen(HIDDEN)) == 0 && point > name + strlen(HIDDEN) &&
	       strlen(point + 1) == strlen(PATTERN) - 1 &&
	       strspn(point + 1,
		       "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ") ==
		       strlen(PATTERN) - 1;
}

/* Deletes the unfinished folders of runs that were killed. A run that is still alive would hold the
 * lock, which is ours. */
static void remove_left_behind(int parent)
{
	int fd = openat(parent, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	DIR *dir = fd >= 0 ? fdopendir(fd) : NULL;
	struct dirent *entry;

	if (dir == NULL) {
		if (fd >= 0)
			close(fd);
		return;
	}
	while ((entry = readdir(dir)) != NULL)
		if (is_left_behind(entry->d_name))
			remove_folder(parent, entry->d_name);
	closedir(dir);
}

/* --- making ---------------------------------------------------------------------------------- */

/* Some file systems have no locks. There unfinished folders are left alone: they may belong to a
 * run that is still alive. */
static enum status lock_parent(const struct folder *folder, const char *path, struct error *error)
{
	const struct timespec pause = {.tv_nsec = 100000000};
	int i;

	for (i = 0; flock(folder->parent, LOCK_EX | LOCK_NB) != 0; i++) {
		if (errno != EWOULDBLOCK)
			return STATUS_DONE;
		if (i == LOCK_TRIES)
			return error_set(error, STATUS_BUSY,
				"%s: một lệnh export khác đang ghi vào đây; hãy thử lại sau",
				"%s: another export is at work here; try again later", path);
		nanosleep(&pause, NULL);
	}
	remove_left_behind(folder->parent);
	return STATUS_DONE;
}

enum status folder_open(
	struct folder *folder, const char *parent, const char *name, struct error *error)
{
	*folder = (struct folder){.parent = -1};
	if (mkdir(parent, 0700) != 0 && errno != EEXIST)
		return failed(parent, error);
	folder->parent = open(parent, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (folder->parent < 0)
		return failed(parent, error);
	if (lock_parent(folder, parent, error) != STATUS_DONE)
		return error_status(error);
	buf_printf(&folder->path, "%s/%s", parent, name);
	buf_printf(&folder->temporary, "%s/" HIDDEN "%s" PATTERN, parent, name);
	if (mkdtemp(folder->temporary.data) == NULL) {
		failed(parent, error);
		buf_clear(&folder->temporary);
		return error_status(error);
	}
	return STATUS_DONE;
}

enum status folder_stands(const struct folder *folder, bool *stands, struct error *error)
{
	struct stat info;

	*stands = lstat(folder->path.data, &info) == 0;
	if (*stands && !S_ISDIR(info.st_mode))
		return error_set(error, STATUS_FAILED, "%s: đã có và không phải là thư mục",
			"%s: exists and is not a folder", folder->path.data);
	return *stands || errno == ENOENT ? STATUS_DONE : failed(folder->path.data, error);
}

static int not_dots(const struct dirent *entry)
{
	return strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0;
}

static int by_bytes(const struct dirent **a, const struct dirent **b)
{
	return strcmp((*a)->d_name, (*b)->d_name);
}

enum status folder_list(const char *path, struct buf *names, struct error *error)
{
	struct dirent **entries;
	int count = scandir(path, &entries, not_dots, by_bytes), i;

	if (count < 0)
		return error_set(error, STATUS_FAILED, "%s: không đọc được thư mục: %s",
			"%s: cannot read the folder: %s", path, reason_of(errno, error->lang));
	for (i = 0; i < count; i++) {
		buf_add(names, entries[i]->d_name, strlen(entries[i]->d_name) + 1);
		free(entries[i]);
	}
	free(entries);
	return STATUS_DONE;
}

/* --- publishing ------------------------------------------------------------------------------ */

static void sync_folder(const char *path)
{
	int fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

	if (fd >= 0) {
		fsync(fd);
		close(fd);
	}
}

/* Exchanges the names of two folders in one step. False where the system cannot. */
static bool exchange(const char *a, const char *b)
{
#ifdef RENAME_EXCHANGE
	return renameat2(AT_FDCWD, a, AT_FDCWD, b, RENAME_EXCHANGE) == 0;
#else
	(void)a;
	(void)b;
	errno = ENOSYS;
	return false;
#endif
}

/* The same in two steps, with a third name in between. */
static bool exchange_slowly(const struct folder *folder)
{
	struct buf third = {0};
	bool done = false;

	buf_add(&third, folder->temporary.data, folder->temporary.len - strlen(PATTERN));
	buf_puts(&third, PATTERN);
	if (mkdtemp(third.data) && rename(folder->path.data, third.data) == 0) {
		done = rename(folder->temporary.data, folder->path.data) == 0;
		/* What fails here stays beside the folder, under the third name. */
		(void)rename(third.data, done ? folder->temporary.data : folder->path.data);
	} else {
		rmdir(third.data);
	}
	buf_release(&third);
	return done;
}

enum status folder_publish(struct folder *folder, struct error *error)
{
	bool stands, done;

	if (folder_stands(folder, &stands, error) != STATUS_DONE)
		return error_status(error);
	sync_folder(folder->temporary.data);
	if (!stands)
		done = rename(folder->temporary.data, folder->path.data) == 0;
	else
		done = exchange(folder->temporary.data, folder->path.data) ||
		       ((errno == ENOSYS || errno == EINVAL) && exchange_slowly(folder));
	if (!done)
		return failed(folder->path.data, error);
	fsync(folder->parent);
	if (!stands)
		buf_clear(&folder->temporary);
	return STATUS_DONE;
}

void folder_close(struct folder *folder)
{
	if (folder->temporary.len > 0)
		remove_folder(folder->parent, strrchr(folder->temporary.data, '/') + 1);
	if (folder->parent >= 0)
		close(folder->parent);
	buf_release(&folder->path);
	buf_release(&folder->temporary);
}
