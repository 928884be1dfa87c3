/*
 * calendar - days since 1970-01-01. The sample does not use the program's date.h: an error there
 * must not be hidden by the same error in the data.
 */
#ifndef SAMPLE_CALENDAR_H
#define SAMPLE_CALENDAR_H

struct civil {
	int year, month, day;
};

#define NO_DAY (-1000000)

/* The day the sample's figures were published for; nothing in it is later. */
#define END_DAY 19112 /* 2022-04-30 */
/* First day of Plan 41. */
#define PLAN_DAY 18628 /* 2021-01-01 */

static inline int day_of(int year, int month, int day)
{
	/* Years that begin in March put the leap day last. */
	int y = month > 2 ? year : year - 1;
	int m = month > 2 ? month - 3 : month + 9;

	return 365 * y + y / 4 - y / 100 + y / 400 + (153 * m + 2) / 5 + day - 1 - 719468;
}

static inline struct civil civil_of(int day)
{
	int n = day + 719468;
	int era = n / 146097;
	int in_era = n % 146097;
	int y = (in_era - in_era / 1460 + in_era / 36524 - in_era / 146096) / 365;
	int in_year = in_era - (365 * y + y / 4 - y / 100);
	int m = (5 * in_year + 2) / 153;
	struct civil civil = {
		.year = y + era * 400 + (m > 9),
		.month = m > 9 ? m - 9 : m + 3,
		.day = in_year - (153 * m + 2) / 5 + 1,
	};

	return civil;
}

/* A day that does not exist becomes the last day of its month. */
static inline int day_add_months(int day, int months)
{
	struct civil from = civil_of(day);
	int count = from.year * 12 + from.month - 1 + months;
	int first = day_of(count / 12, count % 12 + 1, 1);
	int next = day_of((count + 1) / 12, (count + 1) % 12 + 1, 1);
	int to = first + from.day - 1;

	return to < next ? to : next - 1;
}

#endif
