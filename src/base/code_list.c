#include "base/code_list.h"

#include <stdbool.h>
#include <string.h>

#include "base/bar_list.h"
#include "base/buf.h"
#include "base/text.h"

/* Is this spelling, when it is folded, the folded text? scratch is working memory. */
static bool spelling_is(
	struct buf *scratch, const char *spelling, size_t len, const struct buf *folded)
{
	buf_clear(scratch);
	text_fold(scratch, spelling, len);
	return scratch->len == folded->len && memcmp(scratch->data, folded->data, folded->len) == 0;
}

static bool word_is(struct buf *scratch, const struct word *word, const struct buf *folded)
{
	const char *spellings = word->spellings, *spelling;
	size_t len;

	if (spelling_is(scratch, word->code, strlen(word->code), folded) ||
		spelling_is(scratch, word->label.vi, strlen(word->label.vi), folded) ||
		spelling_is(scratch, word->label.en, strlen(word->label.en), folded))
		return true;
	while (bar_list_next(&spellings, &spelling, &len))
		if (spelling_is(scratch, spelling, len, folded))
			return true;
	return false;
}

const struct word *code_list_read(const struct code_list *codes, const char *text, size_t len)
{
	struct buf folded = {0}, scratch = {0};
	const struct word *found = NULL;
	size_t i;

	/* The code itself is by far the most frequent one and needs no folding. */
	for (i = 0; i < codes->count; i++)
		if (strlen(codes->words[i].code) == len &&
			memcmp(codes->words[i].code, text, len) == 0)
			return &codes->words[i];
	text_fold(&folded, text, len);
	for (i = 0; i < codes->count && found == NULL && folded.len > 0; i++)
		if (word_is(&scratch, &codes->words[i], &folded))
			found = &codes->words[i];
	buf_release(&folded);
	buf_release(&scratch);
	return found;
}

const struct word *code_list_word(const struct code_list *codes, int value)
{
	size_t i;

	for (i = 0; i < codes->count; i++)
		if (codes->words[i].value == value)
			return &codes->words[i];
	return NULL;
}

const struct word *code_list_find(const struct code_list *codes, const char *code)
{
	size_t i;

	for (; codes; codes = codes->beyond)
		for (i = 0; i < codes->count; i++)
			if (strcmp(codes->words[i].code, code) == 0)
				return &codes->words[i];
	return NULL;
}
