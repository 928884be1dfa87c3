/* Brings the kept totals up to date. */
#include "totals/totals_keep.h"

#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "totals/population.h"
#include "base/sorter.h"

#define SPOOL_MEMORY (4u << 20)

/* --- noting changes ------------------------------------------------------------------------------ */

/* The members of a unit count in another one, whose totals are kept, on the days of the span. */
struct reach {
	int64_t top;
	struct span span;
};

struct reaches {
	int64_t unit; /* whose they are; 0: none are remembered here */
	struct reach *list;
	size_t count, room;
};

#define REMEMBERED 4096

struct totals_changes {
	struct db *db;
	struct sorter *sorter;
	struct reaches reaches[REMEMBERED];
	struct reaches tops;   /* of all stays of the member at hand, each once */
	struct changes of_one; /* member or unit, in one top */
	struct halves halves;
	struct buf key, data; /* of the entry being sorted */
	bool another_tree;    /* all is to be counted anew */
	bool units;           /* some opened or closed on other days */
	bool noted;           /* is there anything to enter? */
};

/* A change of a unit's totals, waiting. */
struct due_change {
	int64_t unit;
	struct change change;
};

struct totals_changes *totals_changes_new(struct db *db)
{
	struct totals_changes *waiting = memory_zeroed(sizeof *waiting);

	waiting->db = db;
	return waiting;
}

void totals_changes_free(struct totals_changes *waiting)
{
	size_t i;

	if (waiting == NULL)
		return;
	for (i = 0; i < REMEMBERED; i++)
		free(waiting->reaches[i].list);
	free(waiting->tops.list);
	sorter_free(waiting->sorter);
	changes_release(&waiting->of_one);
	halves_release(&waiting->halves);
	buf_release(&waiting->key);
	buf_release(&waiting->data);
	free(waiting);
}

static void add_reach(struct reaches *reaches, int64_t top, struct span span)
{
	if (reaches->count == reaches->room) {
		reaches->room = reaches->room ? 2 * reaches->room : 4;
		reaches->list = memory_resize(reaches->list, reaches->room * sizeof *reaches->list);
	}
	reaches->list[reaches->count++] = (struct reach){top, span};
}

static enum status find_reaches(struct totals_changes *waiting, int64_t unit,
	const struct reaches **found, struct error *error)
{
	struct reaches *reaches = &waiting->reaches[(size_t)unit % REMEMBERED];
	sqlite3_stmt *above;
	enum status status;

	*found = reaches;
	if (reaches->unit == unit)
		return STATUS_DONE;
	above = db_statement(waiting->db, SQL_TOTAL_ABOVE, error);
	if (above == NULL)
		return error_status(error);
	sqlite3_bind_int64(above, 1, unit);
	reaches->unit = 0;
	reaches->count = 0;
	while (db_row(waiting->db, above, &status, error))
		add_reach(reaches, sqlite3_column_int64(above, 0),
			(struct span){sqlite3_column_int(above, 1), sqlite3_column_int(above, 2)});
	sqlite3_reset(above);
	if (status == STATUS_DONE)
		reaches->unit = unit;
	return status;
}

static void put_bytes(struct buf *key, uint64_t number, int bytes)
{
	while (bytes-- > 0)
		buf_putc(key, (char)(number >> 8 * bytes & 0xff));
}

static enum status sorted_entry(
	struct totals_changes *waiting, const struct due_change *entry, struct error *error)
{
	if (waiting->sorter == NULL)
		waiting->sorter = sorter_new(SPOOL_MEMORY);
	buf_clear(&waiting->key);
	buf_clear(&waiting->data);
	put_bytes(&waiting->key, (uint64_t)entry->unit, 8);
	put_bytes(&waiting->key, (uint32_t)entry->change.day + 0x80000000u, 4);
	put_bytes(&waiting->key, (uint64_t)entry->change.total, 1);
	buf_add(&waiting->data, (const char *)entry, sizeof *entry);
	return sorter_put(waiting->sorter, &waiting->key, &waiting->data, error);
}

/* Notes the changes at hand for a unit whose totals are kept. */
static enum status note_changes(
	struct totals_changes *waiting, int64_t top, int sign, struct error *error)
{
	struct due_change entry = {.unit = top};
	enum status status = STATUS_DONE;
	size_t i;

	for (i = 0; i < waiting->of_one.count && status == STATUS_DONE; i++) {
		entry.change = waiting->of_one.list[i];
		entry.change.count *= sign;
		status = sorted_entry(waiting, &entry, error);
	}
	waiting->of_one.count = 0;
	return status;
}

/* All units whose totals are kept that a stay of the member counts in. */
static enum status find_tops(struct totals_changes *waiting, const struct stay_days *stays,
	size_t count, struct error *error)
{
	struct reaches *tops = &waiting->tops;
	const struct reaches *found;
	size_t i, j, k;

	tops->count = 0;
	for (i = 0; i < count; i++) {
		if (find_reaches(waiting, stays[i].unit, &found, error) != STATUS_DONE)
			return error_status(error);
		for (j = 0; j < found->count; j++) {
			for (k = 0; k < tops->count; k++)
				if (tops->list[k].top == found->list[j].top)
					break;
			if (k == tops->count)
				add_reach(tops, found->list[j].top, ALWAYS);
		}
	}
	return STATUS_DONE;
}

