/*
 * import - an import under way: what was asked for, what was found, and what its parts share. It is opened,
 * run and closed by importer.h.
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
#include "import/field.h"
#include "import/finding.h"
#include "import/record.h"
#include "import/header.h"
#include "import/rows.h"
#include "base/sorter.h"
#include "store/units.h"

#define IMPORT_FINDINGS 100 /* kept for the accounting in JSON */

struct import_options {
	struct header_wanted wanted;
	const char *encoding; /* of a text file; NULL: find it */
	char delimiter;       /* of a text file; 0: find it */
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
	struct rows *rows;
	struct header header;
	const struct roll *roll;
	struct import_counts counts;
	struct findings findings; /* the first IMPORT_FINDINGS */
	bool accepted;            /* stored, or it would have been but for the dry run around it */
	bool stored;
	int64_t same_as;  /* the number of an earlier import of the same bytes, or 0 … */
	char same_on[11]; /* … and its day */

	/* For the importer and the record stores alone. */
	struct db *db;
	struct findings row; /* of the record at hand */
	struct unit_memo *units;
	struct chosen keys, naming; /* fields of the key; fields that name units */
	bool month_first;           /* a date was: nothing is stored */
	struct sorter *staged, *rejects;
	int64_t id;      /* the import's number in the journal */
	bool first_load; /* the tables of this kind are empty */
	void *store_state;
};

#endif
