#include "cli/command.h"

#include <stdlib.h>
#include <string.h>

#include "base/bar_list.h"
#include "base/choice.h"
#include "cli/paragraphs.h"
#include "base/text.h"

#define INDENT   2
#define LEFT_MAX 28 /* columns for an option with its value; a longer one gets a line to itself */

const struct label program_purpose = L("thống kê đảng viên của đảng bộ huyện",
	"membership statistics of a district Party committee");

const struct example program_examples[] = {
	{L("Xem một báo cáo ngay trên dòng lệnh", "A report in the shell"),
		"memberstat report progress --as-of 2022-04-30"},
	{L("Dòng crontab: ngày 01 hằng tháng, ghi mọi báo cáo của tháng vừa hết vào ~/bc",
		 "A crontab line: on the 1st of each month, all reports of the last one into ~/bc"),
		"0 6 1 * * " INSTALLED " export --dir ~/bc"},
	{L("Đưa số liệu của mọi đơn vị vào bảng tính", "The figures of all units in a spreadsheet"),
		"memberstat report ratio --depth all --excel > r.csv && xdg-open r.csv"},
	{.line = NULL},
};

/* Appends "memberstat import - load CSV files". */
static void write_title(const char *name, const char *purpose, size_t width, struct buf *out)
{
	struct buf title = {0};

	buf_printf(&title, PROGRAM "%s - %s", name, purpose);
	paragraph_wrap(out, title.data, title.len, 0, INDENT, width);
	buf_release(&title);
}

static void heading(struct buf *out, enum lang lang, const char *vi, const char *en)
{
	buf_printf(out, "\n%s:\n", lang == LANG_VI ? vi : en);
}

static void write_usage(const struct command *command, size_t width, struct buf *out)
{
	static const char general[] =
		PROGRAM " [--db FILE] [--lang vi|en] COMMAND [OPTIONS] [ARGS]";
	struct buf usage = {0};

	if (command) {
		buf_printf(&usage, PROGRAM " %s", command->name);
		if (command->options && *command->options != OPTION_END)
			buf_puts(&usage, " [OPTIONS]");
		if (command->usage && *command->usage)
			buf_printf(&usage, " %s", command->usage);
	} else {
		buf_puts(&usage, general);
	}
	paragraph_pad(out, INDENT);
	paragraph_wrap(out, usage.data, usage.len, INDENT, 3 * INDENT, width);
	buf_release(&usage);
}

static void write_examples(
	const struct example *examples, enum lang lang, size_t width, struct buf *out)
{
	if (!examples || !examples->line)
		return;
	heading(out, lang, "Ví dụ", "Examples");
	for (const struct example *example = examples; example->line; example++) {
		const char *what = label_in(example->what, lang);

		paragraph_pad(out, INDENT);
		paragraph_wrap(out, what, strlen(what), INDENT, INDENT, width);
		paragraph_pad(out, 2 * INDENT);
		buf_printf(out, "%s\n", example->line);
	}
}

/* Appends an entry in two columns: the name, and its meaning from column `left` on. */
static void write_entry(
	const char *what, const char *meaning, size_t left, size_t width, struct buf *out)
{
	size_t at = INDENT + text_characters(what, strlen(what));

	paragraph_pad(out, INDENT);
	buf_puts(out, what);
	if (at + INDENT > left) {
		buf_putc(out, '\n');
		at = 0;
	}
	paragraph_pad(out, left - at);
	paragraph_wrap(out, meaning, strlen(meaning), left, left, width);
}

static void write_commands(enum lang lang, size_t width, struct buf *out)
{
	size_t left = 0;

	heading(out, lang, "Các lệnh", "Commands");
	for (const struct command *const *command = commands; *command; command++) {
		size_t len = strlen((*command)->name);

		left = len > left ? len : left;
	}
	for (const struct command *const *command = commands; *command; command++)
		write_entry((*command)->name, label_in((*command)->summary, lang),
			left + 2 * INDENT, width, out);
}

/* Appends "-o, --output FILE". */
static void option_usage(enum option option, struct buf *out)
{
	const struct option_entry *entry = &option_table[option];

	if (entry->letter)
		buf_printf(out, "-%c, ", entry->letter);
	else
		buf_puts(out, "    ");
	buf_printf(out, "--%s", entry->name);
	if (entry->value)
		buf_printf(out, " %s", entry->value);
}

/* Does the text, or the name of the value, already name all choices? */
static bool says_all(const char *choices, const char *value, const char *text)
{
	const char *choice;
	size_t len;

	while (bar_list_next(&choices, &choice, &len)) {
		char *word = memory_text(choice, len);
		bool said = strstr(text, word) || strstr(value, word);

		free(word);
		if (!said)
			return false;
	}
	return true;
}

void option_meaning(enum option option, enum lang lang, struct buf *out)
{
	const struct option_entry *entry = &option_table[option];
	const char *help = label_in(entry->help, lang);

	buf_puts(out, help);
	if (entry->repeats)
		buf_puts(out, lang == LANG_VI ? "; dùng được nhiều lần" : "; may be repeated");
	if (entry->choices && !says_all(entry->choices, entry->value, help)) {
		buf_puts(out, ": ");
		choice_join(out, entry->choices, ", ");
	}
}

static size_t left_column(const enum option *options, size_t left)
{
	for (; options && *options != OPTION_END; options++) {
		struct buf usage = {0};

		option_usage(*options, &usage);
		if (usage.len + 2 * INDENT > left && usage.len + 2 * INDENT <= LEFT_MAX)
			left = usage.len + 2 * INDENT;
		buf_release(&usage);
	}
	return left;
}

