/*
 * render - from figures to a document: one small interface, one file for each format.
 *
 * A renderer gets typed cells, row by row, and formats them. It knows no SQL and calculates
 * nothing. struct column says what a column means: its key for machines, its label for people, its
 * kind for alignment and form. All formats write cells by cell_machine and cell_people, so a number
 * looks the same everywhere.
 *
 * The calls are: open; for every sheet begin, row…, end; close. Formats that hold only one table
 * (csv, tsv, json) get one sheet.
 */
#ifndef MEMBERSTAT_RENDER_H
#define MEMBERSTAT_RENDER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include "base/code_list.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/label.h"

enum column_kind {
	COL_TEXT,    /* words */
	COL_CODE,    /* an identifier: never a number, whatever it looks like */
	COL_TREE,    /* a unit's name, drawn as a tree for people by the row's level */
	COL_LEVEL,   /* depth in the tree, for machines; people see it as the tree */
	COL_WORD,    /* a word of a code list: its code for machines, its label for people */
	COL_COUNT,   /* whole number */
	COL_PERCENT, /* fraction of percents, 2 decimals */
	COL_POINTS,  /* difference of percents, 2 decimals, its sign shown to people */
	COL_RATE,    /* fraction, 2 decimals */
	COL_SHARE,   /* input percent (number.h PERCENT_UNIT), as many decimals as it needs */
	COL_DATE,    /* day number */
	COL_BIRTH,   /* YYYYMMDD, 00 for unknown parts */
};

struct column {
	const char *key; /* name in CSV and JSON (data/README.md section 5) */
	enum column_kind kind;
	struct label label;
	const struct code_list *codes; /* for COL_WORD */
	int decimals_for_people;       /* for COL_PERCENT, when it is not 2: 1 in progress */
	bool bar;                      /* a bar beside each percent on a terminal */
	bool main;                     /* in a one_row sheet: a page shows the figure large */
};

enum cell_type { CELL_EMPTY, CELL_TEXT, CELL_NUMBER, CELL_FRACTION };

struct cell {
	enum cell_type type;
	const char *text; /* CELL_TEXT; valid UTF-8, borrowed until the call returns */
	int64_t number;   /* CELL_NUMBER; in CELL_FRACTION what is divided */
	int64_t under;    /* CELL_FRACTION: what it is divided by, > 0 */
};

struct parameter {
	const char *name;
	enum { PARAMETER_TEXT, PARAMETER_NUMBER, PARAMETER_FLAG } type;
	const char *text;
	int64_t number;
};

/* A picture in html and xlsx: what to draw, from which columns. */
enum chart_kind { CHART_NONE, CHART_BARS, CHART_LINES, CHART_PYRAMID };

struct chart {
	enum chart_kind kind;
	const char *across;    /* key of the column whose cells are the labels */
	const char *values[3]; /* keys of the columns that are drawn; NULL after the last */
	const char *second;    /* key of one more column, drawn on a scale of its own, or NULL */
	struct label title;
	bool ranked;              /* CHART_BARS: the longest first, not in the order of the rows */
	const struct chart *next; /* a further picture of the same rows, or NULL */
};

struct sheet {
	const char *name; /* name for machines of what it shows: "progress", "structure" */
	const char
		*id; /* its name among the sheets of a document: "structure-age"; NULL for name */
	struct label title;
	int as_of; /* day */
	const struct column *columns;
	size_t count;
	const struct parameter *parameters; /* the options in force */
	size_t parameter_count;
	const struct chart *chart; /* or NULL */
	bool one_row; /* it has one row, which people read as lines of heading and value */
	const struct form *form; /* form.h: of a sheet to be filled in (render_form); else NULL */
	bool picture;            /* it exists for its chart, which belongs to the sheet before it */
};

struct render_options {
	enum lang lang;
	bool terminal; /* a person is looking: controls are made visible, width counts */
	bool colour;
	int width;  /* columns of the terminal, 0 for no limit */
	bool guard; /* formula guard in csv and tsv (data/README.md section 5) */
	bool excel; /* --excel profile of csv */
};

/* Where the output goes, and what a renderer remembers between calls. */
struct output {
	FILE *file;
	struct render_options options;
	void *state; /* belongs to the renderer */
	size_t rows; /* rows of the sheet so far; the caller counts them */
};

struct renderer {
	const char *name;
	const char *extension; /* of a file name, without the point */
	bool many;             /* a document may hold several sheets */
	bool binary;           /* cannot be shown on a terminal */
	bool draws;            /* draws charts; others get no sheets that are only pictures */
	enum status (*open)(struct output *out, struct error *error);
	enum status (*begin)(struct output *out, const struct sheet *sheet, struct error *error);
	enum status (*row)(struct output *out, const struct cell *cells, struct error *error);
	/* notes: paragraphs below the rows in the chosen language, NULL-terminated; or NULL.
	 * Formats for machines leave them out. */
	enum status (*end)(struct output *out, const char *const *notes, struct error *error);
	/* Ends the document and frees state. Called once when open has succeeded, also after a
	 * failure. */
	enum status (*close)(struct output *out, struct error *error);
};

extern const struct renderer render_table, render_csv, render_tsv, render_json, render_markdown,
	render_html;
#ifdef WITH_XLSX
extern const struct renderer render_xlsx;
/* A workbook to be filled in. Not among the formats: only a sheet that has a form can be one. */
extern const struct renderer render_form;
#endif

/* All formats, NULL-terminated. */
extern const struct renderer *const renderers[];
const struct renderer *renderer_find(const char *name);
/* The format that the ending of a file name means; NULL when it means none. */
const struct renderer *renderer_for_file(const char *path);

/* Appends the cell as machines read it; nothing for an empty one. */
void cell_machine(struct buf *out, const struct column *column, const struct cell *cell);
/* Appends the cell as people read it in the look's language; percents with their sign. */
void cell_people(
	struct buf *out, const struct column *column, const struct cell *cell, enum lang lang);
/* The word that a cell of a COL_WORD column means, by value or by code; NULL when there is none. */
const struct word *cell_word(const struct column *column, const struct cell *cell);
/* Is it aligned to the right, as counts, percents and rates are? */
bool column_is_number(const struct column *column);
/* Do people see the column? They do not see the level, which the tree shows, nor the date of a
 * single record, which stands in its title. */
bool column_is_shown(const struct sheet *sheet, const struct column *column);
const char *sheet_id(const struct sheet *sheet);
/* Level of the row in the tree, from its COL_LEVEL cell; 0 without one. */
int row_level(const struct sheet *sheet, const struct cell *cells);
/* The option of this name that is in force; NULL when there is none. */
const struct parameter *sheet_parameter(const struct sheet *sheet, const char *name);
/* Appends "As of 2022-04-30", "Tính đến ngày 30/04/2022", or the period when the parameters `from`
 * and `to` are in force; and that it is compared with last year, when it is. */
void sheet_as_of(struct buf *out, const struct sheet *sheet, enum lang lang);

/* Writes what the buffer holds to the output and empties it. */
enum status output_write(struct output *out, struct buf *buf, struct error *error);
/* The same, and empties the buffer of stdio too, so that a full disk shows now. */
enum status output_flush(struct output *out, struct buf *buf, struct error *error);

#endif
