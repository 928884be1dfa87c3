/*
 * document - where the rows of a command go: to the renderer that --format or the ending of the
 * file's name chose, and on to standard output or to a file that appears whole. Colours and width
 * are those of the terminal.
 */
#ifndef MEMBERSTAT_DOCUMENT_H
#define MEMBERSTAT_DOCUMENT_H

#include <stdbool.h>

#include "cli/command.h"
#include "base/err.h"
#include "base/outfile.h"
#include "render/render.h"

struct document {
	const struct renderer *renderer;
	struct output output;
	struct outfile file; /* stream is NULL for standard output */
	bool opened;
};

/* Chooses the format by --format, else by the ending of --output; else table on a terminal and csv
 * otherwise. Nothing has to be closed after a failure. */
enum status document_open(
	struct document *document, const struct request *request, struct error *error);
/* The same for a sheet to be filled in (form.h): as xlsx or csv. */
enum status document_open_form(
	struct document *document, const struct request *request, struct error *error);
/* Ends the document. `status` is that of the work so far: only when it is STATUS_DONE does a file
 * get its name. Returns status, or what went wrong in closing. */
enum status document_close(struct document *document, enum status status, struct error *error);

#endif
