/*
 * text_rows - the rows of a text file. The ways to cut it into cells (rows.h) are its delimiters.
 */
#ifndef MEMBERSTAT_TEXT_ROWS_H
#define MEMBERSTAT_TEXT_ROWS_H

#include "base/input.h"
#include "import/rows.h"

/*
 * Reads the first lines of the input. The rows own it from then on, even when this fails. encoding is
 * one of encoding_names, or NULL to find it. delimiter is 0 to find it: by a `sep=` line, else `,`
 * `;` and TAB are the ways to be tried. Fails as source_of_input does.
 */
enum status text_rows_open(struct rows **rows, struct input *input, const char *encoding,
	char delimiter, struct error *error);

#endif
