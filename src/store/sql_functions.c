#include "store/sql_functions.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/code_key.h"
#include "base/code_list.h"
#include "base/date.h"
#include "base/number.h"
#include "base/proof.h"
#include "base/text.h"

/* Is any value NULL? Or a float, which SQL makes of an integer that overflows: no figure is better
 * than a wrong one. */
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

/* A C function of one or two days; the user data of the SQL function that calls it. */
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

/* The value in codes_age_band for completed years (data/README.md section 5, structure). */
static int age_band(int age)
{
	static const int last[] = {17, 30, 35, 40, 45, 50, 55, 60};
	int i = 0;

	while (i < (int)(sizeof last / sizeof last[0]) && age > last[i])
		i++;
	return i + 1;
}

static const struct day_function band_of_age = {.one = age_band};

/* How many months a period of the trend report has: 1, 3 or 12; 0 for an unknown word. */
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

static uint64_t add_proof(uint64_t proof, sqlite3_value *value)
{
	int type = sqlite3_value_type(value);

	proof = proof_number(proof, (uint64_t)type);
	if (type == SQLITE_NULL)
		return proof;
	if (type == SQLITE_INTEGER)
		return proof_number(proof, (uint64_t)sqlite3_value_int64(value));
	return proof_bytes(proof, sqlite3_value_blob(value), (size_t)sqlite3_value_bytes(value));
}

static void proof(sqlite3_context *context, int count, sqlite3_value **values)
{
	uint64_t sum = 0;
	int i;

	for (i = 0; i < count; i++)
		sum = add_proof(sum, values[i]);
	sqlite3_result_int64(context, (sqlite3_int64)sum);
}

static void word(sqlite3_context *context, int count, sqlite3_value **values)
{
	const struct code_list *codes = NULL;
	const struct word *found = NULL;

	if (!any_null(count, values))
		codes = code_list_named((const char *)sqlite3_value_text(values[0]));
	if (codes)
		found = code_list_find(codes, (const char *)sqlite3_value_text(values[1]));
	if (found)
		sqlite3_result_int(context, found->value);
	else
		sqlite3_result_error(context, "word(): no such word in a code list", -1);
}

/* The word of a value, and where it stands in its list, from 1; NULL for a value without one. */
static const struct word *word_of(int count, sqlite3_value **values, const struct code_list **codes)
{
	*codes = any_null(count, values)
			 ? NULL
			 : code_list_named((const char *)sqlite3_value_text(values[0]));
	return *codes ? code_list_word(*codes, sqlite3_value_int(values[1])) : NULL;
}

static void word_code(sqlite3_context *context, int count, sqlite3_value **values)
{
	const struct code_list *codes;
	const struct word *found = word_of(count, values, &codes);

	if (found)
		sqlite3_result_text(context, found->code, -1, SQLITE_STATIC);
}

static void word_place(sqlite3_context *context, int count, sqlite3_value **values)
{
	const struct code_list *codes;
	const struct word *found = word_of(count, values, &codes);

	if (found)
		sqlite3_result_int64(context, found - codes->words + 1);
}

/* A function of text.h that makes one text of another; the user data of the SQL function that calls
 * it. */
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

/* The name of a file may be any bytes. */
static void add_readable(struct buf *out, const char *text, size_t len)
{
	if (text_valid(text, len))
		buf_add(out, text, len);
	else
		text_visible(out, text, len);
}

/* NULL for a code that is its own key. */
static void twin_key(sqlite3_context *context, int count, sqlite3_value **values)
{
	const char *code;
	struct buf key = {0};
	size_t len;

	if (any_null(count, values))
		return;
	code = (const char *)sqlite3_value_text(values[0]);
	len = (size_t)sqlite3_value_bytes(values[0]);
	if (code_is_key(code, len))
		return;
	code_key(&key, code, len);
	sqlite3_result_text(context, buf_text(&key), (int)key.len, SQLITE_TRANSIENT);
	buf_release(&key);
}

static const struct key_function key_fold = {text_fold}, key_name = {text_name_key},
				 key_readable = {add_readable};

static const struct {
	const char *name;
	int arguments;
	void (*function)(sqlite3_context *, int, sqlite3_value **);
	const void *data;
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
	{"word", 2, word, NULL},
	{"proof", -1, proof, NULL},
	{"word_code", 2, word_code, NULL},
	{"word_place", 2, word_place, NULL},
	{"twin_key", 1, twin_key, NULL},
	{"fold", 1, of_text, &key_fold},
	{"name_key", 1, of_text, &key_name},
	{"readable", 1, of_text, &key_readable},
};

int sql_functions_install(sqlite3 *handle)
{
	size_t i;
	int code = SQLITE_OK;

	for (i = 0; i < sizeof functions / sizeof functions[0] && code == SQLITE_OK; i++) {
		union {
			const void *constant;
			void *plain;
		} data = {functions[i].data};

		code = sqlite3_create_function_v2(handle, functions[i].name, functions[i].arguments,
			SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY, data.plain,
			functions[i].function, NULL, NULL, NULL);
	}
	return code;
}
