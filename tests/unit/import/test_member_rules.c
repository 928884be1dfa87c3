#include "support.h"

#include "import/member.h"
#include "importing.h"

static struct error error = {.lang = LANG_EN};
static struct import import;
static struct member member;
static struct record *rows[8];
static size_t row_count;

static int begin(void **state)
{
	(void)state;
	importing_begin(&import, NULL, ROLL_MEMBERS);
	member = (struct member){0};
	row_count = 0;
	return 0;
}

static int end(void **state)
{
	(void)state;
	while (row_count > 0)
		record_free(rows[--row_count]);
	record_release(&member.stored);
	free(member.stays);
	importing_end(&import);
	return 0;
}

/* The next case of a test. */
static void again(void)
{
	end(NULL);
	begin(NULL);
}

/* A row of the file: its lines are numbered from 2 on. joined_on is given, as key_order gives it. */
static void row(const char *values)
{
	rows[row_count] = importing_record(ROLL_MEMBERS, (long)row_count + 2, values);
	row_count++;
}

static int64_t or_none(const struct record *record, size_t field)
{
	return record->values[field].filled ? record->values[field].number : NO_DAY;
}

/* A stored stay; its facts are those of the member that are given with it. */
static void stored(const char *values)
{
	struct record *record = importing_record(ROLL_MEMBERS, 0, values);
	struct member_stay *stay = member_add_stay(&member);

	member.id = 1;
	stay->stored = true;
	for (size_t c = 0; c < STAY_COLUMNS; c++)
		stay->was.columns[c] = or_none(record, stay_fields[c]);
	for (size_t f = 0; f < FACTS; f++)
		if (record->values[FIRST_FACT + f].filled) {
			record_copy_value(&member.stored, record, FIRST_FACT + f);
			stay->was.facts |= 1u << f;
		}
	stay->now = stay->was;
	record_free(record);
}

/* Applies all rules; the rows at fault are these. */
static void found(const char *wanted)
{
	assert_int_equal(member_merge(&import, &member, rows, row_count, &error), STATUS_DONE);
	assert_int_equal(member_settle(&import, &member, &error), STATUS_DONE);
	importing_found(&import.findings, wanted);
}

/* A stay as it is to be: its unit, admitted, official, joined by, left, left by. -1 for none. */
static void is(size_t stay, const int64_t wanted[STAY_COLUMNS])
{
	for (size_t c = 0; c < STAY_COLUMNS; c++)
		assert_int_equal(member.stays[stay].now.columns[c], wanted[c]);
}

static void fact_is(size_t field, const char *wanted)
{
	const struct record *from = member.facts[field - FIRST_FACT];

	if (wanted == NULL)
		assert_null(from);
	else
		assert_string_equal(record_text(from, field), wanted);
}

#define D2020 18262 /* 2020-01-01 */

/* --- each row ----------------------------------------------------------------------------------- */

static void a_new_stay_has_defaults(void **state)
{
	(void)state;
	row("member=M;unit=7;admitted_on=2020-01-01;joined_on=2020-01-01;left_on=2020-01-03;left_by=moved");
	row("member=M;unit=8;admitted_on=2020-01-01;joined_on=2020-01-03;left_on=2020-01-03;left_by=died");
	found("");
	is(0, (int64_t[]){D2020, 7, D2020, NO_DAY, JOINED_ADMITTED, D2020 + 2, LEFT_MOVED});
	is(1, (int64_t[]){D2020 + 2, 8, D2020, NO_DAY, JOINED_TRANSFERRED, D2020 + 2, 1});
}

static void each_date_is_held_against_the_others(void **state)
{
	(void)state;
	row("member=M;unit=7;admitted_on=2020-01-02;joined_on=2020-01-01");
	found("2 admitted_on order");
	again();
	row("member=M;unit=7;admitted_on=2020-01-02;joined_on=2020-01-02;official_on=2020-01-01");
	found("2 official_on order");
	again();
	row("member=M;unit=7;admitted_on=2020-01-02;joined_on=2020-01-02;official_on=2020-01-02");
	found("");
	again();
	row("member=M;unit=7;admitted_on=2020-01-02;joined_on=2020-01-02;left_on=2020-01-01;left_by=died");
	found("2 left_on order");
	again();
	row("member=M;unit=7;admitted_on=2020-01-02;joined_on=2020-01-02;left_on=2020-01-02;left_by=died");
	found("");
}

