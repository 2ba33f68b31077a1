/* Contract: SQLite. */
typedef struct sqlite3 sqlite3;
typedef struct sqlite3_stmt sqlite3_stmt;
typedef struct sqlite3_value sqlite3_value;
typedef struct sqlite3_context sqlite3_context;
typedef struct sqlite3_blob sqlite3_blob;
typedef struct sqlite3_backup sqlite3_backup;
typedef long long sqlite3_int64;
typedef unsigned long long sqlite3_uint64;
typedef long long sqlite_int64;
enum {
    SQLITE_OK = 0, SQLITE_ERROR = 1, SQLITE_PERM = 3, SQLITE_ABORT = 4, SQLITE_BUSY = 5, SQLITE_LOCKED = 6,
    SQLITE_NOMEM = 7, SQLITE_READONLY = 8, SQLITE_CONSTRAINT = 19, SQLITE_MISUSE = 21, SQLITE_ROW = 100,
    SQLITE_DONE = 101, SQLITE_INTEGER = 1, SQLITE_FLOAT = 2, SQLITE_TEXT = 3, SQLITE_BLOB = 4, SQLITE_NULL = 5,
    SQLITE_OPEN_READONLY = 1, SQLITE_OPEN_READWRITE = 2, SQLITE_OPEN_CREATE = 4, SQLITE_OPEN_FULLMUTEX = 0x10000
};
#define SQLITE_STATIC ((void (*)(void *))0)
#define SQLITE_TRANSIENT ((void (*)(void *))-1)
[[stoa::opens(*db, sqlite3), stoa::string(path), stoa::sink(path, path), stoa::must_check, stoa::error_if(result != 0)]] int sqlite3_open(const char *path, sqlite3 **db);
[[stoa::opens(*db, sqlite3), stoa::string(path), stoa::sink(path, path), stoa::nullable(vfs), stoa::must_check, stoa::error_if(result != 0)]] int sqlite3_open_v2(const char *path, sqlite3 **db, int flags, const char *vfs);
[[stoa::closes(db, sqlite3), stoa::error_if(result != 0)]] int sqlite3_close(sqlite3 *db);
[[stoa::closes(db, sqlite3), stoa::error_if(result != 0)]] int sqlite3_close_v2(sqlite3 *db);
[[stoa::string(sql), stoa::sink(sql, sql), stoa::nullable(row, argument, message), stoa::callback(row, now, argument), stoa::must_check, stoa::error_if(result != 0)]]
int sqlite3_exec(sqlite3 *db, const char *sql, int (*row)(void *, int, char **, char **), void *argument, char **message);
[[stoa::opens(*statement, sqlite3_stmt), stoa::sink(sql, sql), stoa::nullable(tail), stoa::must_check, stoa::error_if(result != 0)]] int sqlite3_prepare(sqlite3 *db, const char *sql, int size, sqlite3_stmt **statement, const char **tail);
[[stoa::opens(*statement, sqlite3_stmt), stoa::sink(sql, sql), stoa::nullable(tail), stoa::must_check, stoa::error_if(result != 0)]] int sqlite3_prepare_v2(sqlite3 *db, const char *sql, int size, sqlite3_stmt **statement, const char **tail);
[[stoa::opens(*statement, sqlite3_stmt), stoa::sink(sql, sql), stoa::nullable(tail), stoa::must_check, stoa::error_if(result != 0)]] int sqlite3_prepare_v3(sqlite3 *db, const char *sql, int size, unsigned int flags, sqlite3_stmt **statement, const char **tail);
[[stoa::string(sql), stoa::sink(sql, sql), stoa::opens(*rows, sqlite3_table), stoa::nullable(row_count, column_count, message), stoa::taints(*rows, database), stoa::must_check, stoa::error_if(result != 0)]]
int sqlite3_get_table(sqlite3 *db, const char *sql, char ***rows, int *row_count, int *column_count, char **message);
[[stoa::closes(rows, sqlite3_table)]] void sqlite3_free_table(char **rows);
[[stoa::uses(statement, sqlite3_stmt), stoa::must_check, stoa::blocks]] int sqlite3_step(sqlite3_stmt *statement);
[[stoa::uses(statement, sqlite3_stmt), stoa::error_if(result != 0)]] int sqlite3_reset(sqlite3_stmt *statement);
[[stoa::closes(statement, sqlite3_stmt), stoa::error_if(result != 0)]] int sqlite3_finalize(sqlite3_stmt *statement);
[[stoa::error_if(result != 0)]] int sqlite3_clear_bindings(sqlite3_stmt *statement);
[[stoa::must_check, stoa::error_if(result != 0)]] int sqlite3_bind_text(sqlite3_stmt *statement, int index, const char *text, int size, void (*destroy)(void *));
[[stoa::must_check, stoa::error_if(result != 0)]] int sqlite3_bind_blob(sqlite3_stmt *statement, int index, const void *data, int size, void (*destroy)(void *));
[[stoa::error_if(result != 0)]] int sqlite3_bind_int(sqlite3_stmt *statement, int index, int value);
[[stoa::error_if(result != 0)]] int sqlite3_bind_int64(sqlite3_stmt *statement, int index, sqlite3_int64 value);
[[stoa::error_if(result != 0)]] int sqlite3_bind_double(sqlite3_stmt *statement, int index, double value);
[[stoa::error_if(result != 0)]] int sqlite3_bind_null(sqlite3_stmt *statement, int index);
[[stoa::returns_within(statement), stoa::may_return_null("the column holds NULL"), stoa::taints(result, database)]] const unsigned char *sqlite3_column_text(sqlite3_stmt *statement, int column);
[[stoa::returns_within(statement), stoa::may_return_null("the column holds NULL or nothing"), stoa::taints(result, database)]] const void *sqlite3_column_blob(sqlite3_stmt *statement, int column);
[[stoa::taints(result, database)]] int sqlite3_column_int(sqlite3_stmt *statement, int column);
[[stoa::taints(result, database)]] sqlite3_int64 sqlite3_column_int64(sqlite3_stmt *statement, int column);
[[stoa::taints(result, database)]] double sqlite3_column_double(sqlite3_stmt *statement, int column);
[[stoa::ensures(result >= 0)]] int sqlite3_column_bytes(sqlite3_stmt *statement, int column);
int sqlite3_column_type(sqlite3_stmt *statement, int column);
int sqlite3_column_count(sqlite3_stmt *statement);
[[stoa::returns_within(statement), stoa::may_return_null("no memory")]] const char *sqlite3_column_name(sqlite3_stmt *statement, int column);
[[stoa::returns_within(db)]] const char *sqlite3_errmsg(sqlite3 *db);
int sqlite3_errcode(sqlite3 *db);
[[stoa::returns_static]] const char *sqlite3_errstr(int code);
int sqlite3_changes(sqlite3 *db);
sqlite3_int64 sqlite3_last_insert_rowid(sqlite3 *db);
int sqlite3_busy_timeout(sqlite3 *db, int time);
[[stoa::allocates(result, sqlite3, size), stoa::error_if(result == NULL)]] void *sqlite3_malloc(int size);
[[stoa::allocates(result, sqlite3, size), stoa::error_if(result == NULL)]] void *sqlite3_malloc64(sqlite3_uint64 size);
[[stoa::reallocates(block, sqlite3, size), stoa::error_if(result == NULL)]] void *sqlite3_realloc(void *block, int size);
[[stoa::frees(block, sqlite3)]] void sqlite3_free(void *block);
[[stoa::allocates(result, sqlite3), stoa::sink(format, format), stoa::propagates(result, varargs), stoa::error_if(result == NULL)]] char *sqlite3_mprintf(const char *format, ...);
[[stoa::writes_string_up_to(buffer, size), stoa::sink(format, format), stoa::propagates(buffer, varargs), stoa::returns_arg(buffer)]] char *sqlite3_snprintf(int size, char *buffer, const char *format, ...);
[[stoa::random(buffer, strong), stoa::writes(buffer, size)]] void sqlite3_randomness(int size, void *buffer);
[[stoa::callback(function, later, data), stoa::string(name), stoa::error_if(result != 0)]] int sqlite3_create_function(sqlite3 *db, const char *name, int argc, int encoding, void *data, void (*function)(sqlite3_context *, int, sqlite3_value **), void (*step)(sqlite3_context *, int, sqlite3_value **), void (*final)(sqlite3_context *));
[[stoa::misuse(on != 0, 114, "SQL text may then load libraries", "leave it off, or use sqlite3_db_config for the C interface alone"), stoa::error_if(result != 0)]] int sqlite3_enable_load_extension(sqlite3 *db, int on);
[[stoa::sink(file, program), stoa::error_if(result != 0)]] int sqlite3_load_extension(sqlite3 *db, const char *file, const char *entry, char **message);
