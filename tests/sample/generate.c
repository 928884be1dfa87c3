/*
 * generate - writes the sample data, and organisations of the same shape and any size for
 *benchmarks.
 *
 *	generate DIR [MEMBERS] [--shuffle] [--change PERCENT]
 *
 * Without MEMBERS: Tháp Mười with its published totals. Always the same bytes. People are drawn one
 *by one from their numbers, so memory stays flat. --shuffle writes the same members in another
 *order;
 * --change alters one fact of so many percent of them.
 */
#include <errno.h>
#include <inttypes.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "calendar.h"
#include "person.h"
#include "random.h"
#include "shape.h"

#define MEMBERS_MAX 400000000
/* A dossier number: six digits and two letters. */
#define CODES      (1000000u * 26 * 26)
#define TARGET     570
#define PLAN_TITLE "Kế hoạch 41-KH/HU phát triển đảng viên giai đoạn 2021-2025"

struct job {
	const char *dir;
	long members; /* 0: the sample */
	bool shuffle;
	int change; /* percent */
	long districts;
	bool root; /* one more unit above the districts */
	struct shape shape;
};

static FILE *file_open(const struct job *job, const char *name)
{
	char path[4096];
	FILE *file = NULL;

	if (snprintf(path, sizeof(path), "%s/%s", job->dir, name) < (int)sizeof(path))
		file = fopen(path, "wb");
	if (!file) {
		fprintf(stderr, "generate: %s/%s: %s\n", job->dir, name, strerror(errno));
		exit(1);
	}
	setvbuf(file, NULL, _IOFBF, 1 << 20);
	return file;
}

static void file_close(FILE *file, const char *name)
{
	bool failed = ferror(file) != 0;

	if (fclose(file) != 0 || failed) {
		fprintf(stderr, "generate: %s: %s\n", name, strerror(errno));
		exit(1);
	}
}

/* The prefix of the codes of a district's units; empty in the sample. */
static void district_code(const struct job *job, long district, char code[32])
{
	if (job->members == 0)
		code[0] = '\0';
	else if (job->root)
		snprintf(code, 32, "D%05ld", district + 1);
	else
		snprintf(code, 32, "000");
}

/* The full code of a unit; that of the district itself is the code of the district. */
static int unit_code(const struct shape *shape, int unit, const char *district, char code[64])
{
	if (district[0] != '\0' && unit == shape->district)
		return snprintf(code, 64, "%s", district);
	return snprintf(code, 64, "%s%s", district, shape->units[unit].code);
}

static void district_name(
	const struct job *job, long district, const struct unit *unit, char name[160])
{
	if (job->members == 0)
		snprintf(name, 160, "%s", unit->name);
	else if (job->root)
		snprintf(name, 160, "Đảng bộ huyện %ld", district + 1);
	else
		snprintf(name, 160, "Đảng bộ huyện");
}

static void write_day(FILE *file, int day, char end)
{
	struct civil civil = civil_of(day);

	if (day != NO_DAY)
		fprintf(file, "%04d-%02d-%02d", civil.year, civil.month, civil.day);
	fputc(end, file);
}

static void write_district_units(const struct job *job, FILE *file, long district)
{
	static const char *const kinds[] = {
		"district", "commune", "committee", "base_cell", "cell"};
	const struct shape *shape = &job->shape;
	char prefix[32], code[64], parent[64], name[160];

	district_code(job, district, prefix);
	for (int i = 0; i < shape->unit_count; i++) {
		const struct unit *unit = &shape->units[i];

		snprintf(name, sizeof(name), "%s", unit->name);
		snprintf(parent, sizeof(parent), "%s", job->root ? "000" : "");
		if (unit->parent < 0)
			district_name(job, district, unit, name);
		else
			unit_code(shape, unit->parent, prefix, parent);
		unit_code(shape, i, prefix, code);
		fprintf(file, "%s,%s,%s,%s,", code, name, kinds[unit->kind], parent);
		write_day(file, unit->opened, ',');
		write_day(file, unit->closed, ',');
		fputs(",\n", file);
	}
}

static void write_units(const struct job *job)
{
	FILE *file = file_open(job, "units.csv");

	fputs("unit,name,kind,parent,opened_on,closed_on,since,merged_into\n", file);
	if (job->root)
		fputs("000,Đảng bộ,district,,,,,\n", file);
	for (long d = 0; d < job->districts; d++)
		write_district_units(job, file, d);
	file_close(file, "units.csv");
}

