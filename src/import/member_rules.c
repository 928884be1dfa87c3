/* The rules of data/README.md section 3, members.csv: of each stay, and across the stays of a
 * member. */
#include "import/member.h"

#include <stdlib.h>
#include <string.h>

#include "base/date.h"

const size_t stay_fields[STAY_COLUMNS] = {MEMBER_JOINED_ON, MEMBER_UNIT, MEMBER_ADMITTED_ON,
	MEMBER_OFFICIAL_ON, MEMBER_JOINED_BY, MEMBER_LEFT_ON, MEMBER_LEFT_BY};

bool stay_in_play(const struct member_stay *stay)
{
	return stay->row && !stay->refused;
}

bool stay_is_there(const struct member_stay *stay)
{
	return stay->stored || stay_in_play(stay);
}

bool stay_changed(const struct member_stay *stay)
{
	return memcmp(stay->was.columns, stay->now.columns, sizeof stay->was.columns) != 0;
}

struct member_stay *member_add_stay(struct member *member)
{
	member->stays =
		memory_grow(member->stays, member->count, &member->room, sizeof *member->stays);
	member->stays[member->count] = (struct member_stay){0};
	return &member->stays[member->count++];
}

/* --- each row as it would be stored ------------------------------------------------------------ */

static int compare_stays(const void *a, const void *b)
{
	int64_t x = ((const struct member_stay *)a)->now.columns[JOINED_ON];
	int64_t y = ((const struct member_stay *)b)->now.columns[JOINED_ON];

	return (x > y) - (x < y);
}

/* Does this empty cell erase the value? With --blank-clears it does, when the column is in the
 * file. */
static bool clears(const struct import *import, const struct record *row, size_t field)
{
	return import->options.blank_clears && header_has(&import->header, field) &&
	       !row->values[field].filled;
}

/* Sets the columns of the stay: those of the row, else those that are stored, else the defaults. */
static void merge_stay(const struct import *import, struct member_stay *stay)
{
	const struct record *row = stay->row;
	int64_t *now = stay->now.columns;
	size_t c;

	for (c = 0; c < STAY_COLUMNS; c++) {
		const struct value *value = &row->values[stay_fields[c]];

		if (value->filled)
			now[c] = value->number;
		else if (!stay->stored || clears(import, row, stay_fields[c]))
			now[c] = NO_DAY;
	}
	now[JOINED_ON] = row->values[MEMBER_JOINED_ON].number;
	/* joined_by is never empty: when it is erased it becomes the default. */
	if (now[JOINED_BY] == NO_DAY)
		now[JOINED_BY] =
			now[JOINED_ON] == now[ADMITTED_ON] ? JOINED_ADMITTED : JOINED_TRANSFERRED;
	for (c = 0; c < FACTS; c++) {
		if (row->values[FIRST_FACT + c].filled)
			stay->now.facts |= 1u << c;
		else if (clears(import, row, FIRST_FACT + c))
			stay->now.facts &= ~(1u << c);
	}
}

static void add_rule(struct import *import, const struct record *row, size_t field,
	enum finding_code code, const char *vi, const char *en)
{
	const struct field *column = &import->roll->fields[field];
	struct buf got = {0};

	if (column->type != FIELD_UNIT)
		field_write(&got, column, field, row);
	findings_add(&import->row, row->line, column->name, code, got.len ? got.data : NULL, "%s",
		"%s", import->row.lang == LANG_VI ? vi : en);
	buf_release(&got);
}

/* Rules between the columns of one stay (data/README.md section 3, members.csv). */
static void stay_rules(struct import *import, const struct member_stay *stay)
{
	const int64_t *now = stay->now.columns;
	const struct record *row = stay->row;

	if (now[UNIT] == NO_DAY)
		add_rule(import, row, MEMBER_UNIT, FINDING_REQUIRED, "thiếu giá trị bắt buộc",
			"a required value is missing");
	if (now[ADMITTED_ON] == NO_DAY)
		add_rule(import, row, MEMBER_ADMITTED_ON, FINDING_REQUIRED,
			"thiếu giá trị bắt buộc", "a required value is missing");
	else if (now[ADMITTED_ON] > now[JOINED_ON])
		add_rule(import, row, MEMBER_ADMITTED_ON, FINDING_ORDER,
			"ngày vào Đảng sau ngày đến đơn vị", "admitted after joining the unit");
	if (now[OFFICIAL_ON] != NO_DAY && now[ADMITTED_ON] != NO_DAY &&
		now[OFFICIAL_ON] < now[ADMITTED_ON])
		add_rule(import, row, MEMBER_OFFICIAL_ON, FINDING_ORDER,
			"ngày chính thức trước ngày vào Đảng", "official before being admitted");
	if (now[LEFT_ON] != NO_DAY && now[LEFT_ON] < now[JOINED_ON])
		add_rule(import, row, MEMBER_LEFT_ON, FINDING_ORDER, "ngày ra trước ngày đến",
			"left before joining");
	if (now[LEFT_ON] != NO_DAY && now[LEFT_BY] == NO_DAY)
		add_rule(import, row, MEMBER_LEFT_BY, FINDING_PAIR,
			"có ngày ra nhưng thiếu hình thức ra", "left_on is given without left_by");
	if (now[LEFT_ON] == NO_DAY && now[LEFT_BY] != NO_DAY)
		add_rule(import, row, MEMBER_LEFT_ON, FINDING_PAIR,
			"có hình thức ra nhưng thiếu ngày ra", "left_by is given without left_on");
}

static enum status refuse_stay(struct import *import, struct member_stay *stay, struct error *error)
{
	stay->refused = true;
	stay->now = stay->was;
	return import_refuse(import, stay->row, error);
}

