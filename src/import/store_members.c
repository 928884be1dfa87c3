/* The record store of members: the rows of one member at a time (member.h). */
#include "import/record_store.h"

#include <stdlib.h>

#include "store/batch.h"
#include "import/member.h"
#include "import/twins.h"

/* Is the new code of these rows a twin? Refuses them then. */
static enum status refuse_twin(struct import *import, struct record *const *records, size_t count,
	bool *refused, struct error *error)
{
	enum status status = STATUS_DONE;
	size_t r;

	*refused = false;
	for (r = 0; r < count && status == STATUS_DONE; r++) {
		status = twins_check(import, records[r], SQL_STMT_MEMBER_TWIN, error);
		if (status != STATUS_DONE || import->row.total == 0)
			return status;
		*refused = true;
		status = import_refuse(import, records[r], error);
	}
	return status;
}

static enum status members_take(
	struct import *import, struct record *const *records, size_t count, struct error *error)
{
	struct member *member = import->store_state;
	bool same, refused = false;
	enum status status = member_is_same(import, member, records, count, &same, error);

	if (status == STATUS_DONE && same) {
		import->counts.unchanged += (long)count;
		return STATUS_DONE;
	}
	if (status == STATUS_DONE)
		status = member_load(import, member, records[0], error);
	if (status == STATUS_DONE && member->id == 0)
		status = refuse_twin(import, records, count, &refused, error);
	if (refused)
		return status;
	if (status == STATUS_DONE)
		status = member_merge(import, member, records, count, error);
	if (status == STATUS_DONE)
		status = member_settle(import, member, error);
	return status == STATUS_DONE ? member_store(import, member, error) : status;
}

static enum status members_begin(struct import *import, struct error *error)
{
	struct member *member = memory_get(sizeof *member);

	*member = (struct member){0};
	import->store_state = member;
	member->added_members = batch_new(import->db->handle, "added_member", FACTS + 3);
	member->added_stays = batch_new(import->db->handle, "added_stay", STAY_COLUMNS + 3);
	if (member->added_members == NULL || member->added_stays == NULL)
		return db_failed(import->db, error);
	if (!import->first_load)
		member->totals = totals_changes_new(import->db);
	else if (db_run(import->db, SQL_STMT_STAY_UNINDEX, error) != STATUS_DONE)
		return error_status(error);
	return db_number(import->db, SQL_STMT_MEMBER_NEXT, NO_NUMBERS, &member->next_id, error);
}

static enum status members_end(struct import *import, struct error *error)
{
	struct member *member = import->store_state;

	if (member_store_added(import, member, error) != STATUS_DONE)
		return error_status(error);
	if (!import->first_load)
		return totals_enter(member->totals, error);
	if (db_run(import->db, SQL_SCHEMA_0002_STAY_INDEX, error) != STATUS_DONE)
		return error_status(error);
	return totals_rebuild(import->db, error);
}

static void members_release(struct import *import)
{
	static const enum sql readers[] = {SQL_STMT_MEMBER_ADD, SQL_STMT_MEMBER_JOURNAL_ADDED,
		SQL_STMT_STAY_ADD, SQL_STMT_STAY_JOURNAL_ADDED, SQL_STMT_MEMBER_SCAN,
		SQL_STMT_STAY_SCAN};
	struct member *member = import->store_state;
	size_t i;

	for (i = 0; i < sizeof readers / sizeof readers[0]; i++)
		db_forget(import->db, readers[i]);
	batch_free(member->added_members);
	batch_free(member->added_stays);
	totals_changes_free(member->totals);
	record_release(&member->stored);
	free(member->stays);
	free(member);
	import->store_state = NULL;
}

const struct record_store store_members = {
	.is_empty = SQL_STMT_MEMBER_IS_EMPTY,
	.twins = true,
	.group = 1,
	.begin = members_begin,
	.take = members_take,
	.end = members_end,
	.release = members_release,
};
