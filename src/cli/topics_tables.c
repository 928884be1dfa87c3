/* Lists of the manual that are made from the tables of the import, the check and the reports. */
#include "cli/topics.h"

#include <string.h>

#include "import/field.h"
#include "report/report.h"
#include "report/rules.h"
#include "base/bar_list.h"
#include "base/text.h"

bool topic_item(const struct topic_item *items, size_t count, size_t n, enum lang lang,
	struct buf *name, struct buf *text)
{
	if (n >= count)
		return false;
	buf_puts(name, label_in(items[n].name, lang));
	buf_puts(text, label_in(items[n].text, lang));
	return true;
}

/* --- spellings ------------------------------------------------------------------------- */

/* Appends a spelling to the list, unless it is matched like one that is in it already; seen holds
 * what these are folded to. */
static void add_spelling(struct buf *list, struct buf *seen, const char *text, size_t len)
{
	struct buf folded = {0};

	buf_putc(&folded, '|');
	text_fold(&folded, text, len);
	buf_putc(&folded, '|');
	if (strstr(buf_text(seen), folded.data) == NULL) {
		if (list->len)
			buf_puts(list, "; ");
		buf_add(list, text, len);
		buf_puts(seen, folded.data);
	}
	buf_release(&folded);
}

/* The same for each spelling of a list (bar_list.h). */
static void add_spellings(struct buf *list, struct buf *seen, const char *texts)
{
	const char *text;
	size_t len;

	while (bar_list_next(&texts, &text, &len))
		add_spelling(list, seen, text, len);
}

/* Appends the label in the reader's language, the label in the other one, and the other accepted
 * spellings, without the one that is shown already. */
static void write_spellings(
	struct buf *out, struct label label, const char *others, const char *shown, enum lang lang)
{
	struct buf list = {0}, seen = {0};

	buf_putc(&seen, '|');
	text_fold(&seen, shown, strlen(shown));
	buf_putc(&seen, '|');
	add_spellings(&list, &seen, label_in(label, lang));
	add_spellings(&list, &seen, label_in(label, lang == LANG_VI ? LANG_EN : LANG_VI));
	add_spellings(&list, &seen, others);
	buf_puts(out, buf_text(&list));
	buf_release(&list);
	buf_release(&seen);
}

/* --- columns of files ------------------------------------------------------------------ */

static const struct label type_names[] = {
	[FIELD_CODE] = L("Mã", "Code"),
	[FIELD_NAME] = L("Chữ", "Text"),
	[FIELD_TEXT] = L("Chữ", "Text"),
	[FIELD_RELIGION] = L("Chữ", "Text"),
	[FIELD_DATE] = L("Ngày", "Date"),
	[FIELD_BIRTH] = L("Ngày, tháng hoặc năm", "Date, month or year"),
	[FIELD_COUNT] = L("Số nguyên", "Whole number"),
	[FIELD_PERCENT] = L("Tỷ lệ phần trăm", "Percent"),
	[FIELD_WORD] = L("Từ trong danh mục", "Category word"),
	[FIELD_UNIT] = L("Mã hoặc tên đơn vị", "Code or name of a unit"),
	[FIELD_OTHER_UNIT] = L("Mã hoặc tên đơn vị", "Code or name of a unit"),
};

static void write_field(struct buf *out, const struct field *field, enum lang lang)
{
	bool vi = lang == LANG_VI;

	buf_puts(out, label_in(type_names[field->type], lang));
	if (field->flags & FIELD_REQUIRED)
		buf_puts(out, vi ? ", bắt buộc" : ", required");
	else if (field->flags & FIELD_COLUMN)
		buf_puts(out, vi ? ", bắt buộc có cột" : ", required as a column");
	if (field->flags & FIELD_KEY)
		buf_puts(out, vi ? ", thuộc khóa" : ", part of the key");
	if (field->flags & FIELD_NOT_FUTURE)
		buf_puts(out, vi ? ", không sau hôm nay" : ", not after today");
	if (field->flags & FIELD_PARTY_DAY)
		buf_puts(out, vi ? ", không trước 03/02/1930" : ", not before 1930-02-03");
	buf_puts(out, vi ? ". Tiêu đề: " : ". Headings: ");
	write_spellings(out, field->label, field->aliases, field->name, lang);
}

