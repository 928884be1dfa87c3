#include "support.h"

#include "base/text.h"

#define SIZE(array) (sizeof(array) / sizeof(array)[0])

static void expect_clean(const char *text, const char *expected)
{
	struct buf out = {0};

	text_clean(&out, text, strlen(text));
	assert_string_equal(buf_text(&out), expected);
	buf_release(&out);
}

static void expect_fold(const char *text, const char *expected)
{
	struct buf out = {0};

	text_fold(&out, text, strlen(text));
	assert_string_equal(buf_text(&out), expected);
	buf_release(&out);
}

static void expect_visible(const char *text, size_t len, const char *expected)
{
	struct buf out = {0};

	text_visible(&out, text, len);
	assert_string_equal(buf_text(&out), expected);
	buf_release(&out);
}

/* --- cutting ---------------------------------------------------------------------------------- */

static void the_first_characters_are_whole(void **state)
{
	static const char text[] = "aữ€😀b"; /* of 1, 3, 3, 4 and 1 bytes */
	static const size_t bytes[] = {0, 1, 4, 7, 11, 12, 12};

	(void)state;
	for (size_t n = 0; n < SIZE(bytes); n++)
		assert_int_equal(text_first(text, strlen(text), n), bytes[n]);
	assert_int_equal(text_first(text, strlen(text), SIZE_MAX), 12);
	assert_int_equal(text_first(text, 0, 3), 0);
	/* a mark that combines is a character of its own */
	assert_int_equal(text_first("a\xcc\x81z", 4, 1), 1);
}

static void characters_that_are_no_utf_8_have_an_end_too(void **state)
{
	char tails[100];

	(void)state;
	memset(tails, '\x80', sizeof tails);
	assert_int_equal(text_first(tails, sizeof tails, 1), 4);
	assert_int_equal(text_first(tails, sizeof tails, 24), 96);
	assert_int_equal(text_first(tails, sizeof tails, 25), 100);
	assert_int_equal(text_first(tails, sizeof tails, 26), 100);
}

static void a_text_is_cut_before_a_character(void **state)
{
	static const char text[] = "aữ€😀b";
	static const size_t bytes[] = {0, 1, 1, 1, 4, 4, 4, 7, 7, 7, 7, 11, 12, 12};

	(void)state;
	for (size_t most = 0; most < SIZE(bytes); most++)
		assert_int_equal(text_cut(text, strlen(text), most), bytes[most]);
	assert_int_equal(text_cut("", 0, 0), 0);
}

/* --- validity --------------------------------------------------------------------------------- */

static void well_formed_text_is_valid(void **state)
{
	(void)state;
	assert_true(text_valid("", 0));
	assert_true(text_valid("a\0b", 3));
	assert_true(text_valid("Nguyễn Văn An", strlen("Nguyễn Văn An")));
	assert_true(text_valid("\x7f\xc2\x80\xdf\xbf\xe0\xa0\x80\xed\x9f\xbf\xee\x80\x80", 14));
	assert_true(text_valid("\xf0\x90\x80\x80\xf4\x8f\xbf\xbf", 8));
}

static void ill_formed_text_is_not_valid(void **state)
{
	static const char *const wrong[] = {"\x80", "\xbf", "\xc0\x80", "\xc1\xbf", "\xc3", "\xc3(",
		"\xe0\x9f\xbf", "\xed\xa0\x80", "\xed\xbf\xbf", "\xe1\xba", "\xe1\xba(",
		"\xf0\x8f\xbf\xbf", "\xf4\x90\x80\x80", "\xf5\x80\x80\x80", "\xf0\x90\x80", "\xff",
		"\xfe"};

	(void)state;
	for (size_t i = 0; i < SIZE(wrong); i++)
		assert_false(text_valid(wrong[i], strlen(wrong[i])));
}

static void an_invalid_byte_is_found_at_every_distance(void **state)
{
	char text[40];

	(void)state;
	for (size_t i = 0; i < sizeof text; i++) {
		memset(text, 'a', sizeof text);
		text[i] = '\xff';
		assert_int_equal(text_valid_prefix(text, sizeof text), i);
	}
}

