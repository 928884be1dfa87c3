#include "import/row_store.h"

/* Parameters of the journal statement, after those of the fields. */
enum { JOURNAL_IMPORT = RECORD_FIELDS + 1, JOURNAL_ADDED };

static enum status bind_record(struct import *import, enum sql sql, const struct record *record,
	sqlite3_stmt **statement, struct error *error)
{
	size_t i;

	*statement = db_statement(import->db, sql, error);
	if (*statement == NULL)
		return error_status(error);
	for (i = 0; i < import->roll->count; i++) {
		const struct value *value = &record->values[i];

		if (value->filled && value->is_text)
			sqlite3_bind_text(*statement, (int)i + 1, record_text(record, i),
				(int)value->len, SQLITE_STATIC);
		else if (value->filled)
			sqlite3_bind_int64(*statement, (int)i + 1, value->number);
	}
	return STATUS_DONE;
}

static void load_record(struct import *import, sqlite3_stmt *statement, struct record *record)
{
	size_t i;

	for (i = 0; i < import->roll->count; i++) {
		int column = (int)i, type = sqlite3_column_type(statement, column);

		if (type == SQLITE_TEXT)
			record_set_text(record, i,
				(const char *)sqlite3_column_text(statement, column),
				(size_t)sqlite3_column_bytes(statement, column));
		else if (type != SQLITE_NULL)
			record_set_number(record, i, sqlite3_column_int64(statement, column));
	}
}

static enum status journal_row(struct import *import, const struct row_store *store,
	const struct record *record, bool added, struct error *error)
{
	sqlite3_stmt *statement;

	if (import->first_load)
		return STATUS_DONE;
	if (bind_record(import, store->journal, record, &statement, error) != STATUS_DONE)
		return error_status(error);
	sqlite3_bind_int64(statement, JOURNAL_IMPORT, import->id);
	sqlite3_bind_int(statement, JOURNAL_ADDED, added);
	return db_step(import->db, statement, error);
}

static enum status put_row(struct import *import, const struct row_store *store,
	const struct record *merged, bool added, struct error *error)
{
	sqlite3_stmt *statement;

	if ((!added && journal_row(import, store, merged, added, error) != STATUS_DONE) ||
		bind_record(import, store->put, merged, &statement, error) != STATUS_DONE ||
		db_step(import->db, statement, error) != STATUS_DONE ||
		(added && journal_row(import, store, merged, added, error) != STATUS_DONE))
		return error_status(error);
	return STATUS_DONE;
}

enum status row_store_take(struct import *import, const struct row_store *store,
	const struct record *row, struct error *error)
{
	struct record stored = {0}, merged = {0};
	sqlite3_stmt *statement;
	enum status status;
	bool found;

	if (bind_record(import, store->get, row, &statement, error) != STATUS_DONE)
		return error_status(error);
	found = db_row(import->db, statement, &status, error);
	if (found)
		load_record(import, statement, &stored);
	sqlite3_reset(statement);
	if (status == STATUS_DONE) {
		import_merge(import, row, found ? &stored : NULL, &merged);
		import_require(import, &merged);
		if (store->rules)
			store->rules(import, &merged, found);
		if (import->row.total > 0) {
			status = import_refuse(import, row, error);
		} else if (found && import_same(import, &stored, &merged)) {
			import->counts.unchanged++;
		} else {
			status = put_row(import, store, &merged, !found, error);
			if (found)
				import_tell(import, &stored, &merged);
			*(found ? &import->counts.updated : &import->counts.added) += 1;
		}
	}
	record_release(&stored);
	record_release(&merged);
	return status;
}
