/*
 * batch - rows that SQL reads from memory: `INSERT INTO member SELECT … FROM added_member` stores
 * thousands of rows in one statement, which costs about half of a statement a row (measured,
 * tests/bench/RESULTS.md).
 *
 * A batch is a virtual table of the connection with the columns c1, c2, …; values are numbers, texts or
 * NULL, and texts are copied into it.
 */
#ifndef MEMBERSTAT_BATCH_H
#define MEMBERSTAT_BATCH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <sqlite3.h>

#define BATCH_COLUMNS 12

struct batch;

/* Registers the table under this name. NULL when SQLite refuses. The batch must live as long as
 * statements that read it are used, and be freed before the connection is closed. */
struct batch *batch_new(sqlite3 *handle, const char *name, size_t columns);
void batch_free(struct batch *batch);

/* Adds a row; its values are then added, from the first column to the last. */
void batch_add_row(struct batch *batch);
void batch_add_number(struct batch *batch, int64_t number);
void batch_add_text(struct batch *batch, const char *text, size_t len);
void batch_add_null(struct batch *batch);
/* Time to store what it holds? More rows still go in: a member may have many. */
bool batch_is_full(const struct batch *batch);
size_t batch_count(const struct batch *batch);
void batch_clear(struct batch *batch);

#endif
