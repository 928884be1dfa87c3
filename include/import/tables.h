/*
 * tables - a file to be imported, and the tables in it: a text file is one, a workbook has one on
 * each sheet. A ZIP is taken for a workbook, whatever its name.
 *
 * A workbook is read whole once, for its SHA-256, before its sheets are; where it cannot be read at
 * any place (standard input, a pipe) it is copied to a temporary file on the way.
 */
#ifndef MEMBERSTAT_TABLES_H
#define MEMBERSTAT_TABLES_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/err.h"
#include "import/rows.h"
#include "import/workbook.h"

struct tables;

/* How text is read; see text_rows_open. */
struct tables_options {
	const char *encoding;
	char delimiter;
};

/* Opens path ("-" is standard input). STATUS_REJECTED for a workbook that cannot be read;
 * STATUS_FAILED for a file that cannot. */
enum status tables_open(struct tables **tables, const char *path,
	const struct tables_options *options, struct error *error);
/* The same tables for one more who closes them. */
struct tables *tables_share(struct tables *tables);
void tables_close(struct tables *tables);

/* The path as it was given. */
const char *tables_path(const struct tables *tables);
size_t tables_count(const struct tables *tables);
/* The sheet that is table number `table`; NULL for a text file. */
const struct workbook_sheet *tables_sheet(const struct tables *tables, size_t table);
/* Appends what a table is called: the file, and of a workbook its sheet: `roll.xlsx[Đảng viên]`. */
void tables_name(const struct tables *tables, size_t table, struct buf *out);
/* Can the rows of a table be asked for more than once? */
bool tables_can_be_read_again(const struct tables *tables);
/* The rows of a table, which must not outlive the tables. The sheet of a workbook must have a part.
 * */
enum status tables_rows(
	struct tables *tables, size_t table, struct rows **rows, struct error *error);

#endif
