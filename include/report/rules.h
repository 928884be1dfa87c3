/*
 * rules - the rules that the data must keep across records (data/README.md section 7, rules of
 * check), as a table.
 *
 * A rule is an .sql file and a message in both languages. Each row of the SQL is a breach as of
 * :as_of: unit and member (codes, or NULL), then the arguments of the message, in which {1} stands
 * for the first argument, {1%} for it as a percent, and {1d} for it as a date in the reader's form.
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
	struct label source; /* for the manual: where the rule comes from */
	struct label
		scope; /* for the manual: what exactly it looks at; a sentence without full stop */
};

extern const struct rule rules[];
extern const size_t rule_count;

struct rule_breaches {
	size_t errors, warnings;
};

/* Gives the renderer a row for each breach of each rule: rule, severity, unit, member, message. */
enum status rules_run(struct db *db, int as_of, const struct renderer *renderer,
	struct output *output, struct rule_breaches *breaches, struct error *error);

#endif
