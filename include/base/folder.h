/*
 * folder - a folder of files that appears whole or not at all: made beside its place under a hidden
 * name and renamed when it is complete, open to its owner alone.
 *
 * When a folder of that name exists, the two are exchanged in one step: at any moment a reader
 * finds the old one or the new one, even if the program is killed. Where the system cannot do that
 * it takes two renames. What a killed run left behind is deleted by the next one. It knows that
 * nobody is still at work on it, because a run keeps the folder around its own locked.
 */
#ifndef MEMBERSTAT_FOLDER_H
#define MEMBERSTAT_FOLDER_H

#include <stdbool.h>

#include "base/buf.h"
#include "base/err.h"

struct folder {
	struct buf path;      /* its final place */
	struct buf temporary; /* where it is being made */
	int parent;           /* descriptor of the folder around it, or -1 */
};

/* Begins a folder of this name in the folder `parent`, which is made when it does not exist (those
 * above it are not). STATUS_BUSY while another run is at work there. Call folder_close at the end,
 * after a failure too. */
enum status folder_open(
	struct folder *folder, const char *parent, const char *name, struct error *error);
/* *stands: does a folder of this name exist already? STATUS_FAILED when something else has the
 * name. */
enum status folder_stands(const struct folder *folder, bool *stands, struct error *error);
/* Appends the names of the files in the folder at `path`, sorted, a NUL after each. */
enum status folder_list(const char *path, struct buf *names, struct error *error);
/* Moves the folder to its final place. A folder that was there is deleted with its files. */
enum status folder_publish(struct folder *folder, struct error *error);
/* Deletes what was not published, and gives up the lock. */
void folder_close(struct folder *folder);

#endif
