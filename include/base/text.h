/*
 * text - Unicode text as it is stored, matched, sorted and shown. The only module that knows utf8proc.
 *
 * Text inside the program is valid UTF-8 in normalisation form C. Lengths are in bytes unless they are
 * said to be characters.
 */
#ifndef MEMBERSTAT_TEXT_H
#define MEMBERSTAT_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"

/* Is it well-formed UTF-8 (no surrogates, nothing above U+10FFFF, no overlong forms)? */
bool text_valid(const char *text, size_t len);
/* How many bytes from the front on are well-formed UTF-8. */
size_t text_valid_prefix(const char *text, size_t len);
/* Reads one code point and returns how many bytes it takes. A byte that is no UTF-8 counts as one
 * U+FFFD. len is not 0. */
size_t text_next(const char *text, size_t len, uint32_t *code);
/* Appends one code point. */
void text_put(struct buf *out, uint32_t code);
/* The capital of a letter that has one, any other code point as it is. */
uint32_t text_upper(uint32_t code);
/* How many code points the text has; combining marks count. */
size_t text_characters(const char *text, size_t len);
/* Bytes of the first so many code points, and never more than four for each, whatever the bytes are. */
size_t text_first(const char *text, size_t len, size_t characters);
/* Bytes of the text when it is to have no more than `most`: a code point is left out whole. */
size_t text_cut(const char *text, size_t len, size_t most);
/* Columns of a terminal that a code point takes: 0 for a combining mark, 2 for a wide letter.
 * Control characters must have been made visible before (text_visible). */
size_t text_columns(uint32_t code);

/*
 * Appends the text as it is stored (data/README.md section 3): NFC, trimmed, inner runs of blanks
 * (TAB, line breaks, no-break and other Unicode spaces) squeezed to one space, zero-width
 * characters and byte order marks removed. The text must be valid.
 */
void text_clean(struct buf *out, const char *text, size_t len);
/* Does text_clean leave nothing of the text? */
bool text_is_blank(const char *text, size_t len);
/*
 * A quick test, enough for nearly all text. True: neither text_clean nor text_mend_d would change
 * it, it has no question mark, and it is neither lossy (text_is_lossy) nor misread (text_misread).
 * False: that has to be found out by these functions. The text ends with a NUL.
 */
bool text_is_plain(const char *text, size_t len);
/* Appends the text without characters that show nothing: zero width, bidirectional marks, variation
 * selectors and the like (Default_Ignorable_Code_Point of Unicode). For codes and category
 * words. */
void text_drop_unseen(struct buf *out, const char *text, size_t len);
/* Changes the look-alikes Ð ð (U+00D0, U+00F0) to Đ đ, in place. For names and words, not for
 * codes. */
void text_mend_d(char *text);

/*
 * Appends the key by which headers, category words and unit names are matched (data/README.md
 * section 3): case and diacritics ignored, đ and the look-alike Ð are d, blanks and underscores are
 * one space, trimmed. `Mã_đơn  vị` and `MA DON VI` give `ma don vi`.
 */
void text_fold(struct buf *out, const char *text, size_t len);

/* Appends the text with a capital at its front. */
void text_capital(struct buf *out, const char *text, size_t len);
/* Appends the text as it is stored, in lower case. */
void text_lower(struct buf *out, const char *text, size_t len);

/*
 * Appends a key whose byte order is the Vietnamese order of people's names: given name (last word)
 * first, then family name and middle names; letters a ă â b c d đ e ê … y, then tones (ngang, huyền,
 * hỏi, ngã, sắc, nặng), shorter first, lower case before upper.
 */
void text_name_key(struct buf *out, const char *name, size_t len);
/* The same order of letters for text that is not a name: word by word from the front. */
void text_sort_key(struct buf *out, const char *text, size_t len);

/* Appends the text for a terminal or a message: control characters (C0, C1, DEL), line breaks, and
 * bidirectional overrides and isolates are made visible (\n as \n, others as \x1b or \u202e);
 * invalid bytes as \xNN. Safe on any bytes. */
void text_visible(struct buf *out, const char *text, size_t len);

/* Was the text damaged before it came here? Signs of that are U+FFFD, a question mark between two
 * letters (Nguy?n), and TCVN3 bytes that were saved as if they were Latin-1 (NguyÔn V¨n). */
bool text_is_lossy(const char *text, size_t len);

/*
 * How different two words are, for "did you mean": how many letters have to be changed, added or
 * taken away to make one of the other, both folded. 0 when they are the same.
 */
size_t text_distance(const char *a, const char *b);

#endif
