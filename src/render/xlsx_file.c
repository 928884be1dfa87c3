#include "render/xlsx_file.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/reason.h"

#define PART 65536 /* bytes copied at a time */

enum status xlsx_failed(const struct xlsx_library *library, lxw_error code, struct error *error)
{
	return error_set(error, STATUS_FAILED, "không tạo được tệp xlsx: %s",
		"cannot make the xlsx file: %s", library->lxw_strerror(code));
}

static enum status system_failed(struct error *error)
{
	return error_set(error, STATUS_FAILED, "không tạo được tệp tạm: %s",
		"cannot make a temporary file: %s", reason_of(errno, error->lang));
}

enum status xlsx_file_make(struct xlsx_file *file, struct error *error)
{
	const char *base = getenv("TMPDIR");

	*file = (struct xlsx_file){0};
	buf_printf(&file->folder, "%s/memberstat-XXXXXX", base && *base ? base : "/tmp");
	if (mkdtemp(file->folder.data) == NULL) {
		buf_release(&file->folder);
		return system_failed(error);
	}
	buf_printf(&file->path, "%s/book.xlsx", file->folder.data);
	return STATUS_DONE;
}

enum status xlsx_file_copy(const struct xlsx_file *made, struct output *out, struct error *error)
{
	FILE *file = fopen(buf_text(&made->path), "rb");
	struct buf part = {0};
	enum status status = STATUS_DONE;

	if (file == NULL)
		return system_failed(error);
	do {
		buf_reserve(&part, PART);
		part.len = fread(part.data, 1, PART, file);
		if (part.len == 0)
			break;
		status = output_write(out, &part, error);
	} while (status == STATUS_DONE);
	if (status == STATUS_DONE && ferror(file))
		status = system_failed(error);
	if (status == STATUS_DONE)
		status = output_flush(out, &part, error);
	buf_release(&part);
	fclose(file);
	return status;
}

void xlsx_file_remove(struct xlsx_file *file)
{
	unlink(buf_text(&file->path));
	rmdir(buf_text(&file->folder));
	buf_release(&file->folder);
	buf_release(&file->path);
}
