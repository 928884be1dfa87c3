#include "support.h"

#include <unistd.h>

#include "base/buf.h"
#include "import/header_find.h"
#include "import/text_rows.h"

#define MEMBERS "member,unit,admitted_on\n"

/* A file, and the table that was found in it. */
struct fixture {
	struct rows *rows;
	struct header header;
	struct findings findings;
	struct error error;
	enum status status;
	bool found; /* header_find was called */
};

static int set_up(void **state)
{
	struct fixture *fixture = memory_get(sizeof *fixture);

	*fixture = (struct fixture){.error.lang = LANG_EN};
	findings_init(&fixture->findings, LANG_EN, 10);
	*state = fixture;
	return 0;
}

static void forget(struct fixture *fixture)
{
	if (fixture->found)
		header_release(&fixture->header);
	rows_close(fixture->rows);
	findings_clear(&fixture->findings);
	fixture->rows = NULL;
	fixture->found = false;
}

static int tear_down(void **state)
{
	struct fixture *fixture = *state;

	forget(fixture);
	findings_release(&fixture->findings);
	free(fixture);
	return 0;
}

static void look_cut(struct fixture *fixture, const char *text, size_t len, char delimiter,
	const struct header_wanted *wanted)
{
	char path[] = "header-test-XXXXXX";
	int file = mkstemp(path);
	struct input *input;

	forget(fixture);
	assert_true(file >= 0);
	assert_int_equal(write(file, text, len), (ssize_t)len);
	close(file);
	assert_int_equal(input_open(&input, path, &fixture->error), STATUS_DONE);
	assert_int_equal(text_rows_open(&fixture->rows, input, NULL, delimiter, &fixture->error),
		STATUS_DONE);
	unlink(path);
	fixture->status = header_find(
		&fixture->header, fixture->rows, wanted, &fixture->findings, &fixture->error);
	fixture->found = true;
}

static void look(
	struct fixture *fixture, const char *text, size_t len, const struct header_wanted *wanted)
{
	look_cut(fixture, text, len, 0, wanted);
}

static const struct header_wanted any = {.kind = ROLL_KINDS};

/* Expects a table of this kind, with this delimiter and its header on this line. */
static void finds(
	struct fixture *fixture, const char *text, enum roll_kind kind, char delimiter, long line)
{
	look(fixture, text, strlen(text), &any);
	if (fixture->status != STATUS_DONE)
		fail_msg("%s: %s", text,
			fixture->findings.count ? fixture->findings.list[0].message : "");
	assert_int_equal(fixture->header.kind, kind);
	assert_int_equal(fixture->rows->delimiter, delimiter);
	assert_int_equal(fixture->header.line, line);
}

/* Expects that there is no usable table, for one reason. */
static void refuses(struct fixture *fixture, const char *text, long line, const char *column,
	enum finding_code code)
{
	look(fixture, text, strlen(text), &any);
	assert_int_equal(fixture->status, STATUS_REJECTED);
	assert_int_equal(fixture->findings.total, 1);
	assert_int_equal(fixture->findings.list[0].line, line);
	assert_int_equal(fixture->findings.list[0].code, code);
	if (column == NULL)
		assert_null(fixture->findings.list[0].column);
	else
		assert_string_equal(fixture->findings.list[0].column, column);
}

static void next_row(struct fixture *fixture, long line, const char *first)
{
	struct raw_row row;

	assert_int_equal(rows_next(fixture->rows, &row, &fixture->findings), ROWS_ROW);
	assert_int_equal(row.line, line);
	assert_string_equal(row.cells[0].text, first);
}

static void the_kind_is_that_of_which_no_column_is_missing(void **state)
{
	finds(*state, MEMBERS, ROLL_MEMBERS, ',', 1);
	finds(*state, "unit,name,kind\n", ROLL_UNITS, ',', 1);
	finds(*state, "unit,as_of,population\n", ROLL_POPULATION, ',', 1);
	finds(*state, "plan,unit,from,to\n", ROLL_PLANS, ',', 1);
	/* `mã chi bộ` and `tên` are columns of units too, but not enough of them. */
	finds(*state, "Mã chi bộ,Tên,Số lý lịch,Ngày vào Đảng\n", ROLL_MEMBERS, ',', 1);
	finds(*state, "Mã đơn vị,Ngày,Dân số,Nguồn,Tên\n", ROLL_POPULATION, ',', 1);
}

