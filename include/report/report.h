/*
 * report - a report is data: an .sql file and an entry in reports.c. This module runs it: chooses
 * dates, scope and plan, runs the SQL and gives the typed cells to a renderer.
 *
 * The SQL of a report has a result column for each struct column, named like its key. It may use
 * these parameters: :as_of, :from, :to (days), :unit (id of the scope), :plan, :plan_from, :plan_to
 * (the chosen plan and its term; NULL without one), :all, :by, :of, :every, :within, :months,
 * :sort. Reports with REPORT_LISTED or REPORT_BELOW read a temporary table (stmt/scope_*.sql):
 * `listed` has the units that get a row, in the order of the rows; `below` has the scope and all
 * units below it. Members are counted with the table totals(unit, day) (totals.h) wherever that is
 * possible.
 */
#ifndef MEMBERSTAT_REPORT_H
#define MEMBERSTAT_REPORT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "store/db.h"
#include "base/err.h"
#include "report/query.h"
#include "render/render.h"
#include "store/sql.h"

/* A picture with rows of its own, for formats that draw. */
struct picture {
	const char *name; /* "progress-months" */
	struct label title;
	enum sql sql; /* with the parameters of the report */
	const struct column *columns;
	size_t count;
	const struct chart *chart;
};

enum report_use {
	REPORT_PERIOD = 1u << 0,      /* it has a period, from --from to --to; as_of is --to */
	REPORT_PLAN = 1u << 1,        /* it needs a plan chosen, which there may not be */
	REPORT_PLAN_NEEDED = 1u << 2, /* it fails without a plan */
	REPORT_COMPARE = 1u << 3,     /* it takes --compare last-year */
	REPORT_GROUPS = 1u << 4,      /* its rows are groups of people (compare.h) */
	REPORT_LISTED = 1u << 5,      /* its SQL reads the table listed */
	REPORT_BELOW = 1u << 6,       /* its SQL reads the table below */
};

struct report {
	const char *name;
	struct label title;
	struct label about; /* one line, for the list of reports */
	enum sql sql;
	unsigned use;
	int depth;      /* listed levels below the scope, when it takes no --depth; INT_MAX: all */
	unsigned takes; /* enum query_part */
	const struct column *columns;
	size_t count;
	const char *pair; /* with --compare: the key of its rows (compare.h), or NULL */
	const struct chart *chart;
	const struct picture *picture; /* or NULL */
	bool one_row;
	/* Notes below the rows in formats for people, or NULL: appends paragraphs, each ended by a
	 * NUL, from the one row of the SQL notes_sql. */
	void (*notes)(sqlite3_stmt *row, enum lang lang, struct buf *paragraphs);
	enum sql notes_sql;
};

/* All reports, in the order of data/README.md section 5. */
extern const struct report reports[];
extern const size_t report_count;
const struct report *report_find(const char *name);

/* What the report structure can group by. */
struct structure_field {
	const char *by;     /* the word of --by */
	struct label title; /* what comes after "members" in the title: " by age" */
	const struct code_list
		*codes;            /* its groups: a closed list, or words that stand beside text */
	const struct chart *chart; /* or NULL */
	const struct picture *picture; /* or NULL */
};

/* The field with this word; NULL when there is none. */
const struct structure_field *structure_field(const char *by);

/* Runs a report on a renderer that is open. output->rows is then the number of its rows. */
enum status report_run(struct db *db, const struct report *report, const struct query *query,
	const struct renderer *renderer, struct output *output, struct error *error);

#endif
