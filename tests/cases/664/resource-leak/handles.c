/* Statements, converters and libraries that some way leaves open. */
#include <dlfcn.h>
#include <iconv.h>
#include <sqlite3.h>
#include <stddef.h>

int count(sqlite3 *db)
{
    sqlite3_stmt *stmt = NULL;
    if (sqlite3_prepare_v2(db, "SELECT count(*) FROM users", -1, &stmt, NULL) != SQLITE_OK) // expect: CWE-772
        return -1;
    if (sqlite3_step(stmt) != SQLITE_ROW)
        return -1;
    int n = sqlite3_column_int(stmt, 0);
    sqlite3_finalize(stmt);
    return n;
}

int count_checked(sqlite3 *db)
{
    sqlite3_stmt *stmt = NULL;
    if (sqlite3_prepare_v2(db, "SELECT count(*) FROM users", -1, &stmt, NULL) != SQLITE_OK)
        return -1;
    int n = sqlite3_step(stmt) == SQLITE_ROW ? sqlite3_column_int(stmt, 0) : -1;
    sqlite3_finalize(stmt);
    return n;
}

size_t to_utf8(char *in, size_t n, char *out, size_t room)
{
    size_t left = room;
    iconv_t cd = iconv_open("UTF-8", "ISO-8859-1"); // expect: CWE-772
    if (cd == (iconv_t)-1)
        return 0;
    if (iconv(cd, &in, &n, &out, &left) == (size_t)-1)
        return 0;
    iconv_close(cd);
    return room - left;
}

size_t to_utf8_checked(char *in, size_t n, char *out, size_t room)
{
    size_t left = room;
    iconv_t cd = iconv_open("UTF-8", "ISO-8859-1");
    if (cd == (iconv_t)-1)
        return 0;
    if (iconv(cd, &in, &n, &out, &left) == (size_t)-1)
        left = room;
    iconv_close(cd);
    return room - left;
}

int has_plugin(void)
{
    void *lib = dlopen("libexample.so", RTLD_LAZY); // expect: CWE-772
    if (lib == NULL)
        return 0;
    return dlsym(lib, "example_init") != NULL;
}

int has_plugin_checked(void)
{
    void *lib = dlopen("libexample.so", RTLD_LAZY);
    if (lib == NULL)
        return 0;
    int found = dlsym(lib, "example_init") != NULL;
    dlclose(lib);
    return found;
}
