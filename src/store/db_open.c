/* Opening and closing the database file (db.h). */
#include "store/db_parts.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/reason.h"
#include "store/sql_functions.h"

char *db_path(const char *option, struct error *error)
{
	const char *named = option ? option : getenv("MEMBERSTAT_DB");
	const char *data = getenv("XDG_DATA_HOME"), *home = getenv("HOME");
	struct buf path = {0};

	if (named && named[0])
		return memory_text(named, strlen(named));
	if (data && data[0]) {
		buf_puts(&path, data);
	} else if (home && home[0]) {
		buf_printf(&path, "%s/.local/share", home);
	} else {
		error_set(error, STATUS_USAGE,
			"không biết cơ sở dữ liệu ở đâu: hãy dùng --db TỆP (HOME chưa được đặt)",
			"do not know where the database is: use --db FILE (HOME is not set)");
		return NULL;
	}
	buf_puts(&path, "/memberstat/memberstat.db");
	return path.data;
}

/* Makes the folders above the file that do not exist, for their owner alone. */
static enum status make_folders(const char *path, struct error *error)
{
	char *copy = memory_text(path, strlen(path)), *slash = copy;
	enum status status = STATUS_DONE;

	while (status == STATUS_DONE && (slash = strchr(slash + 1, '/')) != NULL) {
		*slash = '\0';
		if (mkdir(copy, 0700) != 0 && errno != EEXIST)
			status = error_set(error, STATUS_FAILED, "%s: không tạo được thư mục: %s",
				"%s: cannot make the folder: %s", copy,
				reason_of(errno, error->lang));
		*slash = '/';
	}
	free(copy);
	return status;
}

/* Makes an empty file with mode 0600, before SQLite would make one. An existing file is left
 * alone. */
static enum status make_file(struct db *db, struct error *error)
{
	int fd = open(db->path, O_WRONLY | O_CREAT | O_EXCL, 0600);

	if (fd < 0 && errno == ENOENT) {
		if (make_folders(db->path, error) != STATUS_DONE)
			return error_status(error);
		fd = open(db->path, O_WRONLY | O_CREAT | O_EXCL, 0600);
	}
	if (fd >= 0) {
		db->created = true;
		close(fd);
		return STATUS_DONE;
	}
	if (errno == EEXIST)
		return STATUS_DONE;
	return error_set(error, STATUS_FAILED, "%s: không tạo được cơ sở dữ liệu: %s",
		"%s: cannot make the database: %s", db->path, reason_of(errno, error->lang));
}

static enum status check_exists(const struct db *db, struct error *error)
{
	struct stat info;

	if (stat(db->path, &info) != 0 && errno == ENOENT)
		return error_set(error, STATUS_FAILED,
			"%s: chưa có cơ sở dữ liệu; hãy nhập dữ liệu trước: memberstat import TỆP...",
			"%s: there is no database yet; import something first: memberstat import FILE...",
			db->path);
	return STATUS_DONE;
}

/* The SQLite library at run time may be older than the one at build time. */
static enum status check_library(struct error *error)
{
	if (sqlite3_libversion_number() >= SQLITE_OLDEST)
		return STATUS_DONE;
	return error_set(error, STATUS_FAILED,
		"SQLite %s quá cũ; memberstat cần SQLite " SQLITE_OLDEST_NAME
		" trở lên; hãy nâng cấp libsqlite3",
		"SQLite %s is too old; memberstat needs SQLite " SQLITE_OLDEST_NAME
		" or later; upgrade libsqlite3",
		sqlite3_libversion());
}

static enum status connect(struct db *db, int flags, struct error *error)
{
	size_t i;

