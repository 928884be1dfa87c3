/* Lines over the rows, which are periods of time. A column with a scale of its own gets a panel of
 * its own below: with two scales in one panel, any two lines can be made to look alike. */
#include "render/svg.h"

#include <string.h>

#include "render/markup.h"

enum {
	PLOT_LEFT = 64,
	PLOT_RIGHT = 72, /* room for the last value */
	PLOT_WIDTH = SVG_WIDTH - PLOT_LEFT - PLOT_RIGHT,
	PLOT_HEIGHT = 190,
	PLOT_GAP = 16,   /* between a legend and its panel */
	LABEL_ROOM = 66, /* least distance between the labels below */
	DOTS_MOST = 40,  /* up to so many points are drawn as dots */
	END_LINE = 15,   /* least distance between the values at the ends of lines */
};

struct panel {
	struct svg *svg;
	struct svg_scale scale;
	int first, last; /* series from first to the one before last */
	int top;
};

/* Position of a row, in tenths of a pixel. A single point is in the middle. */
static int x_of(const struct svg *svg, size_t row)
{
	if (svg->count == 1)
		return PLOT_LEFT * 10 + PLOT_WIDTH * 5;
	return PLOT_LEFT * 10 + (int)(row * PLOT_WIDTH * 10 / (svg->count - 1));
}

static int y_of(const struct panel *panel, int64_t value)
{
	return (panel->top + PLOT_HEIGHT) * 10 - svg_position(&panel->scale, value, PLOT_HEIGHT);
}

static bool is_drawn(const struct svg *svg, int series)
{
	for (size_t i = 0; svg->series[series] && i < svg->count; i++) {
		if (svg->rows[i].values[series].present)
			return true;
	}
	return false;
}

static bool panel_measure(struct panel *panel)
{
	int64_t lowest = INT64_MAX, highest = INT64_MIN;
	const struct column *column = NULL;

	for (int s = panel->first; s < panel->last; s++) {
		for (size_t i = 0; is_drawn(panel->svg, s) && i < panel->svg->count; i++) {
			const struct svg_value *value = &panel->svg->rows[i].values[s];

			if (!value->present)
				continue;
			column = column ? column : panel->svg->series[s];
			lowest = value->value < lowest ? value->value : lowest;
			highest = value->value > highest ? value->value : highest;
		}
	}
	if (column == NULL)
		return false;
	panel->scale = svg_scale(lowest, highest, column);
	return true;
}

static const char *line_class(int series)
{
	static const char *const classes[SVG_SERIES] = {"line a", "line b", "line c", "line a"};

	return classes[series % SVG_SERIES];
}

static void panel_grid(struct buf *out, const struct panel *panel)
{
	const struct column *column = panel->svg->series[panel->first];
	struct buf text = {0};

	for (int64_t at = panel->scale.low; at <= panel->scale.high; at += panel->scale.step) {
		int y = y_of(panel, at) / 10;

		buf_printf(out, "<path class=\"grid\" d=\"M%d %dH%d\"/>\n", PLOT_LEFT, y,
			PLOT_LEFT + PLOT_WIDTH);
		buf_clear(&text);
		svg_tick(&text, panel->svg, &panel->scale, column, at);
		svg_text(out, "tick end", PLOT_LEFT - 10, y + 4, buf_text(&text), 0);
	}
	buf_release(&text);
}

/* Draws the line of a series, with a gap where a value is missing. */
static void series_line(struct buf *out, const struct panel *panel, int series)
{
	bool drawing = false;

	buf_printf(out, "<path class=\"%s\" d=\"", line_class(series));
	for (size_t i = 0; i < panel->svg->count; i++) {
		const struct svg_value *value = &panel->svg->rows[i].values[series];

		if (value->present) {
			buf_putc(out, drawing ? 'L' : 'M');
			svg_number(out, x_of(panel->svg, i));
			buf_putc(out, ' ');
			svg_number(out, y_of(panel, value->value));
		}
		drawing = value->present;
	}
	buf_puts(out, "\"/>\n");
}

static void series_dots(struct buf *out, const struct panel *panel, int series)
{
	const struct svg *svg = panel->svg;

	for (size_t i = 0; i < svg->count; i++) {
		const struct svg_row *row = &svg->rows[i];

		if (!row->values[series].present)
			continue;
		buf_puts(out, "<circle class=\"dot\" cx=\"");
		svg_number(out, x_of(svg, i));
		buf_puts(out, "\" cy=\"");
		svg_number(out, y_of(panel, row->values[series].value));
		buf_printf(out, "\" r=\"%s\"><title>", svg->count <= DOTS_MOST ? "2.5" : "1.5");
		markup_text(out, row->label);
		buf_puts(out, ": ");
		markup_text(out, row->values[series].text);
		buf_puts(out, "</title></circle>\n");
	}
}

