/*
 * bar_list - several texts written as one, '|' between them: "csv|tsv|json". So tables hold closed lists of
 * words, accepted spellings and headings. NULL is the empty list.
 */
#ifndef MEMBERSTAT_BAR_LIST_H
#define MEMBERSTAT_BAR_LIST_H

#include <stdbool.h>
#include <stddef.h>

/* Steps through a list: gives the next text, which does not end with a NUL, and moves *rest behind it. False
 * at the end. */
bool bar_list_next(const char **rest, const char **text, size_t *len);
bool bar_list_has(const char *list, const char *text, size_t len);

#endif
