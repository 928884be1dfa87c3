#include "render/render.h"

#include <errno.h>
#include <string.h>
#include <strings.h>

#include "base/date.h"
#include "base/number.h"
#include "base/reason.h"

const struct renderer *renderer_find(const char *name)
{
	for (size_t i = 0; renderers[i]; i++)
		if (strcmp(renderers[i]->name, name) == 0)
			return renderers[i];
	return NULL;
}

const struct renderer *renderer_for_file(const char *path)
{
	const char *slash = strrchr(path, '/');
	const char *point = strrchr(slash ? slash : path, '.');

	if (point == NULL)
		return NULL;
	for (size_t i = 0; renderers[i]; i++)
		if (strcasecmp(renderers[i]->extension, point + 1) == 0)
			return renderers[i];
	return NULL;
}

/* The number of the cell times 10^decimals, rounded once. */
static int64_t cell_scaled(const struct cell *cell, int decimals)
{
	return number_round(cell->number, cell->type == CELL_FRACTION ? cell->under : 1, decimals);
}

const struct word *cell_word(const struct column *column, const struct cell *cell)
{
	if (column->kind != COL_WORD || column->codes == NULL)
		return NULL;
	if (cell->type == CELL_NUMBER)
		return code_list_word(column->codes, (int)cell->number);
	return cell->type == CELL_TEXT ? code_list_find(column->codes, cell->text) : NULL;
}

static void write_date(struct buf *out, int64_t day, enum lang lang)
{
	char text[11];

	date_write_in(lang, (int)day, text);
	buf_puts(out, text);
}

static void write_birth(struct buf *out, int64_t birth, bool people)
{
	char text[11];

	if (people)
		birth_write_people((int)birth, text);
	else
		birth_write((int)birth, text);
	buf_puts(out, text);
}

void cell_machine(struct buf *out, const struct column *column, const struct cell *cell)
{
	const struct word *word = cell_word(column, cell);

	if (cell->type == CELL_EMPTY)
		return;
	if (word || cell->type == CELL_TEXT) {
		buf_puts(out, word ? word->code : cell->text);
		return;
	}
	switch (column->kind) {
	case COL_PERCENT:
	case COL_POINTS:
	case COL_RATE:
		number_write(out, cell_scaled(cell, 2), 2);
		break;
	case COL_SHARE:
		number_write_percent(out, cell_scaled(cell, 0));
		break;
	case COL_DATE:
		write_date(out, cell->number, LANG_EN);
		break;
	case COL_BIRTH:
		write_birth(out, cell->number, false);
		break;
	case COL_TEXT:
	case COL_CODE:
	case COL_TREE:
	case COL_LEVEL:
	case COL_WORD:
	case COL_COUNT:
		number_write(out, cell_scaled(cell, 0), 0);
		break;
	}
}

static void write_share(struct buf *out, int64_t percent, enum lang lang)
{
	size_t start = out->len;
	char *point;

	number_write_percent(out, percent);
	point = strchr(out->data + start, '.');
	if (point && lang == LANG_VI)
		*point = ',';
	buf_puts(out, " %");
}

static void write_points(struct buf *out, int64_t scaled, enum lang lang)
{
	if (scaled > 0)
		buf_putc(out, '+');
	number_write_people(out, scaled, 2, lang);
}

void cell_people(
	struct buf *out, const struct column *column, const struct cell *cell, enum lang lang)
{
	const struct word *word = cell_word(column, cell);
	int decimals = column->decimals_for_people ? column->decimals_for_people : 2;

