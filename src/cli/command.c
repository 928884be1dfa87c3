#include "cli/command.h"

#include <stdlib.h>
#include <string.h>

#include "base/bar_list.h"
#include "base/choice.h"

/* A command line that is being read. */
struct line {
	int argc;
	char *const *argv;
	int at; /* index of the next word */
	const struct command *command;
	struct request *request;
	struct error *error;
};

const struct command *command_find(const char *name)
{
	for (const struct command *const *command = commands; *command; command++)
		if (strcmp((*command)->name, name) == 0)
			return *command;
	return NULL;
}

static bool contains(const enum option *list, enum option option)
{
	for (; *list != OPTION_END; list++)
		if (*list == option)
			return true;
	return false;
}

bool command_takes(const struct command *command, enum option option)
{
	return contains(options_global, option) ||
	       (command->options && contains(command->options, option));
}

void command_names(struct buf *out, const char *between)
{
	for (const struct command *const *command = commands; *command; command++) {
		if (command != commands)
			buf_puts(out, between);
		buf_puts(out, (*command)->name);
	}
}

enum status command_unknown(const char *name, struct error *error)
{
	static const struct label what = L("lệnh", "command");
	struct buf names = {0};

	command_names(&names, "|");
	choice_refuse(what, name, buf_text(&names), error);
	buf_release(&names);
	return STATUS_USAGE;
}

const char *request_value(const struct request *request, enum option option)
{
	size_t count = request->options[option].count;

	return count ? request->options[option].values[count - 1] : NULL;
}

bool request_has(const struct request *request, enum option option)
{
	return request->options[option].count > 0;
}

static void request_add(struct request *request, enum option option, const char *value)
{
	struct option_values *given = &request->options[option];

	given->values = memory_grow(given->values, given->count, &given->room, sizeof value);
	given->values[given->count++] = value;
}

void request_release(struct request *request)
{
	for (int option = 0; option < OPTION_COUNT; option++)
		free(request->options[option].values);
	free(request->arguments);
	*request = (struct request){0};
}

static enum option option_named(const char *name, size_t len)
{
	for (int option = OPTION_END + 1; option < OPTION_COUNT; option++)
		if (strlen(option_table[option].name) == len &&
			memcmp(option_table[option].name, name, len) == 0)
			return (enum option)option;
	return OPTION_END;
}

static enum option option_lettered(char letter)
{
	for (int option = OPTION_END + 1; option < OPTION_COUNT; option++)
		if (option_table[option].letter == letter)
			return (enum option)option;
	return OPTION_END;
}

/* Proposes the most similar option that the command takes; of all options while the command is not
 * known. */
static enum status unknown_option(struct line *line, const char *word)
{
	size_t len = strcspn(word, "=");
	char *name = memory_text(word, len);
	struct buf known = {0}, nearest = {0}, quoted = {0};

	for (int option = OPTION_END + 1; option < OPTION_COUNT; option++)
		if (!line->command || command_takes(line->command, (enum option)option))
			buf_printf(&known, "--%s|", option_table[option].name);
	choice_quote(&quoted, name, len);
	if (choice_nearest(&nearest, buf_text(&known), name))
		error_set(line->error, STATUS_USAGE,
			"không có tùy chọn %s; có phải ý bạn là \"%s\"?",
			"unknown option %s; did you mean \"%s\"?", buf_text(&quoted),
			buf_text(&nearest));
	else
		error_set(line->error, STATUS_USAGE, "không có tùy chọn %s", "unknown option %s",
			buf_text(&quoted));
	free(name);
	buf_release(&known);
	buf_release(&nearest);
	buf_release(&quoted);
	return STATUS_USAGE;
}

static enum status check_choice(enum option option, const char *value, struct error *error)
{
	const struct option_entry *entry = &option_table[option];

	if (!entry->choices || entry->rule == CHOICE_OPEN)
		return STATUS_DONE;
	if (entry->rule == CHOICE_CLOSED)
		return bar_list_has(entry->choices, value, strlen(value))
			       ? STATUS_DONE
			       : option_refuse(option, value, error);
	for (;;) {
		size_t len = strcspn(value, ",");

		if (!bar_list_has(entry->choices, value, len)) {
			char *word = memory_text(value, len);

			option_refuse(option, word, error);
			free(word);
			return STATUS_USAGE;
		}
		if (value[len] == '\0')
			return STATUS_DONE;
		value += len + 1;
	}
}

/* Adds the value of an option: `value`, or the next word of the command line when it is NULL. */
static enum status take_value(struct line *line, enum option option, const char *value)
{
	const struct option_entry *entry = &option_table[option];

