#include "import/unknown_units.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define SLOTS 4096 /* a power of 2, some times as many as are kept */

/* The slot of the text: its own, or the free one where it belongs. */
static size_t *find_slot(const struct unknown_units *units, const char *text)
{
	uint32_t hash = 2166136261u;
	size_t i;

	for (i = 0; text[i]; i++)
		hash = (hash ^ (unsigned char)text[i]) * 16777619u;
	for (i = hash ^ hash >> 15;; i++) {
		size_t *slot = &units->slots[i % SLOTS];

		if (*slot == 0 || strcmp(units->texts.data + *slot - 1, text) == 0)
			return slot;
	}
}

void unknown_units_add(struct unknown_units *units, const char *text)
{
	size_t *slot;

	if (units->slots == NULL)
		units->slots = memory_zeroed(SLOTS * sizeof *units->slots);
	slot = find_slot(units, text);
	if (*slot != 0)
		return;
	if (units->count == UNKNOWN_UNITS_MAX) {
		units->more = true;
		return;
	}
	*slot = units->texts.len + 1;
	buf_add(&units->texts, text, strlen(text) + 1);
	units->count++;
}

void unknown_units_release(struct unknown_units *units)
{
	buf_release(&units->texts);
	free(units->slots);
	*units = (struct unknown_units){0};
}
