#include "support.h"

#include "base/code_list.h"
#include "base/date.h"
#include "totals/ledger.h"

static void change_is(const struct changes *changes, size_t at, int day, int total, int count)
{
	assert_true(at < changes->count);
	assert_int_equal(changes->list[at].day, day);
	assert_int_equal(changes->list[at].total, total);
	assert_int_equal(changes->list[at].count, count);
}

static void a_stay_joins_leaves_and_is_official_in_between(void **state)
{
	struct changes changes = {0};
	struct stay_days stay = {
		.joined_on = 100, .joined_by = 2, .left_on = 200, .left_by = 3, .official_on = 150};

	(void)state;
	stay_changes(&stay, ALWAYS, &changes);
	assert_int_equal(changes.count, 6);
	change_is(&changes, 0, 100, TOTAL_READMITTED, 1);
	change_is(&changes, 1, 200, TOTAL_REMOVED, 1);
	change_is(&changes, 2, 100, TOTAL_MEMBERS, 1);
	change_is(&changes, 3, 200, TOTAL_MEMBERS, -1);
	change_is(&changes, 4, 150, TOTAL_OFFICIAL, 1);
	change_is(&changes, 5, 200, TOTAL_OFFICIAL, -1);

	/* Official before joining this unit: from the first day here. */
	changes.count = 0;
	stay.official_on = 50;
	stay_changes(&stay, ALWAYS, &changes);
	change_is(&changes, 4, 100, TOTAL_OFFICIAL, 1);

	/* Official only after leaving, or on the day itself: never here. */
	changes.count = 0;
	stay.official_on = 200;
	stay_changes(&stay, ALWAYS, &changes);
	assert_int_equal(changes.count, 4);

	/* Neither official nor gone. */
	changes.count = 0;
	stay.official_on = stay.left_on = NO_DAY;
	stay.left_by = 0;
	stay_changes(&stay, ALWAYS, &changes);
	assert_int_equal(changes.count, 2);
	changes_release(&changes);
}

static void only_days_and_words_that_can_be_are_counted(void **state)
{
	static const struct stay_days sound = {
		.joined_on = 100, .joined_by = 5, .left_on = NO_DAY, .official_on = NO_DAY};
	const int first = date_day(1000, 1, 1), last = date_day(9999, 12, 31);
	struct stay_days stay = sound;

	(void)state;
	assert_true(stay_is_sound(&stay));
	stay.joined_by = 6;
	assert_false(stay_is_sound(&stay));
	stay.joined_by = 0;
	assert_false(stay_is_sound(&stay));
	stay = sound;
	stay.joined_on = first;
	stay.official_on = last;
	assert_true(stay_is_sound(&stay));
	stay.official_on = last + 1;
	assert_false(stay_is_sound(&stay));
	stay = sound;
	stay.joined_on = first - 1;
	assert_false(stay_is_sound(&stay));
	stay = sound;
	stay.left_on = 100;
	stay.left_by = 6;
	assert_true(stay_is_sound(&stay));
	stay.left_by = 7;
	assert_false(stay_is_sound(&stay));
	stay.left_by = 0;
	assert_false(stay_is_sound(&stay));
	stay.left_on = NO_DAY;
	assert_true(stay_is_sound(&stay));
	stay.left_by = 1;
	assert_false(stay_is_sound(&stay));
	assert_true(unit_kind_is_sound(KIND_DISTRICT) && unit_kind_is_sound(KIND_SUPERIOR));
	assert_false(
		unit_kind_is_sound(KIND_DISTRICT - 1) || unit_kind_is_sound(KIND_SUPERIOR + 1));
	assert_false(unit_kind_is_sound(INT32_MIN));
}

/* A ledger takes nothing that is outside of it. */
static void a_ledger_keeps_within_its_days_and_totals(void **state)
{
	static const int days[] = {INT32_MIN, -354286, 3287182 - 354285, INT32_MAX};
	struct ledger *ledger = ledger_new();
	struct ledger_year year = {0};
	struct changes changes = {0};

	(void)state;
	for (size_t i = 0; i < sizeof days / sizeof days[0]; i++)
		changes_add(&changes, days[i], 0, 1);
	changes_add(&changes, 0, TOTALS, 1);
	changes_add(&changes, 0, -1, 1);
	changes_add(&changes, 0, 29999, 1);
	ledger_add(ledger, &changes);
	assert_false(ledger_next_year(ledger, &year));
	changes_release(&changes);
	ledger_free(ledger);
}