static void leaving_needs_a_day_and_a_way(void **state)
{
	(void)state;
	row("member=M;unit=7;admitted_on=2020-01-01;joined_on=2020-01-01;left_on=2020-02-01");
	found("2 left_by pair");
	again();
	row("member=M;unit=7;admitted_on=2020-01-01;joined_on=2020-01-01;left_by=died");
	found("2 left_on pair");
}

static void what_is_required_of_a_new_stay_need_not_be_said_again(void **state)
{
	(void)state;
	row("member=M;joined_on=2020-01-01");
	found("2 unit required; 2 admitted_on required");
	again();
	stored("member=M;unit=7;admitted_on=2019-01-01;joined_on=2020-01-01;joined_by=transferred");
	row("member=M;joined_on=2020-01-01;official_on=2020-01-01");
	found("");
	is(0, (int64_t[]){D2020, 7, D2020 - 365, D2020, JOINED_TRANSFERRED, NO_DAY, NO_DAY});
	assert_true(stay_changed(&member.stays[0]));
}

static void an_empty_cell_erases_only_where_it_is_asked_for(void **state)
{
	static const char *const was =
		"member=M;unit=7;admitted_on=2020-01-01;joined_on=2020-01-01;"
		"joined_by=readmitted;official_on=2021-01-01;ethnicity=Tày";
	static const char *const now =
		"member=M;unit=7;admitted_on=2020-01-01;joined_on=2020-01-01";

	(void)state;
	stored(was);
	row(now);
	found("");
	assert_false(stay_changed(&member.stays[0]));
	fact_is(MEMBER_ETHNICITY, "Tày");
	again();

	import.options.blank_clears = true;
	import.header.cell_of[MEMBER_OFFICIAL_ON] = -1; /* no such column */
	stored(was);
	row(now);
	found("");
	/* the way of joining is the default again */
	is(0, (int64_t[]){D2020, 7, D2020, D2020 + 366, JOINED_ADMITTED, NO_DAY, NO_DAY});
	fact_is(MEMBER_ETHNICITY, NULL);
	again();

	import.options.blank_clears = true;
	stored(was);
	row("member=M;joined_on=2020-01-01");
	found("2 unit required; 2 admitted_on required");
}

/* --- across the rows ---------------------------------------------------------------------------- */

static void a_stay_may_begin_on_the_day_the_last_one_ends(void **state)
{
	(void)state;
	row("member=M;unit=7;admitted_on=2020-01-01;joined_on=2020-01-01;left_on=2020-02-01;left_by=moved");
	row("member=M;unit=8;admitted_on=2020-01-01;joined_on=2020-02-01;joined_by=moved");
	found("");
	again();
	row("member=M;unit=7;admitted_on=2020-01-01;joined_on=2020-01-01;left_on=2020-02-02;left_by=moved");
	row("member=M;unit=8;admitted_on=2020-01-01;joined_on=2020-02-01;joined_by=moved");
	found("3 joined_on overlap");
	assert_true(member.stays[1].refused);
	again();
	row("member=M;unit=7;admitted_on=2020-01-01;joined_on=2020-01-01");
	row("member=M;unit=8;admitted_on=2020-01-01;joined_on=2030-02-01;joined_by=moved");
	found("3 joined_on overlap"); /* the first has no end */
}

/* The later stay is at fault where the file has it; else the one that the file has. */
static void the_file_is_at_fault_and_not_what_is_stored(void **state)
{
	(void)state;
	stored("member=M;unit=7;admitted_on=2020-01-01;joined_on=2020-03-01;joined_by=moved");
	row("member=M;unit=8;admitted_on=2020-01-01;joined_on=2020-01-01;left_on=2020-03-02;left_by=moved");
	found("2 joined_on overlap");
	again();
	/* two stored stays that overlap, of a damaged roll, are nobody's fault here */
	stored("member=M;unit=7;admitted_on=2020-01-01;joined_on=2020-01-01");
	stored("member=M;unit=7;admitted_on=2020-01-01;joined_on=2020-03-01");
	row("member=M;unit=7;admitted_on=2020-01-01;joined_on=2020-03-01;card_no=1");
	found("2 joined_on overlap");
}

