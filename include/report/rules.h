/*
 * rules - what the data must keep across records (data/README.md section 2, check), as a table.
 *
 * A rule is an .sql file, whose rows are the breaches as of :as_of: unit and member (codes, or NULL) and
 * then the arguments of the message; and the message in both languages, in which {1} is the first
 * argument and {1%} a fraction as a percent.
 */
#ifndef MEMBERSTAT_RULES_H
#define MEMBERSTAT_RULES_H

#include <stddef.h>

#include "store/db.h"
#include "base/label.h"
#include "render/render.h"

enum severity { SEVERITY_ERROR = 1, SEVERITY_WARNING };

struct rule {
	const char *name;
	enum severity severity;
	enum sql sql;
	struct label message;
	struct label source; /* where the rule comes from, for the manual */
	struct label
		scope; /* what exactly it looks at, for the manual: a sentence without its stop */
};

extern const struct rule rules[];
extern const size_t rule_count;

struct rule_breaches {
	size_t errors, warnings;
};

/* Gives a row for each breach of each rule: rule, severity, unit, member, message. */
enum status rules_run(struct db *db, int as_of, const struct renderer *renderer,
	struct output *output, struct rule_breaches *breaches, struct error *error);

#endif
