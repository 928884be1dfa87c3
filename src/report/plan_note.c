#include "report/plan_note.h"

#include <string.h>

#include "base/date.h"

/* The district whose plan the program brings along. */
#define THAP_MUOI "872"

static void say_choice(const struct plan *plan, int day, enum lang lang, struct buf *out)
{
	char text[11];

	date_write_in(lang, day, text);
	buf_printf(out,
		lang == LANG_VI
			? "Ngày %s có %d kế hoạch đang thực hiện; số liệu theo %s. Chọn kế hoạch khác: "
			  "--plan MÃ (xem memberstat list plans)."
			: "On %s there are %d plans in force; the figures are for %s. For another: "
			  "--plan CODE (see memberstat list plans).",
		text, plan->in_force, plan->code);
	buf_putc(out, '\0');
}

static void say_outside(const struct plan *plan, int day, enum lang lang, struct buf *out)
{
	bool vi = lang == LANG_VI;
	char from[11], to[11], text[11];

	date_write_in(lang, plan->from, from);
	date_write_in(lang, plan->to, to);
	date_write_in(lang, day, text);
	if (day > plan->to)
		buf_printf(out,
			vi ? "Kế hoạch %s (%s – %s) đã kết thúc trước ngày %s: số liệu là kết quả của kế hoạch."
			   : "The plan %s (%s – %s) ended before %s: the figures are its result.",
			plan->code, from, to, text);
	else
		buf_printf(out,
			vi ? "Kế hoạch %s (%s – %s) chưa bắt đầu vào ngày %s."
			   : "The plan %s (%s – %s) has not begun on %s.",
			plan->code, from, to, text);
	buf_putc(out, '\0');
}

/* Plan 41 comes with the program; in another place it is somebody else's. */
static enum status say_whose(struct db *db, const struct plan *plan, enum lang lang,
	struct buf *out, struct error *error)
{
	struct buf unit = {0};
	enum status status = plan_built_in_unit(db, &unit, error);

	if (status == STATUS_DONE && unit.len > 0 && strcmp(unit.data, THAP_MUOI) != 0) {
		buf_printf(out,
			lang == LANG_VI
				? "%s có sẵn trong chương trình là kế hoạch của Huyện ủy Tháp Mười (872), "
				  "không phải của %s; hãy nhập kế hoạch của đơn vị: memberstat import "
				  "plans TỆP (mẫu: memberstat template plans)."
				: "%s, which comes with the program, is the plan of Tháp Mười district "
				  "(872) and not of %s; load your own: memberstat import plans FILE "
				  "(an empty one: memberstat template plans).",
			plan->code, unit.data);
		buf_putc(out, '\0');
	}
	buf_release(&unit);
	return status;
}

enum status plan_note(struct db *db, const struct plan *plan, int day, enum lang lang,
	struct buf *paragraphs, struct error *error)
{
	if (!plan->known)
		return STATUS_DONE;
	if (plan->in_force > 1)
		say_choice(plan, day, lang, paragraphs);
	if (day < plan->from || day > plan->to)
		say_outside(plan, day, lang, paragraphs);
	return plan->built_in ? say_whose(db, plan, lang, paragraphs, error) : STATUS_DONE;
}
