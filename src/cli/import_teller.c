#include "cli/import_teller.h"

#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "cli/command.h"

#define UNITS_SHOWN 20

void hide_progress(struct teller *teller)
{
	if (teller->progress_shown)
		fputs("\r\033[K", stderr);
	teller->progress_shown = false;
}

void tell_progress(void *context, size_t done, size_t all)
{
	struct teller *teller = context;

	if (all > 0)
		fprintf(stderr, "\r%s: %zu %%\033[K", teller->file, done * 100 / all);
	else
		fprintf(stderr, "\r%s: %zu MB\033[K", teller->file, done >> 20);
	(void)fflush(stderr);
	teller->progress_shown = true;
}

void tell_change(void *context, long line, const char *key, const char *column, const char *was,
	const char *is)
{
	struct teller *teller = context;
	struct buf text = {0};

	hide_progress(teller);
	text_visible(&text, key, strlen(key));
	buf_printf(&text, ": %s: \"", column);
	text_visible(&text, was, strlen(was));
	buf_puts(&text, "\" → \"");
	text_visible(&text, is, strlen(is));
	fprintf(stderr, "%s:%ld: %s\"\n", teller->file, line, text.data);
	buf_release(&text);
}

void tell_header(const struct teller *teller, const struct import *import)
{
	const struct header *header = &import->header;
	bool vi = teller->lang == LANG_VI;
	struct buf columns = {0}, form = {0};
	size_t i;

	for (i = 0; i < import->roll->count; i++)
		if (header_has(header, i))
			buf_printf(&columns, "%s%s", columns.len ? ", " : "",
				import->roll->fields[i].name);
	rows_describe(import->rows, teller->lang, &form);
	fprintf(stderr,
		vi ? "%s: loại %s, %s, tiêu đề ở dòng %ld, các cột: %s\n"
		   : "%s: kind %s, %s, header on line %ld, columns: %s\n",
		teller->file, import->roll->name, buf_text(&form), header->line,
		buf_text(&columns));
	buf_release(&columns);
	buf_release(&form);
}

void tell_ignored(const struct teller *teller, const struct import *import)
{
	const struct header *header = &import->header;
	bool vi = teller->lang == LANG_VI;
	struct buf text = {0};

	if (header->ignored.len) {
		text_visible(&text, header->ignored.data, header->ignored.len);
		fprintf(stderr,
			vi ? "%s:%ld: cảnh báo: bỏ qua các cột không quen thuộc: %s\n"
			   : "%s:%ld: warning: unknown columns are ignored: %s\n",
			teller->file, header->line, text.data);
	}
	buf_clear(&text);
	if (header->passed_over.len) {
		text_visible(&text, header->passed_over.data, header->passed_over.len);
		fprintf(stderr,
			vi ? "%s:%ld: cảnh báo: đã có cột mã đơn vị nên bỏ qua cột tên: %s\n"
			   : "%s:%ld: warning: the unit's code column counts, its name column is ignored: %s\n",
			teller->file, header->line, text.data);
	}
	buf_release(&text);
}

static void tell_passed_over(const struct teller *teller, const struct passed_over *passed,
	const char *vi, const char *en)
{
	if (passed->count > 0)
		fprintf(stderr, teller->lang == LANG_VI ? vi : en, teller->file, passed->first,
			passed->count);
}

void tell_rows_passed(const struct teller *teller, const struct import *import)
{
	tell_passed_over(teller, &import->end.remarks,
		"%s:%ld: lưu ý: ghi chú, chữ ký dưới bảng được bỏ qua, từ dòng này: %ld dòng\n",
		"%s:%ld: note: remarks or signatures below the table are passed over, from this line on: "
		"%ld rows\n");
	tell_passed_over(teller, &import->end.headings,
		"%s:%ld: lưu ý: dòng tiêu đề lặp lại được bỏ qua, lần đầu ở dòng này: %ld dòng\n",
		"%s:%ld: note: repeated headings are passed over, first on this line: %ld rows\n");
}

void tell_passed(const struct teller *teller, const struct import_set *set)
{
	static const struct label why[] = {
		[PASSED_HIDDEN] = L("trang tính ẩn, bỏ qua (--sheet TÊN để nhập)",
			"a hidden sheet, passed over (--sheet NAME imports it)"),
		[PASSED_CHART] =
			L("không phải trang tính có ô, bỏ qua", "no sheet of cells, passed over"),
		[PASSED_NO_HEADER] =
			L("không có dòng tiêu đề cột quen thuộc, bỏ qua trang tính này",
				"no row of known column headings, the sheet is passed over"),
		[PASSED_KIND] = L("trang tính chứa loại dữ liệu khác, bỏ qua",
			"a sheet of other records, passed over"),
	};
	size_t i;

	for (i = 0; i < set->passed_count; i++) {
		struct buf file = {0};

		text_visible(&file, set->passed[i].file, strlen(set->passed[i].file));
		fprintf(stderr, "%s: %s\n", buf_text(&file),
			label_in(why[set->passed[i].why], teller->lang));
		buf_release(&file);
	}
}

/* Lists the first of them, each once. */
static void list_units(const struct unknown_units *units, enum lang lang, struct buf *out)
{
	const char *text = buf_text(&units->texts);
	size_t i;

	for (i = 0; i < units->count && i < UNITS_SHOWN; i++, text += strlen(text) + 1) {
		buf_puts(out, i ? ", " : "");
		text_visible(out, text, strlen(text));
	}
	if (units->count > UNITS_SHOWN)
		buf_printf(out, lang == LANG_VI ? ", … và %zu%s đơn vị nữa" : ", … and %zu%s more",
			units->count - UNITS_SHOWN, units->more ? "+" : "");
}

void tell_unknown(const struct teller *teller, const struct import *import)
{
	bool vi = teller->lang == LANG_VI;
	struct buf list = {0}, path = {0};

	if (import->unknown.count == 0)
		return;
	list_units(&import->unknown, teller->lang, &list);
	fprintf(stderr,
		vi ? "%s: các đơn vị chưa có trong cơ sở dữ liệu: %s\n"
		   : "%s: units that are not known: %s\n",
		teller->file, list.data);
	text_visible(&path, tables_path(import->tables), strlen(tables_path(import->tables)));
	/* Standard input cannot be read again. */
	if (strcmp(path.data, "-") != 0)
		fprintf(stderr,
			vi ? "%s: lập bảng các đơn vị ấy để điền rồi nhập: " PROGRAM
			     " template units --for '%s' -o don-vi.xlsx\n"
			   : "%s: a sheet of them, to fill in and import: " PROGRAM
			     " template units --for '%s' -o units.xlsx\n",
			teller->file, path.data);
	buf_release(&list);
	buf_release(&path);
}

void tell_created(const struct teller *teller, const struct db *db)
{
	struct buf path = {0};

	text_visible(&path, db->path, strlen(db->path));
	fprintf(stderr,
		teller->lang == LANG_VI ? "đã tạo cơ sở dữ liệu: %s\n"
					: "created the database: %s\n",
		path.data);
	buf_release(&path);
}
