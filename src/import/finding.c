#include "import/finding.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "base/text.h"

#define GOT_MAX 60 /* so many characters of the value are shown */

static const char *const code_names[] = {
	[FINDING_FILE] = "file",
	[FINDING_HEADER] = "header",
	[FINDING_ENCODING] = "encoding",
	[FINDING_LOSSY_TEXT] = "lossy_text",
	[FINDING_NUL] = "nul",
	[FINDING_TOO_LONG] = "too_long",
	[FINDING_TOO_FEW_CELLS] = "too_few_cells",
	[FINDING_TOO_MANY_CELLS] = "too_many_cells",
	[FINDING_QUOTE] = "quote",
	[FINDING_REQUIRED] = "required",
	[FINDING_DATE] = "date",
	[FINDING_NUMBER] = "number",
	[FINDING_PERCENT] = "percent",
	[FINDING_WORD] = "word",
	[FINDING_UNKNOWN_UNIT] = "unknown_unit",
	[FINDING_AMBIGUOUS_UNIT] = "ambiguous_unit",
	[FINDING_TREE] = "tree",
	[FINDING_DUPLICATE] = "duplicate",
	[FINDING_ORDER] = "order",
	[FINDING_OVERLAP] = "overlap",
	[FINDING_FUTURE] = "future",
	[FINDING_PAIR] = "pair",
	[FINDING_HISTORY] = "history",
	[FINDING_MISSING] = "missing",
	[FINDING_DAMAGED] = "damaged",
	[FINDING_TWIN] = "twin",
	[FINDING_OTHER_PERSON] = "other_person",
};

const char *finding_code_name(enum finding_code code)
{
	return code_names[code];
}

void findings_init(struct findings *findings, enum lang lang, size_t limit)
{
	*findings = (struct findings){.lang = lang, .limit = limit};
}

static void release(struct finding *finding)
{
	free(finding->message);
	free(finding->got);
}

void findings_clear(struct findings *findings)
{
	for (size_t i = 0; i < findings->count; i++)
		release(&findings->list[i]);
	findings->count = 0;
	findings->total = 0;
}

void findings_release(struct findings *findings)
{
	findings_clear(findings);
	free(findings->list);
	findings->list = NULL;
	findings->room = 0;
}

/* Appends the message. The texts of the file in it may hold control characters, which are made
 * visible. */
__attribute__((format(printf, 2, 0), nonnull)) static void add_words(
	struct buf *message, const char *format, va_list args)
{
	struct buf words = {0};
	va_list again;
	int len;

	va_copy(again, args);
	len = vsnprintf(NULL, 0, format, again);
	va_end(again);
	if (len < 0)
		memory_failed();
	buf_reserve(&words, (size_t)len);
	vsnprintf(words.data, (size_t)len + 1, format, args);
	text_visible(message, words.data, (size_t)len);
	buf_release(&words);
}

/* The value as messages show it. */
static char *shown_value(const char *got)
{
	size_t len = text_first(got, strlen(got), GOT_MAX);
	struct buf shown = {0};
	char *copy;

	text_visible(&shown, got, len);
	if (got[len] != '\0')
		buf_puts(&shown, "…");
	copy = memory_text(buf_text(&shown), shown.len);
	buf_release(&shown);
	return copy;
}

/* Counts a finding of this line. Is it one of those that are kept? */
static bool is_wanted(struct findings *findings, long line)
{
	findings->total++;
	if (findings->count < findings->limit)
		return true;
	return findings->count > 0 && line < findings->list[findings->count - 1].line;
}

static void make_room(struct findings *findings)
{
	if (findings->count == findings->limit) {
		release(&findings->list[--findings->count]);
		return;
	}
	findings->list = memory_grow(
		findings->list, findings->count, &findings->room, sizeof *findings->list);
}

static void insert(struct findings *findings, struct finding finding)
{
	struct finding *list;
	size_t low = 0, high;

	make_room(findings);
	list = findings->list;
	high = findings->count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (list[middle].line <= finding.line)
			low = middle + 1;
		else
			high = middle;
	}
	memmove(&list[low + 1], &list[low], (findings->count - low) * sizeof *list);
	list[low] = finding;
	findings->count++;
}

void findings_add(struct findings *findings, long line, const char *column, enum finding_code code,
	const char *got, const char *vi, const char *en, ...)
{
	struct finding finding = {.line = line, .column = column, .code = code};
	struct buf message = {0};
	va_list args;

	if (!is_wanted(findings, line))
		return;
	va_start(args, en);
	add_words(&message, findings->lang == LANG_VI ? vi : en, args);
	va_end(args);
	if (got != NULL) {
		finding.got = shown_value(got);
		buf_printf(&message,
			findings->lang == LANG_VI ? " (đọc được \"%s\")" : " (got \"%s\")",
			finding.got);
	}
	finding.message = memory_text(buf_text(&message), message.len);
	buf_release(&message);
	insert(findings, finding);
}

void findings_copy(struct findings *findings, const struct finding *finding)
{
	struct finding copy = *finding;

	if (!is_wanted(findings, finding->line))
		return;
	copy.message = memory_text(finding->message, strlen(finding->message));
	if (finding->got)
		copy.got = memory_text(finding->got, strlen(finding->got));
	insert(findings, copy);
}
