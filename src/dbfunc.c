#include "dbfunc.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "buf.h"
#include "date.h"
#include "number.h"
#include "sql.h"
#include "text.h"

/* Also an integer that became too large, which SQL makes a float: no figure is better than a wrong
 * one. */
static bool any_null(int count, sqlite3_value **values)
{
	int i, type;

	for (i = 0; i < count; i++) {
		type = sqlite3_value_type(values[i]);
		if (type == SQLITE_NULL || type == SQLITE_FLOAT)
			return true;
	}
	return false;
}

static void give_fraction(sqlite3_context *context, int64_t over, int64_t under)
{
	char text[48];

	if (under <= 0)
		return;
	snprintf(text, sizeof text, "%lld/%lld", (long long)over, (long long)under);
	sqlite3_result_text(context, text, -1, SQLITE_TRANSIENT);
}

static void fraction(sqlite3_context *context, int count, sqlite3_value **values)
{
	if (!any_null(count, values))
		give_fraction(
			context, sqlite3_value_int64(values[0]), sqlite3_value_int64(values[1]));
}

static void percent(sqlite3_context *context, int count, sqlite3_value **values)
{
	int64_t over;

	if (any_null(count, values))
		return;
	over = sqlite3_value_int64(values[0]);
	if (over >= -INT64_MAX / 100 && over <= INT64_MAX / 100)
		give_fraction(context, 100 * over, sqlite3_value_int64(values[1]));
}

static void gap_points(sqlite3_context *context, int count, sqlite3_value **values)
{
	int64_t members, population, target;

	if (any_null(count, values))
		return;
	members = sqlite3_value_int64(values[0]);
	population = sqlite3_value_int64(values[1]);
	target = sqlite3_value_int64(values[2]);
	if (population <= 0 || population > INT64_MAX / PERCENT_UNIT ||
		target > INT64_MAX / population || members > INT64_MAX / (100 * PERCENT_UNIT))
		return;
	give_fraction(context, 100 * PERCENT_UNIT * members - target * population,
		PERCENT_UNIT * population);
}

static void rounded(sqlite3_context *context, int count, sqlite3_value **values)
{
	if (!any_null(count, values) && sqlite3_value_int64(values[1]) > 0)
		sqlite3_result_int64(context, number_round(sqlite3_value_int64(values[0]),
						      sqlite3_value_int64(values[1]), 0));
}

static void rounded_up(sqlite3_context *context, int count, sqlite3_value **values)
{
	int64_t over, under;

	if (any_null(count, values) || (under = sqlite3_value_int64(values[1])) <= 0)
		return;
	over = sqlite3_value_int64(values[0]);
	sqlite3_result_int64(context, over / under + (over % under > 0));
}

static void day(sqlite3_context *context, int count, sqlite3_value **values)
{
	int result;

	if (!any_null(count, values) &&
		date_parse((const char *)sqlite3_value_text(values[0]), &result) == DATE_OK)
		sqlite3_result_int(context, result);
}

static void iso(sqlite3_context *context, int count, sqlite3_value **values)
{
	char text[11];

	if (any_null(count, values))
		return;
	date_write(sqlite3_value_int(values[0]), text);
	sqlite3_result_text(context, text, -1, SQLITE_TRANSIENT);
}

/* A function of one or two days, kept as the user data of its SQL function. */
struct day_function {
	int (*one)(int);
	int (*two)(int, int);
};

static void of_days(sqlite3_context *context, int count, sqlite3_value **values)
{
	const struct day_function *function = sqlite3_user_data(context);

	if (any_null(count, values))
		return;
	sqlite3_result_int(context, count == 1 ? function->one(sqlite3_value_int(values[0]))
					       : function->two(sqlite3_value_int(values[0]),
							 sqlite3_value_int(values[1])));
}

static const struct day_function day_add_months = {.two = date_add_months},
				 day_months_between = {.two = date_months_between},
				 day_years_between = {.two = date_years_between},
				 day_birth_age = {.two = birth_age},
				 day_birth_earliest = {.one = birth_earliest},
				 day_birth_latest = {.one = birth_latest};

/* The band of completed years in book_age_band (contract section 5, structure). */
static int age_band(int age)
{
	static const int last[] = {17, 30, 35, 40, 45, 50, 55, 60};
	int i = 0;

	while (i < (int)(sizeof last / sizeof last[0]) && age > last[i])
		i++;
	return i + 1;
}

static const struct day_function band_of_age = {.one = age_band};

/* Months in a period of the trend report; 0 for an unknown word. */
static int period_months(sqlite3_value *every)
{
	const char *word = (const char *)sqlite3_value_text(every);

	if (word == NULL)
		return 0;
	return strcmp(word, "month") == 0     ? 1
	       : strcmp(word, "quarter") == 0 ? 3
	       : strcmp(word, "year") == 0    ? 12
					      : 0;
}

