#include "support.h"

#include <stdbool.h>

#include "import/member.h"
#include "import/record_store.h"
#include "importing.h"
#include "store.h"

static struct error error = {.lang = LANG_EN};
static struct db db;
static struct import import;
static bool under_way;

/* What --verbose was told: "2 M1 gender male>female; …" */
static struct buf told;

static int begin(void **state)
{
	(void)state;
	store_new(&db);
	db_check_keys(&db, false); /* as importer does */
	store_run(&db, "INSERT INTO any_unit (id, code, name, name_key, kind, parent) VALUES"
		       " (1, 'D', 'D', 'd', 1, NULL), (7, 'C7', 'C7', 'c7', 6, 1),"
		       " (8, 'C8', 'C8', 'c8', 6, 1)");
	store_places(&db);
	return 0;
}

static void finish(void)
{
	assert_int_equal(store_members.end(&import, &error), STATUS_DONE);
	store_members.release(&import);
	importing_end(&import);
	under_way = false;
}

static int end(void **state)
{
	(void)state;
	if (under_way)
		finish();
	buf_release(&told);
	store_end(&db);
	return 0;
}

static void note(void *context, long line, const char *key, const char *column, const char *was,
	const char *is)
{
	(void)context;
	buf_printf(&told, "%s%ld %s %s %s>%s", told.len ? "; " : "", line, key, column, was, is);
}

/* A file begins. The first one of a roll has no lines in the journal. */
static void file(int64_t number)
{
	int64_t empty;

	if (under_way)
		finish();
	buf_clear(&told);
	importing_begin(&import, &db, ROLL_MEMBERS);
	import.id = number;
	import.options.changed = note;
	assert_int_equal(
		db_number(&db, store_members.is_empty, NO_NUMBERS, &empty, &error), STATUS_DONE);
	import.first_load = empty == 1;
	assert_int_equal(store_members.begin(&import, &error), STATUS_DONE);
	under_way = true;
}

/* The rows of one member, in the order of joined_on. */
static void rows(const char *one, const char *two)
{
	struct record *records[2] = {importing_record(ROLL_MEMBERS, 2, one),
		two ? importing_record(ROLL_MEMBERS, 3, two) : NULL};

	assert_int_equal(store_members.take(&import, records, two ? 2 : 1, &error), STATUS_DONE);
	record_free(records[0]);
	if (two)
		record_free(records[1]);
}

static void gives(const char *sql, const char *wanted)
{
	store_gives(db.handle, sql, wanted);
}

#define STAYS                                                                                       \
	"SELECT group_concat(code || ' ' || joined_on || ' ' || unit || ' ' || joined_by || ' ' ||" \
	" coalesce(left_on, '-') || ' ' || facts, '; ')"                                            \
	" FROM (SELECT * FROM stay JOIN member ON id = member ORDER BY code, joined_on)"
#define JOURNAL                                                                                \
	"SELECT coalesce(group_concat(import || ' ' || what || ' ' || a || ' ' || b || ' ' ||" \
	" coalesce(was, '-'), '; '), '')"                                                      \
	" FROM (SELECT * FROM journal ORDER BY import, what, a, b)"

#define A "member=A;unit=7;admitted_on=1970-01-11;joined_on=1970-01-11"
#define B "member=B;unit=7;admitted_on=1970-01-12;joined_on=1970-01-12"

static void a_first_load_stores_all_and_needs_no_journal(void **state)
{
	(void)state;
	file(1);
	rows(A ";full_name=An;gender=male;left_on=1970-01-21;left_by=moved",
		"member=A;unit=8;admitted_on=1970-01-11;joined_on=1970-01-21;joined_by=moved;theory=advanced");
	rows(B, NULL);
	importing_counts(&import, 3, 0, 0, 0);
	finish();
	gives(STAYS, "A 10 7 1 20 5; A 20 8 4 - 128; B 11 7 1 - 0");
	gives("SELECT group_concat(code || coalesce(full_name, '-') || coalesce(gender, 0) ||"
	      " coalesce(theory, 0), ' ') FROM member ORDER BY id",
		"AAn13 B-00");
	gives(JOURNAL, "");
	/* the index that the load did without is there again, and the totals are kept */
	gives("SELECT count(*) FROM sqlite_schema WHERE name = 'stay_unit'", "1");
	gives("SELECT members FROM totals(1, 30)", "2");
	gives("SELECT count(*) FROM total_unit", "1");
}

