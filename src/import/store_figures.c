/* Keepers of population and plans: one row, one record, nothing across rows. */
#include "import/importer.h"

#include "base/date.h"
#include "totals/population.h"

/* Parameters of the journal's SQL, behind those of the fields. */
enum { JOURNAL_IMPORT = RECORD_FIELDS + 1, JOURNAL_ADDED };

/* What such a kind needs: its SQL takes the fields as ?1, ?2, …. */
struct row_keeper {
	enum sql get;     /* the stored row with this key, in the order of the fields */
	enum sql journal; /* enters it in the journal */
	enum sql put;     /* inserts it, or updates the one with its key */
	/* Adds findings for rules between the record's values; or NULL. */
	void (*rules)(struct import *import, const struct record *merged, bool stored);
};

static enum status bind_record(struct import *import, enum sql sql, const struct record *record,
	sqlite3_stmt **statement, struct error *error)
{
	size_t i;

	*statement = db_statement(import->db, sql, error);
	if (*statement == NULL)
		return error->status;
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

static enum status journal_row(struct import *import, const struct row_keeper *keeper,
	const struct record *record, bool added, struct error *error)
{
	sqlite3_stmt *statement;

	if (import->first_load)
		return STATUS_DONE;
	if (bind_record(import, keeper->journal, record, &statement, error) != STATUS_DONE)
		return error->status;
	sqlite3_bind_int64(statement, JOURNAL_IMPORT, import->id);
	sqlite3_bind_int(statement, JOURNAL_ADDED, added);
	return db_step(import->db, statement, error);
}

static enum status put_row(struct import *import, const struct row_keeper *keeper,
	const struct record *merged, bool added, struct error *error)
{
	sqlite3_stmt *statement;

	if ((!added && journal_row(import, keeper, merged, added, error) != STATUS_DONE) ||
		bind_record(import, keeper->put, merged, &statement, error) != STATUS_DONE ||
		db_step(import->db, statement, error) != STATUS_DONE ||
		(added && journal_row(import, keeper, merged, added, error) != STATUS_DONE))
		return error->status;
	return STATUS_DONE;
}

static enum status take_row(struct import *import, const struct row_keeper *keeper,
	const struct record *row, struct error *error)
{
	struct record stored = {0}, merged = {0};
	sqlite3_stmt *statement;
	enum status status;
	bool found;

	if (bind_record(import, keeper->get, row, &statement, error) != STATUS_DONE)
		return error->status;
	found = db_row(import->db, statement, &status, error);
	if (found)
		load_record(import, statement, &stored);
	sqlite3_reset(statement);
	if (status == STATUS_DONE) {
		import_merge(import, row, found ? &stored : NULL, &merged);
		import_require(import, &merged);
		if (keeper->rules)
			keeper->rules(import, &merged, found);
		if (import->row.total > 0) {
			status = import_refuse(import, row, error);
		} else if (found && import_same(import, &stored, &merged)) {
			import->counts.unchanged++;
		} else {
			status = put_row(import, keeper, &merged, !found, error);
			if (found)
				import_tell(import, &stored, &merged);
			*(found ? &import->counts.updated : &import->counts.added) += 1;
		}
	}
	record_release(&stored);
	record_release(&merged);
	return status;
}

static enum status nothing(struct import *import, struct error *error)
{
	(void)import;
	(void)error;
	return STATUS_DONE;
}

/* --- population -------------------------------------------------------------------------------- */

static const struct row_keeper population_keeper = {
	.get = SQL_STMT_POPULATION_GET,
	.journal = SQL_STMT_POPULATION_JOURNAL,
	.put = SQL_STMT_POPULATION_PUT,
};

static enum status population_take(
	struct import *import, struct record *const *records, size_t count, struct error *error)
{
	(void)count; /* keys are whole: one record a group */
	return take_row(import, &population_keeper, records[0], error);
}

static enum status population_end(struct import *import, struct error *error)
{
	if (import->counts.added + import->counts.updated == 0)
		return STATUS_DONE;
	return population_keep(import->db, error);
}

const struct keeper keeper_population = {
	.is_empty = SQL_STMT_POPULATION_IS_EMPTY,
	.group = RECORD_FIELDS,
	.begin = nothing,
	.take = population_take,
	.end = population_end,
};

/* --- plans ------------------------------------------------------------------------------------- */

/* A plan without a unit is for the root; before there is one only the built-in plan can be meant. */
static void plan_rules(struct import *import, const struct record *merged, bool stored)
{
	char to[11];

	if (merged->values[PLAN_UNIT].number == 0 && !stored)
		findings_add(&import->row, merged->line, "unit", FINDING_REQUIRED, NULL,
			"thiếu mã đơn vị, và chưa có đơn vị gốc nào để thay thế",
			"the unit is missing, and there is no root yet to stand for it");
	if (merged->values[PLAN_TO].number >= merged->values[PLAN_FROM].number)
		return;
	date_write((int)merged->values[PLAN_TO].number, to);
	findings_add(&import->row, merged->line, "to", FINDING_ORDER, to,
		"ngày kết thúc trước ngày bắt đầu", "the plan ends before it begins");
}

static const struct row_keeper plan_keeper = {
	.get = SQL_STMT_PLAN_GET,
	.journal = SQL_STMT_PLAN_JOURNAL,
	.put = SQL_STMT_PLAN_PUT,
	.rules = plan_rules,
};

static enum status plan_take(
	struct import *import, struct record *const *records, size_t count, struct error *error)
{
	(void)count;
	return take_row(import, &plan_keeper, records[0], error);
}

const struct keeper keeper_plans = {
	.is_empty = SQL_STMT_PLAN_IS_EMPTY,
	.group = RECORD_FIELDS,
	.begin = nothing,
	.take = plan_take,
	.end = nothing,
};
