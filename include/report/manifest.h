/*
 * manifest - manifest.json: tells scripts what the export of a month holds.
 *
 * It does not say when it was written, so the same data gives the same bytes.
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
	const char *plan;             /* or NULL */
	const struct buf *plan_notes; /* paragraphs, a NUL after each (plan_note.h) */
	int as_of;                    /* the month's last day */
	struct manifest_file *files;
	size_t file_count, file_room;
	const char **left_out; /* reports that were not written, because there is no plan */
	size_t left_out_count, left_out_room;
};

#define MANIFEST_NAME "manifest.json"

/* Appends the text of the manifest, with the last import of the database. */
enum status manifest_write(
	const struct manifest *manifest, struct db *db, struct buf *out, struct error *error);

#endif