static void period_start(sqlite3_context *context, int count, sqlite3_value **values)
{
	int months = period_months(values[1]), year, month, ignored;

	if (any_null(count, values) || months == 0)
		return;
	date_civil(sqlite3_value_int(values[0]), &year, &month, &ignored);
	sqlite3_result_int(context, date_day(year, (month - 1) / months * months + 1, 1));
}

static void period_label(sqlite3_context *context, int count, sqlite3_value **values)
{
	int months = period_months(values[1]), year, month, ignored;
	char text[32];

	if (any_null(count, values) || months == 0)
		return;
	date_civil(sqlite3_value_int(values[0]), &year, &month, &ignored);
	if (months == 1)
		snprintf(text, sizeof text, "%04d-%02d", year, month);
	else if (months == 3)
		snprintf(text, sizeof text, "%04d-Q%d", year, (month - 1) / 3 + 1);
	else
		snprintf(text, sizeof text, "%04d", year);
	sqlite3_result_text(context, text, -1, SQLITE_TRANSIENT);
}

/* A key made of text by text.h, kept as the user data of its SQL function. */
struct key_function {
	void (*make)(struct buf *out, const char *text, size_t len);
};

static void of_text(sqlite3_context *context, int count, sqlite3_value **values)
{
	const struct key_function *function = sqlite3_user_data(context);
	struct buf key = {0};

	if (any_null(count, values))
		return;
	function->make(&key, (const char *)sqlite3_value_text(values[0]),
		(size_t)sqlite3_value_bytes(values[0]));
	sqlite3_result_text(context, buf_text(&key), (int)key.len, SQLITE_TRANSIENT);
	buf_release(&key);
}

static const struct key_function key_fold = {text_fold}, key_name = {text_name_key};

/* A population, and the days on which it is the same: from `since` to the day before `until`. */
struct headcount {
	bool known;
	int64_t population;
	int32_t as_of;
	int32_t since, until;
};

#define SUMS 4096 /* remembered */

/* The queries of population(), prepared when they are first needed, and sums that were found. A report
 * asks for a population by every unit and every month, and again for its date. */
struct dbfunc {
	sqlite3 *handle;
	sqlite3_stmt *own, *parts;
	int code;        /* why the last question could not be answered, or SQLITE_OK */
	int64_t changes; /* by this connection when the sums were found */
	struct {
		int64_t unit; /* 0: none is remembered here */
		struct headcount sum;
	} sums[SUMS];
};

/* Begins a query for a unit; NULL when it cannot be. */
static sqlite3_stmt *ask(
	struct dbfunc *functions, sqlite3_stmt **query, enum sql text, int64_t unit)
{
	if (*query == NULL)
		functions->code = sqlite3_prepare_v3(functions->handle, sql_text(text), -1,
			SQLITE_PREPARE_PERSISTENT, query, NULL);
	if (*query == NULL)
		return NULL;
	sqlite3_bind_int64(*query, 1, unit);
	return *query;
}

/* Ends a query and notes why it broke off. */
static void end(struct dbfunc *functions, sqlite3_stmt *query)
{
	int code = sqlite3_reset(query);

	if (code != SQLITE_OK)
		functions->code = code;
}

/* Something is another from this day on. */
static void bound(struct headcount *found, int day_asked, int from)
{
	if (from > day_asked && from < found->until)
		found->until = from;
	else if (from <= day_asked && from > found->since)
		found->since = from;
}

/* The unit's own newest row not after the day. */
static struct headcount own_population(struct dbfunc *functions, int64_t unit, int day_asked)
{
	struct headcount own = {.since = INT32_MIN, .until = INT32_MAX};
	sqlite3_stmt *query = ask(functions, &functions->own, SQL_STMT_POPULATION_OF, unit);

	while (own.until == INT32_MAX && sqlite3_step(query) == SQLITE_ROW) {
		int as_of = sqlite3_column_int(query, 0);

		bound(&own, day_asked, as_of);
		if (as_of > day_asked)
			break;
		own.known = true;
		own.population = sqlite3_column_int64(query, 1);
		own.as_of = as_of;
	}
	end(functions, query);
	return own;
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
static struct parts list_parts(struct dbfunc *functions, int64_t unit)
{
	struct parts parts = {0};
	sqlite3_stmt *query = ask(functions, &functions->parts, SQL_STMT_POPULATION_PARTS, unit);

	while (sqlite3_step(query) == SQLITE_ROW) {
		bool dated = sqlite3_column_type(query, 1) != SQLITE_NULL;
		bool closed = sqlite3_column_type(query, 2) != SQLITE_NULL;

		if (parts.count == parts.room) {
			parts.room = parts.room ? 2 * parts.room : 16;
			parts.list = memory_resize(parts.list, parts.room * sizeof *parts.list);
		}
		parts.list[parts.count++] = (struct part){sqlite3_column_int64(query, 0),
			dated ? sqlite3_column_int(query, 1) : INT32_MIN,
			closed ? sqlite3_column_int(query, 2) : INT32_MAX};
	}
	end(functions, query);
	return parts;
}

static struct headcount population_at(struct dbfunc *functions, int64_t unit, int day_asked);

/* The sum over the units below that are open, when there are any and each has a population. The days it
 * holds for lie within those of `days`. */
static struct headcount sum_of_parts(
	struct dbfunc *functions, int64_t unit, int day_asked, const struct headcount *days)
{
	struct parts parts = list_parts(functions, unit);
	struct headcount sum = *days;
	size_t i, open = 0, known = 0;

