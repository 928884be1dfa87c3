#include "totals/population.h"

#include <stdlib.h>

#include "base/buf.h"
#include "base/date.h"
#include "store/units.h"
#include "totals/headcount.h"

struct populations {
	struct db *db;
	bool counting;   /* nothing is looked up */
	int64_t changes; /* by this connection when the headcounts were found */
	struct headcounts *headcounts;
};

#define NAMED 5 /* units that are named for want of a population */

/* --- keeping ------------------------------------------------------------------------------------- */

static bool same_population(const struct headcount *a, const struct headcount *b)
{
	return a->known == b->known &&
	       (!a->known || (a->population == b->population && a->as_of == b->as_of));
}

/* Moves `found` to the next days on which the population is different; *more is false past the
 * last. */
static enum status next_population(struct headcounts *headcounts, int64_t unit,
	struct headcount *found, bool *more, struct error *error)
{
	struct headcount before = *found;
	enum status status;

	do {
		*more = found->until != INT32_MAX;
		if (!*more)
			return STATUS_DONE;
		status = headcount_find(headcounts, unit, found->until, NO_DAY, found, error);
	} while (status == STATUS_DONE && same_population(&before, found));
	return status;
}

/* What next_population begins with: before all days, and different from every population. */
static const struct headcount before_all = {.known = true, .population = -1, .until = -1000000};

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

static enum status keep_unit(
	struct db *db, struct headcounts *headcounts, int64_t unit, struct error *error)
{
	struct headcount found = before_all, kept;
	bool more;
	enum status status = next_population(headcounts, unit, &found, &more, error);

	while (status == STATUS_DONE && more) {
		kept = found;
		status = next_population(headcounts, unit, &found, &more, error);
		if (status == STATUS_DONE)
			status = put_population(
				db, unit, &kept, more ? found.since : INT32_MAX, error);
	}
	return status;
}

enum status population_keep(struct db *db, struct error *error)
{
	struct headcounts *headcounts = headcounts_new(db);
	sqlite3_stmt *unit = NULL;
	enum status status = db_run(db, SQL_TOTAL_POPULATION_CLEAR, error);

	if (status == STATUS_DONE && (unit = db_statement(db, SQL_TOTAL_KEPT_UNITS, error)) == NULL)
		status = error_status(error);
	while (status == STATUS_DONE && db_row(db, unit, &status, error))
		status = keep_unit(db, headcounts, sqlite3_column_int64(unit, 0), error);
	sqlite3_reset(unit);
	headcounts_free(headcounts);
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

/* What this connection changed makes it forget. */
static struct populations *populations_of(sqlite3_context *context)
{
	struct populations *populations = sqlite3_user_data(context);
	int64_t changes = sqlite3_total_changes64(populations->db->handle);

	if (populations->changes != changes)
		headcounts_forget(populations->headcounts);
	populations->changes = changes;
	return populations;
}

/* The arguments of the functions: a unit, a day, and the day of a tree or NULL. */
struct question {
	int64_t unit;
	int day, tree;
};

/* False for no unit or no day. */
static bool read_question(sqlite3_value **values, struct question *question)
{
	if (sqlite3_value_type(values[0]) != SQLITE_INTEGER ||
		sqlite3_value_type(values[1]) != SQLITE_INTEGER)
		return false;
	question->unit = sqlite3_value_int64(values[0]);
	question->day = sqlite3_value_int(values[1]);
	question->tree = sqlite3_value_type(values[2]) == SQLITE_INTEGER
				 ? sqlite3_value_int(values[2])
				 : NO_DAY;
	return true;
}

/* False, with nothing found, for no unit or no day. */
static bool find(sqlite3_context *context, sqlite3_value **values, struct headcount *found)
{
	struct populations *populations = populations_of(context);
	struct error error = {.lang = LANG_EN};
	struct question question;
	enum status status = STATUS_DONE;
	enum kept kept = KEPT_NOT;

	if (!read_question(values, &question))
		return false;
	if (question.tree == NO_DAY && !populations->counting)
		status =
			look_up(populations->db, question.unit, question.day, found, &kept, &error);
	if (kept == KEPT_DAMAGED)
		status = db_kept_damaged(populations->db, &error);
	else if (status == STATUS_DONE && kept == KEPT_NOT)
		status = headcount_find(populations->headcounts, question.unit, question.day,
			question.tree, found, &error);
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
		sqlite3_result_int(context, found.as_of);
}

static void population_missing(sqlite3_context *context, int count, sqlite3_value **values)
{
	struct populations *populations = populations_of(context);
	struct error error = {.lang = LANG_EN};
	struct question question;
	int64_t units[NAMED];
	struct buf text = {0};
	size_t found = 0, i;

	(void)count;
	if (!read_question(values, &question))
		return;
	if (headcount_missing(populations->headcounts, question.unit, question.day, question.tree,
		    units, NAMED, &found, &error) != STATUS_DONE) {
		sqlite3_result_error_code(context, db_code(populations->db, &error));
		return;
	}
	for (i = 0; i < found && i < NAMED; i++) {
		buf_puts(&text, i ? ", " : "");
		units_write_code(populations->db, units[i], &text);
	}
	if (found > NAMED)
		buf_printf(&text, ", … (%zu)", found);
	if (found > 0)
		sqlite3_result_text(context, buf_text(&text), (int)text.len, SQLITE_TRANSIENT);
	buf_release(&text);
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
	struct headcount found = {.until = before_all.until};
	struct db *db = populations->db;
	enum status status = STATUS_DONE;

	for (*same = true; status == STATUS_DONE && *same && found.until != INT32_MAX;) {
		status = headcount_find(
			populations->headcounts, unit, found.until, NO_DAY, &found, error);
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

static void forget_all(void *data)
{
	struct populations *populations = data;

	headcounts_free(populations->headcounts);
	free(populations);
}

static int install(struct db *db, bool counting)
{
	static const struct {
		const char *name;
		int arguments;
		void (*function)(sqlite3_context *, int, sqlite3_value **);
	} functions[] = {
		{"population_as_of", 3, population_as_of},
		{"population_missing", 3, population_missing},
		{"population_right", 1, population_right},
	};
	static const int flags = SQLITE_UTF8 | SQLITE_DIRECTONLY;
	struct populations *populations = memory_zeroed(sizeof *populations);
	size_t i;
	int code;

	populations->db = db;
	populations->counting = counting;
	populations->headcounts = headcounts_new(db);
	/* It lives as long as the first of the functions. */
	code = sqlite3_create_function_v2(db->handle, "population", 3, flags | SQLITE_DETERMINISTIC,
		populations, population, NULL, NULL, forget_all);
	for (i = 0; i < sizeof functions / sizeof functions[0] && code == SQLITE_OK; i++)
		code = sqlite3_create_function(db->handle, functions[i].name,
			functions[i].arguments, flags, populations, functions[i].function, NULL,
			NULL);
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
