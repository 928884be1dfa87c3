/* Native charts of a spreadsheet: they follow the cells when those change. */
#include "render/xlsx.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "render/sheet.h"

enum {
	CHART_WIDTH = 720, /* pixels */
	CHART_HEIGHT = 300,
	CHART_TALLEST = 1600,
	BAR_HEIGHT = 24,     /* of one row's bars */
	FRAME_HEIGHT = 110,  /* title, axis and legend */
	ROW_HEIGHT = 20,     /* of the rows beside the charts */
	DEFAULT_WIDTH = 480, /* width in pixels of a chart with scale 1 */
	DEFAULT_HEIGHT = 288,
};

lxw_col_t xlsx_column(const struct sheet *sheet, const struct column *column)
{
	lxw_col_t at = 0;

	for (const struct column *one = sheet->columns; one < column; one++)
		at = (lxw_col_t)(at + column_is_shown(sheet, one));
	return at;
}

static lxw_row_t first_row(const struct xlsx *xlsx)
{
	/* Without the total of the tree: its bar would make all others tiny. */
	return xlsx->first_is_root && xlsx->row > 2 ? 2 : 1;
}

static void add_series(struct output *out, lxw_chart *chart, const struct chart *wanted,
	const char *key, bool mark)
{
	struct xlsx *xlsx = out->state;
	const struct column *across = sheet_column(xlsx->sheet, wanted->across);
	const struct column *column = sheet_column(xlsx->sheet, key);
	lxw_chart_line line = {.color = mark ? XLSX_MUTED : XLSX_ACCENT, .width = 2.25};
	lxw_chart_fill fill = {.color = mark ? 0xB4BCC6 : XLSX_ACCENT};
	lxw_chart_series *series;
	lxw_row_t first = wanted->kind == CHART_LINES ? 1 : first_row(xlsx), last = xlsx->row - 1;
	lxw_col_t at;

	if (across == NULL || column == NULL)
		return;
	series = xlsx->lib.chart_add_series(chart, NULL, NULL);
	at = xlsx_column(xlsx->sheet, across);
	xlsx->lib.chart_series_set_categories(series, xlsx->name.data, first, at, last, at);
	at = xlsx_column(xlsx->sheet, column);
	xlsx->lib.chart_series_set_values(series, xlsx->name.data, first, at, last, at);
	xlsx->lib.chart_series_set_name_range(series, xlsx->name.data, 0, at);
	if (wanted->kind == CHART_LINES) {
		line.dash_type = mark ? LXW_CHART_LINE_DASH_DASH : LXW_CHART_LINE_DASH_SOLID;
		xlsx->lib.chart_series_set_line(series, &line);
	} else {
		xlsx->lib.chart_series_set_fill(series, &fill);
	}
}

static double chart_pixels(const struct xlsx *xlsx, const struct chart *wanted)
{
	lxw_row_t rows = xlsx->row - first_row(xlsx);

	if (wanted->kind == CHART_LINES || rows * BAR_HEIGHT + FRAME_HEIGHT < CHART_HEIGHT)
		return CHART_HEIGHT;
	if (rows * BAR_HEIGHT + FRAME_HEIGHT > CHART_TALLEST)
		return CHART_TALLEST;
	return rows * BAR_HEIGHT + FRAME_HEIGHT;
}

static void shape_chart(struct output *out, lxw_chart *chart, const struct chart *wanted,
	const char *const *keys, int count)
{
	const struct xlsx *xlsx = out->state;
	const struct column *column = sheet_column(xlsx->sheet, keys[0]);
	bool lines = wanted->kind == CHART_LINES;
	bool percent = column && (column->kind == COL_PERCENT || column->kind == COL_SHARE);
	lxw_chart_axis *values = lines ? chart->y_axis : chart->x_axis;
	lxw_chart_line rule = {.color = 0xE0E2E5, .width = 0.75};

	xlsx->lib.chart_legend_set_position(
		chart, count > 1 ? LXW_CHART_LEGEND_BOTTOM : LXW_CHART_LEGEND_NONE);
	xlsx->lib.chart_axis_major_gridlines_set_visible(values, LXW_TRUE);
	xlsx->lib.chart_axis_major_gridlines_set_line(values, &rule);
	xlsx->lib.chart_axis_set_num_format(values, percent ? (lines ? "0.00%" : "0%") : "#,##0");
	if (lines)
		return;
	xlsx->lib.chart_set_series_gap(chart, wanted->kind == CHART_PYRAMID ? 15 : 50);
	/* Excel draws the first row at the bottom. That is right for a pyramid; a list begins at
	 * the top. */
	if (wanted->kind == CHART_BARS)
		xlsx->lib.chart_axis_set_reverse(chart->y_axis);
}

/* The title of a chart; one of the second scale is called after its column. */
static struct label title_of(const struct xlsx *xlsx, const struct chart *wanted, const char *key)
{
	const struct column *column = sheet_column(xlsx->sheet, key);

	return key == wanted->second && column ? column->label : wanted->title;
}

/* Adds a chart of the columns with these keys at *row, and moves *row below it. */
static lxw_error add_chart(struct output *out, const struct chart *wanted, const char *const *keys,
	int count, lxw_row_t *row)
{
	struct xlsx *xlsx = out->state;
	const char *label = label_in(title_of(xlsx, wanted, keys[0]), out->options.lang);
	char *title = memory_text(label, strlen(label));
	double height = chart_pixels(xlsx, wanted);
	lxw_chart_options options = {.x_scale = (double)CHART_WIDTH / DEFAULT_WIDTH,
		.y_scale = height / DEFAULT_HEIGHT,
		.object_position = LXW_OBJECT_DONT_MOVE_DONT_SIZE,
		.description = title};
	lxw_chart_font font = {.size = 12, .bold = LXW_TRUE};
	lxw_col_t right =
		(lxw_col_t)(xlsx_column(xlsx->sheet, xlsx->sheet->columns + xlsx->sheet->count) +
			    1);
	lxw_chart *chart = xlsx->lib.workbook_add_chart(
		xlsx->book, wanted->kind == CHART_LINES ? LXW_CHART_LINE : LXW_CHART_BAR);
	lxw_error code = LXW_ERROR_MEMORY_MALLOC_FAILED;

	if (chart) {
		for (int i = 0; i < count; i++)
			add_series(out, chart, wanted, keys[i], i > 0);
		xlsx->lib.chart_title_set_name(chart, title);
		xlsx->lib.chart_title_set_name_font(chart, &font);
		shape_chart(out, chart, wanted, keys, count);
		code = xlsx->lib.worksheet_insert_chart_opt(
			xlsx->page, *row, right, chart, &options);
		*row += (lxw_row_t)height / ROW_HEIGHT + 2;
	}
	free(title);
	return code;
}

lxw_error xlsx_add_charts(struct output *out)
{
	const struct xlsx *xlsx = out->state;
	lxw_error code = LXW_NO_ERROR;
	lxw_row_t row = 1;

	if (xlsx->row < 2)
		return LXW_NO_ERROR;
	for (const struct chart *chart = xlsx->sheet->chart; chart && code == LXW_NO_ERROR;
		chart = chart->next) {
		int count = 0;

		if (chart->kind == CHART_NONE)
			continue;
		while (count < 3 && chart->values[count])
			count++;
		code = add_chart(out, chart, chart->values, count, &row);
		/* A column with a scale of its own gets a chart of its own. */
		if (code == LXW_NO_ERROR && chart->second)
			code = add_chart(out, chart, &chart->second, 1, &row);
	}
	return code;
}
