#include "totals/ledger.h"

#include <stdlib.h>
#include <string.h>

#include "base/code_list.h"
#include "base/date.h"

#define FIRST_DAY        (-354285) /* 1000-01-01: the first date there is (date.h) */
#define DAYS             3287182   /* up to 9999-12-31 */
#define BLOCK_DAYS       512
#define BLOCKS           (DAYS / BLOCK_DAYS + 1)
#define LAST_DAY_OF_YEAR 365 /* counted from 0, in a leap year */

/* --- changes ------------------------------------------------------------------------------------- */

void changes_add(struct changes *changes, int day, int total, int count)
{
	if (changes->count == changes->room) {
		changes->room = changes->room ? 2 * changes->room : 64;
		changes->list = memory_resize(changes->list, changes->room * sizeof *changes->list);
	}
	changes->list[changes->count++] = (struct change){day, total, count};
}

void changes_release(struct changes *changes)
{
	free(changes->list);
	*changes = (struct changes){0};
}

static bool is_day(int32_t day)
{
	return day >= FIRST_DAY && day < FIRST_DAY + DAYS;
}

bool stay_is_sound(const struct stay_days *stay)
{
	return is_day(stay->joined_on) && TOTAL_JOINED(stay->joined_by) >= TOTAL_ADMITTED &&
	       TOTAL_JOINED(stay->joined_by) <= TOTAL_RESTORED &&
	       (stay->official_on == NO_DAY || is_day(stay->official_on)) &&
	       (stay->left_on == NO_DAY
			       ? stay->left_by == 0
			       : is_day(stay->left_on) && TOTAL_LEFT(stay->left_by) >= TOTAL_DIED &&
					 TOTAL_LEFT(stay->left_by) <= TOTAL_MOVED_OUT);
}

bool unit_kind_is_sound(int kind)
{
	return kind >= KIND_DISTRICT && kind <= KIND_SUPERIOR;
}

static bool in_span(struct span span, int day)
{
	return span.from <= day && day < span.until;
}

/* The day on whose tree the leaving counts. */
static int last_day(const struct stay_days *stay)
{
	return stay->left_on > stay->joined_on ? stay->left_on - 1 : stay->left_on;
}

/* Does the stay cover both the day and the one before? */
static bool covers_night(const struct stay_days *stay, int day)
{
	return stay->joined_on < day && (stay->left_on == NO_DAY || stay->left_on > day);
}

/* Adds one to a total from a day on until the stay or the span ends. */
static void add_until_end(const struct stay_days *stay, struct span span, int first, int total,
	struct changes *changes)
{
	int until = stay->left_on;

	if (first < span.from)
		first = span.from;
	if (until == NO_DAY || until > span.until)
		until = span.until;
	if (first >= until)
		return;
	changes_add(changes, first, total, 1);
	if (until < ALWAYS.until)
		changes_add(changes, until, total, -1);
}

void stay_changes(const struct stay_days *stay, struct span span, struct changes *changes)
{
	if (in_span(span, stay->joined_on))
		changes_add(changes, stay->joined_on, TOTAL_JOINED(stay->joined_by), 1);
	if (stay->left_on != NO_DAY && in_span(span, last_day(stay)))
		changes_add(changes, stay->left_on, TOTAL_LEFT(stay->left_by), 1);
	if (covers_night(stay, span.from))
		changes_add(changes, span.from, TOTAL_REORGANISED_IN, 1);
	if (covers_night(stay, span.until) && span.until < ALWAYS.until)
		changes_add(changes, span.until, TOTAL_REORGANISED_OUT, 1);
	add_until_end(stay, span, stay->joined_on, TOTAL_MEMBERS, changes);
	if (stay->official_on == NO_DAY)
		return;
	add_until_end(stay, span,
		stay->official_on > stay->joined_on ? stay->official_on : stay->joined_on,
		TOTAL_OFFICIAL, changes);
}

void unit_changes(int kind, struct span span, struct changes *changes)
{
	static const int totals[] = {[KIND_DISTRICT] = TOTAL_SUPERIORS,
		[KIND_COMMUNE] = TOTAL_COMMUNES,
		[KIND_COMMITTEE] = TOTAL_COMMITTEES,
		[KIND_BASE_CELL] = TOTAL_BASE_CELLS,
		[KIND_CELL] = TOTAL_CELLS,
		[KIND_SUPERIOR] = TOTAL_SUPERIORS};
	int total = unit_kind_is_sound(kind) ? totals[kind] : 0;

	if (total == 0 || span.from >= span.until)
		return;
	changes_add(changes, span.from < FIRST_DAY ? FIRST_DAY : span.from, total, 1);
	if (span.until < ALWAYS.until)
		changes_add(changes, span.until, total, -1);
}

