/* What is stored of a member, before the rows of the file are laid over it. */
#include "import/member.h"

#include "import/record_row.h"

/* Columns of stmt/member_get.sql; those of stmt/stay_get.sql are the columns of a stay, and these. */
enum { GET_ID, GET_FACTS };
enum { GET_STAY_FACTS = STAY_COLUMNS, GET_STAY_OFFICIAL };

/* Parameter of stmt/member_get.sql. */
enum { BY_CODE = 1 };

static int64_t column_or_none(sqlite3_stmt *row, int column)
{
	return sqlite3_column_type(row, column) == SQLITE_NULL ? NO_DAY
							       : sqlite3_column_int64(row, column);
}

static enum status load_stays(struct import *import, struct member *member, struct error *error)
{
	struct db_rows rows = db_prepare(import->db, SQL_STMT_STAY_GET, NUMBERS(member->id), error);

	while (db_next(&rows)) {
		struct member_stay *stay = member_add_stay(member);
		int column;

		stay->stored = true;
		for (column = 0; column < STAY_COLUMNS; column++)
			stay->was.columns[column] = column_or_none(rows.at, column);
		stay->was.facts = (unsigned)sqlite3_column_int(rows.at, GET_STAY_FACTS);
		stay->was.official = column_or_none(rows.at, GET_STAY_OFFICIAL);
		stay->now = stay->was;
	}
	return db_end(&rows);
}

enum status member_load(
	struct import *import, struct member *member, const struct record *row, struct error *error)
{
	struct db_rows rows;
	enum status status;

	member->id = 0;
	member->count = 0;
	if (import->first_load)
		return STATUS_DONE;
	record_clear(&member->stored);
	rows = db_prepare(import->db, SQL_STMT_MEMBER_GET, NO_NUMBERS, error);
	record_bind_value(rows.at, BY_CODE, row, MEMBER_MEMBER);
	if (db_next(&rows)) {
		member->id = sqlite3_column_int64(rows.at, GET_ID);
		record_load(&member->stored, FIRST_FACT, FACTS, rows.at, GET_FACTS);
	}
	status = db_end(&rows);
	return status == STATUS_DONE && member->id ? load_stays(import, member, error) : status;
}
