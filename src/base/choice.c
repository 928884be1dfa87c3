#include "base/choice.h"

#include <stdlib.h>
#include <string.h>

#include "base/bar_list.h"
#include "base/text.h"

#define WORD_SHOWN 120 /* bytes of a word that a message repeats */
#define WORD_GUESS 64  /* a longer word is no typing mistake */

void choice_join(struct buf *out, const char *choices, const char *between)
{
	const char *choice;
	size_t len;

	for (bool first = true; bar_list_next(&choices, &choice, &len); first = false) {
		if (!first)
			buf_puts(out, between);
		buf_add(out, choice, len);
	}
}

void choice_quote(struct buf *out, const char *word, size_t len)
{
	size_t shown = text_cut(word, len, WORD_SHOWN);

	buf_putc(out, '"');
	text_visible(out, word, shown);
	if (shown < len)
		buf_puts(out, "…");
	buf_putc(out, '"');
}

/* How many different letters still count as a typing mistake in a word of this length. */
static size_t near(size_t len)
{
	if (len < 4)
		return 1;
	return len < 8 ? 2 : 3;
}

bool choice_nearest(struct buf *out, const char *choices, const char *word)
{
	size_t word_len = strlen(word), best_len = 0, best_distance = near(word_len) + 1, len;
	const char *best = NULL, *choice;

	if (word_len == 0 || word_len > WORD_GUESS || !text_valid(word, word_len))
		return false;
	while (bar_list_next(&choices, &choice, &len)) {
		char *copy = memory_text(choice, len);
		size_t distance =
			strncmp(copy, word, word_len) == 0 ? 0 : text_distance(copy, word);

		if (distance < best_distance) {
			best = choice;
			best_len = len;
			best_distance = distance;
		}
		free(copy);
	}
	if (best)
		buf_add(out, best, best_len);
	return best != NULL;
}

void choice_advise(struct buf *out, const char *choices, const char *word, enum lang lang)
{
	struct buf nearest = {0};

	if (choice_nearest(&nearest, choices, word)) {
		buf_printf(out,
			lang == LANG_VI ? "; có phải ý bạn là \"%s\"?" : "; did you mean \"%s\"?",
			buf_text(&nearest));
	} else {
		buf_puts(out, lang == LANG_VI ? "; các từ dùng được: " : "; it is one of: ");
		choice_join(out, choices, ", ");
	}
	buf_release(&nearest);
}

enum status choice_refuse(
	struct label what, const char *word, const char *choices, struct error *error)
{
	struct buf quoted = {0}, advice = {0};

	choice_quote(&quoted, word, strlen(word));
	choice_advise(&advice, choices, word, error->lang);
	error_set(error, STATUS_USAGE, "không có %s %s%s", "unknown %s %s%s",
		label_in(what, error->lang), buf_text(&quoted), buf_text(&advice));
	buf_release(&quoted);
	buf_release(&advice);
	return STATUS_USAGE;
}
