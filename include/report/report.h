/*
 * report - a report is data: an .sql file and an entry in reports.c. This module asks the question:
 * it settles the dates, the scope and the plan, runs the SQL and hands the typed cells to a renderer.
 * It alone sees both the database and the renderers.
 *
 * The SQL of a report gives one column for each struct column, named by its key. It gets as parameters
 * whatever of these it names: :as_of, :from, :to (days), :unit (id of the scope), :plan, :plan_from,
 * :plan_to (the chosen plan and its term; NULL without one), :all, :by, :of, :every, :within, :months,
 * :sort. Reports that say so read a temporary table (stmt/scope_*.sql): listed, the units that get a row
 * in the order of the rows, or below, the scope and all units below it. Members are counted with the
 * table totals(unit, day) (totals.h) wherever its totals will do.
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

/* A picture that has rows of its own, for the formats that draw. */
struct picture {
	const char *name; /* "progress-months" */
	struct label title;
	enum sql sql; /* parameters as for the report */
	const struct column *columns;
	size_t count;
	const struct chart *chart;
};

enum report_use {
	REPORT_PERIOD = 1u << 0,      /* from --from to --to; as_of stands for --to */
	REPORT_PLAN = 1u << 1,        /* a plan, or none */
	REPORT_PLAN_NEEDED = 1u << 2, /* fails without a plan */
	REPORT_COMPARE = 1u << 3,     /* takes --compare last-year */
	REPORT_GROUPS = 1u << 4,      /* its rows are groups of people (compare.h) */
	REPORT_LISTED = 1u << 5,      /* reads the table listed */
	REPORT_BELOW = 1u << 6,       /* reads the table below */
};

struct report {
	const char *name;
	struct label title;
	struct label about; /* one line for the list of reports */
	enum sql sql;
	unsigned use;
	int depth; /* levels listed below the scope when it takes no --depth; INT_MAX for all */
	unsigned takes; /* enum query_part */
	const struct column *columns;
	size_t count;
	const char *pair; /* with --compare: the column that pairs rows; NULL for their place */
	const struct chart *chart;
	const struct picture *picture; /* or NULL */
	bool one_row;
	/* Below the rows in formats for people: writes paragraphs, each ended by a NUL, from the one row
	 * that the SQL notes_sql gives. NULL for none. */
	void (*notes)(sqlite3_stmt *row, enum lang lang, struct buf *paragraphs);
	enum sql notes_sql;
};

/* All reports, in the order of data/README.md section 5. */
extern const struct report reports[];
extern const size_t report_count;
const struct report *report_find(const char *name);

/* What the structure report groups by. */
struct structure_field {
	const char *by;     /* word of --by */
	struct label title; /* what follows "members" in the title: " by age" */
	const struct code_list
		*codes;            /* its groups: a closed list, or words that stand beside text */
	const struct chart *chart; /* or NULL */
	const struct picture *picture; /* or NULL */
};

/* NULL when there is no such field. */
const struct structure_field *structure_field(const char *by);

/* Runs a report on an open renderer; output->rows tells how many rows it had. */
enum status report_run(struct db *db, const struct report *report, const struct query *query,
	const struct renderer *renderer, struct output *output, struct error *error);

#endif
