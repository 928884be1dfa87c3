#include "cli/completion.h"

#include "base/choice.h"

static const char bash_start[] =
	"# Made by: memberstat completion bash\n"
	"\n"
	"# A code may hold anything, so it is never expanded, only quoted.\n"
	"_memberstat_listed()\n"
	"{\n"
	"	local code\n"
	"	while IFS= read -r code; do\n"
	"		[[ $code == \"$cur\"* ]] && COMPREPLY+=(\"$(printf %q \"$code\")\")\n"
	"	done < <(memberstat \"${database[@]}\" list \"$1\" --format tsv --no-guard \\\n"
	"		2>/dev/null | tail -n +2 | cut -f 1 | sort -u)\n"
	"}\n"
	"\n"
	"_memberstat_words()\n"
	"{\n"
	"	mapfile -t COMPREPLY < <(compgen -W \"$1\" -- \"$cur\")\n"
	"}\n"
	"\n";

static const char bash_scan[] =
	"_memberstat()\n"
	"{\n"
	"	local cur=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]}\n"
	"	local command= arguments=0 i\n"
	"	local -a database=()\n"
	"	COMPREPLY=()\n"
	"\n"
	"	# bash takes --name=value for three words.\n"
	"	if [[ $cur == = ]]; then\n"
	"		cur=\n"
	"	elif [[ $previous == = ]]; then\n"
	"		previous=${COMP_WORDS[COMP_CWORD - 2]}\n"
	"	fi\n"
	"	for ((i = 1; i < COMP_CWORD; i++)); do\n"
	"		case ${COMP_WORDS[i]} in\n"
	"		--db)\n"
	"			[[ ${COMP_WORDS[i + 1]} == = ]] && ((++i))\n"
	"			((++i))\n"
	"			database=(--db \"${COMP_WORDS[i]/#\\~/$HOME}\")\n"
	"			;;\n";

static const char bash_scan_end[] =
	"			[[ ${COMP_WORDS[i + 1]} == = ]] && ((++i))\n"
	"			((++i))\n"
	"			;;\n"
	"		-*) ;;\n"
	"		*)\n"
	"			if [[ $command ]]; then ((++arguments)); else "
	"command=${COMP_WORDS[i]}; fi\n"
	"			;;\n"
	"		esac\n"
	"	done\n"
	"\n"
	"	case $previous in\n";

/* Appends "-o|--output": a pattern of case. */
static void bash_pattern(const struct option_entry *entry, struct buf *out)
{
	if (entry->letter)
		buf_printf(out, "-%c|", entry->letter);
	buf_printf(out, "--%s", entry->name);
}

static void bash_valued(struct buf *out)
{
	bool first = true;

	for (int option = OPTION_DB + 1; option < OPTION_COUNT; option++) {
		if (!option_table[option].value)
			continue;
		buf_puts(out, first ? "\t\t" : "|");
		bash_pattern(&option_table[option], out);
		first = false;
	}
	buf_puts(out, ")\n");
}

static void bash_value(const struct option_entry *entry, struct buf *out)
{
	buf_putc(out, '\t');
	bash_pattern(entry, out);
	buf_puts(out, ") ");
	switch (completion_filling(entry)) {
	case FILL_NOTHING:
		break;
	case FILL_WORDS:
		buf_puts(out, "_memberstat_words '");
		choice_join(out, entry->choices, " ");
		buf_puts(out, "'; ");
		break;
	case FILL_LISTED:
		buf_printf(out, "_memberstat_listed %s; ", entry->listed);
		break;
	case FILL_FILE:
		buf_puts(out, "compopt -o default; ");
		break;
	case FILL_FOLDER:
		buf_puts(out, "compopt -o dirnames; ");
		break;
	}
	buf_puts(out, "return ;;\n");
}

static void bash_options(const enum option *options, struct buf *out)
{
	for (; options && *options != OPTION_END; options++)
		buf_printf(out, "--%s ", option_table[*options].name);
}

static void bash_command(const struct command *command, struct buf *out)
{
	struct buf words = {0};

	completion_words(command, &words);
	buf_printf(out, "\t%s)\n\t\tif [[ $cur == -* ]]; then\n\t\t\t_memberstat_words '",
		command->name);
	bash_options(command->options, out);
	bash_options(options_global, out);
	buf_puts(out, "'\n");
	if (words.len > 0)
		buf_printf(out, "\t\telif ((arguments == 0)); then\n\t\t\t_memberstat_words '%s'\n",
			buf_text(&words));
	buf_puts(out, "\t\tfi\n");
	if (completion_wants(command, "FILE"))
		buf_puts(out, "\t\t[[ $cur == -* ]] || compopt -o default\n");
	buf_puts(out, "\t\t;;\n");
	buf_release(&words);
}

void completion_bash(struct buf *out)
{
	buf_puts(out, bash_start);
	buf_puts(out, bash_scan);
	bash_valued(out);
	buf_puts(out, bash_scan_end);
	for (int option = OPTION_END + 1; option < OPTION_COUNT; option++)
		if (option_table[option].value)
			bash_value(&option_table[option], out);
	buf_puts(out, "\tesac\n\tcase $command in\n\t'')\n\t\t"
		      "if [[ $cur == -* ]]; then\n\t\t\t_memberstat_words '");
	bash_options(options_global, out);
	buf_puts(out, "'\n\t\telse\n\t\t\t_memberstat_words '");
	command_names(out, " ");
	buf_puts(out, "'\n\t\tfi\n\t\t;;\n");
	for (const struct command *const *command = commands; *command; command++)
		bash_command(*command, out);
	buf_puts(out, "\tesac\n}\n\ncomplete -F _memberstat memberstat\n");
}
