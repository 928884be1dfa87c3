/*
 * xlsx_file - a workbook while libxlsxwriter makes it: the library writes to a path only, so this
 * is in a folder that nobody else can enter, and is copied from there to the output.
 */
#ifndef MEMBERSTAT_XLSX_FILE_H
#define MEMBERSTAT_XLSX_FILE_H

#include "base/buf.h"
#include "base/err.h"
#include "render/render.h"
#include "render/xlsx_library.h"

struct xlsx_file {
	struct buf folder; /* for the library's temporary files too */
	struct buf path;   /* of the workbook */
};

enum status xlsx_file_make(struct xlsx_file *file, struct error *error);
/* Copies the finished workbook to the output. */
enum status xlsx_file_copy(const struct xlsx_file *file, struct output *out, struct error *error);
/* Takes the folder away and gives the memory back. */
void xlsx_file_remove(struct xlsx_file *file);

/* STATUS_FAILED, in the library's words. */
enum status xlsx_failed(const struct xlsx_library *library, lxw_error code, struct error *error);

#endif
