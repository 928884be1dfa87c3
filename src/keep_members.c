/*
 * The keeper of members: all rows of one member together with what is stored of him or her, so that
 * stays that overlap are seen and each fact about the person comes from the right row.
 *
 * A refused row leaves the stored stay with its key as it was. Refusing one row can make another
 * wrong, so the rules across rows are applied until nothing changes (settle).
 */
#include "importer.h"

#include <stdlib.h>
#include <string.h>

#include "batch.h"
#include "date.h"

#define NONE INT64_MIN

/* Columns of the table stay, and the field that each comes from. */
enum { JOINED_ON, UNIT, ADMITTED_ON, OFFICIAL_ON, JOINED_BY, LEFT_ON, LEFT_BY, COLUMNS };

static const size_t column_fields[COLUMNS] = {MEMBER_JOINED_ON, MEMBER_UNIT, MEMBER_ADMITTED_ON,
	MEMBER_OFFICIAL_ON, MEMBER_JOINED_BY, MEMBER_LEFT_ON, MEMBER_LEFT_BY};

#define FIRST_FACT MEMBER_FULL_NAME
#define FACTS      (MEMBER_CARD_NO - MEMBER_FULL_NAME + 1)

struct stay {
	int64_t columns[COLUMNS];
	unsigned facts; /* bit f: the stay's own row gave fact FIRST_FACT + f */
};

/* A stay of the member: stored, in the file, or both. */
struct entry {
	const struct record *row; /* NULL: only stored */
	bool stored, refused;
	struct stay was, now; /* was only when stored; now is was when there is no accepted row */
};

struct state {
	struct batch *added_members, *added_stays; /* waiting to be stored */
	int64_t next_id;                           /* of a new member */
	int64_t id; /* of the member, 0 when not stored */
	struct record was, now; /* the facts, in the fields of a record */
	size_t origin[FACTS];   /* entry from which each fact of `now` comes; SIZE_MAX: as stored */
	struct entry *entries;  /* by joined_on */
	size_t count, room;
	struct record tell_was, tell_is; /* for --verbose */
};

/* --- what is stored ---------------------------------------------------------------------------- */

static int64_t column_or_none(sqlite3_stmt *statement, int column)
{
	return sqlite3_column_type(statement, column) == SQLITE_NULL
		? NONE
		: sqlite3_column_int64(statement, column);
}

static struct entry *add_entry(struct state *state)
{
	if (state->count == state->room) {
		state->room = state->room ? 2 * state->room : 8;
		state->entries =
			memory_resize(state->entries, state->room * sizeof *state->entries);
	}
	state->entries[state->count] = (struct entry){0};
	return &state->entries[state->count++];
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
			record_set_number(facts, FIRST_FACT + f, sqlite3_column_int64(statement, column));
	}
}

static enum status load_stays(struct import *import, struct state *state, struct error *error)
{
	sqlite3_stmt *statement = db_statement(import->db, SQL_STMT_STAY_GET, error);
	enum status status;

	if (statement == NULL)
		return error->status;
	sqlite3_bind_int64(statement, 1, state->id);
	while (db_row(import->db, statement, &status, error)) {
		struct entry *entry = add_entry(state);
		int column;

		entry->stored = true;
		for (column = 0; column < COLUMNS; column++)
			entry->was.columns[column] = column_or_none(statement, column);
		entry->was.facts = (unsigned)sqlite3_column_int(statement, COLUMNS);
		entry->now = entry->was;
	}
	sqlite3_reset(statement);
	return status;
}

static enum status load_member(
	struct import *import, struct state *state, const struct record *row, struct error *error)
{
	sqlite3_stmt *statement;
	enum status status;

	state->id = 0;
	state->count = 0;
	record_clear(&state->was);
	if (import->first_load)
		return STATUS_DONE;
	statement = db_statement(import->db, SQL_STMT_MEMBER_GET, error);
	if (statement == NULL)
		return error->status;
	sqlite3_bind_text(statement, 1, record_text(row, MEMBER_MEMBER),
		(int)row->values[MEMBER_MEMBER].len, SQLITE_STATIC);
	if (db_row(import->db, statement, &status, error)) {
		state->id = sqlite3_column_int64(statement, 0);
		load_facts(&state->was, statement);
	}
	sqlite3_reset(statement);
	return status == STATUS_DONE && state->id ? load_stays(import, state, error) : status;
}