static void next_reads_code_points_and_never_beyond_the_end(void **state)
{
	uint32_t code;

	(void)state;
	assert_int_equal(text_next("A", 1, &code), 1);
	assert_int_equal(code, 'A');
	assert_int_equal(text_next("đ", 2, &code), 2);
	assert_int_equal(code, 0x111);
	assert_int_equal(text_next("ệ", 3, &code), 3);
	assert_int_equal(code, 0x1ec7);
	assert_int_equal(text_next("\xf0\x9f\x98\x80", 4, &code), 4);
	assert_int_equal(code, 0x1f600);
	assert_int_equal(text_next("ệ", 2, &code), 1);
	assert_int_equal(code, 0xfffd);
}

static void characters_are_code_points(void **state)
{
	(void)state;
	assert_int_equal(text_characters("", 0), 0);
	assert_int_equal(text_characters("Nguyễn", strlen("Nguyễn")), 6);
	assert_int_equal(text_characters("e\u0323\u0302", 5), 3);
}

/* --- as it is stored -------------------------------------------------------------------------- */

static void clean_text_stays(void **state)
{
	(void)state;
	expect_clean("Nguyễn Văn An", "Nguyễn Văn An");
	expect_clean("a", "a");
	expect_clean("", "");
	expect_clean("\xf0\x9f\x98\x80 中", "\xf0\x9f\x98\x80 中");
}

static void blanks_are_trimmed_and_squeezed(void **state)
{
	(void)state;
	expect_clean(" a", "a");
	expect_clean("a ", "a");
	expect_clean("a  b", "a b");
	expect_clean("\t a \r\n\t b\n", "a b");
	expect_clean("\u00a0Chi bộ\u00a0\u202f1\u3000", "Chi bộ 1");
	expect_clean("a\u2028b\u2029c\xc2\x85"
		     "d",
		"a b c d");
	expect_clean("   ", "");
	expect_clean("\u00a0", "");
}

static void what_has_no_width_is_removed(void **state)
{
	(void)state;
	expect_clean("\ufeffmã", "mã");
	expect_clean("Ng\u200bu\u200cy\u200dễ\u2060n", "Nguyễn");
	expect_clean("đảng\u00ad viên", "đảng viên");
	expect_clean("a \u200b b", "a b");
	expect_clean("\u200b", "");
	/* When it is removed, letter and mark are next to each other. */
	expect_clean("e\u200b\u0301", "é");
}

static void decomposed_letters_are_composed(void **state)
{
	(void)state;
	expect_clean("e\u0323\u0302", "ệ");
	expect_clean("e\u0302\u0323", "ệ");
	expect_clean("ê\u0323", "ệ");
	expect_clean("u\u031b\u0301", "ứ");
	expect_clean("Nguye\u0302\u0303n Va\u0306n A\u0301nh", "Nguyễn Văn Ánh");
}

static void cleaning_appends_and_cleans_once(void **state)
{
	struct buf out = {0};

	(void)state;
	buf_puts(&out, "x");
	text_clean(&out, " e\u0323\u0302  a ", 9);
	assert_string_equal(buf_text(&out), "xệ a");
	text_clean(&out, "b", 1);
	assert_string_equal(buf_text(&out), "xệ ab");
	buf_release(&out);
}

static void eth_is_mended_to_d_with_stroke(void **state)
{
	char text[] = "Ðảng Ã ðoàn Ð";

	(void)state;
	text_mend_d(text);
	assert_string_equal(text, "Đảng Ã đoàn Đ");
}

/* --- as it is matched ------------------------------------------------------------------------- */

static void folding_forgets_case_marks_and_underscores(void **state)
{
	(void)state;
	expect_fold("Mã_đơn  vị", "ma don vi");
	expect_fold("MA DON VI", "ma don vi");
	expect_fold(" _Ðảng\u00a0\nviên_ ", "dang vien");
	expect_fold("ĐẢNG ðoàn", "dang doan");
	expect_fold("lý luận", "ly luan");
	expect_fold("lí luận", "li luan");
	expect_fold("\ufeffunit", "unit");
	expect_fold("KH41 (2021-2025)", "kh41 (2021-2025)");
	expect_fold("", "");
}

