/*
 * import - one import: what was asked for, what was found, and what its parts share. importer.h
 * opens, runs and closes it.
 *
 * Every record ends in exactly one of the counts: read = added + updated + unchanged + rejected +
 * skipped.
 */
#ifndef MEMBERSTAT_IMPORT_H
#define MEMBERSTAT_IMPORT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "store/db.h"
#include "base/err.h"
#include "import/equal_faults.h"
#include "import/field.h"
#include "import/finding.h"
#include "import/record.h"
#include "import/header.h"
#include "import/headings.h"
#include "import/row_reader.h"
#include "import/rows.h"
#include "import/tables.h"
#include "import/unknown_units.h"
#include "base/sorter.h"
#include "store/units.h"

#define IMPORT_FINDINGS 100 /* so many are kept, for the account in JSON */

struct twins;

struct import_options {
	struct header_wanted wanted;
	const char *encoding; /* of a text file; NULL: find it */
	char delimiter;       /* of a text file; 0: find it */
	bool skip_bad;        /* --on-error=skip */
	long max_errors;      /* with more rejected rows nothing is stored; -1 for no limit */
	const char *rejects;  /* file for the rejected rows, or NULL */
	bool rejects_if_any;  /* write it only when there are any, or an older one stands there */
	bool dry_run;
	bool blank_clears;
	const char
		*complete; /* --complete: the unit of which the file is the whole list, or NULL … */
	int complete_on;   /* … and the day on which */
	bool rewrite_history; /* rows that change figures of the past are stored */
	bool allow_twins;     /* new codes may be twins of others (twins.h) */
	/* Called for each value that an updated record changes (--verbose), or NULL. Values are as
	 * `list` writes them, "" for none. */
	void (*changed)(void *context, long line, const char *key, const char *column,
		const char *was, const char *is);
	/* Called now and then while the file is read, or NULL: bytes read and bytes in all (0:
	 * unknown). */
	void (*progress)(void *context, size_t done, size_t all);
	void *context;
};

struct import_counts {
	long read, added, updated, unchanged, rejected, skipped;
};

/* What --complete found (complete.h). */
struct complete {
	int64_t counted; /* the unit, or ROLL */
	long members;    /* it has on the day, with all below it */
	long missing;    /* of these are in no row of the file */
	bool known;      /* the file was read to its end, so that these are */
};

/* Some of the fields of a kind. */
struct chosen {
	size_t list[RECORD_FIELDS], count;
};

struct import {
	/* Its name in messages: the path as it was given ("-" is standard input), and the sheet in
	 * brackets. */
	char *file;
	struct tables *tables; /* NULL when the file cannot be read: the findings say why */
	size_t table;
	struct import_options options;
	struct rows *rows; /* NULL while it waits for its turn */
	struct header header;
	const struct roll *roll;
	struct import_counts counts;
	struct findings findings;   /* the first IMPORT_FINDINGS */
	struct equal_faults faults; /* of rejected rows, and members who are missing; counted */
	struct complete complete;
	struct read_to_end end; /* what is known about all rows together */
	struct unknown_units unknown;
	bool accepted; /* stored, or would have been without --dry-run */
	bool stored;
	int64_t same_as;  /* number of an earlier import of the same bytes, or 0 … */
	char same_on[11]; /* … and the day of it */

	/* The rest is for the importer and the record stores only. */
	struct db *db;
	struct findings row; /* findings of the present record */
	struct unit_memo *units;
	struct chosen keys, naming; /* fields that are the key; fields that name units */
	struct sorter *staged, *rejects;
	int64_t id;      /* number of the import in log and journal */
	bool first_load; /* there are no records of this kind yet */
	struct twins
		*twins; /* what is known of the codes of the file; NULL when twins are allowed */
	void *store_state;
	/* Told of each refused record, or NULL. */
	void (*refused)(struct import *import, const struct record *record);
};

#endif
