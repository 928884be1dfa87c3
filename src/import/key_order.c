#include "import/key_order.h"

#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "import/complete.h"
#include "import/row_reader.h"
#include "import/twins.h"
#include "store/units.h"

#define STAGE_MEMORY   (8u << 20)
#define GROUP_MAX      1000 /* stays of one member in a file; more must be a mistake */
#define PROGRESS_EVERY 8192

/* --- rows as they come from the file -------------------------------------------------------------- */

/* Finds out which fields are the key and which name units. */
static void choose_fields(struct import *import)
{
	size_t i;

	import->keys.count = import->naming.count = 0;
	for (i = 0; i < import->roll->count; i++) {
		if (import->roll->fields[i].flags & FIELD_KEY)
			import->keys.list[import->keys.count++] = i;
		if (import->roll->fields[i].type == FIELD_UNIT)
			import->naming.list[import->naming.count++] = i;
	}
}

/* Adds a finding: no such unit. It names the unit that may be meant, since spreadsheets drop the zeros of
 * a code. */
static enum status add_unknown_unit(
	struct import *import, const struct record *record, size_t index, struct error *error)
{
	const char *column = import->roll->fields[index].name, *code = record_text(record, index);
	struct buf twin = {0}, difference = {0};
	enum status status = twins_stored(import->db, SQL_STMT_UNIT_TWIN, code, &twin, error);

	if (twin.len > 0) {
		twins_difference(&difference, code, twin.data, import->row.lang);
		findings_add(&import->row, record->line, column, FINDING_UNKNOWN_UNIT, code,
			"không có đơn vị nào có mã này; mã %s chỉ khác ở %s: hãy sửa mã (cột mã phải ở dạng "
			"văn bản)",
			"no unit has this code; %s differs from it only by %s: correct the code (its "
			"column has to be formatted as text)",
			twin.data, difference.data);
	} else if (status == STATUS_DONE) {
		findings_add(&import->row, record->line, column, FINDING_UNKNOWN_UNIT, code,
			"không có đơn vị nào có mã hoặc tên này; hãy nhập danh sách đơn vị trước",
			"no unit has this code or name; import the units first");
	}
	buf_release(&twin);
	buf_release(&difference);
	return status;
}

/* Replaces the code or name of a unit in a cell by its id. */
static enum status find_unit(
	struct import *import, struct record *record, size_t index, struct error *error)
{
	const struct field *field = &import->roll->fields[index];
	struct unit_found found;

	if (unit_memo_find(import->units, import->db, record_text(record, index),
		    record->values[index].len, &found, error) != STATUS_DONE)
		return error_status(error);
	if (found.count == 0) {
		unknown_units_add(&import->unknown, record_text(record, index));
		return add_unknown_unit(import, record, index, error);
	}
	if (found.count > 1) {
		findings_add(&import->row, record->line, field->name, FINDING_AMBIGUOUS_UNIT,
			record_text(record, index), "nhiều đơn vị cùng tên (%s, %s%s); hãy dùng mã",
			"several units have this name (%s, %s%s); use the code", found.codes[0],
			found.codes[1], found.count > 2 ? ", …" : "");
	} else {
		record_set_number(record, index, found.id);
	}
	return STATUS_DONE;
}

/* Defaults that make the key: an empty unit of a plan is the root of its first day, a stay begins with the
 * admission, and a version of a unit holds from the beginning. */
static enum status complete_key(struct import *import, struct record *record, struct error *error)
{
	struct value *values = record->values;
	struct unit_found root;

	if (import->header.kind == ROLL_PLANS && !values[PLAN_UNIT].filled) {
		int from = values[PLAN_FROM].filled ? (int)values[PLAN_FROM].number : date_today();

		if (units_root(import->db, from, &root, error) != STATUS_DONE)
			return error_status(error);
		record_set_number(record, PLAN_UNIT, root.id);
	}
	if (import->header.kind == ROLL_MEMBERS && !values[MEMBER_JOINED_ON].filled)
		values[MEMBER_JOINED_ON] = values[MEMBER_ADMITTED_ON];
	if (import->header.kind == ROLL_UNITS && !values[UNIT_SINCE].filled)
		record_set_number(record, UNIT_SINCE, UNIT_SINCE_EVER);
	return STATUS_DONE;
}

/* Is there already a finding for this column? */
static bool has_finding(const struct import *import, const char *column)
{
	size_t i;

	for (i = 0; i < import->row.count; i++)
		if (import->row.list[i].column && strcmp(import->row.list[i].column, column) == 0)
			return true;
	return false;
}

static void require_key(struct import *import, const struct record *record)
{
	size_t k;

	for (k = 0; k < import->keys.count; k++) {
		size_t i = import->keys.list[k];
		/* A stay without joined_on lacks its admission. */
		bool stay = import->header.kind == ROLL_MEMBERS && i == MEMBER_JOINED_ON;
		size_t told = stay ? (size_t)MEMBER_ADMITTED_ON : i;

		if (!record->values[i].filled &&
			!has_finding(import, import->roll->fields[told].name))
			findings_add(&import->row, record->line, import->roll->fields[told].name,
				FINDING_REQUIRED, NULL, "thiếu giá trị bắt buộc",
				"a required value is missing");
	}
}

