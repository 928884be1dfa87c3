/*
 * manifest - what a month's export holds, in a file that scripts can read: manifest.json.
 *
 * It says nothing of the moment at which it was written, so the same data gives the same bytes.
 */
#ifndef MEMBERSTAT_MANIFEST_H
#define MEMBERSTAT_MANIFEST_H

#include <stddef.h>

#include "base/buf.h"
#include "store/db.h"
#include "base/err.h"

struct manifest_file {
	char *name; /* "movement-year.csv" */
	const char *report, *format;
	size_t rows;
	char sha256[65];
};

struct manifest {
	const char *program, *month, *unit;
	const char *plan; /* or NULL */
	int as_of;        /* the month's last day */
	struct manifest_file *files;
	size_t file_count;
	const char **left_out; /* names of the reports that need a plan, when there is none */
	size_t left_out_count;
};

#define MANIFEST_NAME "manifest.json"

/* Appends the text, which names the last import of the database too. */
enum status manifest_write(
	const struct manifest *manifest, struct db *db, struct buf *out, struct error *error);

#endif
