#include "totals/population.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"

/* A population, and the days for which it holds: from `since` to the day before `until`. */
struct headcount {
	bool known;
	int64_t population;
	int32_t as_of;
	int32_t since, until;
};

#define SUMS 4096 /* how many are remembered */

struct populations {
	struct db *db;
	bool counting;   /* nothing is looked up */
	int64_t changes; /* how many rows this connection had changed when the sums were found */
	struct {
		int64_t unit; /* 0: the slot is free */
		struct headcount sum;
	} sums[SUMS];
};

/* --- summing ------------------------------------------------------------------------------------- */

/* On the day `from` something changes that the population depends on, so it holds only on the side
 * of that day on which `day_asked` is. */
static void bound(struct headcount *found, int day_asked, int from)
{
	if (from > day_asked && from < found->until)
		found->until = from;
	else if (from <= day_asked && from > found->since)
		found->since = from;
}

/* The unit's newest own row that is not after the day. */
static enum status find_own(struct populations *populations, int64_t unit, int day,
	struct headcount *own, struct error *error)
{
	sqlite3_stmt *row = db_statement(populations->db, SQL_TOTAL_POPULATION_OF, error);
	enum status status;

	*own = (struct headcount){.since = INT32_MIN, .until = INT32_MAX};
	if (row == NULL)
		return error_status(error);
	sqlite3_bind_int64(row, 1, unit);
	while (own->until == INT32_MAX && db_row(populations->db, row, &status, error)) {
		int as_of = sqlite3_column_int(row, 0);

		bound(own, day, as_of);
		if (as_of > day)
			break;
		own->known = true;
		own->population = sqlite3_column_int64(row, 1);
		own->as_of = as_of;
	}
	sqlite3_reset(row);
	return status;
}

/* A unit whose population is part of that of the unit above it. */
struct part {
	int64_t unit;
	int opened_on, closed_on;
};

struct parts {
	struct part *list;
	size_t count, room;
};

/* Lists the parts of a unit. They are read to the end before the first is looked at, so that one
 * statement serves all levels. */
static enum status list_parts(
	struct populations *populations, int64_t unit, struct parts *parts, struct error *error)
{
	sqlite3_stmt *row = db_statement(populations->db, SQL_TOTAL_POPULATION_PARTS, error);
	enum status status;

	if (row == NULL)
		return error_status(error);
	sqlite3_bind_int64(row, 1, unit);
	while (db_row(populations->db, row, &status, error)) {
		bool dated = sqlite3_column_type(row, 1) != SQLITE_NULL;
		bool closed = sqlite3_column_type(row, 2) != SQLITE_NULL;

		if (parts->count == parts->room) {
			parts->room = parts->room ? 2 * parts->room : 16;
			parts->list = memory_resize(parts->list, parts->room * sizeof *parts->list);
		}
		parts->list[parts->count++] = (struct part){sqlite3_column_int64(row, 0),
			dated ? sqlite3_column_int(row, 1) : INT32_MIN,
			closed ? sqlite3_column_int(row, 2) : INT32_MAX};
	}
	sqlite3_reset(row);
	return status;
}

/* A sum that is not complete: the sum of the parts so far, and the parts that are still to be
 * added. It holds for the days for which all of them hold. */
struct sum {
	int64_t unit;
	struct headcount found;
	struct parts parts;
	size_t next; /* index of the part to be added next */
	size_t open, known;
};

/* Sums that are not complete, each waiting for the one after it, which is one of its parts. A list
 * instead of recursion, because a tree may be deeper than the program's stack. */
struct sums {
	struct sum *list;
	size_t count, room;
};

static struct sum *last_sum(const struct sums *sums)
{
	return sums->count > 0 ? &sums->list[sums->count - 1] : NULL;
}

/* Adds a part to the sum that waits for it, if there is one. */
static void give_part(const struct sums *sums, int day, const struct headcount *part)
{
	struct sum *sum = last_sum(sums);

	if (sum == NULL)
		return;
	bound(&sum->found, day, part->since);
	bound(&sum->found, day, part->until);
	sum->open++;
	sum->known += part->known;
	sum->found.population += part->population;
	if (part->known && part->as_of < sum->found.as_of)
		sum->found.as_of = part->as_of;
}

/* Finds the population of the unit when it is remembered or the unit has its own; otherwise begins
 * a sum. */
static enum status begin_sum(struct populations *populations, struct sums *sums, int64_t unit,
	int day, struct headcount *found, struct error *error)
{
	size_t slot = (size_t)unit % SUMS;
	const struct headcount *kept = &populations->sums[slot].sum;
	struct sum sum = {.unit = unit};

	if (populations->sums[slot].unit == unit && kept->since <= day && day < kept->until) {
		*found = *kept;
		give_part(sums, day, found);
		return STATUS_DONE;
	}
	if (find_own(populations, unit, day, found, error) != STATUS_DONE)
		return error_status(error);
	if (found->known) {
		give_part(sums, day, found);
		return STATUS_DONE;
	}
	sum.found = *found;
	sum.found.as_of = INT32_MAX;
	if (sums->count == sums->room) {
		sums->room = sums->room ? 2 * sums->room : 8;
		sums->list = memory_resize(sums->list, sums->room * sizeof *sums->list);
	}
	sums->list[sums->count++] = sum;
	return list_parts(populations, unit, &last_sum(sums)->parts, error);
}

