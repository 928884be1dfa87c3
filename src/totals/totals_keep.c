#include "totals/totals_keep.h"

#include <stdlib.h>

#include "base/date.h"
#include "totals/population.h"
#include "totals/unit_counter.h"

static enum status put_year(struct db *db, int64_t unit, int before, const struct ledger_year *year,
	struct error *error)
{
	sqlite3_stmt *put = db_statement(db, SQL_TOTAL_PUT, error);
	int total;

	if (put == NULL)
		return error_status(error);
	sqlite3_bind_int64(put, 1, unit);
	sqlite3_bind_int(put, 2, year->year);
	if (before)
		sqlite3_bind_int(put, 3, before);
	sqlite3_bind_blob(put, 4, year->days.data, (int)year->days.len, SQLITE_STATIC);
	for (total = 0; total < TOTALS; total++)
		sqlite3_bind_int64(put, 5 + total, year->totals[total]);
	return db_step(db, put, error);
}

enum status totals_put_years(struct db *db, int64_t unit, const struct ledger *ledger,
	struct ledger_year *year, struct error *error)
{
	sqlite3_stmt *last;
	int before = year->year;

	while (ledger_next_year(ledger, year)) {
		if (put_year(db, unit, before, year, error) != STATUS_DONE)
			return error_status(error);
		before = year->year;
	}
	last = db_statement(db, SQL_TOTAL_PUT_LAST, error);
	if (last == NULL)
		return error_status(error);
	sqlite3_bind_int64(last, 1, unit);
	return db_step(db, last, error);
}

struct unit_ids {
	int64_t *list;
	size_t count, room;
};

/* All units whose totals are kept, 0 among them. */
static enum status list_kept(struct db *db, struct unit_ids *ids, struct error *error)
{
	sqlite3_stmt *row = db_statement(db, SQL_TOTAL_KEPT_UNITS, error);
	enum status status;

	if (row == NULL)
		return error_status(error);
	while (db_row(db, row, &status, error)) {
		if (ids->count == ids->room) {
			ids->room = ids->room ? 2 * ids->room : 16;
			ids->list = memory_resize(ids->list, ids->room * sizeof *ids->list);
		}
		ids->list[ids->count++] = sqlite3_column_int64(row, 0);
	}
	sqlite3_reset(row);
	return status;
}

/* Counts one unit and stores its totals. Each is counted by itself: what is below another may be so on
 * some days only. */
static enum status count_unit(
	struct db *db, int64_t unit, struct unit_counter *counter, struct error *error)
{
	struct ledger_year year = {0};
	enum status status = unit_counter_add(db, unit, NO_DAY, counter, error);

	unit_counter_match(counter);
	counter->halves.count = 0;
	if (status == STATUS_DONE)
		status = totals_put_years(db, unit, counter->ledger, &year, error);
	ledger_clear(counter->ledger);
	buf_release(&year.days);
	return status;
}

static enum status choose_units(struct db *db, struct error *error)
{
	sqlite3_stmt *choose = db_statement(db, SQL_TOTAL_CHOOSE, error);

	if (choose == NULL)
		return error_status(error);
	sqlite3_bind_int(choose, 1, TOTAL_LEVELS);
	return db_step(db, choose, error);
}

enum status totals_rebuild(struct db *db, struct error *error)
{
	struct unit_counter counter = {.ledger = ledger_new()};
	struct unit_ids ids = {0};
	enum status status = db_run(db, SQL_TOTAL_CLEAR, error);
	size_t i;

	if (status == STATUS_DONE)
		status = choose_units(db, error);
	if (status == STATUS_DONE)
		status = list_kept(db, &ids, error);
	for (i = 0; i < ids.count && status == STATUS_DONE; i++)
		status = count_unit(db, ids.list[i], &counter, error);
	if (status == STATUS_DONE)
		status = population_keep(db, error);
	ledger_free(counter.ledger);
	unit_counter_release(&counter);
	free(ids.list);
	return status;
}
