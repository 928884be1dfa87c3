/*
 * population - the population of a unit on a day (data/README.md section 3, population.csv), as SQL
 * functions:
 *
 *   population(unit, day)        the unit's own newest row not after the day, else the sum over its open
 *                                children of kind district or commune when every one has a population by
 *                                this same rule
 *   population_as_of(unit, day)  the date of that row, or the oldest date used
 *
 * NULL when there is none. For the units whose totals are kept (totals.h) the populations are kept as
 * well, and looked up; others are summed when they are asked for, and remembered for the days on which
 * they are the same: who asks more than once reads in one transaction (db_snapshot).
 *
 *   population_right(unit)       is what is kept of the unit what summing gives, on every day?
 */
#ifndef MEMBERSTAT_POPULATION_H
#define MEMBERSTAT_POPULATION_H

#include "store/db.h"
#include "base/err.h"

/* Registers the functions with the connection; an SQLite code. db must not move as long as it is open. */
int population_install(struct db *db);

/* Keeps the populations of the units whose totals are kept anew: after the units or the population
 * changed. */
enum status population_keep(struct db *db, struct error *error);

#endif
