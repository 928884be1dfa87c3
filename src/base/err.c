#include "base/err.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

enum status error_set(struct error *error, enum status status, const char *vi, const char *en, ...)
{
	va_list args;

	va_start(args, en);
	vsnprintf(error->message, sizeof error->message, error->lang == LANG_VI ? vi : en, args);
	va_end(args);
	error->status = status;
	return status;
}

_Noreturn void memory_failed(void)
{
	fputs("memberstat: out of memory\n", stderr);
	exit(STATUS_FAILED);
}
