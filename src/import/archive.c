#include "import/archive.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <zip.h>

#include "base/buf.h"
#include "base/library.h"
#include "base/text.h"

/* All that is used of libzip. */
#define ZIP_FUNCTIONS(F)       \
	F(zip_discard)         \
	F(zip_error_code_zip)  \
	F(zip_fclose)          \
	F(zip_fdopen)          \
	F(zip_file_get_error)  \
	F(zip_fopen_index)     \
	F(zip_fread)           \
	F(zip_get_error)       \
	F(zip_get_num_entries) \
	F(zip_name_locate)     \
	F(zip_stat_index)

struct zip_library {
#define ZIP_POINTER(name) __typeof__(name) *name;
	ZIP_FUNCTIONS(ZIP_POINTER)
#undef ZIP_POINTER
};

static const struct library_function functions[] = {
#define ZIP_PLACE(name) {#name, offsetof(struct zip_library, name)},
	ZIP_FUNCTIONS(ZIP_PLACE)
#undef ZIP_PLACE
};

/* What is used of it is the same in both. */
static const char *const files[] = {"libzip.so.5", "libzip.so.4", NULL};

static const struct library library_of_zip = {
	.files = files,
	.package = "libzip4 (libzip5)",
	.cannot = L("không đọc được xlsx", "cannot read xlsx"),
	.instead = L("lưu tệp dạng CSV UTF-8", "save the file as CSV UTF-8"),
	.functions = functions,
	.count = sizeof functions / sizeof functions[0],
};

struct archive {
	struct zip_library library;
	zip_t *zip;
};

struct archive_part {
	struct archive *archive;
	zip_file_t *file;
	uint64_t size, done; /* bytes unpacked: as the archive says, and so far */
};

/* --- faults ----------------------------------------------------------------------------------- */

static enum status damaged(struct error *error)
{
	return error_set(error, STATUS_REJECTED,
		"tệp nén bị hỏng hoặc chưa sao chép xong; hãy lấy lại bản gốc, hoặc mở bằng Excel rồi lưu lại",
		"the archive is damaged or was not copied to its end; take the original again, or open it in "
		"the spreadsheet program and save it anew");
}

static enum status encrypted(struct error *error)
{
	return error_set(error, STATUS_REJECTED, "tệp có mật khẩu; hãy bỏ mật khẩu rồi lưu lại",
		"it has a password; take the password away and save it again");
}

static enum status too_large(const char *name, struct error *error)
{
	struct buf visible = {0};

	text_visible(&visible, name, strlen(name));
	error_set(error, STATUS_REJECTED,
		"phần \"%s\" của tệp nén giải ra quá 1 GiB (hoặc cả tệp quá 4 GiB), nên không đọc",
		"the part \"%s\" of the archive is more than 1 GiB unpacked (or all of it more than 4 GiB), and "
		"is not read",
		buf_text(&visible));
	buf_release(&visible);
	return STATUS_REJECTED;
}

static enum status too_dense(const char *name, struct error *error)
{
	struct buf visible = {0};

	text_visible(&visible, name, strlen(name));
	error_set(error, STATUS_REJECTED,
		"phần \"%s\" của tệp nén giải ra lớn gấp hơn %d lần, điều không bảng tính nào có, nên không đọc",
		"the part \"%s\" of the archive unpacks to more than %d times its size, as no "
		"spreadsheet does, and is not read",
		buf_text(&visible), ARCHIVE_RATIO_MAX);
	buf_release(&visible);
	return STATUS_REJECTED;
}

static enum status failed(int code, struct error *error)
{
	if (code == ZIP_ER_MEMORY)
		memory_failed();
	if (code == ZIP_ER_NOPASSWD || code == ZIP_ER_WRONGPASSWD)
		return encrypted(error);
	return damaged(error);
}

/* --- opening ---------------------------------------------------------------------------------- */

#define END_RECORD    22 /* bytes of the record at the archive's end, without its comment */
#define END_COMMENT   65535
#define LOCATOR       20          /* bytes of what stands before it in an archive of 64 bits */
#define LONG_RECORD   56          /* bytes of the record that the locator tells the place of */
#define DIRECTORY_MAX (16u << 20) /* bytes of the list of parts */

static uint64_t number_at(const unsigned char *bytes, size_t size)
{
	uint64_t number = 0;

	while (size-- > 0)
		number = number << 8 | bytes[size];
	return number;
}

/* Does the end record at `at` promise a list of parts of a reasonable length? */
static bool end_is_modest(int file, const unsigned char *end, size_t at)
{
	uint64_t parts = number_at(end + at + 10, 2), bytes = number_at(end + at + 12, 4), place;
	unsigned char record[LONG_RECORD];

	if (at >= LOCATOR && memcmp(end + at - LOCATOR, "PK\x06\x07", 4) == 0) {
		place = number_at(end + at - LOCATOR + 8, 8);
		if (place > INT64_MAX ||
			pread(file, record, sizeof record, (off_t)place) != (ssize_t)sizeof record)
			return false;
		parts = number_at(record + 32, 8);
		bytes = number_at(record + 40, 8);
	}
	return parts <= ARCHIVE_PARTS_MAX && bytes <= DIRECTORY_MAX;
}

