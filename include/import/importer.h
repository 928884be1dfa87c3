/*
 * importer - one file into the roll, all or nothing (contract section 3).
 *
 * The road of a record: source, csvread, field (one row on its own), the spool (rows in key order),
 * the keeper of its kind (the row together with what is stored, and with the other rows of its
 * member), the tables. Everything after the spool happens in the one transaction, which is committed
 * only when the whole file is accepted; a dry run is the same with a rollback at its end. A dry run of
 * several files is one transaction around theirs (db_begin), so that each finds those before it.
 *
 * Every record ends in exactly one of the counts: read = added + updated + unchanged + rejected +
 * skipped.
 */
#ifndef MEMBERSTAT_IMPORTER_H
#define MEMBERSTAT_IMPORTER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "store/db.h"
#include "base/err.h"
#include "import/field.h"
#include "import/finding.h"
#include "import/record.h"
#include "import/header.h"
#include "import/source.h"
#include "base/sorter.h"
#include "store/units.h"

#define IMPORT_FINDINGS 100 /* kept for the accounting in JSON */

struct import_options {
	struct grid_wish wish;
	const char *encoding; /* NULL: find it */
	bool skip_bad;        /* --on-error=skip */
	long max_errors;      /* rejected rows beyond which nothing is stored; -1 for no limit */
	const char *rejects;  /* file for the rejected rows, or NULL */
	bool dry_run;
	bool blank_clears;
	/* --verbose: told of each value that an updated record changes; or NULL. Values are as `list`
	 * writes them, "" for none. */
	void (*changed)(void *context, long line, const char *key, const char *column,
		const char *was, const char *is);
	/* Told now and then how far reading is: bytes done and in all (0: unknown); or NULL. */
	void (*progress)(void *context, size_t done, size_t all);
	void *context;
};

struct import_counts {
	long read, added, updated, unchanged, rejected, skipped;
};

/* Some of the fields of a kind. */
struct chosen {
	size_t list[RECORD_FIELDS], count;
};

struct import {
	const char *file; /* as given, "-" is standard input */
	struct import_options options;
	struct source *source;
	struct grid grid;
	const struct roll *roll;
	struct import_counts counts;
	struct findings findings; /* the first IMPORT_FINDINGS */
	bool accepted;            /* stored, or it would have been but for the dry run around it */
	bool stored;
	int64_t same_as;  /* the number of an earlier import of the same bytes, or 0 … */
	char same_on[11]; /* … and its day */

	/* For the importer and the keepers alone. */
	struct db *db;
	struct findings row; /* of the record at hand */
	struct unit_memo *units;
	struct chosen keys, naming; /* fields of the key; fields that name units */
	bool month_first;           /* a date was: nothing is stored */
	struct spool *staged, *rejects;
	int64_t id;      /* the import's number in the journal */
	bool first_load; /* the tables of this kind are empty */
	void *keeper_state;
};

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

/* --- for keepers ------------------------------------------------------------------------------- */

/* What stores the records of one kind. */
struct keeper {
	enum sql is_empty; /* one row: 1 when the tables hold nothing of this kind */
	size_t group;      /* records whose first so many key fields are the same come together */
	enum status (*begin)(struct import *import, struct error *error);
	/* Records in key order, no key twice. Each must be counted or refused. */
	enum status (*take)(struct import *import, struct record *const *records, size_t count,
		struct error *error);
	enum status (*end)(struct import *import, struct error *error);
	void (*release)(struct import *import); /* frees keeper_state; or NULL */
};

extern const struct keeper keeper_units, keeper_population, keeper_plans, keeper_members;

/* Rejects a record for the findings collected in import->row, which is emptied. */
enum status import_refuse(struct import *import, const struct record *record, struct error *error);
/* Tells --verbose about each value in which the two records differ. */
void import_tell(struct import *import, const struct record *was, const struct record *is);
/* The record as it would be stored: the row's filled values over the stored ones; with --blank-clears
 * an empty cell of a column in the file erases. stored may be NULL. */
void import_merge(const struct import *import, const struct record *row,
	const struct record *stored, struct record *merged);
/* Adds a finding for each required value that is not there. */
void import_require(struct import *import, const struct record *merged);
bool import_same(const struct import *import, const struct record *a, const struct record *b);

#endif
