#include "base/sorter.h"

#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"

/* An entry in memory and in a run: lengths, key, data; padded so that the next one is aligned. */
struct entry {
	uint32_t key_len, data_len;
};

/* Where an entry is, beside the beginning of its key: most comparisons need not go there. */
struct place {
	uint64_t prefix;
	const struct entry *entry;
};

#define RUN_BUFFER (1u << 16) /* bytes read at once from a run */

/* A sorted stretch of the temporary file, being merged. */
struct run {
	off_t at, end; /* what is not in the buffer yet */
	struct buf bytes;
	size_t used;        /* bytes of the buffer already given out */
	struct place place; /* of the next entry, NULL at the end */
};

struct spool {
	size_t memory;
	char *arena; /* entries in the order they came */
	size_t used;
	struct place *order; /* the same, to be sorted */
	size_t count, room;
	int file; /* -1 until something does not fit */
	off_t size;
	struct run *runs;
	size_t run_count;
	size_t *heap; /* runs by the key of their entry */
	size_t heap_count;
	size_t next; /* of order, when all fits */
};

static const char *entry_key(const struct entry *entry)
{
	return (const char *)(entry + 1);
}

static size_t entry_size(size_t key_len, size_t data_len)
{
	size_t size = sizeof(struct entry) + key_len + data_len;

	return (size + 7) & ~(size_t)7;
}

/* The first bytes of the key as a number that compares as they do; a shorter key ends with zeros. */
static struct place place_of(const struct entry *entry)
{
	const unsigned char *key = (const unsigned char *)entry_key(entry);
	struct place place = {0, entry};
	size_t i;

	for (i = 0; i < sizeof place.prefix; i++)
		place.prefix = place.prefix << 8 | (i < entry->key_len ? key[i] : 0);
	return place;
}

static int compare_places(const struct place *x, const struct place *y)
{
	const struct entry *a = x->entry, *b = y->entry;
	int order;

	if (x->prefix != y->prefix)
		return x->prefix < y->prefix ? -1 : 1;
	order = memcmp(
		entry_key(a), entry_key(b), a->key_len < b->key_len ? a->key_len : b->key_len);
	return order ? order : (a->key_len > b->key_len) - (a->key_len < b->key_len);
}

/* Equal keys keep their order: the one that came first has the lower address. */
static int compare_order(const void *a, const void *b)
{
	const struct place *x = a, *y = b;
	int order = compare_places(x, y);

	return order ? order : (x->entry > y->entry) - (x->entry < y->entry);
}

struct spool *spool_new(size_t memory)
{
	struct spool *spool = memory_get(sizeof *spool);

	*spool = (struct spool){.memory = memory, .file = -1};
	return spool;
}

static enum status file_failed(struct error *error)
{
	return error_set(error, STATUS_FAILED,
		"không ghi được tệp tạm (%s); hãy dọn chỗ hoặc đặt TMPDIR sang đĩa khác",
		"cannot use a temporary file (%s); make room or set TMPDIR to another disk",
		strerror(errno));
}

static enum status open_file(struct spool *spool, struct error *error)
{
	const char *folder = getenv("TMPDIR");
	struct buf path = {0};

	buf_printf(&path, "%s/memberstat-XXXXXX", folder && folder[0] ? folder : "/var/tmp");
	spool->file = mkstemp(path.data);
	if (spool->file >= 0)
		unlink(path.data);
	buf_release(&path);
	return spool->file >= 0 ? STATUS_DONE : file_failed(error);
}

static bool write_all(int file, const char *data, size_t len)
{
	while (len > 0) {
		ssize_t n = write(file, data, len);

		if (n < 0 && errno != EINTR)
			return false;
		if (n > 0) {
			data += n;
			len -= (size_t)n;
		}
	}
	return true;
}

static void sort_memory(struct spool *spool)
{
	size_t i;

	/* A roll that memberstat listed is in order already. */
	for (i = 1; i < spool->count; i++)
		if (compare_places(&spool->order[i - 1], &spool->order[i]) > 0)
			break;
	if (i < spool->count)
		qsort(spool->order, spool->count, sizeof *spool->order, compare_order);
}

static enum status write_run(struct spool *spool, struct error *error)
{
	struct buf block = {0};
	struct run run = {.at = spool->size};
	bool written = true;
	size_t i;

	if (spool->file < 0 && open_file(spool, error) != STATUS_DONE)
		return error->status;
	sort_memory(spool);
	for (i = 0; i < spool->count && written; i++) {
		const struct entry *entry = spool->order[i].entry;

		buf_add(&block, (const char *)entry, entry_size(entry->key_len, entry->data_len));
		if (block.len >= RUN_BUFFER || i + 1 == spool->count) {
			written = write_all(spool->file, block.data, block.len);
			spool->size += (off_t)block.len;
			buf_clear(&block);
		}
	}
	buf_release(&block);
	run.end = spool->size;
	spool->runs = memory_resize(spool->runs, (spool->run_count + 1) * sizeof run);
	spool->runs[spool->run_count++] = run;
	spool->used = spool->count = 0;
	return written ? STATUS_DONE : file_failed(error);
}

enum status spool_put(
	struct spool *spool, const struct buf *key, const struct buf *data, struct error *error)
{
	size_t size = entry_size(key->len, data->len);
	struct entry *entry;

