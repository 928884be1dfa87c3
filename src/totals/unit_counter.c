#include "totals/unit_counter.h"

#include "base/date.h"

#define FULL 4096 /* how many changes are collected before they go to the ledger */

static void empty_list(struct unit_counter *counter)
{
	if (counter->ledger == NULL)
		return;
	ledger_add(counter->ledger, &counter->changes);
	counter->changes.count = 0;
}

/* The word in a column; -1 for a number that cannot be one. */
static int16_t word_in(sqlite3_stmt *row, int column)
{
	int64_t word = sqlite3_column_int64(row, column);

	return word >= 0 && word <= INT16_MAX ? (int16_t)word : -1;
}

bool stay_read(sqlite3_stmt *row, int column, struct stay_days *stay)
{
	stay->joined_on = db_day(row, column);
	stay->left_on = db_day(row, column + 1);
	stay->official_on = db_day(row, column + 2);
	stay->joined_by = word_in(row, column + 3);
	stay->left_by = word_in(row, column + 4);
	return stay_is_sound(stay);
}

/* Adds the stays in one unit, as far as they count on the days of the span. */
static enum status add_stays(struct db *db, int64_t unit, struct span span,
	struct unit_counter *counter, struct error *error)
{
	sqlite3_stmt *stays = db_statement(db, SQL_TOTAL_STAYS, error);
	enum status status;

	if (stays == NULL)
		return error_status(error);
	sqlite3_bind_int64(stays, 1, unit);
	while (db_row(db, stays, &status, error)) {
		struct stay_days stay = {.unit = unit};

		if (!stay_read(stays, 1, &stay)) {
			status = db_damaged(db, "stay", error);
			break;
		}
		stay_changes(&stay, span, &counter->changes);
		halves_add(&counter->halves, sqlite3_column_int64(stays, 0), &stay, span);
		if (counter->changes.count >= FULL)
			empty_list(counter);
	}
	sqlite3_reset(stays);
	return status;
}

/* The columns of total/area.sql. */
enum { AREA_UNIT, AREA_FROM, AREA_UNTIL, AREA_KIND, AREA_FIRST, AREA_END };

static struct span span_at(sqlite3_stmt *row, int column)
{
	return (struct span){sqlite3_column_int(row, column), sqlite3_column_int(row, column + 1)};
}

/* Adds a unit of the kind that it is on the days of the row; there may be none on which it is open. */
static enum status add_unit(
	struct db *db, sqlite3_stmt *row, struct unit_counter *counter, struct error *error)
{
	int kind = sqlite3_column_int(row, AREA_KIND);

	if (sqlite3_column_type(row, AREA_KIND) == SQLITE_NULL)
		return STATUS_DONE;
	if (!unit_kind_is_sound(kind))
		return db_damaged(db, "unit", error);
	unit_changes(kind, span_at(row, AREA_FIRST), &counter->changes);
	return STATUS_DONE;
}

enum status unit_counter_add(
	struct db *db, int64_t unit, int tree, struct unit_counter *counter, struct error *error)
{
	sqlite3_stmt *area = db_statement(db, SQL_TOTAL_AREA, error);
	struct span span, before = {0, 0};
	int64_t part, part_before = 0;
	enum status status, added = STATUS_DONE;

	if (area == NULL)
		return error_status(error);
	db_bind_int(area, ":unit", unit);
	if (tree != NO_DAY)
		db_bind_int(area, ":tree", tree);
	while (added == STATUS_DONE && db_row(db, area, &status, error)) {
		part = sqlite3_column_int64(area, AREA_UNIT);
		span = span_at(area, AREA_FROM);
		added = add_unit(db, area, counter, error);
		/* A row for each kind: the stays come with the first. */
		if (added == STATUS_DONE && (part != part_before || span.from != before.from))
			added = add_stays(db, part, span, counter, error);
		part_before = part;
		before = span;
	}
	sqlite3_reset(area);
	empty_list(counter);
	return added == STATUS_DONE ? status : added;
}

void unit_counter_match(struct unit_counter *counter)
{
	halves_match(&counter->halves, &counter->changes);
	empty_list(counter);
}

void unit_counter_release(struct unit_counter *counter)
{
	changes_release(&counter->changes);
	halves_release(&counter->halves);
}
