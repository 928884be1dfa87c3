/*
 * totals - what reports count with: the SQL table totals(unit, day).
 *
 *   SELECT members FROM totals(:unit, :as_of)
 *
 * gives one row for a unit with all below it: the running totals up to and including the day (enum
 * total in ledger.h names them; moved_in and moved_out are moves across the unit's border), and sums of
 * them: admissions (admitted and readmitted), joined, gone, and members, who are those that joined less
 * those that are gone. Where the totals of the unit are kept (schema 0003) they are looked up, at a cost
 * that does not depend on the number of members; others are counted.
 *
 * The SQL function totals_right(unit) counts a unit whose totals are kept anew, and says whether every
 * day of them is what counting gives.
 */
#ifndef MEMBERSTAT_TOTALS_H
#define MEMBERSTAT_TOTALS_H

#include "store/db.h"

/* Registers the table and the function with the connection; an SQLite code. db must not move as long as it is open. */
int totals_install(struct db *db);

#endif