static void what_is_new_later_is_in_the_journal(void **state)
{
	(void)state;
	file(1);
	rows(A, NULL);
	file(2);
	rows(A ";full_name=An",
		"member=A;unit=8;admitted_on=1970-01-11;joined_on=1970-03-01;joined_by=restored");
	rows(B, NULL);
	assert_int_equal(import.counts.rejected, 1); /* the first stay of A has no end */
	importing_counts(&import, 1, 1, 0, 1);
	finish();
	gives(STAYS, "A 10 7 1 - 1; B 11 7 1 - 0");
	gives(JOURNAL, "2 4 1 0 [null,null,null,null,null,null,null,null,null]; 2 4 2 0 -; "
		       "2 5 1 10 [7,10,null,1,null,null,0]; 2 5 2 11 -");
	gives("SELECT members FROM totals(1, 30)", "2");
}

static void what_is_the_same_is_counted_and_not_stored_again(void **state)
{
	static const char *const same[] = {A ";full_name=An;card_no=007;birth_date=1950",
		A ";full_name=An", A, "member=A;joined_on=1970-01-11",
		"member=A;joined_on=1970-01-11;card_no=007;joined_by=admitted"};
	static const char *const other[] = {A ";card_no=7", A ";card_no=07 ", A ";full_name=an",
		A ";birth_date=1951", A ";gender=male", A ";official_on=1970-01-11",
		"member=A;unit=8;joined_on=1970-01-11"};

	(void)state;
	file(1);
	rows(same[0], NULL);
	for (size_t i = 0; i < sizeof same / sizeof same[0]; i++) {
		file(10 + (int64_t)i);
		rows(same[i], NULL);
		importing_counts(&import, 0, 0, 1, 0);
	}
	finish();
	gives(JOURNAL, "");
	for (size_t i = 0; i < sizeof other / sizeof other[0]; i++) {
		file(30 + (int64_t)i);
		rows(other[i], NULL);
		importing_counts(&import, 0, 1, 0, 0);
	}
}

/* The quick look reads the stored members side by side with the rows; gaps of any width lie between. */
static void members_are_found_however_many_lie_between(void **state)
{
	static const int steps[] = {1, 2, 31, 32, 33, 34, 100};
	char values[128];

	(void)state;
	file(1);
	for (int i = 0; i < 1000; i++) {
		snprintf(values, sizeof values,
			"member=M%03d;unit=7;admitted_on=1970-01-11;joined_on=1970-01-11", i);
		rows(values, NULL);
	}
	for (size_t s = 0; s < sizeof steps / sizeof steps[0]; s++) {
		file(2);
		for (int i = steps[s] - 1; i < 1000; i += steps[s]) {
			snprintf(values, sizeof values,
				"member=M%03d;unit=7;admitted_on=1970-01-11;joined_on=1970-01-11",
				i);
			rows(values, NULL);
			snprintf(values, sizeof values,
				"member=M%03dx;unit=7;admitted_on=1970-01-11;joined_on=1970-01-11",
				i);
			if (s == 0 && i % 50 == 0)
				rows(values, NULL); /* a new one between them */
		}
		importing_counts(&import, s == 0 ? 20 : 0, 0, 1000 / steps[s], 0);
		/* before the first and behind the last there is nobody */
		rows("member=Z;unit=7;admitted_on=1970-01-11;joined_on=1970-01-11;left_on=1960-01-01;left_by=died",
			NULL);
		assert_int_equal(import.counts.rejected, 1);
	}
	finish();
	gives("SELECT count(*) FROM member", "1020");
}

/* Members that came late have numbers out of the order of their codes. */
static void stays_are_found_in_any_order_of_numbers(void **state)
{
	char values[160];

	(void)state;
	for (int pass = 0; pass < 3; pass++) {
		file(pass + 1);
		for (int i = pass == 0 ? 1 : 0; i < 200; i += pass == 0 ? 2 : 1) {
			snprintf(values, sizeof values,
				"member=M%03d;unit=7;admitted_on=1970-01-11;joined_on=1970-01-11;left_on="
				"1970-02-01;left_by=moved",
				i);
			rows(values, NULL);
		}
	}
	importing_counts(&import, 0, 0, 200, 0);
}

