#include "import/text_rows.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "import/csvread.h"
#include "import/source.h"

#define HEAD_BYTES (1u << 20) /* of title lines; a header further down is not looked for */
#define HEAD_LINES (ROWS_HEAD_LINES + 1) /* a header may have a second row */

struct text_rows {
	struct rows rows;
	struct source *source;
	struct csvread *reader; /* NULL before rows_start was called */
	struct line *head; /* the first lines, kept so that each delimiter can be tried on them */
	size_t head_count;
	char delimiters[3]; /* to be tried: the ways of rows_start */
	size_t ways;
};

static struct text_rows *text_rows_of(struct rows *rows)
{
	return (struct text_rows *)rows;
}

static const struct text_rows *text_rows_in(const struct rows *rows)
{
	return (const struct text_rows *)rows;
}

/* --- the head of the file and its delimiters ---------------------------------------------------- */

static void read_head(struct text_rows *text)
{
	struct line line;
	size_t bytes = 0;

	text->head = memory_get(HEAD_LINES * sizeof *text->head);
	while (text->head_count < HEAD_LINES && bytes < HEAD_BYTES &&
		source_line(text->source, &line)) {
		bytes += line.len;
		line.text = memory_text(line.text, line.len);
		text->head[text->head_count++] = line;
	}
}

/* The delimiter that a first line `sep=;` names, as some programs write it; 0 without one. */
static char told_delimiter(const struct text_rows *text)
{
	const char *line = text->head_count ? text->head[0].text : "";

	if (strncmp(line, "sep=", 4) == 0 && line[4] && strchr("\t!#$%&*+,./:;=?@^|~", line[4]) &&
		(line[5] == '\0' || strchr("\r\n", line[5])))
		return line[4];
	return 0;
}

static bool stands_in_head(const struct text_rows *text, char delimiter)
{
	size_t i;

	for (i = 0; i < text->head_count; i++)
		if (memchr(text->head[i].text, delimiter, text->head[i].len))
			return true;
	return false;
}

static void choose_ways(struct text_rows *text, char wanted)
{
	char told = wanted ? wanted : told_delimiter(text);
	bool whole_lines = false;
	const char *delimiter;

	if (told) {
		text->delimiters[text->ways++] = told;
		return;
	}
	for (delimiter = ",;\t"; *delimiter; delimiter++) {
		bool splits = stands_in_head(text, *delimiter);

		/* All delimiters that occur nowhere leave the lines whole: one of them is
		 * enough. */
		if (splits || !whole_lines)
			text->delimiters[text->ways++] = *delimiter;
		whole_lines = whole_lines || !splits;
	}
}

/* --- what rows can do ---------------------------------------------------------------------------- */

static bool start(struct rows *rows, size_t way, bool head)
{
	struct text_rows *text = text_rows_of(rows);
	struct line line;
	size_t i;

	if (way >= text->ways)
		return false;
	/* Drop the lines that the attempt before this one left unread: they are pushed back again
	 * with the rest of the head. */
	source_replay_only(text->source, true);
	while (source_line(text->source, &line))
		continue;
	for (i = 0; i < text->head_count; i++)
		source_unread(text->source, &text->head[i]);
	source_replay_only(text->source, head);
	csvread_free(text->reader);
	rows->delimiter = text->delimiters[way];
	text->reader = csvread_new(text->source, rows->delimiter);
	return true;
}

static enum rows_result next(struct rows *rows, struct raw_row *row, struct findings *findings)
{
	return csvread_next(text_rows_of(rows)->reader, row, findings);
}

static void expect(struct rows *rows, size_t cells)
{
	csvread_expect(text_rows_of(rows)->reader, cells);
}

static void explain_binary(const char *binary, struct findings *findings)
{
	findings_add(findings, 1, NULL, FINDING_FILE, NULL,
		"đây là tệp %s, không phải văn bản; trong Excel hãy chọn Lưu thành > CSV "
		"UTF-8",
		"this is a file of type %s, not text; in the spreadsheet program choose "
		"Save As > CSV UTF-8",
		binary);
}

static void explain_encoding(
	const struct text_rows *text, const struct line *line, struct findings *findings)
{
	const char *hint = source_hint(text->source);

	findings_add(findings, line->number, NULL, FINDING_ENCODING, NULL,
		"không phải văn bản UTF-8%s%s; hãy lưu lại dạng CSV UTF-8 hoặc "
		"dùng --encoding",
		"not UTF-8 text%s%s; save it again as CSV UTF-8, or use --encoding",
		hint ? (findings->lang == LANG_VI ? ", trông giống " : ", it looks like ") : "",
		hint ? hint : "");
}

static void explain(const struct rows *rows, struct findings *findings)
{
	const struct text_rows *text = text_rows_in(rows);
	const char *binary = source_looks_binary(text->source);
	size_t i;

	if (text->head_count == 0) {
		findings_add(
			findings, 1, NULL, FINDING_FILE, NULL, "tệp trống", "the file is empty");
		return;
	}
	if (binary) {
		explain_binary(binary, findings);
		return;
	}
	for (i = 0; i < text->head_count; i++) {
		const struct line *line = &text->head[i];

		if (line->fault == LINE_ENCODING || line->fault == LINE_NUL) {
			explain_encoding(text, line, findings);
			return;
		}
	}
	findings_add(findings, 1, NULL, FINDING_HEADER, NULL,
		"không thấy dòng tiêu đề cột nào quen thuộc trong %d dòng đầu; hãy xem memberstat "
		"help import",
		"no line with known column headings among the first %d; see memberstat help import",
		ROWS_HEAD_LINES);
}

static void describe(const struct rows *rows, enum lang lang, struct buf *out)
{
	const char delimiter[] = {rows->delimiter, '\0'};

	buf_printf(out,
		lang == LANG_VI ? "mã hóa %s, phân cách \"%s\"" : "encoding %s, delimiter \"%s\"",
		source_encoding(text_rows_in(rows)->source),
		rows->delimiter == '\t' ? "TAB" : delimiter);
}

static void progress(const struct rows *rows, size_t *done, size_t *all)
{
	source_progress(text_rows_in(rows)->source, done, all);
}

static enum status failed(const struct rows *rows, struct error *error)
{
	return source_failed(text_rows_in(rows)->source, error);
}

static const char *sha256(struct rows *rows)
{
	return source_sha256(text_rows_of(rows)->source);
}

static void close_text(struct rows *rows)
{
	struct text_rows *text = text_rows_of(rows);
	size_t i;

	csvread_free(text->reader);
	source_close(text->source);
	for (i = 0; i < text->head_count; i++)
		free((void *)(uintptr_t)text->head[i].text);
	free(text->head);
	free(text);
}

enum status text_rows_open(struct rows **rows, struct input *input, const char *encoding,
	char delimiter, struct error *error)
{
	static const struct rows_type type = {
		.start = start,
		.next = next,
		.expect = expect,
		.explain = explain,
		.describe = describe,
		.progress = progress,
		.failed = failed,
		.sha256 = sha256,
		.close = close_text,
	};
	struct text_rows *text = memory_zeroed(sizeof *text);
	enum status status = source_of_input(&text->source, input, encoding, error);

	text->rows.type = &type;
	*rows = &text->rows;
	if (status == STATUS_DONE) {
		read_head(text);
		choose_ways(text, delimiter);
		text->rows.mark = source_wants_mark(text->source);
		status = source_failed(text->source, error);
	}
	if (status != STATUS_DONE) {
		close_text(&text->rows);
		*rows = NULL;
	}
	return status;
}
