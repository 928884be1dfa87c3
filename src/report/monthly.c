#include "report/monthly.h"

#include "base/date.h"

#define STRUCTURE(by_)                                                       \
	{                                                                    \
		.name = "structure-" by_, .report = "structure", .by = (by_) \
	}

const struct monthly monthly[] = {
	{.name = "summary", .report = "summary"},
	{.name = "ratio", .report = "ratio"},
	{.name = "progress", .report = "progress"},
	{.name = "movement",
		.report = "movement",
		.period = MONTHLY_MONTH,
		.file_only = true,
		.title = L("Tăng, giảm đảng viên trong tháng", "Movement in the month")},
	{.name = "movement-year", .report = "movement"},
	STRUCTURE("gender"),
	STRUCTURE("age"),
	STRUCTURE("ethnicity"),
	STRUCTURE("religion"),
	STRUCTURE("occupation"),
	STRUCTURE("education"),
	STRUCTURE("theory"),
	STRUCTURE("party_age"),
	STRUCTURE("status"),
	STRUCTURE("kind"),
	{.name = "trend", .report = "trend", .period = MONTHLY_PLAN},
	{.name = "probation", .report = "probation"},
	{.name = "idle", .report = "idle"},
	{.name = "forecast", .report = "forecast"},
};
const size_t monthly_count = sizeof monthly / sizeof monthly[0];

const struct report *monthly_report(const struct monthly *entry, const struct plan *plan)
{
	const struct report *report = report_find(entry->report);

	return report->use & REPORT_PLAN_NEEDED && !plan->known ? NULL : report;
}

struct query monthly_query(
	const struct monthly *entry, const struct query *asked, const struct plan *plan)
{
	struct query query = *asked;
	int year, month, day;

	query.id = entry->name;
	query.title = entry->title;
	if (entry->by)
		query.by = entry->by;
	if (plan->known) {
		query.plan = plan->code;
		query.plans_in_force = plan->in_force;
	}
	if (entry->period == MONTHLY_MONTH) {
		date_civil(asked->to, &year, &month, &day);
		query.from = date_day(year, month, 1);
	} else if (entry->period == MONTHLY_PLAN && plan->known && plan->from <= asked->to) {
		query.from = plan->from;
		if (plan->to < query.to)
			query.to = plan->to;
	}
	return query;
}
