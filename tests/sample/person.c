#include "person.h"

#include "calendar.h"
#include "facts.h"
#include "random.h"

/* A person whose stays are being made, and the present membership. */
struct life {
	struct person *person;
	struct random random;
	bool hamlet;
	int admitted, official;
};

static int day_between(struct life *life, int first, int last)
{
	return last <= first ? first : first + random_below(&life->random, last - first + 1);
}

/* Day of the n-th event of a kind: the first few in the last month, a third within the plan, the
 * others at any time since `first`. */
static int event_day(struct life *life, int first, int n, int step)
{
	if (n < 4 && first <= END_DAY - n * step)
		return END_DAY - n * step;
	if (n % 3 == 0 && first < PLAN_DAY)
		first = PLAN_DAY;
	return day_between(life, first, END_DAY);
}

/* Begins a membership. Probation had other lengths in former times. */
static void begin(struct life *life, int admitted)
{
	int months = 12;

	if (admitted < day_of(1980, 1, 1))
		months = 6 + 6 * random_below(&life->random, 3);
	life->admitted = admitted;
	life->official = day_add_months(admitted, months);
	if (life->official >= END_DAY)
		life->official = NO_DAY;
}

/* Begins a membership before the plan, at the latest on `last`. Members in hamlets may be old;
 * those in offices are of working age. */
static void begin_past(struct life *life, int last)
{
	static const struct {
		int percent, first_year, years;
	} eras[] = {{38, 2010, 11}, {32, 2000, 10}, {16, 1990, 10}, {11, 1976, 14}, {3, 1965, 11}};
	int year, month, day;

	do {
		int n = random_below(&life->random, life->hamlet ? 100 : 86);
		int i = 0;

		for (; n >= eras[i].percent; i++)
			n -= eras[i].percent;
		/* One random number in each statement: C does not define the order of arguments. */
		year = eras[i].first_year + random_below(&life->random, eras[i].years);
		month = 1 + random_below(&life->random, 12);
		day = day_of(year, month, 1 + random_below(&life->random, 28));
	} while (day > last);
	begin(life, day);
}

static void join(struct life *life, int unit, int day, const char *joined_by)
{
	life->person->stays[life->person->stay_count++] = (struct stay){
		.unit = unit,
		.admitted = life->admitted,
		.official = life->official,
		.joined = day,
		.left = NO_DAY,
		.joined_by = joined_by,
		.left_by = "",
	};
}

/* Ends the stay; without official_on when the person leaves during probation. */
static void leave(struct life *life, int day, const char *left_by)
{
	struct stay *stay = &life->person->stays[life->person->stay_count - 1];

	stay->left = day;
	stay->left_by = left_by;
	if (stay->official > day)
		stay->official = NO_DAY;
}

static void move(struct life *life, int unit, int day)
{
	leave(life, day, "moved");
	join(life, unit, day, "moved");
}

/* The first of them was admitted on the eve of the plan. */
static void tell_steady(struct life *life, const struct slot *slot)
{
	if (slot->nth == 0)
		begin(life, PLAN_DAY - 1);
	else
		begin_past(life, PLAN_DAY - 1);
	join(life, slot->unit, life->admitted, "admitted");
}

static void tell_transferred(struct life *life, const struct slot *slot)
{
	/* Some were admitted elsewhere within the plan, which are no admissions of this
	 * district. */
	if (slot->nth % 50 == 30)
		begin(life, day_between(life, PLAN_DAY, END_DAY - 200));
	else
		begin_past(life, PLAN_DAY - 1);
	join(life, slot->unit, event_day(life, life->admitted + 200, slot->nth, 9), "transferred");
}

static void tell_moved(struct life *life, const struct slot *slot)
{
	int day;

	begin_past(life, END_DAY - 600);
	day = event_day(life, life->admitted + 500, slot->nth, 7);
	if (slot->nth % 8 == 7) {
		join(life, slot->unit, life->admitted, "admitted");
		move(life, slot->other, day_between(life, life->admitted + 100, day - 100));
	} else if (slot->nth % 5 == 4) {
		join(life, slot->other, day_between(life, life->admitted + 100, day - 100),
			"transferred");
	} else {
		join(life, slot->other, life->admitted, "admitted");
	}
	move(life, slot->unit, day);
}

/* All of them move on the day on which one unit opens or the other closes. */
static void tell_moved_together(struct life *life, const struct slot *slot, int day)
{
	begin_past(life, day - 600);
	join(life, slot->other, life->admitted, "admitted");
	move(life, slot->unit, day);
}

/* Leaves for at least 36 months; then probation begins again. */
static void tell_readmitted(struct life *life, const struct slot *slot, int again)
{
	int left;

	begin_past(life, day_of(2008, 12, 31));
	join(life, slot->unit, life->admitted, "admitted");
	left = life->admitted + day_between(life, 700, 2600);
	leave(life, left, slot->nth % 2 == 0 ? "removed" : "resigned");
	if (again == NO_DAY)
		again = day_add_months(left, 36 + random_below(&life->random, 18));
	begin(life, again);
	join(life, slot->unit, again, "readmitted");
}

static void tell_restored(struct life *life, const struct slot *slot)
{
	int day;

	begin_past(life, END_DAY - 1600);
	day = event_day(life, life->admitted + 1500, slot->nth, 11);
	join(life, slot->unit, life->admitted, "admitted");
	leave(life, day - day_between(life, 90, 700), slot->nth % 2 == 0 ? "expelled" : "removed");
	join(life, slot->unit, day, "restored");
}

