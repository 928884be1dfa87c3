/*
 * query_options - from the options of the command line to what is asked of a report
 * (report/query.h).
 */
#ifndef MEMBERSTAT_QUERY_OPTIONS_H
#define MEMBERSTAT_QUERY_OPTIONS_H

#include "base/err.h"
#include "cli/command.h"
#include "report/query.h"

/* Fills the query. as_of is --as-of, else --to, else today; --from is 1 January of that year when
 * it is not given. STATUS_USAGE for a value that cannot be read. */
enum status query_read(struct query *query, const struct request *request, struct error *error);
/* The part of a query (enum query_part) that the option fills; 0 for an option that all reports
 * take, or none. */
unsigned query_part_of(enum option option);

#endif
