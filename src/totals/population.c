#include "totals/population.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"

/* A population, and the days on which it is the same: from `since` to the day before `until`. */
struct headcount {
	bool known;
	int64_t population;
	int32_t as_of;
	int32_t since, until;
};

#define SUMS 4096 /* remembered */

struct populations {
	struct db *db;
	int64_t changes; /* by this connection when the sums were found */
	struct {
		int64_t unit; /* 0: none is remembered here */
		struct headcount sum;
	} sums[SUMS];
};

/* --- summing ------------------------------------------------------------------------------------- */

/* Something is another from this day on. */
static void bound(struct headcount *found, int day_asked, int from)
{
	if (from > day_asked && from < found->until)
		found->until = from;
	else if (from <= day_asked && from > found->since)
		found->since = from;
}

/* The unit's own newest row not after the day. */
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

/* A unit whose population is a part of the one above. */
struct part {
	int64_t unit;
	int opened_on, closed_on;
};

struct parts {
	struct part *list;
	size_t count, room;
};

/* They are listed before they are asked, so that one statement serves all levels. */
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

static enum status find_sum(struct populations *populations, int64_t unit, int day,
	struct headcount *found, struct error *error);

/* The sum over the parts that are open, when there are any and each has a population. The days it holds
 * for lie within those that *sum has already. */
static enum status add_parts(struct populations *populations, const struct parts *parts, int day,
	struct headcount *sum, struct error *error)
{
	size_t i, open = 0, known = 0;

	sum->as_of = INT32_MAX;
	for (i = 0; i < parts->count; i++) {
		const struct part *part = &parts->list[i];
		struct headcount one;

		bound(sum, day, part->opened_on);
		bound(sum, day, part->closed_on);
		if (part->opened_on > day || part->closed_on <= day)
			continue;
		if (find_sum(populations, part->unit, day, &one, error) != STATUS_DONE)
			return error_status(error);
		bound(sum, day, one.since);
		bound(sum, day, one.until);
		open++;
		known += one.known;
		sum->population += one.population;
		if (one.known && one.as_of < sum->as_of)
			sum->as_of = one.as_of;
	}
	sum->known = open > 0 && known == open;
	return STATUS_DONE;
}

/* By the rule, without a look at what is kept. */
static enum status find_sum(struct populations *populations, int64_t unit, int day,
	struct headcount *found, struct error *error)
{
	size_t slot = (size_t)unit % SUMS;
	struct headcount *sum = &populations->sums[slot].sum;
	struct parts parts = {0};
	enum status status;

	if (populations->sums[slot].unit == unit && sum->since <= day && day < sum->until) {
		*found = *sum;
		return STATUS_DONE;
	}
	status = find_own(populations, unit, day, found, error);
	if (status != STATUS_DONE || found->known)
		return status;
	status = list_parts(populations, unit, &parts, error);
	if (status == STATUS_DONE)
		status = add_parts(populations, &parts, day, found, error);
	free(parts.list);
	if (status == STATUS_DONE) {
		populations->sums[slot].unit = unit;
		*sum = *found;
	}
	return status;
}

/* --- keeping ------------------------------------------------------------------------------------- */

static bool same_population(const struct headcount *a, const struct headcount *b)
{
	return a->known == b->known &&
	       (!a->known || (a->population == b->population && a->as_of == b->as_of));
}

/* The next days, from *until on, with a population other than before. False past the last. */
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

/* Before all days: what next_population begins with. `known` with no population is like no other. */
static const struct headcount before_all = {.known = true, .population = -1, .until = INT32_MIN};

static enum status put_population(
	struct db *db, int64_t unit, const struct headcount *found, struct error *error)
{
	sqlite3_stmt *put = db_statement(db, SQL_TOTAL_POPULATION_PUT, error);

	if (put == NULL)
		return error_status(error);
	sqlite3_bind_int64(put, 1, unit);
	sqlite3_bind_int(put, 2, found->since);
	if (found->known) {
		sqlite3_bind_int64(put, 3, found->population);
		sqlite3_bind_int(put, 4, found->as_of);
	}
	return db_step(db, put, error);
}

