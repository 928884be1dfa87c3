/* What is told when SQLite fails, or the database is damaged (db.h). */
#include "store/db.h"

#include "base/buf.h"

enum status db_kept_damaged(struct db *db, struct error *error)
{
	db->damage = SQLITE_CORRUPT_VTAB;
	return error_set(error, STATUS_FAILED,
		"%s: số lũy kế giữ sẵn đã hỏng nên không đưa ra số liệu nào; hãy chạy memberstat check để "
		"biết của đơn vị nào, và memberstat recount để đếm lại",
		"%s: the kept totals are damaged, so no figure is given; run memberstat check to see of "
		"which units, and memberstat recount to count them anew",
		db->path);
}

enum status db_damaged(struct db *db, const char *table, struct error *error)
{
	db->damage = SQLITE_CORRUPT;
	return error_set(error, STATUS_FAILED,
		"%s: cơ sở dữ liệu đã hỏng (bảng %s có giá trị lạ); hãy khôi phục từ bản sao lưu",
		"%s: the database is damaged (table %s has a value that cannot be); restore a backup",
		db->path, table);
}

int db_code(const struct db *db, const struct error *error)
{
	if (db->damage)
		return db->damage;
	return error->status == STATUS_BUSY ? SQLITE_BUSY : SQLITE_ERROR;
}

enum status db_failed(struct db *db, struct error *error)
{
	int code = db->handle ? sqlite3_errcode(db->handle) : SQLITE_NOMEM;

	if (db->handle && sqlite3_extended_errcode(db->handle) == SQLITE_CORRUPT_VTAB)
		return db_kept_damaged(db, error);
	if (code == SQLITE_NOMEM)
		memory_failed();
	if (code == SQLITE_BUSY || code == SQLITE_LOCKED)
		return error_set(error, STATUS_BUSY,
			"%s: cơ sở dữ liệu đang bận vì một lệnh khác; hãy thử lại sau",
			"%s: the database is busy with another command; try again later", db->path);
	if (code == SQLITE_FULL)
		return error_set(error, STATUS_FAILED, "%s: hết chỗ trên đĩa; chưa có gì thay đổi",
			"%s: the disk is full; nothing was changed", db->path);
	if (code == SQLITE_NOTADB || code == SQLITE_CORRUPT)
		return error_set(error, STATUS_FAILED,
			"%s: không phải là cơ sở dữ liệu memberstat, hoặc tệp đã hỏng (%s)",
			"%s: not a memberstat database, or a damaged one (%s)", db->path,
			sqlite3_errmsg(db->handle));
	return error_set(error, STATUS_FAILED, "%s: lỗi cơ sở dữ liệu: %s",
		"%s: database error: %s", db->path, sqlite3_errmsg(db->handle));
}
