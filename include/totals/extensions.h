/*
 * extensions - what this folder adds to SQL in every connection: the functions of population.h and
 * the table and function of totals.h. This list is given to db_open.
 */
#ifndef MEMBERSTAT_EXTENSIONS_H
#define MEMBERSTAT_EXTENSIONS_H

#include "store/db.h"

extern db_extension *const totals_extensions[];
/* The same for who doubts what is kept: all is counted, nothing looked up. */
extern db_extension *const totals_counting[];

#endif