	sum.as_of = INT32_MAX;
	for (i = 0; i < parts.count; i++) {
		const struct part *part = &parts.list[i];
		struct headcount one;

		bound(&sum, day_asked, part->opened_on);
		bound(&sum, day_asked, part->closed_on);
		if (part->opened_on > day_asked || part->closed_on <= day_asked)
			continue;
		one = population_at(functions, part->unit, day_asked);
		bound(&sum, day_asked, one.since);
		bound(&sum, day_asked, one.until);
		open++;
		known += one.known;
		sum.population += one.population;
		if (one.known && one.as_of < sum.as_of)
			sum.as_of = one.as_of;
	}
	free(parts.list);
	sum.known = open > 0 && known == open;
	return sum;
}

static struct headcount population_at(struct dbfunc *functions, int64_t unit, int day_asked)
{
	size_t slot = (size_t)unit % SUMS;
	struct headcount *sum = &functions->sums[slot].sum, found;

	if (functions->sums[slot].unit == unit && sum->since <= day_asked && day_asked < sum->until)
		return *sum;
	found = own_population(functions, unit, day_asked);
	if (found.known)
		return found;
	found = sum_of_parts(functions, unit, day_asked, &found);
	functions->sums[slot].unit = functions->code == SQLITE_OK ? unit : 0;
	*sum = found;
	return found;
}

static void give_headcount(
	sqlite3_context *context, int count, sqlite3_value **values, bool population_wanted)
{
	struct dbfunc *functions = sqlite3_user_data(context);
	struct headcount found;

	if (any_null(count, values))
		return;
	functions->code = SQLITE_OK;
	if (functions->changes != sqlite3_total_changes64(functions->handle)) {
		memset(functions->sums, 0, sizeof functions->sums);
		functions->changes = sqlite3_total_changes64(functions->handle);
	}
	found = population_at(
		functions, sqlite3_value_int64(values[0]), sqlite3_value_int(values[1]));
	if (functions->code != SQLITE_OK)
		sqlite3_result_error_code(context, functions->code);
	else if (found.known)
		sqlite3_result_int64(context, population_wanted ? found.population : found.as_of);
}

static void population(sqlite3_context *context, int count, sqlite3_value **values)
{
	give_headcount(context, count, values, true);
}

static void population_as_of(sqlite3_context *context, int count, sqlite3_value **values)
{
	give_headcount(context, count, values, false);
}

static const struct {
	const char *name;
	int arguments;
	void (*function)(sqlite3_context *, int, sqlite3_value **);
	const void *data; /* NULL: the struct dbfunc */
} functions[] = {
	{"fraction", 2, fraction, NULL},
	{"percent", 2, percent, NULL},
	{"gap_points", 3, gap_points, NULL},
	{"rounded", 2, rounded, NULL},
	{"rounded_up", 2, rounded_up, NULL},
	{"day", 1, day, NULL},
	{"iso", 1, iso, NULL},
	{"add_months", 2, of_days, &day_add_months},
	{"months_between", 2, of_days, &day_months_between},
	{"years_between", 2, of_days, &day_years_between},
	{"birth_age", 2, of_days, &day_birth_age},
	{"age_band", 1, of_days, &band_of_age},
	{"birth_earliest", 1, of_days, &day_birth_earliest},
	{"birth_latest", 1, of_days, &day_birth_latest},
	{"period_start", 2, period_start, NULL},
	{"period_label", 2, period_label, NULL},
	{"fold", 1, of_text, &key_fold},
	{"name_key", 1, of_text, &key_name},
	{"population", 2, population, NULL},
	{"population_as_of", 2, population_as_of, NULL},
};

struct dbfunc *dbfunc_install(sqlite3 *handle)
{
	struct dbfunc *installed = memory_zeroed(sizeof *installed);
	size_t i;

	installed->handle = handle;
	for (i = 0; i < sizeof functions / sizeof functions[0]; i++) {
		union {
			const void *constant;
			void *plain;
		} data = {functions[i].data ? functions[i].data : installed};

		if (sqlite3_create_function_v2(handle, functions[i].name, functions[i].arguments,
			    SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY, data.plain,
			    functions[i].function, NULL, NULL, NULL) != SQLITE_OK) {
			free(installed);
			return NULL;
		}
	}
	return installed;
}

void dbfunc_release(struct dbfunc *installed)
{
	if (installed == NULL)
		return;
	sqlite3_finalize(installed->own);
	sqlite3_finalize(installed->parts);
	free(installed);
}