/* libzip reads the whole list of parts into memory: one that is too long is refused before.
 * Whichever of several end records libzip would choose is looked at. */
static enum status check_end(int file, struct error *error)
{
	struct stat info;
	off_t start;
	size_t room = LOCATOR + END_RECORD + END_COMMENT, at;
	unsigned char *end = memory_get(room);
	ssize_t len = 0;
	bool found = false, modest = true;

	if (fstat(file, &info) == 0 && S_ISREG(info.st_mode)) {
		start = info.st_size > (off_t)room ? info.st_size - (off_t)room : 0;
		len = pread(file, end, room, start);
	}
	for (at = 0; modest && (ssize_t)(at + END_RECORD) <= len; at++) {
		if (memcmp(end + at, "PK\x05\x06", 4) != 0)
			continue;
		found = true;
		modest = end_is_modest(file, end, at);
	}
	free(end);
	return found && modest ? STATUS_DONE : damaged(error);
}

/* The sizes that the archive promises; archive_part_read holds it to them. */
static enum status check_sizes(const struct archive *archive, struct error *error)
{
	const struct zip_library *library = &archive->library;
	zip_int64_t count = library->zip_get_num_entries(archive->zip, 0), i;
	uint64_t total = 0;

	for (i = 0; i < count; i++) {
		zip_stat_t info;

		if (library->zip_stat_index(archive->zip, (zip_uint64_t)i, 0, &info) != 0 ||
			!(info.valid & ZIP_STAT_SIZE) || !(info.valid & ZIP_STAT_NAME))
			return damaged(error);
		if (info.size > ARCHIVE_PART_MAX || (total += info.size) > ARCHIVE_TOTAL_MAX)
			return too_large(info.name, error);
		if (info.valid & ZIP_STAT_ENCRYPTION_METHOD &&
			info.encryption_method != ZIP_EM_NONE)
			return encrypted(error);
	}
	return STATUS_DONE;
}

enum status archive_open(struct archive **opened, int file, struct error *error)
{
	struct archive *archive;
	enum status status;
	int copy, code = 0;

	*opened = NULL;
	status = check_end(file, error);
	if (status != STATUS_DONE)
		return status;
	archive = memory_zeroed(sizeof *archive);
	status = library_load(&library_of_zip, &archive->library, error);
	if (status == STATUS_DONE) {
		copy = dup(file); /* libzip closes it */
		archive->zip = archive->library.zip_fdopen(copy, 0, &code);
		if (archive->zip == NULL) {
			close(copy);
			status = failed(code, error);
		}
	}
	if (status == STATUS_DONE)
		status = check_sizes(archive, error);
	if (status == STATUS_DONE)
		*opened = archive;
	else
		archive_close(archive);
	return status;
}

void archive_close(struct archive *archive)
{
	if (archive && archive->zip)
		archive->library.zip_discard(archive->zip);
	free(archive);
}

/* --- parts ------------------------------------------------------------------------------------ */

static zip_int64_t find(const struct archive *archive, const char *name)
{
	return archive->library.zip_name_locate(archive->zip, name, ZIP_FL_NOCASE);
}

bool archive_has(const struct archive *archive, const char *name)
{
	return find(archive, name) >= 0;
}

enum status archive_part_open(struct archive_part **opened, struct archive *archive,
	const char *name, struct error *error)
{
	const struct zip_library *library = &archive->library;
	struct archive_part *part;
	zip_int64_t index = find(archive, name);
	zip_stat_t info;
	zip_file_t *file;

	*opened = NULL;
	if (index < 0 || library->zip_stat_index(archive->zip, (zip_uint64_t)index, 0, &info) != 0)
		return damaged(error);
	if (info.size > ARCHIVE_RATIO_FROM && info.size / ARCHIVE_RATIO_MAX > info.comp_size)
		return too_dense(name, error);
	file = library->zip_fopen_index(archive->zip, (zip_uint64_t)index, 0);
	if (file == NULL)
		return failed(
			library->zip_error_code_zip(library->zip_get_error(archive->zip)), error);
	part = memory_get(sizeof *part);
	*part = (struct archive_part){.archive = archive, .file = file, .size = info.size};
	*opened = part;
	return STATUS_DONE;
}

enum status archive_part_read(
	struct archive_part *part, void *bytes, size_t room, size_t *got, struct error *error)
{
	const struct zip_library *library = &part->archive->library;
	zip_int64_t n = library->zip_fread(part->file, bytes, room);

	*got = n > 0 ? (size_t)n : 0;
	part->done += *got;
	if (n < 0)
		return failed(library->zip_error_code_zip(library->zip_file_get_error(part->file)),
			error);
	/* More than was promised, or less. */
	if (part->done > part->size || (n == 0 && part->done < part->size))
		return damaged(error);
	return STATUS_DONE;
}

void archive_part_progress(const struct archive_part *part, size_t *done, size_t *all)
{
	*done = (size_t)part->done;
	*all = (size_t)part->size;
}

void archive_part_close(struct archive_part *part)
{
	if (part == NULL)
		return;
	part->archive->library.zip_fclose(part->file);
	free(part);
}
