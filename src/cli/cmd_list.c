#include <string.h>

#include "base/choice.h"
#include "cli/command.h"
#include "cli/database.h"
#include "base/date.h"
#include "import/field.h"
#include "cli/document.h"
#include "report/statement_rows.h"

/* The kind of column in which the values of a field are shown. */
static enum column_kind column_kind(enum field_type type)
{
	switch (type) {
	case FIELD_CODE:
	case FIELD_UNIT:
	case FIELD_OTHER_UNIT:
		return COL_CODE;
	case FIELD_DATE:
		return COL_DATE;
	case FIELD_BIRTH:
		return COL_BIRTH;
	case FIELD_COUNT:
		return COL_COUNT;
	case FIELD_PERCENT:
		return COL_SHARE;
	case FIELD_WORD:
		return COL_WORD;
	default:
		return COL_TEXT;
	}
}

static const enum sql list_sql[ROLL_KINDS] = {
	[ROLL_UNITS] = SQL_LIST_UNITS,
	[ROLL_POPULATION] = SQL_LIST_POPULATION,
	[ROLL_PLANS] = SQL_LIST_PLANS,
	[ROLL_MEMBERS] = SQL_LIST_MEMBERS,
};

static bool by_name(const struct request *request)
{
	const char *sort = request_value(request, OPTION_SORT);

	return sort && strcmp(sort, "name") == 0;
}

static enum status list(
	struct db *db, const struct request *request, void *context, struct error *error)
{
	const enum roll_kind *kind = context;
	const struct roll *roll = &rolls[*kind];
	struct column columns[RECORD_FIELDS];
	const struct sheet sheet = {.name = roll->name,
		.title = roll->label,
		.as_of = date_today(),
		.columns = columns,
		.count = roll->count};
	sqlite3_stmt *statement = db_statement(
		db, by_name(request) ? SQL_LIST_MEMBERS_BY_NAME : list_sql[*kind], error);
	struct document document;
	size_t i;

	if (statement == NULL || document_open(&document, request, error) != STATUS_DONE)
		return error_status(error);
	for (i = 0; i < roll->count; i++)
		columns[i] = (struct column){.key = roll->fields[i].name,
			.kind = column_kind(roll->fields[i].type),
			.label = roll->fields[i].label,
			.codes = roll->fields[i].codes};
	return document_close(&document,
		statement_rows_give(
			db, statement, &sheet, document.renderer, &document.output, error),
		error);
}

static enum status run(const struct request *request, struct error *error)
{
	enum roll_kind kind;

	if (request->argument_count != 1)
		return error_set(error, STATUS_USAGE, "hãy chọn một danh sách: %s",
			"choose one list: %s", cmd_list.words);
	kind = roll_find(request->arguments[0]);
	if (kind == ROLL_KINDS)
		return choice_refuse((struct label)L("danh sách", "list"), request->arguments[0],
			cmd_list.words, error);
	if (kind != ROLL_MEMBERS && by_name(request))
		return error_set(error, STATUS_USAGE, "--sort name chỉ dùng với list members",
			"--sort name goes with list members only");
	return database_use(request, DB_READ, list, &kind, error);
}

static const enum option options[] = {
	OPTION_SORT, OPTION_FORMAT, OPTION_OUTPUT, OPTION_EXCEL, OPTION_NO_GUARD, OPTION_END};

static const struct example examples[] = {
	{L("Xuất toàn bộ đảng viên, nhập lại được", "The whole roll, as import reads it"),
		PROGRAM " list members -o members.csv"},
	{L("Danh sách theo tên, đúng thứ tự tiếng Việt", "By given name, in Vietnamese order"),
		PROGRAM " list members --sort name"},
	{.line = NULL},
};

const struct command cmd_list = {
	.name = "list",
	.summary = L("in chính các bản ghi, theo dạng mà import đọc được",
		"print the records themselves, in the form that import reads"),
	.usage = "units|members|plans|population",
	.options = options,
	.text = L("Những gì list ghi ra, import đọc lại mà không thay đổi gì. Các cột là các cột "
		  "của tệp nhập, "
		  "dòng xếp theo khóa, ngày viết 2022-04-30. Kế hoạch 41 có sẵn để trống đơn vị "
		  "cho đến khi có "
		  "đơn vị gốc.",
		"What list writes, import reads back without changing anything. The columns are "
		"those of the "
		"import, rows are ordered by their keys, dates written 2022-04-30. The built-in "
		"Plan 41 has no "
		"unit until there is a root."),
	.examples = examples,
	.words = "units|members|plans|population",
	.run = run,
};