static void every_vietnamese_letter_folds_to_its_base(void **state)
{
	expect_fold("aàảãáạăằẳẵắặâầẩẫấậ", "aaaaaaaaaaaaaaaaaa");
	expect_fold("AÀẢÃÁẠĂẰẲẴẮẶÂẦẨẪẤẬ", "aaaaaaaaaaaaaaaaaa");
	expect_fold("eèẻẽéẹêềểễếệ", "eeeeeeeeeeee");
	expect_fold("EÈẺẼÉẸÊỀỂỄẾỆ", "eeeeeeeeeeee");
	expect_fold("iìỉĩíịyỳỷỹýỵ", "iiiiiiyyyyyy");
	expect_fold("IÌỈĨÍỊYỲỶỸÝỴ", "iiiiiiyyyyyy");
	expect_fold("oòỏõóọôồổỗốộơờởỡớợ", "oooooooooooooooooo");
	expect_fold("OÒỎÕÓỌÔỒỔỖỐỘƠỜỞỠỚỢ", "oooooooooooooooooo");
	expect_fold("uùủũúụưừửữứự", "uuuuuuuuuuuu");
	expect_fold("UÙỦŨÚỤƯỪỬỮỨỰ", "uuuuuuuuuuuu");
	expect_fold("đĐ", "dd");
	(void)state;
}

static void decomposed_text_folds_like_composed(void **state)
{
	(void)state;
	expect_fold("Ma\u0303 đo\u031bn vi\u0323", "ma don vi");
	expect_fold("e\u0323\u0302", "e");
	/* A mark without a letter leaves nothing, not even the blank before it. */
	expect_fold("a \u0301 b", "a b");
	expect_fold("a \u0301", "a");
	expect_fold("\u0301", "");
}

static void foreign_letters_fold_too(void **state)
{
	(void)state;
	expect_fold("Çà Ñü", "ca nu");
	expect_fold("ΑΒΓ", "αβγ");
	expect_fold("中文", "中文");
}

static void distance_counts_single_letters_of_the_folded_words(void **state)
{
	(void)state;
	assert_int_equal(text_distance("Họ và tên", "ho va ten"), 0);
	assert_int_equal(text_distance("", ""), 0);
	assert_int_equal(text_distance("", "abc"), 3);
	assert_int_equal(text_distance("abc", ""), 3);
	assert_int_equal(text_distance("report", "reprot"), 2);
	assert_int_equal(text_distance("kitten", "sitting"), 3);
	assert_int_equal(text_distance("đảng", "dan"), 1);
}

/* --- as it is sorted -------------------------------------------------------------------------- */

static void expect_order(
	void (*make)(struct buf *, const char *, size_t), const char *const *texts, size_t count)
{
	for (size_t i = 0; i + 1 < count; i++) {
		struct buf before = {0}, after = {0};

		make(&before, texts[i], strlen(texts[i]));
		make(&after, texts[i + 1], strlen(texts[i + 1]));
		if (strcmp(buf_text(&before), buf_text(&after)) >= 0)
			fail_msg("%s does not come before %s", texts[i], texts[i + 1]);
		assert_int_equal(strlen(buf_text(&before)), before.len);
		buf_release(&before);
		buf_release(&after);
	}
}

static void letters_come_in_the_vietnamese_order(void **state)
{
	static const char *const order[] = {"a", "ă", "â", "b", "c", "d", "đ", "e", "ê", "f", "g",
		"h", "i", "j", "k", "l", "m", "n", "o", "ô", "ơ", "p", "q", "r", "s", "t", "u", "ư",
		"v", "w", "x", "y", "z"};
	static const char *const names[] = {"An", "Anh", "Ánh", "Ăn", "Âu", "Chi", "Dung", "Đông",
		"Em", "Ên", "Oanh", "Ô", "Ơn", "Ư"};

	(void)state;
	expect_order(text_sort_key, order, SIZE(order));
	expect_order(text_sort_key, names, SIZE(names));
}

static void tones_part_words_of_the_same_letters(void **state)
{
	static const char *const order[] = {
		"ma", "mà", "mả", "mã", "má", "mạ", "mai", "mă", "mằ", "mâ", "mậ"};
	static const char *const place[] = {"hoa", "hoà", "hòa", "hoả", "hóa", "họa"};

	(void)state;
	expect_order(text_sort_key, order, SIZE(order));
	expect_order(text_sort_key, place, SIZE(place));
}

static void case_parts_equal_words_and_small_comes_first(void **state)
{
	static const char *const order[] = {"an", "aN", "An", "AN", "án", "Án"};

	(void)state;
	expect_order(text_sort_key, order, SIZE(order));
}

