/* What is stored of a member: compared with rows, loaded, changed. */
#include "import/member.h"

#include <string.h>

static int64_t column_or_none(sqlite3_stmt *statement, int column)
{
	return sqlite3_column_type(statement, column) == SQLITE_NULL
		       ? NO_DAY
		       : sqlite3_column_int64(statement, column);
}

static void load_facts(struct record *facts, sqlite3_stmt *statement)
{
	size_t f;

	for (f = 0; f < FACTS; f++) {
		int column = (int)f + 1, type = sqlite3_column_type(statement, column);

		if (type == SQLITE_TEXT)
			record_set_text(facts, FIRST_FACT + f,
				(const char *)sqlite3_column_text(statement, column),
				(size_t)sqlite3_column_bytes(statement, column));
		else if (type != SQLITE_NULL)
			record_set_number(
				facts, FIRST_FACT + f, sqlite3_column_int64(statement, column));
	}
}

static enum status load_stays(struct import *import, struct member *member, struct error *error)
{
	sqlite3_stmt *statement = db_statement(import->db, SQL_STMT_STAY_GET, error);
	enum status status;

	if (statement == NULL)
		return error_status(error);
	sqlite3_bind_int64(statement, 1, member->id);
	while (db_row(import->db, statement, &status, error)) {
		struct member_stay *stay = member_add_stay(member);
		int column;

		stay->stored = true;
		for (column = 0; column < STAY_COLUMNS; column++)
			stay->was.columns[column] = column_or_none(statement, column);
		stay->was.facts = (unsigned)sqlite3_column_int(statement, STAY_COLUMNS);
		stay->now = stay->was;
	}
	sqlite3_reset(statement);
	return status;
}

enum status member_load(
	struct import *import, struct member *member, const struct record *row, struct error *error)
{
	sqlite3_stmt *statement;
	enum status status;

	member->id = 0;
	member->count = 0;
	if (import->first_load)
		return STATUS_DONE;
	record_clear(&member->stored);
	statement = db_statement(import->db, SQL_STMT_MEMBER_GET, error);
	if (statement == NULL)
		return error_status(error);
	sqlite3_bind_text(statement, 1, record_text(row, MEMBER_MEMBER),
		(int)row->values[MEMBER_MEMBER].len, SQLITE_STATIC);
	if (db_row(import->db, statement, &status, error)) {
		member->id = sqlite3_column_int64(statement, 0);
		load_facts(&member->stored, statement);
	}
	sqlite3_reset(statement);
	return status == STATUS_DONE && member->id ? load_stays(import, member, error) : status;
}

/* --- is anything different? ---------------------------------------------------------------------- */

/* The columns of stmt/member_scan.sql and stmt/stay_scan.sql: the id of the member; then the code
 * and the facts, or the stay. */
enum { SCAN_MEMBER, SCAN_CODE, SCAN_FACTS, SCAN_STAY = SCAN_CODE };

#define SCAN_STEPS 32 /* so many rows are passed over before a scan is begun anew, further on */

static enum status scan_step(struct import *import, struct scan *scan, struct error *error)
{
	enum status status;

	scan->ended = !db_row(import->db, scan->statement, &status, error);
	if (!scan->ended)
		scan->member = sqlite3_column_int64(scan->statement, SCAN_MEMBER);
	return status;
}

static int scan_compare(const struct scan *members, const struct record *row)
{
	return strcmp((const char *)sqlite3_column_text(members->statement, SCAN_CODE),
		record_text(row, MEMBER_MEMBER));
}

static enum status scan_members_from(
	struct import *import, struct scan *members, const struct record *row, struct error *error)
{
	members->statement = db_statement(import->db, SQL_STMT_MEMBER_SCAN, error);
	if (members->statement == NULL)
		return error_status(error);
	sqlite3_bind_text(members->statement, 1, record_text(row, MEMBER_MEMBER),
		(int)row->values[MEMBER_MEMBER].len, SQLITE_TRANSIENT);
	return scan_step(import, members, error);
}

/* Moves the scan to the member of the row, or to the first one after it; *there says which. Rows
 * and scan are both in the order of codes, so mostly one step is enough. */
