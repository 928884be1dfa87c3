/*
 * finding - what is wrong with a record of an input file, in words that tell its owner what to do.
 *
 * A finding is made where the fault is found (field, csvread, importer) and printed by the command
 * import as `FILE:LINE: COLUMN: what is wrong (got "VALUE")` (data/README.md section 2).
 */
#ifndef MEMBERSTAT_FINDING_H
#define MEMBERSTAT_FINDING_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/label.h"

/* data/README.md section 3, "What every import does", in its order. */
enum finding_code {
	FINDING_FILE,
	FINDING_HEADER,
	FINDING_ENCODING,
	FINDING_LOSSY_TEXT,
	FINDING_NUL,
	FINDING_TOO_LONG,
	FINDING_TOO_FEW_CELLS,
	FINDING_TOO_MANY_CELLS,
	FINDING_QUOTE,
	FINDING_REQUIRED,
	FINDING_DATE,
	FINDING_NUMBER,
	FINDING_PERCENT,
	FINDING_WORD,
	FINDING_UNKNOWN_UNIT,
	FINDING_AMBIGUOUS_UNIT,
	FINDING_TREE,
	FINDING_DUPLICATE,
	FINDING_ORDER,
	FINDING_OVERLAP,
	FINDING_FUTURE,
	FINDING_PAIR,
	FINDING_HISTORY,
	FINDING_MISSING,
	FINDING_DAMAGED,
	FINDING_TWIN,
	FINDING_OTHER_PERSON,
};

const char *finding_code_name(enum finding_code code);

struct finding {
	long line;          /* physical line on which the record starts */
	const char *column; /* as data/README.md names it, static; NULL: no column is at fault */
	enum finding_code code;
	char *message; /* what is wrong, with (got "VALUE") where there is one */
	char *got;     /* VALUE as it stands there, or NULL */
};

/*
 * Findings in the order of their lines. At most `limit` are kept, those with the lowest lines, so a
 * million bad rows take no more memory than a hundred. `total` counts all.
 */
struct findings {
	enum lang lang;
	size_t limit;
	struct finding *list;
	size_t count, room;
	size_t total;
};

void findings_init(struct findings *findings, enum lang lang, size_t limit);
void findings_clear(struct findings *findings);
void findings_release(struct findings *findings);

/* Adds a finding. `got` is the wrong value (NULL for none); it is cut to a readable length and its
 * control characters are made visible. Both formats take the same arguments. */
void findings_add(struct findings *findings, long line, const char *column, enum finding_code code,
	const char *got, const char *vi, const char *en, ...)
	__attribute__((format(printf, 6, 8), format(printf, 7, 8)));
/* Adds a copy of a finding. */
void findings_copy(struct findings *findings, const struct finding *finding);

#endif
