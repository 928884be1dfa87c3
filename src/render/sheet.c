#include "render/sheet.h"

#include <string.h>

void sheet_caption(struct buf *out, const struct sheet *sheet, enum lang lang)
{
	static const struct {
		const char *name;
		struct label label;
	} shown[] = {
		{"unit", L("Đơn vị", "Unit")},
		{"plan", L("Kế hoạch", "Plan")},
		{"year", L("Năm", "Year")},
	};

	sheet_as_of(out, sheet, lang);
	for (size_t i = 0; i < sizeof shown / sizeof shown[0]; i++) {
		const struct parameter *parameter = sheet_parameter(sheet, shown[i].name);

		if (parameter == NULL || parameter->type == PARAMETER_FLAG)
			continue;
		if (parameter->type == PARAMETER_TEXT && parameter->text == NULL)
			continue;
		buf_printf(out, " · %s ", label_in(shown[i].label, lang));
		if (parameter->type == PARAMETER_TEXT)
			buf_puts(out, parameter->text);
		else
			buf_printf(out, "%lld", (long long)parameter->number);
	}
}

const struct column *sheet_column(const struct sheet *sheet, const char *key)
{
	for (size_t i = 0; key && i < sheet->count; i++) {
		if (strcmp(sheet->columns[i].key, key) == 0)
			return &sheet->columns[i];
	}
	return NULL;
}

bool sheet_is_tree(const struct sheet *sheet)
{
	for (size_t i = 0; i < sheet->count; i++) {
		if (sheet->columns[i].kind == COL_LEVEL)
			return true;
	}
	return false;
}

const struct column *sheet_row_heading(const struct sheet *sheet)
{
	const struct column *words = NULL, *any = NULL;

	for (size_t i = 0; i < sheet->count; i++) {
		const struct column *column = &sheet->columns[i];

		if (column->kind == COL_TREE)
			return column;
		if (!column_is_shown(sheet, column))
			continue;
		if (any == NULL)
			any = column;
		if (words == NULL && !column_is_number(column))
			words = column;
	}
	return words ? words : any;
}

enum highlight sheet_highlight(const struct column *column, const struct cell *cell)
{
	const struct word *word = cell_word(column, cell);

	return word ? word->highlight : HIGHLIGHT_PLAIN;
}
