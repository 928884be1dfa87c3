/*
 * places - where units stand on which days (schema 0005, unit_place), worked out from what the files say of
 * them: versions, closings and mergers. Everything that counts a unit with all below it reads that.
 */
#ifndef MEMBERSTAT_PLACES_H
#define MEMBERSTAT_PLACES_H

#include <stdbool.h>

#include "store/db.h"
#include "base/err.h"

/* Works out on which days versions hold and units open: the first part of places_make. */
enum status places_days(struct db *db, struct error *error);
/* Works it out anew, after units changed and within their transaction. *moved: a unit that was there stands
 * elsewhere now, on whatever day. Each merged_into must be a unit that is open when the merged one closes. */
enum status places_make(struct db *db, bool *moved, struct error *error);

#endif