static void signs_come_before_digits_before_letters_before_scripts(void **state)
{
	static const char *const order[] = {"", "-", "0", "1", "10", "2", "9", "a", "ü", "z", "中"};
	static const char *const foreign[] = {"u", "ụ", "ü", "ub", "ư"};

	(void)state;
	expect_order(text_sort_key, order, SIZE(order));
	expect_order(text_sort_key, foreign, SIZE(foreign));
}

static void a_word_counts_whole_before_the_next(void **state)
{
	static const char *const order[] = {"Mỹ", "Mỹ An", "Mỹ Đông", "Mỹ Hòa", "Mỹ Quý", "Mỹa"};

	(void)state;
	expect_order(text_sort_key, order, SIZE(order));
}

static void names_go_by_given_then_family_then_middle_name(void **state)
{
	static const char *const order[] = {"An", "Lê An", "Lê Thị An", "Lê Văn An", "Nguyễn An",
		"Nguyễn Văn An", "Trần Thị Anh", "Đỗ Văn Ánh", "Nguyễn Văn Ăn", "Bùi Thị Âu",
		"Lê Văn Dũng", "Bùi Văn Đức"};

	(void)state;
	expect_order(text_name_key, order, SIZE(order));
}

static void keys_stand_any_bytes(void **state)
{
	struct buf key = {0};

	(void)state;
	text_name_key(&key, "", 0);
	text_name_key(&key, "   ", 3);
	assert_int_equal(key.len, 0);
	text_name_key(&key, "\xff\xc3 \xe1\xba", 5);
	assert_true(key.len > 0);
	buf_release(&key);
}

/* --- as it is shown --------------------------------------------------------------------------- */

static void control_characters_are_made_visible(void **state)
{
	(void)state;
	expect_visible("Đảng bộ \"x\"", strlen("Đảng bộ \"x\""), "Đảng bộ \"x\"");
	expect_visible("a\nb\r\tc", 6, "a\\nb\\x0d\\x09c");
	expect_visible("\x1b[31m\x7f\0", 7, "\\x1b[31m\\x7f\\x00");
	expect_visible("\xc2\x9b\xc2\x80", 4, "\\u009b\\u0080");
	expect_visible("a\u202eb\u2066c\u2028", 12, "a\\u202eb\\u2066c\\u2028");
}

static void invalid_bytes_are_made_visible(void **state)
{
	(void)state;
	expect_visible("Nguy\xd4n", 6, "Nguy\\xd4n");
	expect_visible("\xe1\xba", 2, "\\xe1\\xba");
	expect_visible("\xef\xbf\xbd", 3, "\xef\xbf\xbd");
}

/* --- damage ----------------------------------------------------------------------------------- */

static void damaged_text_is_seen(void **state)
{
	static const char *const damaged[] = {"Nguy\ufffdn", "Nguy?n", "Tr?n Th? B", "Ð?ng b?",
		"đ?ng", "V¨n", "NguyÔn V¨n An", "NguyÔn", "TrÇn", "ThÞ", "Lª", "Hµ", "§µng", "§ç",
		"®¶ng viªn", "®oµn", "C«ng nh©n", "x·", "c¸n bé", "B×nh", "D\u00ad¬ng", "D¬ng",
		"H÷u", "NGUY£N", "Chi bé §«ng"};

	(void)state;
	for (size_t i = 0; i < SIZE(damaged); i++)
		if (!text_is_lossy(damaged[i], strlen(damaged[i])))
			fail_msg("%s passes", damaged[i]);
}

static void natural_text_is_not_damaged(void **state)
{
	static const char *const natural[] = {"", "Nguyễn Văn An", "NGUYỄN THỊ ÁNH", "Ðảng bộ xã",
		"Ở đâu?", "Vì sao? Không rõ", "?", "«Chi bộ»", "Chi bộ «Hoa Sen»", "“Hoa Sen”",
		"Hoa Sen® loại 1", "A · B", "· Ấp 1", "© 2022", "25 °C", "m²", "5 µm", "§ 5", "§5",
		"Élève à Besançon, façade, Noël", "Müller", "ĐẢng viên", "2 × 3", "1½", "Ê Ban",
		"Y Ngông Niê Kđăm", "H'Hen", "Hoà Bình", "Chi bộ¹", "100 £", "đảng\u00adviên",
		"e\u0323\u0302"};

	(void)state;
	for (size_t i = 0; i < SIZE(natural); i++)
		if (text_is_lossy(natural[i], strlen(natural[i])))
			fail_msg("%s is refused", natural[i]);
}

