/*
 * text_rows - the rows of a text file: its delimiters are the ways in which it can be cut (rows.h).
 */
#ifndef MEMBERSTAT_TEXT_ROWS_H
#define MEMBERSTAT_TEXT_ROWS_H

#include "import/rows.h"

/*
 * Opens path ("-" is standard input) and reads its first lines. encoding is NULL to find it, else one of
 * source_encodings; delimiter is 0 to find it: a `sep=` line tells it, else `,` `;` and TAB are to be
 * tried. Fails as source_open does.
 */
enum status text_rows_open(struct rows **rows, const char *path, const char *encoding,
	char delimiter, struct error *error);

#endif
