/*
 * person - one invented person: facts and stays, drawn from a slot and a key alone. Nothing is
 * remembered between people, so any of them can be drawn at any time.
 */
#ifndef SAMPLE_PERSON_H
#define SAMPLE_PERSON_H

#include <stdbool.h>
#include <stdint.h>

#include "shape.h"

struct stay {
	int unit;                             /* index in the shape */
	int admitted, official, joined, left; /* days or NO_DAY */
	const char *joined_by, *left_by;      /* left_by is "" while left is NO_DAY */
};

struct person {
	const char *family, *middle, *given;
	int birth_year, birth_month, birth_day; /* month and day 0 when unknown */
	bool female;
	bool card;
	const char *ethnicity, *religion, *occupation, *education, *theory;
	struct stay stays[3];
	int stay_count;
};

void person_draw(
	struct person *person, const struct shape *shape, const struct slot *slot, uint64_t key);
/* Changes one fact, as in the file of the next month: the occupation, or a transfer out. */
void person_change(struct person *person, uint64_t key);

#endif
