#include "report/export.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/date.h"
#include "base/folder.h"
#include "base/input.h"
#include "report/manifest.h"
#include "report/plan_note.h"
#include "report/monthly.h"
#include "base/outfile.h"
#include "store/plans.h"
#include "store/units.h"

enum { LISTED_MOST = 1200 }; /* so many bytes of file names are told in a message */

/* An export that is being made. */
struct making {
	struct db *db;
	const struct month_export *export;
	struct folder folder;
	struct plan plan;
	struct buf plan_notes;
	struct manifest manifest;
};

/* --- files ----------------------------------------------------------------------------------- */

static void set_path(struct buf *path, const char *folder, const char *name)
{
	buf_clear(path);
	buf_printf(path, "%s/%s", folder, name);
}

static enum status digest_of(const char *path, char sha256[65], struct error *error)
{
	struct input *input;
	enum status status = input_open(&input, path, error);

	if (status != STATUS_DONE)
		return status;
	snprintf(sha256, 65, "%s", input_sha256(input));
	status = input_failed(input, error);
	input_close(input);
	return status;
}

static enum status write_report(const struct making *making, const struct report *report,
	const struct query *query, const struct renderer *renderer, const char *path, size_t *rows,
	struct error *error)
{
	struct output output = {.options = making->export->options};
	struct error second = {.lang = error->lang};
	struct outfile file = {0};
	enum status status = outfile_open(&file, path, error);

	if (status != STATUS_DONE)
		return status;
	output.file = file.stream;
	status = renderer->open(&output, error);
	if (status == STATUS_DONE) {
		status = report_run(making->db, report, query, renderer, &output, error);
		/* Only the first failure is reported. */
		if (renderer->close(&output, status == STATUS_DONE ? error : &second) !=
				STATUS_DONE &&
			status == STATUS_DONE)
			status = error->status;
	}
	*rows = output.rows;
	if (status == STATUS_DONE)
		return outfile_publish(&file, error);
	outfile_abandon(&file);
	return status;
}

static enum status add_file(struct making *making, const struct monthly *entry,
	const struct report *report, const struct renderer *renderer, struct error *error)
{
	const struct query query = monthly_query(entry, making->export->query, &making->plan);
	struct manifest *manifest = &making->manifest;
	struct manifest_file *file;
	struct buf name = {0}, path = {0};
	enum status status;

	manifest->files = memory_grow(manifest->files, manifest->file_count, &manifest->file_room,
		sizeof *manifest->files);
	file = &manifest->files[manifest->file_count++];
	buf_printf(&name, "%s.%s", entry->name, renderer->extension);
	*file = (struct manifest_file){
		.name = name.data, .report = report->name, .format = renderer->name};
	set_path(&path, making->folder.temporary.data, name.data);
	status = write_report(making, report, &query, renderer, path.data, &file->rows, error);
	if (status == STATUS_DONE)
		status = digest_of(path.data, file->sha256, error);
	buf_release(&path);
	return status;
}

static enum status write_files(struct making *making, struct error *error)
{
	struct manifest *manifest = &making->manifest;
	enum status status = STATUS_DONE;
	size_t i, j;

	for (i = 0; i < monthly_count; i++) {
		const struct report *report = monthly_report(&monthly[i], &making->plan);

		if (report == NULL) {
			manifest->left_out =
				memory_grow(manifest->left_out, manifest->left_out_count,
					&manifest->left_out_room, sizeof *manifest->left_out);
			manifest->left_out[manifest->left_out_count++] = monthly[i].report;
			continue;
		}
		for (j = 0; making->export->formats[j] && status == STATUS_DONE; j++)
			status = add_file(
				making, &monthly[i], report, making->export->formats[j], error);
		if (status != STATUS_DONE)
			return status;
	}
	return STATUS_DONE;
}

static enum status write_manifest(struct making *making, struct error *error)
{
	struct output output = {.options = making->export->options};
	struct buf path = {0}, text = {0};
	struct outfile file = {0};
	enum status status;

	set_path(&path, making->folder.temporary.data, MANIFEST_NAME);
	status = manifest_write(&making->manifest, making->db, &text, error);
	if (status == STATUS_DONE)
		status = outfile_open(&file, path.data, error);
	if (status == STATUS_DONE) {
		output.file = file.stream;
		status = output_write(&output, &text, error);
		if (status == STATUS_DONE)
			status = outfile_publish(&file, error);
		else
			outfile_abandon(&file);
	}
	buf_release(&path);
	buf_release(&text);
	return status;
}

/* --- an existing folder ---------------------------------------------------------------------- */

/* Can an export have written a file of this name: a report with the ending of a format, or the
 * manifest? */
static bool is_ours(const char *name)
{
	const char *point = strrchr(name, '.');
	size_t i;

	if (strcmp(name, MANIFEST_NAME) == 0)
		return true;
	for (i = 0; point && i < monthly_count; i++)
		if (strlen(monthly[i].name) == (size_t)(point - name) &&
			strncmp(monthly[i].name, name, (size_t)(point - name)) == 0)
			return renderer_for_file(name) != NULL;
	return false;
}

