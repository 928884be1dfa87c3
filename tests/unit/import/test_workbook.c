#include "workbooks.h"

#include "import/workbook.h"

/* Opens what is in the file, which is closed; NULL when it is refused in words that hold this. */
static struct workbook *open_file(int file, const char *words)
{
	struct error error = {.lang = LANG_EN};
	struct workbook *workbook;
	enum status status = workbook_open(&workbook, file, &error);

	if (words == NULL && status != STATUS_DONE)
		fail_msg("%s", error.message);
	if (words) {
		assert_null(workbook);
		assert_int_equal(status, STATUS_REJECTED);
		if (strstr(error.message, words) == NULL)
			fail_msg("%s", error.message);
	}
	close(file);
	return workbook;
}

#define FILE_OF(...)                                   \
	zip_of((const struct zip_part[]){__VA_ARGS__}, \
		sizeof((const struct zip_part[]){__VA_ARGS__}) / sizeof(struct zip_part))

static void sheets_by_name(void **state)
{
	struct workbook *workbook;

	(void)state;
	workbook = open_file(
		FILE_OF(RELS, BOOK_RELS,
			{"xl/workbook.xml",
				"<workbook><workbookPr date1904='1'/><sheets><sheet name='Đảng viên' r:id='rId2'/>"
				"<sheet name='ẩn' state='hidden' r:id='rId1'/>"
				"<sheet name='biểu đồ' state='veryHidden' r:id='rId3'/>"
				"<sheet name='không có' state='visible' r:id='rId77'/></sheets></workbook>"},
			SHEET("")),
		NULL);
	assert_int_equal(workbook->sheet_count, 4);
	assert_string_equal(workbook->sheets[0].name, "Đảng viên");
	assert_string_equal(workbook->sheets[0].part, "xl/worksheets/sheet2.xml");
	assert_false(workbook->sheets[0].hidden);
	assert_true(workbook->sheets[1].hidden);
	assert_string_equal(workbook->sheets[1].part, "xl/worksheets/sheet1.xml");
	assert_true(workbook->sheets[2].hidden);
	assert_null(workbook->sheets[2].part);
	assert_false(workbook->sheets[3].hidden);
	assert_null(workbook->sheets[3].part);
	assert_true(workbook->from_1904);
	workbook_close(workbook);
}

#define RELATION(id, type, target) \
	"<Relationship Id='" id "' Type='x/" type "' Target='" target "'/>"

static void names_lead_to_parts_of_the_archive_alone(void **state)
{
	struct workbook *workbook;

	(void)state;
	workbook = open_file(
		FILE_OF({"_rels/.rels", "<Relationships>" RELATION("a", "officeDocument",
						"./a/../b//book.xml") "</Relationships>"},
			{"b/_rels/book.xml.rels",
				"<Relationships>" RELATION(
					"r1", "worksheet", "../../../etc/passwd") RELATION("r2",
					"worksheet", "/c/d.xml") RELATION("r3", "worksheet",
					"..") "<Relationship Id='r4' Type='x/worksheet' Target='http://x/y' "
					      "TargetMode='External'/></Relationships>"},
			{"b/book.xml",
				"<workbook><sheets><sheet name='1' r:id='r1'/><sheet name='2' r:id='r2'/>"
				"<sheet name='3' r:id='r3'/><sheet name='4' r:id='r4'/></sheets></workbook>"}),
		NULL);
	assert_int_equal(workbook->sheet_count, 4);
	assert_string_equal(workbook->sheets[0].part, "etc/passwd");
	assert_string_equal(workbook->sheets[1].part, "c/d.xml");
	assert_string_equal(workbook->sheets[2].part, "");
	assert_null(workbook->sheets[3].part);
	workbook_close(workbook);
}

