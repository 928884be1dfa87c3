#include "support.h"

#include <stdio.h>

#include "store/sql.h"

/* With two files of the same number, or a number left out, databases of the same version could have
 * different schemas. */
static void migrations_are_numbered_without_a_gap(void **state)
{
	(void)state;
	assert_true(sql_migration_count >= 3);
	for (size_t i = 0; i < sql_migration_count; i++) {
		char start[32];

		snprintf(start, sizeof start, "schema/%04zu-", i + 1);
		if (strncmp(sql_path(sql_migrations[i]), start, strlen(start)) != 0)
			fail_msg("%s is migration %zu", sql_path(sql_migrations[i]), i + 1);
	}
}

static void every_file_of_the_schema_is_a_migration(void **state)
{
	size_t files = 0;

	(void)state;
	for (size_t i = 0; i < SQL_COUNT; i++)
		files += strncmp(sql_path((enum sql)i), "schema/", strlen("schema/")) == 0;
	assert_int_equal(files, sql_migration_count);
}

static void every_text_begins_with_a_sentence(void **state)
{
	(void)state;
	for (size_t i = 0; i < SQL_COUNT; i++)
		if (strncmp(sql_text((enum sql)i), "-- ", 3) != 0)
			fail_msg("%s", sql_path((enum sql)i));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(migrations_are_numbered_without_a_gap),
		cmocka_unit_test(every_file_of_the_schema_is_a_migration),
		cmocka_unit_test(every_text_begins_with_a_sentence),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
