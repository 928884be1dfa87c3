#include "totals/headcount.h"

#include <stdlib.h>

#include "base/buf.h"
#include "base/date.h"

#define ALWAYS_FROM  INT32_MIN
#define ALWAYS_UNTIL INT32_MAX
#define BUCKETS      4096

/* What is asked: of a unit, on a day, on the tree of a day or (NO_DAY) of each day. */
struct ask {
	int64_t unit;
	int32_t day, tree;
};

struct answer {
	struct ask ask;
	struct headcount found;
	struct answer *next;
};

struct asks {
	struct ask *list;
	size_t count, room;
};

struct headcounts {
	struct db *db;
	struct answer *buckets[BUCKETS];
	struct asks waiting; /* what is under way: each waits for those above it */
};

/* The days between which nothing was merged into a unit: from the last merger on or before a day to the next
 * one after it. */
struct extent {
	int32_t from, until;
};

/* Before and after all days (schema 0005). */
static const struct extent all_days = {-1000000, 10000000};

struct headcounts *headcounts_new(struct db *db)
{
	struct headcounts *headcounts = memory_zeroed(sizeof *headcounts);

	headcounts->db = db;
	return headcounts;
}

void headcounts_forget(struct headcounts *headcounts)
{
	size_t i;

	for (i = 0; i < BUCKETS; i++)
		while (headcounts->buckets[i]) {
			struct answer *next = headcounts->buckets[i]->next;

			free(headcounts->buckets[i]);
			headcounts->buckets[i] = next;
		}
}

void headcounts_free(struct headcounts *headcounts)
{
	if (headcounts == NULL)
		return;
	headcounts_forget(headcounts);
	free(headcounts->waiting.list);
	free(headcounts);
}

static void asks_add(struct asks *asks, int64_t unit, int day, int tree)
{
	if (asks->count == asks->room) {
		asks->room = asks->room ? 2 * asks->room : 16;
		asks->list = memory_resize(asks->list, asks->room * sizeof *asks->list);
	}
	asks->list[asks->count++] = (struct ask){unit, day, tree};
}

static const struct headcount *remembered(
	const struct headcounts *headcounts, const struct ask *ask)
{
	const struct answer *answer;

	for (answer = headcounts->buckets[(size_t)ask->unit % BUCKETS]; answer;
		answer = answer->next)
		if (answer->ask.unit == ask->unit && answer->ask.tree == ask->tree &&
			answer->found.since <= ask->day && ask->day < answer->found.until)
			return &answer->found;
	return NULL;
}

static void remember(
	struct headcounts *headcounts, const struct ask *ask, const struct headcount *found)
{
	struct answer **bucket = &headcounts->buckets[(size_t)ask->unit % BUCKETS];
	struct answer *answer = memory_get(sizeof *answer);

	*answer = (struct answer){*ask, *found, *bucket};
	*bucket = answer;
}

/* The answer changes on this day: it is the same up to it, or from it on. */
static void bound(struct headcount *found, int day, int change)
{
	if (change <= all_days.from || change >= all_days.until)
		return;
	if (change > day && change < found->until)
		found->until = change;
	else if (change <= day && change > found->since)
		found->since = change;
}

/* --- sums ---------------------------------------------------------------------------------------- */

/* The sum of the parts, when there are any and each has a population. Those that are not known yet are added
 * to `missing`; with `bounded` the sum changes on the days on which a part does. */
static void sum_parts(struct headcounts *headcounts, const struct asks *parts, int day,
	bool bounded, struct headcount *sum, struct asks *missing)
{
	size_t i, known = 0;

	sum->population = 0;
	sum->as_of = ALWAYS_UNTIL;
	for (i = 0; i < parts->count; i++) {
		const struct ask *part = &parts->list[i];
		const struct headcount *one = remembered(headcounts, part);

		if (one == NULL) {
			asks_add(missing, part->unit, part->day, part->tree);
			continue;
		}
		if (bounded) {
			bound(sum, day, one->since);
			bound(sum, day, one->until);
		}
		known += one->known;
		sum->population += one->known ? one->population : 0;
		if (one->known && one->as_of < sum->as_of)
			sum->as_of = one->as_of;
	}
	sum->known = parts->count > 0 && known == parts->count;
}

/* Units that an SQL text lists in its first column, as they are on a day. */
static enum status list_units(struct headcounts *headcounts, sqlite3_stmt *row, int day, int tree,
	struct asks *parts, struct error *error)
{
	enum status status;

