#include "report/query.h"

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

/* A whole number from least on. */
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
	struct question *question, const struct request *request, struct error *error)
{
	const char *depth = request_value(request, OPTION_DEPTH);

	question->depth = 1;
	if (depth && strcmp(depth, "all") == 0) {
		question->depth = INT_MAX;
		return STATUS_DONE;
	}
	return read_number(request, OPTION_DEPTH, 0, &question->depth, error);
}

static enum status read_period(
	struct question *question, const struct request *request, struct error *error)
{
	int year, month, day;

	if (!request_has(request, OPTION_AS_OF))
		question->as_of = date_today();
	if (read_date(request, OPTION_AS_OF, &question->as_of, error) != STATUS_DONE)
		return error->status;
	question->to = question->as_of;
	if (read_date(request, OPTION_TO, &question->to, error) != STATUS_DONE)
		return error->status;
	if (!request_has(request, OPTION_AS_OF))
		question->as_of = question->to;
	date_civil(question->as_of, &year, &month, &day);
	question->from = date_day(year, 1, 1);
	if (read_date(request, OPTION_FROM, &question->from, error) != STATUS_DONE)
		return error->status;
	if (question->from > question->to)
		return error_set(error, STATUS_USAGE,
			"--from sau --to: khoảng thời gian không có ngày nào",
			"--from is after --to: the period has no day");
	return STATUS_DONE;
}

enum status question_read(
	struct question *question, const struct request *request, struct error *error)
{
	*question = (struct question){
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
		.months = 12,
	};
	if (read_period(question, request, error) != STATUS_DONE ||
		read_depth(question, request, error) != STATUS_DONE ||
		read_number(request, OPTION_YEAR, 1000, &question->year, error) != STATUS_DONE ||
		read_number(request, OPTION_WITHIN, 0, &question->within, error) != STATUS_DONE ||
		read_number(request, OPTION_MONTHS, 0, &question->months, error) != STATUS_DONE)
		return error->status;
	if (question->year > 9999)
		return error_set(error, STATUS_USAGE, "--year %d: năm gồm bốn chữ số",
			"--year %d: a year has four digits", question->year);
	return STATUS_DONE;
}
