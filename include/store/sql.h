/*
 * sql - the SQL texts of src/sql, embedded when the program is built.
 *
 * Each file is one text with a constant: src/sql/report/ratio.sql is SQL_REPORT_RATIO. The Makefile
 * makes the lists of texts and of migrations (sql_list.inc), so a new file needs no other change.
 */
#ifndef MEMBERSTAT_SQL_H
#define MEMBERSTAT_SQL_H

#include <stddef.h>

enum sql {
#define SQL(name_, path_)       name_,
#define MIGRATION(name_, path_) name_,
#include "sql_list.inc"
#undef MIGRATION
#undef SQL
	SQL_COUNT
};

/* The text, NUL-terminated. */
const char *sql_text(enum sql sql);
/* Its path below src/sql, for tests and messages: "report/ratio.sql". */
const char *sql_path(enum sql sql);

/* Migrations in their order: src/sql/schema/0001-*.sql is sql_migrations[0]. */
extern const enum sql sql_migrations[];
extern const size_t sql_migration_count;

#endif
