#include "support.h"

#include "import/equal_faults.h"

static void add(struct equal_faults *faults, long line, const char *column, enum finding_code code,
	const char *got)
{
	const struct finding finding = {
		.line = line, .column = column, .code = code, .got = (char *)(uintptr_t)got};

	equal_faults_add(faults, &finding);
}

static void faults_are_told_apart_by_code_and_column(void **state)
{
	struct equal_faults faults = {0};

	(void)state;
	add(&faults, 2, "unit", FINDING_UNKNOWN_UNIT, "C9");
	add(&faults, 3, "unit", FINDING_REQUIRED, NULL);
	add(&faults, 4, "parent", FINDING_UNKNOWN_UNIT, "C9");
	add(&faults, 5, NULL, FINDING_TOO_FEW_CELLS, NULL);
	add(&faults, 6, "unit", FINDING_UNKNOWN_UNIT, "C8");
	add(&faults, 7, NULL, FINDING_TOO_FEW_CELLS, NULL);
	assert_int_equal(faults.count, 4);
	assert_int_equal(faults.list[0].count, 2);
	assert_int_equal(faults.list[0].different, 2);
	assert_string_equal(faults.list[0].values[1], "C8");
	assert_int_equal(faults.list[1].different, 0);
	assert_int_equal(faults.list[3].count, 2);
	assert_null(faults.list[3].column);
	equal_faults_release(&faults);
	assert_int_equal(faults.count, 0);
}

/* Records come in the order of their keys, not of their lines. */
static void the_first_lines_are_kept_in_whatever_order_they_come(void **state)
{
	static const long lines[] = {70, 8, 60, 9, 50, 1, 40, 2, 30, 3};
	static const long first[] = {1, 2, 3, 8, 9};
	struct equal_faults faults = {0};

	(void)state;
	for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++)
		add(&faults, lines[i], "unit", FINDING_REQUIRED, NULL);
	assert_int_equal(faults.list[0].count, 10);
	assert_int_equal(faults.list[0].line_count, EQUAL_LINES);
	assert_memory_equal(faults.list[0].lines, first, sizeof first);
	equal_faults_release(&faults);
}

static void different_values_are_counted_up_to_a_thousand(void **state)
{
	struct equal_faults faults = {0};
	char value[16];

	(void)state;
	for (int round = 0; round < 2; round++)
		for (int i = 0; i < EQUAL_COUNT; i++) {
			snprintf(value, sizeof value, "C%d", i);
			add(&faults, i, "unit", FINDING_UNKNOWN_UNIT, value);
		}
	assert_int_equal(faults.list[0].different, EQUAL_COUNT);
	assert_int_equal(faults.list[0].count, 2 * EQUAL_COUNT);
	assert_int_equal(faults.list[0].value_count, EQUAL_VALUES);
	assert_string_equal(faults.list[0].values[EQUAL_VALUES - 1], "C9");
	for (int i = 0; i < 5000; i++) {
		snprintf(value, sizeof value, "D%d", i);
		add(&faults, i, "unit", FINDING_UNKNOWN_UNIT, value);
	}
	assert_int_equal(faults.list[0].different, EQUAL_COUNT + 1);
	assert_int_equal(faults.list[0].count, 2 * EQUAL_COUNT + 5000);
	equal_faults_release(&faults);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(faults_are_told_apart_by_code_and_column),
		cmocka_unit_test(the_first_lines_are_kept_in_whatever_order_they_come),
		cmocka_unit_test(different_values_are_counted_up_to_a_thousand),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
