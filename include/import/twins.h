/*
 * twins - new codes of members and units that are twins (code_key.h) of a stored code, or of one earlier in
 * the file (data/README.md section 3).
 *
 * Among the codes of one file there are hardly ever any: they are written in one way, and then their shapes
 * prove it (code_shape). Where the shapes do not, the records have to be in the sorter, and all their codes
 * are compared before the first of them is stored.
 */
#ifndef MEMBERSTAT_TWINS_H
#define MEMBERSTAT_TWINS_H

#include <stdbool.h>
#include <stddef.h>

#include "import/import.h"

struct twins *twins_new(void);
void twins_free(struct twins *twins);

/* Notes a code of the file. twins may be NULL here and below: nobody asks for twins. */
void twins_note(struct twins *twins, const char *code, size_t len);
/* May there be twins among the codes that were noted? */
bool twins_possible(const struct twins *twins);
/* Finds them among the sorted records (import->staged), whose reading begins anew after it. */
enum status twins_find(struct import *import, struct error *error);
/* Notes the record's code, which is new, and adds a finding when it is a twin of one that was found or of a
 * stored one: `stored` is the SQL that looks for it (stmt/member_twin.sql). Codes come in their order. */
enum status twins_check(
	struct import *import, const struct record *row, enum sql stored, struct error *error);

/* Appends the stored code that is a twin of this one, if there is one. */
enum status twins_stored(
	struct db *db, enum sql stored, const char *code, struct buf *other, struct error *error);
/* Appends what two twins differ in: "leading zeros", "case" … */
void twins_difference(struct buf *out, const char *a, const char *b, enum lang lang);

#endif