static void archives_that_are_no_workbook(void **state)
{
	(void)state;
	open_file(FILE_OF({"a.txt", "x"}), "no Excel workbook");
	open_file(FILE_OF({"_rels/.rels", "<Relationships>" RELATION("a", "officeDocument",
						  "word/document.xml") "</Relationships>"},
			  {"word/document.xml", "<document/>"}),
		"no Excel workbook");
	open_file(FILE_OF({"_rels/.rels", "<Relationships>" RELATION("a", "officeDocument",
						  "xl/workbook.bin") "</Relationships>"},
			  {"xl/workbook.bin", "x"}),
		".xlsb");
	open_file(FILE_OF({"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
			  {"content.xml", "<x/>"}, {"META-INF/manifest.xml", "<x/>"}),
		".ods");
	open_file(FILE_OF(RELS), "no Excel workbook");
	open_file(FILE_OF(RELS, {"xl/workbook.xml", "<workbook/>"}), "no Excel workbook");
	open_file(FILE_OF(RELS, {"xl/workbook.xml", "no xml"}), "XML is damaged");
	open_file(FILE_OF(RELS, {"xl/workbook.xml", ""}), "XML is damaged");
	open_file(FILE_OF({"_rels/.rels", "<!DOCTYPE x><Relationships/>"}, BOOK("")),
		"document type");
	/* Without a list of relationships the usual names count. */
	workbook_close(open_file(FILE_OF(BOOK("")), NULL));
}

static void lists_of_sheets_that_are_damaged(void **state)
{
	static const char damaged[] = "list of sheets in the file is damaged";
	struct buf many = {0};
	int i;

	(void)state;
#define SHEETS(list) {"xl/workbook.xml", "<workbook><sheets>" list "</sheets></workbook>"}
	open_file(FILE_OF(BOOK_RELS,
			  SHEETS("<sheet name='a' r:id='rId1'/><sheet name='a' r:id='rId2'/>")),
		damaged);
	open_file(FILE_OF(BOOK_RELS,
			  SHEETS("<sheet name='a' r:id='rId1'/><sheet name='b' r:id='rId1'/>")),
		damaged);
	open_file(FILE_OF(BOOK_RELS, SHEETS("<sheet r:id='rId1'/>")), damaged);
	buf_puts(&many, "<workbook><sheets>");
	for (i = 0; i < WORKBOOK_SHEETS_MAX; i++)
		buf_printf(&many, "<sheet name='%d'/>", i);
	buf_puts(&many, "</sheets></workbook>");
	workbook_close(open_file(FILE_OF({"xl/workbook.xml", many.data}), NULL));
	many.len -= strlen("</sheets></workbook>");
	buf_puts(&many, "<sheet name='x'/></sheets></workbook>");
	open_file(FILE_OF({"xl/workbook.xml", many.data}), damaged);
	buf_release(&many);
}

/* --- archives that are damaged or lie --------------------------------------------------------- */

static struct buf sound(void)
{
	const struct zip_part parts[] = {RELS, BOOK_RELS, BOOK(""), SHEET("<row/>")};
	struct buf bytes = {0};

	zip_write(&bytes, parts, 4);
	return bytes;
}

static int file_and_release(struct buf *bytes)
{
	int file = unnamed_file(bytes);

	buf_release(bytes);
	return file;
}

static void cut_archives(void **state)
{
	struct buf bytes;
	size_t len, whole;

	(void)state;
	bytes = sound();
	workbook_close(open_file(unnamed_file(&bytes), NULL));
	whole = bytes.len;
	for (len = 0; len < whole; len += 13) {
		bytes.len = len;
		open_file(unnamed_file(&bytes), "the archive is damaged");
	}
	bytes.len = whole - 1;
	open_file(file_and_release(&bytes), "the archive is damaged");
}

/* Overwrites a number behind the n-th sign. */
static void patch(
	struct buf *bytes, const char *sign, int nth, size_t at, uint32_t number, int size)
{
	size_t i;

	for (i = 0; i + 4 <= bytes->len; i++)
		if (memcmp(bytes->data + i, sign, 4) == 0 && nth-- == 0)
			break;
	assert_true(i + 4 <= bytes->len);
	for (; size-- > 0; number >>= 8)
		bytes->data[i + at++] = (char)(number & 0xff);
}

static void archives_that_lie(void **state)
{
	struct buf bytes = sound();

	(void)state;
	patch(&bytes, "PK\1\2", 2, 24, 64u << 20, 4); /* the size of the third part, unpacked */
	open_file(file_and_release(&bytes), "the archive is damaged");
	bytes = sound();
	patch(&bytes, "PK\1\2", 2, 24, (64u << 20) + 1, 4);
	open_file(file_and_release(&bytes), "unpacks to more than 300 times its size");
	bytes = sound();
	patch(&bytes, "PK\1\2", 2, 24, 1u << 30, 4);
	open_file(file_and_release(&bytes), "unpacks to more than 300 times its size");
	bytes = sound();
	patch(&bytes, "PK\1\2", 2, 24, (1u << 30) + 1, 4);
	open_file(
		file_and_release(&bytes), "\"xl/workbook.xml\" of the archive is more than 1 GiB");
	bytes = sound();
	patch(&bytes, "PK\1\2", 2, 16, 1, 4); /* its checksum */
	open_file(file_and_release(&bytes), "the archive is damaged");
	bytes = sound();
	patch(&bytes, "PK\1\2", 2, 8, 1, 2); /* its flags: with a password */
	open_file(file_and_release(&bytes), "password");
	bytes = sound();
	patch(&bytes, "PK\1\2", 2, 10, 97, 2); /* its way of compression */
	open_file(file_and_release(&bytes), "the archive is damaged");
	bytes = sound();
	patch(&bytes, "PK\1\2", 2, 42, 0x7fffffff, 4); /* its place */
	open_file(file_and_release(&bytes), "the archive is damaged");
	bytes = sound();
	patch(&bytes, "PK\5\6", 0, 10, 10001, 2); /* the number of parts */
	open_file(file_and_release(&bytes), "the archive is damaged");
	bytes = sound();
	patch(&bytes, "PK\5\6", 0, 12, (16u << 20) + 1, 4); /* the length of their list */
	open_file(file_and_release(&bytes), "the archive is damaged");
	bytes = sound();
	patch(&bytes, "PK\5\6", 0, 16, 0, 4); /* its place */
	open_file(file_and_release(&bytes), "the archive is damaged");
}

static void all_parts_together(void **state)
{
	struct buf bytes = sound();

	(void)state;
	for (int i = 0; i < 4; i++)
		patch(&bytes, "PK\1\2", i, 24, 1u << 30, 4);
	open_file(unnamed_file(&bytes), "more than 300 times");
	buf_release(&bytes);
	{
		const struct zip_part parts[] = {
			RELS, BOOK_RELS, BOOK(""), SHEET("<row/>"), {"x", "x"}};

		zip_write(&bytes, parts, 5);
	}
	for (int i = 0; i < 5; i++)
		patch(&bytes, "PK\1\2", i, 24, 1u << 30, 4);
	open_file(file_and_release(&bytes), "all of it more than 4 GiB");
}

static void other_files(void **state)
{
	struct buf bytes = {0};

	(void)state;
	open_file(unnamed_file(&bytes), "the archive is damaged");
	buf_puts(&bytes, "PK\3\4");
	open_file(unnamed_file(&bytes), "the archive is damaged");
	for (int i = 0; i < 100000; i++)
		buf_add(&bytes, "PK\5\6", 4);
	open_file(file_and_release(&bytes), "the archive is damaged");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(sheets_by_name),
		cmocka_unit_test(names_lead_to_parts_of_the_archive_alone),
		cmocka_unit_test(archives_that_are_no_workbook),
		cmocka_unit_test(lists_of_sheets_that_are_damaged),
		cmocka_unit_test(cut_archives),
		cmocka_unit_test(archives_that_lie),
		cmocka_unit_test(all_parts_together),
		cmocka_unit_test(other_files),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
