#include "importer.h"

#include <stdlib.h>
#include <string.h>

#include "date.h"
#include "journal.h"
#include "rejects.h"
#include "units.h"

#define STAGE_MEMORY   (8u << 20)
#define GROUP_MAX      1000 /* stays of one member in one file; more is a mistake */
#define PROGRESS_EVERY 8192

static const struct keeper *const keepers[ROLL_KINDS] = {
	[ROLL_UNITS] = &keeper_units,
	[ROLL_POPULATION] = &keeper_population,
	[ROLL_PLANS] = &keeper_plans,
	[ROLL_MEMBERS] = &keeper_members,
};

enum status import_open(struct import *import, const char *file,
	const struct import_options *options, enum lang lang, struct error *error)
{
	enum status status;

	*import = (struct import){.file = file, .options = *options};
	findings_init(&import->findings, lang, IMPORT_FINDINGS);
	findings_init(&import->row, lang, IMPORT_FINDINGS);
	import->reader.today = date_today();
	status = source_open(&import->source, file, options->encoding, error);
	if (status != STATUS_DONE)
		return status;
	status = grid_find(
		&import->grid, import->source, &options->wish, &import->findings, error);
	if (import->grid.kind != ROLL_KINDS)
		import->roll = &rolls[import->grid.kind];
	return status == STATUS_REJECTED ? STATUS_DONE : status;
}

int import_order(const struct import *import)
{
	return import->roll ? (int)import->grid.kind : -1;
}

void import_close(struct import *import)
{
	grid_release(&import->grid);
	source_close(import->source);
	spool_free(import->staged);
	spool_free(import->rejects);
	findings_release(&import->findings);
	findings_release(&import->row);
	field_reader_release(&import->reader);
}

/* --- one row on its own ------------------------------------------------------------------------ */

enum status import_refuse(struct import *import, const struct record *record, struct error *error)
{
	enum status status = STATUS_DONE;
	size_t i;

	import->counts.rejected++;
	if (import->rejects)
		status = rejects_put(import->rejects, &import->row, &record->raw,
			import->grid.delimiter, error);
	for (i = 0; i < import->row.count; i++)
		findings_copy(&import->findings, &import->row.list[i]);
	findings_clear(&import->row);
	return status;
}

bool import_same(const struct import *import, const struct record *a, const struct record *b)
{
	size_t i;

	for (i = 0; i < import->roll->count; i++)
		if (!record_same_value(a, b, i))
			return false;
	return true;
}

void import_merge(const struct import *import, const struct record *row,
	const struct record *stored, struct record *merged)
{
	size_t i;

	record_clear(merged);
	merged->line = row->line;
	for (i = 0; i < import->roll->count; i++) {
		bool clears = import->options.blank_clears && import->grid.cell_of[i] >= 0;

		if (row->values[i].filled || stored == NULL || clears)
			record_copy_value(merged, row, i);
		else
			record_copy_value(merged, stored, i);
	}
}

void import_require(struct import *import, const struct record *merged)
{
	size_t i;

	for (i = 0; i < import->roll->count; i++) {
		const struct field *field = &import->roll->fields[i];

		if (field->flags & FIELD_REQUIRED && !merged->values[i].filled)
			findings_add(&import->row, merged->line, field->name, FINDING_REQUIRED, NULL,
				"thiếu giá trị bắt buộc", "a required value is missing");
	}
}

/* As `list` writes it: a unit by its code. */
static void write_value(
	struct import *import, struct buf *out, size_t index, const struct record *record)
{
	const struct field *field = &import->roll->fields[index];

	if (field->type == FIELD_UNIT && record->values[index].filled)
		units_write_code(import->db, record->values[index].number, out);
	else
		field_write(out, field, index, record);
}

void import_tell(struct import *import, const struct record *was, const struct record *is)
{
	struct buf key = {0}, before = {0}, after = {0};
	size_t i;

	if (import->options.changed == NULL)
		return;
	field_write(&key, &import->roll->fields[0], 0, is);
	for (i = 0; i < import->roll->count; i++) {
		if (record_same_value(was, is, i))
			continue;
		buf_clear(&before);
		buf_clear(&after);
		write_value(import, &before, i, was);
		write_value(import, &after, i, is);
		import->options.changed(import->options.context, is->line, buf_text(&key),
			import->roll->fields[i].name, buf_text(&before), buf_text(&after));
	}
	buf_release(&key);
	buf_release(&before);
	buf_release(&after);
}