static void tell_returned(struct life *life, const struct slot *slot)
{
	int day;

	begin_past(life, END_DAY - 2000);
	day = event_day(life, life->admitted + 1900, slot->nth, 13);
	join(life, slot->unit, life->admitted, "admitted");
	leave(life, day - day_between(life, 200, 1400), "transferred");
	join(life, slot->unit, day, "transferred");
}

/* Admissions are spread evenly from the first day of the plan to the last day of the sample. */
static int recent_day(const struct shape *shape, int nth)
{
	int steps = shape->recent_count > 1 ? shape->recent_count - 1 : 1;

	return PLAN_DAY + nth * (END_DAY - PLAN_DAY) / steps;
}

static void tell_recent(struct life *life, const struct shape *shape, const struct slot *slot)
{
	int day = recent_day(shape, slot->nth);

	begin(life, day);
	/* Some are overdue: their probation has ended and nobody has decided. */
	if (slot->nth % 6 == 2)
		life->official = NO_DAY;
	if (slot->story == STORY_RECENT || day > END_DAY - 90) {
		join(life, slot->unit, day, "admitted");
		return;
	}
	join(life, slot->other, day, "admitted");
	move(life, slot->unit, day_between(life, day + 30, END_DAY));
}

/* Three people who were admitted within the plan and have left since. */
static void tell_short(struct life *life, const struct slot *slot)
{
	if (slot->story == STORY_RECENT_DIED)
		begin(life, day_of(2021, 5, 19));
	else if (slot->story == STORY_RECENT_REMOVED)
		begin(life, day_of(2021, 3, 15));
	else
		begin(life, day_of(2021, 2, 8));
	join(life, slot->unit, life->admitted, "admitted");
	if (slot->story == STORY_RECENT_DIED)
		leave(life, day_of(2021, 8, 12), "died");
	else if (slot->story == STORY_RECENT_REMOVED)
		leave(life, day_of(2021, 11, 20), "removed");
	else
		leave(life, day_of(2022, 3, 10), "transferred");
}

/* Former members left in the order of their numbers, at equal distances; the first of every kind in
 * the last month. */
static void tell_former(struct life *life, const struct slot *slot)
{
	static const struct {
		const char *left_by;
		int days;
	} ways[] = {{"died", 12}, {"expelled", 180}, {"removed", 45}, {"resigned", 85},
		{"transferred", 17}};
	int way = slot->story - STORY_DIED;
	int left = END_DAY - 4 * way - slot->nth * ways[way].days;
	int first;

	begin_past(life, left - 800 < PLAN_DAY ? left - 800 : PLAN_DAY - 1);
	first = day_between(life, life->admitted + 100, left - 100);
	if (slot->nth % 6 == 5) {
		join(life, slot->unit, first, "transferred");
	} else if (slot->nth % 12 == 3) {
		join(life, slot->other, life->admitted, "admitted");
		move(life, slot->unit, first);
	} else {
		join(life, slot->unit, life->admitted, "admitted");
	}
	leave(life, left, ways[way].left_by);
}

static void tell(struct life *life, const struct shape *shape, const struct slot *slot)
{
	switch ((enum story)slot->story) {
	case STORY_STEADY:
		tell_steady(life, slot);
		return;
	case STORY_TRANSFERRED:
		tell_transferred(life, slot);
		return;
	case STORY_MOVED:
		tell_moved(life, slot);
		return;
	case STORY_OPENED:
		tell_moved_together(life, slot, shape->units[slot->unit].opened);
		return;
	case STORY_CLOSED:
		tell_moved_together(life, slot, shape->units[slot->other].closed);
		return;
	case STORY_READMITTED:
		tell_readmitted(life, slot, NO_DAY);
		return;
	case STORY_RESTORED:
		tell_restored(life, slot);
		return;
	case STORY_RETURNED:
		tell_returned(life, slot);
		return;
	case STORY_RECENT:
	case STORY_RECENT_MOVED:
		tell_recent(life, shape, slot);
		return;
	case STORY_RECENT_READMITTED:
		tell_readmitted(life, slot, recent_day(shape, slot->nth));
		return;
	case STORY_RECENT_DIED:
	case STORY_RECENT_REMOVED:
	case STORY_RECENT_AWAY:
		tell_short(life, slot);
		return;
	case STORY_DIED:
	case STORY_EXPELLED:
	case STORY_REMOVED:
	case STORY_RESIGNED:
	case STORY_AWAY:
		tell_former(life, slot);
		return;
	case STORY_COUNT:
		return;
	}
}

void person_draw(
	struct person *person, const struct shape *shape, const struct slot *slot, uint64_t key)
{
	enum setting setting = shape->units[slot->unit].setting;
	struct life life = {
		.person = person,
		.random = {.state = key},
		.hamlet = setting == SETTING_HAMLET,
	};

	person->stay_count = 0;
	tell(&life, shape, slot);
	facts_draw(person, setting, &life.random);
}

void person_change(struct person *person, uint64_t key)
{
	struct stay *last = &person->stays[person->stay_count - 1];

	if (key % 4 == 0 && last->left == NO_DAY && last->joined < END_DAY) {
		last->left = END_DAY;
		last->left_by = "transferred";
		return;
	}
	/* facts_draw never gives this occupation, so it is always a change. */
	person->occupation = "Kinh doanh";
}
