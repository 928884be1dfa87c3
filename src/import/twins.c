#include "import/twins.h"

#include <stdlib.h>
#include <string.h>

#include "base/code_key.h"
#include "base/text.h"

#define LONGEST 128        /* characters of a code */
#define MEMORY  (1u << 20) /* bytes of each sorter */

/* The shapes of the codes whose keys have one length. */
struct shapes {
	bool used, several;
	uint64_t shape; /* the first one */
};

struct twins {
	struct shapes shapes[2][LONGEST + 1]; /* of codes of digits alone, and of all others */
	bool possible;
	/* Codes of the file that are twins of earlier ones, in their order, each with the other one. */
	struct sorter *found;
	struct buf code, other; /* the next of them; no code when there is none left */
};

struct twins *twins_new(void)
{
	return memory_zeroed(sizeof(struct twins));
}

void twins_free(struct twins *twins)
{
	if (twins == NULL)
		return;
	sorter_free(twins->found);
	buf_release(&twins->code);
	buf_release(&twins->other);
	free(twins);
}

/* --- shapes -------------------------------------------------------------------------------------- */

static struct shapes *shapes_like(struct twins *twins, const struct code_shape *shape)
{
	size_t length = shape->length < LONGEST ? shape->length : LONGEST;

	return &twins->shapes[shape->digits][length];
}

void twins_note(struct twins *twins, const char *code, size_t len)
{
	struct code_shape shape;
	struct shapes *shapes;

	if (twins == NULL)
		return;
	shape = code_shape(code, len);
	shapes = shapes_like(twins, &shape);
	if (!shapes->used)
		*shapes = (struct shapes){.used = true, .shape = shape.shape};
	else if (shapes->shape != shape.shape)
		shapes->several = twins->possible = true;
}

bool twins_possible(const struct twins *twins)
{
	return twins && twins->possible;
}

/* --- twins within the file ----------------------------------------------------------------------- */

static void put_number(struct buf *out, uint64_t number)
{
	int shift;

	for (shift = 56; shift >= 0; shift -= 8)
		buf_putc(out, (char)(number >> shift & 0xff));
}

/* Enters a code with its first line, by key and line, if another code can have this key. */
static enum status enter_code(struct twins *twins, struct sorter *by_key, const struct buf *code,
	long line, struct error *error)
{
	struct code_shape shape = code_shape(buf_text(code), code->len);
	struct buf key = {0};
	enum status status = STATUS_DONE;

	if (shapes_like(twins, &shape)->several) {
		code_key(&key, buf_text(code), code->len);
		buf_putc(&key, '\0');
		put_number(&key, (uint64_t)line);
		status = sorter_put(by_key, &key, code, error);
	}
	buf_release(&key);
	return status;
}

/* Enters the codes of all sorted records; those of one code come together. */
static enum status enter_codes(struct import *import, struct sorter *by_key, struct error *error)
{
	struct record record = {0};
	struct buf code = {0};
	long line = 0;
	enum status status = STATUS_DONE, entered = STATUS_DONE;
	const char *data;
	size_t len;

	while (entered == STATUS_DONE && sorter_next(import->staged, &data, &len, &status, error)) {
		record_unpack(&record, data);
		if (line == 0 || strcmp(code.data, record_text(&record, 0)) != 0) {
			if (line > 0)
				entered = enter_code(import->twins, by_key, &code, line, error);
			buf_clear(&code);
			buf_puts(&code, record_text(&record, 0));
			line = record.line;
		} else if (record.line < line) {
			line = record.line;
		}
	}
	if (line > 0 && entered == STATUS_DONE && status == STATUS_DONE)
		entered = enter_code(import->twins, by_key, &code, line, error);
	record_release(&record);
	buf_release(&code);
	return entered == STATUS_DONE ? status : entered;
}

/* Of the codes of one key the first in the file stays, and the others are found. */
static enum status compare_codes(struct twins *twins, struct sorter *by_key, struct error *error)
{
	struct buf first = {0}, first_key = {0}, key = {0}, code = {0};
	enum status status = sorter_sort(by_key, error), put = status;
	const char *data;
	size_t len;

	while (put == STATUS_DONE && sorter_next(by_key, &data, &len, &status, error)) {
		buf_clear(&key);
		code_key(&key, data, len);
		if (first.len > 0 && strcmp(buf_text(&first_key), buf_text(&key)) == 0) {
			buf_clear(&code);
			buf_add(&code, data, len);
			buf_putc(&code, '\0');
			buf_add(&code, first.data, first.len + 1);
			put = sorter_put(twins->found, &code, &code, error);
			continue;
		}
		buf_clear(&first);
		buf_add(&first, data, len);
		buf_clear(&first_key);
		buf_add(&first_key, buf_text(&key), key.len);
	}
	buf_release(&first);
	buf_release(&first_key);
	buf_release(&key);
	buf_release(&code);
	return put == STATUS_DONE ? status : put;
}

