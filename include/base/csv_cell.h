/*
 * csv_cell - one cell of a CSV file, written for a machine. (Reading them is csvread's.)
 */
#ifndef MEMBERSTAT_CSV_CELL_H
#define MEMBERSTAT_CSV_CELL_H

#include <stddef.h>

#include "base/buf.h"

/* Appends the text, quoted only when it has to be. (libcsv already has a function csv_write.) */
void csv_write_cell(struct buf *out, const char *text, size_t len, char delimiter);

#endif