static void a_stay_counts_on_the_days_of_its_span(void **state)
{
	struct changes changes = {0};
	struct stay_days stay = {
		.joined_on = 100, .joined_by = 4, .left_on = 200, .left_by = 6, .official_on = 120};
	struct halves halves = {0};

	(void)state;
	/* Brought in on day 110 and taken out on day 150: neither joining nor leaving is counted. */
	stay_changes(&stay, (struct span){110, 150}, &changes);
	assert_int_equal(changes.count, 6);
	change_is(&changes, 0, 110, TOTAL_REORGANISED_IN, 1);
	change_is(&changes, 1, 150, TOTAL_REORGANISED_OUT, 1);
	change_is(&changes, 2, 110, TOTAL_MEMBERS, 1);
	change_is(&changes, 3, 150, TOTAL_MEMBERS, -1);
	change_is(&changes, 4, 120, TOTAL_OFFICIAL, 1);
	change_is(&changes, 5, 150, TOTAL_OFFICIAL, -1);

	/* A joining counts on its day, a leaving on the eve of it. */
	changes.count = 0;
	stay_changes(&stay, (struct span){100, 200}, &changes);
	change_is(&changes, 0, 100, TOTAL_MOVED_IN, 1);
	change_is(&changes, 1, 200, TOTAL_MOVED_OUT, 1);
	assert_int_equal(changes.count, 6);
	changes.count = 0;
	stay_changes(&stay, (struct span){101, 199}, &changes);
	change_is(&changes, 0, 101, TOTAL_REORGANISED_IN, 1);
	change_is(&changes, 1, 199, TOTAL_REORGANISED_OUT, 1);

	/* Whoever leaves on the day of the change left where it was, not here. */
	changes.count = 0;
	stay_changes(&stay, (struct span){200, 300}, &changes);
	assert_int_equal(changes.count, 0);

	/* A stay of no day is where it is on that day. */
	stay.left_on = stay.joined_on;
	stay.official_on = NO_DAY;
	stay_changes(&stay, (struct span){99, 100}, &changes);
	assert_int_equal(changes.count, 0);
	stay_changes(&stay, (struct span){100, 101}, &changes);
	assert_int_equal(changes.count, 2);

	/* So do the halves of moves. */
	stay.left_on = 200;
	halves_add(&halves, 1, &stay, (struct span){101, 199});
	assert_int_equal(halves.count, 0);
	halves_add(&halves, 1, &stay, (struct span){100, 199});
	assert_int_equal(halves.count, 1);
	halves_add(&halves, 1, &stay, (struct span){101, 200});
	assert_int_equal(halves.count, 2);
	halves_release(&halves);
	changes_release(&changes);
}

static void units_count_by_their_kind_while_they_are_open(void **state)
{
	struct changes changes = {0};
	int always = date_day(1000, 1, 1);

	(void)state;
	unit_changes(KIND_PROVINCE, ALWAYS, &changes);             /* counted nowhere … */
	unit_changes(KIND_SECTION, (struct span){1, 2}, &changes); /* nor is a section */
	assert_int_equal(changes.count, 0);
	unit_changes(KIND_COMMUNE, ALWAYS, &changes);
	change_is(&changes, 0, always, TOTAL_COMMUNES, 1);
	unit_changes(-5, (struct span){1, 2}, &changes); /* of a damaged database */
	unit_changes(9, (struct span){1, 2}, &changes);
	unit_changes(KIND_CELL, (struct span){10, 20}, &changes);
	change_is(&changes, 1, 10, TOTAL_CELLS, 1);
	change_is(&changes, 2, 20, TOTAL_CELLS, -1);
	changes_release(&changes);
}

static void two_halves_of_a_move_are_no_movement(void **state)
{
	static const struct stay_days first = {
		.joined_on = 1, .joined_by = 1, .left_on = 9, .left_by = 6};
	static const struct stay_days second = {.joined_on = 9, .joined_by = 4, .left_on = NO_DAY};
	static const struct stay_days of_no_day = {
		.joined_on = 9, .joined_by = 4, .left_on = 9, .left_by = 6};
	struct halves halves = {0};
	struct changes changes = {0};

	(void)state;
	assert_true(stay_moves_on(&first, &second));
	assert_true(stay_moves_on(&first, &of_no_day));
	assert_false(stay_moves_on(&of_no_day, &second));

	halves_add(&halves, 7, &first, ALWAYS);
	halves_add(&halves, 8, &second, ALWAYS); /* somebody else's */
	halves_match(&halves, &changes);
	assert_int_equal(halves.count, 2);
	assert_int_equal(changes.count, 0);

	halves_add(&halves, 7, &second, ALWAYS);
	halves_match(&halves, &changes);
	assert_int_equal(halves.count, 1);
	assert_int_equal(halves.list[0].member, 8);
	assert_int_equal(changes.count, 2);
	change_is(&changes, 0, 9, TOTAL_MOVED_IN, -1);
	change_is(&changes, 1, 9, TOTAL_MOVED_OUT, -1);
	halves_release(&halves);
	changes_release(&changes);
}

