#include "support.h"

#include "import/vni.h"

static void expect(const char *bytes, const char *expected)
{
	struct buf out = {0};

	assert_true(vni_decode(&out, bytes, strlen(bytes)));
	assert_string_equal(buf_text(&out), expected);
	buf_release(&out);
}

static void every_small_letter_is_known(void **state)
{
	(void)state;
	expect("a a\xf8 a\xfb a\xf5 a\xf9 a\xef", "a à ả ã á ạ");
	expect("a\xea a\xe8 a\xfa a\xfc a\xe9 a\xeb", "ă ằ ẳ ẵ ắ ặ");
	expect("a\xe2 a\xe0 a\xe5 a\xe3 a\xe1 a\xe4", "â ầ ẩ ẫ ấ ậ");
	expect("e e\xf8 e\xfb e\xf5 e\xf9 e\xef", "e è ẻ ẽ é ẹ");
	expect("e\xe2 e\xe0 e\xe5 e\xe3 e\xe1 e\xe4", "ê ề ể ễ ế ệ");
	expect("i \xec \xe6 \xf3 \xed \xf2", "i ì ỉ ĩ í ị");
	expect("o o\xf8 o\xfb o\xf5 o\xf9 o\xef", "o ò ỏ õ ó ọ");
	expect("o\xe2 o\xe0 o\xe5 o\xe3 o\xe1 o\xe4", "ô ồ ổ ỗ ố ộ");
	expect("\xf4 \xf4\xf8 \xf4\xfb \xf4\xf5 \xf4\xf9 \xf4\xef", "ơ ờ ở ỡ ớ ợ");
	expect("u u\xf8 u\xfb u\xf5 u\xf9 u\xef", "u ù ủ ũ ú ụ");
	expect("\xf6 \xf6\xf8 \xf6\xfb \xf6\xf5 \xf6\xf9 \xf6\xef", "ư ừ ử ữ ứ ự");
	expect("y y\xf8 y\xfb y\xf5 y\xf9 \xee", "y ỳ ỷ ỹ ý ỵ");
	expect("d \xf1", "d đ");
}

static void every_capital_is_known(void **state)
{
	(void)state;
	expect("A A\xd8 A\xdb A\xd5 A\xd9 A\xcf", "A À Ả Ã Á Ạ");
	expect("A\xca A\xc8 A\xda A\xdc A\xc9 A\xcb", "Ă Ằ Ẳ Ẵ Ắ Ặ");
	expect("A\xc2 A\xc0 A\xc5 A\xc3 A\xc1 A\xc4", "Â Ầ Ẩ Ẫ Ấ Ậ");
	expect("E E\xd8 E\xdb E\xd5 E\xd9 E\xcf", "E È Ẻ Ẽ É Ẹ");
	expect("E\xc2 E\xc0 E\xc5 E\xc3 E\xc1 E\xc4", "Ê Ề Ể Ễ Ế Ệ");
	expect("I \xcc \xc6 \xd3 \xcd \xd2", "I Ì Ỉ Ĩ Í Ị");
	expect("O O\xd8 O\xdb O\xd5 O\xd9 O\xcf", "O Ò Ỏ Õ Ó Ọ");
	expect("O\xc2 O\xc0 O\xc5 O\xc3 O\xc1 O\xc4", "Ô Ồ Ổ Ỗ Ố Ộ");
	expect("\xd4 \xd4\xd8 \xd4\xdb \xd4\xd5 \xd4\xd9 \xd4\xcf", "Ơ Ờ Ở Ỡ Ớ Ợ");
	expect("U U\xd8 U\xdb U\xd5 U\xd9 U\xcf", "U Ù Ủ Ũ Ú Ụ");
	expect("\xd6 \xd6\xd8 \xd6\xdb \xd6\xd5 \xd6\xd9 \xd6\xcf", "Ư Ừ Ử Ữ Ứ Ự");
	expect("Y Y\xd8 Y\xdb Y\xd5 Y\xd9 \xce", "Y Ỳ Ỷ Ỹ Ý Ỵ");
	expect("D \xd1", "D Đ");
}

static void names_are_read(void **state)
{
	(void)state;
	expect("Nguye\xe3n Va\xean An", "Nguyễn Văn An");
	expect("NGUYE\xc3N VA\xcaN AN", "NGUYỄN VĂN AN");
	expect("Tra\xe0n Le\xe2 \xd1"
	       "a\xebng",
		"Trần Lê Đặng");
	expect("Pha\xefm Th\xf2 H\xf6\xf4ng", "Phạm Thị Hương");
	expect("L\xf6\xf4ng D\xf6\xf4ng \xd1o\xe2", "Lương Dương Đô");
	expect("Huy\xf8nh Vu\xf5 Bu\xf8i Ly\xf9 My\xf5", "Huỳnh Vũ Bùi Lý Mỹ");
	expect("\xd1o\xe0ng Tha\xf9p, Tha\xf9p M\xf6\xf4\xf8i", "Đồng Tháp, Tháp Mười");
}

static void a_capital_may_have_the_mark_of_a_small_letter(void **state)
{
	(void)state;
	expect("A\xf9nh A\xd9nh A\xean \xd4\xfb", "Ánh Ánh Ăn Ở");
}

static void signs_of_windows_stay(void **state)
{
	(void)state;
	expect("a\t\"b\"\r\n", "a\t\"b\"\r\n");
	expect("\x93So\xe1 1\x94 \x96 25\xb0 \xab"
	       "a\xbb\xa0",
		"“Số 1” – 25° «a»\u00a0");
}

static void marks_without_their_letter_are_replaced(void **state)
{
	struct buf out = {0};

	(void)state;
	assert_false(vni_decode(&out, "b\xf9\x81 \xea", 5));
	assert_string_equal(buf_text(&out), "b\ufffd\ufffd \ufffd");
	buf_clear(&out);
	assert_true(vni_decode(&out, "", 0));
	assert_true(vni_decode(&out, "a\xf9", 1));
	assert_string_equal(buf_text(&out), "a");
	buf_release(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_small_letter_is_known),
		cmocka_unit_test(every_capital_is_known),
		cmocka_unit_test(names_are_read),
		cmocka_unit_test(a_capital_may_have_the_mark_of_a_small_letter),
		cmocka_unit_test(signs_of_windows_stay),
		cmocka_unit_test(marks_without_their_letter_are_replaced),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