/* --- each row as it would be stored ------------------------------------------------------------ */

static int compare_entries(const void *a, const void *b)
{
	int64_t x = ((const struct entry *)a)->now.columns[JOINED_ON];
	int64_t y = ((const struct entry *)b)->now.columns[JOINED_ON];

	return (x > y) - (x < y);
}

/* With --blank-clears an empty cell of a column that is in the file erases. */
static bool clears(const struct import *import, const struct record *row, size_t field)
{
	return import->options.blank_clears && import->grid.cell_of[field] >= 0 &&
		!row->values[field].filled;
}

/* The stay's columns: the row's over the stored ones; defaults for a new stay. */
static void merge_stay(const struct import *import, struct entry *entry)
{
	const struct record *row = entry->row;
	int64_t *now = entry->now.columns;
	size_t c;

	for (c = 0; c < COLUMNS; c++) {
		const struct value *value = &row->values[column_fields[c]];

		if (value->filled)
			now[c] = value->number;
		else if (!entry->stored || clears(import, row, column_fields[c]))
			now[c] = NONE;
	}
	now[JOINED_ON] = row->values[MEMBER_JOINED_ON].number;
	/* A stay always began somehow: an erased word is the default again. */
	if (now[JOINED_BY] == NONE)
		now[JOINED_BY] = now[JOINED_ON] == now[ADMITTED_ON] ? JOINED_ADMITTED : JOINED_TRANSFERRED;
	for (c = 0; c < FACTS; c++) {
		if (row->values[FIRST_FACT + c].filled)
			entry->now.facts |= 1u << c;
		else if (clears(import, row, FIRST_FACT + c))
			entry->now.facts &= ~(1u << c);
	}
}

static void add_rule(struct import *import, const struct record *row, size_t field,
	enum finding_code code, const char *vi, const char *en)
{
	const struct field *column = &import->roll->fields[field];
	struct buf got = {0};

	if (column->type != FIELD_UNIT)
		field_write(&got, column, field, row);
	findings_add(&import->row, row->line, column->name, code, got.len ? got.data : NULL, "%s", "%s",
		import->row.lang == LANG_VI ? vi : en);
	buf_release(&got);
}

/* Rules between the columns of one stay (contract section 3, members.csv). */
static void stay_rules(struct import *import, const struct entry *entry)
{
	const int64_t *now = entry->now.columns;
	const struct record *row = entry->row;

	if (now[UNIT] == NONE)
		add_rule(import, row, MEMBER_UNIT, FINDING_REQUIRED, "thiếu giá trị bắt buộc",
			"a required value is missing");
	if (now[ADMITTED_ON] == NONE)
		add_rule(import, row, MEMBER_ADMITTED_ON, FINDING_REQUIRED, "thiếu giá trị bắt buộc",
			"a required value is missing");
	else if (now[ADMITTED_ON] > now[JOINED_ON])
		add_rule(import, row, MEMBER_ADMITTED_ON, FINDING_ORDER,
			"ngày vào Đảng sau ngày đến đơn vị", "admitted after joining the unit");
	if (now[OFFICIAL_ON] != NONE && now[ADMITTED_ON] != NONE && now[OFFICIAL_ON] < now[ADMITTED_ON])
		add_rule(import, row, MEMBER_OFFICIAL_ON, FINDING_ORDER,
			"ngày chính thức trước ngày vào Đảng", "official before being admitted");
	if (now[LEFT_ON] != NONE && now[LEFT_ON] < now[JOINED_ON])
		add_rule(import, row, MEMBER_LEFT_ON, FINDING_ORDER, "ngày ra trước ngày đến",
			"left before joining");
	if (now[LEFT_ON] != NONE && now[LEFT_BY] == NONE)
		add_rule(import, row, MEMBER_LEFT_BY, FINDING_PAIR,
			"có ngày ra nhưng thiếu hình thức ra", "left_on is given without left_by");
	if (now[LEFT_ON] == NONE && now[LEFT_BY] != NONE)
		add_rule(import, row, MEMBER_LEFT_ON, FINDING_PAIR, "có hình thức ra nhưng thiếu ngày ra",
			"left_by is given without left_on");
}

