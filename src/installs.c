/* What SQL has here beyond SQLite's own, in every connection. */
#include "db.h"
#include "dbfunc.h"
#include "population.h"
#include "totals.h"

static int install_functions(struct db *db)
{
	return dbfunc_install(db->handle);
}

int (*const db_installs[])(struct db *db) = {
	install_functions,
	population_install,
	totals_install,
	NULL,
};
