/* Choices that come from users, files and peers select entries of tables. */
#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>

static const char *const colours[8] = {"red", "green", "blue", "cyan", "pink", "grey", "black", "white"};
static int scores[32];

const char *colour_of_user(FILE *f)
{
    int choice = 0;
    if (fscanf(f, "%d", &choice) != 1)
        return NULL;
    return colours[choice]; // expect: CWE-129
}

const char *colour_of_user_checked(FILE *f)
{
    int choice = 0;
    if (fscanf(f, "%d", &choice) != 1 || choice < 0 || choice >= 8)
        return NULL;
    return colours[choice];
}

int score_of_peer(int fd)
{
    uint32_t player = 0;
    if (recv(fd, &player, sizeof(player), 0) != (ssize_t)sizeof(player))
        return -1;
    return ++scores[player]; // expect: CWE-129
}

int score_of_peer_checked(int fd)
{
    uint32_t player = 0;
    if (recv(fd, &player, sizeof(player), 0) != (ssize_t)sizeof(player) || player >= 32)
        return -1;
    return ++scores[player];
}

const char *colour_of_environment(void)
{
    const char *text = getenv("COLOUR");
    if (text == NULL)
        return NULL;
    char *end = NULL;
    errno = 0;
    long n = strtol(text, &end, 10);
    if (errno != 0 || *end != '\0')
        return NULL;
    return colours[n]; // expect: CWE-129
}

const char *colour_of_environment_checked(void)
{
    const char *text = getenv("COLOUR");
    if (text == NULL)
        return NULL;
    char *end = NULL;
    errno = 0;
    unsigned long n = strtoul(text, &end, 10);
    if (errno != 0 || *end != '\0')
        return NULL;
    return colours[n % 8];
}
