/* Numbers of sessions and dice. */
#include <stdio.h>
#include <stdlib.h>
#include <sys/random.h>

struct session {
    char session_id[33];
    unsigned long csrf_token;
};

void session_new(struct session *s)
{
    static const char digits[] = "0123456789abcdef";
    for (int i = 0; i < 32; i++)
        s->session_id[i] = digits[rand() % 16]; // expect: CWE-338
    s->session_id[32] = 0;
}

void session_token(struct session *s)
{
    unsigned long high = (unsigned long)random(); // expect: CWE-338
    s->csrf_token = high << 32;
}

int session_token_repaired(struct session *s)
{
    if (getrandom(&s->csrf_token, sizeof s->csrf_token, 0) != (ssize_t)sizeof s->csrf_token)
        return -1;
    return 0;
}

int roll_dice(void)
{
    return rand() % 6 + 1;
}
