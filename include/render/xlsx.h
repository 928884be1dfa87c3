/*
 * xlsx - the parts of the .xlsx format: how cells are shown and written, and the native charts. The
 * files render_xlsx.c and xlsx_*.c are the only ones that know libxlsxwriter, and they call it
 * through xlsx_library.h.
 */
#ifndef MEMBERSTAT_XLSX_H
#define MEMBERSTAT_XLSX_H

#include <stdbool.h>
#include <stddef.h>

#include "base/code_list.h"
#include "base/buf.h"
#include "render/render.h"
#include "render/xlsx_file.h"
#include "render/xlsx_library.h"

/* The number format of a cell. */
enum xlsx_form {
	FORM_TEXT,
	FORM_CODE, /* text, which stays text when somebody edits it */
	FORM_WHOLE,
	FORM_RATE,
	FORM_POINTS,
	FORM_DATE,
	FORM_PERCENT, /* then the formats with 1 to 4 decimals */
	FORM_HEADING = FORM_PERCENT + 5,
	FORM_HEADING_RIGHT,
	FORM_NOTE,
};

struct xlsx_style {
	enum xlsx_form form;
	bool bold;
	bool right; /* aligned to the right, also text: values of a record, one below the other */
	int indent;
	enum highlight highlight;
	lxw_format *format;
};

/* The state of the renderer. */
struct xlsx {
	struct xlsx_library lib;
	lxw_workbook *book; /* NULL before the first sheet, from which it takes its properties */
	struct xlsx_file file;
	struct xlsx_style *styles;
	size_t style_count, style_room;
	struct buf text, shown; /* texts of the cell that is being written */

	/* of the present sheet */
	const struct sheet *sheet; /* NULL between sheets */
	lxw_worksheet *page;
	struct buf name;
	size_t *widths; /* of the worksheet's columns, in characters */
	lxw_row_t row;  /* the next row to be written */
	bool first_is_root;
};

enum { XLSX_ACCENT = 0x1D5480, XLSX_MUTED = 0x596069 };

/* Both write into a column of the next row: a text in a style, or a cell in the way of its kind,
 * numbers as numbers and codes as text. The column becomes as wide as the cell. */
lxw_error xlsx_write_text(
	struct output *out, size_t column, const char *text, struct xlsx_style style);
lxw_error xlsx_write_cell(struct output *out, size_t at, const struct column *column,
	const struct cell *cell, struct xlsx_style style);

/* Adds the charts of the sheet, to the right of its rows. */
lxw_error xlsx_add_charts(struct output *out);
/* The number of the worksheet's column that holds a column of the sheet. */
lxw_col_t xlsx_column(const struct sheet *sheet, const struct column *column);

#endif
