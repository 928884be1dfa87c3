#include "cli/query_options.h"

#include <limits.h>
#include <string.h>

#include "base/date.h"
#include "base/number.h"

static enum status read_date(
	const struct request *request, enum option option, int *day, struct error *error)
{
	const char *text = request_value(request, option);

	if (text == NULL || date_parse(text, day) == DATE_OK)
		return STATUS_DONE;
	return error_set(error, STATUS_USAGE,
		"--%s %s: không phải là ngày; hãy ghi như 2022-04-30 hoặc 30/4/2022",
		"--%s %s: not a date; write 2022-04-30 or 30/4/2022", option_table[option].name,
		text);
}

/* Reads a whole number that is not below `least`. */
static enum status read_number(const struct request *request, enum option option, int least,
	int *number, struct error *error)
{
	const char *text = request_value(request, option);
	int64_t value;

	if (text == NULL)
		return STATUS_DONE;
	if (strspn(text, "0123456789") == strlen(text) && number_parse_count(text, &value) &&
		value >= least && value <= 100000) {
		*number = (int)value;
		return STATUS_DONE;
	}
	return error_set(error, STATUS_USAGE, "--%s %s: phải là số nguyên từ %d trở lên",
		"--%s %s: must be a whole number from %d on", option_table[option].name, text,
		least);
}

static const char *word_or(const struct request *request, enum option option, const char *fallback)
{
	const char *word = request_value(request, option);

	return word ? word : fallback;
}

static enum status read_depth(
	struct query *query, const struct request *request, struct error *error)
{
	const char *depth = request_value(request, OPTION_DEPTH);

	query->depth = 1;
	if (depth && strcmp(depth, "all") == 0) {
		query->depth = INT_MAX;
		return STATUS_DONE;
	}
	return read_number(request, OPTION_DEPTH, 0, &query->depth, error);
}

static enum status read_period(
	struct query *query, const struct request *request, struct error *error)
{
	int year, month, day;

	if (!request_has(request, OPTION_AS_OF))
		query->as_of = date_today();
	if (read_date(request, OPTION_AS_OF, &query->as_of, error) != STATUS_DONE)
		return error_status(error);
	query->to = query->as_of;
	if (read_date(request, OPTION_TO, &query->to, error) != STATUS_DONE)
		return error_status(error);
	if (!request_has(request, OPTION_AS_OF))
		query->as_of = query->to;
	date_civil(query->as_of, &year, &month, &day);
	query->from = date_day(year, 1, 1);
	if (read_date(request, OPTION_FROM, &query->from, error) != STATUS_DONE)
		return error_status(error);
	if (query->from > query->to)
		return error_set(error, STATUS_USAGE,
			"--from sau --to: khoảng thời gian không có ngày nào",
			"--from is after --to: the period has no day");
	return STATUS_DONE;
}

enum status query_read(struct query *query, const struct request *request, struct error *error)
{
	*query = (struct query){
		.lang = request->lang,
		.unit = request_value(request, OPTION_UNIT),
		.plan = request_value(request, OPTION_PLAN),
		.all = request_has(request, OPTION_ALL),
		.compare = request_has(request, OPTION_COMPARE),
		.by = request_value(request, OPTION_BY),
		.of = word_or(request, OPTION_OF, "members"),
		.every = word_or(request, OPTION_EVERY, "month"),
		.sort = word_or(request, OPTION_SORT, "key"),
		.within = -1,
		.on_tree = request_has(request, OPTION_TREE),
		.months = 12,
	};
	if (read_period(query, request, error) != STATUS_DONE ||
		read_date(request, OPTION_TREE, &query->tree, error) != STATUS_DONE ||
		read_depth(query, request, error) != STATUS_DONE ||
		read_number(request, OPTION_YEAR, 1000, &query->year, error) != STATUS_DONE ||
		read_number(request, OPTION_WITHIN, 0, &query->within, error) != STATUS_DONE ||
		read_number(request, OPTION_MONTHS, 0, &query->months, error) != STATUS_DONE)
		return error_status(error);
	if (query->year > 9999)
		return error_set(error, STATUS_USAGE, "--year %d: năm gồm bốn chữ số",
			"--year %d: a year has four digits", query->year);
	return STATUS_DONE;
}

unsigned query_part_of(enum option option)
{
	static const unsigned parts[OPTION_COUNT] = {
		[OPTION_DEPTH] = QUERY_DEPTH,
		[OPTION_FROM] = QUERY_FROM,
		[OPTION_TO] = QUERY_TO,
		[OPTION_PLAN] = QUERY_PLAN,
		[OPTION_YEAR] = QUERY_YEAR,
		[OPTION_ALL] = QUERY_ALL,
		[OPTION_BY] = QUERY_BY,
		[OPTION_OF] = QUERY_OF,
		[OPTION_EVERY] = QUERY_EVERY,
		[OPTION_WITHIN] = QUERY_WITHIN,
		[OPTION_MONTHS] = QUERY_MONTHS,
		[OPTION_COMPARE] = QUERY_COMPARE,
		[OPTION_SORT] = QUERY_SORT,
	};

	return parts[option];
}
