#include "base/temporary.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/reason.h"

enum status temporary_failed(struct error *error)
{
	return error_set(error, STATUS_FAILED,
		"không ghi được tệp tạm (%s); hãy dọn chỗ hoặc đặt TMPDIR sang đĩa khác",
		"cannot use a temporary file (%s); make room or set TMPDIR to another disk",
		reason_of(errno, error->lang));
}

enum status temporary_open(int *file, struct error *error)
{
	const char *folder = getenv("TMPDIR");
	struct buf path = {0};

	buf_printf(&path, "%s/memberstat-XXXXXX", folder && folder[0] ? folder : "/var/tmp");
	*file = mkstemp(path.data);
	if (*file >= 0)
		unlink(path.data);
	buf_release(&path);
	return *file >= 0 ? STATUS_DONE : temporary_failed(error);
}

bool temporary_write(int file, const char *data, size_t len)
{
	while (len > 0) {
		ssize_t n = write(file, data, len);

		if (n < 0 && errno != EINTR)
			return false;
		if (n > 0) {
			data += n;
			len -= (size_t)n;
		}
	}
	return true;
}