/* Finds the units and the key of a row. */
static enum status complete_row(struct import *import, struct record *record, struct error *error)
{
	size_t i;

	for (i = 0; i < import->naming.count; i++)
		if (record->values[import->naming.list[i]].is_text &&
			find_unit(import, record, import->naming.list[i], error) != STATUS_DONE)
			return error_status(error);
	if (complete_key(import, record, error) != STATUS_DONE)
		return error_status(error);
	require_key(import, record);
	return STATUS_DONE;
}

/* Makes the key by which records are sorted, as bytes: text ends with a NUL, numbers are written so
 * that their bytes compare as they do. */
static void make_key(const struct import *import, const struct record *record, struct buf *key)
{
	size_t k;
	int shift;

	buf_clear(key);
	for (k = 0; k < import->keys.count; k++) {
		size_t i = import->keys.list[k];
		const struct value *value = &record->values[i];
		uint64_t number;

		if (value->is_text) {
			buf_add(key, record_text(record, i), value->len + 1);
			continue;
		}
		number = (uint64_t)value->number + ((uint64_t)1 << 63);
		for (shift = 56; shift >= 0; shift -= 8)
			buf_putc(key, (char)(number >> shift & 0xff));
	}
}

/* --- records in key order, group by group -------------------------------------------------------- */

/* How many key fields, from the first on, are the same in both records? */
static size_t same_keys(const struct import *import, const struct record *a, const struct record *b)
{
	size_t k = 0;

	while (k < import->keys.count && record_same_value(a, b, import->keys.list[k]))
		k++;
	return k;
}

/* A row that has the same key as the one before it: skipped when it is the very same row, else
 * refused. */
static enum status take_repeat(struct import *import, const struct record *first,
	const struct record *again, struct error *error)
{
	if (import_same(import, first, again)) {
		import->counts.skipped++;
		return STATUS_DONE;
	}
	findings_add(&import->row, again->line, import->roll->fields[0].name, FINDING_DUPLICATE,
		import->roll->fields[0].type == FIELD_CODE ? record_text(again, 0) : NULL,
		"trùng khóa với dòng %ld nhưng giá trị khác; hãy giữ lại một dòng",
		"the same key as line %ld with other values; keep one of them", first->line);
	return import_refuse(import, again, error);
}

static enum status refuse_surplus(
	struct import *import, const struct record *record, struct error *error)
{
	findings_add(&import->row, record->line, import->roll->fields[0].name, FINDING_DUPLICATE,
		record_text(record, 0), "hơn %d dòng cùng một mã; hãy kiểm tra lại tệp",
		"more than %d rows of one code; check the file", GROUP_MAX);
	return import_refuse(import, record, error);
}

/* Records that go to the record store together. The record that was just read comes after them. */
struct group {
	struct record **records;
	size_t count, used;
};

static struct group group_new(void)
{
	return (struct group){memory_get((GROUP_MAX + 1) * sizeof(struct record *)), 0, 0};
}

static void group_release(struct group *group)
{
	size_t i;

	for (i = 0; i < group->used; i++)
		record_free(group->records[i]);
	free(group->records);
}

static void swap_records(struct record **a, struct record **b)
{
	struct record *moved = *a;

	*a = *b;
	*b = moved;
}

/* The slot after the group, for the next record. */
static struct record **group_place(struct group *group)
{
	if (group->count == group->used)
		group->records[group->used++] = record_new();
	return &group->records[group->count];
}

static enum status take_record(struct import *import, const struct record_store *store,
	struct group *group, struct error *error)
{
	struct record **last = &group->records[group->count];
	size_t same = group->count > 0 ? same_keys(import, last[-1], *last) : 0;
	enum status status;

	if (group->count > 0 && same == import->keys.count)
		return take_repeat(import, last[-1], *last, error);
	if (group->count == 0 || same >= store->group) {
		if (group->count == GROUP_MAX)
			return refuse_surplus(import, *last, error);
		group->count++;
		return STATUS_DONE;
	}
	status = store->take(import, group->records, group->count, error);
	swap_records(group->records, last);
	group->count = 1;
	return status;
}

static enum status end_group(struct import *import, const struct record_store *store,
	struct group *group, struct error *error)
{
	return group->count ? store->take(import, group->records, group->count, error)
			    : STATUS_DONE;
}

/* Where the rows of a file go: into the sorter or, for a file in key order, directly to the record
 * store. */
struct sink {
	/* May exchange the record for a different one. */
	enum status (*take)(struct sink *sink, struct import *import, struct record **record,
		struct error *error);
	const struct record_store *store;
	struct group group;
	struct buf key, packed;
	bool out_of_order;
};

