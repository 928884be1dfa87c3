#include "cli/trace_sql.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/buf.h"

#define LINE_MAX_BYTES 100 /* so many bytes are shown of a text that is not in src/sql */

/* A statement that has begun and not ended. */
struct running {
	sqlite3_stmt *statement;
	struct timespec begun;
	int64_t rows;
};

/* Those of a connection. They are few, so a statement is found by looking at each. */
struct trace {
	struct running *running;
	size_t count, room;
};

static struct running *find(const struct trace *trace, const sqlite3_stmt *statement)
{
	size_t i;

	for (i = 0; i < trace->count; i++)
		if (trace->running[i].statement == statement)
			return &trace->running[i];
	return NULL;
}

/* For a trigger SQLite reports the beginning of its statement again: only the first counts. */
static void begin(struct trace *trace, sqlite3_stmt *statement)
{
	struct running *running;

	if (find(trace, statement))
		return;
	if (trace->count == trace->room) {
		trace->room = trace->room ? trace->room * 2 : 8;
		trace->running =
			memory_resize(trace->running, trace->room * sizeof *trace->running);
	}
	running = &trace->running[trace->count++];
	*running = (struct running){.statement = statement};
	(void)clock_gettime(CLOCK_MONOTONIC, &running->begun);
}

static double milliseconds_since(const struct timespec *begun)
{
	struct timespec now;

	(void)clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)(now.tv_sec - begun->tv_sec) * 1e3 +
	       (double)(now.tv_nsec - begun->tv_nsec) / 1e6;
}

/* Is it the whole text, or one of several statements in it? */
static bool is_in(const char *text, const char *statement)
{
	const char *at = strstr(text, statement);

	return at && (at == text || at[-1] == ';' || at[-1] == '\n');
}

/* The path of a text below src/sql; NULL when it is not from there. */
static const char *path_of(const char *text)
{
	enum sql sql;

	for (sql = 0; sql < SQL_COUNT; sql++)
		if (is_in(sql_text(sql), text))
			return sql_path(sql);
	return NULL;
}

static void write_text(const char *text)
{
	const char *path = path_of(text);
	size_t length = strlen(text), i;

	if (path) {
		fprintf(stderr, "%s\n", path);
		return;
	}
	for (i = 0; i < length && i < LINE_MAX_BYTES; i++)
		fputc(text[i] == '\n' || text[i] == '\t' ? ' ' : text[i], stderr);
	fputs(length > LINE_MAX_BYTES ? " ...\n" : "\n", stderr);
}

static void end(struct trace *trace, const sqlite3_stmt *statement, const char *text)
{
	struct running *running = find(trace, statement);

	if (running == NULL)
		return;
	fprintf(stderr, "sql %9.3f ms %8lld rows  ", milliseconds_since(&running->begun),
		(long long)running->rows);
	write_text(text ? text : "");
	*running = trace->running[--trace->count];
}

static int take_event(unsigned event, void *context, void *subject, void *detail)
{
	struct trace *trace = context;
	struct running *running;

	(void)detail;
	if (event == SQLITE_TRACE_STMT) {
		begin(trace, subject);
	} else if (event == SQLITE_TRACE_ROW) {
		running = find(trace, subject);
		if (running)
			running->rows++;
	} else if (event == SQLITE_TRACE_PROFILE) {
		end(trace, subject, sqlite3_sql(subject));
	} else {
		free(trace->running);
		free(trace);
	}
	return 0;
}

int trace_sql(struct db *db)
{
	const char *asked = getenv("MEMBERSTAT_TRACE");
	struct trace *trace;

	if (asked == NULL || strcmp(asked, "sql") != 0)
		return SQLITE_OK;
	trace = memory_get(sizeof *trace);
	*trace = (struct trace){0};
	return sqlite3_trace_v2(db->handle,
		SQLITE_TRACE_STMT | SQLITE_TRACE_ROW | SQLITE_TRACE_PROFILE | SQLITE_TRACE_CLOSE,
		take_event, trace);
}