	if (!value && line->at < line->argc) {
		const char *next = line->argv[line->at];

		/* In `--unit --all` the value was forgotten. A value that looks like this has to be
		 * written --unit=--all. */
		if (strncmp(next, "--", 2) != 0) {
			value = next;
			line->at++;
		}
	}
	/* An empty value mostly comes from a shell variable that is not set: never guess what was
	 * meant. */
	if (!value || !*value)
		return error_set(line->error, STATUS_USAGE, "--%s cần có giá trị: --%s %s",
			"--%s needs a value: --%s %s", entry->name, entry->name, entry->value);
	request_add(line->request, option, value);
	return check_choice(option, value, line->error);
}

static enum status take_long(struct line *line, const char *word)
{
	size_t len = strcspn(word + 2, "=");
	enum option option = option_named(word + 2, len);
	const char *value = word[2 + len] == '=' ? word + 2 + len + 1 : NULL;

	if (option == OPTION_END)
		return unknown_option(line, word);
	if (option_table[option].value)
		return take_value(line, option, value);
	if (value)
		return error_set(line->error, STATUS_USAGE, "--%s không nhận giá trị",
			"--%s takes no value", option_table[option].name);
	request_add(line->request, option, NULL);
	return STATUS_DONE;
}

static enum status take_letters(struct line *line, const char *word)
{
	for (const char *letter = word + 1; *letter; letter++) {
		enum option option = option_lettered(*letter);

		if (option == OPTION_END)
			return unknown_option(line, word);
		if (option_table[option].value)
			return take_value(line, option, letter[1] ? letter + 1 : NULL);
		request_add(line->request, option, NULL);
	}
	return STATUS_DONE;
}

static enum status take_argument(struct line *line, const char *word, const char **arguments)
{
	if (line->command) {
		arguments[line->request->argument_count++] = word;
		return STATUS_DONE;
	}
	line->command = command_find(word);
	return line->command ? STATUS_DONE : command_unknown(word, line->error);
}

static enum status read_words(struct line *line, const char **arguments)
{
	bool ended = false;

	while (line->at < line->argc) {
		const char *word = line->argv[line->at++];
		enum status status = STATUS_DONE;

		if (ended || word[0] != '-' || word[1] == '\0')
			status = take_argument(line, word, arguments);
		else if (strcmp(word, "--") == 0)
			ended = true;
		else if (word[1] == '-')
			status = take_long(line, word);
		else
			status = take_letters(line, word);
		if (status != STATUS_DONE)
			return status;
	}
	return STATUS_DONE;
}

static enum status check_taken(const struct line *line)
{
	for (int option = OPTION_END + 1; line->command && option < OPTION_COUNT; option++)
		if (request_has(line->request, (enum option)option) &&
			!command_takes(line->command, (enum option)option))
			return error_set(line->error, STATUS_USAGE,
				"lệnh %s không có tùy chọn --%s",
				"the command %s does not take --%s", line->command->name,
				option_table[option].name);
	return STATUS_DONE;
}

static bool language_named(const char *name, enum lang *lang)
{
	if (strcmp(name, "vi") == 0)
		*lang = LANG_VI;
	else if (strcmp(name, "en") == 0)
		*lang = LANG_EN;
	else
		return false;
	return true;
}

static enum lang language_of_system(void)
{
	static const char *const variables[] = {"LC_ALL", "LC_MESSAGES", "LANG"};

	for (size_t i = 0; i < sizeof variables / sizeof *variables; i++) {
		const char *value = getenv(variables[i]);

		if (value && *value)
			return strncmp(value, "vi", 2) == 0 ? LANG_VI : LANG_EN;
	}
	return LANG_EN;
}

/* Looks for --lang ahead of reading, because errors before it are told in its language too. */
static enum lang language_ahead(int argc, char *const argv[])
{
	enum lang lang = language_of_system();

	for (int i = 1; i < argc && strcmp(argv[i], "--") != 0; i++) {
		if (strncmp(argv[i], "--lang=", 7) == 0)
			language_named(argv[i] + 7, &lang);
		else if (strcmp(argv[i], "--lang") == 0 && i + 1 < argc)
			language_named(argv[i + 1], &lang);
	}
	return lang;
}

enum status command_line(int argc, char *const argv[], const struct command **command,
	struct request *request, struct error *error)
{
	size_t room = argc > 0 ? (size_t)argc : 1;
	const char **arguments = memory_get(room * sizeof *arguments);
	struct line line = {argc, argv, 1, NULL, request, error};
	enum status status;

	*request = (struct request){.arguments = arguments};
	error->lang = language_ahead(argc, argv);
	status = read_words(&line, arguments);
	if (status == STATUS_DONE)
		status = check_taken(&line);
	request->lang = error->lang;
	*command = line.command;
	return status;
}
