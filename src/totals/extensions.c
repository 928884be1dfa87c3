/* What SQL has here beyond SQLite's own, in every connection. */
#include "store/db.h"
#include "store/sql_functions.h"
#include "totals/population.h"
#include "totals/totals.h"

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
