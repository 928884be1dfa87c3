/*
 * command - a command is one file with one constant entry; an option is described once, for all
 * commands that take it.
 *
 * The command line, `--help`, the man page and the shell completions are all made from these
 * tables, so they cannot disagree.
 */
#ifndef MEMBERSTAT_COMMAND_H
#define MEMBERSTAT_COMMAND_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/label.h"

enum option {
	OPTION_END, /* ends the list of a command's options */
	OPTION_DB,
	OPTION_LANG,
	OPTION_HELP,
	OPTION_VERSION,
	/* output */
	OPTION_FORMAT,
	OPTION_OUTPUT,
	OPTION_EXCEL,
	OPTION_NO_GUARD,
	/* scope and dates of reports */
	OPTION_AS_OF,
	OPTION_FROM,
	OPTION_TO,
	OPTION_UNIT,
	OPTION_DEPTH,
	OPTION_PLAN,
	OPTION_YEAR,
	OPTION_ALL,
	OPTION_BY,
	OPTION_OF,
	OPTION_EVERY,
	OPTION_WITHIN,
	OPTION_MONTHS,
	OPTION_COMPARE,
	OPTION_SORT,
	OPTION_TREE,
	/* import */
	OPTION_ENCODING,
	OPTION_DELIMITER,
	OPTION_SHEET,
	OPTION_MAP,
	OPTION_ON_ERROR,
	OPTION_MAX_ERRORS,
	OPTION_REJECTS,
	OPTION_DRY_RUN,
	OPTION_BLANK_CLEARS,
	OPTION_COMPLETE,
	OPTION_REWRITE_HISTORY,
	OPTION_ALLOW_TWINS,
	OPTION_FOR,
	OPTION_VERBOSE,
	/* export */
	OPTION_MONTH,
	OPTION_DIR,
	OPTION_FORCE,
	/* check */
	OPTION_STRICT,
	/* help */
	OPTION_MAN,
	OPTION_COUNT
};

/* Which values of an option are accepted. */
enum choice_rule {
	CHOICE_CLOSED, /* one of its choices */
	CHOICE_LIST,   /* one or more of its choices, with commas between */
	CHOICE_OPEN,   /* any: the choices are proposals, and the command reads the value */
};

struct option_entry {
	const char *name;    /* without the dashes */
	char letter;         /* short form, or 0 */
	const char *value;   /* name of its value in usage ("DATE"), NULL for a switch */
	const char *choices; /* a list of choice.h, or NULL */
	enum choice_rule rule;
	const char *listed; /* what `memberstat list` lists to get its values ("units"), or NULL */
	bool repeats;       /* may be given several times; of others the last value counts */
	struct label help;  /* no capital, no full stop; the choices are shown after it */
};

/* By enum option; [OPTION_END] is empty. */
extern const struct option_entry option_table[OPTION_COUNT];
/* The options that every command takes and that may stand before it; ends with OPTION_END. */
extern const enum option options_global[];
/* Fills error for a value that the option does not take, with the most similar choice. Returns
 * STATUS_USAGE. */
enum status option_refuse(enum option option, const char *value, struct error *error);

/* A command line that was read: for each option its values, in the order in which they were
 * given. */
struct request {
	struct option_values {
		const char **values; /* of a switch: a NULL each time it was given */
		size_t count, room;
	} options[OPTION_COUNT];
	const char **arguments; /* all words that are not options */
	size_t argument_count;
	enum lang lang;
};

/* The last value given, or NULL. */
const char *request_value(const struct request *request, enum option option);
bool request_has(const struct request *request, enum option option);

struct example {
	struct label what;
	const char *line; /* shell command */
};

/* A longer text of a command's manual: paragraphs under a heading, and a list below them. */
struct topic {
	struct label heading;
	struct label
		text; /* paragraphs separated by a blank line; a line that starts with a TAB is kept as
	                      it is */
	/* Appends the name and the meaning of the n-th entry of the list (from 0); false past the
	 * last one. NULL when there is no list. */
	bool (*entry)(size_t n, enum lang lang, struct buf *name, struct buf *text);
};

struct command {
	const char *name;
	struct label summary; /* one line, no full stop */
	const char *usage;    /* its arguments: "[units|population|plans|members] FILE..." */
	const enum option
		*options;  /* ends with OPTION_END; every command takes --db --lang --help too */
	struct label text; /* paragraphs, as in topic */
	const struct example *examples; /* ends with a NULL line */
	const struct topic *topics;     /* ends with a NULL heading.en; or NULL */
	const char *words; /* the words that the first argument may be (bar_list.h), or NULL */
	enum status (*run)(const struct request *request, struct error *error);
};

/* All commands in the order of the help, NULL-terminated. */
extern const struct command *const commands[];
const struct command *command_find(const char *name);
/* Fills error for a word that is no command, with the most similar command. Returns
 * STATUS_USAGE. */
enum status command_unknown(const char *name, struct error *error);
/* Does the command take this option, as one of its own or as a global one? */
bool command_takes(const struct command *command, enum option option);
/* Appends the names of all commands with this text between them. */
void command_names(struct buf *out, const char *between);

extern const struct command cmd_template, cmd_import, cmd_report, cmd_export, cmd_list, cmd_check,
	cmd_log, cmd_undo, cmd_backup, cmd_recount, cmd_help, cmd_completion;

/*
 * Reads a command line (argv[0] is the program). Options may stand before and after the command and
 * among its arguments, `--` ends them. `--name value` and `--name=value` are the same;
 * abbreviations are refused. STATUS_USAGE, with the most similar right word, for an unknown option,
 * one that the command does not take, an empty value, and one that is not among the choices.
 * *command is NULL when no command was given or it is unknown.
 *
 * It also chooses the language, and uses it for its own messages: --lang, else the first of LC_ALL,
 * LC_MESSAGES and LANG that is set and not empty. It fills error->lang and request->lang.
 * request_release frees the memory; call it after a failure too.
 */
enum status command_line(int argc, char *const argv[], const struct command **command,
	struct request *request, struct error *error);
void request_release(struct request *request);

/* Appends what the option does, with its choices. */
void option_meaning(enum option option, enum lang lang, struct buf *out);
/* Width of the help, in columns. */
#define HELP_WIDTH 80
/* `memberstat help COMMAND` (command NULL: the overview), as text of at most `width` columns.
 * Without its topics, as `COMMAND --help` shows it, unless `whole`. */
void help_write(
	const struct command *command, enum lang lang, int width, bool whole, struct buf *out);
/* Appends what is printed when no command was given: the commands; or how to begin, for who has no
 * database at this path yet. */
void help_usage(enum lang lang, struct buf *out);
void help_begin(enum lang lang, const char *path, struct buf *out);
/* Appends the man page of the program in mdoc, made from the same tables. */
void manual_write(enum lang lang, struct buf *out);

/* The name and purpose of the program, and the examples that its help and man page begin with (the
 * last one has a NULL line). */
#define PROGRAM "memberstat"
/* Where `make install` puts it, for programs that do not look there themselves, such as cron. */
#ifndef BINDIR
#define BINDIR "/usr/local/bin"
#endif
#define INSTALLED BINDIR "/" PROGRAM
extern const struct label program_purpose;
extern const struct example program_examples[];

#endif
