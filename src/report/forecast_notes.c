#include "report/forecast_notes.h"

#include <stdbool.h>
#include <stdint.h>

#include "base/number.h"

/* Writes a number for a sentence into `out` and returns it; borrowed from `out`. */
static const char *in_words(struct buf *out, int64_t scaled, int decimals, enum lang lang)
{
	buf_clear(out);
	number_write_people(out, scaled, decimals, lang);
	return out->data;
}

/* Columns of report/forecast_notes.sql. */
enum { MEMBERS, POPULATION, TARGET, REMAINING, RATIO, NEEDED, DAYS_LEFT, COLUMNS };

struct figures {
	int64_t at[COLUMNS];
	bool known[COLUMNS];
};

static struct figures read_figures(sqlite3_stmt *row)
{
	struct figures figures;
	int i;

	for (i = 0; i < COLUMNS; i++) {
		figures.at[i] = sqlite3_column_int64(row, i);
		figures.known[i] = sqlite3_column_type(row, i) != SQLITE_NULL;
	}
	return figures;
}

static void say_plan(const struct figures *f, enum lang lang, struct buf *out)
{
	struct buf left = {0}, reached = {0}, aim = {0};
	int64_t members = f->at[MEMBERS] + f->at[REMAINING];

	in_words(&left, f->at[REMAINING], 0, lang);
	in_words(&reached, number_round(100 * members, f->at[POPULATION], 2), 2, lang);
	in_words(&aim, number_round(f->at[RATIO], PERCENT_UNIT, 2), 2, lang);
	buf_printf(out,
		lang == LANG_VI ? "Nếu kết nạp đủ %s người còn lại theo kế hoạch và không giảm ai "
				  "thì tỷ lệ đạt %s %%, "
				  "trong khi chỉ tiêu là %s %%."
				: "Completing the plan, with %s more admissions and no losses, "
				  "gives %s %%; the target is "
				  "%s %%.",
		left.data, reached.data, aim.data);
	buf_putc(out, '\0');
	buf_release(&left);
	buf_release(&reached);
	buf_release(&aim);
}

static void say_need(const struct figures *f, enum lang lang, struct buf *out)
{
	struct buf needed = {0}, left = {0}, monthly = {0};

	in_words(&needed, f->at[NEEDED], 0, lang);
	in_words(&left, f->at[REMAINING], 0, lang);
	if (f->at[NEEDED] == 0)
		buf_puts(out, lang == LANG_VI
				      ? "Số đảng viên hiện có đã đạt chỉ tiêu tỷ lệ."
				      : "The members there are meet the target ratio already.");
	else
		buf_printf(out,
			lang == LANG_VI ? "Để đạt chỉ tiêu tỷ lệ cần thêm %s đảng viên, trong khi "
					  "theo kế hoạch chỉ còn "
					  "kết nạp %s người%s."
					: "The target ratio needs %s more members, where the plan "
					  "has %s admissions "
					  "left%s.",
			needed.data, left.data,
			f->at[NEEDED] <= f->at[REMAINING] ? ""
			: lang == LANG_VI ? ": chỉ kết nạp đủ kế hoạch thì không đạt tỷ lệ này"
					  : ": these alone do not reach it");
	if (f->at[NEEDED] > 0 && f->at[DAYS_LEFT] > 0) {
		/* a month is 365.2425 / 12 days (data/README.md section 5) */
		in_words(&monthly,
			number_round(f->at[NEEDED] * 3652425, f->at[DAYS_LEFT] * 120000, 1), 1,
			lang);
		buf_printf(out,
			lang == LANG_VI ? " Mỗi tháng phải tăng thêm %s người cho đến hết kế hoạch "
					  "(chưa kể số "
					  "bù cho đảng viên giảm)."
					: " That is %s a month to the end of the plan, beside "
					  "making up for "
					  "losses.",
			monthly.data);
	}
	buf_putc(out, '\0');
	buf_release(&needed);
	buf_release(&left);
	buf_release(&monthly);
}

void forecast_notes(sqlite3_stmt *row, enum lang lang, struct buf *paragraphs)
{
	const struct figures figures = read_figures(row);

	if (!figures.known[RATIO] || !figures.known[TARGET] || figures.at[POPULATION] <= 0)
		return;
	say_plan(&figures, lang, paragraphs);
	say_need(&figures, lang, paragraphs);
}
