#include "cli/completion.h"

#include <string.h>

#include "base/choice.h"

static const char zsh_start[] =
	"#compdef memberstat\n"
	"# Made by: memberstat completion zsh\n"
	"\n"
	"_memberstat_listed() {\n"
	"	local -a codes\n"
	"	codes=(${(fu)\"$(memberstat list $1 --format tsv --no-guard 2>/dev/null |\n"
	"		tail -n +2 | cut -f 1)\"})\n"
	"	compadd -a codes\n"
	"}\n"
	"\n"
	"_memberstat_word_or_file() {\n"
	"	compadd -- \"$@\"\n"
	"	_files\n"
	"}\n"
	"\n"
	"_memberstat() {\n"
	"	local curcontext=$curcontext context state state_descr line\n"
	"	local -a global commands\n"
	"	typeset -A opt_args\n"
	"\n";

static const char zsh_end[] = "	esac\n"
			      "}\n"
			      "\n"
			      "if [[ $funcstack[1] = _memberstat ]]; then\n"
			      "	_memberstat \"$@\"\n"
			      "else\n"
			      "	compdef _memberstat memberstat\n"
			      "fi\n";

/* Appends a description that stands in single quotes, with [ ] and : escaped, which mean something
 * to zsh. */
static void zsh_description(const char *text, struct buf *out)
{
	for (; *text; text++) {
		if (*text == '\'')
			buf_puts(out, "'\\''");
		else if (strchr("[]:\\", *text))
			buf_printf(out, "\\%c", *text);
		else
			buf_putc(out, *text);
	}
}

static void zsh_value(const struct option_entry *entry, struct buf *out)
{
	buf_puts(out, ":");
	zsh_description(entry->value, out);
	buf_puts(out, ":");
	switch (completion_filling(entry)) {
	case FILL_NOTHING:
		break;
	case FILL_WORDS:
		buf_putc(out, '(');
		choice_join(out, entry->choices, " ");
		buf_putc(out, ')');
		break;
	case FILL_LISTED:
		buf_printf(out, "{_memberstat_listed %s}", entry->listed);
		break;
	case FILL_FILE:
		buf_puts(out, "_files");
		break;
	case FILL_FOLDER:
		buf_puts(out, "_files -/");
		break;
	}
}

static void zsh_option(
	const struct option_entry *entry, bool letter, enum lang lang, struct buf *out)
{
	buf_puts(out, "\t\t'");
	if (entry->repeats)
		buf_putc(out, '*');
	else if (entry->letter)
		buf_printf(out, "(-%c --%s)", entry->letter, entry->name);
	if (letter)
		buf_printf(out, "-%c%s", entry->letter, entry->value ? "+" : "");
	else
		buf_printf(out, "--%s%s", entry->name, entry->value ? "=" : "");
	buf_putc(out, '[');
	zsh_description(label_in(entry->help, lang), out);
	buf_putc(out, ']');
	if (entry->value)
		zsh_value(entry, out);
	buf_putc(out, '\'');
}

static void zsh_options(
	const enum option *options, const char *end, enum lang lang, struct buf *out)
{
	for (; options && *options != OPTION_END; options++) {
		if (option_table[*options].letter) {
			zsh_option(&option_table[*options], true, lang, out);
			buf_puts(out, end);
		}
		zsh_option(&option_table[*options], false, lang, out);
		buf_puts(out, end);
	}
}

static void zsh_command(const struct command *command, enum lang lang, struct buf *out)
{
	struct buf words = {0};

	completion_words(command, &words);
	buf_printf(out, "\t%s)\n\t\t_arguments -S \\\n", command->name);
	zsh_options(command->options, " \\\n", lang, out);
	if (words.len > 0 && completion_wants(command, "FILE"))
		buf_printf(
			out, "\t\t'1:FILE:{_memberstat_word_or_file %s}' \\\n", buf_text(&words));
	else if (words.len > 0)
		buf_printf(out, "\t\t'1:NAME:(%s)' \\\n", buf_text(&words));
	if (completion_wants(command, "FILE"))
		buf_puts(out, "\t\t'*:FILE:_files' \\\n");
	buf_puts(out, "\t\t$global\n\t\t;;\n");
	buf_release(&words);
}

void completion_zsh(enum lang lang, struct buf *out)
{
	buf_puts(out, zsh_start);
	buf_puts(out, "\tglobal=(\n");
	zsh_options(options_global, "\n", lang, out);
	buf_puts(out, "\t)\n\tcommands=(\n");
	for (const struct command *const *command = commands; *command; command++) {
		buf_printf(out, "\t\t'%s:", (*command)->name);
		zsh_description(label_in((*command)->summary, lang), out);
		buf_puts(out, "'\n");
	}
	buf_puts(out,
		"\t)\n"
		"\t_arguments -C -S $global '1:COMMAND:->command' '*::ARGS:->rest' && return\n"
		"\tif [[ $state = command ]]; then\n"
		"\t\t_describe -t commands COMMAND commands\n"
		"\t\treturn\n"
		"\tfi\n"
		"\tcase $words[1] in\n");
	for (const struct command *const *command = commands; *command; command++)
		zsh_command(*command, lang, out);
	buf_puts(out, zsh_end);
}
