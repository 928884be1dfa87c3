/*
 * member - all rows of one member of the party in a file, together with what is stored of him or her:
 * what the record store of members works on.
 *
 * A refused row leaves the stored stay with its key as it was. Refusing one row can make another
 * wrong, so the rules across rows are applied until nothing changes (member_settle).
 */
#ifndef MEMBERSTAT_MEMBER_H
#define MEMBERSTAT_MEMBER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "store/batch.h"
#include "base/err.h"
#include "base/date.h"
#include "import/record_store.h"
#include "import/record.h"
#include "totals/totals_keep.h"

/* Columns of the table stay, and the field that each comes from. */
enum { JOINED_ON, UNIT, ADMITTED_ON, OFFICIAL_ON, JOINED_BY, LEFT_ON, LEFT_BY, STAY_COLUMNS };
extern const size_t stay_fields[STAY_COLUMNS];

/* Facts about the person: the fields of a record from FIRST_FACT on. */
#define FIRST_FACT MEMBER_FULL_NAME
#define FACTS      (MEMBER_CARD_NO - MEMBER_FULL_NAME + 1)

struct stay {
	int64_t columns[STAY_COLUMNS]; /* as its own row gave them; NO_DAY for none */
	int64_t official; /* official_on as it counts: where the own row gave none, an earlier stay's */
	unsigned facts; /* bit f: the stay's own row gave fact FIRST_FACT + f */
};

/* A stay of the member: stored, in the file, or both. */
struct member_stay {
	const struct record *row; /* NULL: only stored */
	bool stored, refused;
	struct stay was, now; /* was only when stored; now is was when there is no accepted row */
};

/* All that is stored, in the order in which rows come, so that each is compared with the next. */
struct scan {
	sqlite3_stmt *statement; /* NULL before it is begun */
	bool ended;
	int64_t member; /* whose row it is at */
};

struct member {
	struct batch *added_members, *added_stays; /* waiting to be stored */
	struct totals_changes *totals; /* of changed stays, waiting; NULL in a first load */
	int64_t next_id;               /* of a new member */
	struct scan scanned_members, scanned_stays; /* by code; by member's number and joined_on */

	int64_t id;           /* 0 when not stored */
	struct record stored; /* the stored facts, in the fields of a record */
	const struct record
		*facts[FACTS]; /* each fact as it is to be: the record that has it, or NULL */
	size_t origin
		[FACTS]; /* stay from which it comes or by which it is erased; SIZE_MAX: as stored */
	struct member_stay *stays; /* by joined_on */
	size_t count, room;
};

/* Is it in the file and accepted so far? */
bool stay_in_play(const struct member_stay *stay);
/* Does the stay exist once the member has been stored? */
bool stay_is_there(const struct member_stay *stay);
/* Is a stored stay to be another one? */
bool stay_changed(const struct member_stay *stay);
struct member_stay *member_add_stay(struct member *member);

/* --- member_rules.c ---------------------------------------------------------------------------- */

/* Merges the rows of the file with the stored stays and applies the rules of each stay. */
enum status member_merge(struct import *import, struct member *member,
	struct record *const *records, size_t count, struct error *error);
/* Applies the rules across the stays, and finds out which row each fact comes from. */
enum status member_settle(struct import *import, struct member *member, struct error *error);

/* --- member_same.c ----------------------------------------------------------------------------- */

/* *same: do the rows only say what is stored already? A quick test, because this is the usual
 * case. */
enum status member_is_same(struct import *import, struct member *member,
	struct record *const *records, size_t count, bool *same, struct error *error);

/* --- member_load.c ----------------------------------------------------------------------------- */

/* Reads what is stored of the member of this row. */
enum status member_load(struct import *import, struct member *member, const struct record *row,
	struct error *error);

/* --- member_carried.c -------------------------------------------------------------------------- */

/* Finds official_on of each stay as it is to be: its own, else that of the member's earlier stay with the
 * same admitted_on. */
void member_carry_official(struct member *member);
/* What is stored in a column of the table stay. */
int64_t stay_stored_column(const struct stay *stay, size_t column);
/* Does official_on come from an earlier stay? */
bool stay_is_carried(const struct stay *stay);
/* Stores official_on of the stays, in the file or not, of which nothing else is another. */
enum status member_store_carried(struct import *import, struct member *member, struct error *error);

/* --- member_store.c ---------------------------------------------------------------------------- */

/* Counts the accepted rows and stores them; new rows are added to the batches. */
enum status member_store(struct import *import, struct member *member, struct error *error);
/* Stores the rows of the batches. */
enum status member_store_added(struct import *import, struct member *member, struct error *error);

/* --- member_totals.c --------------------------------------------------------------------------- */

/* Notes what the member's stored stays were and are, where they differ. */
enum status member_note_totals(struct member *member, struct error *error);

#endif
