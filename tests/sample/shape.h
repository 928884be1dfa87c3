/*
 * shape - the units of one district and what becomes of each of its members.
 *
 * The sample is one district of this shape; a big organisation repeats it. Each person, present or
 * former, has a slot: the unit that he or she is in (or was in last) and a story, to which person.c
 * gives dates.
 */
#ifndef SAMPLE_SHAPE_H
#define SAMPLE_SHAPE_H

#include <stdbool.h>

#define SHAPE_MEMBERS 4541
/* The largest single district; larger organisations have several. */
#define DISTRICT_MEMBERS_MAX 9000

enum { UNITS_MAX = 300, SLOTS_MAX = DISTRICT_MEMBERS_MAX + DISTRICT_MEMBERS_MAX / 8 };

enum kind { KIND_DISTRICT, KIND_COMMUNE, KIND_COMMITTEE, KIND_BASE_CELL, KIND_CELL };

/* Where the people of a cell live or work: it decides occupations and ages. */
enum setting {
	SETTING_HAMLET,
	SETTING_LOCAL,
	SETTING_OFFICE,
	SETTING_SCHOOL,
	SETTING_HEALTH,
	SETTING_MILITARY,
	SETTING_POLICE,
	SETTING_SERVICE,
	SETTING_COMPANY,
	SETTING_COUNT
};

enum story {
	/* members on END_DAY, admitted before the plan */
	STORY_STEADY,
	STORY_TRANSFERRED,
	STORY_MOVED,
	STORY_OPENED, /* moved into a new cell */
	STORY_CLOSED, /* moved out of a dissolved one */
	STORY_READMITTED,
	STORY_RESTORED,
	STORY_RETURNED, /* transferred away and back */
	/* admitted within the plan */
	STORY_RECENT,
	STORY_RECENT_MOVED,
	STORY_RECENT_READMITTED,
	STORY_RECENT_DIED,
	STORY_RECENT_REMOVED,
	STORY_RECENT_AWAY,
	/* former members, admitted before the plan */
	STORY_DIED,
	STORY_EXPELLED,
	STORY_REMOVED,
	STORY_RESIGNED,
	STORY_AWAY,
	STORY_COUNT
};

struct unit {
	char code[32];
	char name[128];
	enum kind kind;
	enum setting setting;
	int parent;     /* index of another unit; -1 for the district */
	int opened;     /* day or NO_DAY */
	int closed;     /* day or NO_DAY */
	int members;    /* of a leaf, on END_DAY */
	int recent;     /* of these, admitted within the plan */
	int population; /* of a commune */
	int target;     /* of a grassroots organisation, for the plan's term */
};

struct slot {
	short unit, other; /* other: where a mover came from */
	short nth;         /* among its story; of admissions, among all within the plan */
	unsigned char story;
};

struct shape {
	int unit_count;
	int district;                 /* index of the district itself */
	struct unit units[UNITS_MAX]; /* in byte order of their codes */
	int members;
	int recent_count; /* members on END_DAY who were admitted within the plan */
	int slot_count;
	struct slot slots[SLOTS_MAX];
};

/* Makes the shape: the sample with its full unit codes (`published`), or a district of so many
 * members whose codes get a prefix. */
void shape_build(struct shape *shape, bool published, int members);

/* The last step of it: makes a slot for everybody, in no order. */
void slots_build(struct shape *shape);

#endif
