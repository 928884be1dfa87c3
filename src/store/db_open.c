#include "store/db.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/date.h"
#include "base/outfile.h"
#include "store/sql_functions.h"

#define APPLICATION_ID 0x4d535441 /* "MSTA" */
#define BUSY_MS        5000

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

enum status db_kept_damaged(struct db *db, struct error *error)
{
	db->damage = SQLITE_CORRUPT_VTAB;
	return error_set(error, STATUS_FAILED,
		"%s: số lũy kế giữ sẵn đã hỏng nên không đưa ra số liệu nào; hãy chạy memberstat check để "
		"biết của đơn vị nào, và memberstat recount để đếm lại",
		"%s: the kept totals are damaged, so no figure is given; run memberstat check to see of "
		"which units, and memberstat recount to count them anew",
		db->path);
}

enum status db_damaged(struct db *db, const char *table, struct error *error)
{
	db->damage = SQLITE_CORRUPT;
	return error_set(error, STATUS_FAILED,
		"%s: cơ sở dữ liệu đã hỏng (bảng %s có giá trị lạ); hãy khôi phục từ bản sao lưu",
		"%s: the database is damaged (table %s has a value that cannot be); restore a backup",
		db->path, table);
}

int db_code(const struct db *db, const struct error *error)
{
	if (db->damage)
		return db->damage;
	return error->status == STATUS_BUSY ? SQLITE_BUSY : SQLITE_ERROR;
}

enum status db_failed(struct db *db, struct error *error)
{
	int code = db->handle ? sqlite3_errcode(db->handle) : SQLITE_NOMEM;

	if (db->handle && sqlite3_extended_errcode(db->handle) == SQLITE_CORRUPT_VTAB)
		return db_kept_damaged(db, error);
	if (code == SQLITE_NOMEM)
		memory_failed();
	if (code == SQLITE_BUSY || code == SQLITE_LOCKED)
		return error_set(error, STATUS_BUSY,
			"%s: cơ sở dữ liệu đang bận vì một lệnh khác; hãy thử lại sau",
			"%s: the database is busy with another command; try again later", db->path);
	if (code == SQLITE_FULL)
		return error_set(error, STATUS_FAILED, "%s: hết chỗ trên đĩa; chưa có gì thay đổi",
			"%s: the disk is full; nothing was changed", db->path);
	if (code == SQLITE_NOTADB || code == SQLITE_CORRUPT)
		return error_set(error, STATUS_FAILED,
			"%s: không phải là cơ sở dữ liệu memberstat, hoặc tệp đã hỏng (%s)",
			"%s: not a memberstat database, or a damaged one (%s)", db->path,
			sqlite3_errmsg(db->handle));
	return error_set(error, STATUS_FAILED, "%s: lỗi cơ sở dữ liệu: %s",
		"%s: database error: %s", db->path, sqlite3_errmsg(db->handle));
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
				"%s: cannot make the folder: %s", copy, strerror(errno));
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
		"%s: cannot make the database: %s", db->path, strerror(errno));
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

static bool pragma_int(struct db *db, const char *text, int64_t *value)
{
	sqlite3_stmt *statement = NULL;
	bool got = sqlite3_prepare_v2(db->handle, text, -1, &statement, NULL) == SQLITE_OK &&
		   sqlite3_step(statement) == SQLITE_ROW;

	*value = got ? sqlite3_column_int64(statement, 0) : 0;
	sqlite3_finalize(statement);
	return got;
}

static bool run_text(struct db *db, const char *text)
{
	return sqlite3_exec(db->handle, text, NULL, NULL, NULL) == SQLITE_OK;
}

/* Is it a memberstat database, and which migration was its last one (*version)? An empty file is a
 * new database without any. */
static enum status check_identity(struct db *db, int64_t *version, struct error *error)
{
	int64_t id, tables = 0;

