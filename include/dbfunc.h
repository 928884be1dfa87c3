/*
 * dbfunc - the SQL functions that reports, checks and imports use beyond SQLite's own.
 *
 * Fractions: figures that are divided leave SQL as the text "over/under" (two integers), so that they
 * are rounded once, where they are written (number.h). Each gives NULL when an argument is NULL,
 * there is nothing to divide by, or the integers would not hold it.
 *
 *   fraction(over, under)        over / under
 *   percent(over, under)         100 over / under
 *   gap_points(members, population, target)
 *                                percent(members, population) - target, target in ten-thousandths of
 *                                a percent
 *   rounded(over, under)         over / under as a whole number, half away from zero
 *   rounded_up(over, under)      the least whole number not under over / under
 *
 * Calendar (date.h): day('2021-01-01'), iso(day), add_months(day, n), months_between(from, to),
 * years_between(from, to), birth_age(birth, day), birth_earliest(birth), birth_latest(birth),
 * period_start(day, 'month' | 'quarter' | 'year'), period_label(day, every). age_band(age) is the value
 * of book_age_band for completed years.
 *
 * Words: fold(text) as headers are matched, name_key(text) to order people by name.
 *
 * Population (contract section 3, population.csv): population(unit, day) is the unit's own newest row
 * not after the day, else the sum over its open children of kind district or commune when every one
 * has a population by the same rule; population_as_of(unit, day) is the date of that row, or the
 * oldest date used. NULL when there is none. Sums are remembered, so who asks more than once reads in one
 * transaction (db_snapshot).
 */
#ifndef MEMBERSTAT_DBFUNC_H
#define MEMBERSTAT_DBFUNC_H

#include <sqlite3.h>

/* What the functions keep for the life of the connection. */
struct dbfunc;

/* NULL when SQLite has no room for them. */
struct dbfunc *dbfunc_install(sqlite3 *handle);
/* Before the connection is closed, which takes the functions away. NULL is passed over. */
void dbfunc_release(struct dbfunc *installed);

#endif