static void the_order_of_the_columns_is_free(void **state)
{
	struct fixture *fixture = *state;

	finds(*state, "admitted_on,x,unit,,member\n", ROLL_MEMBERS, ',', 1);
	assert_int_equal(fixture->header.cell_of[MEMBER_ADMITTED_ON], 0);
	assert_int_equal(fixture->header.cell_of[MEMBER_UNIT], 2);
	assert_int_equal(fixture->header.cell_of[MEMBER_MEMBER], 4);
	assert_int_equal(fixture->header.cell_of[MEMBER_GENDER], -1);
	assert_int_equal(fixture->header.width, 5);
}

static void each_delimiter_is_found(void **state)
{
	finds(*state, "member;unit;admitted_on\nA;C,1;1/1/2000\n", ROLL_MEMBERS, ';', 1);
	finds(*state, "member\tunit\tadmitted_on\nA;1,1\tC\tx\n", ROLL_MEMBERS, '\t', 1);
	finds(*state, "\"member\",\"unit\",\"admitted_on\"\n", ROLL_MEMBERS, ',', 1);
	finds(*state, "\xef\xbb\xbf\"member\";\"unit\";\"admitted_on\"\r\n", ROLL_MEMBERS, ';', 1);
	/* A comma inside a quoted heading is no delimiter. */
	finds(*state, "member;unit;admitted_on;\"Nam, nữ\"\n", ROLL_MEMBERS, ';', 1);
}

static void a_sep_line_tells_the_delimiter(void **state)
{
	finds(*state, "sep=|\nmember|unit|admitted_on\n", ROLL_MEMBERS, '|', 2);
	finds(*state, "sep=;\r\nmember;unit;admitted_on\r\n", ROLL_MEMBERS, ';', 2);
	finds(*state, "\xef\xbb\xbfsep=\t\nmember\tunit\tadmitted_on\n", ROLL_MEMBERS, '\t', 2);
	/* A sep= line with something that can be no delimiter, or with more behind it, is a
	 * title. */
	finds(*state, "sep=\"\nmember,unit,admitted_on\n", ROLL_MEMBERS, ',', 2);
	finds(*state, "sep=\x1b\nmember,unit,admitted_on\n", ROLL_MEMBERS, ',', 2);
	finds(*state, "sep=,;\nmember;unit;admitted_on\n", ROLL_MEMBERS, ';', 2);
	finds(*state, "sep=\nmember;unit;admitted_on\n", ROLL_MEMBERS, ';', 2);
}

static void the_delimiter_that_is_wished_for_is_used(void **state)
{
	struct fixture *fixture = *state;
	const char *text = "sep=;\nmember:unit:admitted_on\n";

	look_cut(fixture, text, strlen(text), ':', &any);
	assert_int_equal(fixture->status, STATUS_DONE);
	assert_int_equal(fixture->rows->delimiter, ':');
	text = MEMBERS;
	look_cut(fixture, text, strlen(text), ':', &any);
	assert_int_equal(fixture->status, STATUS_REJECTED);
}

static void titles_above_the_header_are_passed_over(void **state)
{
	struct fixture *fixture = *state;

	finds(*state,
		"HUYỆN ỦY THÁP MƯỜI\n\n\"DANH SÁCH\nĐảng viên\",,\n,,\nChi bộ: Khóm 1\n" MEMBERS
		"A,C1,2000-01-01\n",
		ROLL_MEMBERS, ',', 7);
	assert_string_equal(fixture->header.row.data, "member,unit,admitted_on");
	next_row(*state, 8, "A");
	/* Titles may be invalid as CSV. */
	finds(*state, "Đảng bộ \"Mỹ An\"\n\"a\"b\n" MEMBERS "A,C1,2000-01-01\n", ROLL_MEMBERS, ',',
		3);
	next_row(*state, 4, "A");
	finds(*state, "\"mở mà không đóng\n" MEMBERS "A,C1,2000-01-01\n", ROLL_MEMBERS, ',', 2);
	next_row(*state, 3, "A");
}

static void the_header_is_among_the_first_fifty_lines(void **state)
{
	struct buf text = {0};

	for (int i = 1; i < ROWS_HEAD_LINES; i++)
		buf_puts(&text, "x\n");
	buf_puts(&text, MEMBERS "A,C1,2000-01-01\n");
	finds(*state, text.data, ROLL_MEMBERS, ',', 50);
	next_row(*state, 51, "A");
	buf_clear(&text);
	buf_puts(&text, "x\n");
	for (int i = 1; i < ROWS_HEAD_LINES; i++)
		buf_puts(&text, "x\n");
	buf_puts(&text, MEMBERS);
	refuses(*state, text.data, 1, NULL, FINDING_HEADER);
	buf_release(&text);
}

