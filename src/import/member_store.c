/* Storing what a file says of a member: new rows through the batches, changed ones with the journal. */
#include "import/member.h"

#include "base/code_key.h"
#include "import/record_row.h"

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

/* Stores the rows of a batch and enters them in the journal, which has no lines for a first
 * load. */
static enum status store_batch(struct import *import, struct batch *batch, enum sql add,
	enum sql journal, struct error *error)
{
	if (batch_count(batch) == 0)
		return STATUS_DONE;
	if (db_do(import->db, add, NO_NUMBERS, error) != STATUS_DONE ||
		(!import->first_load &&
			db_do(import->db, journal, NUMBERS(import->id), error) != STATUS_DONE))
		return error_status(error);
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

/* The key of a code that is not its own key. */
static void add_twin_key(struct batch *batch, const char *code, size_t len)
{
	struct buf key = {0};

	if (code_is_key(code, len)) {
		batch_add_null(batch);
		return;
	}
	code_key(&key, code, len);
	batch_add_text(batch, buf_text(&key), key.len);
	buf_release(&key);
}

static void add_member(struct member *member, const struct record *row)
{
	struct batch *batch = member->added_members;
	size_t f;

	member->id = member->next_id++;
	batch_add_row(batch);
	batch_add_number(batch, member->id);
	record_to_batch(batch, row, MEMBER_MEMBER);
	add_twin_key(batch, record_text(row, MEMBER_MEMBER), row->values[MEMBER_MEMBER].len);
	for (f = 0; f < FACTS; f++)
		record_to_batch(batch, member->facts[f], FIRST_FACT + f);
}

static void add_stay(struct member *member, const struct stay *stay)
{
	struct batch *batch = member->added_stays;
	size_t c;

	batch_add_row(batch);
	batch_add_number(batch, member->id);
	for (c = 0; c < STAY_COLUMNS; c++) {
		int64_t value = stay_stored_column(stay, c);

		if (value == NO_DAY)
			batch_add_null(batch);
		else
			batch_add_number(batch, value);
	}
	batch_add_number(batch, stay->facts);
	batch_add_number(batch, stay_is_carried(stay));
}

/* Parameters of stmt/member_change.sql and stmt/stay_change.sql: the member's number, then the facts, or
 * the columns of the stay, its own facts, and whether official_on is carried. */
enum { CHANGE_MEMBER = 1, CHANGE_FACTS, CHANGE_STAY = CHANGE_FACTS };
enum { CHANGE_STAY_FACTS = CHANGE_STAY + STAY_COLUMNS, CHANGE_STAY_CARRIED };

/* Enters the member as it is in the journal, and then changes it. */
static enum status change_member(struct import *import, struct member *member, struct error *error)
{
	struct db_rows change;
	int f;

	if (db_do(import->db, SQL_STMT_MEMBER_JOURNAL_CHANGED, NUMBERS(import->id, member->id),
		    error) != STATUS_DONE)
		return error_status(error);
	change = db_prepare(import->db, SQL_STMT_MEMBER_CHANGE, NUMBERS(member->id), error);
	for (f = 0; f < FACTS; f++)
		record_bind_value(
			change.at, CHANGE_FACTS + f, member->facts[f], (size_t)(FIRST_FACT + f));
	return db_finish(&change);
}

static enum status change_stay(
	struct import *import, struct member *member, const struct stay *stay, struct error *error)
{
	struct db_rows change;
	size_t c;

	if (db_do(import->db, SQL_STMT_STAY_JOURNAL_CHANGED,
		    NUMBERS(import->id, member->id, stay->columns[JOINED_ON]),
		    error) != STATUS_DONE)
		return error_status(error);
	change = db_prepare(import->db, SQL_STMT_STAY_CHANGE, NUMBERS(member->id), error);
	for (c = 0; c < STAY_COLUMNS; c++)
		if (stay_stored_column(stay, c) != NO_DAY)
			sqlite3_bind_int64(
				change.at, CHANGE_STAY + (int)c, stay_stored_column(stay, c));
	sqlite3_bind_int64(change.at, CHANGE_STAY_FACTS, stay->facts);
	sqlite3_bind_int(change.at, CHANGE_STAY_CARRIED, stay_is_carried(stay));
	return db_finish(&change);
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
	member_carry_official(member);
	if (member->id == 0)
		add_member(member, member->stays[first].row);
	else if (facts_changed(member))
		status = change_member(import, member, error);
	for (i = first; i < member->count && status == STATUS_DONE; i++)
		if (stay_in_play(&member->stays[i]))
			status = store_stay(import, member, i, error);
	if (status == STATUS_DONE)
		status = member_store_carried(import, member, error);
	if (status == STATUS_DONE)
		status = member_note_totals(member, error);
	if (status == STATUS_DONE &&
		(batch_is_full(member->added_members) || batch_is_full(member->added_stays)))
		status = member_store_added(import, member, error);
	return status;
}
