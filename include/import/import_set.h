/*
 * import_set - the imports that a command asks for: one for each text file, one for each sheet of a
 * workbook that has a header of a known kind (data/README.md section 3), in the order in which they
 * are to be stored.
 */
#ifndef MEMBERSTAT_IMPORT_SET_H
#define MEMBERSTAT_IMPORT_SET_H

#include "import/import.h"

/* Why a sheet is no import. */
enum passed_why {
	PASSED_HIDDEN,
	PASSED_CHART, /* it has no cells */
	PASSED_NO_HEADER,
	PASSED_KIND, /* it holds records of another kind than was asked for */
};

struct passed_sheet {
	char *file; /* as it is told: FILE.xlsx[SHEET] */
	enum passed_why why;
};

struct import_set {
	struct import *list; /* units, population, plans, members; what has no table before all */
	size_t count, room;
	struct passed_sheet *passed;
	size_t passed_count;
};

/* sheet: the one that is asked for, hidden ones too; NULL for all that can be seen. STATUS_USAGE
 * when there is none of this name. The set must be closed in every case. */
enum status import_set_open(struct import_set *set, const char *const *files, size_t count,
	const struct import_options *options, const char *sheet, enum lang lang,
	struct error *error);
void import_set_close(struct import_set *set);

#endif
