#include "support.h"

#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"
#include "import/encoding.h"
#include "import/source.h"
#include "base/text.h"

#define SIZE(array) (sizeof(array) / sizeof(array)[0])
#define BLOCK       65536 /* what is read at once */

struct fixture {
	char path[512];
	struct source *source;
	struct error error;
};

static int set_up(void **state)
{
	struct fixture *fixture = memory_get(sizeof *fixture);
	const char *folder = getenv("TMPDIR");
	int fd;

	memset(fixture, 0, sizeof *fixture);
	snprintf(fixture->path, sizeof fixture->path, "%s/source-XXXXXX",
		folder != NULL ? folder : "/tmp");
	fd = mkstemp(fixture->path);
	assert_true(fd >= 0);
	close(fd);
	*state = fixture;
	return 0;
}

static int tear_down(void **state)
{
	struct fixture *fixture = *state;

	source_close(fixture->source);
	unlink(fixture->path);
	free(fixture);
	return 0;
}

static void open_bytes(struct fixture *fixture, const char *bytes, size_t len, const char *encoding)
{
	FILE *file = fopen(fixture->path, "wb");

	assert_non_null(file);
	assert_int_equal(fwrite(bytes, 1, len, file), len);
	assert_int_equal(fclose(file), 0);
	source_close(fixture->source);
	assert_int_equal(source_open(&fixture->source, fixture->path, encoding, &fixture->error),
		STATUS_DONE);
}

static void open_buf(struct fixture *fixture, struct buf *bytes)
{
	open_bytes(fixture, buf_text(bytes), bytes->len, NULL);
	buf_release(bytes);
}

#define OPEN(fixture, bytes, encoding) open_bytes((fixture), (bytes), sizeof(bytes) - 1, (encoding))

static struct line expect_line(
	struct fixture *fixture, long number, enum line_fault fault, const char *text)
{
	struct line line = {0};

	assert_true(source_line(fixture->source, &line));
	assert_string_equal(line.text, text);
	assert_int_equal(line.len, strlen(text));
	assert_int_equal(line.number, number);
	assert_int_equal(line.fault, fault);
	return line;
}

static void expect_end(struct fixture *fixture)
{
	struct line line;

	assert_false(source_line(fixture->source, &line));
	assert_false(source_line(fixture->source, &line));
	assert_int_equal(source_failed(fixture->source, &fixture->error), STATUS_DONE);
}

/* Expects that the bytes in this encoding are this text (NFC). */
static void expect_decoded(
	struct fixture *fixture, const char *bytes, const char *encoding, const char *expected)
{
	struct buf clean = {0};
	struct line line = {0};

	open_bytes(fixture, bytes, strlen(bytes), encoding);
	assert_true(source_line(fixture->source, &line));
	assert_int_equal(line.fault, LINE_OK);
	text_clean(&clean, line.text, line.len);
	assert_string_equal(buf_text(&clean), expected);
	buf_release(&clean);
}

static void fill(struct buf *out, char c, size_t n)
{
	char block[4096];

	memset(block, c, sizeof block);
	for (; n > sizeof block; n -= sizeof block)
		buf_add(out, block, sizeof block);
	buf_add(out, block, n);
}

/* --- line ends -------------------------------------------------------------------------------- */

static void lines_keep_their_ends(void **state)
{
	struct fixture *fixture = *state;

	OPEN(fixture, "a\nb\r\nc\rd\n\r\r\n\ne", NULL);
	expect_line(fixture, 1, LINE_OK, "a\n");
	expect_line(fixture, 2, LINE_OK, "b\r\n");
	expect_line(fixture, 3, LINE_OK, "c\r");
	expect_line(fixture, 4, LINE_OK, "d\n");
	expect_line(fixture, 5, LINE_OK, "\r");
	expect_line(fixture, 6, LINE_OK, "\r\n");
	expect_line(fixture, 7, LINE_OK, "\n");
	expect_line(fixture, 8, LINE_OK, "e");
	expect_end(fixture);
}

static void a_last_line_end_starts_no_line(void **state)
{
	struct fixture *fixture = *state;

	OPEN(fixture, "a\r", NULL);
	expect_line(fixture, 1, LINE_OK, "a\r");
	expect_end(fixture);
}