/* What the member's stays are in one of these units: a move of which both ends lie in it is none. */
static enum status count_in(struct totals_changes *waiting, int64_t top,
	const struct stay_days *stays, size_t count, struct error *error)
{
	const struct reaches *found;
	size_t i, j;

	waiting->halves.count = 0;
	for (i = 0; i < count; i++) {
		if (find_reaches(waiting, stays[i].unit, &found, error) != STATUS_DONE)
			return error_status(error);
		for (j = 0; j < found->count; j++) {
			if (found->list[j].top != top)
				continue;
			stay_changes(&stays[i], found->list[j].span, &waiting->of_one);
			halves_add(&waiting->halves, 0, &stays[i], found->list[j].span);
		}
	}
	halves_match(&waiting->halves, &waiting->of_one);
	return STATUS_DONE;
}

enum status totals_note(struct totals_changes *waiting, const struct stay_days *stays, size_t count,
	int sign, struct error *error)
{
	enum status status;
	size_t i;

	waiting->noted = true;
	for (i = 0; i < count; i++)
		if (!stay_is_sound(&stays[i]))
			return db_damaged(waiting->db, "stay", error);
	status = find_tops(waiting, stays, count, error);
	for (i = 0; i < waiting->tops.count && status == STATUS_DONE; i++) {
		int64_t top = waiting->tops.list[i].top;

		status = count_in(waiting, top, stays, count, error);
		if (status == STATUS_DONE)
			status = note_changes(waiting, top, sign, error);
	}
	return status;
}

/* Notes a unit, of a kind and open on these days, for all units that it counts in. */
static enum status note_unit(struct totals_changes *waiting, int64_t unit, int kind,
	struct span open, int sign, struct error *error)
{
	const struct reaches *found;
	enum status status = find_reaches(waiting, unit, &found, error);
	size_t i;

	for (i = 0; status == STATUS_DONE && i < found->count; i++) {
		struct span span = found->list[i].span;

		span.from = span.from > open.from ? span.from : open.from;
		span.until = span.until < open.until ? span.until : open.until;
		unit_changes(kind, span, &waiting->of_one);
		status = note_changes(waiting, found->list[i].top, sign, error);
	}
	return status;
}

enum status totals_note_units(
	struct totals_changes *waiting, int64_t import, int sign, struct error *error)
{
	sqlite3_stmt *row = db_statement(waiting->db, SQL_TOTAL_UNITS_OF, error);
	enum status status = STATUS_DONE, noted = STATUS_DONE;
	size_t i;

	if (row == NULL)
		return error_status(error);
	/* Units may have come to stand elsewhere since they were remembered. */
	for (i = 0; i < REMEMBERED; i++)
		waiting->reaches[i].unit = 0;
	waiting->noted = waiting->units = true;
	db_bind_int(row, ":import", import);
	while (noted == STATUS_DONE && db_row(waiting->db, row, &status, error)) {
		int kind = sqlite3_column_int(row, 1);

		noted = unit_kind_is_sound(kind) ? STATUS_DONE
						 : db_damaged(waiting->db, "unit", error);
		if (noted == STATUS_DONE)
			noted = note_unit(waiting, sqlite3_column_int64(row, 0), kind,
				(struct span){
					sqlite3_column_int(row, 2), sqlite3_column_int(row, 3)},
				sign, error);
	}
	sqlite3_reset(row);
	return noted == STATUS_DONE ? status : noted;
}

void totals_note_moved(struct totals_changes *waiting)
{
	waiting->noted = waiting->another_tree = true;
}

/* --- entering them ------------------------------------------------------------------------------- */

static int year_of(int day)
{
	int year, month, day_of_month;

	date_civil(day, &year, &month, &day_of_month);
	return year;
}

/* Adds the days of a kept year as changes. */
static void unpack_year(sqlite3_stmt *row, struct changes *changes)
{
	int first = date_day(sqlite3_column_int(row, TOTAL_YEAR), 1, 1);
	struct change change;
	struct days days;

	days_begin(&days, sqlite3_column_blob(row, TOTAL_DAYS),
		(size_t)sqlite3_column_bytes(row, TOTAL_DAYS));
	while (days_next(&days, &change))
		changes_add(changes, first + change.day, change.total, change.count);
}

/* Reads the last kept year before this one, with its totals. Without one *year stays as it is. */
static enum status load_year_before(
	struct db *db, int64_t unit, int first, struct ledger_year *year, struct error *error)
{
	sqlite3_stmt *row = db_statement(db, SQL_TOTAL_UNTIL, error);
	enum status status;
	int total;