static enum status refuse_entry(struct import *import, struct entry *entry, struct error *error)
{
	entry->refused = true;
	entry->now = entry->was;
	return import_refuse(import, entry->row, error);
}

/* Lays the file's rows over the stored stays and applies the rules of each. */
static enum status merge_rows(struct import *import, struct state *state, struct record *records,
	size_t count, struct error *error)
{
	size_t stored = state->count, i, r;

	for (r = 0; r < count; r++) {
		int64_t joined_on = records[r].values[MEMBER_JOINED_ON].number;
		struct entry *entry = NULL;

		for (i = 0; i < stored && entry == NULL; i++)
			if (state->entries[i].was.columns[JOINED_ON] == joined_on)
				entry = &state->entries[i];
		if (entry == NULL)
			entry = add_entry(state);
		entry->row = &records[r];
		merge_stay(import, entry);
	}
	qsort(state->entries, state->count, sizeof *state->entries, compare_entries);
	for (i = 0; i < state->count; i++) {
		if (state->entries[i].row == NULL)
			continue;
		stay_rules(import, &state->entries[i]);
		if (import->row.total > 0 &&
			refuse_entry(import, &state->entries[i], error) != STATUS_DONE)
			return error->status;
	}
	return STATUS_DONE;
}

/* --- rules across the rows of a member --------------------------------------------------------- */

static bool is_live(const struct entry *entry)
{
	return entry->stored || !entry->refused;
}

static bool is_in_play(const struct entry *entry)
{
	return entry->row && !entry->refused;
}

static void add_overlap(struct import *import, const struct entry *entry, const struct entry *other)
{
	char from[11], to[11], joined_on[11];
	const struct record *row = entry->row;

	date_write((int)entry->now.columns[JOINED_ON], joined_on);
	date_write((int)other->now.columns[JOINED_ON], from);
	if (other->now.columns[LEFT_ON] != NONE)
		date_write((int)other->now.columns[LEFT_ON], to);
	else
		strcpy(to, "…");
	findings_add(&import->row, row->line, "joined_on", FINDING_OVERLAP, joined_on,
		"chồng lên thời gian sinh hoạt %s – %s của cùng đảng viên %s; hãy ghi ngày ra của lần trước",
		"overlaps the stay %s – %s of the same member %s; give the earlier stay its left_on", from, to,
		record_text(row, MEMBER_MEMBER));
}

/* Refuses a row whose stay overlaps another; the later one is at fault when the file has it. */
static enum status refuse_overlap(
	struct import *import, struct state *state, bool *refused, struct error *error)
{
	struct entry *before = NULL;
	size_t i;

	for (i = 0; i < state->count; i++) {
		struct entry *entry = &state->entries[i], *guilty;

		if (!is_live(entry))
			continue;
		if (before && (before->now.columns[LEFT_ON] == NONE ||
				      before->now.columns[LEFT_ON] > entry->now.columns[JOINED_ON])) {
			guilty = is_in_play(entry) ? entry : before;
			if (is_in_play(guilty)) {
				add_overlap(import, guilty, guilty == entry ? before : entry);
				*refused = true;
				return refuse_entry(import, guilty, error);
			}
		}
		before = entry;
	}
	return STATUS_DONE;
}

/* Each fact comes from the row with the latest joined_on in which it is filled. */
static void resolve_facts(const struct import *import, struct state *state)
{
	size_t f, i;

	record_clear(&state->now);
	for (f = 0; f < FACTS; f++) {
		size_t field = FIRST_FACT + f;

		state->origin[f] = SIZE_MAX;
		for (i = state->count; i-- > 0;) {
			const struct entry *entry = &state->entries[i];

			if (is_in_play(entry) && entry->row->values[field].filled) {
				record_copy_value(&state->now, entry->row, field);
				state->origin[f] = i;
				break;
			}
			if (is_in_play(entry) && clears(import, entry->row, field))
				state->origin[f] = i; /* what this row gave is erased */
			else if (entry->stored && entry->was.facts >> f & 1 &&
				state->was.values[field].filled && state->origin[f] == SIZE_MAX) {
				record_copy_value(&state->now, &state->was, field);
				break;
			}
		}
	}
}

