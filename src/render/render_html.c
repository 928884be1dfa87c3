#include "render/render.h"

#include <stdlib.h>
#include <string.h>

#include "render/markup.h"
#include "render/svg.h"
#include "render/sheet.h"

enum {
	WIDE_COLUMNS = 10, /* tables with more columns are printed in landscape */
	TREE_LEVELS = 5,   /* deeper levels are not indented further */
};

/* What was made of one sheet. The page is put together at the end, because its head depends on how
 * many sheets there are. */
struct section {
	char *name;
	struct buf title, caption, pictures, content;
	bool figures; /* a one_row sheet */
	bool wide;
};

struct page {
	struct section *sections;
	size_t count, room;
	const struct sheet *sheet; /* the present sheet; NULL between sheets */
	struct svg *pictures;
	size_t picture_count, picture_room;
	struct buf rows, cell;
	size_t row_count;
	int pictures_before; /* pictures in the sections before, to number them */
};

static const char *pick(const struct output *out, const char *vi, const char *en)
{
	return out->options.lang == LANG_VI ? vi : en;
}

static void add_label(struct buf *buf, const struct output *out, struct label label)
{
	markup_text(buf, label_in(label, out->options.lang));
}

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
	add_label(&section.title, out, sheet->title);
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

/* Appends the value of the cell; for an empty one a dash, which screen readers do not read. */
static void add_value(
	struct buf *buf, struct output *out, const struct column *column, const struct cell *cell)
{
	static const char *const highlights[] = {NULL, "good", "warn", "bad"};
	enum highlight highlight = sheet_highlight(column, cell);
	struct page *page = out->state;

	buf_clear(&page->cell);
	cell_people(&page->cell, column, cell, out->options.lang);
	if (page->cell.len == 0) {
		buf_puts(buf, "<span class=\"none\" aria-hidden=\"true\">–</span>");
		return;
	}
	if (highlight != HIGHLIGHT_PLAIN)
		buf_printf(buf, "<span data-tone=\"%s\">", highlights[highlight]);
	markup_text(buf, buf_text(&page->cell));
	if (highlight != HIGHLIGHT_PLAIN)
		buf_puts(buf, "</span>");
}

static const char *cell_class(const struct column *column)
{
	if (column_is_number(column))
		return "n";
	switch (column->kind) {
	case COL_CODE:
		return "code";
	case COL_TEXT:
		return "t";
	case COL_WORD:
		return "w";
	case COL_DATE:
	case COL_BIRTH:
		return "d";
	default:
		return "";
	}
}

/* Appends a style with the length of the bar in the cell of a percent. */
static void add_share(struct buf *buf, const struct column *column, const struct cell *cell)
{
	int64_t percent;

	if (!column->bar || column->kind != COL_PERCENT || cell->type != CELL_FRACTION)
		return;
	percent = cell->number / cell->under;
	percent = percent < 0 ? 0 : percent > 100 ? 100 : percent;
	buf_printf(buf, " style=\"--share:%d%%\"", (int)percent);
}

static void add_cell(struct output *out, const struct column *column, const struct cell *cell,
	bool heading, int level)
{
	struct page *page = out->state;
	struct buf *rows = &page->rows;
	const char *class = cell_class(column);

	buf_puts(rows, heading ? "<th scope=\"row\"" : "<td");
	if (column->kind == COL_TREE && level > 0)
		buf_printf(rows, " class=\"tree-%d\"", level < TREE_LEVELS ? level : TREE_LEVELS);
	else if (column->bar && column->kind == COL_PERCENT)
		buf_printf(rows, " class=\"%s share\"", class);
	else if (class[0])
		buf_printf(rows, " class=\"%s\"", class);
	add_share(rows, column, cell);
	buf_putc(rows, '>');
	add_value(rows, out, column, cell);
	buf_puts(rows, heading ? "</th>" : "</td>");
}

