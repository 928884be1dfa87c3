/*
 * document - where a command's rows go: the renderer that --format or the file's ending chose, on standard
 * output or in a file that appears whole, with the look that the terminal allows.
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

/* Table on a terminal, csv otherwise, unless --format or the ending of --output says so. */
enum status document_open(
	struct document *document, const struct request *request, struct error *error);
/* Ends the document; a file is published only when status, that of the work so far, is good. Gives
 * the status of all. */
enum status document_close(struct document *document, enum status status, struct error *error);

#endif
