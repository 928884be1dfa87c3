/* Horizontal bars, with a mark to compare them with when there is one; and the pyramid of age
 * bands. */
#include "render/svg.h"

#include <stdlib.h>
#include <string.h>

#include "render/markup.h"

enum {
	BAR_ROW = 22,   /* height of a row */
	BAR_THICK = 12, /* of the bar in it */
	BAR_VALUE = 76, /* room for the value behind the longest bar */
	BAR_LABEL = 34, /* characters of a label */
	BAR_GAP = 12,   /* between a label and its bar */
	BAR_SPARE = 10, /* short words may be wider than the mean width of letters */
	BAR_MOST = 40,  /* rows on a page; of more only the first and the last are drawn */
	BAND_ROW = 30,
	BAND_THICK = 22,
	BAND_GAP = 8,
	BAND_LABEL = 110, /* position where labels end */
	BAND_HALF = 130,  /* length of the longest bar on each side */
	BAND_VALUE = 54,  /* room for the value beside it */
};

static int longest_first(const void *left, const void *right)
{
	const struct svg_row *const *a = left, *const *b = right;

	if ((*a)->values[0].value != (*b)->values[0].value)
		return (*a)->values[0].value < (*b)->values[0].value ? 1 : -1;
	/* Rows with the same value keep their order, which is that of their addresses. */
	return *a < *b ? -1 : 1;
}

/* The rows to draw, without the total of the tree: its bar would make all others tiny. The caller
 * frees the array. */
static const struct svg_row **bar_rows(const struct svg *svg, size_t *count)
{
	const struct svg_row **rows = memory_get(svg->count * sizeof *rows);
	bool parts = false;

	for (size_t i = 0; i < svg->count; i++)
		parts = parts || (!svg->rows[i].root && svg->rows[i].values[0].present);
	*count = 0;
	for (size_t i = 0; i < svg->count; i++) {
		const struct svg_row *row = &svg->rows[i];

		if (row->values[0].present && !(parts && row->root))
			rows[(*count)++] = row;
	}
	if (svg->chart->ranked)
		qsort(rows, *count, sizeof *rows, longest_first);
	return rows;
}

struct bars {
	struct svg *svg;
	const struct svg_row **rows;
	size_t count, hidden; /* how many of them, in the middle, are left out */
	bool any_short;
	struct svg_scale scale;
	const struct svg_value *line; /* the mark when it is the same in all rows, else NULL */
	int left, length;             /* position where bars begin, and length of the scale */
};

static bool is_short(const struct svg_row *row)
{
	return row->values[1].present && row->values[0].value < row->values[1].value;
}

/* Is the mark the same for all rows? */
static bool one_mark(const struct bars *bars)
{
	for (size_t i = 0; i < bars->count; i++) {
		const struct svg_value *mark = &bars->rows[i]->values[1];

		if (!mark->present || mark->value != bars->rows[0]->values[1].value)
			return false;
	}
	return true;
}

static void measure(struct bars *bars)
{
	int64_t lowest = 0, highest = 0;
	int widest = 0;

	for (size_t i = 0; i < bars->count; i++) {
		const struct svg_row *row = bars->rows[i];
		int width = svg_width(row->label);

		widest = width > widest ? width : widest;
		bars->any_short = bars->any_short || is_short(row);
		for (int j = 0; j < 2; j++) {
			if (!row->values[j].present)
				continue;
			highest = row->values[j].value > highest ? row->values[j].value : highest;
			lowest = row->values[j].value < lowest ? row->values[j].value : lowest;
		}
	}
	bars->line = one_mark(bars) ? &bars->rows[0]->values[1] : NULL;
	bars->left = BAR_GAP + BAR_SPARE + (widest < BAR_LABEL * 7 ? widest : BAR_LABEL * 7);
	bars->length = SVG_WIDTH - BAR_VALUE - bars->left;
	bars->scale = svg_scale(lowest, highest, bars->svg->series[0]);
}

static int bars_legend(struct buf *out, const struct bars *bars)
{
	const struct svg *svg = bars->svg;
	bool vi = svg->lang == LANG_VI;
	struct buf text = {0};
	int x = 0, y = 0;

	if (svg->series[1] == NULL)
		return 0;
	svg_legend(out, &x, &y, "bar", svg_label(svg, 0));
	if (bars->any_short) {
		buf_puts(&text, vi ? "dưới mốc" : "below the mark");
		svg_legend(out, &x, &y, "bar short", buf_text(&text));
	}
	buf_clear(&text);
	buf_printf(&text, vi ? "mốc: %s" : "mark: %s", svg_label(svg, 1));
	if (bars->line)
		buf_printf(&text, " %s", bars->line->text);
	svg_legend(out, &x, &y, "mark", buf_text(&text));
	buf_release(&text);
	return y + 28;
}

