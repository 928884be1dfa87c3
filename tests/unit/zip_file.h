/*
 * zip_file - writes a ZIP of parts as they are, without compression, for tests of what reads it.
 */
#ifndef MEMBERSTAT_TEST_ZIP_FILE_H
#define MEMBERSTAT_TEST_ZIP_FILE_H

#include <stdint.h>
#include <string.h>

#include "base/buf.h"

struct zip_part {
	const char *name, *text;
};

static inline uint32_t zip_crc(const char *data, size_t len)
{
	uint32_t crc = 0xffffffff;

	for (size_t i = 0; i < len; i++) {
		crc ^= (unsigned char)data[i];
		for (int bit = 0; bit < 8; bit++)
			crc = crc >> 1 ^ (crc & 1 ? 0xedb88320 : 0);
	}
	return ~crc;
}

static inline void zip_number(struct buf *out, uint32_t number, int bytes)
{
	for (; bytes > 0; bytes--, number >>= 8)
		buf_putc(out, (char)(number & 0xff));
}

/* What stands before a part and again in the list of parts. */
static inline void zip_head(struct buf *out, const struct zip_part *part)
{
	size_t len = strlen(part->text);

	zip_number(out, 20, 2);
	zip_number(out, 0, 4); /* flags, stored */
	zip_number(out, 0x21 << 16, 4);
	zip_number(out, zip_crc(part->text, len), 4);
	zip_number(out, (uint32_t)len, 4);
	zip_number(out, (uint32_t)len, 4);
	zip_number(out, (uint32_t)strlen(part->name), 2);
	zip_number(out, 0, 2);
}

/* Appends the archive. */
static inline void zip_write(struct buf *out, const struct zip_part *parts, size_t count)
{
	struct buf list = {0};
	size_t i, start = out->len;

	for (i = 0; i < count; i++) {
		size_t at = out->len - start;

		buf_add(out, "PK\x03\x04", 4);
		zip_head(out, &parts[i]);
		buf_puts(out, parts[i].name);
		buf_puts(out, parts[i].text);
		buf_add(&list, "PK\x01\x02", 4);
		zip_number(&list, 20, 2);
		zip_head(&list, &parts[i]);
		zip_number(&list, 0, 2);
		zip_number(&list, 0, 4);
		zip_number(&list, 0, 4);
		zip_number(&list, (uint32_t)at, 4);
		buf_puts(&list, parts[i].name);
	}
	i = out->len - start;
	buf_add(out, buf_text(&list), list.len);
	buf_add(out, "PK\x05\x06", 4);
	zip_number(out, 0, 4);
	zip_number(out, (uint32_t)count, 2);
	zip_number(out, (uint32_t)count, 2);
	zip_number(out, (uint32_t)list.len, 4);
	zip_number(out, (uint32_t)i, 4);
	zip_number(out, 0, 2);
	buf_release(&list);
}

#endif
