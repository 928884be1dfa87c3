#include "base/outfile.h"

#include <errno.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/reason.h"

static enum status failed(const char *path, struct error *error)
{
	return error_set(error, STATUS_FAILED, "%s: không ghi được: %s", "%s: cannot write: %s",
		path, reason_of(errno, error->lang));
}

/* A device or a pipe is written to as it is: a file renamed over it would take its place. */
static bool is_special(const char *path)
{
	struct stat info;

	return stat(path, &info) == 0 && !S_ISREG(info.st_mode);
}

static enum status open_special(struct outfile *file, const char *path, struct error *error)
{
	*file = (struct outfile){.stream = fopen(path, "w")};
	if (file->stream == NULL)
		return failed(path, error);
	file->path = memory_text(path, strlen(path));
	return STATUS_DONE;
}

enum status outfile_open(struct outfile *file, const char *path, struct error *error)
{
	struct buf name = {0};
	int fd;

	if (is_special(path))
		return open_special(file, path, error);
	buf_printf(&name, "%s.XXXXXX", path);
	fd = mkstemp(name.data); /* mode 0600 */
	file->stream = fd >= 0 ? fdopen(fd, "w") : NULL;
	if (file->stream == NULL) {
		failed(path, error);
		if (fd >= 0) {
			close(fd);
			unlink(name.data);
		}
		buf_release(&name);
		return error_status(error);
	}
	file->temporary = name.data;
	file->path = memory_text(path, strlen(path));
	return STATUS_DONE;
}

static void forget(struct outfile *file)
{
	free(file->path);
	free(file->temporary);
	*file = (struct outfile){0};
}

enum status outfile_publish(struct outfile *file, struct error *error)
{
	enum status status = STATUS_DONE;
	bool written =
		fflush(file->stream) == 0 && !ferror(file->stream) &&
		(file->temporary == NULL || fsync(fileno(file->stream)) == 0 || errno == EINVAL);

	if (!written)
		status = failed(file->path, error);
	if (fclose(file->stream) != 0 && written)
		status = failed(file->path, error);
	if (status == STATUS_DONE && file->temporary && rename(file->temporary, file->path) != 0)
		status = failed(file->path, error);
	if (status != STATUS_DONE && file->temporary)
		unlink(file->temporary);
	forget(file);
	return status;
}

void outfile_abandon(struct outfile *file)
{
	(void)fclose(file->stream);
	if (file->temporary)
		unlink(file->temporary);
	forget(file);
}

bool outfile_same(const char *a, const char *b)
{
	struct stat x, y;

	return stat(a, &x) == 0 && stat(b, &y) == 0 && x.st_dev == y.st_dev && x.st_ino == y.st_ino;
}
