/* What all kinds of pictures share: scales, ticks, texts, legends. */
#include "render/svg.h"

#include <stdlib.h>
#include <string.h>

#include "render/markup.h"
#include "base/number.h"
#include "base/text.h"
#include "render/sheet.h"

#define CHARACTER 7 /* mean width of a letter in pixels, rather too much than too little */

/* The smallest of 1, 2, 5, 10, 20, 50 … times `unit` that divides the span into at most `most`
 * steps. */
static int64_t round_step(int64_t span, int64_t unit, int most)
{
	static const int factors[] = {2, 5, 10};
	int64_t step = unit;

	for (int i = 0; span / step >= most; i++) {
		step = unit * factors[i % 3];
		if (i % 3 == 2)
			unit *= 10;
	}
	return step;
}

struct svg_scale svg_scale(int64_t lowest, int64_t highest, const struct column *column)
{
	int64_t unit = column->kind == COL_COUNT ? SVG_VALUE_UNIT : SVG_VALUE_UNIT / 100;
	struct svg_scale scale;

	if (lowest > 0 && lowest < highest / 2)
		lowest = 0;
	if (highest < 0)
		highest = 0;
	scale.step = round_step(highest - lowest, unit, 5);
	scale.low = lowest / scale.step * scale.step;
	if (scale.low > lowest)
		scale.low -= scale.step;
	scale.high = highest / scale.step * scale.step;
	if (scale.high < highest || scale.high == scale.low)
		scale.high += scale.step;
	return scale;
}

int svg_position(const struct svg_scale *scale, int64_t value, int length)
{
	return (int)((value - scale->low) * length * 10 / (scale->high - scale->low));
}

void svg_tick(struct buf *out, const struct svg *svg, const struct svg_scale *scale,
	const struct column *column, int64_t value)
{
	int decimals = scale->step % SVG_VALUE_UNIT == 0          ? 0
		       : scale->step % (SVG_VALUE_UNIT / 10) == 0 ? 1
								  : 2;

	number_write_people(
		out, number_round(value, SVG_VALUE_UNIT, decimals), decimals, svg->lang);
	if (column->kind == COL_PERCENT || column->kind == COL_SHARE)
		buf_puts(out, " %");
}

void svg_number(struct buf *out, int tenths)
{
	if (tenths < 0)
		buf_putc(out, '-');
	tenths = abs(tenths);
	buf_printf(out, "%d", tenths / 10);
	if (tenths % 10 != 0)
		buf_printf(out, ".%d", tenths % 10);
}

void svg_text(struct buf *out, const char *class, int x, int y, const char *text, size_t longest)
{
	struct buf cut = {0};

	buf_printf(out, "<text class=\"%s\" x=\"%d\" y=\"%d\">", class, x, y);
	if (longest > 0 && text_characters(text, strlen(text)) > longest) {
		buf_add(&cut, text, text_first(text, strlen(text), longest - 1));
		buf_puts(&cut, "…");
		text = buf_text(&cut);
	}
	markup_text(out, text);
	buf_puts(out, "</text>\n");
	buf_release(&cut);
}

int svg_width(const char *text)
{
	size_t characters = text_characters(text, strlen(text));

	return (int)(characters < 1000 ? characters : 1000) * CHARACTER;
}

const char *svg_label(const struct svg *svg, int series)
{
	return label_in(svg->series[series]->label, svg->lang);
}

void svg_legend(struct buf *out, int *x, int *y, const char *swatch, const char *text)
{
	int width = 20 + svg_width(text) + 20;

	if (*x > 0 && *x + width > SVG_WIDTH) {
		*x = 0;
		*y += 20;
	}
	if (strncmp(swatch, "line", 4) == 0)
		buf_printf(out, "<path class=\"%s\" d=\"M%d %dh14\"/>\n", swatch, *x, *y + 8);
	else if (strcmp(swatch, "mark") == 0)
		buf_printf(out, "<path class=\"mark\" d=\"M%d %dv14\"/>\n", *x + 7, *y + 1);
	else
		buf_printf(out,
			"<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"14\" height=\"12\"/>\n",
			swatch, *x, *y + 2);
	svg_text(out, "legend", *x + 20, *y + 12, text, 0);
	*x += width;
}
