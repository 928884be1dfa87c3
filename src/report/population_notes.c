#include "report/population_notes.h"

void population_notes(sqlite3_stmt *row, enum lang lang, struct buf *paragraphs)
{
	const char *units = (const char *)sqlite3_column_text(row, 0);

	if (units == NULL)
		return;
	buf_printf(paragraphs,
		lang == LANG_VI ? "Chưa có dân số vì thiếu số của: %s."
				: "There is no population for want of that of: %s.",
		units);
	buf_putc(paragraphs, '\0');
}
