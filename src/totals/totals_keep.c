#include "totals/totals_keep.h"

#include <stdlib.h>

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

/* Units whose totals are kept are counted from the bottom up, with a counter and its ledger for
 * each level of the tree. Half of a move stays in the counter until the other half is found. */
struct rebuild {
	struct db *db;
	struct unit_counter levels[TOTAL_LEVELS];
};

/* Counts what is below the unit and below no other unit with kept totals. Adds it to what those
 * below have given, stores the totals, and adds them to those of the unit above. */
static enum status count_level(
	struct rebuild *rebuild, int64_t unit, size_t depth, struct error *error)
{
	struct unit_counter *level = &rebuild->levels[depth];
	struct unit_counter *above = depth > 0 ? &rebuild->levels[depth - 1] : NULL;
	struct ledger_year year = {0};
	enum status status = unit_counter_add(rebuild->db, unit, true, level, error);

	unit_counter_match(level);
	if (status == STATUS_DONE)
		status = totals_put_years(rebuild->db, unit, level->ledger, &year, error);
	buf_release(&year.days);
	if (above) {
		ledger_merge(above->ledger, level->ledger);
		halves_move(&above->halves, &level->halves);
	}
	ledger_clear(level->ledger);
	return status;
}

/* Counts each unit after those below it. So all units of a level can use the same counter. */
static enum status count_levels(struct rebuild *rebuild, struct error *error)
{
	sqlite3_stmt *kept = db_statement(rebuild->db, SQL_TOTAL_FROM_BELOW, error);
	enum status status = STATUS_DONE, counted = STATUS_DONE;

	if (kept == NULL)
		return error_status(error);
	while (counted == STATUS_DONE && db_row(rebuild->db, kept, &status, error)) {
		int depth = sqlite3_column_int(kept, 1), i;

		for (i = 0; i <= depth; i++)
			if (rebuild->levels[i].ledger == NULL)
				rebuild->levels[i].ledger = ledger_new();
		counted = count_level(rebuild, sqlite3_column_int64(kept, 0), (size_t)depth, error);
	}
	sqlite3_reset(kept);
	return counted == STATUS_DONE ? status : counted;
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
	struct rebuild rebuild = {.db = db};
	enum status status;
	size_t i;

	if (db_run(db, SQL_TOTAL_CLEAR, error) != STATUS_DONE ||
		choose_units(db, error) != STATUS_DONE)
		return error_status(error);
	status = count_levels(&rebuild, error);
	if (status == STATUS_DONE)
		status = population_keep(db, error);
	for (i = 0; i < TOTAL_LEVELS; i++) {
		ledger_free(rebuild.levels[i].ledger);
		unit_counter_release(&rebuild.levels[i]);
	}
	return status;
}