	while (db_row(headcounts->db, row, &status, error))
		asks_add(parts, sqlite3_column_int64(row, 0), day, tree);
	sqlite3_reset(row);
	return status;
}

/* What the unit of the day `extent` was made of on the day before it, or on an earlier one. */
static enum status list_joined(struct headcounts *headcounts, int64_t unit, int day, int extent,
	struct asks *parts, struct error *error)
{
	sqlite3_stmt *row = db_statement(headcounts->db, SQL_TOTAL_POPULATION_JOINED, error);

	if (row == NULL)
		return error_status(error);
	sqlite3_bind_int64(row, 1, unit);
	sqlite3_bind_int(row, 2, day);
	sqlite3_bind_int(row, 3, extent);
	return list_units(headcounts, row, day, NO_DAY, parts, error);
}

/* What stands directly below the unit on the day of the tree. */
static enum status list_parts_on(struct headcounts *headcounts, const struct ask *ask,
	struct asks *parts, struct error *error)
{
	sqlite3_stmt *row = db_statement(headcounts->db, SQL_TOTAL_POPULATION_PARTS_ON, error);

	if (row == NULL)
		return error_status(error);
	sqlite3_bind_int64(row, 1, ask->unit);
	sqlite3_bind_int(row, 2, ask->tree == NO_DAY ? ask->day : ask->tree);
	return list_units(headcounts, row, ask->day, ask->tree, parts, error);
}

/* The same on the tree of the day asked for, with the days on which there are others. */
static enum status list_parts(struct headcounts *headcounts, const struct ask *ask,
	struct headcount *found, struct asks *parts, struct error *error)
{
	sqlite3_stmt *row = db_statement(headcounts->db, SQL_TOTAL_POPULATION_PARTS, error);
	enum status status;

	if (row == NULL)
		return error_status(error);
	sqlite3_bind_int64(row, 1, ask->unit);
	while (db_row(headcounts->db, row, &status, error)) {
		int first = sqlite3_column_int(row, 3), until = sqlite3_column_int(row, 4);

		if (first >= until)
			continue;
		bound(found, ask->day, first);
		bound(found, ask->day, until);
		if (first <= ask->day && ask->day < until)
			asks_add(parts, sqlite3_column_int64(row, 0), ask->day, NO_DAY);
	}
	sqlite3_reset(row);
	return status;
}

/* --- one unit ------------------------------------------------------------------------------------ */

/* Only what had a population, and did not stand below the unit before, makes it another extent. */
static enum status find_extent(struct headcounts *headcounts, int64_t unit, int day,
	struct extent *extent, struct asks *missing, struct error *error)
{
	sqlite3_stmt *row = db_statement(headcounts->db, SQL_TOTAL_POPULATION_MERGED, error);
	enum status status;

	*extent = (struct extent){ALWAYS_FROM, ALWAYS_UNTIL};
	if (row == NULL)
		return error_status(error);
	sqlite3_bind_int64(row, 1, unit);
	while (db_row(headcounts->db, row, &status, error)) {
		int merged_on = sqlite3_column_int(row, 1);
		const struct ask ask = {sqlite3_column_int64(row, 0), merged_on - 1, NO_DAY};
		const struct headcount *one = remembered(headcounts, &ask);

		if (sqlite3_column_int(row, 2) == 1)
			continue;
		if (one == NULL)
			asks_add(missing, ask.unit, ask.day, ask.tree);
		else if (one->known && merged_on <= day)
			extent->from = merged_on;
		else if (one->known && merged_on < extent->until)
			extent->until = merged_on;
	}
	sqlite3_reset(row);
	return status;
}

/* Is the unit open on the day, or on the day of the tree? */
static enum status find_open(struct headcounts *headcounts, const struct ask *ask,
	struct headcount *found, bool *open, struct error *error)
{
	sqlite3_stmt *row = db_statement(headcounts->db, SQL_TOTAL_UNIT_OPEN, error);
	int day = ask->tree == NO_DAY ? ask->day : ask->tree;
	enum status status;

	*open = false;
	if (row == NULL)
		return error_status(error);
	sqlite3_bind_int64(row, 1, ask->unit);
	if (db_row(headcounts->db, row, &status, error)) {
		int opens = sqlite3_column_int(row, 0), closes = sqlite3_column_int(row, 1);

		*open = opens <= day && day < closes;
		if (ask->tree == NO_DAY) {
			bound(found, day, opens);
			bound(found, day, closes);
		}
	}
	sqlite3_reset(row);
	return status;
}