static bool row_is_empty(const struct csv_row *row)
{
	size_t i, count = row->count < CSV_CELLS_MAX ? row->count : CSV_CELLS_MAX;

	for (i = 0; i < count; i++)
		if (row->cells[i].len > 0)
			return false;
	return true;
}

static const struct csv_cell *cell_of(
	const struct import *import, const struct csv_row *row, size_t field)
{
	int cell = import->grid.cell_of[field];

	return cell >= 0 && (size_t)cell < row->count ? &row->cells[cell] : NULL;
}

/* A total has one of the words in its first filled cell and lacks a required value, so that a unit
 * with the code TOTAL is safe. */
static bool row_is_total(const struct import *import, const struct csv_row *row)
{
	const struct csv_cell *first = row->cells;
	bool lacks = false;
	size_t i;

	for (i = 0; i < import->roll->count && !lacks; i++) {
		const struct csv_cell *cell = cell_of(import, row, i);

		lacks = import->roll->fields[i].flags & FIELD_REQUIRED && (cell == NULL || cell->len == 0);
	}
	if (!lacks)
		return false;
	while (first->len == 0)
		first++;
	return field_is_total(first->text, first->len);
}

/* Has the row as many cells as the header? */
static bool row_fits(struct import *import, const struct csv_row *row)
{
	size_t i, kept = row->count < CSV_CELLS_MAX ? row->count : CSV_CELLS_MAX;

	if (row->count < import->grid.width) {
		findings_add(&import->row, row->line, NULL, FINDING_TOO_FEW_CELLS, NULL,
			"chỉ có %zu ô, trong khi dòng tiêu đề có %zu", "only %zu cells, where the header has %zu",
			row->count, import->grid.width);
		return false;
	}
	for (i = import->grid.width; i < row->count; i++) {
		if (i < kept && row->cells[i].len == 0)
			continue;
		findings_add(&import->row, row->line, NULL, FINDING_TOO_MANY_CELLS,
			i < kept ? row->cells[i].text : NULL,
			"có %zu ô, trong khi dòng tiêu đề chỉ có %zu; có thể thiếu dấu ngoặc kép quanh một ô",
			"%zu cells, where the header has %zu; quotes around a cell may be missing", row->count,
			import->grid.width);
		return false;
	}
	return true;
}

/* The unit a cell names, by code or by name, as its number. */
static enum status find_unit(
	struct import *import, struct record *record, size_t index, struct error *error)
{
	const struct field *field = &import->roll->fields[index];
	struct unit_found found;

	if (units_find(import->db, record_text(record, index), &found, error) != STATUS_DONE)
		return error->status;
	if (found.count == 0)
		findings_add(&import->row, record->line, field->name, FINDING_UNKNOWN_UNIT,
			record_text(record, index),
			"không có đơn vị nào có mã hoặc tên này; hãy nhập danh sách đơn vị trước",
			"no unit has this code or name; import the units first");
	else if (found.count > 1)
		findings_add(&import->row, record->line, field->name, FINDING_AMBIGUOUS_UNIT,
			record_text(record, index),
			"nhiều đơn vị cùng tên (%s, %s%s); hãy dùng mã",
			"several units have this name (%s, %s%s); use the code", found.codes[0],
			found.codes[1], found.count > 2 ? ", …" : "");
	else
		record_set_number(record, index, found.id);
	return STATUS_DONE;
}

/* Defaults that make the key: an empty unit of a plan is the root, a stay begins with the admission. */
static enum status complete_key(struct import *import, struct record *record, struct error *error)
{
	struct value *values = record->values;
	struct unit_found root;

	if (import->grid.kind == ROLL_PLANS && !values[PLAN_UNIT].filled) {
		if (units_root(import->db, &root, error) != STATUS_DONE)
			return error->status;
		record_set_number(record, PLAN_UNIT, root.id);
	}
	if (import->grid.kind == ROLL_MEMBERS && !values[MEMBER_JOINED_ON].filled)
		values[MEMBER_JOINED_ON] = values[MEMBER_ADMITTED_ON];
	return STATUS_DONE;
}

static void require_key(struct import *import, const struct record *record)
{
	size_t i;

	for (i = 0; i < import->roll->count; i++) {
		/* Where a stay has no day to begin with, it is the admission that is missing. */
		bool stay = import->grid.kind == ROLL_MEMBERS && i == MEMBER_JOINED_ON;
		size_t told = stay ? (size_t)MEMBER_ADMITTED_ON : i;

		if (import->roll->fields[i].flags & FIELD_KEY && !record->values[i].filled)
			findings_add(&import->row, record->line, import->roll->fields[told].name,
				FINDING_REQUIRED, NULL, "thiếu giá trị bắt buộc",
				"a required value is missing");
	}
}

