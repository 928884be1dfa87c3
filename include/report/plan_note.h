/*
 * plan_note - what a reader must know of the plan behind a report: that another could have been meant, that
 * the date is outside its term, that it is another district's (data/README.md section 4).
 */
#ifndef MEMBERSTAT_PLAN_NOTE_H
#define MEMBERSTAT_PLAN_NOTE_H

#include "base/buf.h"
#include "base/label.h"
#include "store/plans.h"

/* Appends paragraphs, each ended by a NUL; none when there is nothing to say. day is that for which the plan
 * was chosen. */
enum status plan_note(struct db *db, const struct plan *plan, int day, enum lang lang,
	struct buf *paragraphs, struct error *error);

#endif
