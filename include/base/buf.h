/*
 * buf - a growable byte string, the only place that grows memory.
 *
 * `data` is always NUL-terminated once anything was added (len does not count the NUL); bytes inside
 * may be anything. A zeroed struct is an empty buffer. Running out of memory ends the program
 * (memory_failed), so no caller tests for it.
 */
#ifndef MEMBERSTAT_BUF_H
#define MEMBERSTAT_BUF_H

#include <stddef.h>

struct buf {
	char *data;
	size_t len, cap;
};

/* Makes room for n more bytes and the NUL. */
void buf_reserve(struct buf *buf, size_t n);
void buf_add(struct buf *buf, const char *data, size_t n);
void buf_puts(struct buf *buf, const char *text);
void buf_putc(struct buf *buf, char c);
void buf_printf(struct buf *buf, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* The text, never NULL: "" for a buffer to which nothing was added. Borrowed until the next change. */
const char *buf_text(const struct buf *buf);
/* Empties it and keeps the memory. */
void buf_clear(struct buf *buf);
/* Frees the memory; the buffer may be used again. */
void buf_release(struct buf *buf);

/* malloc, calloc, realloc and strndup that end the program when there is no memory; the caller
 * frees what they give. Large zeroed memory costs nothing until it is used. */
void *memory_get(size_t size);
void *memory_zeroed(size_t size);
void *memory_resize(void *old, size_t size);
/* Makes room for one more in an array of `count` elements of this size, of which *room are allocated: it is
 * doubled when it is full. Gives the array, which may have moved. */
void *memory_grow(void *array, size_t count, size_t *room, size_t size);
char *memory_text(const char *text, size_t len);

#endif
