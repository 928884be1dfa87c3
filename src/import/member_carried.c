/* official_on, where a stay has it from an earlier one (data/README.md section 3, members.csv). */
#include "import/member.h"

int64_t stay_stored_column(const struct stay *stay, size_t column)
{
	return column == OFFICIAL_ON ? stay->official : stay->columns[column];
}

bool stay_is_carried(const struct stay *stay)
{
	return stay->columns[OFFICIAL_ON] == NO_DAY && stay->official != NO_DAY;
}

/* That of the nearest earlier stay with the same admitted_on: it has its own, or the one before it. */
static int64_t earlier_official(const struct member *member, size_t index)
{
	int64_t admitted_on = member->stays[index].now.columns[ADMITTED_ON];

	while (index-- > 0) {
		const struct member_stay *stay = &member->stays[index];

		if (stay_is_there(stay) && stay->now.columns[ADMITTED_ON] == admitted_on)
			return stay->now.official;
	}
	return NO_DAY;
}

void member_carry_official(struct member *member)
{
	size_t i;

	for (i = 0; i < member->count; i++) {
		struct stay *now = &member->stays[i].now;

		now->official = now->columns[OFFICIAL_ON];
		if (now->official == NO_DAY)
			now->official = earlier_official(member, i);
	}
}

/* Parameter of stmt/stay_carry.sql, after the member's number and joined_on. */
enum { CARRY_OFFICIAL = 3 };

/* Is nothing but official_on another, because it is carried along? Undoing it needs no line in the journal:
 * it follows from the stays that have one. */
static bool only_carried(const struct member_stay *stay)
{
	return stay->stored && !stay_changed(stay) && stay->now.facts == stay->was.facts &&
	       stay->now.official != stay->was.official;
}

enum status member_store_carried(struct import *import, struct member *member, struct error *error)
{
	size_t i;

	for (i = 0; i < member->count; i++) {
		const struct stay *now = &member->stays[i].now;
		struct db_rows carry;

		if (!only_carried(&member->stays[i]))
			continue;
		carry = db_prepare(import->db, SQL_STMT_STAY_CARRY,
			NUMBERS(member->id, now->columns[JOINED_ON]), error);
		if (now->official != NO_DAY)
			sqlite3_bind_int64(carry.at, CARRY_OFFICIAL, now->official);
		if (db_finish(&carry) != STATUS_DONE)
			return error_status(error);
	}
	return STATUS_DONE;
}