	if (!pragma_int(db, "PRAGMA application_id", &id) ||
		!pragma_int(db, "PRAGMA user_version", version) ||
		(id == 0 && !pragma_int(db, "SELECT count(*) FROM sqlite_schema", &tables)))
		return db_failed(db, error);
	if (id == 0 && *version == 0 && tables == 0)
		return STATUS_DONE;
	if (id != APPLICATION_ID)
		return error_set(error, STATUS_FAILED,
			"%s: không phải là cơ sở dữ liệu memberstat; tệp được giữ nguyên",
			"%s: not a memberstat database; it is left as it is", db->path);
	if (*version > (int64_t)sql_migration_count)
		return error_set(error, STATUS_FAILED,
			"%s: do một phiên bản memberstat mới hơn tạo ra (%d, chương trình này biết đến %d); "
			"hãy nâng cấp memberstat",
			"%s: made by a newer memberstat (%d, this program knows up to %d); upgrade memberstat",
			db->path, (int)*version, (int)sql_migration_count);
	return STATUS_DONE;
}

static enum status migrate(struct db *db, struct error *error)
{
	int64_t version;
	size_t i;

	if (db_begin(db, error) != STATUS_DONE)
		return error_status(error);
	if (check_identity(db, &version, error) != STATUS_DONE) {
		db_rollback(db);
		return error_status(error);
	}
	for (i = (size_t)version; i < sql_migration_count; i++) {
		struct buf text = {0};
		bool done;

		buf_printf(&text, "PRAGMA application_id = %d; PRAGMA user_version = %zu",
			APPLICATION_ID, i + 1);
		done = run_text(db, sql_text(sql_migrations[i])) && run_text(db, buf_text(&text));
		buf_release(&text);
		if (!done) {
			db_failed(db, error);
			db_rollback(db);
			return error_status(error);
		}
	}
	return db_commit(db, error);
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
	sqlite3_busy_timeout(db->handle, BUSY_MS);
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
	if (!pragma_int(db, "PRAGMA user_version", &ignored))
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
	if (!pragma_int(db, "PRAGMA user_version", &version) &&
		sqlite3_extended_errcode(db->handle) == SQLITE_READONLY_ROLLBACK &&
		recover(db, error) != STATUS_DONE)
		return error_status(error);
	run_text(db, "PRAGMA mmap_size = 1073741824");
	if (check_identity(db, &version, error) != STATUS_DONE)
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
	run_text(db, "PRAGMA secure_delete = on; PRAGMA cache_size = -6000; PRAGMA threads = 1");
	/* Counts for a new database only. With pages four times the usual size, a first load of
	 * members splits and writes fewer of them. */
	run_text(db, "PRAGMA page_size = 16384");
	if (check_identity(db, &version, error) != STATUS_DONE)
		return error_status(error);
	return version < (int64_t)sql_migration_count ? migrate(db, error) : STATUS_DONE;
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

void db_check_keys(struct db *db, bool on)
{
	sqlite3_db_config(db->handle, SQLITE_DBCONFIG_ENABLE_FKEY, (int)on, NULL);
}

enum status db_begin(struct db *db, struct error *error)
{
	bool inner = !sqlite3_get_autocommit(db->handle);

	if (!run_text(db, inner ? "SAVEPOINT part" : "BEGIN IMMEDIATE"))
		return db_failed(db, error);
	db->inner = inner;
	return STATUS_DONE;
}

enum status db_snapshot(struct db *db, struct error *error)
{
	return run_text(db, "BEGIN") ? STATUS_DONE : db_failed(db, error);
}

enum status db_commit(struct db *db, struct error *error)
{
	if (run_text(db, db->inner ? "RELEASE part" : "COMMIT")) {
		db->inner = false;
		return STATUS_DONE;
	}
	db_failed(db, error);
	db_rollback(db);
	return error_status(error);
}

void db_rollback(struct db *db)
{
	if (db->handle && !sqlite3_get_autocommit(db->handle))
		run_text(db, db->inner ? "ROLLBACK TO part; RELEASE part" : "ROLLBACK");
	db->inner = false;
}

/* Copies all pages. Waits for writers as long as any command does. */
static enum status copy_pages(struct db *from, struct db *to, struct error *error)
{
	sqlite3_backup *backup;
	int code;

