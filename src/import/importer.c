#include "import/importer.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "import/complete.h"
#include "import/header_find.h"
#include "import/key_order.h"
#include "import/journal.h"
#include "import/rejects.h"
#include "import/text_rows.h"

#define REJECTS_MEMORY (2u << 20)

static const struct record_store *const stores[ROLL_KINDS] = {
	[ROLL_UNITS] = &store_units,
	[ROLL_POPULATION] = &store_population,
	[ROLL_PLANS] = &store_plans,
	[ROLL_MEMBERS] = &store_members,
};

static void start_import(struct import *import, const char *file,
	const struct import_options *options, enum lang lang)
{
	*import = (struct import){.file = memory_text(file, strlen(file)), .options = *options};
	import->header.kind = ROLL_KINDS;
	findings_init(&import->findings, lang, IMPORT_FINDINGS);
	findings_init(&import->row, lang, IMPORT_FINDINGS);
	import->units = unit_memo_new();
}

static void refuse_file(struct import *import, enum finding_code code, const char *message)
{
	findings_add(&import->findings, 1, NULL, code, NULL, "%s", "%s", message);
}

void import_refused(struct import *import, const char *file, enum finding_code code,
	const char *message, const struct import_options *options, enum lang lang)
{
	start_import(import, file, options, lang);
	refuse_file(import, code, message);
}

/* Finds the header; a file that is damaged before it is refused for that. */
static enum status find_table(struct import *import, struct error *error)
{
	enum status status = header_find(&import->header, import->rows, &import->options.wanted,
			    &import->findings, error),
		    reading;

	if (import->header.kind != ROLL_KINDS)
		import->roll = &rolls[import->header.kind];
	if (status != STATUS_REJECTED)
		return status;
	reading = rows_failed(import->rows, error);
	if (reading == STATUS_REJECTED) {
		findings_clear(&import->findings);
		refuse_file(import, FINDING_FILE, error->message);
	}
	return reading == STATUS_REJECTED ? STATUS_DONE : reading;
}

enum status import_open(struct import *import, struct tables *tables, size_t table,
	const struct import_options *options, enum lang lang, struct error *error)
{
	struct buf name = {0};
	enum status status;

	tables_name(tables, table, &name);
	start_import(import, name.data, options, lang);
	buf_release(&name);
	import->tables = tables_share(tables);
	import->table = table;
	status = tables_rows(tables, table, &import->rows, error);
	return status == STATUS_DONE ? find_table(import, error) : status;
}

void import_wait(struct import *import)
{
	rows_close(import->rows);
	import->rows = NULL;
}

int import_order(const struct import *import)
{
	return import->roll ? (int)import->header.kind : -1;
}

void import_close(struct import *import)
{
	header_release(&import->header);
	rows_close(import->rows);
	tables_close(import->tables);
	free(import->file);
	sorter_free(import->staged);
	sorter_free(import->rejects);
	findings_release(&import->findings);
	equal_faults_release(&import->faults);
	findings_release(&import->row);
	unknown_units_release(&import->unknown);
	unit_memo_free(import->units);
}

/* --- storing the file -------------------------------------------------------------------------- */

static enum status find_first_load(
	struct import *import, const struct record_store *store, struct error *error)
{
	int64_t empty;
	enum status status = db_number(import->db, store->is_empty, NO_NUMBERS, &empty, error);

	import->first_load = empty == 1;
	return status;
}

static bool is_acceptable(const struct import *import)
{
	if (import->end.month_first || import->header.kind == ROLL_KINDS)
		return false;
	if (!import->options.skip_bad)
		return import->counts.rejected == 0;
	return import->options.max_errors < 0 ||
	       import->counts.rejected <= import->options.max_errors;
}

/* Did it change something, or find all unchanged, so that it is recorded in the log? */
static bool has_effect(const struct import *import)
{
	return import->counts.added + import->counts.updated + import->counts.unchanged > 0;
}

/* Reads and stores the file, between BEGIN and the decision to commit. */
static enum status store_file(
	struct import *import, bool stream, bool *in_order, struct error *error)
{
	const struct record_store *store = stores[import->header.kind];
	enum status status;

