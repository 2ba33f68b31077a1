/* Work that is repeated as often as a message says. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>

extern void step(unsigned n);

void replay(int s)
{
    uint32_t rounds = 0;
    if (recv(s, &rounds, sizeof rounds, 0) != (ssize_t)sizeof rounds)
        return;
    for (uint32_t i = 0; i < rounds; i++) // expect: CWE-606
        step(i);
}

void replay_checked(int s)
{
    uint32_t rounds = 0;
    if (recv(s, &rounds, sizeof rounds, 0) != (ssize_t)sizeof rounds)
        return;
    if (rounds > 1000)
        return;
    for (uint32_t i = 0; i < rounds; i++)
        step(i);
}

void warm_up(void)
{
    const char *text = getenv("WARM_UP");
    int n = text ? atoi(text) : 0;
    int i = 0;
    while (i < n) { // expect: CWE-606
        step((unsigned)i);
        i++;
    }
}

void repeat(FILE *f)
{
    unsigned n = 0;
    if (fscanf(f, "%u", &n) != 1)
        return;
    for (unsigned i = 0; i != n; i++) // expect: CWE-606
        step(i);
}

void short_field(int s)
{
    uint8_t rounds = 0;
    if (recv(s, &rounds, 1, 0) != 1)
        return;
    for (unsigned i = 0; i < rounds; i++)
        step(i);
}

void all(unsigned n)
{
    for (unsigned i = 0; i < n; i++)
        step(i);
}
