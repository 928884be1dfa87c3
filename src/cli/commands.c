/* The commands, in the order of the help. Nothing else names them all. */
#include "cli/command.h"

const struct command *const commands[] = {
	&cmd_import,
	&cmd_template,
	&cmd_report,
	&cmd_export,
	&cmd_list,
	&cmd_check,
	&cmd_log,
	&cmd_undo,
	&cmd_backup,
	&cmd_recount,
	&cmd_help,
	&cmd_completion,
	NULL,
};
