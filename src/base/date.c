#include "base/date.h"

#include <time.h>

enum {
	FIRST_YEAR = 1000,
	LAST_YEAR = 9999,
	DAYS_PER_ERA = 146097, /* 400 years */
	EPOCH_OFFSET = 719468, /* days from 0000-03-01 to 1970-01-01 */
};

/* Up to three groups of digits with one separator, as they stand in the text. */
struct parts {
	int value[3], digits[3];
	int count;
	char separator;
};

/* Counts the year from March, so that the leap day is its last (Howard Hinnant's days_from_civil).
 */
int date_day(int year, int month, int day_of_month)
{
	int y = month <= 2 ? year - 1 : year;
	int era = (y >= 0 ? y : y - 399) / 400;
	int year_of_era = y - era * 400;
	int day_of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day_of_month - 1;
	int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;

	return era * DAYS_PER_ERA + day_of_era - EPOCH_OFFSET;
}

void date_civil(int day, int *year, int *month, int *day_of_month)
{
	int shifted = day + EPOCH_OFFSET;
	int era = (shifted >= 0 ? shifted : shifted - (DAYS_PER_ERA - 1)) / DAYS_PER_ERA;
	int day_of_era = shifted - era * DAYS_PER_ERA;
	int year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 -
				  day_of_era / (DAYS_PER_ERA - 1)) /
			  365;
	int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
	int march_month = (5 * day_of_year + 2) / 153;

	*day_of_month = day_of_year - (153 * march_month + 2) / 5 + 1;
	*month = march_month < 10 ? march_month + 3 : march_month - 9;
	*year = year_of_era + era * 400 + (*month <= 2);
}

static int month_length(int year, int month)
{
	static const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);

	return month == 2 && leap ? 29 : lengths[month - 1];
}

bool date_exists(int year, int month, int day_of_month)
{
	if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12)
		return false;
	return day_of_month >= 1 && day_of_month <= month_length(year, month);
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static const char *skip_zeros(const char *text)
{
	while (*text == '0')
		text++;
	return text;
}

/* Spreadsheets write a day as its midnight: " 00:00:00", "T00:00:00", " 0:00", " 00:00:00.000". */
static bool is_midnight(const char *text)
{
	if ((text[0] != ' ' && text[0] != 'T') || text[1] != '0')
		return false;
	text += text[2] == '0' ? 3 : 2;
	for (int i = 0; i < 2; i++) {
		if (text[0] != ':' || text[1] != '0' || text[2] != '0')
			return i == 1 && text[0] == '\0';
		text += 3;
	}
	if (text[0] == '.' && text[1] == '0')
		text = skip_zeros(text + 1);
	return *text == '\0';
}

/* False when the text is anything but groups of one to four digits with one kind of separator. */
static bool split(const char *text, struct parts *parts)
{
	const char *p = text;

	parts->separator = '\0';
	for (parts->count = 0; parts->count < 3;) {
		int value = 0, digits = 0;

		while (is_digit(*p) && digits <= 4) {
			value = value * 10 + (*p++ - '0');
			digits++;
		}
		if (digits < 1 || digits > 4)
			return false;
		parts->value[parts->count] = value;
		parts->digits[parts->count++] = digits;
		if (*p != '/' && *p != '.' && *p != '-')
			break;
		if (parts->count == 3 || (parts->separator != '\0' && *p != parts->separator))
			return false;
		parts->separator = *p++;
	}
	return *p == '\0' || (parts->count == 3 && is_midnight(p));
}

static enum date_fault read_day(const struct parts *parts, int *year, int *month, int *day)
{
	const int *value = parts->value, *digits = parts->digits;

	if (parts->count != 3)
		return DATE_MALFORMED;
	if (digits[0] == 4 && digits[1] == 2 && digits[2] == 2 && parts->separator == '-') {
		*year = value[0];
		*month = value[1];
		*day = value[2];
		return date_exists(*year, *month, *day) ? DATE_OK : DATE_IMPOSSIBLE;
	}
	if (digits[0] > 2 || digits[1] > 2)
		return DATE_MALFORMED;
	if (digits[2] == 2)
		return DATE_TWO_DIGIT_YEAR;
	if (digits[2] != 4)
		return DATE_MALFORMED;
	*year = value[2];
	*month = value[1];
	*day = value[0];
	if (date_exists(*year, *month, *day))
		return DATE_OK;
	return date_exists(*year, *day, *month) ? DATE_MONTH_FIRST : DATE_IMPOSSIBLE;
}

enum date_fault date_parse(const char *text, int *day)
{
	struct parts parts;
	int year, month, day_of_month;
	enum date_fault fault;

	if (!split(text, &parts))
		return DATE_MALFORMED;
	fault = read_day(&parts, &year, &month, &day_of_month);
	if (fault == DATE_OK)
		*day = date_day(year, month, day_of_month);
	return fault;
}

static enum date_fault read_year(const struct parts *parts, int *year)
{
	if (parts->digits[0] == 2)
		return DATE_TWO_DIGIT_YEAR;
	if (parts->digits[0] != 4)
		return DATE_MALFORMED;
	*year = parts->value[0];
	return *year >= FIRST_YEAR ? DATE_OK : DATE_IMPOSSIBLE;
}

