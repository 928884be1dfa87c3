/*
 * code_pages - the code pages in which programs open a UTF-8 file without a byte order mark.
 */
#ifndef MEMBERSTAT_CODE_PAGES_H
#define MEMBERSTAT_CODE_PAGES_H

#include <stddef.h>
#include <stdint.h>

struct code_page {
	const char *name;      /* its name in messages */
	uint16_t letters[128]; /* code points of the bytes from 0x80 on; 0 for none */
};

extern const struct code_page code_pages[];
extern const size_t code_page_count;

#endif
