/*
 * passing - which rows below the header are records, and which are passed over: blank ones, totals, the
 * numbers of a form's columns, the header repeated on each page, and remarks and signatures below the table
 * (data/README.md section 3). And: does a record have something in a column without a heading?
 *
 * It sees the rows in their order and remembers what it must of those before.
 */
#ifndef MEMBERSTAT_PASSING_H
#define MEMBERSTAT_PASSING_H

#include <stdbool.h>
#include <stddef.h>

#include "import/header.h"
#include "import/rows.h"

/* Rows that are passed over and told. */
struct passed_over {
	long count, first; /* line of the first one */
};

/* Numbers that go on as 1, 2, 3 …; a row that could not be read may have taken some of them. */
struct numbering {
	long low, high; /* the next one lies between */
};

struct passing {
	const struct header *header;
	bool begun;       /* a record was seen since the header */
	bool after_empty; /* the row last seen was empty */
	bool below_empty; /* the row asked for stands below an empty one, written or not */
	bool in_remarks;
	struct passed_over remarks, headings;
	struct numbering *numberings; /* of each column without a heading */
};

void passing_init(struct passing *passing, const struct header *header);
/* A row of blanks, or one that is broken: tells of it what the next rows need. */
void passing_blank(struct passing *passing);
void passing_broken(struct passing *passing);
/* Is the row passed over? To be asked of each other row, once. */
bool passing_is_over(struct passing *passing, const struct raw_row *row);
/*
 * The same of a row in which a fault was found when it was read as a record: it is passed over all the same
 * when it stands among remarks and no column of the file that must be filled tells it from one.
 */
bool passing_is_over_faulty(struct passing *passing, const struct raw_row *row);
/* The row is a record. The first cell in which it has something without a heading, or NULL; numbers 1, 2,
 * 3 … from record to record are let pass. */
const struct raw_cell *passing_take(struct passing *passing, const struct raw_row *row);
void passing_release(struct passing *passing);

#endif