/* Gives the next part that is open on the day. False past the last. */
static bool next_part(struct sum *sum, int day, int64_t *unit)
{
	while (sum->next < sum->parts.count) {
		const struct part *part = &sum->parts.list[sum->next++];

		bound(&sum->found, day, part->opened_on);
		bound(&sum->found, day, part->closed_on);
		*unit = part->unit;
		if (part->opened_on <= day && day < part->closed_on)
			return true;
	}
	return false;
}

/* Ends the last sum, all of whose parts have been added. It is known when it has parts and each has
 * a population. */
static void end_sum(
	struct populations *populations, struct sums *sums, int day, struct headcount *found)
{
	struct sum *sum = last_sum(sums);
	size_t slot = (size_t)sum->unit % SUMS;

	sum->found.known = sum->open > 0 && sum->known == sum->open;
	*found = sum->found;
	populations->sums[slot].unit = sum->unit;
	populations->sums[slot].sum = *found;
	free(sum->parts.list);
	sums->count--;
	give_part(sums, day, found);
}

/* Finds the population by the rule, without looking at what is kept. */
static enum status find_sum(struct populations *populations, int64_t unit, int day,
	struct headcount *found, struct error *error)
{
	struct sums sums = {0};
	enum status status = begin_sum(populations, &sums, unit, day, found, error);

	while (status == STATUS_DONE && sums.count > 0) {
		if (next_part(last_sum(&sums), day, &unit))
			status = begin_sum(populations, &sums, unit, day, found, error);
		else
			end_sum(populations, &sums, day, found);
	}
	while (sums.count > 0)
		free(sums.list[--sums.count].parts.list);
	free(sums.list);
	return status;
}

/* --- keeping ------------------------------------------------------------------------------------- */

static bool same_population(const struct headcount *a, const struct headcount *b)
{
	return a->known == b->known &&
	       (!a->known || (a->population == b->population && a->as_of == b->as_of));
}

/* Moves `found` to the next days on which the population is different; *more is false past the
 * last. */
static enum status next_population(struct populations *populations, int64_t unit,
	struct headcount *found, bool *more, struct error *error)
{
	struct headcount before = *found;
	enum status status;

	do {
		*more = found->until != INT32_MAX;
		if (!*more)
			return STATUS_DONE;
		status = find_sum(populations, unit, found->until, found, error);
	} while (status == STATUS_DONE && same_population(&before, found));
	return status;
}

/* What next_population begins with: before all days, and different from every population. */
static const struct headcount before_all = {.known = true, .population = -1, .until = INT32_MIN};

static enum status put_population(
	struct db *db, int64_t unit, const struct headcount *found, int until, struct error *error)
{
	sqlite3_stmt *put = db_statement(db, SQL_TOTAL_POPULATION_PUT, error);

	if (put == NULL)
		return error_status(error);
	sqlite3_bind_int64(put, 1, unit);
	sqlite3_bind_int(put, 2, found->since);
	if (until != INT32_MAX)
		sqlite3_bind_int(put, 3, until);
	if (found->known) {
		sqlite3_bind_int64(put, 4, found->population);
		sqlite3_bind_int(put, 5, found->as_of);
	}
	return db_step(db, put, error);
}

static enum status keep_unit(struct populations *populations, int64_t unit, struct error *error)
{
	struct headcount found = before_all, kept;
	bool more;
	enum status status = next_population(populations, unit, &found, &more, error);

	while (status == STATUS_DONE && more) {
		kept = found;
		status = next_population(populations, unit, &found, &more, error);
		if (status == STATUS_DONE)
			status = put_population(populations->db, unit, &kept,
				more ? found.since : INT32_MAX, error);
	}
	return status;
}

static struct populations *populations_new(struct db *db)
{
	struct populations *populations = memory_zeroed(sizeof *populations);

	populations->db = db;
	return populations;
}

enum status population_keep(struct db *db, struct error *error)
{
	struct populations *populations = populations_new(db);
	sqlite3_stmt *unit = NULL;
	enum status status = db_run(db, SQL_TOTAL_POPULATION_CLEAR, error);

	if (status == STATUS_DONE && (unit = db_statement(db, SQL_TOTAL_KEPT_UNITS, error)) == NULL)
		status = error->status;
	while (status == STATUS_DONE && db_row(db, unit, &status, error))
		status = keep_unit(populations, sqlite3_column_int64(unit, 0), error);
	sqlite3_reset(unit);
	free(populations);
	return status;
}

/* What is kept for a unit and a day. */
enum kept { KEPT_NOT, KEPT_SOUND, KEPT_DAMAGED };

static enum status look_up(struct db *db, int64_t unit, int day, struct headcount *found,
	enum kept *kept, struct error *error)
{
	sqlite3_stmt *row = db_statement(db, SQL_TOTAL_POPULATION_UNTIL, error);
	enum status status;

