/*
 * csv_formula - cells such as ="00123", which programs write without the quotes that CSV wants around them,
 * so that a spreadsheet takes the code for text.
 */
#ifndef MEMBERSTAT_CSV_FORMULA_H
#define MEMBERSTAT_CSV_FORMULA_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"

/*
 * The line begins a record. Has it such cells? Makes `out` the line with quotes around them and the ones
 * inside doubled ("=""00123""").
 */
bool csv_quote_formulas(struct buf *out, const char *line, size_t len, char delimiter);

#endif