/* Three characters, with this code point (up to U+FFFF) in the middle. */
static void write_between(char out[8], unsigned code)
{
	char *p = out;

	*p++ = 'o';
	if (code < 0x80) {
		*p++ = (char)code;
	} else {
		if (code < 0x800) {
			*p++ = (char)(0xc0 | code >> 6);
		} else {
			*p++ = (char)(0xe0 | code >> 12);
			*p++ = (char)(0x80 | (code >> 6 & 0x3f));
		}
		*p++ = (char)(0x80 | (code & 0x3f));
	}
	strcpy(p, "o");
}

static void plain_text_needs_no_cleaning(void **state)
{
	char text[8], mended[8], blank[10];
	size_t plain = 0;

	(void)state;
	for (unsigned code = 1; code <= 0xffff; code++) {
		write_between(text, code);
		if (!text_is_plain(text, strlen(text)))
			continue;
		plain++;
		assert_false(text_is_lossy(text, strlen(text)));
		assert_null(strchr(text, '?'));
		strcpy(mended, text);
		text_mend_d(mended);
		assert_string_equal(mended, text);
		snprintf(blank, sizeof blank, " %s",
			text); /* a blank at the end is not plain, so all tests are made */
		expect_clean(blank, text);
	}
	assert_true(plain > 500);
}

static void what_needs_cleaning_is_not_plain(void **state)
{
	static const char *const plain[] = {"Nguyễn Văn Tâm", "a", "a b c", "1980-02-03"};
	static const char *const others[] = {"", " ", " a", "a ", "a  b", "a\tb", "a\u00a0b", "a?",
		"Ðông", "ðông", "NguyÔn", "o\u0301", "a\u200b", "a\x7f", "\xc4", "\xe1\xba"};

	(void)state;
	for (size_t i = 0; i < SIZE(plain); i++)
		assert_true(text_is_plain(plain[i], strlen(plain[i])));
	for (size_t i = 0; i < SIZE(others); i++)
		assert_false(text_is_plain(others[i], strlen(others[i])));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_first_characters_are_whole),
		cmocka_unit_test(characters_that_are_no_utf_8_have_an_end_too),
		cmocka_unit_test(a_text_is_cut_before_a_character),
		cmocka_unit_test(well_formed_text_is_valid),
		cmocka_unit_test(ill_formed_text_is_not_valid),
		cmocka_unit_test(an_invalid_byte_is_found_at_every_distance),
		cmocka_unit_test(next_reads_code_points_and_never_beyond_the_end),
		cmocka_unit_test(characters_are_code_points),
		cmocka_unit_test(clean_text_stays),
		cmocka_unit_test(blanks_are_trimmed_and_squeezed),
		cmocka_unit_test(what_has_no_width_is_removed),
		cmocka_unit_test(decomposed_letters_are_composed),
		cmocka_unit_test(cleaning_appends_and_cleans_once),
		cmocka_unit_test(eth_is_mended_to_d_with_stroke),
		cmocka_unit_test(folding_forgets_case_marks_and_underscores),
		cmocka_unit_test(every_vietnamese_letter_folds_to_its_base),
		cmocka_unit_test(decomposed_text_folds_like_composed),
		cmocka_unit_test(foreign_letters_fold_too),
		cmocka_unit_test(distance_counts_single_letters_of_the_folded_words),
		cmocka_unit_test(letters_come_in_the_vietnamese_order),
		cmocka_unit_test(tones_part_words_of_the_same_letters),
		cmocka_unit_test(case_parts_equal_words_and_small_comes_first),
		cmocka_unit_test(signs_come_before_digits_before_letters_before_scripts),
		cmocka_unit_test(a_word_counts_whole_before_the_next),
		cmocka_unit_test(names_go_by_given_then_family_then_middle_name),
		cmocka_unit_test(keys_stand_any_bytes),
		cmocka_unit_test(control_characters_are_made_visible),
		cmocka_unit_test(invalid_bytes_are_made_visible),
		cmocka_unit_test(damaged_text_is_seen),
		cmocka_unit_test(natural_text_is_not_damaged),
		cmocka_unit_test(plain_text_needs_no_cleaning),
		cmocka_unit_test(what_needs_cleaning_is_not_plain),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
