/* Brings the kept totals up to date. */
#include "totals/totals_keep.h"

#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "totals/population.h"
#include "base/sorter.h"

#define SPOOL_MEMORY (4u << 20)

/* --- noting changes ------------------------------------------------------------------------------ */

/* The units with kept totals in which a unit is counted, from the lowest one upwards. */
struct chain {
	int64_t unit; /* 0: the slot is free */
	size_t count;
	int64_t units[TOTAL_LEVELS];
};

#define CHAINS 4096 /* how many are remembered */

struct totals_changes {
	struct db *db;
	struct sorter *sorter;
	struct chain chains[CHAINS];
	struct changes of_one; /* the changes of one stay or unit */
	struct buf key, data;  /* of the entry that is given to the sorter */
	bool another_tree;     /* the tree is different: count everything */
	bool units;            /* days on which units open or close changed */
	bool noted;            /* something was noted */
};

/* A change of a unit's totals that was noted. */
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
	if (waiting == NULL)
		return;
	sorter_free(waiting->sorter);
	changes_release(&waiting->of_one);
	buf_release(&waiting->key);
	buf_release(&waiting->data);
	free(waiting);
}

static enum status find_chain(struct totals_changes *waiting, int64_t unit,
	const struct chain **found, struct error *error)
{
	struct chain *chain = &waiting->chains[(size_t)unit % CHAINS];
	sqlite3_stmt *above;
	enum status status;

	*found = chain;
	if (chain->unit == unit)
		return STATUS_DONE;
	above = db_statement(waiting->db, SQL_TOTAL_ABOVE, error);
	if (above == NULL)
		return error_status(error);
	sqlite3_bind_int64(above, 1, unit);
	chain->unit = 0;
	chain->count = 0;
	while (chain->count < TOTAL_LEVELS && db_row(waiting->db, above, &status, error))
		chain->units[chain->count++] = sqlite3_column_int64(above, 0);
	sqlite3_reset(above);
	if (status == STATUS_DONE)
		chain->unit = unit;
	return status;
}

