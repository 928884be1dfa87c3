/*
 * field - the columns of each kind of records, as data: how each is called in files, what its cells
 * mean, and how a cell becomes a value (data/README.md section 3).
 *
 * One table serves everywhere: by it the import finds columns and reads cells, `list` writes its
 * header, and the manual lists the columns.
 */
#ifndef MEMBERSTAT_FIELD_H
#define MEMBERSTAT_FIELD_H

#include <stdbool.h>
#include <stddef.h>

#include "base/code_list.h"
#include "import/finding.h"
#include "base/label.h"
#include "import/record.h"

enum field_type {
	FIELD_CODE,       /* text of at most 128 characters; case and leading zeros count */
	FIELD_NAME,       /* text in which a question mark means damage */
	FIELD_TEXT,       /* text of at most 1,000 characters */
	FIELD_RELIGION,   /* text; all words for no religion become one */
	FIELD_DATE,       /* day number */
	FIELD_BIRTH,      /* YYYYMMDD, 00 for unknown parts */
	FIELD_COUNT,      /* whole number */
	FIELD_PERCENT,    /* in units of 1/10,000 percent (number.h) */
	FIELD_WORD,       /* a word of a code list */
	FIELD_UNIT,       /* code or name of a unit; the importer turns it into the id */
	FIELD_OTHER_UNIT, /* the same of a unit that may stand in the same file */
};

enum field_flag {
	FIELD_REQUIRED = 1u << 0,   /* a record must have it */
	FIELD_COLUMN = 1u << 1,     /* a file must have the column */
	FIELD_KEY = 1u << 2,        /* part of the key, which makes two rows the same record */
	FIELD_NOT_FUTURE = 1u << 3, /* a date that is not after today */
	FIELD_PARTY_DAY = 1u << 4,  /* a date not before the Party was founded */
	FIELD_MAY_BE_DAY = 1u << 8, /* text in which a day is no mistake of a spreadsheet program */
};

struct field {
	const char *name; /* in data/README.md section 3, and in the header that `list` writes */
	enum field_type type;
	unsigned flags;
	const struct code_list *codes; /* for FIELD_WORD */
	struct label label;            /* heading for people; also accepted in files */
	const char *aliases;           /* more accepted headings (bar_list.h), or NULL */
};

enum roll_kind { ROLL_UNITS, ROLL_POPULATION, ROLL_PLANS, ROLL_MEMBERS, ROLL_KINDS };

struct roll {
	const char *name; /* "units": the word on the command line */
	struct label label;
	const struct field *fields;
	size_t count;
	/* Headings of facts that such files often have and that are not read, '|' between; or NULL. They are
	 * ignored without a warning, and so are blank headings to their right. */
	const char *ignored;
};

extern const struct roll rolls[ROLL_KINDS];

/* Headings of running numbers and notes. They are ignored without a warning in files of every kind. */
extern const char fields_numbering[];

/* The kind with this name; ROLL_KINDS when there is none. */
enum roll_kind roll_find(const char *name);

/* The number of the field with this name; -1 when the kind has none. */
int roll_field(enum roll_kind kind, const char *name);

/*
 * Columns with a heading that tells something besides: under "Năm sinh Nam" are years of birth, and
 * whoever has one there is a man. Under "Giới tính Nam", where field and told are the same, is a mark.
 */
#define TELLINGS 4

struct telling {
	const char *field;   /* the column has values of this field, and its headings … */
	const char *endings; /* … with one of these words added, '|' between */
	const char *told;    /* a filled cell sets this field … */
	const char *word;    /* … to this word */
};

extern const struct telling tellings[TELLINGS];

/* Numbers of the fields, in the order of the tables. */
enum {
	UNIT_UNIT,
	UNIT_NAME,
	UNIT_KIND,
	UNIT_PARENT,
	UNIT_OPENED_ON,
	UNIT_CLOSED_ON,
	UNIT_SINCE,
	UNIT_MERGED_INTO
};
enum { POPULATION_UNIT, POPULATION_AS_OF, POPULATION_POPULATION, POPULATION_SOURCE };
enum { PLAN_PLAN, PLAN_UNIT, PLAN_FROM, PLAN_TO, PLAN_TARGET, PLAN_RATIO_PERCENT, PLAN_TITLE };
enum {
	MEMBER_MEMBER,
	MEMBER_UNIT,
	MEMBER_FULL_NAME, /* first of the facts about the person … */
	MEMBER_BIRTH_DATE,
	MEMBER_GENDER,
	MEMBER_ETHNICITY,
	MEMBER_RELIGION,
	MEMBER_OCCUPATION,
	MEMBER_EDUCATION,
	MEMBER_THEORY,
	MEMBER_CARD_NO, /* … and the last */
	MEMBER_ADMITTED_ON,
	MEMBER_OFFICIAL_ON,
	MEMBER_JOINED_ON,
	MEMBER_JOINED_BY,
	MEMBER_LEFT_ON,
	MEMBER_LEFT_BY
};

/* How an empty `since` is stored: before all days (schema 0005). */
#define UNIT_SINCE_EVER (-1000000)

/* How "no religion" is stored. */
#define RELIGION_NONE "Không"

/* Appends a heading as it is matched: folded (text_fold), without the marks at its end and without
 * remarks such as (dd/mm/yyyy). */
void field_fold_heading(struct buf *out, const char *text, size_t len);
/* Is the folded heading in the list (bar_list.h)? */
bool heading_in(const char *list, const char *folded);

/* Is the text a word that begins a total row: Tổng cộng, Cộng …? Case does not count, diacritics
 * do; a colon may follow. */
bool field_is_total(const char *text, size_t len);

/* Is the cell empty? Blanks, one of - – — . alone, and ="" are empty. */
bool field_is_empty(const char *text, size_t len);

/* What field_read needs, and what it remembers from cell to cell. Zeroed but for lang and today at
 * first. */
struct field_reader {
	int today;
	bool month_first; /* set by a date that is impossible day first but right month first */
	struct buf inner, seen, scratch; /* the cell while it is being cleaned */
	struct {
		const struct field *field;
		const struct word *word;
		char text[24];
	} words[64]; /* words that were read, by their spelling */
};

void field_reader_release(struct field_reader *reader);

/* Reads a NUL-terminated cell into the record. An empty cell leaves the value unfilled. A wrong
 * cell adds a finding with the record's line and returns false. */
bool field_read(struct field_reader *reader, const struct field *field, size_t index,
	const char *text, size_t len, struct record *record, struct findings *findings);

/* Appends the value as `list` writes it. */
void field_write(
	struct buf *out, const struct field *field, size_t index, const struct record *record);

#endif