	if (cell->type == CELL_EMPTY)
		return;
	if (word || cell->type == CELL_TEXT) {
		buf_puts(out, word ? label_in(word->label, lang) : cell->text);
		return;
	}
	switch (column->kind) {
	case COL_PERCENT:
		number_write_people(out, cell_scaled(cell, decimals), decimals, lang);
		buf_puts(out, " %");
		break;
	case COL_POINTS:
		write_points(out, cell_scaled(cell, 2), lang);
		break;
	case COL_RATE:
		number_write_people(out, cell_scaled(cell, 2), 2, lang);
		break;
	case COL_SHARE:
		write_share(out, cell_scaled(cell, 0), lang);
		break;
	case COL_DATE:
		write_date(out, cell->number, lang);
		break;
	case COL_BIRTH:
		write_birth(out, cell->number, lang == LANG_VI);
		break;
	case COL_LEVEL:
	case COL_COUNT:
		number_write_people(out, cell_scaled(cell, 0), 0, lang);
		break;
	case COL_TEXT:
	case COL_CODE:
	case COL_TREE:
	case COL_WORD:
		number_write(out, cell_scaled(cell, 0), 0);
		break;
	}
}

bool column_is_number(const struct column *column)
{
	switch (column->kind) {
	case COL_LEVEL:
	case COL_COUNT:
	case COL_PERCENT:
	case COL_POINTS:
	case COL_RATE:
	case COL_SHARE:
		return true;
	case COL_TEXT:
	case COL_CODE:
	case COL_TREE:
	case COL_WORD:
	case COL_DATE:
	case COL_BIRTH:
		break;
	}
	return false;
}

bool column_is_shown(const struct sheet *sheet, const struct column *column)
{
	if (column->kind == COL_LEVEL)
		return false;
	return !sheet->one_row || strcmp(column->key, "as_of") != 0;
}

const char *sheet_id(const struct sheet *sheet)
{
	return sheet->id ? sheet->id : sheet->name;
}

int row_level(const struct sheet *sheet, const struct cell *cells)
{
	for (size_t i = 0; i < sheet->count; i++)
		if (sheet->columns[i].kind == COL_LEVEL)
			return cells[i].type == CELL_NUMBER ? (int)cells[i].number : 0;
	return 0;
}

const struct parameter *sheet_parameter(const struct sheet *sheet, const char *name)
{
	for (size_t i = 0; i < sheet->parameter_count; i++)
		if (strcmp(sheet->parameters[i].name, name) == 0)
			return &sheet->parameters[i];
	return NULL;
}

static bool parameter_day(const struct sheet *sheet, const char *name, int *day)
{
	const struct parameter *parameter = sheet_parameter(sheet, name);

	return parameter && parameter->type == PARAMETER_TEXT && parameter->text &&
	       date_parse(parameter->text, day) == DATE_OK;
}

void sheet_as_of(struct buf *out, const struct sheet *sheet, enum lang lang)
{
	bool vi = lang == LANG_VI;
	int from, to;

	if (parameter_day(sheet, "from", &from) && parameter_day(sheet, "to", &to)) {
		buf_puts(out, vi ? "Từ ngày " : "From ");
		write_date(out, from, lang);
		buf_puts(out, vi ? " đến ngày " : " to ");
		write_date(out, to, lang);
	} else {
		buf_puts(out, vi ? "Tính đến ngày " : "As of ");
		write_date(out, sheet->as_of, lang);
	}
	if (sheet_parameter(sheet, "compare"))
		buf_puts(out, vi ? ", so với cùng kỳ năm trước" : ", against the year before");
}

static enum status write_failed(struct error *error)
{
	return error_set(error, STATUS_FAILED, "không ghi được kết quả ra: %s",
		"cannot write the output: %s", reason_of(errno, error->lang));
}

enum status output_write(struct output *out, struct buf *buf, struct error *error)
{
	size_t len = buf->len;
	size_t written = len ? fwrite(buf->data, 1, len, out->file) : 0;

	buf_clear(buf);
	if (written < len || ferror(out->file))
		return write_failed(error);
	return STATUS_DONE;
}

enum status output_flush(struct output *out, struct buf *buf, struct error *error)
{
	enum status status = output_write(out, buf, error);

	if (status == STATUS_DONE && fflush(out->file) != 0)
		return write_failed(error);
	return status;
}