/* Draws the ticks above the bars, with grid lines down to `bottom`. */
static void bars_axis(struct buf *out, const struct bars *bars, int top, int bottom)
{
	struct buf text = {0};

	for (int64_t at = bars->scale.low; at <= bars->scale.high; at += bars->scale.step) {
		int x = bars->left + svg_position(&bars->scale, at, bars->length) / 10;

		buf_printf(out, "<path class=\"grid\" d=\"M%d %dV%d\"/>\n", x, top + 18, bottom);
		buf_clear(&text);
		svg_tick(&text, bars->svg, &bars->scale, bars->svg->series[0], at);
		svg_text(out, "tick middle", x, top + 12, buf_text(&text), 0);
	}
	buf_release(&text);
}

/* Draws a dashed line, with a rim so that it is visible on the bars. */
static void bars_mark(struct buf *out, const struct bars *bars, int64_t value, int top, int bottom)
{
	static const char *const classes[] = {"rim", "mark"};
	int x = bars->left * 10 + svg_position(&bars->scale, value, bars->length);

	for (int i = 0; i < 2; i++) {
		buf_printf(out, "<path class=\"%s\" d=\"M", classes[i]);
		svg_number(out, x);
		buf_printf(out, " %dV%d\"/>\n", top, bottom);
	}
}

static void bars_row(struct buf *out, const struct bars *bars, const struct svg_row *row, int y)
{
	int zero = svg_position(&bars->scale, 0, bars->length);
	int end = svg_position(&bars->scale, row->values[0].value, bars->length);

	buf_printf(out, "<rect class=\"bar%s\" x=\"", is_short(row) ? " short" : "");
	svg_number(out, bars->left * 10 + (end < zero ? end : zero));
	buf_printf(out, "\" y=\"%d\" width=\"", y + (BAR_ROW - BAR_THICK) / 2);
	svg_number(out, abs(end - zero));
	buf_printf(out, "\" height=\"%d\"><title>", BAR_THICK);
	markup_text(out, row->label);
	buf_puts(out, ": ");
	markup_text(out, row->values[0].text);
	buf_puts(out, "</title></rect>\n");
	if (row->values[1].present && bars->line == NULL)
		bars_mark(out, bars, row->values[1].value, y + 2, y + BAR_ROW - 2);
}

static void bars_text(struct buf *out, const struct bars *bars, const struct svg_row *row, int y)
{
	int zero = svg_position(&bars->scale, 0, bars->length);
	int end = svg_position(&bars->scale, row->values[0].value, bars->length);

	svg_text(out, "label end", bars->left - BAR_GAP, y + 15, row->label, BAR_LABEL);
	svg_text(out, "value", bars->left + (end > zero ? end : zero) / 10 + 6, y + 15,
		row->values[0].text, 0);
}

static void bars_desc(struct buf *out, const struct bars *bars)
{
	const struct svg_row *most = bars->rows[0], *least = bars->rows[0];

	for (size_t i = 1; i < bars->count; i++) {
		if (bars->rows[i]->values[0].value > most->values[0].value)
			most = bars->rows[i];
		if (bars->rows[i]->values[0].value < least->values[0].value)
			least = bars->rows[i];
	}
	buf_printf(out,
		bars->svg->lang == LANG_VI ? "%s: %zu dòng, cao nhất %s (%s), thấp nhất %s (%s). "
					     "Số liệu đầy đủ trong bảng bên dưới."
					   : "%s: %zu rows, highest %s (%s), lowest %s (%s). The "
					     "table below has all figures.",
		svg_label(bars->svg, 0), bars->count, most->label, most->values[0].text,
		least->label, least->values[0].text);
}

/* Writes how many rows are left out, in the place where they would be. */
static void bars_gap(struct buf *out, const struct bars *bars, int y)
{
	struct buf text = {0};

	buf_printf(&text, bars->svg->lang == LANG_VI ? "… và %zu dòng khác" : "… and %zu more rows",
		bars->hidden);
	svg_text(out, "tick", bars->left, y + 15, buf_text(&text), 0);
	buf_release(&text);
}

