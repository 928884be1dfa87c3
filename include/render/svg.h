/*
 * svg - a picture of a sheet's rows: bars, lines over time, or the pyramid of ages.
 *
 * A picture collects its few values while the rows go by and is written at the end of the sheet, as
 * one <svg> element for an HTML page. It has no colours of its own: the classes are styled by the
 * page (markup_style), so it follows light, dark and print. Its <title> and <desc> say what it
 * shows to who cannot see it. All arithmetic is in integers, so the same rows give the same bytes
 * everywhere.
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
	SVG_WIDTH = 720,       /* in a picture's own units */
	SVG_NARROW = 480,      /* of a pyramid, which a telephone can show whole */
	SVG_SERIES = 4,        /* chart.values, then chart.second */
	SVG_SECOND = 3,        /* index of chart.second */
	SVG_VALUE_UNIT = 10000 /* a value is a whole number of ten-thousandths */
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

/* Columns are borrowed from the sheet; rows are its own. A zeroed struct draws nothing. */
struct svg {
	const struct chart *chart;
	enum lang lang;
	const struct sheet *sheet;
	const struct column *across;
	const struct column *series[SVG_SERIES]; /* NULL for those not drawn */
	struct svg_row *rows;
	size_t count, capacity;
};

/* False, and nothing to release, when the sheet lacks the columns the chart names. */
bool svg_start(
	struct svg *svg, const struct chart *chart, const struct sheet *sheet, enum lang lang);
void svg_add(struct svg *svg, const struct cell *cells);
/* Appends the picture; nothing when no row has a value to draw. `id` makes its ids unique on the
 * page. */
void svg_write(struct buf *out, struct svg *svg, int id);
void svg_release(struct svg *svg);

/*
 * For the files that draw one kind each. They append elements and return the height they took;
 * `desc` receives plain text that tells the same in words.
 */
int svg_bars(struct buf *out, struct svg *svg, struct buf *desc);
int svg_pyramid(struct buf *out, struct svg *svg, struct buf *desc);
int svg_lines(struct buf *out, struct svg *svg, struct buf *desc);

/* An axis: ticks at round values from low to high, both multiples of step. */
struct svg_scale {
	int64_t low, high, step;
};

/* Round values that hold lowest to highest; zero is included when it is not far below. Counts have
 * no ticks between whole numbers. */
struct svg_scale svg_scale(int64_t lowest, int64_t highest, const struct column *column);
/* Position of a value on a line of `length` pixels, in tenths of a pixel. */
int svg_position(const struct svg_scale *scale, int64_t value, int length);
/* Appends the value as it stands beside a tick. */
void svg_tick(struct buf *out, const struct svg *svg, const struct svg_scale *scale,
	const struct column *column, int64_t value);
/* Appends tenths of a pixel as a number: 123 is 12.3. */
void svg_number(struct buf *out, int tenths);
/* Appends <text class x y>, the text escaped and cut to `longest` characters (0: never). */
void svg_text(struct buf *out, const char *class, int x, int y, const char *text, size_t longest);
/* Estimated width of a text in pixels. */
int svg_width(const char *text);
/* Heading of a series in the picture's language. */
const char *svg_label(const struct svg *svg, int series);

/* One entry of a legend; *x and *y move on, to a new line where the row is full. `swatch` is a
 * class. */
void svg_legend(struct buf *out, int *x, int *y, const char *swatch, const char *text);

#endif