/* Refuses a row by which somebody would be born after being admitted. */
static enum status refuse_birth(
	struct import *import, struct state *state, bool *refused, struct error *error)
{
	const struct value *birth = &state->now.values[MEMBER_BIRTH_DATE];
	size_t origin = state->origin[MEMBER_BIRTH_DATE - FIRST_FACT], i;

	for (i = 0; birth->filled && i < state->count; i++) {
		struct entry *entry = &state->entries[i], *guilty;

		if (!is_live(entry) ||
			birth_earliest((int)birth->number) <= entry->now.columns[ADMITTED_ON])
			continue;
		guilty = origin != SIZE_MAX ? &state->entries[origin] : entry;
		if (!is_in_play(guilty))
			continue;
		add_rule(import, guilty->row, MEMBER_BIRTH_DATE, FINDING_ORDER,
			"sinh sau ngày vào Đảng", "born after being admitted");
		*refused = true;
		return refuse_entry(import, guilty, error);
	}
	return STATUS_DONE;
}

static enum status settle(struct import *import, struct state *state, struct error *error)
{
	bool refused;
	enum status status;

	do {
		refused = false;
		status = refuse_overlap(import, state, &refused, error);
		if (status != STATUS_DONE)
			return status;
		resolve_facts(import, state);
		if (!refused)
			status = refuse_birth(import, state, &refused, error);
	} while (status == STATUS_DONE && refused);
	return status;
}

/* --- storing ----------------------------------------------------------------------------------- */

static bool facts_changed(const struct state *state)
{
	size_t f;

	for (f = 0; f < FACTS; f++)
		if (!record_same_value(&state->was, &state->now, FIRST_FACT + f))
			return true;
	return false;
}

static void bind_facts(sqlite3_stmt *statement, const struct record *facts)
{
	size_t f;

	for (f = 0; f < FACTS; f++) {
		const struct value *value = &facts->values[FIRST_FACT + f];

		if (value->filled && value->is_text)
			sqlite3_bind_text(statement, (int)f + 2, record_text(facts, FIRST_FACT + f),
				(int)value->len, SQLITE_STATIC);
		else if (value->filled)
			sqlite3_bind_int64(statement, (int)f + 2, value->number);
	}
}

/* Stores the rows that are waiting, and enters them in the journal; a first load needs no lines. */
static enum status store_batch(struct import *import, struct batch *batch, enum sql add,
	enum sql journal, struct error *error)
{
	sqlite3_stmt *statement;

	if (batch_count(batch) == 0)
		return STATUS_DONE;
	if ((statement = db_statement(import->db, add, error)) == NULL ||
		db_step(import->db, statement, error) != STATUS_DONE)
		return error->status;
	if (!import->first_load) {
		if ((statement = db_statement(import->db, journal, error)) == NULL)
			return error->status;
		sqlite3_bind_int64(statement, 1, import->id);
		if (db_step(import->db, statement, error) != STATUS_DONE)
			return error->status;
	}
	batch_clear(batch);
	return STATUS_DONE;
}

static enum status store_added(struct import *import, struct state *state, struct error *error)
{
	if (store_batch(import, state->added_members, SQL_STMT_MEMBER_ADD,
		    SQL_STMT_MEMBER_JOURNAL_ADDED, error) != STATUS_DONE ||
		store_batch(import, state->added_stays, SQL_STMT_STAY_ADD,
			SQL_STMT_STAY_JOURNAL_ADDED, error) != STATUS_DONE)
		return error->status;
	return STATUS_DONE;
}

static void add_member(struct state *state, const struct record *row)
{
	struct batch *batch = state->added_members;
	size_t f;

	state->id = state->next_id++;
	batch_add_row(batch);
	batch_add_number(batch, state->id);
	batch_add_text(batch, record_text(row, MEMBER_MEMBER), row->values[MEMBER_MEMBER].len);
	for (f = FIRST_FACT; f < FIRST_FACT + FACTS; f++) {
		const struct value *value = &state->now.values[f];

		if (!value->filled)
			batch_add_null(batch);
		else if (value->is_text)
			batch_add_text(batch, record_text(&state->now, f), value->len);
		else
			batch_add_number(batch, value->number);
	}
}

