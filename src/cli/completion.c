#include "cli/completion.h"

#include <string.h>

const char completion_shells[] = "bash|zsh|fish";

bool completion_write(const char *shell, enum lang lang, struct buf *out)
{
	if (strcmp(shell, "bash") == 0)
		completion_bash(out);
	else if (strcmp(shell, "zsh") == 0)
		completion_zsh(lang, out);
	else if (strcmp(shell, "fish") == 0)
		completion_fish(lang, out);
	else
		return false;
	return true;
}
