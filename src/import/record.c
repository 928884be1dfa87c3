#include "import/record.h"

#include <stdlib.h>
#include <string.h>

#define KEPT_MEMORY (2u << 10) /* bytes that a buffer may keep: there are thousands of records */

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

/* The beginning of a packed record. After it come the numbers, the lengths of the texts, the texts,
 * each with its NUL, and the raw row. */
struct packed {
	long line;
	uint32_t filled, texts; /* a bit for each field */
	uint32_t text_len, raw_len;
};

static struct packed packed_of(const struct record *record)
{
	struct packed packed = {.line = record->line, .raw_len = (uint32_t)record->raw.len};
	size_t i;

	for (i = 0; i < RECORD_FIELDS; i++) {
		const struct value *value = &record->values[i];

		packed.filled |= (uint32_t)value->filled << i;
		packed.texts |= (uint32_t)value->is_text << i;
		packed.text_len += value->is_text ? value->len + 1 : 0;
	}
	return packed;
}

static char *put(char *to, const void *data, size_t size)
{
	memcpy(to, data, size);
	return to + size;
}

void record_pack(struct buf *out, const struct record *record)
{
	const struct packed packed = packed_of(record);
	const struct value *values = record->values;
	char *to;
	size_t i;

	buf_reserve(out, sizeof packed + sizeof record->values + packed.text_len + packed.raw_len);
	to = put(out->data + out->len, &packed, sizeof packed);
	for (i = 0; i < RECORD_FIELDS; i++)
		if (values[i].filled && !values[i].is_text)
			to = put(to, &values[i].number, sizeof values[i].number);
	for (i = 0; i < RECORD_FIELDS; i++)
		if (values[i].is_text)
			to = put(to, &values[i].len, sizeof values[i].len);
	for (i = 0; i < RECORD_FIELDS; i++)
		if (values[i].is_text)
			to = put(to, record_text(record, i), values[i].len + 1);
	to = put(to, buf_text(&record->raw), packed.raw_len);
	out->len = (size_t)(to - out->data);
	*to = '\0';
}

static const char *take(const char *data, void *to, size_t size)
{
	memcpy(to, data, size);
	return data + size;
}

void record_unpack(struct record *record, const char *data)
{
	struct packed packed;
	uint32_t text = 0;
	size_t i;

	record_clear(record);
	data = take(data, &packed, sizeof packed);
	record->line = packed.line;
	for (i = 0; i < RECORD_FIELDS; i++) {
		struct value *value = &record->values[i];

		value->filled = packed.filled >> i & 1;
		value->is_text = packed.texts >> i & 1;
		if (value->filled && !value->is_text)
			data = take(data, &value->number, sizeof value->number);
	}
	for (i = 0; i < RECORD_FIELDS; i++) {
		struct value *value = &record->values[i];

		if (!value->is_text)
			continue;
		data = take(data, &value->len, sizeof value->len);
		value->text = text;
		text += value->len + 1;
	}
	buf_add(&record->text, data, packed.text_len);
	buf_add(&record->raw, data + packed.text_len, packed.raw_len);
}