static void headings_run_over_lines_and_records_follow_them(void **state)
{
	finds(*state, "\"Số\nlý lịch*\";\"Chi\r\nbộ\";\"Ngày vào\n\nĐảng (*)\"\nA;C1;1/1/2000\n",
		ROLL_MEMBERS, ';', 1);
	next_row(*state, 6, "A");
	finds(*state, "Số lý lịch\rx\r" MEMBERS "A,C1,2000-01-01\r", ROLL_MEMBERS, ',', 3);
}

static void two_rows_are_one_header(void **state)
{
	struct fixture *fixture = *state;

	finds(*state,
		"x\n,,,\nSố lý lịch,Chi bộ,Ngày,,Giới tính,\n,,vào Đảng,chính thức,Nam,Nữ\n"
		"A,C1,2000-01-01,,x,\n",
		ROLL_MEMBERS, ',', 3);
	assert_int_equal(fixture->header.cell_of[MEMBER_OFFICIAL_ON], 3);
	assert_int_equal(fixture->header.cell_of[MEMBER_GENDER], -1);
	assert_int_equal(fixture->header.telling_cell[3], 5);
	assert_true(header_has(&fixture->header, MEMBER_GENDER));
	assert_false(header_has(&fixture->header, MEMBER_BIRTH_DATE));
	assert_string_equal(fixture->header.row.data,
		"Số lý lịch,Chi bộ,Ngày vào Đảng,Ngày chính thức,Giới tính Nam,Giới tính Nữ");
	next_row(*state, 5, "A");
	/* The first one is among the first fifty lines. */
	for (int titles = 49; titles <= 50; titles++) {
		struct buf text = {0};

		for (int i = 0; i < titles; i++)
			buf_puts(&text, "x\n");
		buf_puts(&text, "member,unit,Ngày,\n,,vào Đảng,chính thức\n");
		if (titles == 49)
			finds(*state, text.data, ROLL_MEMBERS, ',', 50);
		else
			refuses(*state, text.data, 1, NULL, FINDING_HEADER);
		buf_release(&text);
	}
}

static void the_first_of_equal_headers_counts(void **state)
{
	finds(*state, MEMBERS "A,C1,2000-01-01\n" MEMBERS, ROLL_MEMBERS, ',', 1);
	next_row(*state, 2, "A");
	/* A record whose cells look like headings is a record. */
	finds(*state, MEMBERS "unit,name,kind\n", ROLL_MEMBERS, ',', 1);
	next_row(*state, 2, "unit");
}

static void a_missing_column_is_named_at_the_line_of_the_header(void **state)
{
	struct fixture *fixture = *state;
	const char *text = "x\nmember,full_name\n";

	refuses(*state, "x\n\nmember,unit,full_name\n", 3, "admitted_on", FINDING_HEADER);
	look(fixture, text, strlen(text), &any);
	assert_int_equal(fixture->findings.total, 2);
	assert_string_equal(fixture->findings.list[0].column, "unit");
	assert_string_equal(fixture->findings.list[1].column, "admitted_on");
	/* A row with one known heading is no header, unless the kind is named. */
	refuses(*state, "x\nmember,y\n", 1, NULL, FINDING_HEADER);
	text = "x\nmember,y\n";
	look(fixture, text, strlen(text), &(struct header_wanted){.kind = ROLL_MEMBERS});
	assert_int_equal(fixture->findings.list[0].line, 2);
}

static void two_columns_that_mean_the_same_are_named(void **state)
{
	struct fixture *fixture = *state;

	refuses(*state, "member,unit,admitted_on,Số lý lịch\n", 1, "member", FINDING_HEADER);
	assert_string_equal(fixture->findings.list[0].message,
		"two columns mean the same: \"member\" and \"Số lý lịch\"; delete or rename one");
	refuses(*state, "Chi bộ,Tên chi bộ,Số lý lịch,Ngày vào Đảng\n", 1, "unit", FINDING_HEADER);
	refuses(*state, "Mã chi bộ,Mã đơn vị,Số lý lịch,Ngày vào Đảng\n", 1, "unit",
		FINDING_HEADER);
}

