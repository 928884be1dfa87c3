#include "import/equal_faults.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"

#define SLOTS 4096 /* for sums; a power of two, and not half of them are ever used */

static bool is_same_column(const char *a, const char *b)
{
	return a == b || (a && b && strcmp(a, b) == 0);
}

static struct equal_fault *find(struct equal_faults *faults, const struct finding *finding)
{
	size_t i;

	for (i = 0; i < faults->count; i++)
		if (faults->list[i].code == finding->code &&
			is_same_column(faults->list[i].column, finding->column))
			return &faults->list[i];
	faults->list =
		memory_grow(faults->list, faults->count, &faults->room, sizeof *faults->list);
	faults->list[faults->count] =
		(struct equal_fault){.code = finding->code, .column = finding->column};
	return &faults->list[faults->count++];
}

/* Keeps the first lines in order. */
static void add_line(struct equal_fault *fault, long line)
{
	size_t i = fault->line_count;

	if (i == EQUAL_LINES && fault->lines[i - 1] <= line)
		return;
	if (i == EQUAL_LINES)
		i--;
	else
		fault->line_count++;
	for (; i > 0 && fault->lines[i - 1] > line; i--)
		fault->lines[i] = fault->lines[i - 1];
	fault->lines[i] = line;
}

/* FNV-1a; never 0. */
static uint64_t sum_of(const char *text)
{
	uint64_t sum = 14695981039346656037u;

	for (; *text; text++)
		sum = (sum ^ (unsigned char)*text) * 1099511628211u;
	return sum ? sum : 1;
}

/* Is the value a new one? False also when no more are counted. */
static bool is_new(struct equal_fault *fault, const char *value)
{
	uint64_t sum = sum_of(value);
	size_t slot = sum % SLOTS;

	if (fault->different > EQUAL_COUNT)
		return false;
	if (fault->sums == NULL)
		fault->sums = memory_zeroed(SLOTS * sizeof *fault->sums);
	while (fault->sums[slot] != 0 && fault->sums[slot] != sum)
		slot = (slot + 1) % SLOTS;
	if (fault->sums[slot] == sum)
		return false;
	fault->sums[slot] = sum;
	return true;
}

void equal_faults_add(struct equal_faults *faults, const struct finding *finding)
{
	struct equal_fault *fault = find(faults, finding);

	fault->count++;
	add_line(fault, finding->line);
	if (finding->got == NULL || !is_new(fault, finding->got))
		return;
	fault->different++;
	if (fault->value_count < EQUAL_VALUES)
		fault->values[fault->value_count++] =
			memory_text(finding->got, strlen(finding->got));
}

void equal_faults_release(struct equal_faults *faults)
{
	size_t i, v;

	for (i = 0; i < faults->count; i++) {
		for (v = 0; v < faults->list[i].value_count; v++)
			free(faults->list[i].values[v]);
		free(faults->list[i].sums);
	}
	free(faults->list);
	*faults = (struct equal_faults){0};
}
