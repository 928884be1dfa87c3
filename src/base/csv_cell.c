#include "base/csv_cell.h"

#include <stdbool.h>

void csv_write_cell(struct buf *out, const char *text, size_t len, char delimiter)
{
	bool quote = len > 0 && (text[0] == ' ' || text[0] == '\t' || text[len - 1] == ' ' ||
					text[len - 1] == '\t');

	for (size_t i = 0; i < len && !quote; i++)
		quote = text[i] == delimiter || text[i] == '"' || text[i] == '\n' ||
			text[i] == '\r';
	if (!quote) {
		buf_add(out, text, len);
		return;
	}
	buf_putc(out, '"');
	for (size_t i = 0; i < len; i++) {
		if (text[i] == '"')
			buf_putc(out, '"');
		buf_putc(out, text[i]);
	}
	buf_putc(out, '"');
}
