#include "base/spill.h"

#include <errno.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/temporary.h"

#define PAGE  4096        /* bytes read at once from the file */
#define PAGES 256         /* of them kept */
#define BLOCK (64u << 10) /* bytes written at once */

struct page {
	uint64_t number; /* of the page of the file that it holds, plus 1; 0 for none */
	char bytes[PAGE];
};

struct spill {
	size_t memory;
	struct buf first; /* the first bytes, in memory */
	int file;         /* -1 until something does not fit */
	uint64_t written; /* bytes of the file */
	struct buf block; /* what comes behind them */
	struct page *pages;
};

struct spill *spill_new(size_t memory)
{
	struct spill *spill = memory_get(sizeof *spill);

	*spill = (struct spill){.memory = memory, .file = -1};
	return spill;
}

void spill_free(struct spill *spill)
{
	if (spill == NULL)
		return;
	if (spill->file >= 0)
		close(spill->file);
	buf_release(&spill->first);
	buf_release(&spill->block);
	free(spill->pages);
	free(spill);
}

uint64_t spill_size(const struct spill *spill)
{
	return spill->first.len + spill->written + spill->block.len;
}

static enum status write_block(struct spill *spill, struct error *error)
{
	if (spill->file < 0 && temporary_open(&spill->file, error) != STATUS_DONE)
		return error_status(error);
	if (!temporary_write(spill->file, spill->block.data, spill->block.len))
		return temporary_failed(error);
	spill->written += spill->block.len;
	buf_clear(&spill->block);
	return STATUS_DONE;
}

enum status spill_add(struct spill *spill, const void *data, size_t len, struct error *error)
{
	size_t room = spill->memory - spill->first.len, n = len < room ? len : room;

	buf_add(&spill->first, data, n);
	for (data = (const char *)data + n, len -= n; len > 0; len -= n) {
		room = BLOCK - spill->block.len;
		n = len < room ? len : room;
		buf_add(&spill->block, data, n);
		data = (const char *)data + n;
		if (spill->block.len == BLOCK && write_block(spill, error) != STATUS_DONE)
			return error_status(error);
	}
	return STATUS_DONE;
}

/* The page of the file with this number, or NULL. Blocks are whole pages, so that pages are whole.
 * */
static const char *find_page(struct spill *spill, uint64_t number, struct error *error)
{
	struct page *page;
	size_t done = 0;

	if (spill->pages == NULL)
		spill->pages = memory_zeroed(PAGES * sizeof *spill->pages);
	page = &spill->pages[number % PAGES];
	if (page->number == number + 1)
		return page->bytes;
	page->number = 0;
	while (done < PAGE) {
		ssize_t n = pread(spill->file, page->bytes + done, PAGE - done,
			(off_t)(number * PAGE + done));

		if (n == 0)
			errno = EIO;
		if (n == 0 || (n < 0 && errno != EINTR)) {
			temporary_failed(error);
			return NULL;
		}
		done += n > 0 ? (size_t)n : 0;
	}
	page->number = number + 1;
	return page->bytes;
}

enum status spill_read(
	struct spill *spill, uint64_t at, void *data, size_t len, struct error *error)
{
	char *to = data;
	size_t n;

	for (; len > 0; len -= n, at += n, to += n) {
		uint64_t behind = at - spill->first.len; /* in the file and the block */
		const char *from;

		if (at < spill->first.len) {
			from = spill->first.data + at;
			n = spill->first.len - (size_t)at;
		} else if (behind >= spill->written) {
			from = spill->block.data + (behind - spill->written);
			n = len;
		} else {
			from = find_page(spill, behind / PAGE, error);
			if (from == NULL)
				return error_status(error);
			from += behind % PAGE;
			n = PAGE - (size_t)(behind % PAGE);
		}
		n = n < len ? n : len;
		memcpy(to, from, n);
	}
	return STATUS_DONE;
}
