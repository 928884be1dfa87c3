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

struct question monthly_question(
	const struct monthly *entry, const struct question *asked, const struct plan *plan)
{
	struct question question = *asked;
	int year, month, day;

	question.id = entry->name;
	question.title = entry->title;
	if (entry->by)
		question.by = entry->by;
	if (plan->known)
		question.plan = plan->code;
	if (entry->period == MONTHLY_MONTH) {
		date_civil(asked->to, &year, &month, &day);
		question.from = date_day(year, month, 1);
	} else if (entry->period == MONTHLY_PLAN && plan->known && plan->from <= asked->to) {
		question.from = plan->from;
		if (plan->to < question.to)
			question.to = plan->to;
	}
	return question;
}
