/*
 * err - how a function tells its caller that it failed.
 *
 * A function that can fail returns enum status and fills a struct error once, at the place that
 * knows most, with a message its user can act on. Nobody but main prints it. Wrong rows of an input
 * file are not errors in this sense: they are findings (finding.h).
 *
 * The values of enum status are the exit codes of the program (data/README.md section 2).
 */
#ifndef MEMBERSTAT_ERR_H
#define MEMBERSTAT_ERR_H

#include "base/label.h"

enum status {
	STATUS_DONE = 0,
	STATUS_FAILED = 1,   /* I/O, database, not a memberstat database */
	STATUS_USAGE = 2,    /* wrong usage */
	STATUS_REJECTED = 3, /* input rejected, wholly or in part */
	STATUS_BUSY = 4,     /* database busy */
	STATUS_BROKEN = 5,   /* a check rule is broken */
};

struct error {
	enum lang lang; /* language the message is written in; set by main */
	enum status status;
	char message[2048];
};

/*
 * Writes the message in the error's language and returns status, so that a failing function ends
 * with `return error_set(...)`. Both formats take the same arguments; where Vietnamese needs
 * another order it uses positions (%2$s).
 */
enum status error_set(struct error *error, enum status status, const char *vi, const char *en, ...)
	__attribute__((format(printf, 3, 5), format(printf, 4, 5)));

/* What a function returns after a function that it called has failed and filled error: the same
 * status. It is never STATUS_DONE, so that a failure which nobody described is not taken for
 * success. (Inline, so that checkers of the code see that too.) */
static inline enum status error_status(const struct error *error)
{
	return error->status == STATUS_DONE ? STATUS_FAILED : error->status;
}

/* Out of memory: says so and ends the program with exit code 1. A short-lived tool cannot do better;
 * an open transaction is rolled back by the next start. */
_Noreturn void memory_failed(void);

#endif
