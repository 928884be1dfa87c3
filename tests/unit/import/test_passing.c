#include "support.h"

#include "import/passing.h"

/* A table of members whose file has no unit: it is given for all rows. */
struct table {
	struct header header;
	struct passing passing;
	struct raw_cell cells[3];
	struct raw_row row;
};

static int set_up(void **state)
{
	struct table *table = memory_zeroed(sizeof *table);
	struct raw_cell headings[] = {
		{.text = "member", .len = 6}, {.text = "admitted_on", .len = 11}};
	const struct raw_row row = {.line = 1, .cells = headings, .count = 2};

	table->header.kind = ROLL_MEMBERS;
	for (size_t i = 0; i < RECORD_FIELDS; i++)
		table->header.cell_of[i] = -1;
	table->header.cell_of[MEMBER_MEMBER] = 0;
	table->header.cell_of[MEMBER_ADMITTED_ON] = 1;
	table->header.cells = table->header.width = 2;
	heading_row_take(&table->header.as_it_came[0], &row);
	passing_init(&table->passing, &table->header);
	*state = table;
	return 0;
}

static int tear_down(void **state)
{
	struct table *table = *state;

	passing_release(&table->passing);
	header_release(&table->header);
	free(table);
	return 0;
}

static const struct raw_row *row(struct table *table, const char *one, const char *other)
{
	table->cells[0] = (struct raw_cell){.text = one, .len = strlen(one)};
	table->cells[1] = (struct raw_cell){.text = other, .len = strlen(other)};
	table->row =
		(struct raw_row){.line = table->row.line + 1, .cells = table->cells, .count = 2};
	return &table->row;
}

/* A row that is a record when it can be read as one. */
static void record(struct table *table, const char *one, const char *other)
{
	const struct raw_row *read = row(table, one, other);

	assert_false(passing_is_over(&table->passing, read));
	assert_null(passing_take(&table->passing, read));
}

static void a_column_given_for_all_rows_counts_as_empty_in_totals(void **state)
{
	struct table *table = *state;

	record(table, "A1", "2000-01-01");
	assert_true(passing_is_over(&table->passing, row(table, "Tổng cộng", "2")));
	assert_true(passing_is_over(&table->passing, row(table, "", "Cộng:")));
	/* Diacritics count in these words. */
	record(table, "TONG SO", "2000-01-01");
	assert_int_equal(table->passing.remarks.count, 0);
}

static void a_remark_may_fill_all_columns_of_such_a_file_but_no_record_is_one(void **state)
{
	struct table *table = *state;
	const struct raw_row *read;

	/* Not below an empty row: it is a record with a fault. */
	record(table, "A1", "2000-01-01");
	read = row(table, "Người lập", "An");
	assert_false(passing_is_over(&table->passing, read));
	assert_false(passing_is_over_faulty(&table->passing, read));
	assert_null(passing_take(&table->passing, read));
	/* Below one a row that can be read is a record all the same … */
	assert_true(passing_is_over(&table->passing, row(table, "", " ")));
	record(table, "A2", "2000-01-01");
	/* … and one that cannot is a remark, and so is the next. */
	passing_blank(&table->passing);
	for (int i = 0; i < 2; i++) {
		read = row(table, "Người lập", "An");
		assert_false(passing_is_over(&table->passing, read));
		assert_true(passing_is_over_faulty(&table->passing, read));
	}
	assert_int_equal(table->passing.remarks.count, 2);
	assert_int_equal(table->passing.remarks.first, 5);
	record(table, "A3", "2000-01-01");
	read = row(table, "A4", "x");
	assert_false(passing_is_over(&table->passing, read));
	assert_false(passing_is_over_faulty(&table->passing, read));
}

static void what_was_broken_is_neither_empty_nor_a_remark(void **state)
{
	struct table *table = *state;
	const struct raw_row *read;

	record(table, "A1", "2000-01-01");
	passing_blank(&table->passing);
	passing_broken(&table->passing);
	read = row(table, "", "x");
	assert_false(passing_is_over(&table->passing, read));
	assert_false(passing_is_over_faulty(&table->passing, read));
	assert_null(passing_take(&table->passing, read));
	read = row(table, "member", "ADMITTED_ON *");
	assert_false(passing_is_over(&table->passing, read));
	assert_true(passing_is_over_faulty(&table->passing, read));
	assert_int_equal(table->passing.headings.count, 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			a_column_given_for_all_rows_counts_as_empty_in_totals, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			a_remark_may_fill_all_columns_of_such_a_file_but_no_record_is_one, set_up,
			tear_down),
		cmocka_unit_test_setup_teardown(
			what_was_broken_is_neither_empty_nor_a_remark, set_up, tear_down),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
