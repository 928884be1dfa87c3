/*
 * outfile - a file that appears whole or not at all: written beside its place under a temporary name
 * and renamed when it is complete, readable by its owner alone. A device or a pipe is written to directly.
 */
#ifndef MEMBERSTAT_OUTFILE_H
#define MEMBERSTAT_OUTFILE_H

#include <stdbool.h>
#include <stdio.h>

#include "base/err.h"

struct outfile {
	FILE *stream;
	char *path, *temporary;
};

enum status outfile_open(struct outfile *file, const char *path, struct error *error);
/* Writes everything to the disk and renames the file. On failure the temporary file is removed and
 * what stood at the path before is as it was. */
enum status outfile_publish(struct outfile *file, struct error *error);
void outfile_abandon(struct outfile *file);
/* Are both paths the same file, so that writing the one would replace the other? */
bool outfile_same(const char *a, const char *b);

#endif