static void the_years_of_a_ledger_have_running_totals_and_their_days(void **state)
{
	int first = date_day(2020, 12, 31), last = date_day(2022, 1, 1);
	struct ledger *ledger = ledger_new();
	struct ledger_year year = {0};
	struct changes changes = {0};
	struct change change;
	struct days days;

	(void)state;
	assert_false(ledger_next_year(ledger, &year));
	changes_add(&changes, last, TOTAL_CELLS, -2);
	changes_add(&changes, first, TOTAL_ADMITTED, 40000);
	changes_add(&changes, first, TOTAL_CELLS, 3);
	/* A year whose changes cancel each other is none. */
	changes_add(&changes, date_day(2021, 6, 1), TOTAL_DIED, 1);
	ledger_add(ledger, &changes);
	changes.count = 0;
	changes_add(&changes, date_day(2021, 6, 1), TOTAL_DIED, -1);
	changes_add(&changes, date_day(1000, 1, 1), TOTAL_COMMUNES, 1);
	changes_add(&changes, date_day(9999, 12, 31), TOTAL_COMMUNES, -1);
	ledger_add(ledger, &changes);

	assert_true(ledger_next_year(ledger, &year));
	assert_int_equal(year.year, 1000);
	assert_int_equal(year.totals[TOTAL_COMMUNES], 1);
	assert_true(ledger_next_year(ledger, &year));
	assert_int_equal(year.year, 2020);
	assert_int_equal(year.totals[TOTAL_ADMITTED], 40000);
	assert_int_equal(year.totals[TOTAL_CELLS], 3);
	days_begin(&days, year.days.data, year.days.len);
	assert_true(days_next(&days, &change));
	assert_int_equal(change.day, 365); /* a leap year */
	assert_int_equal(change.total, TOTAL_ADMITTED);
	assert_int_equal(change.count, 40000);
	assert_true(days_next(&days, &change));
	assert_int_equal(change.day, 365);
	assert_int_equal(change.total, TOTAL_CELLS);
	assert_false(days_next(&days, &change));
	assert_true(ledger_next_year(ledger, &year));
	assert_int_equal(year.year, 2022);
	assert_int_equal(year.totals[TOTAL_CELLS], 1);
	assert_int_equal(year.totals[TOTAL_ADMITTED], 40000);
	assert_true(ledger_next_year(ledger, &year));
	assert_int_equal(year.year, 9999);
	assert_int_equal(year.totals[TOTAL_COMMUNES], 0);
	assert_false(ledger_next_year(ledger, &year));

	ledger_clear(ledger);
	year.year = 0;
	assert_false(ledger_next_year(ledger, &year));
	buf_release(&year.days);
	changes_release(&changes);
	ledger_free(ledger);
	ledger_free(NULL);
}

static void packed_days_come_out_as_they_went_in(void **state)
{
	static const struct change in[] = {{0, 0, 1}, {0, TOTALS - 1, -1}, {7, 3, 63}, {8, 3, 64},
		{300, 5, -12345678}, {365, TOTALS - 1, 1000000000}};
	struct buf packed = {0};
	struct change out;
	struct days days;
	int last = 0;

	(void)state;
	for (size_t i = 0; i < sizeof in / sizeof in[0]; i++)
		days_add(&packed, &last, in[i].day, in[i].total, in[i].count);
	days_begin(&days, packed.data, packed.len);
	for (size_t i = 0; i < sizeof in / sizeof in[0]; i++) {
		assert_true(days_next(&days, &out));
		assert_memory_equal(&out, &in[i], sizeof out);
	}
	assert_false(days_next(&days, &out));
	/* Bytes cut short, as in a damaged database, end the walk. */
	for (size_t len = 0; len < packed.len; len++) {
		days_begin(&days, packed.data, len);
		while (days_next(&days, &out))
			continue;
	}
	packed.len = 0;
	last = 0;
	days_add(&packed, &last, 366, 0, 1);
	days_begin(&days, packed.data, packed.len);
	assert_false(days_next(&days, &out)); /* no year has such a day */
	buf_release(&packed);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_stay_joins_leaves_and_is_official_in_between),
		cmocka_unit_test(only_days_and_words_that_can_be_are_counted),
		cmocka_unit_test(a_ledger_keeps_within_its_days_and_totals),
		cmocka_unit_test(a_stay_counts_on_the_days_of_its_span),
		cmocka_unit_test(units_count_by_their_kind_while_they_are_open),
		cmocka_unit_test(two_halves_of_a_move_are_no_movement),
		cmocka_unit_test(the_years_of_a_ledger_have_running_totals_and_their_days),
		cmocka_unit_test(packed_days_come_out_as_they_went_in),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
