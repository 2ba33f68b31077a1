/* Accounts in a database, asked for by name over the network. */
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

int find(sqlite3 *db, int client)
{
    char name[64], sql[256];
    ssize_t n = recv(client, name, sizeof name - 1, 0);
    if (n <= 0)
        return -1;
    name[n] = '\0';
    snprintf(sql, sizeof sql, "SELECT id FROM account WHERE name = '%s'", name);
    return sqlite3_exec(db, sql, NULL, NULL, NULL); // expect: CWE-89
}

int drop(sqlite3 *db)
{
    char sql[256] = "DELETE FROM session WHERE user = '";
    const char *user = getenv("USER_NAME");
    if (user == NULL || strlen(user) > 100)
        return -1;
    strcat(sql, user);
    strcat(sql, "'");
    return sqlite3_exec(db, sql, NULL, NULL, NULL); // expect: CWE-89
}

int run(sqlite3 *db, FILE *script)
{
    char line[512];
    sqlite3_stmt *statement = NULL;
    if (fgets(line, sizeof line, script) == NULL)
        return -1;
    if (sqlite3_prepare_v2(db, line, -1, &statement, NULL) != SQLITE_OK) // expect: CWE-89
        return -1;
    return sqlite3_finalize(statement);
}

int find_bound(sqlite3 *db, int client)
{
    char name[64];
    sqlite3_stmt *statement = NULL;
    ssize_t n = recv(client, name, sizeof name - 1, 0);
    if (n <= 0)
        return -1;
    name[n] = '\0';
    if (sqlite3_prepare_v2(db, "SELECT id FROM account WHERE name = ?", -1, &statement, NULL) != SQLITE_OK)
        return -1;
    if (sqlite3_bind_text(statement, 1, name, -1, SQLITE_TRANSIENT) != SQLITE_OK) {
        sqlite3_finalize(statement);
        return -1;
    }
    int found = sqlite3_step(statement) == SQLITE_ROW;
    sqlite3_finalize(statement);
    return found;
}

int find_number(sqlite3 *db, int client)
{
    int id = 0;
    char sql[128];
    if (recv(client, &id, sizeof id, 0) != (ssize_t)sizeof id)
        return -1;
    snprintf(sql, sizeof sql, "SELECT name FROM account WHERE id = %d", id);
    return sqlite3_exec(db, sql, NULL, NULL, NULL);
}

int clean(sqlite3 *db)
{
    return sqlite3_exec(db, "DELETE FROM session WHERE expired", NULL, NULL, NULL);
}
