#include "support.h"

#include <stdbool.h>

#include "base/buf.h"

static void an_array_grows_when_it_is_full(void **state)
{
	int *list = NULL, *before;
	size_t count, room = 0;

	(void)state;
	for (count = 0; count < 1000; count++) {
		bool full = count == room;

		before = list;
		list = memory_grow(list, count, &room, sizeof *list);
		assert_true(count < room);
		assert_true(full || list == before);
		list[count] = (int)count;
	}
	for (count = 0; count < 1000; count++)
		assert_int_equal(list[count], count);
	assert_true(room < 2000); /* it was doubled, no more */
	free(list);
}

static void an_array_that_was_emptied_keeps_its_room(void **state)
{
	size_t room = 0;
	char *list = memory_grow(NULL, 0, &room, 1), *again;

	(void)state;
	again = memory_grow(list, 0, &room, 1);
	assert_ptr_equal(again, list);
	again = memory_grow(list, room - 1, &room, 1);
	assert_ptr_equal(again, list);
	free(list);
}

static void a_buffer_is_a_text_at_any_moment(void **state)
{
	struct buf buf = {0};

	(void)state;
	assert_string_equal(buf_text(&buf), "");
	buf_puts(&buf, "một");
	buf_putc(&buf, ' ');
	buf_printf(&buf, "%d%s", 2, "x");
	buf_add(&buf, "yz", 1);
	assert_string_equal(buf_text(&buf), "một 2xy");
	assert_int_equal(buf.len, strlen("một 2xy"));
	buf_clear(&buf);
	assert_string_equal(buf_text(&buf), "");
	assert_int_equal(buf.len, 0);
	buf_add(&buf, "", 0);
	assert_string_equal(buf_text(&buf), "");
	buf_release(&buf);
	assert_null(buf.data);
}

/* The border of the memory of a new buffer, and one beyond. */
static void a_buffer_of_any_length_has_room_for_its_nul(void **state)
{
	(void)state;
	for (size_t len = 0; len < 300; len++) {
		struct buf buf = {0};

		for (size_t i = 0; i < len; i++)
			buf_putc(&buf, 'a');
		assert_int_equal(strlen(buf_text(&buf)), len);
		assert_true(len == 0 || buf.cap > len);
		buf_printf(&buf, "%0*d", (int)len + 1, 0);
		assert_int_equal(strlen(buf_text(&buf)), 2 * len + 1);
		buf_release(&buf);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_array_grows_when_it_is_full),
		cmocka_unit_test(an_array_that_was_emptied_keeps_its_room),
		cmocka_unit_test(a_buffer_is_a_text_at_any_moment),
		cmocka_unit_test(a_buffer_of_any_length_has_room_for_its_nul),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
