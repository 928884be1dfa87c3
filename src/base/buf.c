#include "base/buf.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/err.h"

#define FIRST_ROOM 8 /* elements of an array */

void *memory_get(size_t size)
{
	return memory_resize(NULL, size);
}

void *memory_zeroed(size_t size)
{
	void *memory = calloc(1, size ? size : 1);

	if (memory == NULL)
		memory_failed();
	return memory;
}

void *memory_resize(void *old, size_t size)
{
	void *memory = realloc(old, size ? size : 1);

	if (memory == NULL)
		memory_failed();
	return memory;
}

void *memory_grow(void *array, size_t count, size_t *room, size_t size)
{
	if (count < *room)
		return array;
	*room = *room ? 2 * *room : FIRST_ROOM;
	if (*room > SIZE_MAX / 2 / size)
		memory_failed();
	return memory_resize(array, *room * size);
}

char *memory_text(const char *text, size_t len)
{
	char *copy = memory_get(len + 1);

	memcpy(copy, text, len);
	copy[len] = '\0';
	return copy;
}

void buf_reserve(struct buf *buf, size_t n)
{
	size_t cap = buf->cap ? buf->cap : 64;

	if (n < buf->cap - buf->len)
		return;
	if (n >= SIZE_MAX / 2 - buf->len)
		memory_failed();
	while (cap <= buf->len + n)
		cap *= 2;
	buf->data = memory_resize(buf->data, cap);
	buf->cap = cap;
}

void buf_add(struct buf *buf, const char *data, size_t n)
{
	buf_reserve(buf, n);
	if (n > 0)
		memcpy(buf->data + buf->len, data, n);
	buf->len += n;
	buf->data[buf->len] = '\0';
}

void buf_puts(struct buf *buf, const char *text)
{
	buf_add(buf, text, strlen(text));
}

void buf_putc(struct buf *buf, char c)
{
	buf_reserve(buf, 1);
	buf->data[buf->len++] = c;
	buf->data[buf->len] = '\0';
}

void buf_printf(struct buf *buf, const char *format, ...)
{
	va_list args, again;
	int n;

	va_start(args, format);
	va_copy(again, args);
	n = vsnprintf(NULL, 0, format, args);
	va_end(args);
	if (n < 0)
		memory_failed();
	buf_reserve(buf, (size_t)n);
	vsnprintf(buf->data + buf->len, (size_t)n + 1, format, again);
	va_end(again);
	buf->len += (size_t)n;
}

const char *buf_text(const struct buf *buf)
{
	return buf->data ? buf->data : "";
}

void buf_clear(struct buf *buf)
{
	buf->len = 0;
	if (buf->data)
		buf->data[0] = '\0';
}

void buf_release(struct buf *buf)
{
	free(buf->data);
	*buf = (struct buf){0};
}
