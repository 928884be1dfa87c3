#include "cli/completion.h"

#include "base/choice.h"

static const char fish_start[] = "# Made by: memberstat completion fish\n"
				 "\n"
				 "function __memberstat_listed\n"
				 "	memberstat list $argv[1] --format tsv --no-guard "
				 "2>/dev/null | tail -n +2 | cut -f 1 | sort -u\n"
				 "end\n"
				 "\n"
				 "complete -c memberstat -f\n";

/* Appends the text in single quotes, as fish escapes it. */
static void fish_quote(const char *text, struct buf *out)
{
	for (; *text; text++) {
		if (*text == '\'' || *text == '\\')
			buf_putc(out, '\\');
		buf_putc(out, *text);
	}
}

static void fish_option(
	const struct option_entry *entry, const char *condition, enum lang lang, struct buf *out)
{
	buf_printf(out, "complete -c memberstat%s -l %s", condition, entry->name);
	if (entry->letter)
		buf_printf(out, " -s %c", entry->letter);
	switch (completion_filling(entry)) {
	case FILL_NOTHING:
		buf_puts(out, entry->value ? " -x" : "");
		break;
	case FILL_WORDS:
		buf_puts(out, " -x -a '");
		choice_join(out, entry->choices, " ");
		buf_putc(out, '\'');
		break;
	case FILL_LISTED:
		buf_printf(out, " -x -a '(__memberstat_listed %s)'", entry->listed);
		break;
	case FILL_FILE:
		buf_puts(out, " -r -F");
		break;
	case FILL_FOLDER:
		buf_puts(out, " -x -a '(__fish_complete_directories)'");
		break;
	}
	buf_puts(out, " -d '");
	fish_quote(label_in(entry->help, lang), out);
	buf_puts(out, "'\n");
}

static void fish_command(const struct command *command, enum lang lang, struct buf *out)
{
	struct buf words = {0}, condition = {0};

	buf_printf(
		out, "\ncomplete -c memberstat -n __fish_use_subcommand -a %s -d '", command->name);
	fish_quote(label_in(command->summary, lang), out);
	buf_puts(out, "'\n");
	buf_printf(&condition, " -n '__fish_seen_subcommand_from %s'", command->name);
	completion_words(command, &words);
	if (words.len > 0)
		buf_printf(out, "complete -c memberstat%s -a '%s'\n", buf_text(&condition),
			buf_text(&words));
	if (completion_wants(command, "FILE"))
		buf_printf(out, "complete -c memberstat%s -F\n", buf_text(&condition));
	for (const enum option *option = command->options; option && *option; option++)
		fish_option(&option_table[*option], buf_text(&condition), lang, out);
	buf_release(&words);
	buf_release(&condition);
}

void completion_fish(enum lang lang, struct buf *out)
{
	buf_puts(out, fish_start);
	for (const enum option *option = options_global; *option != OPTION_END; option++)
		fish_option(&option_table[*option], "", lang, out);
	for (const struct command *const *command = commands; *command; command++)
		fish_command(*command, lang, out);
}
