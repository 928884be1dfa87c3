/*
 * date - calendar days.
 *
 * A day is the number of days since 1970-01-01 (earlier ones negative) in the proleptic Gregorian
 * calendar; in SQL, date(day * 86400, 'unixepoch') shows it. Years run from 1000 to 9999, so that
 * every day prints as YYYY-MM-DD.
 *
 * A birth may be known to the day, the month or the year only (data/README.md section 3). It is
 * kept as the number YYYYMMDD in which an unknown month or day is 00: 19800203, 19800200, 19800000.
 *
 * Month arithmetic follows data/README.md section 5: a date that does not exist is the last day of
 * its month (29 February + 12 months = 28 February).
 */
#ifndef MEMBERSTAT_DATE_H
#define MEMBERSTAT_DATE_H

#include <stdbool.h>

#include "base/label.h"
#include <stdint.h>

/* An empty date: no day at all. */
#define NO_DAY INT32_MIN

enum date_fault {
	DATE_OK,
	DATE_MALFORMED,      /* not a date at all */
	DATE_TWO_DIGIT_YEAR, /* 3/2/80 */
	DATE_MONTH_FIRST,    /* impossible day first, right month first: 12/31/2020 */
	DATE_IMPOSSIBLE,     /* 31/02/2020, 2020-13-01, year 0 */
};

/* The day number of a calendar date, which must exist. */
int date_day(int year, int month, int day_of_month);
void date_civil(int day, int *year, int *month, int *day_of_month);
bool date_exists(int year, int month, int day_of_month);

/* Reads YYYY-MM-DD, or day first with / . or - (3/2/1980, 03.02.1980). *day is set with DATE_OK
 * only. */
enum date_fault date_parse(const char *text, int *day);
/* Reads these and YYYY, MM/YYYY, YYYY-MM; *birth is YYYYMMDD as above. */
enum date_fault date_parse_birth(const char *text, int *birth);

/* YYYY-MM-DD; out holds 11 bytes. */
void date_write(int day, char out[11]);
/* dd/mm/yyyy, as people in Viet Nam write it; out holds 11 bytes. */
void date_write_people(int day, char out[11]);
/* As it is written in messages of the language: dd/mm/yyyy in Vietnamese, YYYY-MM-DD in English. */
void date_write_in(enum lang lang, int day, char out[11]);
/* YYYY-MM-DD, YYYY-MM or YYYY, as precise as it is known. */
void birth_write(int birth, char out[11]);
/* dd/mm/yyyy, mm/yyyy or yyyy. */
void birth_write_people(int birth, char out[11]);
/* The first and the last day on which the birth can have been. */
int birth_earliest(int birth);
int birth_latest(int birth);
/* Completed years at a day; a birth known to the month counts as its first day, known to the year
 * as the difference of years (data/README.md section 5, structure). */
int birth_age(int birth, int day);

/* The day so many months later (earlier when negative), at most 9999-12-31 and at least
 * 1000-01-01. */
int date_add_months(int day, int months);
/* The most whole months n with date_add_months(from, n) <= to; negative when to is before from. */
int date_months_between(int from, int to);
/* Completed calendar years: the most n with date_add_months(from, 12 n) <= to. */
int date_years_between(int from, int to);

/* Today by the local clock. */
int date_today(void);

#endif
