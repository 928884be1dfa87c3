/*
 * extensions - what this folder adds to SQL in every connection: the functions of population.h and the
 * table and function of totals.h. Whoever opens a database (db_open) hands it this list.
 */
#ifndef MEMBERSTAT_EXTENSIONS_H
#define MEMBERSTAT_EXTENSIONS_H

#include "store/db.h"

extern db_extension *const totals_extensions[];

#endif