/* Where a row is refused, the stored stay stays as it was, and another row may be wrong for that. */
static void refusing_one_row_can_make_another_wrong(void **state)
{
	(void)state;
	stored("member=M;unit=7;admitted_on=2020-01-01;joined_on=2020-01-01");
	row("member=M;unit=7;joined_on=2020-01-01;left_on=2019-01-01;left_by=moved");
	row("member=M;unit=8;admitted_on=2020-01-01;joined_on=2020-05-01;joined_by=moved");
	found("2 left_on order; 3 joined_on overlap");
	importing_counts(&import, 0, 0, 0, 2);
	assert_false(stay_changed(&member.stays[0]));
}

static void a_row_for_a_stored_stay_ends_it_for_the_next_one(void **state)
{
	(void)state;
	stored("member=M;unit=7;admitted_on=2020-01-01;joined_on=2020-01-01");
	row("member=M;joined_on=2020-01-01;left_on=2020-05-01;left_by=moved");
	row("member=M;unit=8;admitted_on=2020-01-01;joined_on=2020-05-01;joined_by=moved");
	found("");
}

static void says(const char *wanted)
{
	assert_int_equal(import.findings.count, 1);
	assert_string_equal(import.findings.list[0].message, wanted);
}

static void an_overlap_names_the_other_stay(void **state)
{
	(void)state;
	stored("member=M;unit=7;admitted_on=2020-01-01;joined_on=2020-01-01;left_on=2020-06-01;left_by=moved");
	row("member=M;unit=8;admitted_on=2020-01-01;joined_on=2020-02-01;joined_by=moved");
	found("2 joined_on overlap");
	says("overlaps the stay 2020-01-01 – 2020-06-01 of the same member M; give the earlier stay its "
	     "left_on (got \"2020-02-01\")");
	again();
	stored("member=M;unit=7;admitted_on=2020-01-01;joined_on=2020-03-01;joined_by=moved");
	row("member=M;unit=8;admitted_on=2020-01-01;joined_on=2020-01-01");
	found("2 joined_on overlap");
	says("overlaps the stay 2020-03-01 – … of the same member M; give the earlier stay its left_on (got "
	     "\"2020-01-01\")");
}

static void rules_speak_both_languages_and_show_the_value(void **state)
{
	(void)state;
	row("member=M;unit=7;admitted_on=2020-01-02;joined_on=2020-01-01");
	found("2 admitted_on order");
	says("admitted after joining the unit (got \"2020-01-02\")");
	again();
	import.row.lang = LANG_VI;
	row("member=M;unit=7;admitted_on=2020-01-02;joined_on=2020-01-01");
	found("2 admitted_on order");
	says("ngày vào Đảng sau ngày đến đơn vị (đọc được \"2020-01-02\")");
}

/* --- facts about the person --------------------------------------------------------------------- */

static void a_fact_comes_from_the_latest_row_in_which_it_is_filled(void **state)
{
	(void)state;
	row("member=M;unit=7;admitted_on=2020-01-01;joined_on=2020-01-01;left_on=2020-02-01;left_by=moved;"
	    "ethnicity=Tày;education=12/12");
	row("member=M;unit=8;admitted_on=2020-01-01;joined_on=2020-02-01;joined_by=moved;ethnicity=Nùng");
	found("");
	fact_is(MEMBER_ETHNICITY, "Nùng");
	fact_is(MEMBER_EDUCATION, "12/12");
	fact_is(MEMBER_OCCUPATION, NULL);
	assert_int_equal(member.origin[MEMBER_ETHNICITY - FIRST_FACT], 1);
	assert_int_equal(member.origin[MEMBER_EDUCATION - FIRST_FACT], 0);
	assert_true(member.origin[MEMBER_OCCUPATION - FIRST_FACT] == SIZE_MAX);
}

