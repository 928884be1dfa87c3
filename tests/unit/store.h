/*
 * store - a database for a unit test, filled by SQL.
 */
#ifndef MEMBERSTAT_TEST_STORE_H
#define MEMBERSTAT_TEST_STORE_H

#include <unistd.h>

#include "base/buf.h"
#include "store/db.h"
#include "totals/extensions.h"
#include "totals/places.h"

#define STORE "store.db"

static inline void store_run(struct db *db, const char *sql)
{
	char *message = NULL;

	if (sqlite3_exec(db->handle, sql, NULL, NULL, &message) != SQLITE_OK)
		fail_msg("%s: %s", sql, message);
}

static inline void store_open(struct db *db, enum db_mode mode)
{
	struct error error = {.lang = LANG_EN};

	if (db_open(db, STORE, mode, totals_extensions, &error) != STATUS_DONE)
		fail_msg("%s", error.message);
}

/* A new, empty roll. Units of one version go into the view any_unit. */
static inline void store_new(struct db *db)
{
	unlink(STORE);
	store_open(db, DB_CREATE);
	store_run(db,
		"CREATE TEMP VIEW any_unit (id, code, name, name_key, kind, parent, opened_on, closed_on)"
		" AS SELECT u.id, code, name, name_key, kind, parent, opened_on, closed_on"
		" FROM unit u JOIN unit_version ON unit = u.id;"
		"CREATE TEMP TRIGGER any_unit_put INSTEAD OF INSERT ON any_unit BEGIN"
		" INSERT INTO unit (id, code, opened_on, closed_on)"
		"  VALUES (new.id, new.code, new.opened_on, new.closed_on);"
		" INSERT INTO unit_version (unit, since, name, name_key, kind, parent)"
		"  SELECT id, -1000000, new.name, new.name_key, new.kind, new.parent"
		"  FROM unit WHERE code = new.code;"
		"END");
}

/* After units were put or changed by SQL. */
static inline void store_places(struct db *db)
{
	struct error error = {.lang = LANG_EN};
	bool moved;

	if (places_make(db, &moved, &error) != STATUS_DONE)
		fail_msg("%s", error.message);
}

static inline void store_end(struct db *db)
{
	db_close(db, true);
	unlink(STORE);
}

/* The one value that a query gives, as text; "NULL" for NULL. The caller frees it. */
static inline char *store_text(sqlite3 *handle, const char *sql)
{
	sqlite3_stmt *statement = NULL;
	const char *text;
	char *copy;

	if (sqlite3_prepare_v2(handle, sql, -1, &statement, NULL) != SQLITE_OK)
		fail_msg("%s: %s", sql, sqlite3_errmsg(handle));
	assert_int_equal(sqlite3_step(statement), SQLITE_ROW);
	text = (const char *)sqlite3_column_text(statement, 0);
	copy = memory_text(text ? text : "NULL", strlen(text ? text : "NULL"));
	sqlite3_finalize(statement);
	return copy;
}

static inline void store_gives(sqlite3 *handle, const char *sql, const char *wanted)
{
	char *got = store_text(handle, sql);

	if (strcmp(got, wanted) != 0)
		fail_msg("%s gives %s, not %s", sql, got, wanted);
	free(got);
}

#endif
