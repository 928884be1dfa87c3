/*
 * importer - brings a file into the roll, all of it or nothing (data/README.md section 3).
 *
 * The road of a record: rows, row_reader, field (one row on its own), the sorter (rows in key
 * order), the record store of its kind (the row together with what is stored, and with the other
 * rows of its member), the tables. Everything after the sorter happens in one transaction, which is
 * committed only when the whole file is accepted. A dry run is the same with a rollback at the end.
 * A dry run of several files has one transaction around those of the files (db_begin), so that each
 * file finds what those before it brought.
 */
#ifndef MEMBERSTAT_IMPORTER_H
#define MEMBERSTAT_IMPORTER_H

#include "import/import.h"

/* Finds the header of one of the tables of a file, so that several files can be put in order. A table
 * without one is not a failure: the findings say why, and import_run returns STATUS_REJECTED. The
 * tables are shared. */
enum status import_open(struct import *import, struct tables *tables, size_t table,
	const struct import_options *options, enum lang lang, struct error *error);
/* An import for a file that cannot be read at all: import_run rejects it, with this finding. */
void import_refused(struct import *import, const char *file, enum finding_code code,
	const char *message, const struct import_options *options, enum lang lang);
/* Gives back what reading needs, until import_resume, which must come before import_run. */
void import_wait(struct import *import);
enum status import_resume(struct import *import, struct error *error);
/* A number for sorting the files: units, population, plans, members; below all of them a file
 * without a table. */
int import_order(const struct import *import);
/* Reads the file and stores it in db. STATUS_REJECTED when rows were rejected, even if the others
 * were stored. */
enum status import_run(struct import *import, struct db *db, struct error *error);
void import_close(struct import *import);

#endif
