#include <stdio.h>

#include "base/choice.h"
#include "cli/command.h"
#include "cli/completion.h"

static enum status run(const struct request *request, struct error *error)
{
	static const struct label what = L("shell", "shell");
	struct buf script = {0};
	const char *shell;

	if (request->argument_count != 1)
		return error_set(error, STATUS_USAGE, "cần nêu tên một shell: bash, zsh hoặc fish",
			"name one shell: bash, zsh or fish");
	shell = request->arguments[0];
	if (!completion_write(shell, request->lang, &script))
		return choice_refuse(what, shell, completion_shells, error);
	fputs(buf_text(&script), stdout);
	buf_release(&script);
	return STATUS_DONE;
}

static const struct example examples[] = {
	{L("Dùng ngay trong bash đang mở", "For the bash that is open now"),
		"source <(memberstat completion bash)"},
	{L("Cài bash cho mọi người dùng", "bash, for everybody"),
		"memberstat completion bash > /etc/bash_completion.d/memberstat"},
	{L("Cài zsh cho riêng mình, vào một thư mục của $fpath",
		 "zsh, for yourself, in a folder of $fpath"),
		"memberstat completion zsh > ~/.zfunc/_memberstat"},
	{L("Cài fish cho riêng mình", "fish, for yourself"),
		"memberstat completion fish > ~/.config/fish/completions/memberstat.fish"},
	{.line = NULL},
};

const struct command cmd_completion = {
	.name = "completion",
	.summary = L("in tập lệnh tự hoàn thành dòng lệnh cho shell",
		"print a script that completes the command line in a shell"),
	.usage = "bash|zsh|fish",
	.text = L("Tập lệnh gợi ý tên lệnh, tùy chọn, giá trị và tên báo cáo; mã đơn vị và mã kế "
		  "hoạch được lấy từ cơ sở dữ liệu mỗi khi gợi ý.",
		"The script completes commands, options, values and names of reports; codes of "
		"units and plans are taken from the database at the moment of asking."),
	.examples = examples,
	.words = completion_shells,
	.run = run,
};
