/*
 * totals - what reports count with: the SQL table totals(unit, day, tree).
 *
 *   SELECT members FROM totals(:unit, :as_of, :tree)
 *
 * gives one row for a unit with all below it on each day (0: the root of each day); with a day in `tree`,
 * for the unit with all that stands below it on that day, as if it were so on every day. It has the running
 * totals up to and including the day (enum total in ledger.h names them; moved_in and moved_out are moves
 * across the border of the unit, reorganised_in and reorganised_out what a change of the tree did), the
 * members, and sums: admissions (admitted and readmitted), joined and gone. Units whose totals are kept
 * (schema 0005) are looked up, which takes the same time for any number of members and fails where they
 * do not prove right (db_kept_damaged); other units are counted.
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
/* The same with everything counted and nothing looked up, for who doubts what is kept. */
int totals_install_counting(struct db *db);

#endif
