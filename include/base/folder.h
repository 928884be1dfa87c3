/*
 * folder - a folder of files that appears whole or not at all: made beside its place under a hidden
 * name and renamed when it is complete, open to its owner alone.
 *
 * Where a folder of that name stands already, the two change places in one step, so that a reader
 * finds the old one or the new one at any moment, whenever the program is killed; where the system
 * cannot do that, in two renames. What a killed run left behind, the next one takes away: while a
 * folder is being made, the one in which it will stand is locked.
 */
#ifndef MEMBERSTAT_FOLDER_H
#define MEMBERSTAT_FOLDER_H

#include <stdbool.h>

#include "base/buf.h"
#include "base/err.h"

struct folder {
	struct buf path;      /* its place */
	struct buf temporary; /* where it is being made */
	int parent;           /* descriptor of the folder in which it stands, or -1 */
};

/* Begins a folder of this name in `parent`, which is made when it is not there (not those above
 * it). STATUS_BUSY while another run is at work there. The struct is to be given back by
 * folder_close, after a failure too. */
enum status folder_open(
	struct folder *folder, const char *parent, const char *name, struct error *error);
/* Does something stand at its place? STATUS_FAILED when that is no folder. */
enum status folder_stands(const struct folder *folder, bool *stands, struct error *error);
/* Appends the names of what stands in the folder at `path`, a NUL after each, in their order. */
enum status folder_list(const char *path, struct buf *names, struct error *error);
/* Puts the folder in its place; one that stood there is taken away with the files in it. */
enum status folder_publish(struct folder *folder, struct error *error);
/* Takes away what was not published. */
void folder_close(struct folder *folder);

#endif