static void write_population(const struct job *job)
{
	const struct shape *shape = &job->shape;
	FILE *file = file_open(job, "population.csv");
	char prefix[32], code[64];

	fputs("unit,as_of,population,source\n", file);
	for (long d = 0; d < job->districts; d++) {
		district_code(job, d, prefix);
		for (int i = 0; i < shape->unit_count; i++) {
			if (shape->units[i].kind != KIND_COMMUNE)
				continue;
			unit_code(shape, i, prefix, code);
			fprintf(file, "%s,2019-04-01,%d,Số liệu minh họa\n", code,
				shape->units[i].population);
		}
	}
	/* In larger organisations only communes have a population, which the program sums. */
	if (job->members == 0)
		fputs("872,2019-04-01,131791,Tổng điều tra dân số 2019\n", file);
	file_close(file, "population.csv");
}

static void write_plan(FILE *file, const char *unit, int first, int last, long target, bool term)
{
	fprintf(file, "KH41,%s,%d-01-01,%d-12-31,%ld,%s,%s\n", unit, first, last, target,
		term ? "3.85" : "", PLAN_TITLE);
}

static void write_plans(const struct job *job)
{
	static const int yearly[] = {100, 110, 115, 120, 125};
	const struct shape *shape = &job->shape;
	long target = (long)TARGET * shape->members / SHAPE_MEMBERS;
	FILE *file = file_open(job, "plans.csv");
	char prefix[32];

	fputs("plan,unit,from,to,target,ratio_percent,title\n", file);
	if (job->members > 0)
		write_plan(file, "000", 2021, 2025, target * job->districts, true);
	for (long d = 0; job->root && d < job->districts; d++) {
		district_code(job, d, prefix);
		write_plan(file, prefix, 2021, 2025, target, false);
	}
	for (int i = 0; job->members == 0 && i < shape->unit_count; i++) {
		const struct unit *unit = &shape->units[i];

		if (unit->target > 0)
			write_plan(file, unit->code, 2021, 2025, unit->target, false);
		for (int year = 2021; unit->kind == KIND_DISTRICT && year <= 2025; year++) {
			write_plan(file, unit->code, year, year, yearly[year - 2021], false);
			/* Byte order: 2021-12-31 comes before 2025-12-31. */
			if (year == 2021)
				write_plan(file, unit->code, 2021, 2025, TARGET, true);
		}
	}
	file_close(file, "plans.csv");
}

/* A line of members.csv; the longest one possible is much shorter. */
struct row {
	char text[1024];
	size_t len;
};

static void put_text(struct row *row, const char *text, char end)
{
	size_t len = strlen(text);

	memcpy(row->text + row->len, text, len);
	row->len += len;
	row->text[row->len++] = end;
}

static void put_number(struct row *row, uint32_t number, int digits, char end)
{
	for (int i = digits - 1; i >= 0; i--, number /= 10)
		row->text[row->len + (size_t)i] = (char)('0' + number % 10);
	row->len += (size_t)digits;
	row->text[row->len++] = end;
}

static void put_day(struct row *row, int day, char end)
{
	struct civil civil;

	if (day == NO_DAY) {
		row->text[row->len++] = end;
		return;
	}
	civil = civil_of(day);
	put_number(row, (uint32_t)civil.year, 4, '-');
	put_number(row, (uint32_t)civil.month, 2, '-');
	put_number(row, (uint32_t)civil.day, 2, end);
}

static void put_birth(struct row *row, const struct person *person)
{
	put_number(row, (uint32_t)person->birth_year, 4, person->birth_month ? '-' : ',');
	if (person->birth_month)
		put_number(row, (uint32_t)person->birth_month, 2, person->birth_day ? '-' : ',');
	if (person->birth_day)
		put_number(row, (uint32_t)person->birth_day, 2, ',');
}

static void put_code(struct row *row, uint64_t code)
{
	put_number(row, (uint32_t)(code / (26 * 26)), 6, (char)('A' + code / 26 % 26));
	row->text[row->len++] = (char)('A' + code % 26);
	row->text[row->len++] = ',';
}

/* Writes the columns between unit and admitted_on, which are the same in all rows of a person. */
static void put_facts(struct row *row, const struct person *person, uint64_t index)
{
	put_text(row, person->family, ' ');
	put_text(row, person->middle, ' ');
	put_text(row, person->given, ',');
	put_birth(row, person);
	put_text(row, person->female ? "female" : "male", ',');
	put_text(row, person->ethnicity, ',');
	put_text(row, person->religion, ',');
	put_text(row, person->occupation, ',');
	put_text(row, person->education, ',');
	put_text(row, person->theory, ',');
	/* 7919 and 10^8 have no common factor: no card number occurs twice among so many people. */
	if (person->card)
		put_number(row, (uint32_t)((index * 7919 + 1234567) % 100000000), 8, ',');
	else
		row->text[row->len++] = ',';
}

