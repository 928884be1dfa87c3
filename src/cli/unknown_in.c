#include "cli/unknown_in.h"

#include <string.h>

#include "base/text.h"
#include "cli/database.h"
#include "import/import_set.h"
#include "import/importer.h"

/* A file without a table names no units. */
static enum status no_table(const struct import *import, struct error *error)
{
	const struct finding *first = &import->findings.list[0];
	struct buf file = {0};

	text_visible(&file, import->file, strlen(import->file));
	error_set(error, STATUS_REJECTED, "%s:%ld: %s", "%s:%ld: %s", buf_text(&file), first->line,
		first->message);
	buf_release(&file);
	return STATUS_REJECTED;
}

static void add_all(struct unknown_units *units, const struct unknown_units *more)
{
	const char *text = buf_text(&more->texts);

	for (size_t i = 0; i < more->count; i++, text += strlen(text) + 1)
		unknown_units_add(units, text);
	units->more = units->more || more->more;
}

/* What is wrong with the other cells of the file is no matter here. */
static enum status try_import(struct import *import, struct db *db, struct error *error)
{
	enum status status = import_resume(import, error);

	if (status == STATUS_DONE && import->findings.total > 0)
		return no_table(import, error);
	if (status == STATUS_DONE)
		status = import_run(import, db, error);
	return status == STATUS_REJECTED && import->counts.read > 0 ? STATUS_DONE : status;
}

static enum status try_all(const struct import_set *set, const struct request *request,
	struct unknown_units *units, struct error *error)
{
	struct db db;
	enum status status = database_open(request, DB_CREATE, &db, error);
	size_t i;

	/* In one transaction, so that units in another sheet of the file are known. */
	if (status == STATUS_DONE)
		status = db_begin(&db, error);
	for (i = 0; i < set->count && status == STATUS_DONE; i++) {
		status = try_import(&set->list[i], &db, error);
		add_all(units, &set->list[i].unknown);
	}
	db_rollback(&db);
	db_close(&db, false);
	return status;
}

enum status unknown_in(const char *file, const struct request *request, struct unknown_units *units,
	struct error *error)
{
	const struct import_options options = {
		.wanted.kind = ROLL_KINDS, .skip_bad = true, .max_errors = -1, .dry_run = true};
	struct import_set set;
	enum status status = import_set_open(&set, &file, 1, &options, NULL, request->lang, error);

	if (status == STATUS_DONE)
		status = try_all(&set, request, units, error);
	import_set_close(&set);
	return status;
}