static void add_stay(struct state *state, const struct stay *stay)
{
	struct batch *batch = state->added_stays;
	size_t c;

	batch_add_row(batch);
	batch_add_number(batch, state->id);
	for (c = 0; c < COLUMNS; c++) {
		if (stay->columns[c] == NONE)
			batch_add_null(batch);
		else
			batch_add_number(batch, stay->columns[c]);
	}
	batch_add_number(batch, stay->facts);
}

/* Enters a row in the journal as it is before it is changed. */
static enum status journal_changed(
	struct import *import, enum sql sql, int64_t a, int64_t b, struct error *error)
{
	sqlite3_stmt *statement = db_statement(import->db, sql, error);

	if (statement == NULL)
		return error->status;
	sqlite3_bind_int64(statement, 1, import->id);
	sqlite3_bind_int64(statement, 2, a);
	sqlite3_bind_int64(statement, 3, b);
	return db_step(import->db, statement, error);
}

static enum status change_member(struct import *import, struct state *state, struct error *error)
{
	sqlite3_stmt *statement;

	if (journal_changed(import, SQL_STMT_MEMBER_JOURNAL_CHANGED, state->id, 0, error) !=
			STATUS_DONE ||
		(statement = db_statement(import->db, SQL_STMT_MEMBER_CHANGE, error)) == NULL)
		return error->status;
	sqlite3_bind_int64(statement, 1, state->id);
	bind_facts(statement, &state->now);
	return db_step(import->db, statement, error);
}

static enum status change_stay(
	struct import *import, struct state *state, const struct stay *stay, struct error *error)
{
	sqlite3_stmt *statement;
	int c;

	if (journal_changed(import, SQL_STMT_STAY_JOURNAL_CHANGED, state->id,
		    stay->columns[JOINED_ON], error) != STATUS_DONE ||
		(statement = db_statement(import->db, SQL_STMT_STAY_CHANGE, error)) == NULL)
		return error->status;
	sqlite3_bind_int64(statement, 1, state->id);
	for (c = 0; c < COLUMNS; c++)
		if (stay->columns[c] != NONE)
			sqlite3_bind_int64(statement, c + 2, stay->columns[c]);
	sqlite3_bind_int64(statement, COLUMNS + 2, stay->facts);
	return db_step(import->db, statement, error);
}

/* Did this row change a fact about the person? */
static bool changed_fact(const struct state *state, size_t entry)
{
	size_t f;

	for (f = 0; f < FACTS; f++)
		if (state->origin[f] == entry &&
			!record_same_value(&state->was, &state->now, FIRST_FACT + f))
			return true;
	return false;
}

/* A stay and the facts as a record, for --verbose: facts that other rows changed are left out. */
static void as_record(struct record *out, const struct state *state, size_t index,
	const struct stay *stay, const struct record *facts)
{
	const struct entry *entry = &state->entries[index];
	size_t i;

	record_clear(out);
	out->line = entry->row->line;
	record_copy_value(out, entry->row, MEMBER_MEMBER);
	for (i = 0; i < COLUMNS; i++)
		if (stay->columns[i] != NONE)
			record_set_number(out, column_fields[i], stay->columns[i]);
	for (i = 0; i < FACTS; i++)
		if (state->origin[i] == index)
			record_copy_value(out, facts, FIRST_FACT + i);
}

static void tell_changes(struct import *import, struct state *state, size_t index)
{
	const struct entry *entry = &state->entries[index];

	if (import->options.changed == NULL)
		return;
	as_record(&state->tell_was, state, index, &entry->was, &state->was);
	as_record(&state->tell_is, state, index, &entry->now, &state->now);
	import_tell(import, &state->tell_was, &state->tell_is);
}

