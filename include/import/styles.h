/*
 * styles - what the format of each kind of cell of a workbook says of its numbers
 * (number_format.h).
 */
#ifndef MEMBERSTAT_STYLES_H
#define MEMBERSTAT_STYLES_H

#include "import/archive.h"
#include "import/number_format.h"

struct styles;

struct style {
	enum number_kind kind;
	const char *format;
};

/* part: NULL for none. */
enum status styles_read(
	struct styles **styles, struct archive *archive, const char *part, struct error *error);
/* The style that a cell names by number; one that is not there says nothing of numbers. Borrowed.
 * */
const struct style *styles_find(const struct styles *styles, unsigned long number);
void styles_free(struct styles *styles);

#endif
