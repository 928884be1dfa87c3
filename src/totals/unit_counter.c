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

/* Adds the stays in one unit. */
static enum status add_stays(
	struct db *db, int64_t unit, struct unit_counter *counter, struct error *error)
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
		stay_changes(&stay, &counter->changes);
		halves_add(&counter->halves, sqlite3_column_int64(stays, 0), &stay);
		if (counter->changes.count >= FULL)
			empty_list(counter);
	}
	sqlite3_reset(stays);
	return status;
}

enum status unit_counter_add(
	struct db *db, int64_t unit, bool own, struct unit_counter *counter, struct error *error)
{
	sqlite3_stmt *area = db_statement(db, SQL_TOTAL_AREA, error);
	enum status status;

	if (area == NULL)
		return error_status(error);
	sqlite3_bind_int64(area, 1, unit);
	sqlite3_bind_int(area, 2, own);
	while (db_row(db, area, &status, error)) {
		int kind = sqlite3_column_int(area, 1);

		unit_changes(kind, db_day(area, 2), db_day(area, 3), &counter->changes);
		status = unit_kind_is_sound(kind)
				 ? add_stays(db, sqlite3_column_int64(area, 0), counter, error)
				 : db_damaged(db, "unit", error);
		if (status != STATUS_DONE)
			break;
	}
	sqlite3_reset(area);
	empty_list(counter);
	return status;
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
