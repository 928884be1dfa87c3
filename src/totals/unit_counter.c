#include "totals/unit_counter.h"

#define FULL 4096 /* changes that go to the ledger at once */

static void empty_list(struct tally *tally)
{
	if (tally->ledger == NULL)
		return;
	ledger_add(tally->ledger, &tally->changes);
	tally->changes.count = 0;
}

/* The stays in one unit. */
static enum status add_stays(struct db *db, int64_t unit, struct tally *tally, struct error *error)
{
	sqlite3_stmt *stays = db_statement(db, SQL_TOTAL_STAYS, error);
	enum status status;

	if (stays == NULL)
		return error->status;
	sqlite3_bind_int64(stays, 1, unit);
	while (db_row(db, stays, &status, error)) {
		const struct stay_days stay = {
			.unit = unit,
			.joined_on = sqlite3_column_int(stays, 1),
			.left_on = db_day(stays, 2),
			.official_on = db_day(stays, 3),
			.joined_by = (int16_t)sqlite3_column_int(stays, 4),
			.left_by = (int16_t)sqlite3_column_int(stays, 5),
		};

		stay_changes(&stay, &tally->changes);
		halves_add(&tally->halves, sqlite3_column_int64(stays, 0), &stay);
		if (tally->changes.count >= FULL)
			empty_list(tally);
	}
	sqlite3_reset(stays);
	return status;
}

enum status tally_area(
	struct db *db, int64_t unit, bool own, struct tally *tally, struct error *error)
{
	sqlite3_stmt *area = db_statement(db, SQL_TOTAL_AREA, error);
	enum status status;

	if (area == NULL)
		return error->status;
	sqlite3_bind_int64(area, 1, unit);
	sqlite3_bind_int(area, 2, own);
	while (db_row(db, area, &status, error)) {
		unit_changes(sqlite3_column_int(area, 1), db_day(area, 2), db_day(area, 3),
			&tally->changes);
		status = add_stays(db, sqlite3_column_int64(area, 0), tally, error);
		if (status != STATUS_DONE)
			break;
	}
	sqlite3_reset(area);
	empty_list(tally);
	return status;
}

void tally_match(struct tally *tally)
{
	halves_match(&tally->halves, &tally->changes);
	empty_list(tally);
}

void tally_release(struct tally *tally)
{
	changes_release(&tally->changes);
	halves_release(&tally->halves);
}