static void an_empty_file_has_no_line(void **state)
{
	struct fixture *fixture = *state;

	OPEN(fixture, "", NULL);
	expect_end(fixture);
	assert_true(source_is_empty(fixture->source));
	OPEN(fixture, "\xef\xbb\xbf", NULL);
	expect_end(fixture);
	assert_false(source_is_empty(fixture->source));
}

static void lines_run_over_block_borders(void **state)
{
	static const char *const ends[] = {"\n", "\r", "\r\n"};
	struct fixture *fixture = *state;
	struct line line;

	for (size_t i = 0; i < SIZE(ends); i++) {
		for (size_t len = BLOCK - 3; len <= BLOCK + 1; len++) {
			struct buf bytes = {0};

			fill(&bytes, 'x', len);
			buf_puts(&bytes, ends[i]);
			buf_puts(&bytes, "ệ");
			buf_puts(&bytes, ends[i]);
			open_buf(fixture, &bytes);
			assert_true(source_line(fixture->source, &line));
			assert_int_equal(line.len, len + strlen(ends[i]));
			assert_string_equal(line.text + len, ends[i]);
			assert_true(source_line(fixture->source, &line));
			assert_int_equal(line.number, 2);
			assert_int_equal(line.fault, LINE_OK);
			assert_memory_equal(line.text, "ệ", 3);
			assert_string_equal(line.text + 3, ends[i]);
			expect_end(fixture);
		}
	}
}

static void letters_run_over_block_borders(void **state)
{
	struct fixture *fixture = *state;
	struct line line;

	for (size_t len = BLOCK - 4; len <= BLOCK; len++) {
		struct buf bytes = {0};

		fill(&bytes, 'x', len);
		buf_puts(&bytes, "\xf0\x9f\x98\x80!");
		open_buf(fixture, &bytes);
		assert_true(source_line(fixture->source, &line));
		assert_int_equal(line.fault, LINE_OK);
		assert_string_equal(line.text + len, "\xf0\x9f\x98\x80!");
		expect_end(fixture);
	}
}

static void many_lines_with_cr_alone_are_counted(void **state)
{
	struct fixture *fixture = *state;
	struct buf bytes = {0};
	struct line line = {0};

	for (int i = 0; i < 50000; i++)
		buf_puts(&bytes, "ab\r");
	open_buf(fixture, &bytes);
	while (source_line(fixture->source, &line))
		assert_string_equal(line.text, "ab\r");
	assert_int_equal(line.number, 50000);
}

/* --- faults ----------------------------------------------------------------------------------- */

static void invalid_bytes_become_replacement_characters(void **state)
{
	struct fixture *fixture = *state;

	OPEN(fixture, "ok\nNguy\xd4n\nđ\xe1\xba\n\xed\xa0\x80\n\xef\xbf\xbd\n", NULL);
	expect_line(fixture, 1, LINE_OK, "ok\n");
	expect_line(fixture, 2, LINE_ENCODING, "Nguy\ufffdn\n");
	expect_line(fixture, 3, LINE_ENCODING, "đ\ufffd\ufffd\n");
	expect_line(fixture, 4, LINE_ENCODING, "\ufffd\ufffd\ufffd\n");
	/* U+FFFD in the file itself is valid. */
	expect_line(fixture, 5, LINE_OK, "\ufffd\n");
	expect_end(fixture);
}

static void nul_becomes_a_replacement_character(void **state)
{
	struct fixture *fixture = *state;

	OPEN(fixture, "a\0b\n\0\xff\n\xff\0", NULL);
	expect_line(fixture, 1, LINE_NUL, "a\ufffdb\n");
	expect_line(fixture, 2, LINE_NUL, "\ufffd\ufffd\n");
	expect_line(fixture, 3, LINE_NUL, "\ufffd\ufffd");
	expect_end(fixture);
	OPEN(fixture, "a\0b\n", "tcvn3");
	expect_line(fixture, 1, LINE_NUL, "a\ufffdb\n");
}

static void the_longest_line_passes(void **state)
{
	struct fixture *fixture = *state;
	struct buf bytes = {0};
	struct line line;

	fill(&bytes, 'x', SOURCE_LINE_MAX);
	buf_puts(&bytes, "\r\nnext");
	open_buf(fixture, &bytes);
	assert_true(source_line(fixture->source, &line));
	assert_int_equal(line.fault, LINE_OK);
	assert_int_equal(line.len, SOURCE_LINE_MAX + 2);
	expect_line(fixture, 2, LINE_OK, "next");
}