static enum status scan_members(struct import *import, struct scan *members,
	const struct record *row, bool *there, struct error *error)
{
	int steps, order = -1;

	for (steps = 0; members->statement && !members->ended && steps < SCAN_STEPS; steps++) {
		order = scan_compare(members, row);
		*there = order == 0;
		if (order >= 0)
			return STATUS_DONE;
		if (scan_step(import, members, error) != STATUS_DONE)
			return error_status(error);
	}
	if ((members->statement == NULL || !members->ended) &&
		scan_members_from(import, members, row, error) != STATUS_DONE)
		return error_status(error);
	*there = !members->ended && scan_compare(members, row) == 0;
	return STATUS_DONE;
}

/* Moves the scan to the first stay of the member. Members that were stored together have ids in the
 * order of their codes. When many others are in between, the scan is begun anew. */
static enum status scan_stays(
	struct import *import, struct scan *stays, int64_t member, struct error *error)
{
	if (stays->statement == NULL || stays->ended || stays->member > member ||
		stays->member < member - SCAN_STEPS) {
		stays->statement = db_statement(import->db, SQL_STMT_STAY_SCAN, error);
		if (stays->statement == NULL)
			return error_status(error);
		sqlite3_bind_int64(stays->statement, 1, member);
		if (scan_step(import, stays, error) != STATUS_DONE)
			return error_status(error);
	}
	while (!stays->ended && stays->member < member)
		if (scan_step(import, stays, error) != STATUS_DONE)
			return error_status(error);
	return STATUS_DONE;
}

/* Is the value of the row the same as the column? Each call into SQLite costs as much as the
 * comparison, so there is only one: texts have no NUL in them (rows with one are rejected), and for
 * NULL the call returns NULL or 0. */
static bool same_as_column(
	const struct record *row, size_t field, sqlite3_stmt *statement, int column)
{
	const struct value *value = &row->values[field];
	const char *text;

	if (!value->filled)
		return true; /* an empty cell changes nothing */
	if (!value->is_text)
		return sqlite3_column_int64(statement, column) == value->number &&
		       (value->number != 0 ||
			       sqlite3_column_type(statement, column) != SQLITE_NULL);
	text = (const char *)sqlite3_column_text(statement, column);
	return text && strcmp(text, record_text(row, field)) == 0;
}

static bool same_facts(const struct record *row, const struct scan *members)
{
	int f;

	for (f = 0; f < FACTS; f++)
		if (!same_as_column(
			    row, (size_t)(FIRST_FACT + f), members->statement, SCAN_FACTS + f))
			return false;
	return true;
}

static bool same_stay(const struct record *row, const struct scan *stays)
{
	int c;

	for (c = 0; c < STAY_COLUMNS; c++)
		if (!same_as_column(row, stay_fields[c], stays->statement, SCAN_STAY + c))
			return false;
	return true;
}

/* Is each row the same as a stored stay of the member? Both are in the order of joined_on. */
static enum status same_stays(struct import *import, struct scan *stays, int64_t member,
	struct record *const *records, size_t count, bool *same, struct error *error)
{
	size_t r = 0;
	enum status status = scan_stays(import, stays, member, error);

	while (status == STATUS_DONE && r < count && !stays->ended && stays->member == member) {
		r += same_stay(records[r], stays);
		status = scan_step(import, stays, error);
	}
	*same = r == count;
	return status;
}

enum status member_is_same(struct import *import, struct member *member,
	struct record *const *records, size_t count, bool *same, struct error *error)
{
	struct scan *members = &member->scanned_members;
	size_t r;

	*same = false;
	if (import->first_load || import->options.blank_clears)
		return STATUS_DONE;
	if (scan_members(import, members, records[0], same, error) != STATUS_DONE)
		return error_status(error);
	for (r = 0; r < count && *same; r++)
		*same = same_facts(records[r], members);
	return *same ? same_stays(import, &member->scanned_stays, members->member, records, count,
			       same, error)
		     : STATUS_DONE;
}

/* --- storing ----------------------------------------------------------------------------------- */

/* Does fact f stay as it is stored? */
static bool fact_is_same(const struct member *member, size_t f)
{
	const struct record *is = member->facts[f];

	if (is == NULL)
		return !member->stored.values[FIRST_FACT + f].filled;
	return is == &member->stored || record_same_value(&member->stored, is, FIRST_FACT + f);
}

