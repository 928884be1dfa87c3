#include "render/svg.h"

#include <stdlib.h>
#include <string.h>

#include "render/markup.h"
#include "base/number.h"
#include "base/text.h"
#include "render/sheet.h"

bool svg_start(
	struct svg *svg, const struct chart *chart, const struct sheet *sheet, enum lang lang)
{
	*svg = (struct svg){.chart = chart, .sheet = sheet, .lang = lang};
	if (chart->kind == CHART_NONE)
		return false;
	svg->across = sheet_column(sheet, chart->across);
	for (int i = 0; i < SVG_SECOND && chart->values[i]; i++)
		svg->series[i] = sheet_column(sheet, chart->values[i]);
	svg->series[SVG_SECOND] = sheet_column(sheet, chart->second);
	return svg->across != NULL && svg->series[0] != NULL;
}

/* Larger values are drawn at this limit, so that products of positions cannot overflow. */
static int64_t bounded(int64_t value)
{
	const int64_t most = INT64_C(10000000000) * SVG_VALUE_UNIT;

	if (value > most)
		return most;
	return value < -most ? -most : value;
}

static int64_t cell_scaled(const struct column *column, const struct cell *cell)
{
	if (cell->type == CELL_FRACTION)
		return bounded(number_round(cell->number, cell->under, 4));
	if (column->kind == COL_SHARE)
		return bounded(cell->number * (SVG_VALUE_UNIT / PERCENT_UNIT));
	if (cell->number > INT64_MAX / SVG_VALUE_UNIT || cell->number < INT64_MIN / SVG_VALUE_UNIT)
		return bounded(cell->number);
	return bounded(cell->number * SVG_VALUE_UNIT);
}

static const struct cell *cell_of(
	const struct svg *svg, const struct column *column, const struct cell *cells)
{
	return &cells[column - svg->sheet->columns];
}

static char *cell_text(const struct svg *svg, const struct column *column, const struct cell *cell)
{
	struct buf text = {0};

	cell_people(&text, column, cell, svg->lang);
	return text.data ? text.data : memory_text("", 0);
}

static bool is_unknown(const struct column *column, const struct cell *cell)
{
	const struct word *word = cell_word(column, cell);
	const char *code = word ? word->code : cell->type == CELL_TEXT ? cell->text : "";

	return column->kind == COL_WORD && strcmp(code, "unknown") == 0;
}

void svg_add(struct svg *svg, const struct cell *cells)
{
	const struct cell *across = cell_of(svg, svg->across, cells);
	struct svg_row row = {.label = cell_text(svg, svg->across, across)};

	row.root = sheet_is_tree(svg->sheet) && row_level(svg->sheet, cells) == 0;
	row.unknown = is_unknown(svg->across, across);
	for (int i = 0; i < SVG_SERIES; i++) {
		const struct cell *cell =
			svg->series[i] ? cell_of(svg, svg->series[i], cells) : NULL;

		if (cell == NULL || (cell->type != CELL_NUMBER && cell->type != CELL_FRACTION))
			continue;
		row.values[i] = (struct svg_value){.present = true,
			.value = cell_scaled(svg->series[i], cell),
			.text = cell_text(svg, svg->series[i], cell)};
	}
	svg->rows = memory_grow(svg->rows, svg->count, &svg->room, sizeof *svg->rows);
	svg->rows[svg->count++] = row;
}

static bool has_values(const struct svg *svg)
{
	int last = svg->chart->kind == CHART_LINES ? SVG_SERIES : 1;

	for (size_t i = 0; i < svg->count; i++) {
		for (int j = 0; j < last; j++) {
			if (svg->rows[i].values[j].present)
				return true;
		}
	}
	return false;
}

void svg_write(struct buf *out, struct svg *svg, int id)
{
	struct buf body = {0}, desc = {0};
	bool narrow = svg->chart->kind == CHART_PYRAMID;
	int height = 0;

	if (!has_values(svg))
		return;
	if (svg->chart->kind == CHART_BARS)
		height = svg_bars(&body, svg, &desc);
	else if (svg->chart->kind == CHART_PYRAMID)
		height = svg_pyramid(&body, svg, &desc);
	else
		height = svg_lines(&body, svg, &desc);
	buf_printf(out,
		"<svg%s viewBox=\"0 0 %d %d\" role=\"img\" aria-labelledby=\"picture-%d "
		"picture-%d-desc\">\n"
		"<title id=\"picture-%d\">",
		narrow ? " class=\"narrow\"" : "", narrow ? SVG_NARROW : SVG_WIDTH, height, id, id,
		id);
	markup_text(out, label_in(svg->chart->title, svg->lang));
	buf_printf(out, "</title>\n<desc id=\"picture-%d-desc\">", id);
	markup_text(out, buf_text(&desc));
	buf_puts(out, "</desc>\n");
	buf_add(out, buf_text(&body), body.len);
	buf_puts(out, "</svg>\n");
	buf_release(&body);
	buf_release(&desc);
}

void svg_release(struct svg *svg)
{
	for (size_t i = 0; i < svg->count; i++) {
		free(svg->rows[i].label);
		for (int j = 0; j < SVG_SERIES; j++)
			free(svg->rows[i].values[j].text);
	}
	free(svg->rows);
	*svg = (struct svg){0};
}
