#include "base/bar_list.h"

#include <string.h>

bool bar_list_next(const char **rest, const char **text, size_t *len)
{
	if (!*rest || !**rest)
		return false;
	*text = *rest;
	*len = strcspn(*rest, "|");
	*rest += *len;
	if (**rest)
		++*rest;
	return true;
}

bool bar_list_has(const char *list, const char *text, size_t len)
{
	const char *next;
	size_t next_len;

	while (bar_list_next(&list, &next, &next_len))
		if (next_len == len && memcmp(next, text, len) == 0)
			return true;
	return false;
}
