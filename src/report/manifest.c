#include "report/manifest.h"

#include <string.h>

#include "base/date.h"
#include "base/json.h"

static void add_text(struct buf *out, const char *key, const char *text)
{
	buf_printf(out, "\"%s\":", key);
	json_text(out, text);
	buf_putc(out, ',');
}

static enum status add_last_import(struct buf *out, struct db *db, struct error *error)
{
	sqlite3_stmt *statement = db_statement(db, SQL_STMT_IMPORT_LAST, error);
	enum status status;

	if (statement == NULL)
		return error_status(error);
	buf_puts(out, "\"last_import\":");
	if (db_row(db, statement, &status, error)) {
		buf_printf(out, "{\"id\":%lld,", (long long)sqlite3_column_int64(statement, 0));
		add_text(out, "at", (const char *)sqlite3_column_text(statement, 1));
		buf_puts(out, "\"file\":");
		json_text(out, (const char *)sqlite3_column_text(statement, 2));
		buf_putc(out, '}');
	} else {
		buf_puts(out, "null");
	}
	sqlite3_reset(statement);
	return status;
}

static void add_files(struct buf *out, const struct manifest *manifest)
{
	for (size_t i = 0; i < manifest->file_count; i++) {
		const struct manifest_file *file = &manifest->files[i];

		buf_puts(out, i ? ",\n{" : "\n{");
		add_text(out, "file", file->name);
		add_text(out, "report", file->report);
		add_text(out, "format", file->format);
		buf_printf(out, "\"rows\":%zu,\"sha256\":\"%s\"}", file->rows, file->sha256);
	}
}

enum status manifest_write(
	const struct manifest *manifest, struct db *db, struct buf *out, struct error *error)
{
	char as_of[11];

	date_write(manifest->as_of, as_of);
	buf_puts(out, "{\"schema_version\":1,");
	add_text(out, "program", manifest->program);
	add_text(out, "version", VERSION);
	buf_puts(out, "\n");
	add_text(out, "month", manifest->month);
	add_text(out, "as_of", as_of);
	add_text(out, "unit", manifest->unit);
	add_text(out, "plan", manifest->plan);
	buf_puts(out, "\n");
	if (add_last_import(out, db, error) != STATUS_DONE)
		return error_status(error);
	buf_puts(out, ",\n\"left_out\":[");
	for (size_t i = 0; i < manifest->left_out_count; i++) {
		if (i > 0)
			buf_putc(out, ',');
		json_text(out, manifest->left_out[i]);
	}
	buf_puts(out, "],\n\"plan_notes\":[");
	for (size_t at = 0; at < manifest->plan_notes->len;
		at += strlen(manifest->plan_notes->data + at) + 1) {
		if (at > 0)
			buf_putc(out, ',');
		json_text(out, manifest->plan_notes->data + at);
	}
	buf_puts(out, "],\n\"files\":[");
	add_files(out, manifest);
	buf_puts(out, "\n]}\n");
	return STATUS_DONE;
}
