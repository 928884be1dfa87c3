#include "outfile.h"

#include <errno.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "buf.h"

static enum status failed(const char *path, struct error *error)
{
	return error_set(error, STATUS_FAILED, "%s: không ghi được: %s", "%s: cannot write: %s", path,
		strerror(errno));
}

enum status outfile_open(struct outfile *file, const char *path, struct error *error)
{
	struct buf name = {0};
	int fd;

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
		return error->status;
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
	bool written = fflush(file->stream) == 0 && !ferror(file->stream) &&
		(fsync(fileno(file->stream)) == 0 || errno == EINVAL);

	if (!written)
		status = failed(file->path, error);
	if (fclose(file->stream) != 0 && written)
		status = failed(file->path, error);
	if (status == STATUS_DONE && rename(file->temporary, file->path) != 0)
		status = failed(file->path, error);
	if (status != STATUS_DONE)
		unlink(file->temporary);
	forget(file);
	return status;
}

void outfile_abandon(struct outfile *file)
{
	fclose(file->stream);
	unlink(file->temporary);
	forget(file);
}