	if (sqlite3_open_v2(to->path, &to->handle, SQLITE_OPEN_READWRITE, NULL) != SQLITE_OK)
		return db_failed(to, error);
	sqlite3_busy_timeout(from->handle, BUSY_MS);
	backup = sqlite3_backup_init(to->handle, "main", from->handle, "main");
	if (backup == NULL)
		return db_failed(to, error);
	code = sqlite3_backup_step(backup, -1);
	sqlite3_backup_finish(backup);
	if (code == SQLITE_BUSY || code == SQLITE_LOCKED)
		return error_set(error, STATUS_BUSY,
			"%s: cơ sở dữ liệu đang bận vì một lệnh khác; hãy thử lại sau",
			"%s: the database is busy with another command; try again later",
			from->path);
	return code == SQLITE_DONE ? STATUS_DONE : db_failed(to, error);
}

static enum status check_copy(struct db *copy, struct error *error)
{
	sqlite3_stmt *statement = NULL;
	bool good = sqlite3_prepare_v2(copy->handle, "PRAGMA quick_check", -1, &statement, NULL) ==
			    SQLITE_OK &&
		    sqlite3_step(statement) == SQLITE_ROW &&
		    strcmp((const char *)sqlite3_column_text(statement, 0), "ok") == 0;

	sqlite3_finalize(statement);
	if (good)
		return STATUS_DONE;
	return error_set(error, STATUS_FAILED, "%s: bản sao bị hỏng; cơ sở dữ liệu có thể đã hỏng",
		"%s: the copy is damaged; the database may be damaged", copy->path);
}

enum status db_backup(struct db *db, const char *path, struct error *error)
{
	struct outfile file;
	struct db copy = {0};
	enum status status;

	if (outfile_same(db->path, path))
		return error_set(error, STATUS_USAGE, "%s: đó chính là cơ sở dữ liệu",
			"%s: that is the database itself", path);
	status = outfile_open(&file, path, error);
	if (status != STATUS_DONE)
		return status;
	copy.path = memory_text(file.temporary, strlen(file.temporary));
	status = copy_pages(db, &copy, error);
	if (status == STATUS_DONE)
		status = check_copy(&copy, error);
	db_close(&copy, true);
	if (status == STATUS_DONE)
		return outfile_publish(&file, error);
	outfile_abandon(&file);
	return status;
}

enum status db_run(struct db *db, enum sql sql, struct error *error)
{
	return run_text(db, sql_text(sql)) ? STATUS_DONE : db_failed(db, error);
}

sqlite3_stmt *db_statement(struct db *db, enum sql sql, struct error *error)
{
	sqlite3_stmt **statement = &db->cache[sql];

	if (*statement) {
		sqlite3_reset(*statement);
		sqlite3_clear_bindings(*statement);
	} else if (sqlite3_prepare_v3(db->handle, sql_text(sql), -1, SQLITE_PREPARE_PERSISTENT,
			   statement, NULL) != SQLITE_OK) {
		db_failed(db, error);
	}
	return *statement;
}

void db_forget(struct db *db, enum sql sql)
{
	sqlite3_finalize(db->cache[sql]);
	db->cache[sql] = NULL;
}

bool db_row(struct db *db, sqlite3_stmt *statement, enum status *status, struct error *error)
{
	int code = sqlite3_step(statement);

	*status = STATUS_DONE;
	if (code == SQLITE_ROW)
		return true;
	if (code != SQLITE_DONE)
		*status = db_failed(db, error);
	return false;
}

enum status db_step(struct db *db, sqlite3_stmt *statement, struct error *error)
{
	int code = sqlite3_step(statement);
	enum status status = STATUS_DONE;

	if (code != SQLITE_DONE && code != SQLITE_ROW)
		status = db_failed(db, error);
	sqlite3_reset(statement);
	return status;
}

int db_day(sqlite3_stmt *row, int column)
{
	int64_t day = sqlite3_column_int64(row, column);

	if (sqlite3_column_type(row, column) == SQLITE_NULL)
		return NO_DAY;
	return day > NO_DAY && day <= INT32_MAX ? (int)day : INT32_MAX;
}

void db_bind_int(sqlite3_stmt *statement, const char *name, int64_t value)
{
	int i = sqlite3_bind_parameter_index(statement, name);

	if (i > 0)
		sqlite3_bind_int64(statement, i, value);
}

void db_bind_text(sqlite3_stmt *statement, const char *name, const char *text)
{
	int i = sqlite3_bind_parameter_index(statement, name);

	if (i > 0 && text)
		sqlite3_bind_text(statement, i, text, -1, SQLITE_TRANSIENT);
}
