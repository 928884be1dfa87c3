/* What a changed member changes in the totals of the units above (totals_keep.h). */
#include "import/member.h"

#include <stdlib.h>

static int32_t day_or_none(int64_t day)
{
	return day >= NO_DAY && day <= INT32_MAX ? (int32_t)day : INT32_MAX;
}

/* A word of a stay; 0 for none, -1 for a number that cannot be one, which totals_note refuses. */
static int16_t word_or_none(int64_t word)
{
	if (word == NO_DAY)
		return 0;
	return word >= 0 && word <= INT16_MAX ? (int16_t)word : -1;
}

static struct stay_days days_of(const struct stay *stay)
{
	const int64_t *columns = stay->columns;

	return (struct stay_days){
		.unit = columns[UNIT],
		.joined_on = day_or_none(columns[JOINED_ON]),
		.left_on = day_or_none(columns[LEFT_ON]),
		.official_on = day_or_none(stay->official),
		.joined_by = word_or_none(columns[JOINED_BY]),
		.left_by = word_or_none(columns[LEFT_BY]),
	};
}

static bool stays_changed(const struct member *member)
{
	size_t i;

	for (i = 0; i < member->count; i++) {
		const struct member_stay *stay = &member->stays[i];

		if (stay_is_there(stay) && (!stay->stored || stay_changed(stay) ||
						   stay->was.official != stay->now.official))
			return true;
	}
	return false;
}

enum status member_note_totals(struct member *member, struct error *error)
{
	struct stay_days *were, *are;
	size_t were_count = 0, are_count = 0, i;
	enum status status;

	if (member->totals == NULL || !stays_changed(member))
		return STATUS_DONE;
	were = memory_get(2 * member->count * sizeof *were);
	are = were + member->count;
	for (i = 0; i < member->count; i++) {
		if (member->stays[i].stored)
			were[were_count++] = days_of(&member->stays[i].was);
		if (stay_is_there(&member->stays[i]))
			are[are_count++] = days_of(&member->stays[i].now);
	}
	status = totals_note(member->totals, were, were_count, -1, error);
	if (status == STATUS_DONE)
		status = totals_note(member->totals, are, are_count, 1, error);
	free(were);
	return status;
}
