/*
 * export - the month's whole set of reports as a folder of files (data/README.md section 7):
 * DIR/2022-04 with a file for each report and format, and the manifest.
 *
 * All files are of the same state of the database. The folder appears whole. An existing folder
 * with the same content is left alone; a different one is replaced only on request.
 */
#ifndef MEMBERSTAT_EXPORT_H
#define MEMBERSTAT_EXPORT_H

#include <stdbool.h>

#include "store/db.h"
#include "base/err.h"
#include "report/query.h"
#include "render/render.h"

struct month_export {
	const char *dir;
	const char *program;                   /* name of the program, for the manifest */
	const struct query *query;             /* as of the month's last day */
	const struct renderer *const *formats; /* NULL-terminated */
	struct render_options options;
	bool replace; /* replace an existing folder that is different */
};

/* STATUS_FAILED, and error names the files that differ, when there is a different folder that may
 * not be replaced. */
enum status export_month(struct db *db, const struct month_export *export, struct error *error);

#endif
