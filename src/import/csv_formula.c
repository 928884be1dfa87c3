#include "import/csv_formula.h"

#include <string.h>

static bool is_blank(char c, char delimiter)
{
	return (c == ' ' || c == '\t') && c != delimiter;
}

/* Returns the place behind the quote that ends the text at `at`; NULL when there is none. A doubled
 * quote belongs to the text. */
static const char *behind_text(const char *at, const char *end)
{
	while ((at = memchr(at, '"', (size_t)(end - at))) != NULL) {
		if (at + 1 == end || at[1] != '"')
			return at + 1;
		at += 2;
	}
	return NULL;
}

/* Returns where the cell ends: at a delimiter or the end of the line. */
static const char *cell_end(const char *at, const char *end, char delimiter)
{
	while (at < end && *at != delimiter && *at != '\r' && *at != '\n')
		at++;
	return at;
}

/* Returns the end of a cell ="…" that begins at `at`: the place behind its last quote. NULL for any
 * other cell. */
static const char *formula_end(const char *at, const char *end, char delimiter)
{
	const char *behind, *next;

	if (end - at < 3 || at[0] != '=' || at[1] != '"')
		return NULL;
	behind = behind_text(at + 2, end);
	if (behind == NULL)
		return NULL;
	next = behind;
	while (next < end && is_blank(*next, delimiter))
		next++;
	return next == cell_end(next, end, delimiter) ? behind : NULL;
}

static void add_quoted(struct buf *out, const char *text, const char *end)
{
	buf_putc(out, '"');
	for (; text < end; text++) {
		if (*text == '"')
			buf_putc(out, '"');
		buf_putc(out, *text);
	}
	buf_putc(out, '"');
}

bool csv_quote_formulas(struct buf *out, const char *line, size_t len, char delimiter)
{
	const char *at = line, *end = line + len;
	bool found = false;

	buf_clear(out);
	if (strstr(line, "=\"") == NULL)
		return false;
	while (at < end) {
		const char *start = at, *formula, *behind;

		while (at < end && is_blank(*at, delimiter))
			at++;
		formula = formula_end(at, end, delimiter);
		if (formula) {
			add_quoted(out, at, formula);
			start = at = formula;
			found = true;
		} else if (at < end && *at == '"') {
			behind = behind_text(at + 1, end);
			at = behind ? behind : end;
		}
		at = cell_end(at, end, delimiter);
		if (at < end)
			at++;
		buf_add(out, start, (size_t)(at - start));
	}
	return found;
}
