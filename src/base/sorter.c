#include "base/sorter.h"

#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/temporary.h"

/* An item in memory and in a run: lengths, key, data; padded so that the next one is aligned. */
struct item {
	uint32_t key_len, data_len;
};

/* Where an item is, and the beginning of its key: most comparisons need no more than that. */
struct place {
	uint64_t prefix;
	const struct item *item;
};

#define RUN_BUFFER (1u << 16) /* bytes read at once from a run */

/* A sorted stretch of the temporary file, being merged. */
struct run {
	off_t start, at, end; /* from `at` on it is not in the buffer yet */
	struct buf bytes;
	size_t used;        /* bytes of the buffer already given out */
	struct place place; /* the next item; NULL at the end */
};

struct sorter {
	size_t memory;
	char *arena; /* the items, in the order in which they came */
	size_t used;
	struct place *order; /* where they are, to be sorted */
	size_t count, room;
	int file; /* -1 as long as everything fits */
	off_t size;
	struct run *runs;
	size_t run_count, run_room;
	size_t *heap; /* numbers of runs, a heap by the key of their next item */
	size_t heap_count;
	size_t next; /* index in order, when all fits */
};

static const char *item_key(const struct item *item)
{
	return (const char *)(item + 1);
}

static size_t item_size(size_t key_len, size_t data_len)
{
	size_t size = sizeof(struct item) + key_len + data_len;

	return (size + 7) & ~(size_t)7;
}

/* The first bytes of the key as a number with the same order. A shorter key counts as ending in
 * zeros. */
static struct place place_of(const struct item *item)
{
	const unsigned char *key = (const unsigned char *)item_key(item);
	struct place place = {0, item};
	size_t i;

	for (i = 0; i < sizeof place.prefix; i++)
		place.prefix = place.prefix << 8 | (i < item->key_len ? key[i] : 0);
	return place;
}

static int compare_places(const struct place *x, const struct place *y)
{
	const struct item *a = x->item, *b = y->item;
	int order;

	if (x->prefix != y->prefix)
		return x->prefix < y->prefix ? -1 : 1;
	order = memcmp(item_key(a), item_key(b), a->key_len < b->key_len ? a->key_len : b->key_len);
	return order ? order : (a->key_len > b->key_len) - (a->key_len < b->key_len);
}

/* Equal keys keep their order: the one that came first has the lower address. */
static int compare_order(const void *a, const void *b)
{
	const struct place *x = a, *y = b;
	int order = compare_places(x, y);

	return order ? order : (x->item > y->item) - (x->item < y->item);
}

struct sorter *sorter_new(size_t memory)
{
	struct sorter *sorter = memory_get(sizeof *sorter);

	*sorter = (struct sorter){.memory = memory, .file = -1};
	return sorter;
}

static void sort_memory(struct sorter *sorter)
{
	size_t i;

	/* A file that `memberstat list` wrote is in order already. */
	for (i = 1; i < sorter->count; i++)
		if (compare_places(&sorter->order[i - 1], &sorter->order[i]) > 0)
			break;
	if (i < sorter->count)
		qsort(sorter->order, sorter->count, sizeof *sorter->order, compare_order);
}

static enum status write_run(struct sorter *sorter, struct error *error)
{
	struct buf block = {0};
	struct run run = {.start = sorter->size};
	bool written = true;
	size_t i;

	if (sorter->file < 0 && temporary_open(&sorter->file, error) != STATUS_DONE)
		return error_status(error);
	sort_memory(sorter);
	for (i = 0; i < sorter->count && written; i++) {
		const struct item *item = sorter->order[i].item;

		buf_add(&block, (const char *)item, item_size(item->key_len, item->data_len));
		if (block.len >= RUN_BUFFER || i + 1 == sorter->count) {
			written = temporary_write(sorter->file, block.data, block.len);
			sorter->size += (off_t)block.len;
			buf_clear(&block);
		}
	}
	buf_release(&block);
	run.end = sorter->size;
	sorter->runs = memory_grow(sorter->runs, sorter->run_count, &sorter->run_room, sizeof run);
	sorter->runs[sorter->run_count++] = run;
	sorter->used = sorter->count = 0;
	return written ? STATUS_DONE : temporary_failed(error);
}

enum status sorter_put(
	struct sorter *sorter, const struct buf *key, const struct buf *data, struct error *error)
{
	size_t size = item_size(key->len, data->len);
	struct item *item;

	if (sorter->used + size > sorter->memory && sorter->count > 0 &&
		write_run(sorter, error) != STATUS_DONE)
		return error_status(error);
	if (sorter->arena == NULL || size > sorter->memory) {
		sorter->memory = size > sorter->memory ? size : sorter->memory;
		sorter->arena = memory_resize(sorter->arena, sorter->memory);
	}
	sorter->order =
		memory_grow(sorter->order, sorter->count, &sorter->room, sizeof *sorter->order);
	item = (struct item *)(void *)(sorter->arena + sorter->used);
	*item = (struct item){(uint32_t)key->len, (uint32_t)data->len};
	memcpy(item + 1, buf_text(key), key->len);
	memcpy((char *)(item + 1) + key->len, buf_text(data), data->len);
	memset((char *)(item + 1) + key->len + data->len, 0,
		size - sizeof *item - key->len - data->len);
	sorter->order[sorter->count++] = place_of(item);
	sorter->used += size;
	return STATUS_DONE;
}

