/*
 * export - the month's whole set of reports as a folder of files (data/README.md section 7):
 * DIR/2022-04 with a file for each report and format, and the manifest.
 *
 * All of them are of one state of the database. The folder appears whole; one that stands there and
 * would be the same is left alone, another is replaced only on request.
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
	const char *program;                   /* its name, for the manifest */
	const struct query *query;             /* as of the month's last day */
	const struct renderer *const *formats; /* NULL-terminated */
	struct render_options options;
	bool replace; /* a month that stands there and differs */
};

/* STATUS_FAILED, with the files that differ, when the month stands there and may not be replaced.
 */
enum status export_month(struct db *db, const struct month_export *export, struct error *error);

#endif
