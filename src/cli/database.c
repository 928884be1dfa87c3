#include "cli/database.h"

#include <stdlib.h>

#include "cli/trace_sql.h"
#include "totals/extensions.h"

static int give_all(struct db *db, db_extension *const *extensions)
{
	int code = SQLITE_OK;

	for (size_t i = 0; extensions[i] && code == SQLITE_OK; i++)
		code = extensions[i](db);
	return code;
}

static int give_totals(struct db *db)
{
	return give_all(db, totals_extensions);
}

static int give_counting(struct db *db)
{
	return give_all(db, totals_counting);
}

static enum status open_with(const struct request *request, enum db_mode mode,
	db_extension *const *extensions, struct db *db, struct error *error)
{
	char *path = db_path(request_value(request, OPTION_DB), error);
	enum status status;

	*db = (struct db){0};
	if (path == NULL)
		return error_status(error);
	status = db_open(db, path, mode, extensions, error);
	free(path);
	return status;
}

enum status database_open(
	const struct request *request, enum db_mode mode, struct db *db, struct error *error)
{
	static db_extension *const extensions[] = {trace_sql, give_totals, NULL};

	return open_with(request, mode, extensions, db, error);
}

enum status database_doubt(
	const struct request *request, database_work *work, void *context, struct error *error)
{
	static db_extension *const extensions[] = {trace_sql, give_counting, NULL};
	struct db db;
	enum status status = open_with(request, DB_READ, extensions, &db, error);

	if (status == STATUS_DONE)
		status = work(&db, request, context, error);
	db_close(&db, true);
	return status;
}

enum status database_use(const struct request *request, enum db_mode mode, database_work *work,
	void *context, struct error *error)
{
	struct db db;
	enum status status = database_open(request, mode, &db, error);

	if (status == STATUS_DONE)
		status = work(&db, request, context, error);
	db_close(&db, true);
	return status;
}

enum status no_arguments(
	const struct request *request, const struct command *command, struct error *error)
{
	if (request->argument_count == 0)
		return STATUS_DONE;
	return error_set(error, STATUS_USAGE, "%s không nhận tham số nào", "%s takes no arguments",
		command->name);
}
