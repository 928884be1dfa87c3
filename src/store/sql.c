#include "store/sql.h"

#include "sql_text.inc"

static const struct {
	const char *text, *path;
} texts[SQL_COUNT] = {
#define SQL(name_, path_)       [name_] = {text_##name_, path_},
#define MIGRATION(name_, path_) SQL(name_, path_)
#include "sql_list.inc"
#undef MIGRATION
#undef SQL
};

const enum sql sql_migrations[] = {
#define SQL(name_, path_)
#define MIGRATION(name_, path_) name_,
#include "sql_list.inc"
#undef MIGRATION
#undef SQL
};
const size_t sql_migration_count = sizeof sql_migrations / sizeof sql_migrations[0];

const char *sql_text(enum sql sql)
{
	return texts[sql].text;
}

const char *sql_path(enum sql sql)
{
	return texts[sql].path;
}
