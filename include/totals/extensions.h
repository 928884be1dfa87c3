/*
 * extensions - what this folder adds to SQL in every connection: the functions of population.h and
 * the table and function of totals.h. This list is given to db_open.
 */
#ifndef MEMBERSTAT_EXTENSIONS_H
#define MEMBERSTAT_EXTENSIONS_H

#include "store/db.h"

extern db_extension *const totals_extensions[];
/* The same, but everything is counted and nothing kept is looked up. */
extern db_extension *const totals_counting[];

#endif