/* The unit's own newest row not after the day, within the extent. */
static enum status find_own(struct headcounts *headcounts, const struct ask *ask,
	const struct extent *extent, struct headcount *own, struct error *error)
{
	sqlite3_stmt *row = db_statement(headcounts->db, SQL_TOTAL_POPULATION_OF, error);
	enum status status;

	if (row == NULL)
		return error_status(error);
	sqlite3_bind_int64(row, 1, ask->unit);
	while (db_row(headcounts->db, row, &status, error)) {
		int as_of = sqlite3_column_int(row, 0);

		if (as_of < extent->from || (ask->tree != NO_DAY && as_of >= extent->until))
			continue;
		bound(own, ask->day, as_of);
		if (as_of > ask->day)
			break;
		own->known = true;
		own->population = sqlite3_column_int64(row, 1);
		own->as_of = as_of;
	}
	sqlite3_reset(row);
	return status;
}

/* What the sum of a unit without a row of its own is taken over, in the order of the rule: what stands below
 * it, and if that gives none, what was merged. */
static enum status find_sum(struct headcounts *headcounts, const struct ask *ask,
	const struct extent *extent, struct headcount *found, struct asks *missing,
	struct error *error)
{
	struct asks parts = {0};
	enum status status = ask->tree == NO_DAY ? list_parts(headcounts, ask, found, &parts, error)
						 : list_parts_on(headcounts, ask, &parts, error);

	if (status == STATUS_DONE)
		sum_parts(headcounts, &parts, ask->day, true, found, missing);
	if (status == STATUS_DONE && missing->count == 0 && !found->known &&
		extent->from != ALWAYS_FROM) {
		parts.count = 0;
		status = list_joined(
			headcounts, ask->unit, extent->from - 1, extent->from, &parts, error);
		if (status == STATUS_DONE)
			sum_parts(headcounts, &parts, ask->day, false, found, missing);
	}
	free(parts.list);
	return status;
}

/* On the tree of a day, before that had its extent: what made it up. */
static enum status find_before(struct headcounts *headcounts, const struct ask *ask,
	struct headcount *found, struct asks *missing, struct error *error)
{
	struct asks parts = {0};
	enum status status = list_joined(headcounts, ask->unit, ask->day, ask->tree, &parts, error);

	if (status == STATUS_DONE)
		sum_parts(headcounts, &parts, ask->day, false, found, missing);
	free(parts.list);
	return status;
}

/* The unit's own row within the extent, else a sum. */
static enum status find_in_extent(struct headcounts *headcounts, const struct ask *ask,
	const struct extent *extent, struct headcount *found, struct asks *missing,
	struct error *error)
{
	enum status status;

	if (ask->tree != NO_DAY && ask->day < extent->from)
		return find_before(headcounts, ask, found, missing, error);
	if (ask->tree == NO_DAY) {
		bound(found, ask->day, extent->from);
		bound(found, ask->day, extent->until);
	}
	status = find_own(headcounts, ask, extent, found, error);
	if (status != STATUS_DONE || found->known)
		return status;
	return find_sum(headcounts, ask, extent, found, missing, error);
}

/* Answers, or adds to `missing` what must be answered before. */
static enum status answer(struct headcounts *headcounts, const struct ask *ask,
	struct headcount *found, struct asks *missing, struct error *error)
{
	bool dated = ask->tree == NO_DAY, open;
	struct extent extent;
	enum status status;

	*found = (struct headcount){.since = ALWAYS_FROM, .until = ALWAYS_UNTIL};
	if (!dated) {
		found->since = ask->day;
		found->until = ask->day + 1;
	}
	status = find_open(headcounts, ask, found, &open, error);
	if (status != STATUS_DONE || !open)
		return status;
	status = find_extent(
		headcounts, ask->unit, dated ? ask->day : ask->tree, &extent, missing, error);
	if (status != STATUS_DONE || missing->count > 0)
		return status;
	return find_in_extent(headcounts, ask, &extent, found, missing, error);
}

/* Answers what waits, the last first; what an answer needs is put on top of it. */
static enum status answer_all(struct headcounts *headcounts, struct error *error)
{
	struct asks *waiting = &headcounts->waiting, missing = {0};
	enum status status = STATUS_DONE;
	size_t i;

	while (status == STATUS_DONE && waiting->count > 0) {
		struct ask ask = waiting->list[waiting->count - 1];
		struct headcount found;

		if (remembered(headcounts, &ask)) {
			waiting->count--;
			continue;
		}
		missing.count = 0;
		status = answer(headcounts, &ask, &found, &missing, error);
		for (i = 0; i < missing.count && status == STATUS_DONE; i++)
			asks_add(waiting, missing.list[i].unit, missing.list[i].day,
				missing.list[i].tree);
		if (status == STATUS_DONE && missing.count == 0)
			remember(headcounts, &ask, &found);
	}
	waiting->count = 0;
	free(missing.list);
	return status;
}