/* --- moves --------------------------------------------------------------------------------------- */

static bool ends_by_moving(const struct stay_days *stay)
{
	/* A stay of no day ends on the day on which it begins itself: that is no move to `next`. */
	return stay->left_by == LEFT_MOVED && stay->joined_on < stay->left_on;
}

bool stay_moves_on(const struct stay_days *stay, const struct stay_days *next)
{
	return ends_by_moving(stay) && next->joined_by == JOINED_MOVED &&
	       next->joined_on == stay->left_on;
}

static void add_half(struct halves *halves, struct half half)
{
	if (halves->count == halves->room) {
		halves->room = halves->room ? 2 * halves->room : 64;
		halves->list = memory_resize(halves->list, halves->room * sizeof *halves->list);
	}
	halves->list[halves->count++] = half;
}

void halves_add(
	struct halves *halves, int64_t member, const struct stay_days *stay, struct span span)
{
	if (stay->joined_by == JOINED_MOVED && in_span(span, stay->joined_on))
		add_half(halves, (struct half){member, stay->joined_on, 1});
	if (ends_by_moving(stay) && in_span(span, last_day(stay)))
		add_half(halves, (struct half){member, stay->left_on, 0});
}

static int compare_halves(const void *a, const void *b)
{
	const struct half *x = a, *y = b;

	if (x->member != y->member)
		return x->member < y->member ? -1 : 1;
	return x->day != y->day ? (x->day < y->day ? -1 : 1) : x->in - y->in;
}

void halves_match(struct halves *halves, struct changes *changes)
{
	struct half *list = halves->list;
	size_t kept = 0, i;

	if (halves->count > 1)
		qsort(list, halves->count, sizeof *list, compare_halves);
	for (i = 0; i < halves->count; i++) {
		/* Stays of a member do not overlap, so on one day at most one ends and one begins
		 * by moving. */
		if (i + 1 < halves->count && list[i].member == list[i + 1].member &&
			list[i].day == list[i + 1].day) {
			changes_add(changes, list[i].day, TOTAL_MOVED_IN, -1);
			changes_add(changes, list[i].day, TOTAL_MOVED_OUT, -1);
			i++;
		} else {
			list[kept++] = list[i];
		}
	}
	halves->count = kept;
}

void halves_release(struct halves *halves)
{
	free(halves->list);
	*halves = (struct halves){0};
}

/* --- the ledger ---------------------------------------------------------------------------------- */

struct day_block {
	uint32_t used[BLOCK_DAYS]; /* for each day a bit for each total that changed */
	int32_t counts[BLOCK_DAYS][TOTALS];
};

struct ledger {
	struct day_block *blocks[BLOCKS];
	size_t first, last; /* the blocks that may exist; first > last when none does */
};

struct ledger *ledger_new(void)
{
	struct ledger *ledger = memory_zeroed(sizeof *ledger);

	ledger->first = BLOCKS;
	return ledger;
}

void ledger_free(struct ledger *ledger)
{
	size_t i;

	if (ledger == NULL)
		return;
	for (i = 0; i < BLOCKS; i++)
		free(ledger->blocks[i]);
	free(ledger);
}

static struct day_block *block_at(struct ledger *ledger, size_t index)
{
	if (ledger->blocks[index] == NULL)
		ledger->blocks[index] = memory_zeroed(sizeof(struct day_block));
	if (index < ledger->first)
		ledger->first = index;
	if (index > ledger->last)
		ledger->last = index;
	return ledger->blocks[index];
}

void ledger_add(struct ledger *ledger, const struct changes *changes)
{
	size_t i;

	for (i = 0; i < changes->count; i++) {
		const struct change *change = &changes->list[i];
		int64_t day = (int64_t)change->day - FIRST_DAY;
		size_t at = (size_t)day;
		struct day_block *block;

		if (day < 0 || day >= DAYS || (unsigned)change->total >= TOTALS)
			continue; /* only in a damaged database */
		block = block_at(ledger, at / BLOCK_DAYS);
		block->used[at % BLOCK_DAYS] |= 1u << change->total;
		block->counts[at % BLOCK_DAYS][change->total] += change->count;
	}
}

/* A day on which something changed. */
struct used_day {
	unsigned totals; /* a bit for each total that changed */
	int32_t *counts;
};

