/*
 * importer - one file into the roll, all or nothing (data/README.md section 3).
 *
 * The road of a record: rows, row_reader, field (one row on its own), the sorter (rows in key order),
 * the record store of its kind (the row together with what is stored, and with the other rows of its
 * member), the tables. Everything after the sorter happens in the one transaction, which is committed
 * only when the whole file is accepted; a dry run is the same with a rollback at its end. A dry run of
 * several files is one transaction around theirs (db_begin), so that each finds those before it.
 */
#ifndef MEMBERSTAT_IMPORTER_H
#define MEMBERSTAT_IMPORTER_H

#include "import/import.h"

/* Opens the file and finds its table, so that several files can be put in order. A file without one is
 * not a failure: findings say why, and import_run accounts for it. */
enum status import_open(struct import *import, const char *file,
	const struct import_options *options, enum lang lang, struct error *error);
/* Place in the order units, population, plans, members; a file without a table comes before all. */
int import_order(const struct import *import);
/* Reads the file and stores it in db. STATUS_REJECTED when rows were rejected (also when the good ones
 * were stored). */
enum status import_run(struct import *import, struct db *db, struct error *error);
void import_close(struct import *import);

#endif
