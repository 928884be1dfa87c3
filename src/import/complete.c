#include "import/complete.h"

#include "store/units.h"

/* Finds the unit that the option names, as units_scope does. */
static enum status find_unit(struct import *import, struct error *error)
{
	const char *named = import->options.complete;
	struct complete *complete = &import->complete;
	struct unit_found found, root;

	if (units_root(import->db, import->options.complete_on, &root, error) != STATUS_DONE ||
		units_find(import->db, named, &found, error) != STATUS_DONE)
		return error_status(error);
	if (found.count > 1)
		return error_set(error, STATUS_USAGE,
			"--complete %s: nhiều đơn vị cùng tên (%s, %s…); hãy dùng mã",
			"--complete %s: several units have this name (%s, %s…); use the code",
			named, found.codes[0], found.codes[1]);
	if (found.count == 0)
		return error_set(error, STATUS_USAGE,
			"--complete %s: không có đơn vị này; xem các mã: memberstat list units",
			"--complete %s: there is no such unit; see the codes: memberstat list units",
			named);
	*complete = (struct complete){.counted = found.id == root.id ? ROLL : found.id};
	return STATUS_DONE;
}

enum status complete_begin(struct import *import, struct error *error)
{
	if (import->options.complete == NULL)
		return STATUS_DONE;
	if (import->header.kind != ROLL_MEMBERS)
		return error_set(error, STATUS_USAGE,
			"--complete chỉ dùng với danh sách đảng viên, mà %s là danh sách %s",
			"--complete goes with lists of members, and %s is one of %s", import->file,
			label_in(import->roll->label, error->lang));
	if (find_unit(import, error) != STATUS_DONE)
		return error_status(error);
	return db_run(import->db, SQL_STMT_COMPLETE_TABLE, error);
}

enum status complete_note(struct import *import, const struct record *row, struct error *error)
{
	sqlite3_stmt *note;

	if (import->options.complete == NULL || !row->values[MEMBER_MEMBER].filled)
		return STATUS_DONE;
	note = db_statement(import->db, SQL_STMT_COMPLETE_NOTE, error);
	if (note == NULL)
		return error_status(error);
	db_bind_text(note, ":member", record_text(row, MEMBER_MEMBER));
	return db_step(import->db, note, error);
}

static sqlite3_stmt *statement_of(struct import *import, enum sql sql, struct error *error)
{
	sqlite3_stmt *statement = db_statement(import->db, sql, error);

	if (statement) {
		db_bind_int(statement, ":counted", import->complete.counted);
		db_bind_int(statement, ":as_of", import->options.complete_on);
	}
	return statement;
}

/* A member is told at the header, and is not to take the place of a fault of a row, which comes later. */
static void add_missing(struct import *import, const char *member, const char *name)
{
	struct findings one;

	import->complete.missing++;
	findings_init(&one, import->findings.lang, 1);
	findings_add(&one, import->header.line, "member", FINDING_MISSING, member,
		"%s không có dòng nào trong tệp", "%s is in no row of the file",
		name ? name : (one.lang == LANG_VI ? "đảng viên này" : "this member"));
	equal_faults_add(&import->faults, &one.list[0]);
	if (import->findings.count < import->findings.limit)
		findings_copy(&import->findings, &one.list[0]);
	else
		import->findings.total++;
	findings_release(&one);
}

enum status complete_end(struct import *import, struct error *error)
{
	sqlite3_stmt *row;
	enum status status;

	if (import->options.complete == NULL)
		return STATUS_DONE;
	row = statement_of(import, SQL_STMT_COMPLETE_COUNT, error);
	if (row == NULL)
		return error_status(error);
	if (db_row(import->db, row, &status, error))
		import->complete.members = (long)sqlite3_column_int64(row, 0);
	sqlite3_reset(row);
	if (status != STATUS_DONE ||
		(row = statement_of(import, SQL_STMT_COMPLETE_MISSING, error)) == NULL)
		return error_status(error);
	while (db_row(import->db, row, &status, error))
		add_missing(import, (const char *)sqlite3_column_text(row, 0),
			(const char *)sqlite3_column_text(row, 1));
	sqlite3_reset(row);
	import->complete.known = status == STATUS_DONE;
	return status;
}