/* Adds the figures of a one_row sheet: those marked as main, or the others. */
static void add_figures(struct output *out, const struct cell *cells, bool main)
{
	struct page *page = out->state;
	struct buf *rows = &page->rows;
	bool any = false;

	for (size_t i = 0; i < page->sheet->count; i++) {
		const struct column *column = &page->sheet->columns[i];

		if (column->main != main || !column_is_shown(page->sheet, column))
			continue;
		if (!any)
			buf_printf(rows, "<dl class=\"%s\">\n", main ? "figures" : "facts");
		any = true;
		buf_puts(rows, "<div><dt>");
		add_label(rows, out, column->label);
		buf_puts(rows, "</dt><dd>");
		add_value(rows, out, column, &cells[i]);
		buf_puts(rows, "</dd></div>\n");
	}
	if (any)
		buf_puts(rows, "</dl>\n");
}

static enum status html_row(struct output *out, const struct cell *cells, struct error *error)
{
	struct page *page = out->state;
	const struct sheet *sheet = page->sheet;
	const struct column *heading = sheet_row_heading(sheet);
	int level = row_level(sheet, cells);

	(void)error;
	page->row_count++;
	for (size_t i = 0; i < page->picture_count; i++)
		svg_add(&page->pictures[i], cells);
	if (sheet->one_row) {
		add_figures(out, cells, true);
		add_figures(out, cells, false);
		return STATUS_DONE;
	}
	buf_puts(&page->rows, sheet_is_tree(sheet) && level == 0 ? "<tr class=\"root\">" : "<tr>");
	for (size_t i = 0; i < sheet->count; i++) {
		const struct column *column = &sheet->columns[i];

		if (column_is_shown(sheet, column))
			add_cell(out, column, &cells[i], column == heading, level);
	}
	buf_puts(&page->rows, "</tr>\n");
	return STATUS_DONE;
}