static const struct svg_row *edge_row(const struct svg *svg, int series, bool last)
{
	for (size_t i = 0; i < svg->count; i++) {
		const struct svg_row *row = &svg->rows[last ? svg->count - 1 - i : i];

		if (row->values[series].present)
			return row;
	}
	return NULL;
}

/* Writes the last value at the end of each line, moved apart where lines end close together. */
static void panel_ends(struct buf *out, const struct panel *panel)
{
	int placed[SVG_SERIES], count = 0;

	for (int s = panel->first; s < panel->last; s++) {
		const struct svg_row *row =
			is_drawn(panel->svg, s) ? edge_row(panel->svg, s, true) : NULL;
		int x, y;

		if (row == NULL)
			continue;
		x = x_of(panel->svg, (size_t)(row - panel->svg->rows)) / 10;
		y = y_of(panel, row->values[s].value) / 10 + 4;
		for (int i = 0; i < count; i++) {
			if (y > placed[i] - END_LINE && y < placed[i] + END_LINE)
				y = placed[i] + (y < placed[i] ? -END_LINE : END_LINE);
		}
		placed[count++] = y;
		svg_text(out, s == panel->first ? "value strong" : "value", x + 8, y,
			row->values[s].text, 0);
	}
}

static void panel_legend(struct buf *out, struct panel *panel)
{
	int x = 0;

	for (int s = panel->first; s < panel->last; s++) {
		if (is_drawn(panel->svg, s))
			svg_legend(out, &x, &panel->top, line_class(s), svg_label(panel->svg, s));
	}
	panel->top += 16 + PLOT_GAP;
}

/* Writes as many labels as fit, at regular steps; these divide a year when the rows are months. */
static void lines_labels(struct buf *out, const struct svg *svg, int y)
{
	static const size_t steps[] = {1, 2, 3, 6, 12, 24, 60, 120};
	size_t step = 0, fit = PLOT_WIDTH / LABEL_ROOM;

	for (size_t i = 0; i < sizeof steps / sizeof steps[0] && step == 0; i++) {
		if (svg->count / steps[i] <= fit)
			step = steps[i];
	}
	if (step == 0)
		step = svg->count / fit + 1;
	for (size_t i = 0; i < svg->count; i += step) {
		int x = x_of(svg, i) / 10;

		buf_printf(out, "<path class=\"axis\" d=\"M%d %dv5\"/>\n", x, y);
		svg_text(out, "tick middle", x, y + 19, svg->rows[i].label, 12);
	}
}

static void lines_desc(struct buf *out, const struct svg *svg, int series)
{
	const struct svg_row *first = edge_row(svg, series, false);
	const struct svg_row *last = edge_row(svg, series, true);

	buf_printf(out,
		svg->lang == LANG_VI ? "%s: từ %s (%s) đến %s (%s). "
				     : "%s: from %s (%s) to %s (%s). ",
		svg_label(svg, series), first->values[series].text, first->label,
		last->values[series].text, last->label);
}

/* Draws a panel at height `top`. Returns the height at which the next one may begin. */
static int draw_panel(struct buf *out, struct svg *svg, int first, int last, int top)
{
	struct panel panel = {.svg = svg, .first = first, .last = last, .top = top};

	if (!panel_measure(&panel))
		return top;
	panel_legend(out, &panel);
	panel_grid(out, &panel);
	for (int s = last - 1; s >= first; s--) {
		if (!is_drawn(svg, s))
			continue;
		series_line(out, &panel, s);
		if (s == first)
			series_dots(out, &panel, s);
	}
	panel_ends(out, &panel);
	lines_labels(out, svg, panel.top + PLOT_HEIGHT);
	return panel.top + PLOT_HEIGHT + 40;
}

int svg_lines(struct buf *out, struct svg *svg, struct buf *desc)
{
	int y = draw_panel(out, svg, 0, SVG_SECOND, 0);

	y = draw_panel(out, svg, SVG_SECOND, SVG_SERIES, y);
	for (int s = 0; s < SVG_SERIES; s++) {
		if (is_drawn(svg, s))
			lines_desc(desc, svg, s);
	}
	buf_puts(desc, svg->lang == LANG_VI ? "Số liệu đầy đủ trong bảng bên dưới."
					    : "The table below has all figures.");
	return y - 12;
}
