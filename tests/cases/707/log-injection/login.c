/* A login service that logs who came. */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <syslog.h>

void refused(int client)
{
    char user[64];
    ssize_t n = recv(client, user, sizeof user - 1, 0);
    if (n <= 0)
        return;
    user[n] = '\0';
    syslog(LOG_WARNING, "login refused for %s", user); // expect: CWE-117
}

void refused_neutralized(int client)
{
    char user[64];
    ssize_t n = recv(client, user, sizeof user - 1, 0);
    if (n <= 0)
        return;
    user[n] = '\0';
    for (char *p = user; *p; p++)
        if (!isalnum((unsigned char)*p))
            *p = '?';
    syslog(LOG_WARNING, "login refused for %s", user);
}

void terminal(void)
{
    const char *term = getenv("TERM");
    if (term != NULL)
        syslog(LOG_INFO, "terminal %s", term); // expect: CWE-117
}

void size_only(int client)
{
    char user[64];
    ssize_t n = recv(client, user, sizeof user, 0);
    if (n > 0)
        syslog(LOG_INFO, "got %d bytes", (int)n);
}

void message(FILE *feed)
{
    char line[256], text[300];
    if (fgets(line, sizeof line, feed) == NULL)
        return;
    snprintf(text, sizeof text, "feed says: %s", line);
    syslog(LOG_NOTICE, "%s", text); // expect: CWE-117
}

void known(int client)
{
    char user[64];
    ssize_t n = recv(client, user, sizeof user - 1, 0);
    if (n <= 0)
        return;
    user[n] = '\0';
    const char *name = strcmp(user, "root") == 0 ? "root" : "somebody";
    syslog(LOG_INFO, "login of %s", name);
}
