#include "import/import_set.h"

#include <stdlib.h>
#include <string.h>

#include "base/choice.h"
#include "base/text.h"
#include "import/importer.h"

/* What is asked for, and the file at hand. */
struct opening {
	struct import_set *set;
	const struct import_options *options;
	const char *sheet;
	enum lang lang;
	const char *file;
	struct tables *tables;
};

/* --- the list --------------------------------------------------------------------------------- */

/* Room for one more import behind the last. */
static struct import *next_place(struct import_set *set)
{
	if (set->count == set->room) {
		set->room = set->room ? 2 * set->room : 8;
		set->list = memory_resize(set->list, set->room * sizeof *set->list);
	}
	return &set->list[set->count];
}

static void add_refused(const struct opening *opening, const char *file, enum finding_code code,
	const char *message)
{
	import_refused(
		next_place(opening->set), file, code, message, opening->options, opening->lang);
	opening->set->count++;
}

static void pass_over(const struct opening *opening, size_t table, enum passed_why why)
{
	struct import_set *set = opening->set;
	struct buf name = {0};

	tables_name(opening->tables, table, &name);
	set->passed = memory_resize(set->passed, (set->passed_count + 1) * sizeof *set->passed);
	set->passed[set->passed_count++] = (struct passed_sheet){name.data, why};
}

/* Keeps the order in which they came within each kind. */
static void sort(struct import_set *set)
{
	size_t i, j;

	for (i = 1; i < set->count; i++) {
		struct import moved = set->list[i];

		for (j = i; j > 0 && import_order(&set->list[j - 1]) > import_order(&moved); j--)
			set->list[j] = set->list[j - 1];
		set->list[j] = moved;
	}
}

/* --- tables of a file ------------------------------------------------------------------------- */

/* Opens the table as the next import; it is in the list only when it is counted. */
static enum status open_table(
	const struct opening *opening, size_t table, enum roll_kind kind, struct error *error)
{
	struct import *import = next_place(opening->set);
	struct import_options options = *opening->options;
	enum status status;

	options.wanted.kind = kind;
	status = import_open(import, opening->tables, table, &options, opening->lang, error);
	if (status != STATUS_DONE)
		import_close(import);
	return status;
}

/* Has the sheet, which lacks something as the kind that is asked for, records of that kind at all?
 * */
static enum status is_of_kind(
	const struct opening *opening, size_t table, bool *fits, struct error *error)
{
	struct import *import = next_place(opening->set);
	enum roll_kind kind = opening->options->wanted.kind;
	enum status status = open_table(opening, table, ROLL_KINDS, error);

	if (status != STATUS_DONE)
		return status;
	*fits = import->header.kind == kind;
	import_close(import);
	return STATUS_DONE;
}

/* Why the sheet that was just opened is none of those asked for; *passed is false when it is one.
 * */
static enum status judge_sheet(const struct opening *opening, size_t table, bool *passed,
	enum passed_why *why, struct error *error)
{
	struct import *import = next_place(opening->set);
	bool damaged = import->findings.total > 0 && import->findings.list[0].code == FINDING_FILE;
	bool fits = true;
	enum status status = STATUS_DONE;

	*passed = import->header.kind == ROLL_KINDS && !damaged;
	*why = PASSED_NO_HEADER;
	if (*passed || damaged || import->findings.total == 0 ||
		opening->options->wanted.kind == ROLL_KINDS)
		return STATUS_DONE;
	import_close(import);
	status = is_of_kind(opening, table, &fits, error);
	if (status == STATUS_DONE)
		status = open_table(opening, table, opening->options->wanted.kind, error);
	*passed = !fits;
	*why = PASSED_KIND;
	return status;
}

static enum status add_visible(const struct opening *opening, size_t table, struct error *error)
{
	const struct workbook_sheet *sheet = tables_sheet(opening->tables, table);
	struct import_set *set = opening->set;
	enum passed_why why = sheet->part ? PASSED_HIDDEN : PASSED_CHART;
	enum status status;
	bool passed;

	if (sheet->hidden || !sheet->part) {
		pass_over(opening, table, why);
		return STATUS_DONE;
	}
	status = open_table(opening, table, opening->options->wanted.kind, error);
	if (status == STATUS_DONE)
		status = judge_sheet(opening, table, &passed, &why, error);
	if (status != STATUS_DONE)
		return status;
	if (passed) {
		import_close(next_place(set));
		pass_over(opening, table, why);
		return STATUS_DONE;
	}
	/* There may be many, and one is read at a time. */
	import_wait(next_place(set));
	set->count++;
	return STATUS_DONE;
}