/* The root of the day, and the days on which it is. */
static enum status find_root(struct headcounts *headcounts, int day, int64_t *root,
	struct extent *days, struct error *error)
{
	sqlite3_stmt *row = db_statement(headcounts->db, SQL_TOTAL_ROOT_ON, error);
	enum status status;

	*root = 0;
	*days = (struct extent){day, day + 1};
	if (row == NULL)
		return error_status(error);
	sqlite3_bind_int(row, 1, day);
	if (db_row(headcounts->db, row, &status, error)) {
		*root = sqlite3_column_int64(row, 0);
		*days = (struct extent){sqlite3_column_int(row, 1), sqlite3_column_int(row, 2)};
		if (days->from <= all_days.from)
			days->from = ALWAYS_FROM;
		if (days->until >= all_days.until)
			days->until = ALWAYS_UNTIL;
	}
	sqlite3_reset(row);
	return status;
}

enum status headcount_find(struct headcounts *headcounts, int64_t unit, int day, int tree,
	struct headcount *found, struct error *error)
{
	struct ask ask = {unit, day, tree};
	struct extent days = {ALWAYS_FROM, ALWAYS_UNTIL};

	if (unit == 0 && find_root(headcounts, tree == NO_DAY ? day : tree, &ask.unit, &days,
				 error) != STATUS_DONE)
		return error_status(error);
	*found = (struct headcount){.since = days.from, .until = days.until};
	if (ask.unit == 0)
		return STATUS_DONE;
	asks_add(&headcounts->waiting, ask.unit, ask.day, ask.tree);
	if (answer_all(headcounts, error) != STATUS_DONE)
		return error_status(error);
	*found = *remembered(headcounts, &ask);
	if (unit == 0 && tree == NO_DAY) {
		bound(found, day, days.from);
		bound(found, day, days.until);
	}
	return STATUS_DONE;
}

/* --- what is missing ----------------------------------------------------------------------------- */

/* The parts of a unit's sum on the day: what stands below it, else what was merged into it. */
static enum status parts_of(struct headcounts *headcounts, const struct ask *ask,
	struct asks *parts, struct error *error)
{
	struct asks missing = {0};
	struct extent extent = {ALWAYS_FROM, ALWAYS_UNTIL};
	int day = ask->tree == NO_DAY ? ask->day : ask->tree;
	enum status status = find_extent(headcounts, ask->unit, day, &extent, &missing, error);

	free(missing.list);
	if (status != STATUS_DONE)
		return status;
	if (ask->tree != NO_DAY && ask->day < extent.from)
		return list_joined(headcounts, ask->unit, ask->day, ask->tree, parts, error);
	status = list_parts_on(headcounts, ask, parts, error);
	if (status == STATUS_DONE && parts->count == 0 && extent.from != ALWAYS_FROM)
		status = list_joined(
			headcounts, ask->unit, extent.from - 1, extent.from, parts, error);
	return status;
}

/* A part that is the unit itself, on an earlier day, has no other parts to be named for it. */
enum status headcount_missing(struct headcounts *headcounts, int64_t unit, int day, int tree,
	int64_t *list, size_t room, size_t *count, struct error *error)
{
	struct asks open = {0}, parts = {0};
	struct extent days;
	enum status status = STATUS_DONE;
	struct headcount found;
	bool whole = true;
	size_t i;

	*count = 0;
	if (unit == 0)
		status = find_root(headcounts, tree == NO_DAY ? day : tree, &unit, &days, error);
	asks_add(&open, unit, day, tree);
	while (status == STATUS_DONE && open.count > 0) {
		struct ask ask = open.list[--open.count];

		status = headcount_find(headcounts, ask.unit, ask.day, ask.tree, &found, error);
		if (status != STATUS_DONE || found.known)
			continue;
		parts.count = 0;
		status = parts_of(headcounts, &ask, &parts, error);
		if (parts.count == 0 && !whole && ++*count <= room)
			list[*count - 1] = ask.unit;
		for (i = parts.count; i-- > 0;)
			asks_add(&open, parts.list[i].unit, parts.list[i].day, parts.list[i].tree);
		whole = false;
	}
	free(open.list);
	free(parts.list);
	return status;
}
