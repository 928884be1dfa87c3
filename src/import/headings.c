#include "import/headings.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"

/* Headings given by --map go before the field's own, and these before those of tellings. */
enum rank { RANK_MAPPED, RANK_OWN, RANK_TELLING };

struct heading {
	enum roll_kind kind;
	enum rank rank;
	size_t field;
	size_t at;          /* offset of the folded heading in texts */
	const char *folded; /* the heading itself; set when texts is complete and moves no more */
};

struct headings {
	struct heading *list; /* sorted by folded heading, kind, rank, field */
	size_t count, room;
	struct buf texts;
};

const char *heading_mapped(const struct header_wanted *wanted, const struct field *field)
{
	size_t len = strlen(field->name), m;

	for (m = wanted->map_count; m-- > 0;)
		if (strncmp(wanted->maps[m], field->name, len) == 0 && wanted->maps[m][len] == '=')
			return wanted->maps[m] + len + 1;
	return NULL;
}

static void add_heading(
	struct headings *headings, struct heading heading, const char *text, size_t len)
{
	if (headings->count == headings->room) {
		headings->room = headings->room ? 2 * headings->room : 256;
		headings->list =
			memory_resize(headings->list, headings->room * sizeof *headings->list);
	}
	heading.at = headings->texts.len;
	field_fold_heading(&headings->texts, text, len);
	buf_putc(&headings->texts, '\0');
	headings->list[headings->count++] = heading;
}

/* Adds the headings of a list with '|' between them. NULL is an empty list. */
static void add_list(struct headings *headings, struct heading heading, const char *list)
{
	while (list) {
		size_t len = strcspn(list, "|");

		add_heading(headings, heading, list, len);
		list = list[len] ? list + len + 1 : NULL;
	}
}

static void add_field(struct headings *headings, struct heading heading, const struct field *field)
{
	add_list(headings, heading, field->name);
	add_list(headings, heading, field->label.vi);
	add_list(headings, heading, field->label.en);
	add_list(headings, heading, field->aliases);
}

/* The headings of the entries from `first` to before `last`, with one of the endings behind. */
static void add_endings(struct headings *headings, struct heading heading, size_t first,
	size_t last, const char *endings)
{
	struct buf text = {0};
	size_t i;

	for (; *endings; endings += strcspn(endings, "|"), endings += *endings == '|') {
		for (i = first; i < last; i++) {
			buf_clear(&text);
			buf_puts(&text, headings->texts.data + headings->list[i].at);
			buf_putc(&text, ' ');
			buf_add(&text, endings, strcspn(endings, "|"));
			add_heading(headings, heading, text.data, text.len);
		}
	}
	buf_release(&text);
}

/* The columns that tell one thing more are headed as the field, whose entries begin at `first`. */
static void add_tellings(struct headings *headings, struct heading heading, size_t first)
{
	const char *name = rolls[heading.kind].fields[heading.field].name;
	size_t last = headings->count, t;

	for (t = 0; t < TELLINGS; t++) {
		if (strcmp(tellings[t].field, name) != 0)
			continue;
		heading.field = RECORD_FIELDS + t;
		add_endings(headings, heading, first, last, tellings[t].endings);
	}
}

static void add_kind(
	struct headings *headings, const struct header_wanted *wanted, enum roll_kind kind)
{
	size_t i;

	for (i = 0; i < rolls[kind].count; i++) {
		const struct field *field = &rolls[kind].fields[i];
		const char *mapped = heading_mapped(wanted, field);
		struct heading heading = {.kind = kind, .rank = RANK_MAPPED, .field = i};
		size_t first = headings->count;

		if (mapped) {
			add_heading(headings, heading, mapped, strlen(mapped));
			continue;
		}
		heading.rank = RANK_OWN;
		add_field(headings, heading, field);
		heading.rank = RANK_TELLING;
		add_tellings(headings, heading, first);
	}
}

static int compare_entries(const void *one, const void *other)
{
	const struct heading *a = one, *b = other;
	int order = strcmp(a->folded, b->folded);

	if (order == 0)
		order = (a->kind > b->kind) - (a->kind < b->kind);
	if (order == 0)
		order = (a->rank > b->rank) - (a->rank < b->rank);
	return order ? order : (a->field > b->field) - (a->field < b->field);
}

struct headings *headings_new(const struct header_wanted *wanted)
{
	struct headings *headings = memory_get(sizeof *headings);
	enum roll_kind kind;
	size_t i;

	*headings = (struct headings){0};
	for (kind = 0; kind < ROLL_KINDS; kind++)
		if (wanted->kind == ROLL_KINDS || wanted->kind == kind)
			add_kind(headings, wanted, kind);
	for (i = 0; i < headings->count; i++)
		headings->list[i].folded = headings->texts.data + headings->list[i].at;
	qsort(headings->list, headings->count, sizeof *headings->list, compare_entries);
	return headings;
}

void headings_free(struct headings *headings)
{
	free(headings->list);
	buf_release(&headings->texts);
	free(headings);
}

/* The index of the first entry with this heading, or of the one before which it would stand. */
static size_t first_of(const struct headings *headings, const char *folded)
{
	size_t low = 0, high = headings->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (strcmp(headings->list[middle].folded, folded) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

void headings_find(const struct headings *headings, const char *folded, int fields[ROLL_KINDS])
{
	enum roll_kind kind;
	size_t i;

	for (kind = 0; kind < ROLL_KINDS; kind++)
		fields[kind] = -1;
	for (i = first_of(headings, folded);
		i < headings->count && strcmp(headings->list[i].folded, folded) == 0; i++) {
		kind = headings->list[i].kind;
		/* Of the entries of a kind the first one counts. */
		if (fields[kind] < 0)
			fields[kind] = (int)headings->list[i].field;
	}
}
