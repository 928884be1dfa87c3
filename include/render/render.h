/*
 * render - figures to a page: one small interface, one file per format.
 *
 * A renderer gets typed cells, row by row, and formats them; it knows no SQL, sums nothing and divides
 * nothing. What a column means stands in its struct column: the key for machines, the label for
 * people, the kind for alignment and form. Shared forms of a cell are in cell_machine and
 * cell_people, so a number looks the same in every format.
 *
 * Life of a renderer: open, then for every sheet begin, row…, end; then close. Formats that hold one
 * table only (csv, tsv, json) are given one sheet.
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
	COL_LEVEL,   /* a count that machines get; people see it as the tree */
	COL_WORD,    /* value of a code list: its code for machines, its label for people */
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
	const struct code_list *codes; /* of COL_WORD */
	int decimals_for_people;       /* of COL_PERCENT, when not 2: 1 for progress */
	bool bar;                      /* a bar beside each percent on a terminal */
	bool main;                     /* of a one_row sheet: a figure to be set large on a page */
};

enum cell_type { CELL_EMPTY, CELL_TEXT, CELL_NUMBER, CELL_FRACTION };

struct cell {
	enum cell_type type;
	const char *text; /* CELL_TEXT, borrowed for the call; valid UTF-8 */
	int64_t number;   /* CELL_NUMBER; the upper part of CELL_FRACTION */
	int64_t under;    /* CELL_FRACTION, > 0 */
};

struct parameter {
	const char *name;
	enum { PARAMETER_TEXT, PARAMETER_NUMBER, PARAMETER_FLAG } type;
	const char *text;
	int64_t number;
};

/* Pictures of the html and xlsx formats: what to draw from which columns. */
enum chart_kind { CHART_NONE, CHART_BARS, CHART_LINES, CHART_PYRAMID };

struct chart {
	enum chart_kind kind;
	const char *across;    /* key of the column of labels */
	const char *values[3]; /* keys of the columns drawn, NULL-terminated when fewer */
	const char *second;    /* key of a column with a scale of its own, or NULL */
	struct label title;
	bool ranked;              /* CHART_BARS: longest first, whatever the order of the rows */
	const struct chart *next; /* another picture of the same rows, or NULL */
};

struct sheet {
	const char *name; /* machine name of what it shows: "progress", "structure" */
	const char
		*id; /* its name among the sheets of a document: "structure-age"; NULL for name */
	struct label title;
	int as_of; /* day */
	const struct column *columns;
	size_t count;
	const struct parameter *parameters; /* the options in force */
	size_t parameter_count;
	const struct chart *chart; /* or NULL */
	bool one_row; /* a single record: people read it as lines of heading and value */
	bool picture; /* its rows are there for its chart, which belongs to the sheet before it */
};

struct render_options {
	enum lang lang;
	bool terminal; /* a person is looking: control characters are made visible, width matters */
	bool colour;
	int width;  /* columns of the terminal, 0 for no limit */
	bool guard; /* formula guard in csv and tsv (data/README.md section 5) */
	bool excel; /* --excel profile of csv */
};

/* Where output goes and what a renderer remembers between calls. */
struct output {
	FILE *file;
	struct render_options options;
	void *state; /* the renderer's own */
	size_t rows; /* given so far in the sheet; counted by who gives them */
};

struct renderer {
	const char *name;
	const char *extension; /* without the point */
	bool many;             /* may hold several sheets */
	bool binary;           /* not for a terminal */
	bool draws;            /* shows charts; others get no sheet that is a picture */
	enum status (*open)(struct output *out, struct error *error);
	enum status (*begin)(struct output *out, const struct sheet *sheet, struct error *error);
	enum status (*row)(struct output *out, const struct cell *cells, struct error *error);
	/* notes: paragraphs in the chosen language to stand below the rows, NULL-terminated, or NULL;
	 * formats for machines leave them out. */
	enum status (*end)(struct output *out, const char *const *notes, struct error *error);
	/* Ends the document and frees state; called once after open succeeded, after a failure too. */
	enum status (*close)(struct output *out, struct error *error);
};

extern const struct renderer render_table, render_csv, render_tsv, render_json, render_markdown,
	render_html;
#ifdef WITH_XLSX
extern const struct renderer render_xlsx;
#endif

/* All of them, NULL-terminated. */
extern const struct renderer *const renderers[];
const struct renderer *renderer_find(const char *name);
/* By the ending of a file name; NULL when it has none of ours. */
const struct renderer *renderer_for_file(const char *path);

/* Appends the cell as machines read it; nothing for an empty one. */
void cell_machine(struct buf *out, const struct column *column, const struct cell *cell);
/* Appends the cell as people read it in the look's language; percents with their sign. */
void cell_people(
	struct buf *out, const struct column *column, const struct cell *cell, enum lang lang);
/* The word that a cell of a COL_WORD column means, by value or by code; NULL when there is none. */
const struct word *cell_word(const struct column *column, const struct cell *cell);
/* Is it shown to the right: counts, percents, rates? */
bool column_is_number(const struct column *column);
/* Do people see it? Not the level (it is the tree), nor the date of a record whose page has said it. */
bool column_is_shown(const struct sheet *sheet, const struct column *column);
const char *sheet_id(const struct sheet *sheet);
/* Level of the row in the tree, from its COL_LEVEL cell; 0 without one. */
int row_level(const struct sheet *sheet, const struct cell *cells);
/* The option in force with this name; NULL when there is none. */
const struct parameter *sheet_parameter(const struct sheet *sheet, const char *name);
/* Appends "As of 2022-04-30", "Tính đến ngày 30/04/2022", or the period when the parameters `from` and
 * `to` are in force; and that it is compared with the year before, when it is. */
void sheet_as_of(struct buf *out, const struct sheet *sheet, enum lang lang);

/* Writes what the buffer holds to the output and empties it. */
enum status output_write(struct output *out, struct buf *buf, struct error *error);
/* The same, and nothing stays behind in stdio: a full disk is seen now. */
enum status output_flush(struct output *out, struct buf *buf, struct error *error);

#endif
