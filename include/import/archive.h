/*
 * archive - the parts of a ZIP file, unpacked while they are read. The only module that knows
 * libzip.
 *
 * Nothing is written to disk: a part is found by its name and its bytes come out in blocks, so that
 * names that point elsewhere lead nowhere. An archive may be made to do harm: its size unpacked is
 * bounded before anything is read and while it is (data/README.md section 3), and so is the number
 * of its parts.
 *
 * STATUS_REJECTED when the archive is at fault (damaged, with a password, too large), STATUS_FAILED
 * when the library is not there.
 */
#ifndef MEMBERSTAT_ARCHIVE_H
#define MEMBERSTAT_ARCHIVE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"

#define ARCHIVE_PART_MAX  (1ull << 30) /* bytes of one part, unpacked */
#define ARCHIVE_TOTAL_MAX (4ull << 30) /* of all parts */
#define ARCHIVE_PARTS_MAX 10000
/* A large part may unpack to so many times its size: those of real workbooks do not reach 100. */
#define ARCHIVE_RATIO_MAX  300
#define ARCHIVE_RATIO_FROM (64ull << 20) /* bytes, unpacked */

struct archive;
struct archive_part;

/* file: a descriptor that can be read at any place; it stays the caller's. */
enum status archive_open(struct archive **archive, int file, struct error *error);
void archive_close(struct archive *archive);

/* Is there a part of this name (case ignored)? */
bool archive_has(const struct archive *archive, const char *name);
/* STATUS_REJECTED when there is none. Parts may be open side by side, not in two threads at a time.
 * */
enum status archive_part_open(
	struct archive_part **part, struct archive *archive, const char *name, struct error *error);
/* Up to `room` bytes; *got is 0 at the end. */
enum status archive_part_read(
	struct archive_part *part, void *bytes, size_t room, size_t *got, struct error *error);
/* Bytes unpacked so far, and in all. */
void archive_part_progress(const struct archive_part *part, size_t *done, size_t *all);
void archive_part_close(struct archive_part *part);

#endif
