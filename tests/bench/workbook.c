/*
 * workbook - makes an Excel workbook of a CSV file whose cells have no quotes, as a spreadsheet program
 * saves it: texts shared, days as dates.
 *
 *	workbook FILE.csv FILE.xlsx
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <xlsxwriter.h>

enum { LINE = 4096 };

/* Is it a day, 2010-05-01? */
static int is_day(const char *text, lxw_datetime *day)
{
	*day = (lxw_datetime){0};
	return strlen(text) == 10 &&
	       sscanf(text, "%d-%d-%d", &day->year, &day->month, &day->day) == 3;
}

static void write_line(lxw_worksheet *sheet, lxw_row_t row, char *line, lxw_format *date)
{
	lxw_col_t column = 0;
	char *cell = line, *next;

	for (; cell; cell = next, column++) {
		lxw_datetime day;

		next = strchr(cell, ',');
		if (next)
			*next++ = '\0';
		if (is_day(cell, &day))
			worksheet_write_datetime(sheet, row, column, &day, date);
		else if (*cell)
			worksheet_write_string(sheet, row, column, cell, NULL);
	}
}

int main(int argc, char *argv[])
{
	FILE *file = argc == 3 ? fopen(argv[1], "r") : NULL;
	lxw_workbook *book = file ? workbook_new(argv[2]) : NULL;
	lxw_worksheet *sheet = book ? workbook_add_worksheet(book, "members") : NULL;
	lxw_format *date = book ? workbook_add_format(book) : NULL;
	char line[LINE];

	if (sheet == NULL || date == NULL) {
		fprintf(stderr, "usage: workbook FILE.csv FILE.xlsx\n");
		return 1;
	}
	format_set_num_format(date, "dd/mm/yyyy");
	for (lxw_row_t row = 0; fgets(line, LINE, file); row++) {
		line[strcspn(line, "\n")] = '\0';
		write_line(sheet, row, line, date);
	}
	fclose(file);
	return workbook_close(book) == LXW_NO_ERROR ? 0 : 1;
}
