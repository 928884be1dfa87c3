#include "import/record_row.h"

#include <stdio.h>
#include <string.h>

void record_bind_value(
	sqlite3_stmt *statement, int parameter, const struct record *record, size_t field)
{
	const struct value *value = record ? &record->values[field] : NULL;

	if (value == NULL || !value->filled)
		return;
	if (value->is_text)
		sqlite3_bind_text(statement, parameter, record_text(record, field), (int)value->len,
			SQLITE_STATIC);
	else
		sqlite3_bind_int64(statement, parameter, value->number);
}

void record_bind(sqlite3_stmt *statement, const struct roll *roll, const struct record *record)
{
	char name[64];
	int parameter;
	size_t i;

	for (i = 0; i < roll->count; i++) {
		if (!record->values[i].filled)
			continue;
		snprintf(name, sizeof name, ":%s", roll->fields[i].name);
		parameter = sqlite3_bind_parameter_index(statement, name);
		if (parameter > 0)
			record_bind_value(statement, parameter, record, i);
	}
}

void record_load(struct record *record, size_t first, size_t count, sqlite3_stmt *row, int column)
{
	size_t i;

	for (i = first; i < first + count; i++, column++) {
		int type = sqlite3_column_type(row, column);

		if (type == SQLITE_TEXT)
			record_set_text(record, i, db_text(row, column),
				(size_t)sqlite3_column_bytes(row, column));
		else if (type != SQLITE_NULL)
			record_set_number(record, i, sqlite3_column_int64(row, column));
	}
}

/* Asked of every value of a row that is imported again. Each call into SQLite costs as much as the
 * comparison, so there is only one: texts have no NUL in them (rows with one are rejected), and for
 * NULL the call returns NULL or 0. */
bool record_is_column(const struct record *record, size_t field, sqlite3_stmt *row, int column)
{
	const struct value *value = &record->values[field];
	const char *text;

	if (!value->filled)
		return true;
	if (!value->is_text)
		return sqlite3_column_int64(row, column) == value->number &&
		       (value->number != 0 || sqlite3_column_type(row, column) != SQLITE_NULL);
	text = db_text(row, column);
	return text && strcmp(text, record_text(record, field)) == 0;
}

void record_to_batch(struct batch *batch, const struct record *record, size_t field)
{
	const struct value *value = record ? &record->values[field] : NULL;

	if (value == NULL || !value->filled)
		batch_add_null(batch);
	else if (value->is_text)
		batch_add_text(batch, record_text(record, field), value->len);
	else
		batch_add_number(batch, value->number);
}
