#include "import/tables.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/input.h"
#include "base/temporary.h"
#include "import/sheet_rows.h"
#include "import/text_rows.h"

#define COPY_MAX (1ull << 30) /* bytes of a workbook that comes through a pipe */

struct tables {
	int shares;
	char *path;
	struct tables_options options;
	bool again;                /* the file can be read again */
	struct input *input;       /* of a text file: NULL once its rows have taken it */
	int copy;                  /* of what cannot be read at any place, or -1 */
	struct workbook *workbook; /* NULL for a text file */
};

/* --- workbooks -------------------------------------------------------------------------------- */

static enum status too_large(struct error *error)
{
	return error_set(error, STATUS_REJECTED,
		"bảng tính đọc từ đầu vào chuẩn lớn quá 1 GiB; hãy lưu thành tệp rồi nhập tệp đó",
		"a workbook of more than 1 GiB on standard input; save it as a file and import that");
}

/* Reads the input to its end, and keeps a copy where that is needed. */
static enum status read_all(struct tables *tables, struct error *error)
{
	const unsigned char *block;
	unsigned long long copied = 0;
	size_t len;

	if (input_descriptor(tables->input) >= 0) {
		input_sha256(tables->input);
		return input_failed(tables->input, error);
	}
	if (temporary_open(&tables->copy, error) != STATUS_DONE)
		return error_status(error);
	while ((len = input_read(tables->input, &block)) > 0) {
		copied += len;
		if (copied > COPY_MAX)
			return too_large(error);
		if (!temporary_write(tables->copy, (const char *)block, len))
			return temporary_failed(error);
	}
	return input_failed(tables->input, error);
}

static enum status open_workbook(struct tables *tables, struct error *error)
{
	enum status status = read_all(tables, error);
	int file = tables->copy >= 0 ? tables->copy : input_descriptor(tables->input);

	return status == STATUS_DONE ? workbook_open(&tables->workbook, file, error) : status;
}

/* --- other files that are no text ------------------------------------------------------------- */

/* Is it a document of Office in the old container, and if so of what kind? */
static enum status refuse_old(const unsigned char *block, size_t len, struct error *error)
{
	static const char sign[] = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e";
	size_t i;

	for (i = 0; i + sizeof sign <= len; i++)
		if (memcmp(block + i, sign, sizeof sign) == 0)
			return error_set(error, STATUS_REJECTED,
				"bảng tính có mật khẩu; hãy bỏ mật khẩu rồi lưu lại",
				"the workbook has a password; take the password away and save it again");
	return error_set(error, STATUS_REJECTED,
		"đây là bảng tính kiểu cũ (.xls), hoặc bảng tính có mật khẩu; hãy bỏ mật khẩu và lưu lại dạng .xlsx",
		"this is an old workbook (.xls), or one with a password; take the password away and save it "
		"again as .xlsx");
}

static enum status look_at_start(struct tables *tables, struct error *error)
{
	const unsigned char *block;
	size_t len = input_peek(tables->input, &block);
	const char *binary = input_looks_binary(block, len);

	if (binary && strcmp(binary, "zip") == 0)
		return open_workbook(tables, error);
	if (binary && strcmp(binary, "xls") == 0)
		return refuse_old(block, len, error);
	return STATUS_DONE;
}

/* --- opening and closing ---------------------------------------------------------------------- */

enum status tables_open(struct tables **opened, const char *path,
	const struct tables_options *options, struct error *error)
{
	struct tables *tables = memory_get(sizeof *tables);
	enum status status;

	*tables = (struct tables){.shares = 1,
		.path = memory_text(path, strlen(path)),
		.options = *options,
		.copy = -1};
	*opened = tables;
	status = input_open(&tables->input, path, error);
	if (status == STATUS_DONE) {
		tables->again = input_descriptor(tables->input) >= 0;
		status = look_at_start(tables, error);
	}
	if (status != STATUS_DONE) {
		tables_close(tables);
		*opened = NULL;
	}
	return status;
}

struct tables *tables_share(struct tables *tables)
{
	tables->shares++;
	return tables;
}

void tables_close(struct tables *tables)
{
	if (tables == NULL || --tables->shares > 0)
		return;
	workbook_close(tables->workbook);
	input_close(tables->input);
	if (tables->copy >= 0)
		close(tables->copy);
	free(tables->path);
	free(tables);
}

/* --- tables ----------------------------------------------------------------------------------- */

const char *tables_path(const struct tables *tables)
{
	return tables->path;
}

size_t tables_count(const struct tables *tables)
{
	return tables->workbook ? tables->workbook->sheet_count : 1;
}

const struct workbook_sheet *tables_sheet(const struct tables *tables, size_t table)
{
	return tables->workbook ? &tables->workbook->sheets[table] : NULL;
}

void tables_name(const struct tables *tables, size_t table, struct buf *out)
{
	const struct workbook_sheet *sheet = tables_sheet(tables, table);

	buf_puts(out, tables->path);
	if (sheet)
		buf_printf(out, "[%s]", sheet->name);
}

bool tables_can_be_read_again(const struct tables *tables)
{
	return tables->workbook || tables->again;
}

enum status tables_rows(
	struct tables *tables, size_t table, struct rows **rows, struct error *error)
{
	struct input *input = tables->input;
	enum status status = STATUS_DONE;

	if (tables->workbook) {
		*rows = sheet_rows_new(tables->workbook, &tables->workbook->sheets[table],
			tables->input, error->lang);
		return STATUS_DONE;
	}
	tables->input = NULL;
	if (input == NULL)
		status = input_open(&input, tables->path, error);
	return status == STATUS_DONE ? text_rows_open(rows, input, tables->options.encoding,
					       tables->options.delimiter, error)
				     : status;
}
