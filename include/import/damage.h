/*
 * damage - cells that a program spoilt before they came here: error values of spreadsheets, words for
 * nothing, codes that became numbers, text that was read as another code page (data/README.md section 3).
 */
#ifndef MEMBERSTAT_DAMAGE_H
#define MEMBERSTAT_DAMAGE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/label.h"
#include "import/finding.h"

enum damage {
	DAMAGE_NONE,
	DAMAGE_ERROR,    /* #N/A, Err:502 */
	DAMAGE_NARROW,   /* ####: the column was too narrow for its value */
	DAMAGE_NOTHING,  /* NULL, NaN, (blank) */
	DAMAGE_EXPONENT, /* 8.72E+11 */
	DAMAGE_CONTROL,  /* control characters */
};

/* What is wrong, and how it is mended. */
extern const struct label damage_words[];

/* The damage of a cleaned cell of any column. */
enum damage damage_of_cell(const char *text, size_t len);
/* The same, and what spoils a code; raw is the cell as it came. */
enum damage damage_of_code(const char *text, size_t len, const char *raw, size_t raw_len);

/* Was the text, which is as it came, UTF-8 that was read as another code page (text_misread)? Adds a
 * finding then. What it was is appended to mended (may be NULL), if that is known. */
bool damage_misread(struct findings *findings, long line, const char *column, const char *text,
	size_t len, struct buf *mended);

#endif
