#include "render/render.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/json.h"

struct json {
	const struct sheet *sheet;
	struct buf text, cell;
	bool has_rows;
};

static void write_parameter(struct json *json, const struct parameter *parameter)
{
	json_text(&json->text, parameter->name);
	buf_putc(&json->text, ':');
	switch (parameter->type) {
	case PARAMETER_TEXT:
		json_text(&json->text, parameter->text);
		break;
	case PARAMETER_NUMBER:
		buf_printf(&json->text, "%" PRId64, parameter->number);
		break;
	case PARAMETER_FLAG:
		buf_puts(&json->text, parameter->number ? "true" : "false");
		break;
	}
}

static void write_cell(struct json *json, const struct column *column, const struct cell *cell)
{
	if (cell->type == CELL_EMPTY) {
		buf_puts(&json->text, "null");
		return;
	}
	if (cell->type != CELL_TEXT && column_is_number(column)) {
		cell_machine(&json->text, column, cell);
		return;
	}
	buf_clear(&json->cell);
	cell_machine(&json->cell, column, cell);
	json_text(&json->text, buf_text(&json->cell));
}

static enum status json_open(struct output *out, struct error *error)
{
	struct json *json = memory_get(sizeof *json);

	(void)error;
	*json = (struct json){0};
	out->state = json;
	return STATUS_DONE;
}

static enum status json_begin(struct output *out, const struct sheet *sheet, struct error *error)
{
	struct json *json = out->state;
	char as_of[11];

	json->sheet = sheet;
	json->has_rows = false;
	date_write(sheet->as_of, as_of);
	buf_puts(&json->text, "{\"schema_version\":1,\"report\":");
	json_text(&json->text, sheet->name);
	buf_puts(&json->text, ",\"as_of\":");
	json_text(&json->text, as_of);
	buf_puts(&json->text, ",\"parameters\":{");
	for (size_t i = 0; i < sheet->parameter_count; i++) {
		if (i > 0)
			buf_putc(&json->text, ',');
		write_parameter(json, &sheet->parameters[i]);
	}
	buf_puts(&json->text, "},\"rows\":[");
	return output_write(out, &json->text, error);
}

static enum status json_row(struct output *out, const struct cell *cells, struct error *error)
{
	struct json *json = out->state;
	const struct sheet *sheet = json->sheet;

	buf_puts(&json->text, json->has_rows ? ",\n{" : "\n{");
	json->has_rows = true;
	for (size_t i = 0; i < sheet->count; i++) {
		if (i > 0)
			buf_putc(&json->text, ',');
		json_text(&json->text, sheet->columns[i].key);
		buf_putc(&json->text, ':');
		write_cell(json, &sheet->columns[i], &cells[i]);
	}
	buf_putc(&json->text, '}');
	return output_write(out, &json->text, error);
}

static enum status json_end(struct output *out, const char *const *notes, struct error *error)
{
	struct json *json = out->state;

	(void)notes;
	buf_puts(&json->text, json->has_rows ? "\n]}\n" : "]}\n");
	return output_flush(out, &json->text, error);
}

static enum status json_close(struct output *out, struct error *error)
{
	struct json *json = out->state;

	(void)error;
	buf_release(&json->text);
	buf_release(&json->cell);
	free(json);
	out->state = NULL;
	return STATUS_DONE;
}

const struct renderer render_json = {
	.name = "json",
	.extension = "json",
	.open = json_open,
	.begin = json_begin,
	.row = json_row,
	.end = json_end,
	.close = json_close,
};
