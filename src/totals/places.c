#include "totals/places.h"

enum status places_days(struct db *db, struct error *error)
{
	return db_run(db, SQL_PLACE_VERSIONS, error);
}

enum status places_make(struct db *db, bool *moved, struct error *error)
{
	sqlite3_stmt *statement;
	enum status status;

	if (places_days(db, error) != STATUS_DONE ||
		db_run(db, SQL_PLACE_PLACES, error) != STATUS_DONE)
		return error_status(error);
	/* The table it reads is another one each time. */
	db_forget(db, SQL_PLACE_MOVED);
	statement = db_statement(db, SQL_PLACE_MOVED, error);
	if (statement == NULL)
		return error_status(error);
	*moved = db_row(db, statement, &status, error) && sqlite3_column_int(statement, 0) == 1;
	sqlite3_reset(statement);
	return status == STATUS_DONE ? db_run(db, SQL_PLACE_KEEP, error) : status;
}
