/*
 * trace_sql - for developers: which statements the program runs, and how long they take. With
 * MEMBERSTAT_TRACE=sql in the environment each statement writes a line on standard error when it
 * ends:
 *
 *     sql     1.234 ms       39 rows  report/ratio.sql
 *
 * The time includes that of statements which it runs itself (as the table totals does). For SQL
 * that is not in src/sql its text is shown instead of a path. Bound values are not shown: they may
 * be about people.
 */
#ifndef MEMBERSTAT_TRACE_SQL_H
#define MEMBERSTAT_TRACE_SQL_H

#include "store/db.h"

/* A db_extension: traces the connection when MEMBERSTAT_TRACE is sql. */
int trace_sql(struct db *db);

#endif