static void write_options(
	const enum option *options, size_t left, enum lang lang, size_t width, struct buf *out)
{
	for (; options && *options != OPTION_END; options++) {
		struct buf usage = {0}, meaning = {0};

		option_usage(*options, &usage);
		option_meaning(*options, lang, &meaning);
		write_entry(buf_text(&usage), buf_text(&meaning), left, width, out);
		buf_release(&usage);
		buf_release(&meaning);
	}
}

/* Appends the list of a topic in two columns. */
static void write_list(const struct topic *topic, enum lang lang, size_t width, struct buf *out)
{
	struct buf name = {0}, text = {0};
	size_t left = 0, n;

	for (n = 0; topic->entry(n, lang, &name, &text); n++) {
		size_t columns = text_characters(buf_text(&name), name.len) + 2 * INDENT;

		if (columns > left && columns <= LEFT_MAX)
			left = columns;
		buf_clear(&name);
	}
	buf_clear(&text);
	for (n = 0; topic->entry(n, lang, &name, &text); n++) {
		write_entry(buf_text(&name), buf_text(&text), left, width, out);
		buf_clear(&name);
		buf_clear(&text);
	}
	buf_release(&name);
	buf_release(&text);
}

static void write_topics(const struct topic *topic, enum lang lang, size_t width, struct buf *out)
{
	for (; topic && topic->heading.en; topic++) {
		buf_printf(out, "\n%s:\n", label_in(topic->heading, lang));
		paragraph_write(out, label_in(topic->text, lang), INDENT, width);
		if (topic->entry) {
			buf_putc(out, '\n');
			write_list(topic, lang, width, out);
		}
	}
}

static void write_command(
	const struct command *command, enum lang lang, size_t width, bool whole, struct buf *out)
{
	size_t left = left_column(command->options, left_column(options_global, 0));
	struct buf name = {0};

	buf_printf(&name, " %s", command->name);
	write_title(buf_text(&name), label_in(command->summary, lang), width, out);
	buf_release(&name);
	heading(out, lang, "Cách dùng", "Usage");
	write_usage(command, width, out);
	write_examples(command->examples, lang, width, out);
	if (command->options && *command->options != OPTION_END) {
		heading(out, lang, "Tùy chọn", "Options");
		write_options(command->options, left, lang, width, out);
	}
	heading(out, lang, "Tùy chọn chung", "Options of every command");
	write_options(options_global, left, lang, width, out);
	if (label_in(command->text, lang)) {
		heading(out, lang, "Mô tả", "Description");
		paragraph_write(out, label_in(command->text, lang), INDENT, width);
	}
	if (whole)
		write_topics(command->topics, lang, width, out);
	else if (command->topics)
		buf_printf(out, "\n%s: " PROGRAM " help %s\n",
			lang == LANG_VI ? "Chi tiết" : "Details", command->name);
}

static void write_overview(enum lang lang, size_t width, struct buf *out)
{
	write_title("", label_in(program_purpose, lang), width, out);
	heading(out, lang, "Cách dùng", "Usage");
	write_usage(NULL, width, out);
	write_examples(program_examples, lang, width, out);
	write_commands(lang, width, out);
	heading(out, lang, "Tùy chọn chung", "Options of every command");
	write_options(options_global, left_column(options_global, 0), lang, width, out);
	heading(out, lang, "Xem thêm", "More");
	write_entry(PROGRAM " help COMMAND",
		lang == LANG_VI ? "cách dùng một lệnh" : "how to use one command", 37, width, out);
	write_entry(PROGRAM " help --man | man -l -",
		lang == LANG_VI ? "toàn bộ tài liệu hướng dẫn" : "the whole manual", 37, width,
		out);
}

void help_write(
	const struct command *command, enum lang lang, int width, bool whole, struct buf *out)
{
	if (command)
		write_command(command, lang, (size_t)width, whole, out);
	else
		write_overview(lang, (size_t)width, out);
}

void help_usage(enum lang lang, struct buf *out)
{
	struct buf names = {0};

	buf_printf(out, "%s:\n", lang == LANG_VI ? "Cách dùng" : "Usage");
	write_usage(NULL, HELP_WIDTH, out);
	heading(out, lang, "Các lệnh", "Commands");
	command_names(&names, ", ");
	paragraph_pad(out, INDENT);
	paragraph_wrap(out, names.data, names.len, INDENT, INDENT, HELP_WIDTH);
	buf_printf(out, "\n%s\n",
		lang == LANG_VI ? "Xem thêm: " PROGRAM " help" : "More: " PROGRAM " help");
	buf_release(&names);
}

void help_begin(enum lang lang, const char *path, struct buf *out)
{
	struct buf visible = {0};
	bool vi = lang == LANG_VI;

	text_visible(&visible, path, strlen(path));
	buf_printf(out,
		vi ? "Chưa có cơ sở dữ liệu (%s). Bắt đầu như sau; xem thêm: " PROGRAM " help\n"
		   : "There is no database yet (%s). To begin (more: " PROGRAM " help):\n",
		visible.data);
	buf_puts(out, vi ? "1. Điền bảng đơn vị, đảng viên: " PROGRAM
			   " template units -o don-vi.xlsx, " PROGRAM
			   " template members -o dang-vien.xlsx\n"
			   "2. Nhập rồi xem số liệu: " PROGRAM
			   " import don-vi.xlsx dang-vien.xlsx; " PROGRAM " report summary\n"
			 : "1. Fill in sheets of units and members: " PROGRAM
			   " template units -o units.xlsx, " PROGRAM
			   " template members -o members.xlsx\n"
			   "2. Import them, and see the figures: " PROGRAM
			   " import units.xlsx members.xlsx; " PROGRAM " report summary\n");
	buf_release(&visible);
}
