/*
 * population - the population of a unit on a day, as SQL functions:
 *
 *   population(unit, day, tree)          the population by the rule of headcount.h; `tree` is NULL for the
 *                                        tree of each day, unit 0 the root of that day
 *   population_as_of(unit, day, tree)    the oldest date used for it
 *   population_missing(unit, day, tree)  the codes of the units for want of which a sum is missing, at most
 *                                        five, and how many; NULL when no sum is missing
 *
 * The first two are NULL when there is none. For units whose totals are kept (totals.h) the populations
 * are kept too and only looked up; one that does not prove right is a failure (db_kept_damaged). Others
 * are summed when they are asked for.
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
/* The same with everything summed and nothing looked up. */
int population_install_counting(struct db *db);

/* Makes the kept populations anew. Call it when units or populations have changed. */
enum status population_keep(struct db *db, struct error *error);

#endif
