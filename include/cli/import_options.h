/*
 * import_options - what `memberstat import` is asked: its options and files, read from the command line.
 */
#ifndef MEMBERSTAT_IMPORT_OPTIONS_H
#define MEMBERSTAT_IMPORT_OPTIONS_H

#include "base/err.h"
#include "cli/command.h"
#include "import/import.h"

/* Fills the options but for what is told while the import runs, and points *files to those among the
 * arguments. `kinds` are the words that may stand before the files (bar_list.h). STATUS_USAGE when they do
 * not go together. */
enum status import_options_read(const struct request *request, const char *kinds,
	struct import_options *options, const char *const **files, size_t *count,
	struct error *error);

#endif
