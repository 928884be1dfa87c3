/*
 * units - finding units in the database: by code, by name, the root.
 */
#ifndef MEMBERSTAT_UNITS_H
#define MEMBERSTAT_UNITS_H

#include "base/buf.h"
#include "store/db.h"
#include "base/err.h"

struct unit_found {
	int count; /* 0: none; 1: it is id; more: the name is ambiguous, counted up to 3 */
	int64_t id;
	char codes[2][520]; /* of the first two; 128 characters each */
};

/* Remembers units found by their code, because an import asks for the same ones again and again. */
struct unit_memo;
struct unit_memo *unit_memo_new(void);
void unit_memo_free(struct unit_memo *memo);
/* The same as units_find, but looks into the memory first. */
enum status unit_memo_find(struct unit_memo *memo, struct db *db, const char *text, size_t len,
	struct unit_found *found, struct error *error);

/* Finds a unit by its code. A text that is no code may be the name of exactly one unit, matched as
 * headers are (data/README.md section 3, members.csv). */
enum status units_find(
	struct db *db, const char *text, struct unit_found *found, struct error *error);
/* The root of the day: the open unit without a parent; count 0 and id 0 in an empty roll. */
enum status units_root(struct db *db, int day, struct unit_found *found, struct error *error);
/* Appends the code of a unit; nothing when there is no such id. */
void units_write_code(struct db *db, int64_t id, struct buf *out);

/* Stands for the root of each day, in what is counted over several days (data/README.md section 4). */
#define ROLL 0

/* The scope of a report. */
struct unit_scope {
	int64_t unit;    /* that is named, or the root of the day */
	int64_t counted; /* ROLL when it is that root, else the unit */
	struct buf code; /* released by whoever has the scope */
};

/* The unit that --unit names, the root of the day when it names none (NULL). */
enum status units_scope(
	struct db *db, const char *named, int day, struct unit_scope *scope, struct error *error);

#endif
