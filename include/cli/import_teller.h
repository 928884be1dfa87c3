/*
 * import_teller - what an import tells while it runs and when it is over: on standard error in words, and the
 * account as JSON on standard output when it was asked for.
 */
#ifndef MEMBERSTAT_IMPORT_TELLER_H
#define MEMBERSTAT_IMPORT_TELLER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/label.h"
#include "import/import_set.h"
#include "store/db.h"

/* How messages are printed, and whether the terminal shows a line of progress at the moment. */
struct teller {
	enum lang lang;
	bool verbose, json, progress_shown;
	const char *file; /* its name in messages, control characters visible */
};

/* For struct import_options, with the teller as its context. */
void tell_progress(void *context, size_t done, size_t all);
void tell_change(void *context, long line, const char *key, const char *column, const char *was,
	const char *is);
void hide_progress(struct teller *teller);

/* What was found of the file before its rows are read. */
void tell_header(const struct teller *teller, const struct import *import);
/* Names the columns of the file that the import does not read. */
void tell_ignored(const struct teller *teller, const struct import *import);
/* Names the sheets of workbooks that are no imports. */
void tell_passed(const struct teller *teller, const struct import_set *set);
/* Rows that are no records, although they might look so: remarks below the table, repeated headings. */
void tell_rows_passed(const struct teller *teller, const struct import *import);
/* --- import_findings.c -------------------------------------------------------------------------- */

/* The first findings, each on its line; what more there is of each fault; and how many are not shown. */
void tell_findings(const struct teller *teller, const struct import *import);

/* Names each unit that the file names and the database does not have, and how to get a sheet of them. */
void tell_unknown(const struct teller *teller, const struct import *import);
/* Where the database is that this import made. */
void tell_created(const struct teller *teller, const struct db *db);

/* --- import_account.c --------------------------------------------------------------------------- */

/* What became of the records, whether the same file was imported before, and all of it as JSON. */
void tell_account(const struct teller *teller, const struct import *import);

#endif
