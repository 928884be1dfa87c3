/*
 * importing - what unit tests of the import share: an import without a file, records written as
 * "member=M1; unit=7; admitted_on=2020-02-03", what was found as one text, and files out of a text.
 */
#ifndef MEMBERSTAT_TEST_IMPORTING_H
#define MEMBERSTAT_TEST_IMPORTING_H

#include <unistd.h>

#include "import/import_set.h"
#include "import/importer.h"
#include "import/record_store.h"

/* As if a file with all columns of the kind had been opened for db (NULL: nothing is stored). */
static inline void importing_begin(struct import *import, struct db *db, enum roll_kind kind)
{
	*import = (struct import){.roll = &rolls[kind], .header.kind = kind, .db = db, .id = 1};
	findings_init(&import->findings, LANG_EN, IMPORT_FINDINGS);
	findings_init(&import->row, LANG_EN, IMPORT_FINDINGS);
	for (size_t i = 0; i < import->roll->count; i++)
		import->header.cell_of[i] = (int)i;
}

static inline void importing_end(struct import *import)
{
	findings_release(&import->findings);
	findings_release(&import->row);
	equal_faults_release(&import->faults);
}

static inline size_t importing_field(enum roll_kind kind, const char *name, size_t len)
{
	for (size_t i = 0; i < rolls[kind].count; i++)
		if (strlen(rolls[kind].fields[i].name) == len &&
			memcmp(rolls[kind].fields[i].name, name, len) == 0)
			return i;
	fail_msg("no field %s", name);
	return 0;
}

static inline void importing_value(
	struct record *record, enum roll_kind kind, size_t i, const char *text, size_t len)
{
	const struct field *field = &rolls[kind].fields[i];
	struct field_reader reader = {.today = 40000};
	struct findings findings;
	char *copy = memory_text(text, len);

	findings_init(&findings, LANG_EN, 1);
	if (field->type == FIELD_UNIT)
		record_set_number(record, i, atoll(copy));
	else if (!field_read(&reader, field, i, copy, len, record, &findings))
		fail_msg("%s: %s", field->name, findings.list[0].message);
	findings_release(&findings);
	field_reader_release(&reader);
	free(copy);
}

/* A record of the kind; units by their number. Freed by record_free. */
static inline struct record *importing_record(enum roll_kind kind, long line, const char *values)
{
	struct record *record = record_new();

	record->line = line;
	while (*values) {
		size_t name = strcspn(values, "="), len = strcspn(values + name + 1, ";");

		importing_value(
			record, kind, importing_field(kind, values, name), values + name + 1, len);
		values += name + 1 + len;
		values += strspn(values, "; ");
	}
	return record;
}

/* The findings are these, by line, column and code: "2 left_on order; 3 unit required". */
static inline void importing_found(const struct findings *findings, const char *wanted)
{
	struct buf text = {0};

	for (size_t i = 0; i < findings->count; i++) {
		const struct finding *finding = &findings->list[i];

		buf_printf(&text, "%s%ld %s %s", i ? "; " : "", finding->line,
			finding->column ? finding->column : "-", finding_code_name(finding->code));
	}
	assert_string_equal(buf_text(&text), wanted);
	buf_release(&text);
}

/* The counts are these: "added 1 updated 0 unchanged 0 rejected 2". */
static inline void importing_counts(
	const struct import *import, long added, long updated, long unchanged, long rejected)
{
	assert_int_equal(import->counts.added, added);
	assert_int_equal(import->counts.updated, updated);
	assert_int_equal(import->counts.unchanged, unchanged);
	assert_int_equal(import->counts.rejected, rejected);
}

#define IMPORTING_FILE "in.csv"

/* Imports a file with this text into db: what it ends with. The set holds one import, and is closed by the
 * caller. */
static inline enum status importing_text(struct import_set *set, struct db *db, const char *text,
	const struct import_options *options, struct error *error)
{
	static const char *const files[] = {IMPORTING_FILE};
	FILE *file = fopen(IMPORTING_FILE, "w");
	enum status status;

	assert_non_null(file);
	fputs(text, file);
	fclose(file);
	status = import_set_open(set, files, 1, options, NULL, LANG_EN, error);
	assert_int_equal(status, STATUS_DONE);
	assert_int_equal(set->count, 1);
	status = import_resume(&set->list[0], error);
	if (status == STATUS_DONE)
		status = import_run(&set->list[0], db, error);
	unlink(IMPORTING_FILE);
	return status;
}

#endif
