/*
 * csv_formula - cells such as ="00123". Programs write codes like this, so that a spreadsheet takes
 * them for text, but without the quotes that CSV needs around such a cell.
 */
#ifndef MEMBERSTAT_CSV_FORMULA_H
#define MEMBERSTAT_CSV_FORMULA_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"

/*
 * Has the line, with which a record begins, such cells? Then `out` becomes the line with quotes
 * around them and their own quotes doubled ("=""00123""").
 */
bool csv_quote_formulas(struct buf *out, const char *line, size_t len, char delimiter);

#endif
