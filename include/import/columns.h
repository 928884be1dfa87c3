/*
 * columns - which columns of a header are which fields, and what is wrong with them.
 */
#ifndef MEMBERSTAT_COLUMNS_H
#define MEMBERSTAT_COLUMNS_H

#include "import/finding.h"
#include "import/header.h"
#include "import/headings.h"

/* Folds a cell as a heading; false when it is none that a column of a record can have. */
bool columns_fold(const struct raw_cell *cell, struct buf *folded);
/* Fills what the header says of its columns, from its heading. Adds findings for columns that are missing
 * or mean the same. */
void columns_map(struct header *header, const struct headings *headings,
	const struct header_wanted *wanted, struct findings *findings);

#endif