static void write_person(const struct job *job, FILE *file, uint64_t index, uint64_t people)
{
	const struct shape *shape = &job->shape;
	uint64_t key = random_mix(index + 1);
	uint64_t room = CODES / people;
	struct person person;
	char prefix[32], unit[64];

	district_code(job, (long)(index / (uint64_t)shape->slot_count), prefix);
	person_draw(&person, shape, &shape->slots[index % (uint64_t)shape->slot_count], key);
	if (random_mix(key + 1) % 100 < (uint64_t)job->change)
		person_change(&person, key);
	for (int i = 0; i < person.stay_count; i++) {
		const struct stay *stay = &person.stays[i];
		struct row row = {.len = 0};

		put_code(&row, index * room + key % room);
		unit_code(shape, stay->unit, prefix, unit);
		put_text(&row, unit, ',');
		put_facts(&row, &person, index);
		put_day(&row, stay->admitted, ',');
		put_day(&row, stay->official, ',');
		put_day(&row, stay->joined, ',');
		put_text(&row, stay->joined_by, ',');
		put_day(&row, stay->left, ',');
		put_text(&row, stay->left_by, '\n');
		fwrite(row.text, 1, row.len, file);
	}
}

/* A permutation of 0 to count - 1: a Feistel network on an even number of bits, applied until the
 * result is below count. */
static uint64_t shuffled(uint64_t index, uint64_t count)
{
	int half = 1;
	uint64_t mask;

	while ((uint64_t)1 << (2 * half) < count)
		half++;
	mask = ((uint64_t)1 << half) - 1;
	do {
		uint64_t left = index >> half, right = index & mask;

		for (uint64_t round = 1; round <= 4; round++) {
			uint64_t old = right;

			right = left ^ (random_mix(right + (round << 32)) & mask);
			left = old;
		}
		index = left << half | right;
	} while (index >= count);
	return index;
}

static void write_members(const struct job *job)
{
	uint64_t people = (uint64_t)job->districts * (uint64_t)job->shape.slot_count;
	FILE *file = file_open(job, "members.csv");

	fputs("member,unit,full_name,birth_date,gender,ethnicity,religion,occupation,education,"
	      "theory,"
	      "card_no,admitted_on,official_on,joined_on,joined_by,left_on,left_by\n",
		file);
	for (uint64_t i = 0; i < people; i++)
		write_person(job, file, job->shuffle ? shuffled(i, people) : i, people);
	file_close(file, "members.csv");
}

static bool number_read(const char *text, long max, long *number)
{
	char *end;

	errno = 0;
	*number = strtol(text, &end, 10);
	return errno == 0 && end != text && *end == '\0' && *number >= 0 && *number <= max;
}

static bool arguments_read(struct job *job, int argc, char *argv[])
{
	long change = 0;

	for (int i = 1; i < argc; i++) {
		if (strcmp(argv[i], "--shuffle") == 0)
			job->shuffle = true;
		else if (strcmp(argv[i], "--change") == 0 && i + 1 < argc) {
			if (!number_read(argv[++i], 100, &change))
				return false;
		} else if (argv[i][0] == '-')
			return false;
		else if (!job->dir)
			job->dir = argv[i];
		else if (job->members > 0 || !number_read(argv[i], MEMBERS_MAX, &job->members) ||
			 job->members == 0)
			return false;
	}
	job->change = (int)change;
	return job->dir != NULL;
}

int main(int argc, char *argv[])
{
	struct job job = {.districts = 1};

	if (!arguments_read(&job, argc, argv)) {
		fputs("usage: generate DIR [MEMBERS] [--shuffle] [--change PERCENT]\n", stderr);
		return 2;
	}
	if (mkdir(job.dir, 0777) != 0 && errno != EEXIST) {
		fprintf(stderr, "generate: %s: %s\n", job.dir, strerror(errno));
		return 1;
	}
	if (job.members >= DISTRICT_MEMBERS_MAX) {
		job.root = true;
		job.districts = (job.members + SHAPE_MEMBERS / 2) / SHAPE_MEMBERS;
	}
	shape_build(&job.shape, job.members == 0,
		job.members == 0 ? SHAPE_MEMBERS : (int)(job.members / job.districts));
	write_units(&job);
	write_population(&job);
	write_plans(&job);
	write_members(&job);
	return 0;
}
