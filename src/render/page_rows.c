/* The rows of a sheet as a table of the page, or as figures (page.h). */
#include "render/page.h"

#define TREE_LEVELS 5 /* deeper levels are not indented further */

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
		page_add_label(rows, out, column->label);
		buf_puts(rows, "</dt><dd>");
		add_value(rows, out, column, &cells[i]);
		buf_puts(rows, "</dd></div>\n");
	}
	if (any)
		buf_puts(rows, "</dl>\n");
}

void page_add_row(struct output *out, const struct cell *cells)
{
	struct page *page = out->state;
	const struct sheet *sheet = page->sheet;
	const struct column *heading = sheet_row_heading(sheet);
	int level = row_level(sheet, cells);

	if (sheet->one_row) {
		add_figures(out, cells, true);
		add_figures(out, cells, false);
		return;
	}
	buf_puts(&page->rows, sheet_is_tree(sheet) && level == 0 ? "<tr class=\"root\">" : "<tr>");
	for (size_t i = 0; i < sheet->count; i++) {
		const struct column *column = &sheet->columns[i];

		if (column_is_shown(sheet, column))
			add_cell(out, column, &cells[i], column == heading, level);
	}
	buf_puts(&page->rows, "</tr>\n");
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
		page_add_label(html, out, column->label);
		buf_puts(html, "</th>");
	}
	buf_puts(html, "</tr></thead>\n<tbody>\n");
}

void page_add_rows(struct buf *html, const struct output *out, const char *caption)
{
	struct page *page = out->state;
	bool table = !page->sheet->one_row && page->row_count > 0;
	struct buf title = {0};

	page_add_label(&title, out, page->sheet->title);
	if (page->row_count == 0)
		buf_printf(html, "<p class=\"note\">%s</p>\n",
			page_pick(out, "Không có dữ liệu.", "No rows."));
	if (table)
		add_table_head(html, out, buf_text(&title), caption);
	buf_add(html, buf_text(&page->rows), page->rows.len);
	if (table)
		buf_puts(html, "</tbody>\n</table>\n</div>\n");
	buf_clear(&page->rows);
	buf_release(&title);
}