static bool is_unchanged(const struct state *state, size_t index)
{
	const struct entry *entry = &state->entries[index];

	return entry->stored &&
		memcmp(entry->was.columns, entry->now.columns, sizeof entry->was.columns) == 0 &&
		!changed_fact(state, index);
}

/* Counts and stores one accepted row. */
static enum status store_stay(
	struct import *import, struct state *state, size_t index, struct error *error)
{
	const struct entry *entry = &state->entries[index];

	if (is_unchanged(state, index)) {
		import->counts.unchanged++;
		return STATUS_DONE;
	}
	if (!entry->stored) {
		import->counts.added++;
		add_stay(state, &entry->now);
		return STATUS_DONE;
	}
	import->counts.updated++;
	tell_changes(import, state, index);
	return change_stay(import, state, &entry->now, error);
}

static enum status store_member(struct import *import, struct state *state, struct error *error)
{
	enum status status = STATUS_DONE;
	size_t first = 0, i;

	while (first < state->count && !is_in_play(&state->entries[first]))
		first++;
	if (first == state->count)
		return STATUS_DONE;
	if (state->id == 0)
		add_member(state, state->entries[first].row);
	else if (facts_changed(state))
		status = change_member(import, state, error);
	for (i = first; i < state->count && status == STATUS_DONE; i++)
		if (is_in_play(&state->entries[i]))
			status = store_stay(import, state, i, error);
	if (status == STATUS_DONE &&
		(batch_is_full(state->added_members) || batch_is_full(state->added_stays)))
		status = store_added(import, state, error);
	return status;
}

static enum status members_take(
	struct import *import, struct record *records, size_t count, struct error *error)
{
	struct state *state = import->keeper_state;
	enum status status = load_member(import, state, records, error);

	if (status == STATUS_DONE)
		status = merge_rows(import, state, records, count, error);
	if (status == STATUS_DONE)
		status = settle(import, state, error);
	return status == STATUS_DONE ? store_member(import, state, error) : status;
}

static enum status find_next_id(struct import *import, struct state *state, struct error *error)
{
	sqlite3_stmt *statement = db_statement(import->db, SQL_STMT_MEMBER_NEXT, error);
	enum status status;

	if (statement == NULL)
		return error->status;
	if (db_row(import->db, statement, &status, error))
		state->next_id = sqlite3_column_int64(statement, 0);
	sqlite3_reset(statement);
	return status;
}

static enum status members_begin(struct import *import, struct error *error)
{
	struct state *state = memory_get(sizeof *state);

	*state = (struct state){0};
	import->keeper_state = state;
	state->added_members = batch_new(import->db->handle, "added_member", FACTS + 2);
	state->added_stays = batch_new(import->db->handle, "added_stay", COLUMNS + 2);
	if (state->added_members == NULL || state->added_stays == NULL)
		return db_failed(import->db, error);
	if (import->first_load && db_run(import->db, SQL_STMT_STAY_UNINDEX, error) != STATUS_DONE)
		return error->status;
	return find_next_id(import, state, error);
}

static enum status members_end(struct import *import, struct error *error)
{
	enum status status = store_added(import, import->keeper_state, error);

	if (status == STATUS_DONE && import->first_load)
		status = db_run(import->db, SQL_SCHEMA_0002_STAY_INDEX, error);
	return status;
}

static void members_release(struct import *import)
{
	static const enum sql readers[] = {SQL_STMT_MEMBER_ADD, SQL_STMT_MEMBER_JOURNAL_ADDED,
		SQL_STMT_STAY_ADD, SQL_STMT_STAY_JOURNAL_ADDED};
	struct state *state = import->keeper_state;
	size_t i;

	for (i = 0; i < sizeof readers / sizeof readers[0]; i++)
		db_forget(import->db, readers[i]);
	batch_free(state->added_members);
	batch_free(state->added_stays);
	record_release(&state->was);
	record_release(&state->now);
	record_release(&state->tell_was);
	record_release(&state->tell_is);
	free(state->entries);
	free(state);
	import->keeper_state = NULL;
}

const struct keeper keeper_members = {
	.is_empty = SQL_STMT_MEMBER_IS_EMPTY,
	.group = 1,
	.begin = members_begin,
	.take = members_take,
	.end = members_end,
	.release = members_release,
};
