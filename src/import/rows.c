#include "import/rows.h"

bool rows_start(struct rows *rows, size_t way, bool head)
{
	return rows->type->start(rows, way, head);
}

enum rows_result rows_next(struct rows *rows, struct raw_row *row, struct findings *findings)
{
	return rows->type->next(rows, row, findings);
}

void rows_expect(struct rows *rows, size_t cells)
{
	if (rows->type->expect)
		rows->type->expect(rows, cells);
}

void rows_explain(const struct rows *rows, struct findings *findings)
{
	rows->type->explain(rows, findings);
}

void rows_describe(const struct rows *rows, enum lang lang, struct buf *out)
{
	rows->type->describe(rows, lang, out);
}

void rows_progress(const struct rows *rows, size_t *done, size_t *all)
{
	rows->type->progress(rows, done, all);
}

enum status rows_failed(const struct rows *rows, struct error *error)
{
	return rows->type->failed(rows, error);
}

const char *rows_sha256(struct rows *rows)
{
	return rows->type->sha256(rows);
}

void rows_close(struct rows *rows)
{
	if (rows)
		rows->type->close(rows);
}