static bool facts_changed(const struct member *member)
{
	size_t f;

	for (f = 0; f < FACTS; f++)
		if (!fact_is_same(member, f))
			return true;
	return false;
}

static void bind_facts(sqlite3_stmt *statement, const struct member *member)
{
	size_t f;

	for (f = 0; f < FACTS; f++) {
		const struct record *from = member->facts[f];
		const struct value *value = from ? &from->values[FIRST_FACT + f] : NULL;

		if (value && value->is_text)
			sqlite3_bind_text(statement, (int)f + 2, record_text(from, FIRST_FACT + f),
				(int)value->len, SQLITE_STATIC);
		else if (value)
			sqlite3_bind_int64(statement, (int)f + 2, value->number);
	}
}

/* Stores the rows of a batch and enters them in the journal, which has no lines for a first
 * load. */
static enum status store_batch(struct import *import, struct batch *batch, enum sql add,
	enum sql journal, struct error *error)
{
	sqlite3_stmt *statement;

	if (batch_count(batch) == 0)
		return STATUS_DONE;
	if ((statement = db_statement(import->db, add, error)) == NULL ||
		db_step(import->db, statement, error) != STATUS_DONE)
		return error_status(error);
	if (!import->first_load) {
		if ((statement = db_statement(import->db, journal, error)) == NULL)
			return error_status(error);
		sqlite3_bind_int64(statement, 1, import->id);
		if (db_step(import->db, statement, error) != STATUS_DONE)
			return error_status(error);
	}
	batch_clear(batch);
	return STATUS_DONE;
}

enum status member_store_added(struct import *import, struct member *member, struct error *error)
{
	if (store_batch(import, member->added_members, SQL_STMT_MEMBER_ADD,
		    SQL_STMT_MEMBER_JOURNAL_ADDED, error) != STATUS_DONE ||
		store_batch(import, member->added_stays, SQL_STMT_STAY_ADD,
			SQL_STMT_STAY_JOURNAL_ADDED, error) != STATUS_DONE)
		return error_status(error);
	return STATUS_DONE;
}

static void add_member(struct member *member, const struct record *row)
{
	struct batch *batch = member->added_members;
	size_t f;

	member->id = member->next_id++;
	batch_add_row(batch);
	batch_add_number(batch, member->id);
	batch_add_text(batch, record_text(row, MEMBER_MEMBER), row->values[MEMBER_MEMBER].len);
	for (f = 0; f < FACTS; f++) {
		const struct record *from = member->facts[f];
		const struct value *value = from ? &from->values[FIRST_FACT + f] : NULL;

		if (value == NULL)
			batch_add_null(batch);
		else if (value->is_text)
			batch_add_text(batch, record_text(from, FIRST_FACT + f), value->len);
		else
			batch_add_number(batch, value->number);
	}
}

static void add_stay(struct member *member, const struct stay *stay)
{
	struct batch *batch = member->added_stays;
	size_t c;

	batch_add_row(batch);
	batch_add_number(batch, member->id);
	for (c = 0; c < STAY_COLUMNS; c++) {
		if (stay->columns[c] == NO_DAY)
			batch_add_null(batch);
		else
			batch_add_number(batch, stay->columns[c]);
	}
	batch_add_number(batch, stay->facts);
}

/* Enters a row in the journal with its present values, before it is changed. */
static enum status journal_changed(
	struct import *import, enum sql sql, int64_t a, int64_t b, struct error *error)
{
	sqlite3_stmt *statement = db_statement(import->db, sql, error);

	if (statement == NULL)
		return error_status(error);
	sqlite3_bind_int64(statement, 1, import->id);
	sqlite3_bind_int64(statement, 2, a);
	sqlite3_bind_int64(statement, 3, b);
	return db_step(import->db, statement, error);
}

static enum status change_member(struct import *import, struct member *member, struct error *error)
{
	sqlite3_stmt *statement;

	if (journal_changed(import, SQL_STMT_MEMBER_JOURNAL_CHANGED, member->id, 0, error) !=
			STATUS_DONE ||
		(statement = db_statement(import->db, SQL_STMT_MEMBER_CHANGE, error)) == NULL)
		return error_status(error);
	sqlite3_bind_int64(statement, 1, member->id);
	bind_facts(statement, member);
	return db_step(import->db, statement, error);
}

