/*
 * batch - rows in memory that SQL reads as a table: `INSERT INTO member SELECT … FROM added_member`
 * stores thousands of rows in one statement, which costs about half of a statement a row (measured,
 * tests/bench/RESULTS.md).
 *
 * A batch is a virtual table of the connection with the columns c1, c2, …; its values are numbers,
 * texts (which are copied) or NULL.
 */
#ifndef MEMBERSTAT_BATCH_H
#define MEMBERSTAT_BATCH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <sqlite3.h>

#define BATCH_COLUMNS 12

struct batch;

/* Makes the table, with this name; NULL when SQLite fails. Free the batch when no statement reads
 * it any more and before the connection is closed. */
struct batch *batch_new(sqlite3 *handle, const char *name, size_t columns);
void batch_free(struct batch *batch);

/* Adds a row. Then add its values, from the first column to the last. */
void batch_add_row(struct batch *batch);
void batch_add_number(struct batch *batch, int64_t number);
void batch_add_text(struct batch *batch, const char *text, size_t len);
void batch_add_null(struct batch *batch);
/* Does it hold so much that it should be stored now? More rows can still be added, so that the rows
 * of a member stay together. */
bool batch_is_full(const struct batch *batch);
size_t batch_count(const struct batch *batch);
void batch_clear(struct batch *batch);

#endif
