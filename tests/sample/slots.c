#include <stddef.h>

#include "calendar.h"
#include "random.h"
#include "shape.h"

/* How many former members have each story, for SHAPE_MEMBERS members. With the three who were
 * admitted within the plan it has 126 admissions. */
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

/* How many members move from a dissolved unit to another one. */
#define CLOSED_MEMBERS 6

/* How many slots there are so far. */
struct so_far {
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

/* A different leaf that was always open; in the same organisation if `near`. */
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

static void add_recent(struct shape *shape, int unit, struct so_far *so_far)
{
	/* Goes through all days of the plan, in an order that is not that of the units. */
	int nth = (int)((long)so_far->recent * 50 % shape->recent_count);

	slot_add(shape, unit, other_leaf(shape, unit, nth * 7, nth % 2 == 0),
		recent_story(so_far->recent), nth);
	so_far->recent++;
}

static void add_older(struct shape *shape, int unit, struct so_far *so_far, bool moved, int closed)
{
	enum story story = older_story(so_far->older++);
	int other = closed;
	int *nth;

	if (closed >= 0)
		story = STORY_CLOSED;
	else if (moved)
		story = STORY_OPENED;
	nth = &so_far->told[story];
	if (closed < 0)
		other = other_leaf(shape, unit, *nth * 7, *nth % 5 < 3);
	slot_add(shape, unit, other, story, (*nth)++);
}

static void add_members(struct shape *shape, int unit, struct so_far *so_far)
{
	const struct unit *leaf = &shape->units[unit];
	int closed = dissolved_into(shape, unit);

	for (int i = 0; i < leaf->recent; i++)
		add_recent(shape, unit, so_far);
	for (int i = 0; i < leaf->members - leaf->recent; i++)
		add_older(shape, unit, so_far, leaf->opened != NO_DAY,
			i < CLOSED_MEMBERS ? closed : -1);
}

static void add_former(struct shape *shape, struct so_far *so_far)
{
	int n = 0;

	for (size_t i = 0; i < sizeof(former) / sizeof(former[0]); i++) {
		int count = (int)((long)former[i].count * shape->members / SHAPE_MEMBERS);

		for (int k = 0; k < count; k++, n++) {
			int unit = other_leaf(shape, 0, n * 53, false);
			int other = other_leaf(shape, unit, n * 7, n % 5 < 3);

			slot_add(shape, unit, other, former[i].story,
				so_far->told[former[i].story]++);
		}
	}
}

void slots_build(struct shape *shape)
{
	struct random random = {.state = SHAPE_MEMBERS};
	struct so_far so_far = {0};

	shape->slot_count = 0;
	for (int i = 0; i < shape->unit_count; i++)
		add_members(shape, i, &so_far);
	add_former(shape, &so_far);

	for (int i = shape->slot_count - 1; i > 0; i--) {
		int k = random_below(&random, i + 1);
		struct slot slot = shape->slots[i];

		shape->slots[i] = shape->slots[k];
		shape->slots[k] = slot;
	}
}
