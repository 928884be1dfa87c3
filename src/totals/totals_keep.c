#include "totals/totals_keep.h"

#include <stdlib.h>

#include "totals/population.h"
#include "totals/unit_counter.h"

enum status totals_put_year(
	struct db *db, int64_t unit, const struct ledger_year *year, struct error *error)
{
	sqlite3_stmt *put = db_statement(db, SQL_TOTAL_PUT, error);
	int total;

	if (put == NULL)
		return error_status(error);
	sqlite3_bind_int64(put, 1, unit);
	sqlite3_bind_int(put, 2, year->year);
	sqlite3_bind_blob(put, 3, year->days.data, (int)year->days.len, SQLITE_STATIC);
	for (total = 0; total < TOTALS; total++)
		sqlite3_bind_int64(put, 4 + total, year->totals[total]);
	return db_step(db, put, error);
}

/* The units whose totals are kept are counted from below: a counter, with its ledger, for each level of the
 * tree. A move whose ends were not both met yet waits there for the other one. */
struct rebuild {
	struct db *db;
	struct unit_counter levels[TOTAL_LEVELS];
};

struct unit_ids {
	int64_t *list;
	size_t count;
};

/* Units whose totals are kept, straight below this one; the root for none. */
static enum status find_next(
	struct db *db, const int64_t *above, struct unit_ids *ids, struct error *error)
{
	sqlite3_stmt *next = db_statement(db, SQL_TOTAL_NEXT_TO, error);
	enum status status;

	*ids = (struct unit_ids){0};
	if (next == NULL)
		return error_status(error);
	if (above)
		sqlite3_bind_int64(next, 1, *above);
	while (db_row(db, next, &status, error)) {
		ids->list = memory_resize(ids->list, (ids->count + 1) * sizeof *ids->list);
		ids->list[ids->count++] = sqlite3_column_int64(next, 0);
	}
	sqlite3_reset(next);
	return status;
}

static enum status count_below(
	struct rebuild *rebuild, int64_t unit, size_t depth, struct error *error);

/* The units of the next level, and what they give to this one. */
static enum status count_next(
	struct rebuild *rebuild, const int64_t *above, size_t depth, struct error *error)
{
	struct unit_counter *level = depth > 0 ? &rebuild->levels[depth - 1] : NULL;
	struct unit_counter *next = &rebuild->levels[depth];
	struct unit_ids ids;
	enum status status = find_next(rebuild->db, above, &ids, error);
	size_t i;

	if (ids.count > 0 && next->ledger == NULL)
		next->ledger = ledger_new();
	for (i = 0; i < ids.count && status == STATUS_DONE; i++) {
		status = count_below(rebuild, ids.list[i], depth, error);
		if (level) {
			ledger_merge(level->ledger, next->ledger);
			halves_move(&level->halves, &next->halves);
		}
		ledger_clear(next->ledger);
	}
	free(ids.list);
	return status;
}

/* Counts the unit, what belongs to no other and then what does, and keeps its totals. */
static enum status count_below(
	struct rebuild *rebuild, int64_t unit, size_t depth, struct error *error)
{
	struct unit_counter *level = &rebuild->levels[depth];
	struct ledger_year year = {0};
	enum status status = unit_counter_add(rebuild->db, unit, true, level, error);

	if (status == STATUS_DONE && depth + 1 < TOTAL_LEVELS)
		status = count_next(rebuild, &unit, depth + 1, error);
	unit_counter_match(level);
	while (status == STATUS_DONE && ledger_next_year(level->ledger, &year))
		status = totals_put_year(rebuild->db, unit, &year, error);
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
	struct rebuild rebuild = {.db = db};
	enum status status;
	size_t i;

	if (db_run(db, SQL_TOTAL_CLEAR, error) != STATUS_DONE ||
		choose_units(db, error) != STATUS_DONE)
		return error_status(error);
	status = count_next(&rebuild, NULL, 0, error);
	if (status == STATUS_DONE)
		status = population_keep(db, error);
	for (i = 0; i < TOTAL_LEVELS; i++) {
		ledger_free(rebuild.levels[i].ledger);
		unit_counter_release(&rebuild.levels[i]);
	}
	return status;
}