/* Cells to values. The findings of the row are in import->row. */
static enum status read_cells(struct import *import, const struct csv_row *row,
	struct record *record, struct error *error)
{
	size_t i;

	for (i = 0; i < import->roll->count; i++) {
		const struct field *field = &import->roll->fields[i];
		const struct csv_cell *cell = cell_of(import, row, i);

		if (cell && cell->len > 0 &&
			field_read(&import->reader, field, i, cell->text, cell->len, record,
				&import->row) &&
			field->type == FIELD_UNIT && record->values[i].filled &&
			find_unit(import, record, i, error) != STATUS_DONE)
			return error->status;
	}
	if (import->row.total > 0)
		return STATUS_DONE;
	if (complete_key(import, record, error) != STATUS_DONE)
		return error->status;
	require_key(import, record);
	return STATUS_DONE;
}

/* --- reading the file -------------------------------------------------------------------------- */

/* The bytes by which records are put in order: text ends with a NUL, numbers compare as bytes. */
static void make_key(const struct import *import, const struct record *record, struct buf *key)
{
	size_t i;
	int shift;

	buf_clear(key);
	for (i = 0; i < import->roll->count; i++) {
		const struct value *value = &record->values[i];
		uint64_t number;

		if (!(import->roll->fields[i].flags & FIELD_KEY))
			continue;
		if (value->is_text) {
			buf_add(key, record_text(record, i), value->len + 1);
			continue;
		}
		number = (uint64_t)value->number + ((uint64_t)1 << 63);
		for (shift = 56; shift >= 0; shift -= 8)
			buf_putc(key, (char)(number >> shift & 0xff));
	}
}

/* One row of the file: skipped, refused or staged. */
static enum status take_row(struct import *import, const struct csv_row *row,
	struct record *record, struct buf *key, struct buf *packed, struct error *error)
{
	if (row_is_empty(row) || row_is_total(import, row)) {
		import->counts.skipped++;
		return STATUS_DONE;
	}
	if (row_fits(import, row) && read_cells(import, row, record, error) != STATUS_DONE)
		return error->status;
	if (import->row.total > 0)
		return import_refuse(import, record, error);
	make_key(import, record, key);
	buf_clear(packed);
	record_pack(packed, record);
	return spool_put(import->staged, key, packed, error);
}

static void tell_progress(struct import *import)
{
	size_t done, all;

	if (import->options.progress == NULL || import->counts.read % PROGRESS_EVERY != 1)
		return;
	source_progress(import->source, &done, &all);
	import->options.progress(import->options.context, done, all);
}

static enum status read_file(struct import *import, struct error *error)
{
	struct record record = {0};
	struct buf key = {0}, packed = {0};
	struct csv_row row;
	enum csv_result result;
	enum status status = STATUS_DONE;

	while (status == STATUS_DONE &&
		(result = csvread_next(import->grid.reader, &row, &import->row)) != CSV_END) {
		import->counts.read++;
		tell_progress(import);
		record_clear(&record);
		record.line = row.line;
		if (import->rejects && result != CSV_BLANK)
			rejects_keep_row(&record.raw, &row, result == CSV_BAD, &import->grid);
		if (result == CSV_BLANK)
			import->counts.skipped++;
		else if (result == CSV_BAD)
			status = import_refuse(import, &record, error);
		else
			status = take_row(import, &row, &record, &key, &packed, error);
	}
	record_release(&record);
	buf_release(&key);
	buf_release(&packed);
	if (status == STATUS_DONE)
		status = source_failed(import->source, error);
	return status == STATUS_DONE ? spool_sort(import->staged, error) : status;
}

/* --- storing it -------------------------------------------------------------------------------- */

/* Are the first so many key fields of two records the same? */
static bool same_keys(const struct import *import, const struct record *a, const struct record *b,
	size_t limit)
{
	size_t i, keys = 0;

	for (i = 0; i < import->roll->count && keys < limit; i++) {
		if (!(import->roll->fields[i].flags & FIELD_KEY))
			continue;
		if (!record_same_value(a, b, i))
			return false;
		keys++;
	}
	return true;
}

/* A row with the key of the one before it: the very same row is passed over, another is refused. */
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

