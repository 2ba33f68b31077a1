/* Balances and rights of accounts. */
#include <stdbool.h>

#define RIGHT_READ 0x01
#define RIGHT_WRITE 0x02
#define RIGHT_ADMIN 0x10

struct account {
    long balance;
    unsigned rights;
    int attempts;
};

void withdraw(struct account *a, long amount)
{
    a->balance =- amount; // expect: CWE-480
    a->attempts =-1;
}

void deposit(struct account *a, long amount)
{
    a->balance += amount;
    a->attempts = -1;
}

bool may_administer(const struct account *a)
{
    return a->rights && 0x10; // expect: CWE-480
}

bool may_write(const struct account *a)
{
    if (a->rights | 0x02) // expect: CWE-480
        return true;
    return false;
}

bool may_read(const struct account *a)
{
    if (a->rights & RIGHT_READ && a->attempts < 3)
        return true;
    return (a->rights & RIGHT_ADMIN) != 0 && a->balance >= 0;
}

int rand(void);
int is_ready(int fd)
{
    if (rand == 0) // expect: CWE-480
        return 1;
    if (is_ready) // expect: CWE-480
        return 2;
    return rand() == 0;
}

/* A function that another library may bring along. */
extern int plugin_start(void) __attribute__((weak));
int start(void)
{
    if (plugin_start)
        return plugin_start();
    return plugin_start == 0;
}