/* Gives the next such day from *at on, and moves *at behind it. False when there is none. */
static bool next_used(const struct ledger *ledger, size_t *at, struct used_day *found)
{
	size_t block, day;

	if (*at < ledger->first * BLOCK_DAYS)
		*at = ledger->first * BLOCK_DAYS;
	day = *at % BLOCK_DAYS;
	for (block = *at / BLOCK_DAYS; block <= ledger->last && block < BLOCKS; block++) {
		struct day_block *days = ledger->blocks[block];

		while (days && day < BLOCK_DAYS && days->used[day] == 0)
			day++;
		if (days && day < BLOCK_DAYS) {
			*at = block * BLOCK_DAYS + day;
			*found = (struct used_day){days->used[day], days->counts[day]};
			return true;
		}
		day = 0;
	}
	return false;
}

/* Returns the total of the lowest bit and clears the bit. */
static int take_total(unsigned *totals)
{
	int total = __builtin_ctz(*totals);

	*totals &= *totals - 1;
	return total;
}

void ledger_clear(struct ledger *ledger)
{
	struct used_day day;
	size_t at;

	for (at = 0; next_used(ledger, &at, &day); at++) {
		memset(day.counts, 0, TOTALS * sizeof *day.counts);
		ledger->blocks[at / BLOCK_DAYS]->used[at % BLOCK_DAYS] = 0;
	}
	ledger->first = BLOCKS;
	ledger->last = 0;
}

/* Packs the year that begins on `first` up to the day before `end`, both counted from FIRST_DAY. */
static void pack_year(
	const struct ledger *ledger, size_t first, size_t end, struct ledger_year *year)
{
	struct used_day day;
	int last = 0;
	size_t at;

	buf_clear(&year->days);
	for (at = first; next_used(ledger, &at, &day) && at < end; at++) {
		while (day.totals) {
			int total = take_total(&day.totals), count = day.counts[total];

			if (count == 0)
				continue;
			days_add(&year->days, &last, (int)(at - first), total, count);
			year->totals[total] += count;
		}
	}
}

static size_t year_start(int year)
{
	return (size_t)(date_day(year, 1, 1) - FIRST_DAY);
}

bool ledger_next_year(const struct ledger *ledger, struct ledger_year *year)
{
	size_t at = year->year ? year_start(year->year + 1) : 0;
	int month, day_of_month;
	struct used_day day;

	while (next_used(ledger, &at, &day)) {
		date_civil((int)at + FIRST_DAY, &year->year, &month, &day_of_month);
		at = year_start(year->year + 1);
		pack_year(ledger, year_start(year->year), at, year);
		if (year->days.len > 0)
			return true; /* otherwise the changes of the year add up to nothing */
	}
	return false;
}

/* --- packed days --------------------------------------------------------------------------------- */

/* A change is two numbers: the days since the change before it times TOTALS plus the total; and the
 * count, with its sign in the lowest bit. A byte holds seven bits of a number; nearly all numbers
 * need only one. */

static void put_number(struct buf *out, uint32_t number)
{
	for (; number >= 0x80; number >>= 7)
		buf_putc(out, (char)(number | 0x80));
	buf_putc(out, (char)number);
}

static bool get_number(struct days *days, uint32_t *number)
{
	unsigned shift;

	*number = 0;
	for (shift = 0; days->at < days->end && shift < 32; shift += 7) {
		*number |= (uint32_t)(*days->at & 0x7f) << shift;
		if (*days->at++ < 0x80)
			return true;
	}
	return false;
}

void days_add(struct buf *packed, int *last, int day, int total, int count)
{
	put_number(packed, (uint32_t)((day - *last) * TOTALS + total));
	put_number(packed, count < 0 ? (uint32_t)-count << 1 | 1 : (uint32_t)count << 1);
	*last = day;
}

void days_begin(struct days *days, const void *packed, size_t len)
{
	days->at = packed;
	days->end = days->at + len;
	days->day = 0;
}

bool days_next(struct days *days, struct change *change)
{
	uint32_t step, count;

	if (!get_number(days, &step) || !get_number(days, &count) ||
		step / TOTALS > (uint32_t)(LAST_DAY_OF_YEAR - days->day))
		return false;
	days->day += (int)(step / TOTALS);
	change->day = days->day;
	change->total = (int)(step % TOTALS);
	change->count = count & 1 ? -(int)(count >> 1) : (int)(count >> 1);
	return true;
}