/* Reads on, so that the buffer holds `need` bytes from `used` on. */
static bool fill_run(const struct sorter *sorter, struct run *run, size_t need)
{
	size_t have = run->bytes.len - run->used;

	if (have >= need)
		return true;
	if (have > 0)
		memmove(run->bytes.data, run->bytes.data + run->used, have);
	run->bytes.len = have;
	run->used = 0;
	while (run->bytes.len < need || (run->bytes.len < RUN_BUFFER && run->at < run->end)) {
		off_t left = run->end - run->at;
		size_t want = need > RUN_BUFFER ? need : RUN_BUFFER;
		ssize_t n;

		want -= run->bytes.len;
		want = left < (off_t)want ? (size_t)left : want;
		buf_reserve(&run->bytes, want);
		n = want ? pread(sorter->file, run->bytes.data + run->bytes.len, want, run->at) : 0;
		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			return false;
		run->bytes.len += (size_t)n;
		run->at += n;
	}
	return true;
}

static const struct item *run_item(const struct run *run)
{
	return (const struct item *)(void *)(run->bytes.data + run->used);
}

/* Moves a run to its next item; false when reading failed. */
static bool advance_run(const struct sorter *sorter, struct run *run)
{
	const struct item *item = run->place.item;

	if (item)
		run->used += item_size(item->key_len, item->data_len);
	run->place.item = NULL;
	if (run->at == run->end && run->used == run->bytes.len)
		return true;
	if (!fill_run(sorter, run, sizeof *item))
		return false;
	item = run_item(run);
	if (!fill_run(sorter, run, item_size(item->key_len, item->data_len)))
		return false;
	run->place = place_of(run_item(run));
	return true;
}

static bool comes_before(const struct sorter *sorter, size_t a, size_t b)
{
	int order = compare_places(&sorter->runs[a].place, &sorter->runs[b].place);

	return order ? order < 0 : a < b;
}

static void sift_down(struct sorter *sorter, size_t at)
{
	size_t *heap = sorter->heap;

	for (;;) {
		size_t least = at, child = 2 * at + 1, i, run;

		for (i = child; i < child + 2 && i < sorter->heap_count; i++)
			if (comes_before(sorter, heap[i], heap[least]))
				least = i;
		if (least == at)
			return;
		run = heap[at];
		heap[at] = heap[least];
		heap[least] = run;
		at = least;
	}
}

/* Moves all runs to their first items and puts them in the heap. */
static enum status start_merging(struct sorter *sorter, struct error *error)
{
	size_t i;

	sorter->heap_count = 0;
	for (i = 0; i < sorter->run_count; i++) {
		struct run *run = &sorter->runs[i];

		run->at = run->start;
		run->used = run->bytes.len = 0;
		run->place.item = NULL;
		if (!advance_run(sorter, run))
			return temporary_failed(error);
		sorter->heap[sorter->heap_count++] = i;
	}
	for (i = sorter->heap_count; i-- > 0;)
		sift_down(sorter, i);
	/* The first call of sorter_next must not step over the first item. */
	sorter->next = SIZE_MAX;
	return STATUS_DONE;
}

enum status sorter_sort(struct sorter *sorter, struct error *error)
{
	sorter->next = 0;
	if (sorter->run_count == 0) {
		sort_memory(sorter);
		return STATUS_DONE;
	}
	if (sorter->count > 0 && write_run(sorter, error) != STATUS_DONE)
		return error_status(error);
	free(sorter->arena);
	sorter->arena = NULL;
	if (sorter->heap == NULL)
		sorter->heap = memory_get(sorter->run_count * sizeof *sorter->heap);
	return start_merging(sorter, error);
}

static const struct item *next_in_memory(struct sorter *sorter)
{
	return sorter->next < sorter->count ? sorter->order[sorter->next++].item : NULL;
}

static const struct item *next_in_runs(
	struct sorter *sorter, enum status *status, struct error *error)
{
	struct run *run;

	if (sorter->next == SIZE_MAX) {
		sorter->next = 0;
	} else if (sorter->heap_count > 0) {
		run = &sorter->runs[sorter->heap[0]];
		if (!advance_run(sorter, run)) {
			*status = temporary_failed(error);
			return NULL;
		}
		if (run->place.item == NULL) {
			buf_release(&run->bytes);
			sorter->heap[0] = sorter->heap[--sorter->heap_count];
		}
		sift_down(sorter, 0);
	}
	return sorter->heap_count > 0 ? sorter->runs[sorter->heap[0]].place.item : NULL;
}

bool sorter_next(struct sorter *sorter, const char **data, size_t *len, enum status *status,
	struct error *error)
{
	const struct item *item;

	*status = STATUS_DONE;
	item = sorter->run_count ? next_in_runs(sorter, status, error) : next_in_memory(sorter);
	if (item == NULL)
		return false;
	*data = item_key(item) + item->key_len;
	*len = item->data_len;
	return true;
}

void sorter_free(struct sorter *sorter)
{
	size_t i;

	if (sorter == NULL)
		return;
	for (i = 0; i < sorter->run_count; i++)
		buf_release(&sorter->runs[i].bytes);
	if (sorter->file >= 0)
		close(sorter->file);
	free(sorter->runs);
	free(sorter->heap);
	free(sorter->order);
	free(sorter->arena);
	free(sorter);
}
