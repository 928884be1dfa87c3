#include "cli/command.h"
#include "cli/database.h"

static enum status backup(
	struct db *db, const struct request *request, void *context, struct error *error)
{
	(void)context;
	return db_backup(db, request->arguments[0], error);
}

static enum status run(const struct request *request, struct error *error)
{
	if (request->argument_count != 1)
		return error_set(error, STATUS_USAGE, "hãy nêu một tệp để sao lưu vào đó",
			"name the one file to back up to");
	return database_use(request, DB_READ, backup, NULL, error);
}

static const enum option options[] = {OPTION_END};

static const struct example examples[] = {
	{L("Bản sao của hôm nay", "Today's copy"), PROGRAM " backup dang-vien-$(date +%F).db"},
	{.line = NULL},
};

const struct command cmd_backup = {
	.name = "backup",
	.summary =
		L("sao lưu cơ sở dữ liệu vào một tệp", "write a consistent copy of the database"),
	.usage = "FILE",
	.options = options,
	.text = L(
		"Bản sao nhất quán cả khi có lệnh khác đang ghi, được kiểm tra rồi mới xuất hiện dưới tên "
		"FILE, và chỉ chủ sở hữu đọc được. Tệp cũ cùng tên bị thay thế.",
		"The copy is consistent also while another command writes; it is checked before it appears as "
		"FILE, and only its owner can read it. An older file of that name is replaced."),
	.examples = examples,
	.run = run,
};