static void a_longer_line_is_cut_at_a_letter_and_keeps_its_end(void **state)
{
	struct fixture *fixture = *state;
	struct line line;

	for (size_t i = 1; i <= 3; i++) {
		struct buf bytes = {0};

		fill(&bytes, 'x', SOURCE_LINE_MAX - 3 + i);
		buf_puts(&bytes, "ệ");
		fill(&bytes, 'y', 2 * BLOCK);
		buf_puts(&bytes, "\r\nnext\n");
		open_buf(fixture, &bytes);
		assert_true(source_line(fixture->source, &line));
		assert_int_equal(line.fault, LINE_TOO_LONG);
		assert_int_equal(line.len, SOURCE_LINE_MAX - 3 + i + 2);
		assert_string_equal(line.text + line.len - 3, "x\r\n");
		assert_true(text_valid(line.text, line.len));
		expect_line(fixture, 2, LINE_OK, "next\n");
		expect_end(fixture);
	}
}

/* --- encodings -------------------------------------------------------------------------------- */

static void utf8_is_taken_without_a_mark(void **state)
{
	struct fixture *fixture = *state;

	OPEN(fixture, "mã\n", NULL);
	assert_string_equal(source_encoding(fixture->source), "UTF-8");
	expect_line(fixture, 1, LINE_OK, "mã\n");
	assert_null(source_hint(fixture->source));
}

static void the_utf8_mark_is_taken_off(void **state)
{
	struct fixture *fixture = *state;

	OPEN(fixture, "\xef\xbb\xbf\"mã\"\n\xef\xbb\xbfx\n", NULL);
	assert_string_equal(source_encoding(fixture->source), "UTF-8 (BOM)");
	expect_line(fixture, 1, LINE_OK, "\"mã\"\n");
	/* Only at the start of the file is it a byte order mark. */
	expect_line(fixture, 2, LINE_OK, "\ufeffx\n");
}

static void utf16_is_known_by_its_mark(void **state)
{
	struct fixture *fixture = *state;

	OPEN(fixture, "\xff\xfe\x11\x01\xc7\x1e\r\0\n\0\x3d\xd8\x00\xde", NULL);
	assert_string_equal(source_encoding(fixture->source), "UTF-16LE");
	expect_line(fixture, 1, LINE_OK, "đệ\r\n");
	expect_line(fixture, 2, LINE_OK, "\xf0\x9f\x98\x80");
	expect_end(fixture);
	OPEN(fixture, "\xfe\xff\x01\x11\x1e\xc7\0\n\xd8\x3d\xde\x00", NULL);
	assert_string_equal(source_encoding(fixture->source), "UTF-16BE");
	expect_line(fixture, 1, LINE_OK, "đệ\n");
	expect_line(fixture, 2, LINE_OK, "\xf0\x9f\x98\x80");
	expect_end(fixture);
}

static void a_mark_goes_before_the_option(void **state)
{
	struct fixture *fixture = *state;

	OPEN(fixture, "\xef\xbb\xbfm\xc3\xa3", "tcvn3");
	assert_string_equal(source_encoding(fixture->source), "UTF-8 (BOM)");
	expect_line(fixture, 1, LINE_OK, "mã");
	OPEN(fixture, "\xfe\xff\0a", "utf-16le");
	expect_line(fixture, 1, LINE_OK, "a");
}

static void utf16_can_be_told(void **state)
{
	struct fixture *fixture = *state;

	OPEN(fixture, "a\0\n\0", "UTF-16LE");
	expect_line(fixture, 1, LINE_OK, "a\n");
	OPEN(fixture, "\0a\0\n", "utf-16be");
	expect_line(fixture, 1, LINE_OK, "a\n");
	expect_end(fixture);
}

