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

/* Opens the file and finds its table, so that several files can be put in order. A file without a
 * table is not a failure: the findings say why, and import_run returns STATUS_REJECTED. */
enum status import_open(struct import *import, const char *file,
	const struct import_options *options, enum lang lang, struct error *error);
/* A number for sorting the files: units, population, plans, members; below all of them a file
 * without a table. */
int import_order(const struct import *import);
/* Reads the file and stores it in db. STATUS_REJECTED when rows were rejected, even if the others
 * were stored. */
enum status import_run(struct import *import, struct db *db, struct error *error);
void import_close(struct import *import);

#endif