	*found = (struct headcount){0};
	*kept = KEPT_NOT;
	if (row == NULL)
		return error_status(error);
	sqlite3_bind_int64(row, 1, unit);
	sqlite3_bind_int(row, 2, day);
	if (db_row(db, row, &status, error)) {
		*kept = sqlite3_column_int(row, 2) == 1 ? KEPT_SOUND : KEPT_DAMAGED;
		found->known = sqlite3_column_type(row, 0) != SQLITE_NULL;
		found->population = sqlite3_column_int64(row, 0);
		found->as_of = sqlite3_column_int(row, 1);
	}
	sqlite3_reset(row);
	return status;
}

/* --- the SQL functions --------------------------------------------------------------------------- */

/* Forgets the remembered sums when this connection has changed something since. */
static struct populations *populations_of(sqlite3_context *context)
{
	struct populations *populations = sqlite3_user_data(context);
	int64_t changes = sqlite3_total_changes64(populations->db->handle);

	if (populations->changes != changes)
		memset(populations->sums, 0, sizeof populations->sums);
	populations->changes = changes;
	return populations;
}

/* Finds the population for the arguments of an SQL function. False when unit or day is NULL. */
static bool find(sqlite3_context *context, sqlite3_value **values, struct headcount *found)
{
	struct populations *populations = populations_of(context);
	struct error error = {.lang = LANG_EN};
	int64_t unit = sqlite3_value_int64(values[0]);
	int day = sqlite3_value_int(values[1]);
	enum status status = STATUS_DONE;
	enum kept kept = KEPT_NOT;

	if (sqlite3_value_type(values[0]) != SQLITE_INTEGER ||
		sqlite3_value_type(values[1]) != SQLITE_INTEGER)
		return false;
	if (!populations->counting)
		status = look_up(populations->db, unit, day, found, &kept, &error);
	if (kept == KEPT_DAMAGED)
		status = db_kept_damaged(populations->db, &error);
	else if (status == STATUS_DONE && kept == KEPT_NOT)
		status = find_sum(populations, unit, day, found, &error);
	if (status != STATUS_DONE)
		sqlite3_result_error_code(context, db_code(populations->db, &error));
	return status == STATUS_DONE && found->known;
}

static void population(sqlite3_context *context, int count, sqlite3_value **values)
{
	struct headcount found;

	(void)count;
	if (find(context, values, &found))
		sqlite3_result_int64(context, found.population);
}

static void population_as_of(sqlite3_context *context, int count, sqlite3_value **values)
{
	struct headcount found;

	(void)count;
	if (find(context, values, &found))
		sqlite3_result_int64(context, found.as_of);
}

static enum status compare_day(struct db *db, int64_t unit, int day, const struct headcount *found,
	bool *same, struct error *error)
{
	struct headcount there;
	enum kept kept;
	enum status status = look_up(db, unit, day, &there, &kept, error);

	*same = kept == KEPT_SOUND && same_population(found, &there);
	return status;
}

/* For each run of days with the same population: compares its sum with what is kept of its first
 * and its last day. */
static enum status compare_unit(
	struct populations *populations, int64_t unit, bool *same, struct error *error)
{
	struct headcount found = {.until = INT32_MIN};
	struct db *db = populations->db;
	enum status status = STATUS_DONE;

	for (*same = true; status == STATUS_DONE && *same && found.until != INT32_MAX;) {
		status = find_sum(populations, unit, found.until, &found, error);
		if (status == STATUS_DONE)
			status = compare_day(db, unit, found.since, &found, same, error);
		if (status == STATUS_DONE && *same)
			status = compare_day(db, unit, found.until - 1, &found, same, error);
	}
	return status;
}

static void population_right(sqlite3_context *context, int count, sqlite3_value **values)
{
	struct populations *populations = populations_of(context);
	struct error error = {.lang = LANG_EN};
	bool same;

	(void)count;
	if (compare_unit(populations, sqlite3_value_int64(values[0]), &same, &error) == STATUS_DONE)
		sqlite3_result_int(context, same);
	else
		sqlite3_result_error_code(context, db_code(populations->db, &error));
}

static int install(struct db *db, bool counting)
{
	static const int flags = SQLITE_UTF8 | SQLITE_DIRECTONLY;
	struct populations *populations = populations_new(db);
	int code;

	populations->counting = counting;
	/* Freed with the first of the functions. */
	code = sqlite3_create_function_v2(db->handle, "population", 2, flags | SQLITE_DETERMINISTIC,
		populations, population, NULL, NULL, free);

	if (code == SQLITE_OK)
		code = sqlite3_create_function(db->handle, "population_as_of", 2,
			flags | SQLITE_DETERMINISTIC, populations, population_as_of, NULL, NULL);
	if (code == SQLITE_OK)
		code = sqlite3_create_function(db->handle, "population_right", 1, flags,
			populations, population_right, NULL, NULL);
	return code;
}

int population_install(struct db *db)
{
	return install(db, false);
}

int population_install_counting(struct db *db)
{
	return install(db, true);
}