/* Gives the n-th column of a kind, and after the last one the headings that are passed over. */
static bool give_columns(
	enum roll_kind kind, size_t n, enum lang lang, struct buf *name, struct buf *text)
{
	const struct roll *roll = &rolls[kind];
	struct buf seen = {0};

	if (n < roll->count) {
		buf_puts(name, roll->fields[n].name);
		write_field(text, &roll->fields[n], lang);
		return true;
	}
	if (n > roll->count)
		return false;
	buf_puts(name, lang == LANG_VI ? "(bỏ qua)" : "(passed over)");
	add_spellings(text, &seen, fields_numbering);
	add_spellings(text, &seen, roll->ignored);
	buf_release(&seen);
	return true;
}

bool topic_unit_columns(size_t n, enum lang lang, struct buf *name, struct buf *text)
{
	return give_columns(ROLL_UNITS, n, lang, name, text);
}

bool topic_population_columns(size_t n, enum lang lang, struct buf *name, struct buf *text)
{
	return give_columns(ROLL_POPULATION, n, lang, name, text);
}

bool topic_plan_columns(size_t n, enum lang lang, struct buf *name, struct buf *text)
{
	return give_columns(ROLL_PLANS, n, lang, name, text);
}

bool topic_member_columns(size_t n, enum lang lang, struct buf *name, struct buf *text)
{
	return give_columns(ROLL_MEMBERS, n, lang, name, text);
}

bool topic_words(size_t n, enum lang lang, struct buf *name, struct buf *text)
{
	for (enum roll_kind kind = 0; kind < ROLL_KINDS; kind++) {
		for (size_t i = 0; i < rolls[kind].count; i++) {
			const struct field *field = &rolls[kind].fields[i];
			const struct word *word;

			if (field->type != FIELD_WORD)
				continue;
			if (n >= field->codes->count) {
				n -= field->codes->count;
				continue;
			}
			word = &field->codes->words[n];
			buf_printf(name, "%s: %s", field->name, word->code);
			write_spellings(text, word->label, word->spellings, word->code, lang);
			return true;
		}
	}
	return false;
}

/* --- rules and reports ----------------------------------------------------------------- */

/* Appends the message with an ellipsis in the place of each argument. */
static void write_message(struct buf *out, const char *message)
{
	for (; *message; message++) {
		if (*message == '{') {
			buf_puts(out, "…");
			message = strchr(message, '}');
		} else {
			buf_putc(out, *message);
		}
	}
}

bool topic_rules(size_t n, enum lang lang, struct buf *name, struct buf *text)
{
	const struct rule *rule = &rules[n];
	const struct word *severity;

	if (n >= rule_count)
		return false;
	buf_puts(name, rule->name);
	severity = code_list_word(&codes_severity, (int)rule->severity);
	buf_puts(text, label_in(severity->label, lang));
	if (lang == LANG_VI)
		buf_printf(text, " (%s)", severity->code);
	buf_puts(text, ": ");
	write_message(text, label_in(rule->message, lang));
	buf_puts(text, text->data[text->len - 1] == '?' ? " " : ". ");
	buf_printf(text, "%s. (%s)", label_in(rule->scope, lang), label_in(rule->source, lang));
	return true;
}

bool topic_report_columns(size_t n, enum lang lang, struct buf *name, struct buf *text)
{
	const struct report *report = &reports[n];

	(void)lang;
	if (n >= report_count)
		return false;
	buf_puts(name, report->name);
	for (size_t i = 0; i < report->count; i++)
		buf_printf(text, "%s%s", i ? ", " : "", report->columns[i].key);
	return true;
}