/* Merges the rows of the file with the stored stays and applies the rules of each stay. */
enum status member_merge(struct import *import, struct member *member,
	struct record *const *records, size_t count, struct error *error)
{
	size_t stored = member->count, i, r;

	for (r = 0; r < count; r++) {
		int64_t joined_on = records[r]->values[MEMBER_JOINED_ON].number;
		struct member_stay *stay = NULL;

		for (i = 0; i < stored && stay == NULL; i++)
			if (member->stays[i].was.columns[JOINED_ON] == joined_on)
				stay = &member->stays[i];
		if (stay == NULL)
			stay = member_add_stay(member);
		stay->row = records[r];
		merge_stay(import, stay);
	}
	if (member->count > 1)
		qsort(member->stays, member->count, sizeof *member->stays, compare_stays);
	for (i = 0; i < member->count; i++) {
		if (member->stays[i].row == NULL)
			continue;
		stay_rules(import, &member->stays[i]);
		if (import->row.total > 0 &&
			refuse_stay(import, &member->stays[i], error) != STATUS_DONE)
			return error_status(error);
	}
	return STATUS_DONE;
}

/* --- rules across the rows of a member --------------------------------------------------------- */

static bool is_live(const struct member_stay *stay)
{
	return stay->stored || !stay->refused;
}

static void add_overlap(
	struct import *import, const struct member_stay *stay, const struct member_stay *other)
{
	char from[11], to[11], joined_on[11];
	const struct record *row = stay->row;
	enum lang lang = import->row.lang;

	date_write_in(lang, (int)stay->now.columns[JOINED_ON], joined_on);
	date_write_in(lang, (int)other->now.columns[JOINED_ON], from);
	if (other->now.columns[LEFT_ON] != NO_DAY)
		date_write_in(lang, (int)other->now.columns[LEFT_ON], to);
	else
		strcpy(to, "…");
	findings_add(&import->row, row->line, "joined_on", FINDING_OVERLAP, joined_on,
		"chồng lên thời gian sinh hoạt %s – %s của cùng đảng viên %s; hãy ghi ngày ra của lần trước",
		"overlaps the stay %s – %s of the same member %s; give the earlier stay its left_on",
		from, to, record_text(row, MEMBER_MEMBER));
}

/* Refuses a row whose stay overlaps another; the later one is at fault when the file has it. */
static enum status refuse_overlap(
	struct import *import, struct member *member, bool *refused, struct error *error)
{
	struct member_stay *before = NULL;
	size_t i;

	for (i = 0; i < member->count; i++) {
		struct member_stay *stay = &member->stays[i], *guilty;

		if (!is_live(stay))
			continue;
		if (before &&
			(before->now.columns[LEFT_ON] == NO_DAY ||
				before->now.columns[LEFT_ON] > stay->now.columns[JOINED_ON])) {
			guilty = stay_in_play(stay) ? stay : before;
			if (stay_in_play(guilty)) {
				add_overlap(import, guilty, guilty == stay ? before : stay);
				*refused = true;
				return refuse_stay(import, guilty, error);
			}
		}
		before = stay;
	}
	return STATUS_DONE;
}

/* Finds the row with the latest joined_on in which the fact is filled. */
static void resolve_fact(const struct import *import, struct member *member, size_t f)
{
	size_t field = FIRST_FACT + f, i;

	member->facts[f] = NULL;
	member->origin[f] = SIZE_MAX;
	for (i = member->count; i-- > 0;) {
		const struct member_stay *stay = &member->stays[i];

		if (stay_in_play(stay) && stay->row->values[field].filled) {
			member->facts[f] = stay->row;
			member->origin[f] = i;
			return;
		}
		if (stay_in_play(stay) && clears(import, stay->row, field)) {
			member->origin[f] = i; /* this row had given it and erases it now */
		} else if (stay->stored && stay->was.facts >> f & 1 &&
			   member->stored.values[field].filled && member->origin[f] == SIZE_MAX) {
			member->facts[f] = &member->stored;
			return;
		}
	}
}

static void resolve_facts(const struct import *import, struct member *member)
{
	size_t f;

	for (f = 0; f < FACTS; f++)
		resolve_fact(import, member, f);
}

/* Refuses a row by which the member would be born after being admitted. */
static enum status refuse_birth(
	struct import *import, struct member *member, bool *refused, struct error *error)
{
	const struct record *source = member->facts[MEMBER_BIRTH_DATE - FIRST_FACT];
	size_t origin = member->origin[MEMBER_BIRTH_DATE - FIRST_FACT], i;
	int born;

	if (source == NULL)
		return STATUS_DONE;
	born = birth_earliest((int)source->values[MEMBER_BIRTH_DATE].number);
	for (i = 0; i < member->count; i++) {
		struct member_stay *stay = &member->stays[i], *guilty;

		if (!is_live(stay) || born <= stay->now.columns[ADMITTED_ON])
			continue;
		guilty = origin != SIZE_MAX ? &member->stays[origin] : stay;
		if (!stay_in_play(guilty))
			continue;
		add_rule(import, guilty->row, MEMBER_BIRTH_DATE, FINDING_ORDER,
			"sinh sau ngày vào Đảng", "born after being admitted");
		*refused = true;
		return refuse_stay(import, guilty, error);
	}
	return STATUS_DONE;
}

enum status member_settle(struct import *import, struct member *member, struct error *error)
{
	bool refused;
	enum status status;

	do {
		refused = false;
		status = refuse_overlap(import, member, &refused, error);
		if (status != STATUS_DONE)
			return status;
		resolve_facts(import, member);
		if (!refused)
			status = refuse_birth(import, member, &refused, error);
	} while (status == STATUS_DONE && refused);
	return status;
}
