#include <stdio.h>

#include "cli/command.h"

static enum status run(const struct request *request, struct error *error)
{
	const char *name = request->argument_count ? request->arguments[0] : NULL;
	const struct command *command = name ? command_find(name) : NULL;
	bool manual = request_has(request, OPTION_MAN);
	struct buf text = {0};

	if (name && !command)
		return command_unknown(name, error);
	if (request->argument_count > 1 || (manual && name))
		return error_set(error, STATUS_USAGE, "help chỉ nhận tên một lệnh hoặc --man",
			"help takes the name of one command, or --man");
	if (manual)
		manual_write(request->lang, &text);
	else
		help_write(command, request->lang, HELP_WIDTH, true, &text);
	fputs(buf_text(&text), stdout);
	buf_release(&text);
	return STATUS_DONE;
}

static const enum option options[] = {OPTION_MAN, OPTION_END};

static const struct example examples[] = {
	{L("Cách nhập tệp CSV", "How to load CSV files"), PROGRAM " help import"},
	{L("Đọc toàn bộ tài liệu hướng dẫn bằng tiếng Việt", "Read the whole manual in English"),
		PROGRAM " help --man | man -l -"},
	{.line = NULL},
};

const struct command cmd_help = {
	.name = "help",
	.summary = L("hiện cách dùng chương trình hoặc cách dùng một lệnh",
		"show how to use the program or one of its commands"),
	.usage = "[COMMAND]",
	.options = options,
	.text = L(
		"Không nêu tên lệnh thì liệt kê tất cả các lệnh. COMMAND --help hiện phần đầu: cách "
		"dùng, ví dụ và các tùy chọn.",
		"Without a name it lists all commands. COMMAND --help shows the beginning: usage, "
		"examples and options."),
	.examples = examples,
	.run = run,
};