	*in_order = true;
	if ((status = find_first_load(import, store, error)) != STATUS_DONE ||
		(status = journal_next(import->db, &import->id, error)) != STATUS_DONE ||
		(status = complete_begin(import, error)) != STATUS_DONE ||
		(store->begin && (status = store->begin(import, error)) != STATUS_DONE))
		return status;
	status = stream ? import_stream(import, store, in_order, error)
			: import_sort(import, store, error);
	if (status == STATUS_DONE && *in_order && store->end)
		status = store->end(import, error);
	if (status == STATUS_DONE && *in_order)
		status = complete_end(import, error);
	if (store->release)
		store->release(import);
	if (status != STATUS_DONE || !*in_order)
		return status;
	status = journal_same_before(import, error);
	if (status == STATUS_DONE && is_acceptable(import) && has_effect(import))
		status = journal_log(import, error);
	return status;
}

static enum status write_rejects(struct import *import, struct error *error)
{
	if (import->rejects == NULL ||
		(import->options.rejects_if_any && import->counts.rejected == 0 &&
			access(import->options.rejects, F_OK) != 0))
		return STATUS_DONE;
	return rejects_write(
		import->rejects, &import->header, import->rows, import->options.rejects, error);
}

/* Reads the file once, in a transaction of its own. `stream`: without sorting; *in_order is false
 * when that did not work. */
static enum status attempt(struct import *import, bool stream, bool *in_order, struct error *error)
{
	enum status status;

	/* Keys of stays need not be checked: their units were found, and their members made, in
	 * this transaction. It would cost two look-ups a row. */
	db_check_keys(import->db, import->header.kind != ROLL_MEMBERS);
	status = db_begin(import->db, error);
	if (status != STATUS_DONE)
		return status;
	if (import->options.rejects)
		import->rejects = sorter_new(REJECTS_MEMORY);
	status = store_file(import, stream, in_order, error);
	if (status == STATUS_DONE && *in_order)
		status = write_rejects(import, error);
	import->accepted = status == STATUS_DONE && *in_order && is_acceptable(import) &&
			   (has_effect(import) || import->counts.rejected == 0);
	if (import->accepted && has_effect(import) &&
		(!import->options.dry_run || import->db->inner))
		status = db_commit(import->db, error);
	else
		db_rollback(import->db);
	import->stored = import->accepted && status == STATUS_DONE && !import->options.dry_run;
	return status;
}

/* Opens the table again, with all counts 0. */
static enum status reopen(struct import *import, struct error *error)
{
	const struct import_options options = import->options;
	struct tables *tables = tables_share(import->tables);
	size_t table = import->table;
	struct db *db = import->db;
	enum lang lang = import->findings.lang;
	enum status status;

	import_close(import);
	status = import_open(import, tables, table, &options, lang, error);
	tables_close(tables);
	import->db = db;
	return status;
}

/* Reads the file a second time, sorted. What was a table may be none by now; the findings say why. */
static enum status attempt_again(struct import *import, struct error *error)
{
	enum status status = reopen(import, error);
	bool in_order;

	if (status != STATUS_DONE || import->roll == NULL)
		return status;
	return attempt(import, false, &in_order, error);
}

enum status import_resume(struct import *import, struct error *error)
{
	bool waits = import->rows == NULL && import->tables != NULL;

	return waits ? reopen(import, error) : STATUS_DONE;
}

enum status import_run(struct import *import, struct db *db, struct error *error)
{
	/* What `memberstat list` wrote is in key order, and can be stored while it is read. The
	 * first row that is not in order ends this attempt. */
	bool stream = import->roll && import->header.kind == ROLL_MEMBERS &&
		      import->options.changed == NULL && tables_can_be_read_again(import->tables);
	bool in_order = true;
	enum status status;

	if (import->findings.total > 0) /* no table was found; the findings say why */
		return STATUS_REJECTED;
	import->db = db;
	status = attempt(import, stream, &in_order, error);
	if (status == STATUS_DONE && !in_order)
		status = attempt_again(import, error);
	if (status == STATUS_REJECTED && error->message[0])
		refuse_file(import, FINDING_FILE, error->message);
	if (status != STATUS_DONE)
		return status;
	return import->counts.rejected > 0 || import->complete.missing > 0 || import->roll == NULL
		       ? STATUS_REJECTED
		       : STATUS_DONE;
}
