/*
 * code_pages - the code pages as which programs open a UTF-8 file that does not say what it is.
 */
#ifndef MEMBERSTAT_CODE_PAGES_H
#define MEMBERSTAT_CODE_PAGES_H

#include <stddef.h>
#include <stdint.h>

struct code_page {
	const char *name;      /* as messages call it */
	uint16_t letters[128]; /* code points of the bytes from 0x80 on, 0 for a hole */
};

extern const struct code_page code_pages[];
extern const size_t code_page_count;

#endif
