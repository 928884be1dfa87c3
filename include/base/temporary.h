/*
 * temporary - a file for what does not fit into memory, without a name, so that only this process
 * can read it and nothing of it is left behind. $TMPDIR, else /var/tmp, is where it takes its room.
 */
#ifndef MEMBERSTAT_TEMPORARY_H
#define MEMBERSTAT_TEMPORARY_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"

/* *file: a descriptor to be closed, -1 when it could not be made. */
enum status temporary_open(int *file, struct error *error);
/* Appends; false, with errno set, when it could not. */
bool temporary_write(int file, const char *data, size_t len);
/* STATUS_FAILED, with what errno says and what to do. */
enum status temporary_failed(struct error *error);

#endif
