#include "support.h"

#include <errno.h>

#include "base/reason.h"

static void common_reasons_are_told_in_vietnamese(void **state)
{
	static const int common[] = {ENOENT, ENOTDIR, EISDIR, EACCES, EPERM, EEXIST, ENOSPC, EDQUOT,
		EROFS, EIO, EFBIG, ENAMETOOLONG, EMFILE, EBUSY, ENOMEM};

	(void)state;
	for (size_t i = 0; i < sizeof common / sizeof common[0]; i++) {
		assert_string_not_equal(reason_of(common[i], LANG_VI), strerror(common[i]));
		assert_string_equal(reason_of(common[i], LANG_EN), strerror(common[i]));
	}
	assert_string_equal(reason_of(ENOSPC, LANG_VI), "ổ đĩa hết chỗ");
}

static void rare_ones_are_told_as_the_system_has_them(void **state)
{
	(void)state;
	assert_string_equal(reason_of(ECHILD, LANG_VI), strerror(ECHILD));
	/* What the system says of an unknown number may be gone with the next question. */
	assert_non_null(strstr(reason_of(99999, LANG_VI), "99999"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(common_reasons_are_told_in_vietnamese),
		cmocka_unit_test(rare_ones_are_told_as_the_system_has_them),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
