/* Is the file one of memberstat's, and of which schema? Bringing it up to date (db_parts.h). */
#include "store/db_parts.h"

#include "base/buf.h"

#define APPLICATION_ID 0x4d535441 /* "MSTA" */

/* Is it a memberstat database, and which migration was its last one (*version)? An empty file is a
 * new database without any. */
enum status db_check_identity(struct db *db, int64_t *version, struct error *error)
{
	int64_t id, tables = 0;

	if (!db_text_number(db, "PRAGMA application_id", &id) ||
		!db_text_number(db, "PRAGMA user_version", version) ||
		(id == 0 && !db_text_number(db, "SELECT count(*) FROM sqlite_schema", &tables)))
		return db_failed(db, error);
	if (id == 0 && *version == 0 && tables == 0)
		return STATUS_DONE;
	if (id != APPLICATION_ID)
		return error_set(error, STATUS_FAILED,
			"%s: không phải là cơ sở dữ liệu memberstat; tệp được giữ nguyên",
			"%s: not a memberstat database; it is left as it is", db->path);
	if (*version > (int64_t)sql_migration_count)
		return error_set(error, STATUS_FAILED,
			"%s: do một phiên bản memberstat mới hơn tạo ra (%d, chương trình này biết đến %d); "
			"hãy nâng cấp memberstat",
			"%s: made by a newer memberstat (%d, this program knows up to %d); upgrade memberstat",
			db->path, (int)*version, (int)sql_migration_count);
	return STATUS_DONE;
}

/* The migrations after this one. */
static enum status apply(struct db *db, int64_t version, struct error *error)
{
	size_t i;

	for (i = (size_t)version; i < sql_migration_count; i++) {
		struct buf text = {0};
		bool done;

		buf_printf(&text, "PRAGMA application_id = %d; PRAGMA user_version = %zu",
			APPLICATION_ID, i + 1);
		done = db_run_text(db, sql_text(sql_migrations[i])) &&
		       db_run_text(db, buf_text(&text));
		buf_release(&text);
		if (!done)
			return db_failed(db, error);
	}
	/* In a new database there is nothing to bring up to date; another writer may have done it just now. */
	if (version == 0 || version == (int64_t)sql_migration_count || db->migrated == NULL)
		return STATUS_DONE;
	return db->migrated(db, error);
}

enum status db_migrate(struct db *db, struct error *error)
{
	int64_t version;

	if (db_begin(db, error) != STATUS_DONE)
		return error_status(error);
	if (db_check_identity(db, &version, error) == STATUS_DONE &&
		apply(db, version, error) == STATUS_DONE)
		return db_commit(db, error);
	db_rollback(db);
	return error_status(error);
}
