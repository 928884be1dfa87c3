/*
 * unit_tree - settles the rows of a units file when all of them are there: which units they name, and
 * whether the tree that they and the stored units make together is one on every day (data/README.md section
 * 3, units.csv). What does not fit is found in SQL over temporary tables (stmt/unit_*.sql) and refused; what
 * stands is stored.
 */
#ifndef MEMBERSTAT_UNIT_TREE_H
#define MEMBERSTAT_UNIT_TREE_H

#include "import/import.h"
#include "totals/totals_keep.h"

/* *totals (freed by the caller, also on failure) is told what the units were, and what they are then. */
enum status unit_tree_settle(
	struct import *import, struct totals_changes **totals, struct error *error);

/* Adds the finding for a fault (unit_faults.c): `why` is the word of the SQL that found it. */
void unit_fault_tell(
	struct import *import, long line, const char *why, const char *got, const char *other);

#endif