static bool has_unit(const struct chain *chain, int64_t unit)
{
	size_t i;

	for (i = 0; i < chain->count; i++)
		if (chain->units[i] == unit)
			return true;
	return false;
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

/* Notes a change for the units of the chain. Not for those that also have the other half of the
 * move below them. */
static enum status note_change(struct totals_changes *waiting, const struct chain *chain,
	const struct chain *other, const struct change *change, int sign, struct error *error)
{
	struct due_change entry = {.change = *change};
	enum status status = STATUS_DONE;
	size_t i;

	entry.change.count *= sign;
	for (i = 0; i < chain->count && status == STATUS_DONE; i++) {
		if (other && has_unit(other, chain->units[i]))
			continue;
		entry.unit = chain->units[i];
		status = sorted_entry(waiting, &entry, error);
	}
	return status;
}

/* When the stay began or ended by moving: the chains of the units it came from and went to. */
static enum status find_moves(struct totals_changes *waiting, const struct stay_days *before,
	const struct stay_days *stay, const struct stay_days *next, struct chain *from,
	struct chain *to, struct error *error)
{
	const struct chain *found;

	from->count = to->count = 0;
	if (before && stay_moves_on(before, stay)) {
		if (find_chain(waiting, before->unit, &found, error) != STATUS_DONE)
			return error_status(error);
		*from = *found;
	}
	if (next && stay_moves_on(stay, next)) {
		if (find_chain(waiting, next->unit, &found, error) != STATUS_DONE)
			return error_status(error);
		*to = *found;
	}
	return STATUS_DONE;
}

static enum status note_stay(struct totals_changes *waiting, const struct stay_days *before,
	const struct stay_days *stay, const struct stay_days *next, int sign, struct error *error)
{
	struct chain from, to;
	const struct chain *chain;
	enum status status = find_moves(waiting, before, stay, next, &from, &to, error);
	size_t i;

	if (status == STATUS_DONE)
		status = find_chain(waiting, stay->unit, &chain, error);
	waiting->of_one.count = 0;
	stay_changes(stay, &waiting->of_one);
	for (i = 0; i < waiting->of_one.count && status == STATUS_DONE; i++) {
		const struct change *change = &waiting->of_one.list[i];
		const struct chain *other = change->total == TOTAL_MOVED_IN    ? &from
					    : change->total == TOTAL_MOVED_OUT ? &to
									       : NULL;

		status = note_change(waiting, chain, other, change, sign, error);
	}
	return status;
}

enum status totals_note(struct totals_changes *waiting, const struct stay_days *stays, size_t count,
	int sign, struct error *error)
{
	enum status status = STATUS_DONE;
	size_t i;

	waiting->noted = true;
	for (i = 0; i < count; i++)
		if (!stay_is_sound(&stays[i]))
			return db_damaged(waiting->db, "stay", error);
	for (i = 0; i < count && status == STATUS_DONE; i++)
		status = note_stay(waiting, i > 0 ? &stays[i - 1] : NULL, &stays[i],
			i + 1 < count ? &stays[i + 1] : NULL, sign, error);
	return status;
}

/* Notes the changes of a stay or unit for all units in which it is counted. */
static enum status note_unit(
	struct totals_changes *waiting, int64_t unit, int sign, struct error *error)
{
	const struct chain *chain;
	enum status status = find_chain(waiting, unit, &chain, error);
	size_t i;

	for (i = 0; i < waiting->of_one.count && status == STATUS_DONE; i++)
		status = note_change(waiting, chain, NULL, &waiting->of_one.list[i], sign, error);
	return status;
}

enum status totals_note_units(
	struct totals_changes *waiting, int64_t import, int sign, struct error *error)
{
	sqlite3_stmt *row = db_statement(waiting->db, SQL_TOTAL_UNITS_OF, error);
	enum status status = STATUS_DONE, noted = STATUS_DONE;

	if (row == NULL)
		return error_status(error);
	db_bind_int(row, ":import", import);
	while (noted == STATUS_DONE && db_row(waiting->db, row, &status, error)) {
		int64_t unit = sqlite3_column_int64(row, 0);
		int kind = sqlite3_column_int(row, 1);

		if (!unit_kind_is_sound(kind)) {
			noted = db_damaged(waiting->db, "unit", error);
			break;
		}
		waiting->noted = waiting->units = true;
		waiting->another_tree |= sqlite3_column_int(row, 7) == 1;
		waiting->of_one.count = 0;
		unit_changes(kind, db_day(row, 2), db_day(row, 3), &waiting->of_one);
		noted = note_unit(waiting, unit, sign, error);
		if (noted != STATUS_DONE || sqlite3_column_int(row, 4) == 0)
			continue;
		waiting->of_one.count = 0;
		unit_changes(kind, db_day(row, 5), db_day(row, 6), &waiting->of_one);
		noted = note_unit(waiting, unit, -sign, error);
	}
	sqlite3_reset(row);
	return noted == STATUS_DONE ? status : noted;
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

enum status totals_enter(struct totals_changes *waiting, struct error *error)
{
	sqlite3_stmt *kept;
	bool are_kept;
	enum status status;

	if (!waiting->noted)
		return STATUS_DONE;
	kept = db_statement(waiting->db, SQL_TOTAL_ARE_KEPT, error);
	if (kept == NULL)
		return error_status(error);
	are_kept = db_row(waiting->db, kept, &status, error) && sqlite3_column_int(kept, 0) == 1;
	sqlite3_reset(kept);
	if (status != STATUS_DONE)
		return status;
	if (!are_kept || waiting->another_tree)
		return totals_rebuild(waiting->db, error);
	if (waiting->sorter)
		status = enter_all(waiting, error);
	return status == STATUS_DONE && waiting->units ? population_keep(waiting->db, error)
						       : status;
}
