/*
 * csv_cell - one cell of a CSV file, written for a machine. (Reading them is csvread's.)
 */
#ifndef MEMBERSTAT_CSV_CELL_H
#define MEMBERSTAT_CSV_CELL_H

#include <stddef.h>

#include "base/buf.h"

/* Appends the text, in quotation marks only when it must be. (libcsv has a csv_write of its own.) */
void csv_write_cell(struct buf *out, const char *text, size_t len, char delimiter);

#endif