	if (row == NULL)
		return error_status(error);
	sqlite3_bind_int64(row, 1, unit);
	sqlite3_bind_int(row, 2, first - 1);
	if (db_row(db, row, &status, error)) {
		year->year = sqlite3_column_int(row, TOTAL_YEAR);
		for (total = 0; total < TOTALS; total++)
			year->totals[total] = sqlite3_column_int64(row, TOTAL_COLUMN + total);
		if (sqlite3_column_int(row, TOTAL_SOUND) != 1)
			status = db_kept_damaged(db, error);
	}
	sqlite3_reset(row);
	return status;
}

/* Reads the kept days from a year on. */
static enum status load_days(
	struct db *db, int64_t unit, int first, struct changes *changes, struct error *error)
{
	sqlite3_stmt *row = db_statement(db, SQL_TOTAL_FROM, error);
	enum status status = STATUS_DONE, sound = STATUS_DONE;

	if (row == NULL)
		return error_status(error);
	sqlite3_bind_int64(row, 1, unit);
	sqlite3_bind_int(row, 2, first);
	while (sound == STATUS_DONE && db_row(db, row, &status, error)) {
		if (sqlite3_column_int(row, TOTAL_SOUND) != 1)
			sound = db_kept_damaged(db, error);
		unpack_year(row, changes);
	}
	sqlite3_reset(row);
	return sound == STATUS_DONE ? status : sound;
}

static enum status forget_years(struct db *db, int64_t unit, int first, struct error *error)
{
	sqlite3_stmt *statement = db_statement(db, SQL_TOTAL_FORGET, error);

	if (statement == NULL)
		return error_status(error);
	sqlite3_bind_int64(statement, 1, unit);
	sqlite3_bind_int(statement, 2, first);
	return db_step(db, statement, error);
}

/* Enters the changes of one unit, which are in the order of their days: its years from the first of
 * them on are written anew. Empties the list and the ledger. */
static enum status enter_unit(struct db *db, int64_t unit, struct changes *changes,
	struct ledger *ledger, struct error *error)
{
	struct ledger_year year = {0};
	int first = changes->count ? year_of(changes->list[0].day) : 0;
	enum status status;

	if (changes->count == 0)
		return STATUS_DONE;
	status = load_year_before(db, unit, first, &year, error);
	if (status == STATUS_DONE)
		status = load_days(db, unit, first, changes, error);
	if (status == STATUS_DONE)
		status = forget_years(db, unit, first, error);
	if (status == STATUS_DONE) {
		ledger_add(ledger, changes);
		status = totals_put_years(db, unit, ledger, &year, error);
	}
	buf_release(&year.days);
	ledger_clear(ledger);
	changes->count = 0;
	return status;
}

/* Adds a change to the list. Entries come ordered by unit, day and total, and those of the same day
 * and total become one change. */
static void gather(struct changes *changes, const struct change *change)
{
	struct change *last = changes->count ? &changes->list[changes->count - 1] : NULL;

	if (last && last->day == change->day && last->total == change->total)
		last->count += change->count;
	else
		changes_add(changes, change->day, change->total, change->count);
	last = &changes->list[changes->count - 1];
	if (last->count == 0)
		changes->count--;
}

static enum status enter_all(struct totals_changes *waiting, struct error *error)
{
	struct ledger *ledger = ledger_new();
	struct changes changes = {0};
	struct due_change entry;
	int64_t unit = 0;
	const char *data;
	size_t len;
	enum status status = sorter_sort(waiting->sorter, error);

	while (status == STATUS_DONE && sorter_next(waiting->sorter, &data, &len, &status, error)) {
		memcpy(&entry, data, sizeof entry);
		if (entry.unit != unit)
			status = enter_unit(waiting->db, unit, &changes, ledger, error);
		unit = entry.unit;
		gather(&changes, &entry.change);
	}
	if (status == STATUS_DONE)
		status = enter_unit(waiting->db, unit, &changes, ledger, error);
	changes_release(&changes);
	ledger_free(ledger);
	return status;
}

/* The answer of a statement that asks yes or no. */
static enum status ask(struct db *db, enum sql sql, bool *yes, struct error *error)
{
	sqlite3_stmt *row = db_statement(db, sql, error);
	enum status status;

	if (row == NULL)
		return error_status(error);
	sqlite3_bind_int(row, 1, TOTAL_LEVELS);
	*yes = db_row(db, row, &status, error) && sqlite3_column_int(row, 0) == 1;
	sqlite3_reset(row);
	return status;
}

enum status totals_enter(struct totals_changes *waiting, struct error *error)
{
	bool hold = true;
	enum status status;

	if (!waiting->noted)
		return STATUS_DONE;
	status = ask(waiting->db, SQL_TOTAL_ARE_KEPT, &hold, error);
	if (status == STATUS_DONE && hold && waiting->units)
		status = ask(waiting->db, SQL_TOTAL_CHOICE_HOLDS, &hold, error);
	if (status != STATUS_DONE)
		return status;
	if (!hold || waiting->another_tree)
		return totals_rebuild(waiting->db, error);
	if (waiting->sorter)
		status = enter_all(waiting, error);
	return status == STATUS_DONE && waiting->units ? population_keep(waiting->db, error)
						       : status;
}