static void halves_of_utf16_are_faults(void **state)
{
	struct fixture *fixture = *state;
	struct line line;

	OPEN(fixture, "\xff\xfe\x3d\xd8\n\0\x00\xde\n\0a\0\0\0\n\0b\0x", NULL);
	for (long number = 1; number <= 4; number++) {
		assert_true(source_line(fixture->source, &line));
		assert_int_equal(line.fault, number == 3 ? LINE_NUL : LINE_ENCODING);
		assert_true(text_valid(line.text, line.len));
	}
	expect_end(fixture);
	OPEN(fixture, "\xff\xfe\x3d\xd8", NULL);
	assert_true(source_line(fixture->source, &line));
	assert_int_equal(line.fault, LINE_ENCODING);
	expect_end(fixture);
}

/* The byte order mark takes two bytes, so that surrogate pairs cross the border of blocks. */
static void utf16_runs_over_block_borders(void **state)
{
	struct fixture *fixture = *state;
	struct line line;

	for (size_t units = BLOCK / 2 - 4; units <= BLOCK / 2; units++) {
		struct buf bytes = {0};

		buf_add(&bytes, "\xff\xfe", 2);
		for (size_t i = 0; i < units; i++)
			buf_add(&bytes, "x", 2);
		buf_add(&bytes, "\x3d\xd8\x00\xde\r\0\n\0y\0", 10);
		open_buf(fixture, &bytes);
		assert_true(source_line(fixture->source, &line));
		assert_int_equal(line.fault, LINE_OK);
		assert_string_equal(line.text + units, "\xf0\x9f\x98\x80\r\n");
		expect_line(fixture, 2, LINE_OK, "y");
		expect_end(fixture);
	}
}

static void tcvn3_is_decoded(void **state)
{
	struct fixture *fixture = *state;

	expect_decoded(fixture, "Nguy\xd4n V\xa8n An", "tcvn3", "Nguyễn Văn An");
	expect_decoded(
		fixture, "\xa7\xb6ng b\xe9 x\xb7 T\xa9n Ki\xd2u", "TCVN3", "Đảng bộ xã Tân Kiều");
	expect_decoded(fixture,
		"\xb5\xb6\xb7\xb8\xb9 \xa8\xbb\xbc\xbd\xbe\xc6 \xa9\xc7\xc8\xc9\xca\xcb", "tcvn3",
		"àảãáạ ăằẳẵắặ âầẩẫấậ");
	expect_decoded(fixture,
		"\xcc\xce\xcf\xd0\xd1 \xaa\xd2\xd3\xd4\xd5\xd6 \xd7\xd8\xdc\xdd\xde", "tcvn3",
		"èẻẽéẹ êềểễếệ ìỉĩíị");
	expect_decoded(fixture,
		"\xdf\xe1\xe2\xe3\xe4 \xab\xe5\xe6\xe7\xe8\xe9 \xac\xea\xeb\xec\xed\xee", "tcvn3",
		"òỏõóọ ôồổỗốộ ơờởỡớợ");
	expect_decoded(fixture,
		"\xef\xf1\xf2\xf3\xf4 \xad\xf5\xf6\xf7\xf8\xf9 \xfa\xfb\xfc\xfd\xfe \xae", "tcvn3",
		"ùủũúụ ưừửữứự ỳỷỹýỵ đ");
	expect_decoded(fixture, "\xa1\xa2\xa3\xa4\xa5\xa6\xa7", "tcvn3", "ĂÂÊÔƠƯĐ");
}

static void tcvn3_keeps_control_characters(void **state)
{
	struct fixture *fixture = *state;

	OPEN(fixture, "\xae\t\x01\x02\x11\r\n\xae\r\xae\n", "tcvn3");
	expect_line(fixture, 1, LINE_OK, "đ\t\x01\x02\x11\r\n");
	expect_line(fixture, 2, LINE_OK, "đ\r");
	expect_line(fixture, 3, LINE_OK, "đ\n");
	expect_end(fixture);
}

static void cp1258_is_decoded(void **state)
{
	struct fixture *fixture = *state;

	expect_decoded(fixture, "Nguy\xea\xden V\xe3n An", "cp1258", "Nguyễn Văn An");
	expect_decoded(fixture, "\xd0\xd2\xf0\xf2", "CP1258", "Đ̉đ̣");
	expect_decoded(
		fixture, "Tr\xe2\xccn Thi\xf2 \xd4\xecng \xfd\xf5", "cp1258", "Trần Thị Ống ươ");
	expect_decoded(fixture, "\xc1nh", "cp1258", "Ánh");
	OPEN(fixture, "a\x8ez\n", "cp1258");
	expect_line(fixture, 1, LINE_ENCODING, "a\ufffdz\n");
}

