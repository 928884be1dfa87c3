/*
 * totals - what reports count with: the SQL table totals(unit, day).
 *
 *   SELECT members FROM totals(:unit, :as_of)
 *
 * gives one row for a unit with all below it: the running totals up to and including the day (enum
 * total in ledger.h names them; moved_in and moved_out are moves across the border of the unit),
 * the members, and sums: admissions (admitted and readmitted), joined and gone. Units whose totals
 * are kept (schema 0004) are looked up, which takes the same time for any number of members and
 * fails when they are damaged (db_kept_damaged); other units are counted.
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
/* The same, but everything is counted and nothing looked up: for checking what is kept. */
int totals_install_counting(struct db *db);

#endif
