#include "import/field.h"

#include <string.h>

#include "base/bar_list.h"
#include "base/date.h"
#include "base/number.h"
#include "base/text.h"

/* Removes the marks at the end of a heading: `Họ và tên (*)`, `Ngày sinh*:`. */
static void drop_marks(struct buf *heading, size_t start)
{
	while (heading->len > start && strchr("*:()% ", heading->data[heading->len - 1]))
		heading->len--;
	if (heading->data)
		heading->data[heading->len] = '\0';
}

/* Removes a remark for people who fill in the form: `Ngày sinh (dd/mm/yyyy)`, also from the middle:
 * `Ngày sinh (dd/mm/yyyy) Nam`. */
static void drop_remark(struct buf *heading, size_t start)
{
	static const char *const remarks[] = {"(dd/mm/yyyy", "(dd-mm-yyyy", "(dd.mm.yyyy",
		"(d/m/yyyy", "(yyyy-mm-dd", "(ngay/thang/nam", "(ngay, thang, nam", "(neu co",
		"(bat buoc", "(nguoi", "(nam/nu", "(nam, nu", "(nam - nu", "(nam-nu"};
	size_t i;

	if (heading->len == start || !strchr(heading->data + start, '('))
		return;
	for (i = 0; i < sizeof remarks / sizeof remarks[0]; i++) {
		char *remark = strstr(heading->data + start, remarks[i]), *rest;

		if (remark == NULL || remark == heading->data + start)
			continue;
		rest = remark + strlen(remarks[i]);
		if (*rest != '\0' && *rest != ')')
			continue;
		rest += strspn(rest, ") ");
		memmove(remark, rest, strlen(rest) + 1);
		heading->len = start + strlen(heading->data + start);
		drop_marks(heading, start);
		return;
	}
}

void field_fold_heading(struct buf *out, const char *text, size_t len)
{
	size_t start = out->len;

	text_fold(out, text, len);
	drop_marks(out, start);
	drop_remark(out, start);
}

bool heading_in(const char *list, const char *folded)
{
	struct buf alias = {0};
	bool found = false;
	const char *text;
	size_t len;

	while (!found && bar_list_next(&list, &text, &len)) {
		buf_clear(&alias);
		field_fold_heading(&alias, text, len);
		found = strcmp(buf_text(&alias), folded) == 0;
	}
	buf_release(&alias);
	return found;
}

bool field_is_total(const char *text, size_t len)
{
	static const char *const words[] = {"tổng cộng", "tổng số", "cộng", "total"};
	struct buf lower = {0};
	bool found = false;
	size_t i;

	text_lower(&lower, text, len);
	drop_marks(&lower, 0);
	for (i = 0; i < sizeof words / sizeof words[0] && !found; i++)
		found = strcmp(buf_text(&lower), words[i]) == 0;
	buf_release(&lower);
	return found;
}

void field_write(
	struct buf *out, const struct field *field, size_t index, const struct record *record)
{
	const struct value *value = &record->values[index];
	char date[11];

	if (!value->filled)
		return;
	if (value->is_text) {
		buf_add(out, record_text(record, index), value->len);
		return;
	}
	switch (field->type) {
	case FIELD_DATE:
		date_write((int)value->number, date);
		buf_puts(out, date);
		break;
	case FIELD_BIRTH:
		birth_write((int)value->number, date);
		buf_puts(out, date);
		break;
	case FIELD_WORD:
		buf_puts(out, code_list_word(field->codes, (int)value->number)->code);
		break;
	case FIELD_PERCENT:
		number_write_percent(out, value->number);
		if (value->number < PERCENT_SIGNED)
			buf_putc(out, '%');
		break;
	default:
		buf_printf(out, "%lld", (long long)value->number);
	}
}