static bool is_file(const char *path)
{
	struct stat info;

	return lstat(path, &info) == 0 && S_ISREG(info.st_mode);
}

static bool same_file(const char *a, const char *b)
{
	struct error ignored = {.lang = LANG_EN};
	char first[65], second[65];

	return is_file(b) && digest_of(a, first, &ignored) == STATUS_DONE &&
	       digest_of(b, second, &ignored) == STATUS_DONE && strcmp(first, second) == 0;
}

/* Adds a name to a list for a message; a list that becomes too long ends with "…". */
static void add_name(struct buf *list, const char *name)
{
	static const char more[] = ", …";

	if (list->len < LISTED_MOST)
		buf_printf(list, "%s%s", list->len ? ", " : "", name);
	else if (strcmp(list->data + list->len - strlen(more), more) != 0)
		buf_puts(list, more);
}

/* Adds to `list` the exported files in `from` that are different in `to`; with `missing` only those
 * that do not exist there. Files that no export writes go to `foreign`. */
static enum status compare_with(const char *from, const char *to, bool missing, struct buf *list,
	struct buf *foreign, struct error *error)
{
	struct buf names = {0}, a = {0}, b = {0};
	enum status status = folder_list(from, &names, error);
	size_t at;

	for (at = 0; status == STATUS_DONE && at < names.len; at += strlen(names.data + at) + 1) {
		const char *name = names.data + at;

		set_path(&a, from, name);
		set_path(&b, to, name);
		if (!is_ours(name) || !is_file(a.data))
			add_name(foreign, name);
		else if (missing ? !is_file(b.data) : !same_file(a.data, b.data))
			add_name(list, name);
	}
	buf_release(&names);
	buf_release(&a);
	buf_release(&b);
	return status;
}

/* May the existing folder be replaced? *same: it need not be, because nothing is different. */
static enum status check_standing(struct making *making, bool *same, struct error *error)
{
	const char *standing = making->folder.path.data, *made = making->folder.temporary.data;
	struct buf list = {0}, foreign = {0};
	enum status status = compare_with(made, standing, false, &list, &foreign, error);

	if (status == STATUS_DONE)
		status = compare_with(standing, made, true, &list, &foreign, error);
	*same = list.len == 0;
	if (status == STATUS_DONE && !*same && !making->export->replace)
		status = error_set(error, STATUS_FAILED,
			"%s: đã có và khác kết quả lần này; muốn thay, hãy dùng --force. Các tệp "
			"khác: %s",
			"%s: exists and differs from what would be written; replace it with "
			"--force. "
			"Different: %s",
			standing, buf_text(&list));
	else if (status == STATUS_DONE && !*same && foreign.len > 0)
		status = error_set(error, STATUS_FAILED,
			"%s: có tệp không do export ghi, hãy chuyển đi nơi khác trước khi thay: %s",
			"%s: holds files that export did not write; move them away before "
			"replacing it: %s",
			standing, buf_text(&foreign));
	buf_release(&list);
	buf_release(&foreign);
	return status;
}

/* --- the export ------------------------------------------------------------------------------ */

static enum status write_month(struct making *making, struct error *error)
{
	bool stands, same = false;

	if (write_files(making, error) != STATUS_DONE ||
		write_manifest(making, error) != STATUS_DONE ||
		folder_stands(&making->folder, &stands, error) != STATUS_DONE)
		return error_status(error);
	if (stands && check_standing(making, &same, error) != STATUS_DONE)
		return error_status(error);
	return same ? STATUS_DONE : folder_publish(&making->folder, error);
}

static void release(struct making *making)
{
	size_t i;

	folder_close(&making->folder);
	for (i = 0; i < making->manifest.file_count; i++)
		free(making->manifest.files[i].name);
	free(making->manifest.files);
	free(making->manifest.left_out);
	buf_release(&making->plan_notes);
}

enum status export_month(struct db *db, const struct month_export *export, struct error *error)
{
	const struct query *query = export->query;
	struct making making = {.db = db, .export = export, .folder.parent = -1};
	struct unit_scope scope = {0};
	enum status status;
	char month[11];

	date_write(query->as_of, month);
	month[7] = '\0'; /* YYYY-MM */
	status = units_scope(db, query->unit, query->as_of, &scope, error);
	if (status == STATUS_DONE)
		status = plan_choose(db, query->plan, query->as_of, false, &making.plan, error);
	if (status == STATUS_DONE)
		status = plan_note(
			db, &making.plan, query->as_of, query->lang, &making.plan_notes, error);
	if (status == STATUS_DONE)
		status = folder_open(&making.folder, export->dir, month, error);
	if (status == STATUS_DONE) {
		making.manifest.program = export->program;
		making.manifest.month = month;
		making.manifest.unit = buf_text(&scope.code);
		making.manifest.plan = making.plan.known ? making.plan.code : NULL;
		making.manifest.plan_notes = &making.plan_notes;
		making.manifest.as_of = query->as_of;
		status = write_month(&making, error);
	}
	release(&making);
	buf_release(&scope.code);
	return status;
}
