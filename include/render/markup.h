/*
 * markup - what HTML and SVG share: escaping of text, and the style of the page.
 */
#ifndef MEMBERSTAT_MARKUP_H
#define MEMBERSTAT_MARKUP_H

#include "base/buf.h"

/* Appends text for an element or a quoted attribute: characters of markup are escaped, control
 * characters made visible (text_visible). */
void markup_text(struct buf *out, const char *text);

/* The style sheet of a page, without its <style> element: its lines, NULL-terminated. */
extern const char *const markup_style[];

#endif
