#include "record.h"

#include <stdlib.h>
#include <string.h>

#define KEPT_MEMORY (16u << 10)

static void empty(struct buf *buf)
{
	if (buf->cap > KEPT_MEMORY)
		buf_release(buf);
	else
		buf_clear(buf);
}

void record_clear(struct record *record)
{
	record->line = 0;
	memset(record->values, 0, sizeof record->values);
	empty(&record->text);
	empty(&record->raw);
}

struct record *record_new(void)
{
	struct record *record = memory_get(sizeof *record);

	*record = (struct record){0};
	return record;
}

void record_free(struct record *record)
{
	record_release(record);
	free(record);
}

void record_release(struct record *record)
{
	buf_release(&record->text);
	buf_release(&record->raw);
}

void record_set_number(struct record *record, size_t field, int64_t number)
{
	record->values[field] = (struct value){.filled = true, .number = number};
}

void record_set_text(struct record *record, size_t field, const char *text, size_t len)
{
	record->values[field] = (struct value){.text = (uint32_t)record->text.len,
		.len = (uint32_t)len,
		.filled = true,
		.is_text = true};
	buf_add(&record->text, text, len);
	buf_putc(&record->text, '\0');
}

const char *record_text(const struct record *record, size_t field)
{
	return record->text.data + record->values[field].text;
}

void record_copy_value(struct record *to, const struct record *from, size_t field)
{
	const struct value *value = &from->values[field];

	if (value->filled && value->is_text)
		record_set_text(to, field, record_text(from, field), value->len);
	else
		to->values[field] = *value;
}

bool record_same_value(const struct record *a, const struct record *b, size_t field)
{
	const struct value *x = &a->values[field], *y = &b->values[field];

	if (x->filled != y->filled || x->is_text != y->is_text)
		return false;
	if (!x->filled)
		return true;
	return x->is_text ? x->len == y->len && memcmp(record_text(a, field), record_text(b, field),
							x->len) == 0
			  : x->number == y->number;
}

/* Bytes of a packed record: line, which values are filled, which are text, then each filled value: a
 * number, or the length and the bytes of a text; then the raw row. */

static void put(struct buf *out, const void *data, size_t size)
{
	buf_add(out, data, size);
}

static void put_text(struct buf *out, const char *text, size_t len)
{
	uint32_t length = (uint32_t)len;

	put(out, &length, sizeof length);
	put(out, text, len);
}

void record_pack(struct buf *out, const struct record *record)
{
	uint32_t filled = 0, texts = 0;
	size_t i;

	for (i = 0; i < RECORD_FIELDS; i++) {
		filled |= (uint32_t)record->values[i].filled << i;
		texts |= (uint32_t)record->values[i].is_text << i;
	}
	put(out, &record->line, sizeof record->line);
	put(out, &filled, sizeof filled);
	put(out, &texts, sizeof texts);
	for (i = 0; i < RECORD_FIELDS; i++) {
		const struct value *value = &record->values[i];

		if (!value->filled)
			continue;
		if (value->is_text)
			put_text(out, record_text(record, i), value->len);
		else
			put(out, &value->number, sizeof value->number);
	}
	put_text(out, buf_text(&record->raw), record->raw.len);
}

static const char *take(const char *data, void *to, size_t size)
{
	memcpy(to, data, size);
	return data + size;
}

void record_unpack(struct record *record, const char *data)
{
	uint32_t filled, texts, length;
	int64_t number;
	size_t i;

	record_clear(record);
	data = take(data, &record->line, sizeof record->line);
	data = take(data, &filled, sizeof filled);
	data = take(data, &texts, sizeof texts);
	for (i = 0; i < RECORD_FIELDS; i++) {
		if (!(filled >> i & 1))
			continue;
		if (texts >> i & 1) {
			data = take(data, &length, sizeof length);
			record_set_text(record, i, data, length);
			data += length;
		} else {
			data = take(data, &number, sizeof number);
			record_set_number(record, i, number);
		}
	}
	data = take(data, &length, sizeof length);
	buf_add(&record->raw, data, length);
}