/* Calls `draw` for every row that is drawn, each at its height. */
static void each_row(struct buf *out, const struct bars *bars, int y,
	void (*draw)(struct buf *, const struct bars *, const struct svg_row *, int))
{
	for (size_t i = 0; i < bars->count; i++, y += BAR_ROW) {
		if (bars->hidden && i == BAR_MOST / 2) {
			i += bars->hidden;
			y += BAR_ROW;
		}
		draw(out, bars, bars->rows[i], y);
	}
}

/* Draws the bars, the mark over them, and the texts over both. Returns the height. */
static int bars_draw(struct buf *out, struct bars *bars)
{
	int lines = (int)(bars->hidden ? BAR_MOST + 1 : bars->count);
	int top = bars_legend(out, bars);
	int first = top + 22, bottom = first + lines * BAR_ROW;

	bars_axis(out, bars, top, bottom);
	each_row(out, bars, first, bars_row);
	if (bars->line)
		bars_mark(out, bars, bars->line->value, top + 18, bottom);
	each_row(out, bars, first, bars_text);
	if (bars->hidden)
		bars_gap(out, bars, first + BAR_MOST / 2 * BAR_ROW);
	return bottom + 4;
}

int svg_bars(struct buf *out, struct svg *svg, struct buf *desc)
{
	struct bars bars = {.svg = svg};
	int height;

	bars.rows = bar_rows(svg, &bars.count);
	bars.hidden = bars.count > BAR_MOST ? bars.count - BAR_MOST : 0;
	measure(&bars);
	height = bars_draw(out, &bars);
	bars_desc(desc, &bars);
	free(bars.rows);
	return height;
}

static void band_rect(struct buf *out, const char *class, int x, int y, int width)
{
	buf_printf(out, "<rect class=\"%s\" x=\"", class);
	svg_number(out, x);
	buf_printf(out, "\" y=\"%d\" width=\"", y + (BAND_ROW - BAND_THICK) / 2);
	svg_number(out, width);
	buf_printf(out, "\" height=\"%d\"/>\n", BAND_THICK);
}

static void band_row(struct buf *out, const struct svg *svg, const struct svg_row *row,
	const struct svg_scale *scale, int y)
{
	const struct svg_value *left = &row->values[0], *right = &row->values[1];
	int middle = BAND_LABEL + BAND_VALUE + BAND_HALF;
	int width = left->present ? svg_position(scale, left->value, BAND_HALF) : 0;
	const char *left_class = row->unknown ? "bar short" : "bar";

	svg_text(out, "label end", BAND_LABEL, y + 19, row->label, 15);
	if (svg->series[1] == NULL) {
		band_rect(out, left_class, middle * 10 - width, y, 2 * width);
		svg_text(out, "value", middle + width / 10 + 8, y + 19,
			left->text ? left->text : "", 0);
		return;
	}
	band_rect(out, left_class, middle * 10 - 10 - width, y, width);
	svg_text(
		out, "value end", middle - width / 10 - 9, y + 19, left->text ? left->text : "", 0);
	width = right->present ? svg_position(scale, right->value, BAND_HALF) : 0;
	band_rect(out, "bar other", middle * 10 + 10, y, width);
	svg_text(out, "value", middle + width / 10 + 9, y + 19, right->text ? right->text : "", 0);
}

int svg_pyramid(struct buf *out, struct svg *svg, struct buf *desc)
{
	struct svg_scale scale = {.low = 0, .high = 1, .step = 1};
	int x = 0, y = 0;

	if (svg->series[1]) {
		svg_legend(out, &x, &y, "bar", svg_label(svg, 0));
		svg_legend(out, &x, &y, "bar other", svg_label(svg, 1));
		y += 28;
	}
	for (size_t i = 0; i < svg->count; i++) {
		for (int j = 0; j < 2; j++) {
			if (svg->rows[i].values[j].value > scale.high)
				scale.high = svg->rows[i].values[j].value;
		}
	}
	/* The youngest are at the bottom; people without a band are drawn apart, below. */
	for (int pass = 0; pass < 2; pass++, y += BAND_GAP) {
		for (size_t i = svg->count; i-- > 0;) {
			if (svg->rows[i].unknown != (pass == 1))
				continue;
			band_row(out, svg, &svg->rows[i], &scale, y);
			y += BAND_ROW;
		}
	}
	for (size_t i = 0; i < svg->count; i++) {
		const struct svg_row *row = &svg->rows[i];

		buf_printf(desc, "%s%s: %s", i ? "; " : "", row->label,
			row->values[0].present ? row->values[0].text : "–");
		if (row->values[1].present)
			buf_printf(desc, " / %s", row->values[1].text);
	}
	buf_putc(desc, '.');
	return y;
}
