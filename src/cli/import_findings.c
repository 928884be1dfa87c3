/* The findings of an import in words: the first ones each on its line, equal faults of many rows together. */
#include "cli/import_teller.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"

#define SHOWN       20 /* lines of single findings, and of members who are missing … */
#define MANY        10 /* more findings with the very same words are told together … */
#define SHOWN_MANY  3  /* … but for the first of them */
#define HEADING_MAX 60 /* characters of a heading */

/* What a fault is, of several rows. */
static const struct label faults[] = {
	[FINDING_FILE] = L("tệp có lỗi", "a fault of the file"),
	[FINDING_HEADER] = L("tiêu đề có lỗi", "a fault of the header"),
	[FINDING_ENCODING] = L("byte thuộc bảng mã khác", "bytes of another encoding"),
	[FINDING_LOSSY_TEXT] = L("chữ đã hỏng", "damaged text"),
	[FINDING_NUL] = L("ký tự NUL", "a NUL character"),
	[FINDING_TOO_LONG] = L("quá dài", "too long"),
	[FINDING_TOO_FEW_CELLS] = L("thiếu ô", "too few cells"),
	[FINDING_TOO_MANY_CELLS] = L("thừa ô", "too many cells"),
	[FINDING_QUOTE] = L("dấu nháy kép sai chỗ", "a quote out of place"),
	[FINDING_REQUIRED] = L("thiếu giá trị bắt buộc", "a required value is missing"),
	[FINDING_DATE] = L("ngày sai", "a wrong date"),
	[FINDING_NUMBER] = L("số sai", "a wrong number"),
	[FINDING_PERCENT] = L("tỷ lệ phần trăm sai", "a wrong percent"),
	[FINDING_WORD] = L("từ không có trong danh mục", "an unknown word"),
	[FINDING_UNKNOWN_UNIT] = L("đơn vị chưa có", "an unknown unit"),
	[FINDING_AMBIGUOUS_UNIT] =
		L("tên mà nhiều đơn vị cùng có", "a name that several units share"),
	[FINDING_TREE] = L("không có chỗ trong cây đơn vị", "no place in the tree of units"),
	[FINDING_DUPLICATE] = L("trùng khóa mà giá trị khác", "the same key with other values"),
	[FINDING_ORDER] = L("các ngày không theo thứ tự", "dates out of order"),
	[FINDING_OVERLAP] = L("thời gian sinh hoạt chồng lên nhau", "stays that overlap"),
	[FINDING_FUTURE] = L("ngày chưa đến", "a date after today"),
	[FINDING_PAIR] = L("các giá trị không đi với nhau", "values that do not go together"),
	[FINDING_HISTORY] = L("làm thay đổi số liệu đã qua", "figures of the past would change"),
	[FINDING_MISSING] = L("không có dòng nào trong tệp", "in no row of the file"),
	[FINDING_DAMAGED] =
		L("giá trị bị chương trình khác làm hỏng", "what another program spoilt"),
	[FINDING_TWIN] = L("mã chỉ khác mã đã có ở số 0, chữ hoa hay chữ giống nhau",
		"a code that differs from another by zeros, case or look-alike letters only"),
	[FINDING_OTHER_PERSON] = L("mã đã là của người khác", "the code of somebody else"),
};

/* Appends `COLUMN: "HEADING": `, as far as there are such. */
static void add_place(struct buf *out, const struct import *import, const char *column)
{
	const struct raw_cell *heading = column ? header_heading(&import->header, column) : NULL;
	struct buf clean = {0};
	size_t len;

	if (column)
		buf_printf(out, "%s: ", column);
	if (heading == NULL)
		return;
	text_clean(&clean, heading->text, heading->len);
	len = text_first(buf_text(&clean), clean.len, HEADING_MAX);
	buf_putc(out, '"');
	text_visible(out, buf_text(&clean), len);
	buf_printf(out, "%s\": ", len < clean.len ? "…" : "");
	buf_release(&clean);
}

static bool is_same_column(const char *a, const char *b)
{
	return a == b || (a && b && strcmp(a, b) == 0);
}

static struct equal_fault *fault_of(const struct import *import, const struct finding *finding)
{
	size_t f;

	for (f = 0; f < import->faults.count; f++)
		if (import->faults.list[f].code == finding->code &&
			is_same_column(import->faults.list[f].column, finding->column))
			return &import->faults.list[f];
	return NULL;
}

/* Is the i-th finding one of many with the very same words, and not one of the first of them? */
static bool is_one_of_many(const struct findings *findings, size_t i)
{
	const struct finding *finding = &findings->list[i];
	size_t other, before = 0, equal = 0;

	for (other = 0; other < findings->count; other++) {
		if (!is_same_column(findings->list[other].column, finding->column) ||
			strcmp(findings->list[other].message, finding->message) != 0)
			continue;
		equal++;
		before += other < i;
	}
	return equal > MANY && before >= SHOWN_MANY;
}

