/*
 * unknown_in - which units a file names that the database does not have: a dry run of its import.
 */
#ifndef MEMBERSTAT_UNKNOWN_IN_H
#define MEMBERSTAT_UNKNOWN_IN_H

#include "cli/command.h"
#include "import/unknown_units.h"

/* Adds them to `units`. Neither the database nor the log of imports changes. STATUS_REJECTED for a
 * file that is no table. */
enum status unknown_in(const char *file, const struct request *request, struct unknown_units *units,
	struct error *error);

#endif
