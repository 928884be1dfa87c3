/*
 * sql_functions - the SQL functions that reports, checks and imports use beyond SQLite's own.
 *
 * Fractions: a quotient leaves SQL as the text "over/under" (two integers), so that it is rounded
 * only once, where it is written (number.h). These functions give NULL when an argument is NULL,
 * when `under` is 0, or when an integer would overflow.
 *
 *   fraction(over, under)        over / under
 *   percent(over, under)         100 over / under
 *   gap_points(members, population, target)
 *                                percent(members, population) - target, target in ten-thousandths of
 *                                a percent
 *   rounded(over, under)         over / under as a whole number, half away from zero
 *   rounded_up(over, under)      the least whole number that is not below over / under
 *
 * Calendar (date.h): day('2021-01-01'), iso(day), add_months(day, n), months_between(from, to),
 * years_between(from, to), birth_age(birth, day), birth_earliest(birth), birth_latest(birth),
 * period_start(day, 'month' | 'quarter' | 'year'), period_label(day, every). age_band(age) is the value
 * of codes_age_band for completed years.
 *
 * proof(value, ...) is a checksum of its arguments (proof.h) and of their types.
 *
 * Categories: word('unit_kind', 'cell') is the value of that word in that code list (code_list.h), so that SQL
 * names categories as files do; a word that is in no list is an error. word_code('unit_kind', 6) is the word
 * again, and word_place its place in the list, from 1.
 *
 * Text: fold(text) as headers are matched, name_key(text) to order people by name, readable(text) the same
 * text, or where it is not UTF-8 what it looks like: a name of a file may be any bytes.
 */
#ifndef MEMBERSTAT_SQL_FUNCTIONS_H
#define MEMBERSTAT_SQL_FUNCTIONS_H

#include <sqlite3.h>

/* Registers the functions. Returns an SQLite code. */
int sql_functions_install(sqlite3 *handle);

#endif