static enum status keep_unit(struct populations *populations, int64_t unit, struct error *error)
{
	struct headcount found = before_all;
	bool more = true;
	enum status status;

	status = next_population(populations, unit, &found, &more, error);
	while (status == STATUS_DONE && more) {
		status = put_population(populations->db, unit, &found, error);
		if (status == STATUS_DONE)
			status = next_population(populations, unit, &found, &more, error);
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

/* Looks the population up; *kept is false where none is kept of the unit. */
static enum status look_up(struct db *db, int64_t unit, int day, struct headcount *found,
	bool *kept, struct error *error)
{
	sqlite3_stmt *row = db_statement(db, SQL_TOTAL_POPULATION_UNTIL, error);
	enum status status;

	*found = (struct headcount){0};
	*kept = false;
	if (row == NULL)
		return error_status(error);
	sqlite3_bind_int64(row, 1, unit);
	sqlite3_bind_int(row, 2, day);
	*kept = db_row(db, row, &status, error);
	if (*kept) {
		found->known = sqlite3_column_type(row, 0) != SQLITE_NULL;
		found->population = sqlite3_column_int64(row, 0);
		found->as_of = sqlite3_column_int(row, 1);
	}
	sqlite3_reset(row);
	return status;
}

/* --- the SQL functions --------------------------------------------------------------------------- */

/* What this connection changed makes it forget. */
static struct populations *populations_of(sqlite3_context *context)
{
	struct populations *populations = sqlite3_user_data(context);
	int64_t changes = sqlite3_total_changes64(populations->db->handle);

	if (populations->changes != changes)
		memset(populations->sums, 0, sizeof populations->sums);
	populations->changes = changes;
	return populations;
}

/* False, with nothing found, for no unit or no day. */
static bool find(sqlite3_context *context, sqlite3_value **values, struct headcount *found)
{
	struct populations *populations = populations_of(context);
	struct error error = {.lang = LANG_EN};
	int64_t unit = sqlite3_value_int64(values[0]);
	int day = sqlite3_value_int(values[1]);
	enum status status;
	bool kept;

	if (sqlite3_value_type(values[0]) != SQLITE_INTEGER ||
		sqlite3_value_type(values[1]) != SQLITE_INTEGER)
		return false;
	status = look_up(populations->db, unit, day, found, &kept, &error);
	if (status == STATUS_DONE && !kept)
		status = find_sum(populations, unit, day, found, &error);
	if (status != STATUS_DONE)
		sqlite3_result_error(context, error.message, -1);
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

/* Sums for every stretch of days and looks its first and last day up. */
static enum status compare_unit(
	struct populations *populations, int64_t unit, bool *same, struct error *error)
{
	struct headcount found = {.until = INT32_MIN}, kept;
	enum status status = STATUS_DONE;

	for (*same = true; status == STATUS_DONE && *same && found.until != INT32_MAX;) {
		status = find_sum(populations, unit, found.until, &found, error);
		if (status == STATUS_DONE)
			status = look_up(populations->db, unit, found.since, &kept, same, error);
		*same = *same && same_population(&found, &kept);
		if (status == STATUS_DONE && *same)
			status =
				look_up(populations->db, unit, found.until - 1, &kept, same, error);
		*same = *same && same_population(&found, &kept);
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
		sqlite3_result_error(context, error.message, -1);
}

int population_install(struct db *db)
{
	static const int flags = SQLITE_UTF8 | SQLITE_DIRECTONLY;
	struct populations *populations = populations_new(db);
	/* It lives as long as the first of the functions. */
	int code = sqlite3_create_function_v2(db->handle, "population", 2,
		flags | SQLITE_DETERMINISTIC, populations, population, NULL, NULL, free);

	if (code == SQLITE_OK)
		code = sqlite3_create_function(db->handle, "population_as_of", 2,
			flags | SQLITE_DETERMINISTIC, populations, population_as_of, NULL, NULL);
	if (code == SQLITE_OK)
		code = sqlite3_create_function(db->handle, "population_right", 1, flags,
			populations, population_right, NULL, NULL);
	return code;
}
