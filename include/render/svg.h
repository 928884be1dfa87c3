/*
 * svg - a picture of a sheet's rows: bars, lines over time, or the pyramid of ages.
 *
 * A picture collects values from the rows and is written at the end of the sheet, as one <svg>
 * element of an HTML page. Its colours are those that the page gives its classes (markup_style), so
 * it follows light, dark and print. <title> and <desc> tell what it shows to people who cannot see
 * it. All arithmetic is in integers, so the same rows give the same bytes everywhere.
 */
#ifndef MEMBERSTAT_SVG_H
#define MEMBERSTAT_SVG_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/label.h"
#include "render/render.h"

enum {
	SVG_WIDTH = 720,       /* in units of the picture */
	SVG_NARROW = 480,      /* of a pyramid, so that a phone shows all of it */
	SVG_SERIES = 4,        /* chart.values, then chart.second */
	SVG_SECOND = 3,        /* index of chart.second */
	SVG_VALUE_UNIT = 10000 /* values are whole numbers of ten-thousandths */
};

struct svg_value {
	bool present;
	int64_t value;
	char *text; /* as people read it */
};

struct svg_row {
	char *label;
	bool root;    /* level 0 of a tree */
	bool unknown; /* the group "unknown" of a code list */
	struct svg_value values[SVG_SERIES];
};

/* A picture being made. Columns are borrowed from the sheet, rows are copied. A zeroed struct draws
 * nothing. */
struct svg {
	const struct chart *chart;
	enum lang lang;
	const struct sheet *sheet;
	const struct column *across;
	const struct column *series[SVG_SERIES]; /* NULL for a series that is not drawn */
	struct svg_row *rows;
	size_t count, room;
};

/* Begins a picture. False, and there is nothing to release, when the sheet has not the columns that
 * the chart names. */
bool svg_start(
	struct svg *svg, const struct chart *chart, const struct sheet *sheet, enum lang lang);
void svg_add(struct svg *svg, const struct cell *cells);
/* Appends the picture; nothing when no row has a value to draw. `id` is part of its ids, which must
 * be unique on the page. */
void svg_write(struct buf *out, struct svg *svg, int id);
void svg_release(struct svg *svg);

/*
 * For the files svg_*.c, which draw one kind of picture each. They append elements and return the
 * height of the picture; to `desc` they append the same in plain words.
 */
int svg_bars(struct buf *out, struct svg *svg, struct buf *desc);
int svg_pyramid(struct buf *out, struct svg *svg, struct buf *desc);
int svg_lines(struct buf *out, struct svg *svg, struct buf *desc);

/* A scale with ticks at round values from low to high, both multiples of step. */
struct svg_scale {
	int64_t low, high, step;
};

/* A scale of round values from lowest to highest, and from zero when that is not far below. Counts
 * have no ticks between whole numbers. */
struct svg_scale svg_scale(int64_t lowest, int64_t highest, const struct column *column);
/* Position of a value on a line of `length` pixels, in tenths of a pixel. */
int svg_position(const struct svg_scale *scale, int64_t value, int length);
/* Appends the value as it is written beside a tick. */
void svg_tick(struct buf *out, const struct svg *svg, const struct svg_scale *scale,
	const struct column *column, int64_t value);
/* Appends tenths of a pixel as a number: 123 is 12.3. */
void svg_number(struct buf *out, int tenths);
/* Appends <text class x y> with the text escaped and cut to `longest` characters (0: not cut). */
void svg_text(struct buf *out, const char *class, int x, int y, const char *text, size_t longest);
/* Estimated width of a text in pixels. */
int svg_width(const char *text);
/* Heading of a series in the picture's language. */
const char *svg_label(const struct svg *svg, int series);

/* Appends an entry of a legend at *x, *y and moves these on, to a new line when the row is full.
 * `swatch` is the class of its colour. */
void svg_legend(struct buf *out, int *x, int *y, const char *swatch, const char *text);

#endif