static void what_changes_is_told_and_can_be_taken_back(void **state)
{
	(void)state;
	file(1);
	rows(A ";full_name=An;gender=male", NULL);
	file(2);
	rows(A ";full_name=Ân;gender=female;official_on=1971-01-11;left_on=1972-01-01;left_by=removed",
		NULL);
	importing_counts(&import, 0, 1, 0, 0);
	finish();
	assert_string_equal(buf_text(&told),
		"2 A full_name An>Ân; 2 A gender male>female; 2 A official_on >1971-01-11; "
		"2 A left_on >1972-01-01; 2 A left_by >removed");
	gives(JOURNAL,
		"2 4 1 0 [\"An\",null,1,null,null,null,null,null,null]; 2 5 1 10 [7,10,null,1,null,null,5]");
	gives("SELECT official_on || ' ' || left_on || ' ' || left_by || ' ' || facts FROM stay",
		"375 730 3 5");
}

/* A fact about the person belongs to the row that gives it, whether or not its stay is another. */
static void a_row_that_gives_only_a_fact_is_an_update(void **state)
{
	(void)state;
	file(1);
	rows(A ";full_name=An;left_on=1970-02-01;left_by=moved",
		"member=A;unit=8;admitted_on=1970-01-11;joined_on=1970-02-01;joined_by=moved");
	file(2);
	rows("member=A;joined_on=1970-02-01;full_name=Ân", NULL);
	importing_counts(&import, 0, 1, 0, 0);
	finish();
	assert_string_equal(buf_text(&told), "2 A full_name An>Ân");
	gives("SELECT full_name FROM member", "Ân");
	gives(STAYS, "A 10 7 1 31 1; A 31 8 4 - 1");
	/* a row for the earlier stay does not win over it */
	file(3);
	rows("member=A;joined_on=1970-01-11;full_name=An", NULL);
	importing_counts(&import, 0, 0, 1, 0);
	finish();
	gives("SELECT full_name FROM member", "Ân");
}

static void what_is_erased_is_null(void **state)
{
	(void)state;
	file(1);
	rows(A ";full_name=An;gender=male;official_on=1971-01-11", NULL);
	file(2);
	import.options.blank_clears = true;
	rows(A ";full_name=An", NULL);
	importing_counts(&import, 0, 1, 0, 0);
	finish();
	assert_string_equal(buf_text(&told), "2 A gender male>; 2 A official_on 1971-01-11>");
	gives("SELECT full_name || (gender IS NULL) FROM member", "An1");
	gives("SELECT official_on IS NULL AND facts = 1 FROM stay", "1");
}

/* More than a batch holds, and a member whose rows are refused altogether. */
static void batches_follow_each_other(void **state)
{
	char values[160];

	(void)state;
	file(1);
	rows("member=0;admitted_on=1970-01-11;joined_on=1970-01-11", NULL);
	for (int i = 0; i < 5000; i++) {
		snprintf(values, sizeof values,
			"member=M%04d;unit=7;admitted_on=1970-01-11;joined_on=1970-01-11;full_name=N%d",
			i, i);
		rows(values, NULL);
	}
	importing_counts(&import, 5000, 0, 0, 1);
	finish();
	gives("SELECT count(*) FROM member m JOIN stay s ON s.member = m.id"
	      " WHERE m.code = printf('M%04d', m.id - 1) AND m.full_name = 'N' || (m.id - 1)",
		"5000");
}

#define STORY(test_) cmocka_unit_test_setup_teardown(test_, begin, end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		STORY(a_first_load_stores_all_and_needs_no_journal),
		STORY(what_is_new_later_is_in_the_journal),
		STORY(what_is_the_same_is_counted_and_not_stored_again),
		STORY(members_are_found_however_many_lie_between),
		STORY(stays_are_found_in_any_order_of_numbers),
		STORY(what_changes_is_told_and_can_be_taken_back),
		STORY(a_row_that_gives_only_a_fact_is_an_update),
		STORY(what_is_erased_is_null),
		STORY(batches_follow_each_other),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
