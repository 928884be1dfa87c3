#include "cli/import_options.h"

#include <string.h>
#include <unistd.h>

#include "base/choice.h"
#include "base/date.h"
#include "base/number.h"
#include "base/outfile.h"

static enum status read_delimiter(
	const struct request *request, struct import_options *options, struct error *error)
{
	const char *text = request_value(request, OPTION_DELIMITER);

	if (text == NULL)
		return STATUS_DONE;
	if (strcmp(text, "comma") == 0)
		options->delimiter = ',';
	else if (strcmp(text, "semicolon") == 0)
		options->delimiter = ';';
	else if (strcmp(text, "tab") == 0)
		options->delimiter = '\t';
	else if (strlen(text) == 1 && (unsigned char)text[0] < 0x80 &&
		 strchr("\"\r\n", text[0]) == NULL)
		options->delimiter = text[0];
	else
		return option_refuse(OPTION_DELIMITER, text, error);
	return STATUS_DONE;
}

static enum status read_max_errors(
	const struct request *request, struct import_options *options, struct error *error)
{
	const char *text = request_value(request, OPTION_MAX_ERRORS);
	int64_t count;

	options->max_errors = -1;
	if (text == NULL)
		return STATUS_DONE;
	if (!number_parse_count(text, &count))
		return error_set(error, STATUS_USAGE, "--max-errors %s: phải là số nguyên",
			"--max-errors %s: must be a whole number", text);
	options->max_errors = (long)count;
	return STATUS_DONE;
}

static enum status read_rejects(const struct request *request, struct import_options *options,
	const char *const *files, size_t count, struct error *error)
{
	options->rejects = request_value(request, OPTION_REJECTS);
	if (options->rejects == NULL)
		return STATUS_DONE;
	if (count > 1)
		return error_set(error, STATUS_USAGE,
			"--rejects chỉ dùng khi nhập một tệp; hãy nhập từng tệp một",
			"--rejects goes with one file; import the files one by one");
	if (outfile_same(options->rejects, files[0]))
		return error_set(error, STATUS_USAGE,
			"--rejects %s: đó chính là tệp đang nhập; hãy chọn tên khác",
			"--rejects %s: that is the file being imported; choose another name",
			options->rejects);
	return STATUS_DONE;
}

/* The first argument may be the kind; the others are files. */
static enum status read_files(const struct request *request, struct import_options *options,
	const char *const **files, size_t *count, struct error *error)
{
	enum roll_kind kind;

	*files = request->arguments;
	*count = request->argument_count;
	options->wanted.kind = ROLL_KINDS;
	if (*count > 0 && (kind = roll_find((*files)[0])) != ROLL_KINDS) {
		options->wanted.kind = kind;
		++*files;
		--*count;
	}
	if (*count == 0)
		return error_set(error, STATUS_USAGE,
			"hãy nêu tệp cần nhập, hoặc - là đầu vào chuẩn",
			"name the files to import, or - for standard input");
	return STATUS_DONE;
}

static bool has_kind_word(const struct request *request, size_t count)
{
	return count > 1 && access(request->arguments[0], F_OK) != 0 &&
	       strpbrk(request->arguments[0], "./") == NULL &&
	       strcmp(request->arguments[0], "-") != 0;
}

static enum status read_complete(const struct request *request, struct import_options *options,
	size_t count, struct error *error)
{
	const char *as_of = request_value(request, OPTION_AS_OF);

	options->complete = request_value(request, OPTION_COMPLETE);
	options->complete_on = date_today();
	if (as_of && options->complete == NULL)
		return error_set(error, STATUS_USAGE, "--as-of chỉ dùng cùng với --complete",
			"--as-of goes with --complete only");
	if (as_of && date_parse(as_of, &options->complete_on) != DATE_OK)
		return error_set(error, STATUS_USAGE,
			"--as-of %s: không phải là ngày; hãy ghi như 2022-04-30 hoặc 30/4/2022",
			"--as-of %s: not a date; write 2022-04-30 or 30/4/2022", as_of);
	if (options->complete && count > 1)
		return error_set(error, STATUS_USAGE,
			"--complete chỉ dùng khi nhập một tệp: cả danh sách phải ở trong tệp đó",
			"--complete goes with one file: all of the list must be in it");
	return STATUS_DONE;
}

enum status import_options_read(const struct request *request, const char *kinds,
	struct import_options *options, const char *const **files, size_t *count,
	struct error *error)
{
	const char *on_error = request_value(request, OPTION_ON_ERROR);

	*options = (struct import_options){
		.encoding = request_value(request, OPTION_ENCODING),
		.skip_bad = on_error && strcmp(on_error, "skip") == 0,
		.dry_run = request_has(request, OPTION_DRY_RUN),
		.blank_clears = request_has(request, OPTION_BLANK_CLEARS),
		.allow_twins = request_has(request, OPTION_ALLOW_TWINS),
		.rewrite_history = request_has(request, OPTION_REWRITE_HISTORY),
	};
	options->wanted.maps = request->options[OPTION_MAP].values;
	options->wanted.map_count = request->options[OPTION_MAP].count;
	if (read_files(request, options, files, count, error) != STATUS_DONE ||
		read_delimiter(request, options, error) != STATUS_DONE ||
		read_max_errors(request, options, error) != STATUS_DONE ||
		read_complete(request, options, *count, error) != STATUS_DONE)
		return error_status(error);
	if (options->wanted.kind == ROLL_KINDS && has_kind_word(request, *count))
		return choice_refuse((struct label)L("loại dữ liệu", "kind of records"),
			request->arguments[0], kinds, error);
	return read_rejects(request, options, *files, *count, error);
}
