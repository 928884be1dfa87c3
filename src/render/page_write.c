/* The page, put together out of its sections (page.h). */
#include "render/page.h"

static void add_head(struct buf *html, const struct output *out, const char *title)
{
	buf_printf(html,
		"<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n"
		"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
		"<meta http-equiv=\"Content-Security-Policy\" "
		"content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
		"<meta name=\"color-scheme\" content=\"light dark\">\n<title>%s</title>\n<style>\n",
		page_pick(out, "vi", "en"), title);
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
			page_pick(out, "Mục lục", "Contents"));
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

enum status page_write(struct output *out, struct error *error)
{
	const struct page *page = out->state;
	const struct section *first = &page->sections[0];
	const char *title =
		page->count == 1 || first->figures
			? buf_text(&first->title)
			: page_pick(out, "Báo cáo thống kê đảng viên", "Membership report");
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