/* A row for an earlier stay does not change what a later, stored one gave. */
static void an_earlier_stay_gives_way_to_a_stored_later_one(void **state)
{
	(void)state;
	stored("member=M;unit=7;admitted_on=2020-01-01;joined_on=2020-02-01;joined_by=moved;ethnicity=Nùng");
	row("member=M;unit=7;admitted_on=2020-01-01;joined_on=2020-01-01;left_on=2020-02-01;left_by=moved;"
	    "ethnicity=Tày;education=12/12");
	found("");
	fact_is(MEMBER_ETHNICITY, "Nùng");
	fact_is(MEMBER_EDUCATION, "12/12");
}

/* A fact that was erased is none, although the stay gave it. */
static void an_erased_fact_does_not_come_back(void **state)
{
	(void)state;
	stored("member=M;unit=7;admitted_on=2020-01-01;joined_on=2020-01-01;ethnicity=Tày");
	member.stored.values[MEMBER_ETHNICITY].filled = false;
	row("member=M;joined_on=2020-01-01;education=12/12");
	found("");
	fact_is(MEMBER_ETHNICITY, NULL);
}

static void nobody_is_born_after_being_admitted(void **state)
{
	(void)state;
	row("member=M;unit=7;admitted_on=2000-06-15;joined_on=2000-06-15;birth_date=2000-06-15");
	found("");
	again();
	row("member=M;unit=7;admitted_on=2000-06-15;joined_on=2000-06-15;birth_date=2000-06-16");
	found("2 birth_date order");
	again();
	/* of a birth known to the month or year only when it is certain */
	row("member=M;unit=7;admitted_on=2000-06-15;joined_on=2000-06-15;birth_date=06/2000");
	found("");
	again();
	row("member=M;unit=7;admitted_on=2000-06-15;joined_on=2000-06-15;birth_date=07/2000");
	found("2 birth_date order");
	again();
	row("member=M;unit=7;admitted_on=2000-06-15;joined_on=2000-06-15;birth_date=2001");
	found("2 birth_date order");
}

/* The row that gives the birth is at fault, where the file has it; else the row of the admission. */
static void a_birth_is_held_against_all_stays(void **state)
{
	(void)state;
	stored("member=M;unit=7;admitted_on=1990-01-01;joined_on=1990-01-01;left_on=2000-01-01;left_by=removed");
	row("member=M;unit=8;admitted_on=2010-01-01;joined_on=2010-01-01;joined_by=readmitted;birth_date=1990-01-02");
	found("2 birth_date order");
	again();
	stored("member=M;unit=7;admitted_on=2010-01-01;joined_on=2010-01-01;birth_date=1990-01-02");
	row("member=M;unit=8;admitted_on=1990-01-01;joined_on=1990-01-01;left_on=1995-01-01;left_by=removed");
	found("2 birth_date order");
}

#define RULE(test_) cmocka_unit_test_setup_teardown(test_, begin, end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		RULE(a_new_stay_has_defaults),
		RULE(each_date_is_held_against_the_others),
		RULE(leaving_needs_a_day_and_a_way),
		RULE(what_is_required_of_a_new_stay_need_not_be_said_again),
		RULE(an_empty_cell_erases_only_where_it_is_asked_for),
		RULE(a_stay_may_begin_on_the_day_the_last_one_ends),
		RULE(the_file_is_at_fault_and_not_what_is_stored),
		RULE(refusing_one_row_can_make_another_wrong),
		RULE(a_row_for_a_stored_stay_ends_it_for_the_next_one),
		RULE(an_overlap_names_the_other_stay),
		RULE(rules_speak_both_languages_and_show_the_value),
		RULE(a_fact_comes_from_the_latest_row_in_which_it_is_filled),
		RULE(an_earlier_stay_gives_way_to_a_stored_later_one),
		RULE(an_erased_fact_does_not_come_back),
		RULE(nobody_is_born_after_being_admitted),
		RULE(a_birth_is_held_against_all_stays),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