static enum status unknown_sheet(const struct opening *opening, struct error *error)
{
	struct buf names = {0};
	size_t i, count = tables_count(opening->tables);

	for (i = 0; i < count; i++)
		buf_printf(&names, "%s%s", i ? "|" : "", tables_sheet(opening->tables, i)->name);
	choice_refuse(
		(struct label)L("trang tính", "sheet"), opening->sheet, buf_text(&names), error);
	buf_release(&names);
	return STATUS_USAGE;
}

/* The sheet of this name; else the one that is called so but for case. */
static size_t find_sheet(const struct opening *opening)
{
	size_t i, found, count = tables_count(opening->tables);
	struct buf wanted = {0}, name = {0};

	for (i = 0; i < count; i++)
		if (strcmp(tables_sheet(opening->tables, i)->name, opening->sheet) == 0)
			return i;
	text_lower(&wanted, opening->sheet, strlen(opening->sheet));
	for (i = 0, found = count; i < count; i++) {
		const char *sheet = tables_sheet(opening->tables, i)->name;

		buf_clear(&name);
		text_lower(&name, sheet, strlen(sheet));
		if (strcmp(buf_text(&name), buf_text(&wanted)) == 0)
			found = i;
	}
	buf_release(&wanted);
	buf_release(&name);
	return found;
}

static enum status add_named(const struct opening *opening, struct error *error)
{
	size_t table = find_sheet(opening);
	struct buf name = {0};
	enum status status;

	if (table == tables_count(opening->tables))
		return unknown_sheet(opening, error);
	if (tables_sheet(opening->tables, table)->part == NULL) {
		tables_name(opening->tables, table, &name);
		add_refused(opening, name.data, FINDING_FILE,
			opening->lang == LANG_VI ? "trang này không có ô nào để đọc (biểu đồ)"
						 : "this sheet has no cells to read (a chart)");
		buf_release(&name);
		return STATUS_DONE;
	}
	status = open_table(opening, table, opening->options->wanted.kind, error);
	opening->set->count += status == STATUS_DONE;
	return status;
}

static enum status add_sheets(const struct opening *opening, struct error *error)
{
	size_t table, before = opening->set->count;
	enum status status = STATUS_DONE;

	for (table = 0; table < tables_count(opening->tables) && status == STATUS_DONE; table++)
		status = add_visible(opening, table, error);
	if (status == STATUS_DONE && opening->set->count == before)
		add_refused(opening, opening->file, FINDING_HEADER,
			opening->lang == LANG_VI
				? "không trang tính nào có dòng tiêu đề cột quen thuộc trong các dòng đầu; hãy "
				  "xem memberstat help import"
				: "no sheet has a row of known column headings among its first ones; see "
				  "memberstat help import");
	return status;
}

static enum status add_text(const struct opening *opening, struct error *error)
{
	enum status status;

	if (opening->sheet)
		return error_set(error, STATUS_USAGE,
			"--sheet chỉ dùng với bảng tính Excel (.xlsx), mà %s không phải",
			"--sheet goes with an Excel workbook (.xlsx), which %s is not",
			opening->file);
	status = open_table(opening, 0, opening->options->wanted.kind, error);
	opening->set->count += status == STATUS_DONE;
	return status;
}

static enum status add_file(struct opening *opening, struct error *error)
{
	const struct tables_options reading = {
		opening->options->encoding, opening->options->delimiter};
	enum status status = tables_open(&opening->tables, opening->file, &reading, error);

	if (status == STATUS_REJECTED) {
		add_refused(opening, opening->file, FINDING_FILE, error->message);
		return STATUS_DONE;
	}
	if (status != STATUS_DONE)
		return status;
	if (tables_sheet(opening->tables, 0) == NULL)
		status = add_text(opening, error);
	else if (opening->sheet)
		status = add_named(opening, error);
	else
		status = add_sheets(opening, error);
	tables_close(opening->tables);
	return status;
}

enum status import_set_open(struct import_set *set, const char *const *files, size_t count,
	const struct import_options *options, const char *sheet, enum lang lang,
	struct error *error)
{
	struct opening opening = {.set = set, .options = options, .sheet = sheet, .lang = lang};
	enum status status = STATUS_DONE;
	size_t i;

	*set = (struct import_set){0};
	for (i = 0; i < count && status == STATUS_DONE; i++) {
		opening.file = files[i];
		status = add_file(&opening, error);
	}
	sort(set);
	return status;
}

void import_set_close(struct import_set *set)
{
	size_t i;

	for (i = 0; i < set->count; i++)
		import_close(&set->list[i]);
	for (i = 0; i < set->passed_count; i++)
		free(set->passed[i].file);
	free(set->list);
	free(set->passed);
}
