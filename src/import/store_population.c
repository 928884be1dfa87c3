/* The record store of population. */
#include "import/row_store.h"

#include "totals/population.h"

static const struct row_store population_rows = {
	.get = SQL_STMT_POPULATION_GET,
	.journal = SQL_STMT_POPULATION_JOURNAL,
	.put = SQL_STMT_POPULATION_PUT,
};

static enum status population_take(
	struct import *import, struct record *const *records, size_t count, struct error *error)
{
	(void)count; /* a group is one record */
	return row_store_take(import, &population_rows, records[0], error);
}

static enum status population_end(struct import *import, struct error *error)
{
	if (import->counts.added + import->counts.updated == 0)
		return STATUS_DONE;
	return population_keep(import->db, error);
}

const struct record_store store_population = {
	.is_empty = SQL_STMT_POPULATION_IS_EMPTY,
	.group = RECORD_FIELDS,
	.take = population_take,
	.end = population_end,
};