static void vni_is_decoded(void **state)
{
	struct fixture *fixture = *state;

	expect_decoded(fixture, "Nguye\xe3n Va\xean An", "vni", "Nguyễn Văn An");
	assert_string_equal(source_encoding(fixture->source), "VNI");
	/* The byte of a mark without a letter before it. */
	OPEN(fixture, "Trh\xf9\n", "vni");
	expect_line(fixture, 1, LINE_ENCODING, "Trh\ufffd\n");
}

static void an_unknown_encoding_is_wrong_usage(void **state)
{
	struct fixture *fixture = *state;

	assert_int_equal(source_open(&fixture->source, fixture->path, "utf-7\n", &fixture->error),
		STATUS_USAGE);
	assert_null(fixture->source);
	assert_non_null(strstr(fixture->error.message, "\"utf-7\\n\""));
	assert_non_null(strstr(fixture->error.message, "tcvn3, vni"));
}

static void every_listed_encoding_opens(void **state)
{
	struct fixture *fixture = *state;
	size_t count = 0;

	for (; encoding_names[count] != NULL; count++)
		OPEN(fixture, "a\n", encoding_names[count]);
	assert_int_equal(count, 6);
}

/* --- hints ------------------------------------------------------------------------------------ */

static const char *hint_of(struct fixture *fixture)
{
	struct line line;

	while (source_line(fixture->source, &line))
		continue;
	return source_hint(fixture->source);
}

static void bytes_of_tcvn3_are_recognised(void **state)
{
	struct fixture *fixture = *state;

	OPEN(fixture, "m\xb7,h\xe4 v\xb5 t\xaan\n1,Nguy\xd4n V\xa8n An\n2,Tr\xc7n Th\xde B\xd7nh\n",
		NULL);
	assert_string_equal(hint_of(fixture), "tcvn3");
	OPEN(fixture, "TR\xc7N TH\xde L\xaa\nNGUY\xd4N V\xa8N \xad\xedt\n", NULL);
	assert_string_equal(hint_of(fixture), "tcvn3");
}

static void bytes_of_vni_are_recognised(void **state)
{
	struct fixture *fixture = *state;

	OPEN(fixture,
		"ma\xf5,ho\xef va\xf8 te\xe2n\n1,Nguye\xe3n Va\xean An\n2,Pha\xefm Th\xf2 "
		"H\xf6\xf4ng\n",
		NULL);
	assert_string_equal(hint_of(fixture), "vni");
	OPEN(fixture, "NGUYE\xc3N VA\xcaN B\xccNH\n", NULL);
	assert_string_equal(hint_of(fixture), "vni");
}

static void bytes_of_cp1258_are_recognised(void **state)
{
	struct fixture *fixture = *state;

	OPEN(fixture,
		"1,Nguy\xea\xden V\xe3n An\n2,Tr\xe2\xccn Thi\xf2 B\xecnh\n3,\xd0\xf4\xde "
		"Hu\xea\xec\n",
		NULL);
	assert_string_equal(hint_of(fixture), "cp1258");
}

static void utf16_without_a_mark_is_recognised(void **state)
{
	struct fixture *fixture = *state;

	OPEN(fixture, "m\0\xe3\0,\0t\0\xea\0n\0\n\0001\0,\0\x10\x01\xd7\x1e\n\0", NULL);
	expect_line(fixture, 1, LINE_NUL, "m\ufffd\ufffd\ufffd,\ufffdt\ufffd\ufffd\ufffdn\ufffd\n");
	assert_string_equal(source_hint(fixture->source), "utf-16le");
	OPEN(fixture, "\0m\0\xe3\0,\0t\0\xea\0n\0\n\0001\0,\x01\x10\x1e\xd7\0\n", NULL);
	assert_string_equal(hint_of(fixture), "utf-16be");
}

static void bytes_of_no_known_encoding_give_no_hint(void **state)
{
	struct fixture *fixture = *state;

	OPEN(fixture, "caf\xe9 cr\xe8me br\xfbl\xe9\x65 gar\xe7on\n\x81\x8d\xff\xfe\xf8\n", NULL);
	assert_null(hint_of(fixture));
	OPEN(fixture, "Nguyễn\n", NULL);
	assert_null(hint_of(fixture));
}

