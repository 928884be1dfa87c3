/* What the record stores of all kinds share: refusing, merging and comparing records, telling of
 * changes. */
#include "import/record_store.h"

#include "import/rejects.h"
#include "store/units.h"

enum status import_refuse(struct import *import, const struct record *record, struct error *error)
{
	enum status status = STATUS_DONE;
	size_t i;

	import->counts.rejected++;
	if (import->refused)
		import->refused(import, record);
	if (import->rejects)
		status = rejects_put(import->rejects, &import->row, &record->raw,
			import->rows->delimiter, error);
	for (i = 0; i < import->row.count; i++) {
		findings_copy(&import->findings, &import->row.list[i]);
		equal_faults_add(&import->faults, &import->row.list[i]);
	}
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
		bool clears = import->options.blank_clears && header_has(&import->header, i);

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
			findings_add(&import->row, merged->line, field->name, FINDING_REQUIRED,
				NULL, "thiếu giá trị bắt buộc", "a required value is missing");
	}
}

/* Appends the value as `list` writes it: a unit by its code. */
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
