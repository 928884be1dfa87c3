/*
 * equal_faults - the faults of an import, counted by kind: the same fault in the same column is one, however
 * many rows have it. A thousand rows of unknown units are told in one line by it, with the units.
 */
#ifndef MEMBERSTAT_EQUAL_FAULTS_H
#define MEMBERSTAT_EQUAL_FAULTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "import/finding.h"

#define EQUAL_LINES  5    /* so many of the lines are kept, the first ones */
#define EQUAL_VALUES 10   /* so many of the different values are kept */
#define EQUAL_COUNT  1000 /* different values are counted up to here */

struct equal_fault {
	enum finding_code code;
	const char *column; /* or NULL */
	long count;
	long lines[EQUAL_LINES]; /* in order */
	size_t line_count;
	char *values[EQUAL_VALUES]; /* of the faults as they came; not all have one */
	size_t value_count;
	long different; /* values; EQUAL_COUNT + 1 when there are more than EQUAL_COUNT */
	uint64_t *sums; /* of the values that were counted; NULL before the first */
};

struct equal_faults {
	struct equal_fault *list; /* in the order of their first coming */
	size_t count, room;
};

void equal_faults_add(struct equal_faults *faults, const struct finding *finding);
void equal_faults_release(struct equal_faults *faults);

#endif
