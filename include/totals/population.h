/*
 * population - the population of a unit on a day (data/README.md section 3, population.csv), as SQL
 * functions:
 *
 *   population(unit, day)        the unit's own newest row not after the day, else the sum over its open
 *                                children of kind district or commune when every one has a population by
 *                                this same rule
 *   population_as_of(unit, day)  the date of that row, or the oldest date used
 *
 * Both are NULL when there is none. For units whose totals are kept (totals.h) the populations are
 * kept too and only looked up; a damaged one is a failure (db_kept_damaged). Others are summed when
 * they are asked for; the sum is remembered for the days on which it is the same, so ask repeatedly
 * within one transaction (db_snapshot).
 *
 *   population_right(unit)       is what is kept of the unit what summing gives, on every day?
 */
#ifndef MEMBERSTAT_POPULATION_H
#define MEMBERSTAT_POPULATION_H

#include "store/db.h"
#include "base/err.h"

/* Registers the functions with the connection. Returns an SQLite code. *db must stay where it is
 * until it is closed. */
int population_install(struct db *db);
/* The same, but everything is summed and nothing looked up. */
int population_install_counting(struct db *db);

/* Makes the kept populations anew. Call it when units or populations have changed. */
enum status population_keep(struct db *db, struct error *error);

#endif
