/* Transactions, one within another, and snapshots (db.h). */
#include "store/db_parts.h"

void db_check_keys(struct db *db, bool on)
{
	sqlite3_db_config(db->handle, SQLITE_DBCONFIG_ENABLE_FKEY, (int)on, NULL);
}

enum status db_begin(struct db *db, struct error *error)
{
	bool inner = !sqlite3_get_autocommit(db->handle);

	if (!db_run_text(db, inner ? "SAVEPOINT part" : "BEGIN IMMEDIATE"))
		return db_failed(db, error);
	db->inner = inner;
	return STATUS_DONE;
}

enum status db_snapshot(struct db *db, struct error *error)
{
	return db_run_text(db, "BEGIN") ? STATUS_DONE : db_failed(db, error);
}

enum status db_commit(struct db *db, struct error *error)
{
	if (db_run_text(db, db->inner ? "RELEASE part" : "COMMIT")) {
		db->inner = false;
		return STATUS_DONE;
	}
	db_failed(db, error);
	db_rollback(db);
	return error_status(error);
}

void db_rollback(struct db *db)
{
	if (db->handle && !sqlite3_get_autocommit(db->handle))
		db_run_text(db, db->inner ? "ROLLBACK TO part; RELEASE part" : "ROLLBACK");
	db->inner = false;
}