/* The records that go to the keeper together; the one just read stands after them. */
struct group {
	struct record *records;
	size_t count, used;
};

static enum status take_record(struct import *import, const struct keeper *keeper,
	struct group *group, struct error *error)
{
	struct record *last = &group->records[group->count], moved;
	enum status status;

	if (group->count > 0 && same_keys(import, last - 1, last, RECORD_FIELDS))
		return take_repeat(import, last - 1, last, error);
	if (group->count == 0 || same_keys(import, group->records, last, keeper->group)) {
		if (group->count == GROUP_MAX)
			return refuse_surplus(import, last, error);
		group->count++;
		return STATUS_DONE;
	}
	status = keeper->take(import, group->records, group->count, error);
	moved = group->records[0];
	group->records[0] = *last;
	*last = moved;
	group->count = 1;
	return status;
}

/* Hands the staged records over, group by group. */
static enum status store_groups(
	struct import *import, const struct keeper *keeper, struct error *error)
{
	struct group group = {memory_get((GROUP_MAX + 1) * sizeof *group.records), 0, 0};
	enum status status;
	const char *data;
	size_t i, len;

	while (spool_next(import->staged, &data, &len, &status, error)) {
		if (group.count == group.used)
			group.records[group.used++] = (struct record){0};
		record_unpack(&group.records[group.count], data);
		status = take_record(import, keeper, &group, error);
		if (status != STATUS_DONE)
			break;
	}
	if (status == STATUS_DONE && group.count > 0)
		status = keeper->take(import, group.records, group.count, error);
	for (i = 0; i < group.used; i++)
		record_release(&group.records[i]);
	free(group.records);
	return status;
}

static enum status find_first_load(
	struct import *import, const struct keeper *keeper, struct error *error)
{
	sqlite3_stmt *statement = db_statement(import->db, keeper->is_empty, error);
	enum status status;

	if (statement == NULL)
		return error->status;
	import->first_load = db_row(import->db, statement, &status, error) &&
		sqlite3_column_int(statement, 0) == 1;
	sqlite3_reset(statement);
	return status;
}

static bool is_acceptable(const struct import *import)
{
	if (import->reader.month_first || import->grid.kind == ROLL_KINDS)
		return false;
	if (!import->options.skip_bad)
		return import->counts.rejected == 0;
	return import->options.max_errors < 0 || import->counts.rejected <= import->options.max_errors;
}

/* Everything between BEGIN and the decision. */
static enum status store_file(struct import *import, struct error *error)
{
	const struct keeper *keeper = keepers[import->grid.kind];
	enum status status;

	if ((status = find_first_load(import, keeper, error)) != STATUS_DONE ||
		(status = journal_next(import->db, &import->id, error)) != STATUS_DONE ||
		(status = read_file(import, error)) != STATUS_DONE ||
		(status = keeper->begin(import, error)) != STATUS_DONE)
		return status;
	status = store_groups(import, keeper, error);
	if (status == STATUS_DONE)
		status = keeper->end(import, error);
	if (keeper->release)
		keeper->release(import);
	if (status == STATUS_DONE)
		status = journal_same_before(import, error);
	if (status == STATUS_DONE && is_acceptable(import) &&
		import->counts.added + import->counts.updated + import->counts.unchanged > 0)
		status = journal_log(import, error);
	return status;
}

static enum status write_rejects(struct import *import, struct error *error)
{
	if (import->rejects == NULL)
		return STATUS_DONE;
	return rejects_write(import->rejects, &import->grid, import->options.rejects, error);
}

enum status import_run(struct import *import, struct db *db, struct error *error)
{
	enum status status;

	if (import->findings.total > 0) /* no table in it: grid_find said why */
		return STATUS_REJECTED;
	import->db = db;
	import->staged = spool_new(STAGE_MEMORY);
	if (import->options.rejects)
		import->rejects = spool_new(STAGE_MEMORY / 4);
	if (db_begin(db, error) != STATUS_DONE)
		return error->status;
	status = store_file(import, error);
	if (status == STATUS_DONE)
		status = write_rejects(import, error);
	if (status == STATUS_DONE && is_acceptable(import) && !import->options.dry_run) {
		status = db_commit(db, error);
		import->stored = status == STATUS_DONE;
	} else {
		db_rollback(db);
	}
	if (status != STATUS_DONE)
		return status;
	return import->counts.rejected > 0 ? STATUS_REJECTED : STATUS_DONE;
}
