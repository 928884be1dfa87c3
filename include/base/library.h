/*
 * library - a shared library that few commands need, loaded by the first that does, so that the
 * others start without it.
 */
#ifndef MEMBERSTAT_LIBRARY_H
#define MEMBERSTAT_LIBRARY_H

#include <stddef.h>

#include "base/err.h"
#include "base/label.h"

struct library_function {
	const char *name;
	size_t place; /* of its pointer in what library_load fills */
};

struct library {
	const char *const
		*files; /* names it may have, NULL after the last; the first that is there counts */
	const char *package;  /* in which Debian and Ubuntu have it */
	struct label cannot;  /* what cannot be done without it: "cannot write xlsx" */
	struct label instead; /* what can be done then: "choose another --format" */
	const struct library_function *functions;
	size_t count;
};

/* Fills the pointers. The library stays loaded until the program ends. STATUS_FAILED when it, or
 * one of the functions, is not there. */
enum status library_load(const struct library *library, void *pointers, struct error *error);

#endif
