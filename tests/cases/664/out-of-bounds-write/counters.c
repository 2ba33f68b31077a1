/* Statistics that are kept in tables of the program. */
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>

enum { KINDS = 16, NAME_LEN = 32 };

static unsigned long hits[KINDS];
static char last_user[NAME_LEN];
static struct {
    char title[24];
    int rank;
} board[4];

/* Kinds have eight bits in the protocol and sixteen places in the table. */
int count(int fd)
{
    unsigned char kind = 0;
    if (recv(fd, &kind, 1, 0) != 1)
        return -1;
    if (kind == 0)
        return 0;
    if (kind > 200)
        return -1;
    hits[kind]++; // expect: CWE-787
    return kind;
}

int count_checked(int fd)
{
    unsigned char kind = 0;
    if (recv(fd, &kind, 1, 0) != 1)
        return -1;
    if (kind >= KINDS)
        return -1;
    hits[kind]++;
    return kind;
}

unsigned long total(void)
{
    unsigned long sum = 0;
    for (int i = 0; i < KINDS; i++)
        sum += hits[i];
    return sum;
}

/* The line may be longer than a user's name. */
int remember_user(FILE *f)
{
    char line[128];
    if (fgets(line, sizeof(line), f) == NULL)
        return -1;
    memcpy(last_user, line, sizeof(line)); // expect: CWE-787
    last_user[NAME_LEN - 1] = '\0';
    return 0;
}

int remember_user_checked(FILE *f)
{
    char line[128];
    if (fgets(line, sizeof(line), f) == NULL)
        return -1;
    memcpy(last_user, line, sizeof(last_user) - 1);
    last_user[NAME_LEN - 1] = '\0';
    return 0;
}

const char *user(void)
{
    return last_user;
}

/* Ranks are counted from 1. */
void reset_board(void)
{
    for (int i = 0; i < 6; i++)
        board[i].rank = i + 1; // expect: CWE-787
}

void reset_board_checked(void)
{
    for (int i = 0; i < 4; i++)
        board[i].rank = i + 1;
}

int best(void)
{
    return board[0].rank;
}
