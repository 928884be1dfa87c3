/*
 * facts - words for invented people: names, occupations, education.
 */
#ifndef SAMPLE_FACTS_H
#define SAMPLE_FACTS_H

#include "person.h"
#include "random.h"

/* Fills everything about the person except the stays, which must have been filled before. */
void facts_draw(struct person *person, enum setting setting, struct random *random);

#endif
