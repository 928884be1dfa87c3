/*
 * rendering - what the tests of the renderers share: a short way to write cells, and what a
 * renderer writes as text.
 */
#ifndef MEMBERSTAT_TEST_RENDERING_H
#define MEMBERSTAT_TEST_RENDERING_H

#include "render/render.h"

#define NONE                       \
	{                          \
		.type = CELL_EMPTY \
	}
#define TEXT(text_)                                \
	{                                          \
		.type = CELL_TEXT, .text = (text_) \
	}
#define NUMBER(number_)                                  \
	{                                                \
		.type = CELL_NUMBER, .number = (number_) \
	}
#define FRACTION(over_, under_)                                             \
	{                                                                   \
		.type = CELL_FRACTION, .number = (over_), .under = (under_) \
	}

#define DAY_2022_04_30 19112 /* date -d 2022-04-30 +%s divided by 86400 */
#define DAY_2019_04_01 17987

static inline enum status render_sheet(struct output *out, const struct renderer *renderer,
	const struct sheet *sheet, const struct cell *cells, size_t rows, const char *const *notes,
	struct error *error)
{
	enum status status = renderer->begin(out, sheet, error);

	for (size_t i = 0; i < rows && status == STATUS_DONE; i++)
		status = renderer->row(out, cells + i * sheet->count, error);
	return status == STATUS_DONE ? renderer->end(out, notes, error) : status;
}

/* What the renderer writes for one sheet, as text. The caller frees it. */
static inline char *render_text(const struct renderer *renderer, struct render_options options,
	const struct sheet *sheet, const struct cell *cells, size_t rows, const char *const *notes)
{
	struct error error = {.lang = options.lang};
	char *text = NULL;
	size_t len = 0;
	struct output out = {.file = open_memstream(&text, &len), .options = options};

	assert_non_null(out.file);
	assert_int_equal(renderer->open(&out, &error), STATUS_DONE);
	assert_int_equal(
		render_sheet(&out, renderer, sheet, cells, rows, notes, &error), STATUS_DONE);
	assert_int_equal(renderer->close(&out, &error), STATUS_DONE);
	assert_int_equal(fclose(out.file), 0);
	return text;
}

static inline void assert_rendered(const struct renderer *renderer, struct render_options options,
	const struct sheet *sheet, const struct cell *cells, size_t rows, const char *const *notes,
	const char *expected)
{
	char *text = render_text(renderer, options, sheet, cells, rows, notes);

	assert_string_equal(text, expected);
	free(text);
}

#endif
