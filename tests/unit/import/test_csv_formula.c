#include "support.h"

#include "import/csv_formula.h"

static void expect(char delimiter, const char *line, const char *wanted)
{
	struct buf out = {0};

	assert_int_equal(
		csv_quote_formulas(&out, line, strlen(line), delimiter), strcmp(line, wanted) != 0);
	if (strcmp(line, wanted) != 0)
		assert_string_equal(buf_text(&out), wanted);
	buf_release(&out);
}

static void cells_of_formulas_are_quoted(void **state)
{
	(void)state;
	expect(';', "=\"00124\";=\"0011\";Bưởi\r\n",
		"\"=\"\"00124\"\"\";\"=\"\"0011\"\"\";Bưởi\r\n");
	expect(',', "a,=\"1\"", "a,\"=\"\"1\"\"\"");
	expect(',', " =\"1\" ,b\n", "\"=\"\"1\"\"\" ,b\n");
	expect('\t', "=\"1\"\t=\"2\"\n", "\"=\"\"1\"\"\"\t\"=\"\"2\"\"\"\n");
	expect(',', "=\"\",b", "\"=\"\"\"\"\",b");
	expect(',', "=\"a,b\",c", "\"=\"\"a,b\"\"\",c");
	expect(',', "=\"a\"\"b\",c", "\"=\"\"a\"\"\"\"b\"\"\",c");
	expect(',', "\"x,\",=\"1\"\n", "\"x,\",\"=\"\"1\"\"\"\n");
}

static void other_lines_stay(void **state)
{
	(void)state;
	expect(',', "", "");
	expect(',', "a,b\n", "a,b\n");
	expect(',', "\"=\"\"1\"\"\",b\n", "\"=\"\"1\"\"\",b\n"); /* quoted already */
	expect(',', "\"a=\"\",=\"\"1\"\"\",b\n", "\"a=\"\",=\"\"1\"\"\",b\n");
	expect(',', "=\"1\"x,b\n", "=\"1\"x,b\n");
	expect(',', "=\"1,b\n", "=\"1,b\n");
	expect(',', "=\"1\"\"", "=\"1\"\"");
	expect(',', "=\"", "=\"");
	expect(',', "x=\"1\",b\n", "x=\"1\",b\n");
	expect(',', "\"open,=\"1\",b\n", "\"open,=\"1\",b\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(cells_of_formulas_are_quoted),
		cmocka_unit_test(other_lines_stay),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
