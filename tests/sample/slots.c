#include <stddef.h>

#include "calendar.h"
#include "random.h"
#include "shape.h"

/* People of this many stories among the members of SHAPE_MEMBERS that have left; those three that
 * were admitted within the plan make its admissions 126. */
static const struct {
	enum story story;
	int count;
} former[] = {
	{STORY_RECENT_DIED, 1},
	{STORY_RECENT_REMOVED, 1},
	{STORY_RECENT_AWAY, 1},
	{STORY_DIED, 161},
	{STORY_EXPELLED, 11},
	{STORY_REMOVED, 44},
	{STORY_RESIGNED, 23},
	{STORY_AWAY, 118},
};

/* Members that a dissolved unit leaves to another. */
#define CLOSED_MEMBERS 6

/* How many there are so far. */
struct tally {
	int recent, older; /* members admitted within the plan, and all others */
	int told[STORY_COUNT];
};

static bool is_leaf(const struct unit *unit)
{
	return unit->kind == KIND_CELL || unit->kind == KIND_BASE_CELL;
}

static bool always_open(const struct unit *unit)
{
	return unit->opened == NO_DAY && unit->closed == NO_DAY;
}

/* Some other leaf that was always open; in the same organisation if `near`. */
static int other_leaf(const struct shape *shape, int unit, int step, bool near)
{
	for (int i = 0; i < shape->unit_count; i++) {
		int index = (unit + 1 + step + i) % shape->unit_count;
		const struct unit *other = &shape->units[index];

		if (index == unit || !is_leaf(other) || !always_open(other))
			continue;
		if (!near || other->parent == shape->units[unit].parent)
			return index;
	}
	return unit;
}

static void slot_add(struct shape *shape, int unit, int other, enum story story, int nth)
{
	shape->slots[shape->slot_count++] = (struct slot){
		.unit = (short)unit,
		.other = (short)other,
		.nth = (short)nth,
		.story = (unsigned char)story,
	};
}

/* The story of the n-th member admitted within the plan. */
static enum story recent_story(int n)
{
	if (n % 31 == 28)
		return STORY_RECENT_READMITTED;
	if (n % 13 == 5)
		return STORY_RECENT_MOVED;
	return STORY_RECENT;
}

/* The story of the n-th of all other members. */
static enum story older_story(int n)
{
	if (n % 9 == 4)
		return STORY_TRANSFERRED;
	if (n % 23 == 1)
		return STORY_MOVED;
	if (n % 701 == 2)
		return STORY_READMITTED;
	if (n % 653 == 6)
		return STORY_RESTORED;
	if (n % 367 == 8)
		return STORY_RETURNED;
	return STORY_STEADY;
}

/* The unit that was dissolved into this one, or -1. */
static int dissolved_into(const struct shape *shape, int unit)
{
	for (int i = 0; i < shape->unit_count; i++) {
		const struct unit *old = &shape->units[i];

		if (old->closed != NO_DAY &&
			other_leaf(shape, i, 0, old->kind == KIND_CELL) == unit)
			return i;
	}
	return -1;
}

static void add_recent(struct shape *shape, int unit, struct tally *tally)
{
	/* A step through all days of the plan, in another order than the units'. */
	int nth = (int)((long)tally->recent * 50 % shape->recent_count);

	slot_add(shape, unit, other_leaf(shape, unit, nth * 7, nth % 2 == 0),
		recent_story(tally->recent), nth);
	tally->recent++;
}

static void add_older(struct shape *shape, int unit, struct tally *tally, bool moved, int closed)
{
	enum story story = older_story(tally->older++);
	int other = closed;
	int *nth;

	if (closed >= 0)
		story = STORY_CLOSED;
	else if (moved)
		story = STORY_OPENED;
	nth = &tally->told[story];
	if (closed < 0)
		other = other_leaf(shape, unit, *nth * 7, *nth % 5 < 3);
	slot_add(shape, unit, other, story, (*nth)++);
}

static void add_members(struct shape *shape, int unit, struct tally *tally)
{
	const struct unit *leaf = &shape->units[unit];
	int closed = dissolved_into(shape, unit);

	for (int i = 0; i < leaf->recent; i++)
		add_recent(shape, unit, tally);
	for (int i = 0; i < leaf->members - leaf->recent; i++)
		add_older(shape, unit, tally, leaf->opened != NO_DAY,
			i < CLOSED_MEMBERS ? closed : -1);
}

static void add_former(struct shape *shape, struct tally *tally)
{
	int n = 0;

	for (size_t i = 0; i < sizeof(former) / sizeof(former[0]); i++) {
		int count = (int)((long)former[i].count * shape->members / SHAPE_MEMBERS);

		for (int k = 0; k < count; k++, n++) {
			int unit = other_leaf(shape, 0, n * 53, false);
			int other = other_leaf(shape, unit, n * 7, n % 5 < 3);

			slot_add(shape, unit, other, former[i].story,
				tally->told[former[i].story]++);
		}
	}
}

void slots_build(struct shape *shape)
{
	struct random random = {.state = SHAPE_MEMBERS};
	struct tally tally = {0};

	shape->slot_count = 0;
	for (int i = 0; i < shape->unit_count; i++)
		add_members(shape, i, &tally);
	add_former(shape, &tally);

	for (int i = shape->slot_count - 1; i > 0; i--) {
		int k = random_below(&random, i + 1);
		struct slot slot = shape->slots[i];

		shape->slots[i] = shape->slots[k];
		shape->slots[k] = slot;
	}
}
