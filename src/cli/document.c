#include "cli/document.h"

#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#define WIDTH_MAX 10000 /* characters: wider than any terminal */

static enum status choose_renderer(struct document *document, const struct request *request,
	bool terminal, struct error *error)
{
	const char *format = request_value(request, OPTION_FORMAT);
	const char *path = request_value(request, OPTION_OUTPUT);

	if (format)
		document->renderer = renderer_find(format);
	else if (path)
		document->renderer = renderer_for_file(path);
	if (format && document->renderer == NULL)
		return option_refuse(OPTION_FORMAT, format, error);
	if (document->renderer == NULL)
		document->renderer = terminal ? &render_table : &render_csv;
	if (request_has(request, OPTION_EXCEL) && document->renderer != &render_csv) {
		if (format)
			return error_set(error, STATUS_USAGE, "--excel chỉ dùng với --format csv",
				"--excel goes with --format csv only");
		document->renderer = &render_csv;
	}
	if (document->renderer->binary && terminal)
		return error_set(error, STATUS_USAGE,
			"dạng %s không hiện được trên màn hình; hãy ghi vào tệp với -o TỆP",
			"the %s format is not for a terminal; write it to a file with -o FILE",
			document->renderer->name);
	return STATUS_DONE;
}

static int terminal_width(void)
{
	const char *columns = getenv("COLUMNS");
	long told = columns ? strtol(columns, NULL, 10) : 0;
	struct winsize size;

	if (told > 0)
		return told < WIDTH_MAX ? (int)told : WIDTH_MAX;
	return ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : 80;
}

/* Opens the chosen renderer on its output. */
static enum status start(struct document *document, const struct request *request, bool terminal,
	struct error *error)
{
	const char *path = request_value(request, OPTION_OUTPUT);
	const char *no_colour = getenv("NO_COLOR"), *kind = getenv("TERM");

	if (path && outfile_open(&document->file, path, error) != STATUS_DONE)
		return error_status(error);
	if (path)
		document->output.file = document->file.stream;
	document->output.options = (struct render_options){
		.lang = request->lang,
		.terminal = terminal,
		.colour = terminal && !(no_colour && no_colour[0]) && kind && kind[0] &&
			  strcmp(kind, "dumb") != 0,
		.width = terminal ? terminal_width() : 0,
		.guard = !request_has(request, OPTION_NO_GUARD),
		.excel = request_has(request, OPTION_EXCEL),
	};
	if (document->renderer->open(&document->output, error) != STATUS_DONE)
		return document_close(document, error->status, error);
	document->opened = true;
	return STATUS_DONE;
}

static bool is_terminal(const struct request *request)
{
	return request_value(request, OPTION_OUTPUT) == NULL && isatty(STDOUT_FILENO);
}

enum status document_open(
	struct document *document, const struct request *request, struct error *error)
{
	bool terminal = is_terminal(request);

	*document = (struct document){.output.file = stdout};
	if (choose_renderer(document, request, terminal, error) != STATUS_DONE)
		return error_status(error);
	return start(document, request, terminal, error);
}

enum status document_open_form(
	struct document *document, const struct request *request, struct error *error)
{
	const char *path = request_value(request, OPTION_OUTPUT);
	bool terminal = is_terminal(request);

	/* There is nothing to be shown as a table. */
	*document = (struct document){.output.file = stdout};
	if (choose_renderer(document, request, terminal, error) != STATUS_DONE)
		return error_status(error);
	if (document->renderer == &render_table && !request_value(request, OPTION_FORMAT))
		document->renderer = &render_csv;
#ifdef WITH_XLSX
	if (document->renderer == &render_xlsx)
		document->renderer = &render_form;
	else
#endif
		if (document->renderer != &render_csv)
		return error_set(error, STATUS_USAGE,
			"%s không phải dạng tệp để điền; hãy chọn xlsx hoặc csv",
			"%s is no form to fill in; choose xlsx or csv",
			path && !request_value(request, OPTION_FORMAT) ? path
								       : document->renderer->name);
	return start(document, request, terminal, error);
}

enum status document_close(struct document *document, enum status status, struct error *error)
{
	struct error second = {.lang = error->lang};

	/* Only the first failure is reported. */
	if (document->opened &&
		document->renderer->close(&document->output,
			status == STATUS_DONE ? error : &second) != STATUS_DONE &&
		status == STATUS_DONE)
		status = error->status;
	if (document->file.stream && status == STATUS_DONE)
		return outfile_publish(&document->file, error);
	if (document->file.stream)
		outfile_abandon(&document->file);
	return status;
}
