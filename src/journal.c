#include "journal.h"

#include <string.h>
#include <time.h>

#include "importer.h"

enum status journal_next(struct db *db, int64_t *id, struct error *error)
{
	sqlite3_stmt *statement = db_statement(db, SQL_STMT_IMPORT_NEXT, error);
	enum status status;

	if (statement == NULL)
		return error->status;
	if (db_row(db, statement, &status, error))
		*id = sqlite3_column_int64(statement, 0);
	sqlite3_reset(statement);
	return status;
}

enum status journal_log(struct import *import, struct error *error)
{
	sqlite3_stmt *statement = db_statement(import->db, SQL_STMT_IMPORT_LOG, error);
	const struct import_counts *counts = &import->counts;
	const char *slash = strrchr(import->file, '/');

	if (statement == NULL)
		return error->status;
	db_bind_int(statement, ":id", import->id);
	db_bind_int(statement, ":at", (int64_t)time(NULL));
	db_bind_text(statement, ":file", slash ? slash + 1 : import->file);
	db_bind_int(statement, ":kind", (int)import->grid.kind + 1);
	db_bind_text(statement, ":sha256", source_sha256(import->source));
	db_bind_int(statement, ":read", counts->read);
	db_bind_int(statement, ":added", counts->added);
	db_bind_int(statement, ":updated", counts->updated);
	db_bind_int(statement, ":unchanged", counts->unchanged);
	db_bind_int(statement, ":rejected", counts->rejected);
	db_bind_int(statement, ":skipped", counts->skipped);
	db_bind_int(statement, ":first_load", import->first_load);
	return db_step(import->db, statement, error);
}
