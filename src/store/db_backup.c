/* A consistent copy of the database (db.h). */
#include "store/db_parts.h"

#include <string.h>

#include "base/buf.h"
#include "base/outfile.h"

/* Copies all pages. Waits for writers as long as any command does. */
static enum status copy_pages(struct db *from, struct db *to, struct error *error)
{
	sqlite3_backup *backup;
	int code;

	if (sqlite3_open_v2(to->path, &to->handle, SQLITE_OPEN_READWRITE, NULL) != SQLITE_OK)
		return db_failed(to, error);
	sqlite3_busy_timeout(from->handle, DB_BUSY_MS);
	backup = sqlite3_backup_init(to->handle, "main", from->handle, "main");
	if (backup == NULL)
		return db_failed(to, error);
	code = sqlite3_backup_step(backup, -1);
	sqlite3_backup_finish(backup);
	if (code == SQLITE_BUSY || code == SQLITE_LOCKED)
		return error_set(error, STATUS_BUSY,
			"%s: cơ sở dữ liệu đang bận vì một lệnh khác; hãy thử lại sau",
			"%s: the database is busy with another command; try again later",
			from->path);
	return code == SQLITE_DONE ? STATUS_DONE : db_failed(to, error);
}

static enum status check_copy(struct db *copy, struct error *error)
{
	sqlite3_stmt *statement = NULL;
	bool good = sqlite3_prepare_v2(copy->handle, "PRAGMA quick_check", -1, &statement, NULL) ==
			    SQLITE_OK &&
		    sqlite3_step(statement) == SQLITE_ROW &&
		    strcmp((const char *)sqlite3_column_text(statement, 0), "ok") == 0;

	sqlite3_finalize(statement);
	if (good)
		return STATUS_DONE;
	return error_set(error, STATUS_FAILED, "%s: bản sao bị hỏng; cơ sở dữ liệu có thể đã hỏng",
		"%s: the copy is damaged; the database may be damaged", copy->path);
}

enum status db_backup(struct db *db, const char *path, struct error *error)
{
	struct outfile file;
	struct db copy = {0};
	enum status status;

	if (outfile_same(db->path, path))
		return error_set(error, STATUS_USAGE, "%s: đó chính là cơ sở dữ liệu",
			"%s: that is the database itself", path);
	status = outfile_open(&file, path, error);
	if (status != STATUS_DONE)
		return status;
	copy.path = memory_text(file.temporary, strlen(file.temporary));
	status = copy_pages(db, &copy, error);
	if (status == STATUS_DONE)
		status = check_copy(&copy, error);
	db_close(&copy, true);
	if (status == STATUS_DONE)
		return outfile_publish(&file, error);
	outfile_abandon(&file);
	return status;
}
