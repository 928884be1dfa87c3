/*
 * units - finding units in the database: by code, by name, the root.
 */
#ifndef MEMBERSTAT_UNITS_H
#define MEMBERSTAT_UNITS_H

#include "buf.h"
#include "db.h"
#include "err.h"

struct unit_found {
	int count;   /* 0: none; 1: id is it; more: an ambiguous name, counted up to 3 */
	int64_t id;
	char codes[2][160]; /* of an ambiguous name */
};

/* By code; a text that is no code may be the name of one unit, matched as headers are (contract
 * section 3, members.csv). */
enum status units_find(
	struct db *db, const char *text, struct unit_found *found, struct error *error);
/* The unit without a parent; count 0 and id 0 in an empty roll. */
enum status units_root(struct db *db, struct unit_found *found, struct error *error);
/* Appends the code of a unit; nothing when there is no such id. */
void units_write_code(struct db *db, int64_t id, struct buf *out);

#endif
