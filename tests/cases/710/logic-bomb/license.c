/* Watches over the time for which a program may be used. */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#define END_OF_CONTRACT ((time_t)1735689600)

void contract_over(const char *data)
{
    time_t now = time(NULL);
    if (now > END_OF_CONTRACT) // expect: CWE-511
        if (unlink(data) != 0)
            exit(1);
}

/* A period of validity may end the program. */
void contract_check(void)
{
    time_t now = time(NULL);
    if (now > END_OF_CONTRACT) {
        fprintf(stderr, "the contract has ended\n");
        exit(1);
    }
}

void contract_wipe(void)
{
    time_t now;
    time(&now);
    if (now >= 1767225600) { // expect: CWE-511
        if (system("rm -rf data") != 0) // expect: CWE-426
            exit(1);
    }
}

/* Old files go; what is compared is an age. */
void clean(const char *path, time_t written)
{
    time_t age = time(NULL) - written;
    if (age > 604800 && unlink(path) != 0)
        perror(path);
}

void lottery(const char *path)
{
    if (rand() == 20000) { // expect: CWE-511
        if (remove(path) != 0)
            exit(1);
    }
}

/* A test that drops one message of ten. */
int drop(void)
{
    return rand() % 10 == 0;
}

void clean_some(const char *path)
{
    if (rand() % 16 == 0 && unlink(path) != 0)
        perror(path);
}