/* The first findings, each on its line. shown counts them for each of the import's faults. */
static size_t tell_single(const struct teller *teller, const struct import *import, long *shown)
{
	const struct findings *findings = &import->findings;
	struct buf place = {0};
	size_t i, lines[2] = {0};

	for (i = 0; i < findings->count; i++) {
		const struct finding *finding = &findings->list[i];
		const struct equal_fault *fault = fault_of(import, finding);
		size_t *told = &lines[finding->code == FINDING_MISSING];

		if (*told == SHOWN || is_one_of_many(findings, i))
			continue;
		buf_clear(&place);
		add_place(&place, import, finding->column);
		fprintf(stderr, "%s:%ld: %s%s\n", teller->file, finding->line, buf_text(&place),
			finding->message);
		++*told;
		if (fault)
			shown[fault - import->faults.list]++;
	}
	buf_release(&place);
	return lines[0] + lines[1];
}

static void add_number(struct buf *out, long number, enum lang lang)
{
	if (number > EQUAL_COUNT)
		buf_printf(out, lang == LANG_VI ? "hơn %d" : "more than %d", EQUAL_COUNT);
	else
		buf_printf(out, "%ld", number);
}

static void add_values(struct buf *out, const struct equal_fault *fault, const char *quote)
{
	size_t i;

	for (i = 0; i < fault->value_count; i++)
		buf_printf(out, "%s%s%s%s", i ? ", " : "", quote, fault->values[i], quote);
	if (fault->different > (long)fault->value_count)
		buf_puts(out, ", …");
}

static void add_unknown_units(struct buf *out, const struct equal_fault *fault, enum lang lang)
{
	bool vi = lang == LANG_VI;

	add_number(out, fault->different, lang);
	buf_puts(out, vi                      ? " đơn vị chưa có: "
		      : fault->different == 1 ? " unit is not known: "
					      : " units are not known: ");
	add_values(out, fault, "");
	buf_printf(out,
		vi ? "; ở %ld dòng; hãy nhập danh sách đơn vị trước (memberstat template units tạo bảng mẫu)"
		   : "; in %ld rows; import the units first (memberstat template units makes an empty "
		     "sheet)",
		fault->count);
}

static void add_missing(struct buf *out, const struct equal_fault *fault, enum lang lang)
{
	buf_printf(out,
		lang == LANG_VI ? "%ld đảng viên không có dòng nào trong tệp: "
				: "%ld members are in no row of the file: ",
		fault->count);
	add_values(out, fault, "");
}

static void add_fault(struct buf *out, const struct equal_fault *fault, enum lang lang)
{
	bool vi = lang == LANG_VI;
	size_t i;

	buf_printf(out, vi ? "tất cả %ld dòng: %s" : "%ld rows in all: %s", fault->count,
		label_in(faults[fault->code], lang));
	if (fault->value_count > 0) {
		buf_puts(out, vi ? " (đọc được " : " (got ");
		add_values(out, fault, "\"");
		buf_puts(out, ")");
	}
	buf_puts(out, vi ? "; đầu tiên ở các dòng " : "; first on lines ");
	for (i = 0; i < fault->line_count; i++)
		buf_printf(out, "%s%ld", i ? ", " : "", fault->lines[i]);
}

/* One line for a fault of which not every row was shown. */
static void tell_fault(
	const struct teller *teller, const struct import *import, const struct equal_fault *fault)
{
	struct buf text = {0};

	add_place(&text, import, fault->column);
	if (fault->code == FINDING_UNKNOWN_UNIT)
		add_unknown_units(&text, fault, teller->lang);
	else if (fault->code == FINDING_MISSING)
		add_missing(&text, fault, teller->lang);
	else
		add_fault(&text, fault, teller->lang);
	fprintf(stderr, "%s: %s\n", teller->file, text.data);
	buf_release(&text);
}

void tell_findings(const struct teller *teller, const struct import *import)
{
	const struct equal_faults *all = &import->faults;
	long *shown = memory_zeroed((all->count + 1) * sizeof *shown);
	size_t lines = tell_single(teller, import, shown), f;

	for (f = 0; f < all->count; f++)
		if (all->list[f].count > shown[f])
			tell_fault(teller, import, &all->list[f]);
	if (import->findings.total > lines)
		fprintf(stderr,
			teller->lang == LANG_VI
				? "%s: … và %zu lỗi nữa (--rejects TỆP ghi lại mọi dòng bị từ "
				  "chối)\n"
				: "%s: … and %zu more (--rejects FILE writes every rejected "
				  "row)\n",
			teller->file, import->findings.total - lines);
	free(shown);
}