	/* Counting how much memory SQLite holds would cost a lock at each allocation, and nothing
	 * asks for it. */
	sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
	if (sqlite3_open_v2(db->path, &db->handle, flags | SQLITE_OPEN_NOMUTEX, NULL) != SQLITE_OK)
		return db_failed(db, error);
	sqlite3_busy_timeout(db->handle, DB_BUSY_MS);
	sqlite3_extended_result_codes(db->handle, 0);
	sqlite3_db_config(db->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
	sqlite3_db_config(db->handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
	sqlite3_db_config(db->handle, SQLITE_DBCONFIG_ENABLE_FKEY, 1, NULL);
	if (sql_functions_install(db->handle) != SQLITE_OK)
		return db_failed(db, error);
	for (i = 0; db->extensions[i]; i++)
		if (db->extensions[i](db) != SQLITE_OK)
			return db_failed(db, error);
	return STATUS_DONE;
}

static void disconnect(struct db *db)
{
	sqlite3_close(db->handle);
	db->handle = NULL;
}

/* A reader cannot roll back what a killed writer left behind. So the database is opened for writing
 * once, which does it. */
static enum status recover(struct db *db, struct error *error)
{
	int64_t ignored;

	disconnect(db);
	if (connect(db, SQLITE_OPEN_READWRITE, error) != STATUS_DONE)
		return error_status(error);
	if (!db_text_number(db, "PRAGMA user_version", &ignored))
		return db_failed(db, error);
	disconnect(db);
	return connect(db, SQLITE_OPEN_READONLY, error);
}

static enum status open_reader(struct db *db, struct error *error)
{
	int64_t version;

	if (check_exists(db, error) != STATUS_DONE ||
		connect(db, SQLITE_OPEN_READONLY, error) != STATUS_DONE)
		return error_status(error);
	if (!db_text_number(db, "PRAGMA user_version", &version) &&
		sqlite3_extended_errcode(db->handle) == SQLITE_READONLY_ROLLBACK &&
		recover(db, error) != STATUS_DONE)
		return error_status(error);
	db_run_text(db, "PRAGMA mmap_size = 1073741824");
	if (db_check_identity(db, &version, error) != STATUS_DONE)
		return error_status(error);
	if (version == 0)
		return error_set(error, STATUS_FAILED,
			"%s: cơ sở dữ liệu còn trống; hãy nhập dữ liệu trước: memberstat import TỆP...",
			"%s: the database is empty; import something first: memberstat import FILE...",
			db->path);
	if (version < (int64_t)sql_migration_count)
		return error_set(error, STATUS_FAILED,
			"%s: do một phiên bản memberstat cũ hơn tạo ra; hãy chạy một lần: memberstat recount",
			"%s: made by an older memberstat; bring it up to date once: memberstat recount",
			db->path);
	return STATUS_DONE;
}

static enum status open_writer(struct db *db, bool create, struct error *error)
{
	int64_t version;
	enum status status = create ? make_file(db, error) : check_exists(db, error);

	if (status != STATUS_DONE ||
		(status = connect(db, SQLITE_OPEN_READWRITE, error)) != STATUS_DONE)
		return status;
	/* secure_delete: what is deleted about people does not remain in free pages. */
	db_run_text(db, "PRAGMA secure_delete = on; PRAGMA cache_size = -6000; PRAGMA threads = 1");
	/* Counts for a new database only. With pages four times the usual size, a first load of
	 * members splits and writes fewer of them. */
	db_run_text(db, "PRAGMA page_size = 16384");
	if (db_check_identity(db, &version, error) != STATUS_DONE)
		return error_status(error);
	if (version == (int64_t)sql_migration_count)
		return STATUS_DONE;
	/* A migration makes a table anew that others refer to by dropping the old one. */
	db_check_keys(db, false);
	status = db_migrate(db, error);
	db_check_keys(db, true);
	/* Of a new database: without the pages of the tables that a later migration dropped. What is
	 * rolled back could remain in free pages. */
	if (status == STATUS_DONE && version == 0)
		db_run_text(db, "VACUUM");
	return status;
}

enum status db_open(struct db *db, const char *path, enum db_mode mode,
	db_extension *const *extensions, struct error *error)
{
	*db = (struct db){.path = memory_text(path, strlen(path)), .extensions = extensions};
	if (check_library(error) != STATUS_DONE)
		return error_status(error);
	return mode == DB_READ ? open_reader(db, error) : open_writer(db, mode == DB_CREATE, error);
}

void db_close(struct db *db, bool keep)
{
	size_t i;

	for (i = 0; i < SQL_COUNT; i++)
		sqlite3_finalize(db->cache[i]);
	disconnect(db);
	if (db->created && !keep)
		unlink(db->path);
	free(db->path);
	*db = (struct db){0};
}
