/*
 * code_key - which codes are twins: they differ only by leading zeros, by case or by letters that look
 * alike (data/README.md section 3).
 *
 * Twins have the same key: the code without its leading zeros, in capitals, letters of Cyrillic and Greek
 * that look like Latin ones as those, and Ð as Đ. Most codes are their own key.
 */
#ifndef MEMBERSTAT_CODE_KEY_H
#define MEMBERSTAT_CODE_KEY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"

/* Appends the key. */
void code_key(struct buf *out, const char *code, size_t len);
/* Is the code its own key? */
bool code_is_key(const char *code, size_t len);

/*
 * The shape of a code: two different codes whose keys have the same length and the same kind of characters
 * are twins only if their shapes differ. So codes written in one way have no twins among them, and that is
 * known without comparing any.
 */
struct code_shape {
	size_t length; /* of the key in characters */
	bool digits;   /* it has no letters */
	uint64_t shape;
};

struct code_shape code_shape(const char *code, size_t len);

#endif