	if (spool->used + size > spool->memory && spool->count > 0 &&
		write_run(spool, error) != STATUS_DONE)
		return error->status;
	if (spool->arena == NULL || size > spool->memory) {
		spool->memory = size > spool->memory ? size : spool->memory;
		spool->arena = memory_resize(spool->arena, spool->memory);
	}
	if (spool->count == spool->room) {
		spool->room = spool->room ? 2 * spool->room : 1024;
		spool->order = memory_resize(spool->order, spool->room * sizeof *spool->order);
	}
	entry = (struct entry *)(void *)(spool->arena + spool->used);
	*entry = (struct entry){(uint32_t)key->len, (uint32_t)data->len};
	memcpy(entry + 1, buf_text(key), key->len);
	memcpy((char *)(entry + 1) + key->len, buf_text(data), data->len);
	memset((char *)(entry + 1) + key->len + data->len, 0,
		size - sizeof *entry - key->len - data->len);
	spool->order[spool->count++] = place_of(entry);
	spool->used += size;
	return STATUS_DONE;
}

/* Makes sure the buffer holds `need` bytes from `used` on. */
static bool fill_run(const struct spool *spool, struct run *run, size_t need)
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
		n = want ? pread(spool->file, run->bytes.data + run->bytes.len, want, run->at) : 0;
		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			return false;
		run->bytes.len += (size_t)n;
		run->at += n;
	}
	return true;
}

static const struct entry *run_entry(const struct run *run)
{
	return (const struct entry *)(void *)(run->bytes.data + run->used);
}

/* Steps a run to its next entry. */
static bool advance_run(const struct spool *spool, struct run *run)
{
	const struct entry *entry = run->place.entry;

	if (entry)
		run->used += entry_size(entry->key_len, entry->data_len);
	run->place.entry = NULL;
	if (run->at == run->end && run->used == run->bytes.len)
		return true;
	if (!fill_run(spool, run, sizeof *entry))
		return false;
	entry = run_entry(run);
	if (!fill_run(spool, run, entry_size(entry->key_len, entry->data_len)))
		return false;
	run->place = place_of(run_entry(run));
	return true;
}

static bool comes_before(const struct spool *spool, size_t a, size_t b)
{
	int order = compare_places(&spool->runs[a].place, &spool->runs[b].place);

	return order ? order < 0 : a < b;
}

static void sift_down(struct spool *spool, size_t at)
{
	size_t *heap = spool->heap;

	for (;;) {
		size_t least = at, child = 2 * at + 1, i, run;

		for (i = child; i < child + 2 && i < spool->heap_count; i++)
			if (comes_before(spool, heap[i], heap[least]))
				least = i;
		if (least == at)
			return;
		run = heap[at];
		heap[at] = heap[least];
		heap[least] = run;
		at = least;
	}
}

enum status spool_sort(struct spool *spool, struct error *error)
{
	size_t i;

	if (spool->run_count == 0) {
		sort_memory(spool);
		return STATUS_DONE;
	}
	if (spool->count > 0 && write_run(spool, error) != STATUS_DONE)
		return error->status;
	free(spool->arena);
	spool->arena = NULL;
	spool->heap = memory_get(spool->run_count * sizeof *spool->heap);
	for (i = 0; i < spool->run_count; i++) {
		if (!advance_run(spool, &spool->runs[i]))
			return file_failed(error);
		spool->heap[spool->heap_count++] = i;
	}
	for (i = spool->heap_count; i-- > 0;)
		sift_down(spool, i);
	/* The first call of spool_next must not step over the first entry. */
	spool->next = SIZE_MAX;
	return STATUS_DONE;
}

static const struct entry *next_in_memory(struct spool *spool)
{
	return spool->next < spool->count ? spool->order[spool->next++].entry : NULL;
}

static const struct entry *next_in_runs(
	struct spool *spool, enum status *status, struct error *error)
{
	struct run *run;

	if (spool->next == SIZE_MAX) {
		spool->next = 0;
	} else if (spool->heap_count > 0) {
		run = &spool->runs[spool->heap[0]];
		if (!advance_run(spool, run)) {
			*status = file_failed(error);
			return NULL;
		}
		if (run->place.entry == NULL) {
			buf_release(&run->bytes);
			spool->heap[0] = spool->heap[--spool->heap_count];
		}
		sift_down(spool, 0);
	}
	return spool->heap_count > 0 ? spool->runs[spool->heap[0]].place.entry : NULL;
}

bool spool_next(struct spool *spool, const char **data, size_t *len, enum status *status,
	struct error *error)
{
	const struct entry *entry;

	*status = STATUS_DONE;
	entry = spool->run_count ? next_in_runs(spool, status, error) : next_in_memory(spool);
	if (entry == NULL)
		return false;
	*data = entry_key(entry) + entry->key_len;
	*len = entry->data_len;
	return true;
}

void spool_free(struct spool *spool)
{
	size_t i;

	if (spool == NULL)
		return;
	for (i = 0; i < spool->run_count; i++)
		buf_release(&spool->runs[i].bytes);
	if (spool->file >= 0)
		close(spool->file);
	free(spool->runs);
	free(spool->heap);
	free(spool->order);
	free(spool->arena);
	free(spool);
}