static void a_code_of_the_unit_goes_before_its_name(void **state)
{
	struct fixture *fixture = *state;

	finds(*state, "Chi bộ,Mã chi bộ,Số lý lịch,Ngày vào Đảng\n", ROLL_MEMBERS, ',', 1);
	assert_int_equal(fixture->header.cell_of[MEMBER_UNIT], 1);
	assert_string_equal(fixture->header.passed_over.data, "Chi bộ");
	finds(*state, "Mã đơn vị,Chi bộ,Số lý lịch,Ngày vào Đảng\n", ROLL_MEMBERS, ',', 1);
	assert_int_equal(fixture->header.cell_of[MEMBER_UNIT], 0);
	assert_string_equal(fixture->header.passed_over.data, "Chi bộ");
	/* Where somebody works is no unit beside either of them. */
	finds(*state, "Đơn vị,Chi bộ,Số lý lịch,Ngày vào Đảng\n", ROLL_MEMBERS, ',', 1);
	assert_int_equal(fixture->header.cell_of[MEMBER_UNIT], 1);
	assert_string_equal(fixture->header.ignored.data, "Đơn vị");
	assert_int_equal(fixture->header.passed_over.len, 0);
	finds(*state, "Mã chi bộ,Đơn vị,Số lý lịch,Ngày vào Đảng\n", ROLL_MEMBERS, ',', 1);
	assert_int_equal(fixture->header.cell_of[MEMBER_UNIT], 0);
	assert_string_equal(fixture->header.ignored.data, "Đơn vị");
	finds(*state, "Đơn vị,Số lý lịch,Ngày vào Đảng\n", ROLL_MEMBERS, ',', 1);
	assert_int_equal(fixture->header.cell_of[MEMBER_UNIT], 0);
	finds(*state, "unit,\"Tên\nđơn vị\",as_of,population\n", ROLL_POPULATION, ',', 1);
	assert_int_equal(fixture->header.cell_of[POPULATION_UNIT], 0);
	assert_string_equal(fixture->header.passed_over.data, "Tên đơn vị");
	assert_int_equal(fixture->header.ignored.len, 0);
}

static void unknown_columns_are_named_but_not_numbering_and_rejects(void **state)
{
	struct fixture *fixture = *state;

	finds(*state,
		"STT,member,unit,Sở thích,admitted_on,Ghi chú,\"Ô\ntô\",,Quê "
		"quán,_line,_column,_code,_message\n",
		ROLL_MEMBERS, ',', 1);
	assert_string_equal(fixture->header.ignored.data, "Sở thích, Ô tô");
	/* `_code` is not a heading of the column unit. */
	finds(*state, "unit,name,kind,parent,_line,_column,_code,_message\n", ROLL_UNITS, ',', 1);
	assert_int_equal(fixture->header.cell_of[UNIT_UNIT], 0);
	assert_int_equal(fixture->header.ignored.len, 0);
}

static void a_long_list_of_unknown_columns_ends_somewhere(void **state)
{
	struct fixture *fixture = *state;
	struct buf text = {0};

	buf_puts(&text, "member,unit,admitted_on");
	for (int i = 0; i < 3000; i++)
		buf_printf(&text, ",cột %d", i);
	finds(*state, text.data, ROLL_MEMBERS, ',', 1);
	assert_in_range(fixture->header.ignored.len, 900, 1100);
	assert_string_equal(
		fixture->header.ignored.data + fixture->header.ignored.len - strlen("…"), "…");
	buf_release(&text);
}

static void empty_columns_at_the_end_do_not_count(void **state)
{
	struct fixture *fixture = *state;

	finds(*state, "member,unit,admitted_on,, ,\xc2\xa0,\n", ROLL_MEMBERS, ',', 1);
	assert_int_equal(fixture->header.width, 3);
	assert_int_equal(fixture->header.cells, 7);
}

