/*
 * page - what the files of the HTML renderer share: what is made of each sheet, and the page they make at the
 * end.
 */
#ifndef MEMBERSTAT_PAGE_H
#define MEMBERSTAT_PAGE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "render/markup.h"
#include "render/render.h"
#include "render/sheet.h"
#include "render/svg.h"

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

static inline const char *page_pick(const struct output *out, const char *vi, const char *en)
{
	return out->options.lang == LANG_VI ? vi : en;
}

static inline void page_add_label(struct buf *buf, const struct output *out, struct label label)
{
	markup_text(buf, label_in(label, out->options.lang));
}

/* --- page_rows.c --------------------------------------------------------------------------------- */

/* Adds a row to those of the page, or the figures of a one_row sheet. */
void page_add_row(struct output *out, const struct cell *cells);
/* Appends the rows so far as a table with its headings; nothing for a single record. */
void page_add_rows(struct buf *html, const struct output *out, const char *caption);

/* --- page_write.c -------------------------------------------------------------------------------- */

/* Writes the page out of its sections. */
enum status page_write(struct output *out, struct error *error);

#endif
