/* Opens a session with a password that the user types. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int session_open(const char *user, const char *password);
int key_derive(const char *password, unsigned char *out, size_t n);
int session_start(const unsigned char *data, size_t n);

int ask_and_open(const char *user)
{
    char password[128];
    if (fgets(password, sizeof password, stdin) == NULL)
        return -1;
    int ret = session_open(user, password);
    memset(password, 0, sizeof password); // expect: CWE-14
    return ret;
}

int ask_and_open_repaired(const char *user)
{
    char password[128];
    if (fgets(password, sizeof password, stdin) == NULL)
        return -1;
    int ret = session_open(user, password);
    explicit_bzero(password, sizeof password);
    return ret;
}

int open_with_key(const char *text)
{
    unsigned char *session_key = malloc(32);
    if (session_key == NULL)
        return -1;
    int ret = key_derive(text, session_key, 32);
    if (ret == 0)
        ret = session_start(session_key, 32);
    memset(session_key, 0, 32); // expect: CWE-14
    free(session_key);
    return ret;
}

int open_with_key_repaired(const char *text)
{
    unsigned char *session_key = malloc(32);
    if (session_key == NULL)
        return -1;
    int ret = key_derive(text, session_key, 32);
    if (ret == 0)
        ret = session_start(session_key, 32);
    explicit_bzero(session_key, 32);
    free(session_key);
    return ret;
}

/* Cleared to be filled, not to be forgotten. */
int fresh_key(const char *text)
{
    unsigned char session_key[32];
    memset(session_key, 0, sizeof session_key);
    return key_derive(text, session_key, sizeof session_key);
}
