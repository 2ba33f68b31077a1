/* Cursors into tables: one behind the last element is allowed, nothing further. */
#include <stddef.h>
#include <sys/socket.h>

static const int primes[8] = {2, 3, 5, 7, 11, 13, 17, 19};
static char screen[256];

const int *before_first(void)
{
    return primes - 1; // expect: CWE-466
}

const int *end_of_primes(void)
{
    return primes + 8;
}

const int *last_prime(void)
{
    return primes + 10; // expect: CWE-466
}

const int *last_prime_checked(void)
{
    return primes + 7;
}

/* The peer says where its cursor stands. */
char *cursor(int fd)
{
    unsigned short at = 0;
    if (recv(fd, &at, sizeof(at), 0) != (ssize_t)sizeof(at))
        return NULL;
    return screen + at; // expect: CWE-466
}

char *cursor_checked(int fd)
{
    unsigned short at = 0;
    if (recv(fd, &at, sizeof(at), 0) != (ssize_t)sizeof(at) || at > sizeof(screen))
        return NULL;
    return screen + at;
}
