/*
 * sheet - what the page formats (html, xlsx, pictures) ask of a sheet: its caption, its columns by
 * name, the highlight of its words.
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

/* Column with this key; NULL when the key is NULL or names none. */
const struct column *sheet_column(const struct sheet *sheet, const char *key);
/* Do its rows have levels? */
bool sheet_is_tree(const struct sheet *sheet);
/* The column that names a row: the tree, else the first that is shown and holds no numbers, else
 * the first that is shown. */
const struct column *sheet_row_heading(const struct sheet *sheet);
/* Tone of the word that the cell means; plain without one. */
enum highlight sheet_highlight(const struct column *column, const struct cell *cell);

#endif
