/*
 * sheet - what html, xlsx and pictures ask of a sheet: its caption, a column by its key, the
 * highlight of a word.
 */
#ifndef MEMBERSTAT_SHEET_H
#define MEMBERSTAT_SHEET_H

#include <stdbool.h>

#include "base/code_list.h"
#include "base/buf.h"
#include "base/label.h"
#include "render/render.h"

/*
 * Appends the line under a title: the as-of date, or the period when the parameters `from` and `to`
 * are in force, then the unit, plan and year that were asked for.
 */
void sheet_caption(struct buf *out, const struct sheet *sheet, enum lang lang);

/* The column with this key; NULL when there is none or the key is NULL. */
const struct column *sheet_column(const struct sheet *sheet, const char *key);
/* Do its rows have levels? */
bool sheet_is_tree(const struct sheet *sheet);
/* The column that names a row: the tree, else the first that is shown and holds no numbers, else
 * the first that is shown. */
const struct column *sheet_row_heading(const struct sheet *sheet);
/* Highlight of the word in the cell; plain when there is no word. */
enum highlight sheet_highlight(const struct column *column, const struct cell *cell);

#endif
