/*
 * query_options - what the options of the command line ask of a report.
 */
#ifndef MEMBERSTAT_QUERY_OPTIONS_H
#define MEMBERSTAT_QUERY_OPTIONS_H

#include "base/err.h"
#include "cli/command.h"
#include "report/query.h"

/* STATUS_USAGE for a value that is malformed. as_of is --as-of, else --to, else today; --from is
 * 1 January of its year when not given. */
enum status query_read(struct query *query, const struct request *request, struct error *error);
/* The part of a query that the option gives; 0 for an option that any report takes or none. */
unsigned query_part_of(enum option option);

#endif