static enum status sorted_record(
	struct sink *sink, struct import *import, struct record **record, struct error *error)
{
	if (import->twins)
		twins_note(import->twins, record_text(*record, 0), (*record)->values[0].len);
	make_key(import, *record, &sink->key);
	buf_clear(&sink->packed);
	record_pack(&sink->packed, *record);
	return sorter_put(import->staged, &sink->key, &sink->packed, error);
}

/* Does record a come after record b in key order (make_key)? */
static bool comes_after(const struct import *import, const struct record *a, const struct record *b)
{
	size_t k = same_keys(import, a, b), i;

	if (k == import->keys.count)
		return false;
	i = import->keys.list[k];
	return a->values[i].is_text ? strcmp(record_text(a, i), record_text(b, i)) > 0
				    : a->values[i].number > b->values[i].number;
}

static enum status stream_record(
	struct sink *sink, struct import *import, struct record **record, struct error *error)
{
	struct record **place = group_place(&sink->group);
	enum status status;

	if (sink->group.count > 0 && comes_after(import, place[-1], *record)) {
		sink->out_of_order = true;
		return STATUS_DONE;
	}
	swap_records(place, record);
	status = take_record(import, sink->store, &sink->group, error);
	sink->out_of_order = twins_possible(import->twins);
	return status;
}

/* The file is refused for what was found in a row: then nothing was read, as with any fault of the whole
 * file. The finding says why, so the error has no message. */
static enum status refuse_file(struct import *import, const struct row *row, struct error *error)
{
	findings_clear(&import->findings);
	equal_faults_release(&import->faults);
	findings_copy(&import->findings, &row->faults.list[0]);
	import->counts = (struct import_counts){0};
	error->message[0] = '\0';
	return error->status = STATUS_REJECTED;
}

static enum status take_row(
	struct import *import, struct sink *sink, struct row *row, struct error *error)
{
	struct findings none = import->row;

	import->counts.read++;
	if (import->options.progress && import->counts.read % PROGRESS_EVERY == 1)
		import->options.progress(import->options.context, row->done, row->all);
	if (row->refuses_file)
		return refuse_file(import, row, error);
	if (row->skipped) {
		import->counts.skipped++;
		return STATUS_DONE;
	}
	if (complete_note(import, row->record, error) != STATUS_DONE)
		return error_status(error);
	import->row = row->faults;
	row->faults = none;
	if (!row->broken && complete_row(import, row->record, error) != STATUS_DONE)
		return error_status(error);
	if (import->row.total > 0)
		return import_refuse(import, row->record, error);
	return sink->take(sink, import, &row->record, error);
}

static enum status read_file(struct import *import, struct sink *sink, struct error *error)
{
	struct row_reader *reader = row_reader_start(import->rows, &import->header,
		import->rejects != NULL, import->findings.lang, date_today());
	enum status status = STATUS_DONE;
	struct row *row;

	choose_fields(import);
	while (status == STATUS_DONE && !sink->out_of_order &&
		(row = row_reader_next(reader)) != NULL)
		status = take_row(import, sink, row, error);
	import->end = row_reader_stop(reader);
	buf_release(&sink->key);
	buf_release(&sink->packed);
	return status == STATUS_DONE ? rows_failed(import->rows, error) : status;
}

/* --- the two ways -------------------------------------------------------------------------------- */

static bool asks_for_twins(const struct import *import, const struct record_store *store)
{
	return store->twins && !import->options.allow_twins;
}

enum status import_stream(struct import *import, const struct record_store *store, bool *in_order,
	struct error *error)
{
	struct sink sink = {.take = stream_record, .store = store, .group = group_new()};
	enum status status;

	import->twins = asks_for_twins(import, store) ? twins_new() : NULL;
	status = read_file(import, &sink, error);
	if (status == STATUS_DONE && !sink.out_of_order)
		status = end_group(import, store, &sink.group, error);
	*in_order = !sink.out_of_order && !twins_possible(import->twins);
	group_release(&sink.group);
	twins_free(import->twins);
	import->twins = NULL;
	return status;
}

enum status import_sort(
	struct import *import, const struct record_store *store, struct error *error)
{
	struct sink sink = {.take = sorted_record};
	struct group group = group_new();
	enum status status;
	const char *data;
	size_t len;

	import->twins = asks_for_twins(import, store) ? twins_new() : NULL;
	import->staged = sorter_new(STAGE_MEMORY);
	status = read_file(import, &sink, error);
	if (status == STATUS_DONE)
		status = sorter_sort(import->staged, error);
	if (status == STATUS_DONE && twins_possible(import->twins))
		status = twins_find(import, error);
	while (status == STATUS_DONE && sorter_next(import->staged, &data, &len, &status, error)) {
		record_unpack(*group_place(&group), data);
		status = take_record(import, store, &group, error);
	}
	if (status == STATUS_DONE)
		status = end_group(import, store, &group, error);
	group_release(&group);
	twins_free(import->twins);
	import->twins = NULL;
	return status;
}
