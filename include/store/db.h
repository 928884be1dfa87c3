/*
 * db - the database file: opened, identified, migrated, locked; statements by name. Knows SQLite and
 * nothing of reports or imports.
 *
 * A memberstat database carries its application_id and, as user_version, the number of the last
 * migration applied (src/sql/schema, in order). A file that is not a memberstat database, or newer
 * than this program, is refused with a message. The file is created with mode 0600 and the default
 * folder with 0700: a roll is private from its first byte.
 *
 * Readers open read-only and never create. Writers begin with BEGIN IMMEDIATE. The busy timeout is
 * set before the first statement; a database that stays locked gives STATUS_BUSY.
 */
#ifndef MEMBERSTAT_DB_H
#define MEMBERSTAT_DB_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <sqlite3.h>

/* The oldest SQLite that has everything src/sql uses. An older header is refused here, an older
 * library by db_open. */
#define SQLITE_OLDEST      3040000
#define SQLITE_OLDEST_NAME "3.40"
#if SQLITE_VERSION_NUMBER < SQLITE_OLDEST
#error "memberstat needs SQLite 3.40 or later: install a newer libsqlite3-dev"
#endif

#include "base/err.h"
#include "store/sql.h"

enum db_mode {
	DB_READ,   /* must exist */
	DB_WRITE,  /* must exist */
	DB_CREATE, /* made when it does not exist */
};

struct db;
/* Adds functions and tables of a module above this one to a connection. Returns an SQLite code. */
typedef int db_extension(struct db *db);

struct db {
	sqlite3 *handle;
	db_extension *const *extensions;
	char *path;
	bool created; /* the file did not exist before */
	bool inner;   /* the transaction is part of an outer one */
	int damage;   /* SQLite code of the damage that was found, or 0 */
	/* What a module above this one does once the tables were migrated, in the same transaction; set by its
	 * extension, or NULL. */
	enum status (*migrated)(struct db *db, struct error *error);
	sqlite3_stmt *cache[SQL_COUNT];
};

/* Path by the rules of data/README.md section 2: option (NULL when not given), MEMBERSTAT_DB, XDG.
 * The caller frees it; NULL with a message when there is no home. */
char *db_path(const char *option, struct error *error);

/* Opens the database, checks that it is one, and migrates it (writers). Every connection gets the
 * `extensions` before it is used: a list that ends with NULL and is borrowed until db is closed.
 * Call db_close after a failure too. */
enum status db_open(struct db *db, const char *path, enum db_mode mode,
	db_extension *const *extensions, struct error *error);
/* Closes the database. Deletes the file when this connection created it and `keep` is false,
 * because nothing was stored. */
void db_close(struct db *db, bool keep);

/* Begins a transaction that writes. Within another transaction it begins an inner one: the next
 * commit or rollback ends the inner one, and what it committed is stored when the outer one
 * commits. */
enum status db_begin(struct db *db, struct error *error);
/* Switches the checking of foreign keys, which is on at first. Only outside a transaction. */
void db_check_keys(struct db *db, bool on);
/* From here on, until it is closed, a reader sees the database as it is now, whatever others
 * write. */
enum status db_snapshot(struct db *db, struct error *error);
enum status db_commit(struct db *db, struct error *error);
void db_rollback(struct db *db);

/* Writes a consistent copy to path, readable by its owner alone. It is checked before it gets its
 * name; an older file of that name is replaced. */
enum status db_backup(struct db *db, const char *path, struct error *error);

/* Runs a text of one or more statements that have no parameters and give no rows. */
enum status db_run(struct db *db, enum sql sql, struct error *error);

/* --- db_statement.c: statements with numbers for ?1, ?2, … --------------------------------------- */

/* The numbers that a statement takes, as two arguments of the functions below. */
#define NUMBERS(...) \
	(const int64_t[]){__VA_ARGS__}, sizeof((const int64_t[]){__VA_ARGS__}) / sizeof(int64_t)
#define NO_NUMBERS NULL, 0

/*
 * The rows of a statement, one after the other:
 *
 *   struct db_rows rows = db_prepare(db, SQL_TOTAL_AREA, NUMBERS(unit, own), error);
 *
 *   while (db_next(&rows))
 *           rows.status = count(sqlite3_column_int64(rows.at, AREA_UNIT), error);
 *   return db_end(&rows);
 *
 * The first failure, of the statement or of what is done with a row, ends the loop and is what db_end
 * gives; nothing in between need ask for it. Only one such loop at a time runs over a statement.
 */
struct db_rows {
	struct db *db;
	sqlite3_stmt *at; /* the row at hand; before the first one, more can be bound to it */
	enum status status;
	struct error *error;
};

struct db_rows db_prepare(
	struct db *db, enum sql sql, const int64_t *numbers, size_t count, struct error *error);
bool db_next(struct db_rows *rows);
/* Gives the statement back, whether or not it came to its end. */
enum status db_end(struct db_rows *rows);
/* Both at once, for a statement that gives no rows. */
enum status db_finish(struct db_rows *rows);

/* Prepares and finishes a statement that takes nothing but numbers. */
enum status db_do(
	struct db *db, enum sql sql, const int64_t *numbers, size_t count, struct error *error);
/* Reads the first column of the first row as a number; 0 where there is no row. */
enum status db_number(struct db *db, enum sql sql, const int64_t *numbers, size_t count,
	int64_t *number, struct error *error);

/* The prepared statement, reset and with nothing bound. It belongs to db: do not finalize it. NULL,
 * and error is filled, when it does not compile. */
sqlite3_stmt *db_statement(struct db *db, enum sql sql, struct error *error);
/* Finalizes a statement, when a table that it reads is about to be dropped. */
void db_forget(struct db *db, enum sql sql);
/* Steps the statement. True when there is a row; false at the end and after a failure, when *status
 * is not STATUS_DONE and error is filled. */
bool db_row(struct db *db, sqlite3_stmt *statement, enum status *status, struct error *error);
/* Steps a statement that gives no rows, and resets it. */
enum status db_step(struct db *db, sqlite3_stmt *statement, struct error *error);
/* Fills error with SQLite's last failure and returns its status. */
enum status db_failed(struct db *db, struct error *error);
/* Call it for a value of this table that memberstat never stores: the database is damaged. */
enum status db_damaged(struct db *db, const char *table, struct error *error);
/* Call it when kept totals or populations do not have their proof (proof.h): they are damaged. */
enum status db_kept_damaged(struct db *db, struct error *error);
/* What an SQL function or table returns to SQLite after it failed with this error, so that
 * db_failed for the statement gives the same error. */
int db_code(const struct db *db, const struct error *error);

/* The text in a column, borrowed until the next row; NULL for NULL. */
const char *db_text(sqlite3_stmt *row, int column);
/* The day in a column; NO_DAY (date.h) for NULL, INT32_MAX for a number that cannot be a day. */
int db_day(sqlite3_stmt *row, int column);

/* Bind a parameter by name, as ":unit". A name that the statement does not have is ignored, so that
 * one set of parameters serves every report. */
void db_bind_int(sqlite3_stmt *statement, const char *name, int64_t value);
void db_bind_text(
	sqlite3_stmt *statement, const char *name, const char *text); /* NULL binds NULL */

#endif
