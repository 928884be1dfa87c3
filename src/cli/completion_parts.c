/* What the scripts of all shells share. */
#include "cli/completion.h"

#include <string.h>

#include "base/choice.h"

enum filling completion_filling(const struct option_entry *entry)
{
	if (!entry->value)
		return FILL_NOTHING;
	if (entry->listed)
		return FILL_LISTED;
	if (entry->choices)
		return FILL_WORDS;
	if (strcmp(entry->value, "FILE") == 0)
		return FILL_FILE;
	return strcmp(entry->value, "DIR") == 0 ? FILL_FOLDER : FILL_NOTHING;
}

bool completion_wants(const struct command *command, const char *argument)
{
	return command->usage && strstr(command->usage, argument);
}

void completion_words(const struct command *command, struct buf *out)
{
	if (command->words)
		choice_join(out, command->words, " ");
	else if (completion_wants(command, "COMMAND"))
		command_names(out, " ");
}