/* Steps to the next code that was found. */
static enum status next_found(struct twins *twins, struct error *error)
{
	enum status status;
	const char *data;
	size_t len;

	buf_clear(&twins->code);
	buf_clear(&twins->other);
	if (sorter_next(twins->found, &data, &len, &status, error)) {
		buf_puts(&twins->code, data);
		buf_puts(&twins->other, data + twins->code.len + 1);
	}
	return status;
}

enum status twins_find(struct import *import, struct error *error)
{
	struct twins *twins = import->twins;
	struct sorter *by_key = sorter_new(MEMORY);
	enum status status = enter_codes(import, by_key, error);

	twins->found = sorter_new(MEMORY);
	if (status == STATUS_DONE)
		status = compare_codes(twins, by_key, error);
	sorter_free(by_key);
	if (status == STATUS_DONE)
		status = sorter_sort(twins->found, error);
	if (status == STATUS_DONE)
		status = next_found(twins, error);
	return status == STATUS_DONE ? sorter_sort(import->staged, error) : status;
}

/* Looks for the code among those found, which it comes by in order. */
static enum status find_in_file(
	struct twins *twins, const char *code, struct buf *other, struct error *error)
{
	enum status status = STATUS_DONE;

	if (twins->found == NULL)
		return STATUS_DONE;
	while (status == STATUS_DONE && twins->code.len > 0 && strcmp(twins->code.data, code) < 0)
		status = next_found(twins, error);
	if (status == STATUS_DONE && twins->code.len > 0 && strcmp(twins->code.data, code) == 0)
		buf_add(other, twins->other.data, twins->other.len);
	return status;
}

/* --- stored twins -------------------------------------------------------------------------------- */

enum status twins_stored(
	struct db *db, enum sql stored, const char *code, struct buf *other, struct error *error)
{
	struct db_rows rows = db_prepare(db, stored, NO_NUMBERS, error);
	struct buf key = {0};

	code_key(&key, code, strlen(code));
	if (rows.at) {
		sqlite3_bind_text(rows.at, 1, code, -1, SQLITE_STATIC);
		sqlite3_bind_text(rows.at, 2, buf_text(&key), (int)key.len, SQLITE_STATIC);
	}
	if (db_next(&rows) && sqlite3_column_type(rows.at, 0) != SQLITE_NULL)
		buf_puts(other, (const char *)sqlite3_column_text(rows.at, 0));
	buf_release(&key);
	return db_end(&rows);
}

/* --- telling ------------------------------------------------------------------------------------- */

static const char *without_zeros(const char *code)
{
	return code + strspn(code, "0");
}

static bool same_but_for_case(const char *a, const char *b)
{
	uint32_t x, y;

	while (*a && *b) {
		a += text_next(a, strlen(a), &x);
		b += text_next(b, strlen(b), &y);
		if (text_upper(x) != text_upper(y))
			return false;
	}
	return *a == *b;
}

void twins_difference(struct buf *out, const char *a, const char *b, enum lang lang)
{
	static const struct label words[] = {
		L("số 0 ở đầu", "leading zeros"),
		L("chữ hoa, chữ thường", "case"),
		L("chữ trông giống nhau", "letters that look alike"),
	};
	const char *x = without_zeros(a), *y = without_zeros(b);
	bool zeros = x - a != y - b, letters = strcmp(x, y) != 0;

	if (zeros)
		buf_puts(out, label_in(words[0], lang));
	if (zeros && letters)
		buf_puts(out, lang == LANG_VI ? " và " : " and ");
	if (letters)
		buf_puts(out, label_in(words[same_but_for_case(x, y) ? 1 : 2], lang));
}

enum status twins_check(
	struct import *import, const struct record *row, enum sql stored, struct error *error)
{
	const char *code = record_text(row, 0);
	struct buf other = {0}, difference = {0};
	enum status status;

	if (import->twins == NULL)
		return STATUS_DONE;
	twins_note(import->twins, code, row->values[0].len);
	if (import->first_load && import->twins->found == NULL)
		return STATUS_DONE;
	status = find_in_file(import->twins, code, &other, error);
	if (status == STATUS_DONE && other.len == 0 && !import->first_load)
		status = twins_stored(import->db, stored, code, &other, error);
	if (other.len > 0) {
		twins_difference(&difference, code, other.data, import->row.lang);
		findings_add(&import->row, row->line, import->roll->fields[0].name, FINDING_TWIN,
			code,
			"mã mới chỉ khác mã %s ở %s; hãy sửa mã (cột mã phải ở dạng văn bản), hoặc dùng "
			"--allow-twins nếu đúng là mã khác",
			"a new code that differs from %s only by %s; correct it (the column has to be "
			"formatted as text), or use --allow-twins if it is right",
			other.data, difference.data);
	}
	buf_release(&other);
	buf_release(&difference);
	return status;
}