static enum status change_stay(
	struct import *import, struct member *member, const struct stay *stay, struct error *error)
{
	sqlite3_stmt *statement;
	int c;

	if (journal_changed(import, SQL_STMT_STAY_JOURNAL_CHANGED, member->id,
		    stay->columns[JOINED_ON], error) != STATUS_DONE ||
		(statement = db_statement(import->db, SQL_STMT_STAY_CHANGE, error)) == NULL)
		return error_status(error);
	sqlite3_bind_int64(statement, 1, member->id);
	for (c = 0; c < STAY_COLUMNS; c++)
		if (stay->columns[c] != NO_DAY)
			sqlite3_bind_int64(statement, c + 2, stay->columns[c]);
	sqlite3_bind_int64(statement, STAY_COLUMNS + 2, stay->facts);
	return db_step(import->db, statement, error);
}

/* Did this row change a fact about the person? */
static bool changed_fact(const struct member *member, size_t stay)
{
	size_t f;

	for (f = 0; f < FACTS; f++)
		if (member->origin[f] == stay && !fact_is_same(member, f))
			return true;
	return false;
}

/* Writes the columns of the stay into the fields of a record. */
static void stay_record(struct record *out, const struct record *row, const struct stay *stay)
{
	size_t c;

	out->line = row->line;
	record_copy_value(out, row, MEMBER_MEMBER);
	for (c = 0; c < STAY_COLUMNS; c++)
		if (stay->columns[c] != NO_DAY)
			record_set_number(out, stay_fields[c], stay->columns[c]);
}

/* Tells --verbose what a row changes: of its stay, and of the person. */
static void tell_changes(struct import *import, const struct member *member, size_t index)
{
	const struct member_stay *stay = &member->stays[index];
	struct record was = {0}, is = {0};
	size_t f;

	if (import->options.changed == NULL)
		return;
	stay_record(&was, stay->row, &stay->was);
	stay_record(&is, stay->row, &stay->now);
	for (f = 0; f < FACTS; f++) {
		if (member->origin[f] != index)
			continue;
		record_copy_value(&was, &member->stored, FIRST_FACT + f);
		if (member->facts[f])
			record_copy_value(&is, member->facts[f], FIRST_FACT + f);
	}
	import_tell(import, &was, &is);
	record_release(&was);
	record_release(&is);
}

static bool is_unchanged(const struct member *member, size_t index)
{
	const struct member_stay *stay = &member->stays[index];

	return stay->stored && !stay_changed(stay) && !changed_fact(member, index);
}

/* Counts and stores one accepted row. */
static enum status store_stay(
	struct import *import, struct member *member, size_t index, struct error *error)
{
	const struct member_stay *stay = &member->stays[index];

	if (is_unchanged(member, index)) {
		import->counts.unchanged++;
		return STATUS_DONE;
	}
	if (!stay->stored) {
		import->counts.added++;
		add_stay(member, &stay->now);
		return STATUS_DONE;
	}
	import->counts.updated++;
	tell_changes(import, member, index);
	if (!stay_changed(stay) && stay->now.facts == stay->was.facts)
		return STATUS_DONE; /* only facts about the person changed */
	return change_stay(import, member, &stay->now, error);
}

enum status member_store(struct import *import, struct member *member, struct error *error)
{
	enum status status = STATUS_DONE;
	size_t first = 0, i;

	while (first < member->count && !stay_in_play(&member->stays[first]))
		first++;
	if (first == member->count)
		return STATUS_DONE;
	if (member->id == 0)
		add_member(member, member->stays[first].row);
	else if (facts_changed(member))
		status = change_member(import, member, error);
	for (i = first; i < member->count && status == STATUS_DONE; i++)
		if (stay_in_play(&member->stays[i]))
			status = store_stay(import, member, i, error);
	if (status == STATUS_DONE)
		status = member_note_totals(member, error);
	if (status == STATUS_DONE &&
		(batch_is_full(member->added_members) || batch_is_full(member->added_stays)))
		status = member_store_added(import, member, error);
	return status;
}