static void map_names_headings_that_cannot_be_known(void **state)
{
	struct fixture *fixture = *state;
	const char *const maps[] = {"member=Hồ sơ", "unit=TO DANG", "admitted_on=Ngày"};
	const struct header_wanted wanted = {.kind = ROLL_KINDS, .maps = maps, .map_count = 3};
	const char *text = "x\nHồ_sơ*,Tổ  đảng,Ngày,Chi bộ\n";

	look(fixture, text, strlen(text), &wanted);
	assert_int_equal(fixture->status, STATUS_DONE);
	assert_int_equal(fixture->header.kind, ROLL_MEMBERS);
	assert_int_equal(fixture->header.line, 2);
	assert_int_equal(fixture->header.cell_of[MEMBER_UNIT], 1);
	assert_string_equal(fixture->header.ignored.data, "Chi bộ");
	/* A heading of --map that the file does not have is an error, also for a column that is not
	 * required. */
	text = "Hồ sơ,Ngày,Chi bộ\n";
	look(fixture, text, strlen(text), &wanted);
	assert_int_equal(fixture->status, STATUS_REJECTED);
	assert_string_equal(fixture->findings.list[0].column, "unit");
	assert_string_equal(fixture->findings.list[0].message,
		"no column has the heading that --map names (got \"TO DANG\")");
	look(fixture, MEMBERS, strlen(MEMBERS),
		&(struct header_wanted){.kind = ROLL_KINDS,
			.maps = (const char *const[]){"gender=Phái"},
			.map_count = 1});
	assert_int_equal(fixture->status, STATUS_REJECTED);
	assert_string_equal(fixture->findings.list[0].column, "gender");
}

static void a_map_of_no_column_is_wrong_usage(void **state)
{
	static const char *const wrong[] = {
		"sex=Phái", "gender", "gender=", "=Phái", "gender =Phái", ""};
	struct fixture *fixture = *state;

	for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
		const struct header_wanted wanted = {
			.kind = ROLL_KINDS, .maps = &wrong[i], .map_count = 1};

		look(fixture, MEMBERS, strlen(MEMBERS), &wanted);
		assert_int_equal(fixture->status, STATUS_USAGE);
	}
}

static void the_named_kind_is_the_only_one_looked_for(void **state)
{
	struct fixture *fixture = *state;

	look(fixture, MEMBERS, strlen(MEMBERS), &(struct header_wanted){.kind = ROLL_UNITS});
	assert_int_equal(fixture->status, STATUS_REJECTED);
	assert_int_equal(fixture->header.kind, ROLL_UNITS);
	assert_int_equal(fixture->findings.total, 2);
	assert_string_equal(fixture->findings.list[0].column, "name");
	assert_string_equal(fixture->findings.list[1].column, "kind");
}

static void what_is_no_table_is_told_apart(void **state)
{
	struct fixture *fixture = *state;

	refuses(*state, "", 1, NULL, FINDING_FILE);
	refuses(*state, "\xef\xbb\xbf", 1, NULL, FINDING_FILE);
	refuses(*state, "PK\x03\x04xlsx", 1, NULL, FINDING_FILE);
	refuses(*state, "\n\n", 1, NULL, FINDING_HEADER);
	refuses(*state, "một,hai\nba,bốn\n", 1, NULL, FINDING_HEADER);
	/* `Số lý lịch` in TCVN3: the message names this encoding. */
	refuses(*state, "x\nS\xe8 l\xfd l\xdeh,Ng\xb5y v\xb5o \xa7\xb6ng,Chi b\xe9\n", 2, NULL,
		FINDING_ENCODING);
	assert_non_null(strstr(fixture->findings.list[0].message, "tcvn3"));
	look(fixture, "a\0b,c\n", 6, &any);
	assert_int_equal(fixture->findings.list[0].code, FINDING_ENCODING);
}

#define TEST(name_) cmocka_unit_test_setup_teardown(name_, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(the_kind_is_that_of_which_no_column_is_missing),
		TEST(the_order_of_the_columns_is_free),
		TEST(each_delimiter_is_found),
		TEST(a_sep_line_tells_the_delimiter),
		TEST(the_delimiter_that_is_wished_for_is_used),
		TEST(titles_above_the_header_are_passed_over),
		TEST(the_header_is_among_the_first_fifty_lines),
		TEST(headings_run_over_lines_and_records_follow_them),
		TEST(two_rows_are_one_header),
		TEST(the_first_of_equal_headers_counts),
		TEST(a_missing_column_is_named_at_the_line_of_the_header),
		TEST(two_columns_that_mean_the_same_are_named),
		TEST(a_code_of_the_unit_goes_before_its_name),
		TEST(unknown_columns_are_named_but_not_numbering_and_rejects),
		TEST(a_long_list_of_unknown_columns_ends_somewhere),
		TEST(empty_columns_at_the_end_do_not_count),
		TEST(map_names_headings_that_cannot_be_known),
		TEST(a_map_of_no_column_is_wrong_usage),
		TEST(the_named_kind_is_the_only_one_looked_for),
		TEST(what_is_no_table_is_told_apart),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
