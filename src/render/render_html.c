#include "render/page.h"

#include <stdlib.h>
#include <string.h>

#define WIDE_COLUMNS 10 /* tables with more columns are printed in landscape */

static enum status html_open(struct output *out, struct error *error)
{
	struct page *page = memory_get(sizeof *page);

	(void)error;
	*page = (struct page){0};
	out->state = page;
	return STATUS_DONE;
}

static void start_pictures(struct page *page, const struct output *out, const struct sheet *sheet)
{
	for (const struct chart *chart = sheet->chart; chart; chart = chart->next) {
		page->pictures = memory_grow(page->pictures, page->picture_count,
			&page->picture_room, sizeof *page->pictures);
		if (svg_start(
			    &page->pictures[page->picture_count], chart, sheet, out->options.lang))
			page->picture_count++;
	}
}

static void start_section(struct page *page, const struct output *out, const struct sheet *sheet)
{
	struct section section = {.figures = sheet->one_row};
	struct buf caption = {0};
	size_t shown = 0;

	section.name = memory_text(sheet_id(sheet), strlen(sheet_id(sheet)));
	page_add_label(&section.title, out, sheet->title);
	sheet_caption(&caption, sheet, out->options.lang);
	markup_text(&section.caption, buf_text(&caption));
	buf_release(&caption);
	for (size_t i = 0; i < sheet->count; i++)
		shown += column_is_shown(sheet, &sheet->columns[i]);
	section.wide = !sheet->one_row && shown > WIDE_COLUMNS;
	page->sections = memory_grow(page->sections, page->count, &page->room, sizeof section);
	page->sections[page->count++] = section;
}

static enum status html_begin(struct output *out, const struct sheet *sheet, struct error *error)
{
	struct page *page = out->state;

	(void)error;
	if (!sheet->picture)
		start_section(page, out, sheet);
	page->sheet = sheet;
	page->row_count = 0;
	start_pictures(page, out, sheet);
	return STATUS_DONE;
}

static enum status html_row(struct output *out, const struct cell *cells, struct error *error)
{
	struct page *page = out->state;

	(void)error;
	page->row_count++;
	for (size_t i = 0; i < page->picture_count; i++)
		svg_add(&page->pictures[i], cells);
	page_add_row(out, cells);
	return STATUS_DONE;
}

/* Adds a picture. With rows of its own it has their table below it, folded up. */
static void add_figure(struct buf *html, struct output *out, const char *title,
	const struct chart *chart, const struct buf *picture, const struct buf *rows)
{
	buf_puts(html, "<figure>\n<figcaption>");
	page_add_label(html, out, chart->title);
	buf_printf(html,
		"</figcaption>\n<div class=\"scroll\" role=\"region\" tabindex=\"0\""
		" aria-label=\"%s: ",
		title);
	page_add_label(html, out, chart->title);
	buf_puts(html, "\">\n");
	buf_add(html, picture->data, picture->len);
	buf_puts(html, "</div>\n");
	if (rows) {
		buf_printf(html, "<details>\n<summary>%s</summary>\n",
			page_pick(out, "Số liệu của hình", "The figures in the picture"));
		buf_add(html, rows->data, rows->len);
		buf_puts(html, "</details>\n");
	}
	buf_puts(html, "</figure>\n");
}

/* Draws the charts of the sheet and puts them before those that the section has. So the picture
 * that comes with rows of its own, and says more, stands before the charts of the report. */
static void add_pictures(struct section *section, struct output *out, const struct buf *rows)
{
	struct page *page = out->state;
	struct buf figures = {0};

	for (size_t i = 0; i < page->picture_count; i++) {
		struct svg *svg = &page->pictures[i];
		struct buf picture = {0};

		svg_write(&picture, svg, ++page->pictures_before);
		if (picture.len > 0)
			add_figure(&figures, out, buf_text(&section->title), svg->chart, &picture,
				rows);
		buf_release(&picture);
		svg_release(svg);
	}
	page->picture_count = 0;
	buf_add(&figures, buf_text(&section->pictures), section->pictures.len);
	buf_release(&section->pictures);
	section->pictures = figures;
}

static enum status html_end(struct output *out, const char *const *notes, struct error *error)
{
	struct page *page = out->state;
	struct section *section = &page->sections[page->count - 1];
	bool picture = page->sheet->picture;
	struct buf rows = {0};

	(void)error;
	page_add_rows(&rows, out, buf_text(&section->caption));
	add_pictures(section, out, picture ? &rows : NULL);
	if (!picture) {
		buf_puts(&section->content, "<div class=\"data\">\n");
		buf_add(&section->content, buf_text(&rows), rows.len);
		for (size_t i = 0; notes && notes[i]; i++) {
			buf_puts(&section->content, "<p class=\"note\">");
			markup_text(&section->content, notes[i]);
			buf_puts(&section->content, "</p>\n");
		}
		buf_puts(&section->content, "</div>\n");
	}
	buf_release(&rows);
	page->sheet = NULL;
	return STATUS_DONE;
}

static enum status html_close(struct output *out, struct error *error)
{
	struct page *page = out->state;
	enum status status = STATUS_DONE;

	/* A sheet that was not ended means that something failed: half a page must not pass for a
	 * whole one. */
	if (page->count > 0 && page->sheet == NULL)
		status = page_write(out, error);
	for (size_t i = 0; i < page->count; i++) {
		free(page->sections[i].name);
		buf_release(&page->sections[i].title);
		buf_release(&page->sections[i].caption);
		buf_release(&page->sections[i].pictures);
		buf_release(&page->sections[i].content);
	}
	for (size_t i = 0; i < page->picture_count; i++)
		svg_release(&page->pictures[i]);
	free(page->sections);
	free(page->pictures);
	buf_release(&page->rows);
	buf_release(&page->cell);
	free(page);
	out->state = NULL;
	return status;
}

const struct renderer render_html = {
	.name = "html",
	.extension = "html",
	.many = true,
	.binary = false,
	.draws = true,
	.open = html_open,
	.begin = html_begin,
	.row = html_row,
	.end = html_end,
	.close = html_close,
};
