/*
 * Do the rows of a member say nothing but what is stored? A roll is imported again and again, and most of it is
 * unchanged: the stored members and stays are read side by side with the rows, in one order.
 */
#include "import/member.h"

#include <string.h>

#include "import/record_row.h"

/* The columns of stmt/member_scan.sql and stmt/stay_scan.sql: the id of the member; then the code
 * and the facts, or the stay. */
enum { SCAN_MEMBER, SCAN_CODE, SCAN_FACTS, SCAN_STAY = SCAN_CODE };

#define SCAN_STEPS 32 /* so many rows are passed over before a scan is begun anew, further on */

static enum status scan_step(struct import *import, struct scan *scan, struct error *error)
{
	enum status status;

	scan->ended = !db_row(import->db, scan->statement, &status, error);
	if (!scan->ended)
		scan->member = sqlite3_column_int64(scan->statement, SCAN_MEMBER);
	return status;
}

static int scan_compare(const struct scan *members, const struct record *row)
{
	return strcmp(db_text(members->statement, SCAN_CODE), record_text(row, MEMBER_MEMBER));
}

static enum status scan_members_from(
	struct import *import, struct scan *members, const struct record *row, struct error *error)
{
	members->statement = db_statement(import->db, SQL_STMT_MEMBER_SCAN, error);
	if (members->statement == NULL)
		return error_status(error);
	sqlite3_bind_text(members->statement, 1, record_text(row, MEMBER_MEMBER),
		(int)row->values[MEMBER_MEMBER].len, SQLITE_TRANSIENT);
	return scan_step(import, members, error);
}

/* Moves the scan to the member of the row, or to the first one after it; *there says which. Rows
 * and scan are both in the order of codes, so mostly one step is enough. */
static enum status scan_members(struct import *import, struct scan *members,
	const struct record *row, bool *there, struct error *error)
{
	int steps, order = -1;

	for (steps = 0; members->statement && !members->ended && steps < SCAN_STEPS; steps++) {
		order = scan_compare(members, row);
		*there = order == 0;
		if (order >= 0)
			return STATUS_DONE;
		if (scan_step(import, members, error) != STATUS_DONE)
			return error_status(error);
	}
	if ((members->statement == NULL || !members->ended) &&
		scan_members_from(import, members, row, error) != STATUS_DONE)
		return error_status(error);
	*there = !members->ended && scan_compare(members, row) == 0;
	return STATUS_DONE;
}

/* Moves the scan to the first stay of the member. Members that were stored together have ids in the
 * order of their codes. When many others are in between, the scan is begun anew. */
static enum status scan_stays(
	struct import *import, struct scan *stays, int64_t member, struct error *error)
{
	if (stays->statement == NULL || stays->ended || stays->member > member ||
		stays->member < member - SCAN_STEPS) {
		stays->statement = db_statement(import->db, SQL_STMT_STAY_SCAN, error);
		if (stays->statement == NULL)
			return error_status(error);
		sqlite3_bind_int64(stays->statement, 1, member);
		if (scan_step(import, stays, error) != STATUS_DONE)
			return error_status(error);
	}
	while (!stays->ended && stays->member < member)
		if (scan_step(import, stays, error) != STATUS_DONE)
			return error_status(error);
	return STATUS_DONE;
}

static bool same_facts(const struct record *row, const struct scan *members)
{
	int f;

	for (f = 0; f < FACTS; f++)
		if (!record_is_column(
			    row, (size_t)(FIRST_FACT + f), members->statement, SCAN_FACTS + f))
			return false;
	return true;
}

static bool same_stay(const struct record *row, const struct scan *stays)
{
	int c;

	for (c = 0; c < STAY_COLUMNS; c++)
		if (!record_is_column(row, stay_fields[c], stays->statement, SCAN_STAY + c))
			return false;
	return true;
}

/* Is each row the same as a stored stay of the member? Both are in the order of joined_on. */
static enum status same_stays(struct import *import, struct scan *stays, int64_t member,
	struct record *const *records, size_t count, bool *same, struct error *error)
{
	size_t r = 0;
	enum status status = scan_stays(import, stays, member, error);

	while (status == STATUS_DONE && r < count && !stays->ended && stays->member == member) {
		r += same_stay(records[r], stays);
		status = scan_step(import, stays, error);
	}
	*same = r == count;
	return status;
}

enum status member_is_same(struct import *import, struct member *member,
	struct record *const *records, size_t count, bool *same, struct error *error)
{
	struct scan *members = &member->scanned_members;
	size_t r;

	*same = false;
	if (import->first_load || import->options.blank_clears)
		return STATUS_DONE;
	if (scan_members(import, members, records[0], same, error) != STATUS_DONE)
		return error_status(error);
	for (r = 0; r < count && *same; r++)
		*same = same_facts(records[r], members);
	return *same ? same_stays(import, &member->scanned_stays, members->member, records, count,
			       same, error)
		     : STATUS_DONE;
}
