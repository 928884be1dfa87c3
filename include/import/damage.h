/*
 * damage - cells that a program has spoilt: error values of spreadsheets, words for nothing, codes
 * that became numbers, text that was read in a different code page (data/README.md section 3).
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

/* What is wrong, and how to correct it. */
extern const struct label damage_words[];

/* Can a text that begins with this be damaged? Nearly all cells begin with something else, so that this
 * is asked first. */
static inline bool damage_begins(char first)
{
	switch (first) {
	case '#':
	case '(':
	case '<':
	case '\\':
	case 'E':
	case 'e':
	case 'N':
	case 'n':
	case 'U':
	case 'u':
		return true;
	default:
		return false;
	}
}

/* The damage of a cell of any column. The cell is cleaned, and not empty. */
enum damage damage_of_cell(const char *text, size_t len);
/* The same for a code, which can be damaged in more ways; raw is the cell as it came. */
enum damage damage_of_code(const char *text, size_t len, const char *raw, size_t raw_len);

/* Was the text misread (text_misread)? Then a finding is added. The text is as it came. What it was
 * is appended to mended (which may be NULL), when that is known. */
bool damage_misread(struct findings *findings, long line, const char *column, const char *text,
	size_t len, struct buf *mended);

#endif
