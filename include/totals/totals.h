/*
 * totals - what reports count with: the SQL table totals(unit, day).
 *
 *   SELECT members FROM totals(:unit, :as_of)
 *
 * gives one row for a unit with all below it: the running totals up to and including the day (enum
 * total in ledger.h names them; moved_in and moved_out are moves across the border of the unit),
 * and sums of them: admissions (admitted and readmitted), joined, gone, and members (joined less
 * gone). Units whose totals are kept (schema 0003) are looked up, which takes the same time for any
 * number of members; other units are counted.
 *
 * The SQL function totals_right(unit) counts a unit whose totals are kept, and says whether the
 * kept totals of every day are the same.
 */
#ifndef MEMBERSTAT_TOTALS_H
#define MEMBERSTAT_TOTALS_H

#include "store/db.h"

/* Registers the table and the function with the connection. Returns an SQLite code. *db must stay
 * where it is until it is closed. */
int totals_install(struct db *db);

#endif