/* --- pushing back ----------------------------------------------------------------------------- */

static void lines_pushed_back_come_in_the_order_of_their_numbers(void **state)
{
	struct fixture *fixture = *state;
	struct line second, third = {0};
	char kept[] = "b\n";

	OPEN(fixture, "a\nb\nc\nd\n", NULL);
	expect_line(fixture, 1, LINE_OK, "a\n");
	second = expect_line(fixture, 2, LINE_OK, "b\n");
	second.text = kept;
	third = expect_line(fixture, 3, LINE_OK, "c\n");
	source_unread(fixture->source, &third);
	source_unread(fixture->source, &second);
	memset(kept, '!', 2); /* source_unread copied it */
	second = expect_line(fixture, 2, LINE_OK, "b\n");
	source_unread(fixture->source, &second);
	expect_line(fixture, 2, LINE_OK, "b\n");
	expect_line(fixture, 3, LINE_OK, "c\n");
	expect_line(fixture, 4, LINE_OK, "d\n");
	expect_end(fixture);
}

static void lines_can_be_pushed_back_after_the_end(void **state)
{
	struct fixture *fixture = *state;
	struct line line = {.text = "x\0y\n", .len = 4, .number = 1, .fault = LINE_NUL};
	struct line last = {.text = "z", .len = 1, .number = 3};
	struct line middle = {.text = "", .len = 0, .number = 2};

	OPEN(fixture, "", NULL);
	expect_end(fixture);
	source_unread(fixture->source, &line);
	source_unread(fixture->source, &last);
	source_unread(fixture->source, &middle);
	assert_true(source_line(fixture->source, &line));
	assert_int_equal(line.len, 4);
	assert_memory_equal(line.text, "x\0y\n", 5);
	assert_int_equal(line.fault, LINE_NUL);
	expect_line(fixture, 2, LINE_OK, "");
	expect_line(fixture, 3, LINE_OK, "z");
	expect_end(fixture);
	source_unread(fixture->source, &last); /* not read any more: freed with the source */
}

/* --- about the file --------------------------------------------------------------------------- */

