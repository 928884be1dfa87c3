#include "base/input.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <nettle/sha2.h>

#include "base/buf.h"
#include "base/reason.h"
#include "base/text.h"

#define BLOCK 65536

struct input {
	int fd;
	char *path;
	size_t done, all;
	bool watched;     /* a regular file that was opened here: it is to stay as it was then */
	struct stat then; /* when it was opened */
	int error;        /* errno of the read that failed, or 0 */
	bool ended;
	size_t peeked; /* bytes of the block that input_read gives again */
	struct sha256_ctx sha256;
	char digest[2 * SHA256_DIGEST_SIZE + 1];
	unsigned char block[BLOCK];
};

static enum status cannot_read(const char *path, int code, struct error *error)
{
	static const struct {
		int code;
		struct label reason;
	} reasons[] = {
		{ENOENT, L("không có tệp này; hãy kiểm tra lại thư mục và tên tệp",
				 "no such file; check the folder and the name")},
		{ENOTDIR, L("không có tệp này; hãy kiểm tra lại thư mục và tên tệp",
				  "no such file; check the folder and the name")},
		{EACCES,
			L("không có quyền đọc tệp này; hãy xin quyền đọc hoặc nhập từ một bản sao",
				"you may not read this file; ask for the right to, or use a copy")},
		{EISDIR, L("đây là thư mục, không phải tệp; hãy ghi rõ tên tệp trong đó",
				 "this is a folder, not a file; name a file in it")},
		{EIO, L("lỗi đọc ổ đĩa; hãy chép tệp sang nơi khác rồi thử lại",
			      "the disk cannot be read; copy the file elsewhere and try again")},
	};
	struct buf name = {0};
	const char *reason = reason_of(code, error->lang);

	for (size_t i = 0; i < sizeof reasons / sizeof reasons[0]; i++)
		if (reasons[i].code == code)
			reason = label_in(reasons[i].reason, error->lang);
	text_visible(&name, path, strlen(path));
	error_set(error, STATUS_FAILED, "%s: không đọc được tệp: %s", "%s: cannot read it: %s",
		buf_text(&name), reason);
	buf_release(&name);
	return STATUS_FAILED;
}

static enum status open_file(struct input *input, struct error *error)
{
	struct stat *about = &input->then;

	input->fd = STDIN_FILENO;
	if (strcmp(input->path, "-") != 0)
		input->fd = open(input->path, O_RDONLY | O_CLOEXEC);
	if (input->fd < 0 || fstat(input->fd, about) != 0)
		return cannot_read(input->path, errno, error);
	if (S_ISDIR(about->st_mode))
		return cannot_read(input->path, EISDIR, error);
	if (S_ISREG(about->st_mode) && about->st_size > 0)
		input->all = (size_t)about->st_size;
	input->watched = S_ISREG(about->st_mode) && input->fd != STDIN_FILENO;
	return STATUS_DONE;
}

static bool has_changed(const struct input *input)
{
	const struct stat *then = &input->then;
	struct stat now;

	return input->watched && fstat(input->fd, &now) == 0 &&
	       (now.st_size != then->st_size || now.st_mtim.tv_sec != then->st_mtim.tv_sec ||
		       now.st_mtim.tv_nsec != then->st_mtim.tv_nsec);
}

/* Half of it may be read as it was, half as it is: no list that anybody wrote. */
static enum status changed(const char *path, struct error *error)
{
	struct buf name = {0};

	text_visible(&name, path, strlen(path));
	error_set(error, STATUS_FAILED,
		"%s: tệp thay đổi trong khi đang đọc; chưa lưu gì của tệp, hãy đợi tệp được chép hay lưu "
		"xong rồi nhập lại",
		"%s: the file changed while it was read; nothing of it is stored, import it again when "
		"copying or saving it has ended",
		buf_text(&name));
	buf_release(&name);
	return STATUS_FAILED;
}

enum status input_open(struct input **opened, const char *path, struct error *error)
{
	struct input *input = memory_zeroed(sizeof *input);
	enum status status;

	input->path = memory_text(path, strlen(path));
	sha256_init(&input->sha256);
	status = open_file(input, error);
	*opened = input;
	if (status != STATUS_DONE) {
		input_close(input);
		*opened = NULL;
	}
	return status;
}

void input_close(struct input *input)
{
	if (input == NULL)
		return;
	if (input->fd > STDIN_FILENO)
		close(input->fd);
	free(input->path);
	free(input);
}

size_t input_read(struct input *input, const unsigned char **block)
{
	size_t n = input->peeked;

	*block = input->block;
	input->peeked = 0;
	if (n > 0)
		return n;
	while (n < BLOCK && !input->ended) {
		ssize_t got = read(input->fd, input->block + n, BLOCK - n);

		if (got > 0) {
			n += (size_t)got;
		} else if (got == 0) {
			input->ended = true;
		} else if (errno != EINTR) {
			input->error = errno;
			input->ended = true;
		}
	}
	sha256_update(&input->sha256, n, input->block);
	input->done += n;
	return n;
}

size_t input_peek(struct input *input, const unsigned char **block)
{
	return input->peeked = input_read(input, block);
}

int input_descriptor(const struct input *input)
{
	return input->watched ? input->fd : -1;
}

bool input_ended(const struct input *input)
{
	return input->ended;
}

enum status input_failed(const struct input *input, struct error *error)
{
	if (input->error != 0)
		return cannot_read(input->path, input->error, error);
	return has_changed(input) ? changed(input->path, error) : STATUS_DONE;
}

void input_progress(const struct input *input, size_t *done, size_t *all)
{
	*done = input->done;
	*all = input->all;
}

const char *input_sha256(struct input *input)
{
	unsigned char digest[SHA256_DIGEST_SIZE];
	const unsigned char *block;

	if (input->digest[0] == '\0') {
		while (input_read(input, &block) > 0)
			continue;
		sha256_digest(&input->sha256, sizeof digest, digest);
		for (size_t i = 0; i < sizeof digest; i++)
			snprintf(input->digest + 2 * i, 3, "%02x", digest[i]);
	}
	return input->digest;
}

static bool starts(const unsigned char *block, size_t len, const char *sign, size_t sign_len)
{
	return len >= sign_len && memcmp(block, sign, sign_len) == 0;
}

const char *input_looks_binary(const unsigned char *block, size_t len)
{
	if (starts(block, len, "PK\x03\x04", 4) || starts(block, len, "PK\x05\x06", 4))
		return "zip";
	if (starts(block, len, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8))
		return "xls";
	if (starts(block, len, "\x1f\x8b", 2))
		return "gzip";
	return starts(block, len, "%PDF-", 5) ? "pdf" : NULL;
}
