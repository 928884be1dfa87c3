/*
 * memberstat - membership statistics of a district Party committee.
 *
 * main reads the command line, runs the command, and is the only one to print an error and to
 * choose the exit code.
 */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <sqlite3.h>

#include "cli/command.h"
#include "base/reason.h"
#include "base/text.h"
#include "store/db.h"

/* When standard input, output or error is closed, the next file that is opened gets its number, and
 * messages or figures would be written into the database. So a stand-in is opened, on which reading
 * or writing fails. */
static void hold_standard_streams(void)
{
	for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
		if (fcntl(fd, F_GETFD) == -1 && errno == EBADF)
			open("/dev/null", fd == STDIN_FILENO ? O_WRONLY : O_RDONLY);
}

static void prepare_process(void)
{
	hold_standard_streams();
	/* What is written about members is for their owner alone, whatever the umask was. */
	umask(S_IRWXG | S_IRWXO);
	/* When the reader of a pipe goes away the program ends quietly, even if its caller ignores
	 * this signal. */
	signal(SIGPIPE, SIG_DFL);
	/* No setlocale: text is UTF-8, and figures have one form in every locale. */
}

static enum status write_version(void)
{
	printf(PROGRAM " " VERSION "\nSQLite %s\n", sqlite3_libversion());
	return STATUS_DONE;
}

static enum status write_help(const struct command *command, enum lang lang)
{
	struct buf text = {0};

	help_write(command, lang, HELP_WIDTH, false, &text);
	fputs(buf_text(&text), stdout);
	buf_release(&text);
	return STATUS_DONE;
}

/* Who has no database yet is told how to begin. */
static enum status write_usage(const struct request *request, struct error *error)
{
	struct buf text = {0};
	char *path = db_path(request_value(request, OPTION_DB), error);

	if (path && access(path, F_OK) != 0)
		help_begin(request->lang, path, &text);
	else
		help_usage(request->lang, &text);
	free(path);
	error->message[0] = '\0';
	fputs(buf_text(&text), stderr);
	buf_release(&text);
	return STATUS_USAGE;
}

static enum status run(
	const struct command *command, const struct request *request, struct error *error)
{
	if (request_has(request, OPTION_HELP))
		return write_help(command, request->lang);
	if (request_has(request, OPTION_VERSION))
		return write_version();
	if (!command)
		return write_usage(request, error);
	return command->run(request, error);
}

/* Output that could not be written is a failure, which for the last of it shows only here. When an
 * earlier write failed, its reason (errno) is no longer known. */
static enum status close_output(enum status status, struct error *error)
{
	bool failed = ferror(stdout) != 0;
	const char *reason = "";

	if (fclose(stdout) != 0) {
		failed = true;
		reason = reason_of(errno, error->lang);
	}
	if (!failed || status != STATUS_DONE)
		return status;
	return error_set(error, STATUS_FAILED, "không ghi được ra đầu ra chuẩn%s%s",
		"cannot write standard output%s%s", *reason ? ": " : "", reason);
}

/* Prints the message. What it quotes (names of files, words of the command line) may hold any
 * bytes. */
static void tell(enum status status, const struct command *command, const struct error *error)
{
	struct buf message = {0};

	if (!error->message[0])
		return;
	text_visible(&message, error->message, strlen(error->message));
	fprintf(stderr, PROGRAM ": %s\n", buf_text(&message));
	buf_release(&message);
	if (status == STATUS_USAGE)
		fprintf(stderr, "%s: " PROGRAM " help%s%s\n",
			error->lang == LANG_VI ? "Xem cách dùng" : "See", command ? " " : "",
			command ? command->name : "");
}

int main(int argc, char *argv[])
{
	struct error error = {.lang = LANG_EN};
	const struct command *command;
	struct request request;
	enum status status;

	prepare_process();
	status = command_line(argc, argv, &command, &request, &error);
	if (status == STATUS_DONE)
		status = run(command, &request, &error);
	status = close_output(status, &error);
	if (status != STATUS_DONE)
		tell(status, command, &error);
	request_release(&request);
	return (int)status;
}
