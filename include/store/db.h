/*
 * db - the database file: opened, identified, migrated, locked; statements by name. Knows SQLite and
 * nothing of reports or imports.
 *
 * A memberstat database carries its application_id and, as user_version, the number of the last
 * migration applied (src/sql/schema, in order). A file that is not ours or newer than this program is
 * refused with a message. The file is created with mode 0600 and the default folder with 0700: rolls
 * are private from the first byte.
 *
 * Readers open read-only and never create. Writers begin with BEGIN IMMEDIATE. The busy timeout is
 * set before the first statement; a database that stays locked gives STATUS_BUSY.
 */
#ifndef MEMBERSTAT_DB_H
#define MEMBERSTAT_DB_H

#include <stdbool.h>
#include <stdint.h>

#include <sqlite3.h>

/* The oldest SQLite that has what src/sql uses. An older one is refused here, and one that is found when
 * the program runs is refused by db_open. */
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
	DB_CREATE, /* made when it is not there */
};

struct db;
/* Gives a connection what modules above this one add to SQL: functions and tables. An SQLite code. */
typedef int db_extension(struct db *db);

struct db {
	sqlite3 *handle;
	db_extension *const *extensions;
	char *path;
	bool created; /* this connection made the file */
	bool inner;   /* the transaction is part of another */
	sqlite3_stmt *cache[SQL_COUNT];
};

/* Path by the rules of data/README.md section 2: option (NULL when not given), MEMBERSTAT_DB, XDG.
 * The caller frees it; NULL with a message when there is no home. */
char *db_path(const char *option, struct error *error);

/* Opens, checks identity and migrates (writers). `extensions` (NULL at its end, borrowed until db is
 * closed) is what every connection is given before it is used. db is filled also on failure and must be
 * closed. */
enum status db_open(struct db *db, const char *path, enum db_mode mode,
	db_extension *const *extensions, struct error *error);
/* A file that this connection made and in which nothing was stored (`keep` false) is removed. */
void db_close(struct db *db, bool keep);

/* Within a transaction it begins one that is part of it: what the next commit or rollback ends is the
 * inner one, and what that commits is stored with the outer one. */
enum status db_begin(struct db *db, struct error *error);
/* Outside a transaction: whether SQLite checks foreign keys. They are checked unless this says not. */
void db_check_keys(struct db *db, bool on);
/* From here on a reader sees the database as it is now, whatever others write, until it is closed. */
enum status db_snapshot(struct db *db, struct error *error);
enum status db_commit(struct db *db, struct error *error);
void db_rollback(struct db *db);

/* A consistent copy at path, checked before it takes its name and readable by its owner alone; an
 * older file there is replaced. */
enum status db_backup(struct db *db, const char *path, struct error *error);

/* Runs a statement text without parameters that gives no rows; several are allowed. */
enum status db_run(struct db *db, enum sql sql, struct error *error);

/* The prepared statement, reset and with nothing bound; it belongs to db. NULL with a message when it
 * does not compile. */
sqlite3_stmt *db_statement(struct db *db, enum sql sql, struct error *error);
/* Gives up a statement, when what it reads goes away. */
void db_forget(struct db *db, enum sql sql);
/* One step: true for a row. When it is false and *status is not STATUS_DONE, error is filled. */
bool db_row(struct db *db, sqlite3_stmt *statement, enum status *status, struct error *error);
/* Steps a statement that gives no rows, and resets it. */
enum status db_step(struct db *db, sqlite3_stmt *statement, struct error *error);
/* Turns SQLite's last failure into a status and a message. */
enum status db_failed(struct db *db, struct error *error);

/* The day in a column; NO_DAY (date.h) for NULL. */
int db_day(sqlite3_stmt *row, int column);

/* Binds by name, ":unit"; a name that the statement has not is passed over, so that one set of
 * parameters serves every report. */
void db_bind_int(sqlite3_stmt *statement, const char *name, int64_t value);
void db_bind_text(
	sqlite3_stmt *statement, const char *name, const char *text); /* NULL binds NULL */

#endif