/* YYYY-MM, or MM/YYYY: without a day it cannot be misread. */
static enum date_fault read_month(const struct parts *parts, int *year, int *month)
{
	const int *value = parts->value, *digits = parts->digits;

	if (digits[0] == 4 && digits[1] == 2 && parts->separator == '-') {
		*year = value[0];
		*month = value[1];
	} else if (digits[0] <= 2 && digits[1] == 4) {
		*year = value[1];
		*month = value[0];
	} else {
		return digits[0] <= 2 && digits[1] == 2 ? DATE_TWO_DIGIT_YEAR : DATE_MALFORMED;
	}
	return date_exists(*year, *month, 1) ? DATE_OK : DATE_IMPOSSIBLE;
}

enum date_fault date_parse_birth(const char *text, int *birth)
{
	struct parts parts;
	int year = 0, month = 0, day_of_month = 0;
	enum date_fault fault;

	if (!split(text, &parts))
		return DATE_MALFORMED;
	if (parts.count == 3)
		fault = read_day(&parts, &year, &month, &day_of_month);
	else if (parts.count == 2)
		fault = read_month(&parts, &year, &month);
	else
		fault = read_year(&parts, &year);
	if (fault == DATE_OK)
		*birth = year * 10000 + month * 100 + day_of_month;
	return fault;
}

/* Writes the value in `digits` digits and returns the place behind them. */
static char *put(char *out, int value, int digits)
{
	for (int i = digits; i-- > 0; value /= 10)
		out[i] = (char)('0' + value % 10);
	return out + digits;
}

void date_write(int day, char out[11])
{
	int year, month, day_of_month;

	date_civil(day, &year, &month, &day_of_month);
	birth_write(year * 10000 + month * 100 + day_of_month, out);
}

void date_write_people(int day, char out[11])
{
	int year, month, day_of_month;

	date_civil(day, &year, &month, &day_of_month);
	birth_write_people(year * 10000 + month * 100 + day_of_month, out);
}

void date_write_in(enum lang lang, int day, char out[11])
{
	if (lang == LANG_VI)
		date_write_people(day, out);
	else
		date_write(day, out);
}

void birth_write(int birth, char out[11])
{
	int month = birth / 100 % 100, day_of_month = birth % 100;
	char *p = put(out, birth / 10000, 4);

	if (month != 0) {
		*p++ = '-';
		p = put(p, month, 2);
	}
	if (day_of_month != 0) {
		*p++ = '-';
		p = put(p, day_of_month, 2);
	}
	*p = '\0';
}

void birth_write_people(int birth, char out[11])
{
	int month = birth / 100 % 100, day_of_month = birth % 100;
	char *p = out;

	if (day_of_month != 0) {
		p = put(p, day_of_month, 2);
		*p++ = '/';
	}
	if (month != 0) {
		p = put(p, month, 2);
		*p++ = '/';
	}
	p = put(p, birth / 10000, 4);
	*p = '\0';
}

int birth_earliest(int birth)
{
	int month = birth / 100 % 100, day_of_month = birth % 100;

	return date_day(birth / 10000, month ? month : 1, day_of_month ? day_of_month : 1);
}

int birth_latest(int birth)
{
	int year = birth / 10000, month = birth / 100 % 100, day_of_month = birth % 100;

	if (month == 0)
		month = 12;
	return date_day(year, month, day_of_month ? day_of_month : month_length(year, month));
}

int birth_age(int birth, int day)
{
	int year, month, day_of_month;

	if (birth / 100 % 100 != 0)
		return date_years_between(birth_earliest(birth), day);
	date_civil(day, &year, &month, &day_of_month);
	return year - birth / 10000;
}

int date_add_months(int day, int months)
{
	int year, month, day_of_month, length;
	int64_t count;

	date_civil(day, &year, &month, &day_of_month);
	count = (int64_t)year * 12 + month - 1 + months;
	if (count < FIRST_YEAR * 12)
		return date_day(FIRST_YEAR, 1, 1);
	if (count > LAST_YEAR * 12 + 11)
		return date_day(LAST_YEAR, 12, 31);
	year = (int)(count / 12);
	month = (int)(count % 12) + 1;
	length = month_length(year, month);
	return date_day(year, month, day_of_month < length ? day_of_month : length);
}

int date_months_between(int from, int to)
{
	int from_year, from_month, to_year, to_month, unused, months;

	date_civil(from, &from_year, &from_month, &unused);
	date_civil(to, &to_year, &to_month, &unused);
	months = (to_year - from_year) * 12 + to_month - from_month;
	return date_add_months(from, months) > to ? months - 1 : months;
}

int date_years_between(int from, int to)
{
	int from_year, to_year, month, unused, years;

	date_civil(from, &from_year, &month, &unused);
	date_civil(to, &to_year, &month, &unused);
	years = to_year - from_year;
	return date_add_months(from, years * 12) > to ? years - 1 : years;
}

int date_today(void)
{
	time_t now = time(NULL);
	struct tm local;

	localtime_r(&now, &local);
	return date_day(local.tm_year + 1900, local.tm_mon + 1, local.tm_mday);
}