static void the_hash_is_that_of_every_byte(void **state)
{
	struct fixture *fixture = *state;
	struct buf bytes = {0};
	struct line line;

	OPEN(fixture, "abc", NULL);
	assert_string_equal(source_sha256(fixture->source),
		"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
	OPEN(fixture, "", NULL);
	assert_string_equal(source_sha256(fixture->source),
		"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
	/* A million times "a", an example of FIPS 180: read to the end, and not read at all. */
	fill(&bytes, 'a', 1000000);
	open_buf(fixture, &bytes);
	assert_string_equal(source_sha256(fixture->source),
		"cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
	source_close(fixture->source);
	assert_int_equal(
		source_open(&fixture->source, fixture->path, NULL, &fixture->error), STATUS_DONE);
	assert_true(source_line(fixture->source, &line));
	assert_string_equal(source_sha256(fixture->source),
		"cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
	assert_string_equal(source_sha256(fixture->source),
		"cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

static void the_hash_holds_the_mark(void **state)
{
	struct fixture *fixture = *state;

	OPEN(fixture,
		"\xef\xbb\xbf"
		"abc",
		NULL);
	expect_line(fixture, 1, LINE_OK, "abc");
	assert_string_not_equal(source_sha256(fixture->source),
		"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

static void progress_tells_bytes(void **state)
{
	struct fixture *fixture = *state;
	struct buf bytes = {0};
	struct line line;
	size_t done, all;

	fill(&bytes, '\n', BLOCK + 10);
	open_buf(fixture, &bytes);
	assert_true(source_line(fixture->source, &line));
	source_progress(fixture->source, &done, &all);
	assert_int_equal(done, BLOCK);
	assert_int_equal(all, BLOCK + 10);
	while (source_line(fixture->source, &line))
		continue;
	source_progress(fixture->source, &done, &all);
	assert_int_equal(done, BLOCK + 10);
	assert_int_equal(line.number, BLOCK + 10);
}

static void what_is_no_text_is_known_by_its_first_bytes(void **state)
{
	struct fixture *fixture = *state;

	OPEN(fixture, "PK\x03\x04....[Content_Types].xml....PK\x03\x04xl/workbook.xml", NULL);
	assert_string_equal(source_looks_binary(fixture->source), "zip");
	OPEN(fixture, "PK\x05\x06....", NULL);
	assert_string_equal(source_looks_binary(fixture->source), "zip");
	OPEN(fixture, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", NULL);
	assert_string_equal(source_looks_binary(fixture->source), "xls");
	OPEN(fixture, "\x1f\x8b\x08", NULL);
	assert_string_equal(source_looks_binary(fixture->source), "gzip");
	OPEN(fixture, "%PDF-1.7\n", NULL);
	assert_string_equal(source_looks_binary(fixture->source), "pdf");
	OPEN(fixture, "PK,unit\n", NULL);
	assert_null(source_looks_binary(fixture->source));
	OPEN(fixture, "", NULL);
	assert_null(source_looks_binary(fixture->source));
}

static void a_folder_and_a_missing_file_are_failures_that_say_so(void **state)
{
	struct fixture *fixture = *state;

	fixture->error.lang = LANG_EN;
	assert_int_equal(source_open(&fixture->source, "/", NULL, &fixture->error), STATUS_FAILED);
	assert_null(fixture->source);
	assert_non_null(strstr(fixture->error.message, "/: cannot read it: this is a folder"));
	fixture->error.lang = LANG_VI;
	assert_int_equal(source_open(&fixture->source, "/", NULL, &fixture->error), STATUS_FAILED);
	assert_non_null(strstr(fixture->error.message, "thư mục"));
	assert_int_equal(source_open(&fixture->source, "/nowhere/\x1b.csv", NULL, &fixture->error),
		STATUS_FAILED);
	assert_non_null(strstr(fixture->error.message, "/nowhere/\\x1b.csv: "));
	assert_non_null(strstr(fixture->error.message, "không có tệp này"));
}

static void a_file_without_the_right_to_read_is_a_failure(void **state)
{
	struct fixture *fixture = *state;

	if (geteuid() == 0)
		skip(); /* root can read any file */
	assert_int_equal(chmod(fixture->path, 0), 0);
	assert_int_equal(
		source_open(&fixture->source, fixture->path, NULL, &fixture->error), STATUS_FAILED);
	assert_non_null(strstr(fixture->error.message, "may not read"));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(lines_keep_their_ends),
		TEST(a_last_line_end_starts_no_line),
		TEST(an_empty_file_has_no_line),
		TEST(lines_run_over_block_borders),
		TEST(letters_run_over_block_borders),
		TEST(many_lines_with_cr_alone_are_counted),
		TEST(invalid_bytes_become_replacement_characters),
		TEST(nul_becomes_a_replacement_character),
		TEST(the_longest_line_passes),
		TEST(a_longer_line_is_cut_at_a_letter_and_keeps_its_end),
		TEST(utf8_is_taken_without_a_mark),
		TEST(the_utf8_mark_is_taken_off),
		TEST(utf16_is_known_by_its_mark),
		TEST(a_mark_goes_before_the_option),
		TEST(utf16_can_be_told),
		TEST(halves_of_utf16_are_faults),
		TEST(utf16_runs_over_block_borders),
		TEST(tcvn3_is_decoded),
		TEST(tcvn3_keeps_control_characters),
		TEST(cp1258_is_decoded),
		TEST(vni_is_decoded),
		TEST(an_unknown_encoding_is_wrong_usage),
		TEST(every_listed_encoding_opens),
		TEST(bytes_of_tcvn3_are_recognised),
		TEST(bytes_of_vni_are_recognised),
		TEST(bytes_of_cp1258_are_recognised),
		TEST(utf16_without_a_mark_is_recognised),
		TEST(bytes_of_no_known_encoding_give_no_hint),
		TEST(lines_pushed_back_come_in_the_order_of_their_numbers),
		TEST(lines_can_be_pushed_back_after_the_end),
		TEST(the_hash_is_that_of_every_byte),
		TEST(the_hash_holds_the_mark),
		TEST(progress_tells_bytes),
		TEST(what_is_no_text_is_known_by_its_first_bytes),
		TEST(a_folder_and_a_missing_file_are_failures_that_say_so),
		TEST(a_file_without_the_right_to_read_is_a_failure),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
