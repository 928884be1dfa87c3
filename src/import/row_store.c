#include "import/row_store.h"

#include "import/record_row.h"

static struct db_rows prepare(
	struct import *import, enum sql sql, const struct record *record, struct error *error)
{
	struct db_rows rows = db_prepare(import->db, sql, NO_NUMBERS, error);

	record_bind(rows.at, import->roll, record);
	return rows;
}

static enum status find_stored(struct import *import, const struct row_store *store,
	const struct record *row, struct record *stored, bool *found, struct error *error)
{
	struct db_rows rows = prepare(import, store->get, row, error);

	*found = db_next(&rows);
	if (*found)
		record_load(stored, 0, import->roll->count, rows.at, 0);
	return db_end(&rows);
}

static enum status journal_row(struct import *import, const struct row_store *store,
	const struct record *record, bool added, struct error *error)
{
	struct db_rows rows;

	if (import->first_load)
		return STATUS_DONE;
	rows = prepare(import, store->journal, record, error);
	db_bind_int(rows.at, ":import", import->id);
	db_bind_int(rows.at, ":added", added);
	return db_finish(&rows);
}

static enum status put_row(struct import *import, const struct row_store *store,
	const struct record *merged, bool added, struct error *error)
{
	enum status status = STATUS_DONE;
	struct db_rows rows;

	if (!added)
		status = journal_row(import, store, merged, added, error);
	if (status == STATUS_DONE) {
		rows = prepare(import, store->put, merged, error);
		status = db_finish(&rows);
	}
	if (status == STATUS_DONE && added)
		status = journal_row(import, store, merged, added, error);
	return status;
}

/* Stores the row as it is to be, or refuses it, and counts it. stored is NULL for a new one. */
static enum status settle(struct import *import, const struct row_store *store,
	const struct record *row, const struct record *stored, const struct record *merged,
	struct error *error)
{
	import_require(import, merged);
	if (store->rules)
		store->rules(import, merged, stored != NULL);
	if (import->row.total > 0)
		return import_refuse(import, row, error);
	if (stored && import_same(import, stored, merged)) {
		import->counts.unchanged++;
		return STATUS_DONE;
	}
	*(stored ? &import->counts.updated : &import->counts.added) += 1;
	if (stored)
		import_tell(import, stored, merged);
	return put_row(import, store, merged, stored == NULL, error);
}

enum status row_store_take(struct import *import, const struct row_store *store,
	const struct record *row, struct error *error)
{
	struct record stored = {0}, merged = {0};
	bool found;
	enum status status = find_stored(import, store, row, &stored, &found, error);

	if (status == STATUS_DONE) {
		import_merge(import, row, found ? &stored : NULL, &merged);
		status = settle(import, store, row, found ? &stored : NULL, &merged, error);
	}
	record_release(&stored);
	record_release(&merged);
	return status;
}
