/*
 * trace_sql - what the program asks SQLite and how long it takes, for who works on it: with
 * MEMBERSTAT_TRACE=sql in the environment, each statement that ended is a line on standard error:
 *
 *     sql     1.234 ms       39 rows  report/ratio.sql
 *
 * The time of a statement has that of the statements it runs itself (the table totals does). A text that
 * is not of src/sql stands there itself. Values that were bound are not shown: they can be about people.
 */
#ifndef MEMBERSTAT_TRACE_SQL_H
#define MEMBERSTAT_TRACE_SQL_H

#include "store/db.h"

/* Traces a connection when the environment asks for it; a db_extension. */
int trace_sql(struct db *db);

#endif