/* Adds a picture. With rows of its own it has their table below it, folded up. */
static void add_figure(struct buf *html, struct output *out, const char *title,
	const struct chart *chart, const struct buf *picture, const struct buf *rows)
{
	buf_puts(html, "<figure>\n<figcaption>");
	add_label(html, out, chart->title);
	buf_printf(html,
		"</figcaption>\n<div class=\"scroll\" role=\"region\" tabindex=\"0\""
		" aria-label=\"%s: ",
		title);
	add_label(html, out, chart->title);
	buf_puts(html, "\">\n");
	buf_add(html, picture->data, picture->len);
	buf_puts(html, "</div>\n");
	if (rows) {
		buf_printf(html, "<details>\n<summary>%s</summary>\n",
			pick(out, "Số liệu của hình", "The figures in the picture"));
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

static void add_table_head(
	struct buf *html, const struct output *out, const char *title, const char *caption)
{
	const struct page *page = out->state;

	buf_printf(html,
		"<div class=\"table scroll\" role=\"region\" tabindex=\"0\" aria-label=\"%s\">\n"
		"<table>\n<caption class=\"hidden\">%s. %s</caption>\n<thead><tr>",
		title, title, caption);
	for (size_t i = 0; i < page->sheet->count; i++) {
		const struct column *column = &page->sheet->columns[i];

		if (!column_is_shown(page->sheet, column))
			continue;
		buf_printf(html, "<th scope=\"col\"%s>",
			column_is_number(column) ? " class=\"n\"" : "");
		add_label(html, out, column->label);
		buf_puts(html, "</th>");
	}
	buf_puts(html, "</tr></thead>\n<tbody>\n");
}

/* Appends the rows so far as a table with its headings; nothing for a single record. */
static void add_rows(struct buf *html, const struct output *out, const char *caption)
{
	struct page *page = out->state;
	bool table = !page->sheet->one_row && page->row_count > 0;
	struct buf title = {0};

	add_label(&title, out, page->sheet->title);
	if (page->row_count == 0)
		buf_printf(html, "<p class=\"note\">%s</p>\n",
			pick(out, "Không có dữ liệu.", "No rows."));
	if (table)
		add_table_head(html, out, buf_text(&title), caption);
	buf_add(html, buf_text(&page->rows), page->rows.len);
	if (table)
		buf_puts(html, "</tbody>\n</table>\n</div>\n");
	buf_clear(&page->rows);
	buf_release(&title);
}

static enum status html_end(struct output *out, const char *const *notes, struct error *error)
{
	struct page *page = out->state;
	struct section *section = &page->sections[page->count - 1];
	bool picture = page->sheet->picture;
	struct buf rows = {0};

	(void)error;
	add_rows(&rows, out, buf_text(&section->caption));
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

static void add_head(struct buf *html, const struct output *out, const char *title)
{
	buf_printf(html,
		"<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n"
		"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
		"<meta http-equiv=\"Content-Security-Policy\" "
		"content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
		"<meta name=\"color-scheme\" content=\"light dark\">\n<title>%s</title>\n<style>\n",
		pick(out, "vi", "en"), title);
	for (size_t i = 0; markup_style[i]; i++)
		buf_printf(html, "%s\n", markup_style[i]);
	buf_puts(html, "</style>\n</head>\n<body>\n");
}

static void add_content(struct buf *html, const struct section *section)
{
	buf_add(html, buf_text(&section->pictures), section->pictures.len);
	buf_add(html, buf_text(&section->content), section->content.len);
}

/* Adds the heading of the page; with the first sheet in it, when that holds the key figures or is
 * the only one. */
static void add_header(struct buf *html, const struct output *out, const char *title)
{
	const struct page *page = out->state;
	const struct section *first = &page->sections[0];

	buf_printf(html, "<header>\n<h1>%s</h1>\n<p class=\"caption\">%s</p>\n", title,
		buf_text(&first->caption));
	if (first->figures)
		add_content(html, first);
	if (page->count > 1) {
		buf_printf(html,
			"<nav aria-labelledby=\"contents\">\n<h2 id=\"contents\">%s</h2>\n<ol>\n",
			pick(out, "Mục lục", "Contents"));
		for (size_t i = first->figures; i < page->count; i++)
			buf_printf(html, "<li><a href=\"#%s\">%s</a></li>\n",
				page->sections[i].name, buf_text(&page->sections[i].title));
		buf_puts(html, "</ol>\n</nav>\n");
	}
	buf_puts(html, "</header>\n");
}

static void add_section(struct buf *html, const struct section *section, bool alone)
{
	buf_printf(html, "<section id=\"%s\"%s>\n", section->name,
		section->wide ? " class=\"wide\"" : "");
	if (!alone)
		buf_printf(html, "<h2>%s</h2>\n<p class=\"caption\">%s</p>\n",
			buf_text(&section->title), buf_text(&section->caption));
	add_content(html, section);
	buf_puts(html, "</section>\n");
}

static enum status write_page(struct output *out, struct error *error)
{
	const struct page *page = out->state;
	const struct section *first = &page->sections[0];
	const char *title = page->count == 1 || first->figures
				    ? buf_text(&first->title)
				    : pick(out, "Báo cáo thống kê đảng viên", "Membership report");
	struct buf html = {0};
	enum status status = STATUS_DONE;

	add_head(&html, out, title);
	add_header(&html, out, title);
	buf_puts(&html, "<main>\n");
	for (size_t i = first->figures; i < page->count && status == STATUS_DONE; i++) {
		add_section(&html, &page->sections[i], page->count == 1);
		status = output_write(out, &html, error);
	}
	buf_puts(&html, "</main>\n</body>\n</html>\n");
	if (status == STATUS_DONE)
		status = output_flush(out, &html, error);
	buf_release(&html);
	return status;
}

static enum status html_close(struct output *out, struct error *error)
{
	struct page *page = out->state;
	enum status status = STATUS_DONE;

	/* A sheet that was not ended means that something failed: half a page must not pass for a
	 * whole one. */
	if (page->count > 0 && page->sheet == NULL)
		status = write_page(out, error);
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
