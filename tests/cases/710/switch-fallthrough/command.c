/* Commands of a small protocol. */
#include <stdlib.h>

struct peer {
    int authenticated;
    int mode;
    int closing;
};

int send_reply(struct peer *p, int code);
void drop(struct peer *p);

int handle(struct peer *p, int command, int argument)
{
    switch (command) {
    case 'A':
        p->authenticated = argument == 42;
        send_reply(p, 200);
    case 'M': // expect: CWE-484
        p->mode = argument;
        return send_reply(p, 201);
    case 'X':
        p->closing = 1;
        /* fall through */
    case 'Q':
        drop(p);
        return 0;
    case 'R':
        if (!p->authenticated) {
            send_reply(p, 401);
        } else {
            p->mode = 0;
        }
    default: // expect: CWE-484
        return send_reply(p, 500);
    }
}

int describe(int code, int *retry)
{
    int level = 0;
    switch (code) {
    case 1:
    case 2:
        level = 1;
        break;
    case 3: {
        *retry = 1;
        level = 2;
        break;
    }
    case 4:
        if (*retry)
            return 4;
        else
            return 5;
    case 5:
        abort();
    case 6:
        level = 6;
    case 7:
        break;
    default:
        level = -1;
    }
    return level;
}

unsigned tail(const unsigned char *p, int n)
{
    unsigned h = 0;
    switch (n) {
    case 3: h ^= (unsigned)p[2] << 16;
    case 2: h ^= (unsigned)p[1] << 8;
    case 1: h ^= p[0];
    }
    return h;
}

/* Of the same form, like the steps of a countdown, but the second value replaces the first. */
const char *command_name(int command)
{
    const char *name = "?";
    switch (command) {
    case 'A':
        name = "authenticate";
        break;
    case 'M':
        name = "mode";
    case 'X': // expect: CWE-484
        name = "exit";
    }
    return name;
}

void announce(const char *text);

void announce_level(int level)
{
    switch (level) {
    case 0:
        announce("none");
    case 1: // expect: CWE-484
        announce("low");
        break;
    case 2:
        announce("middle");
        break;
    default:
        announce("high");
        break;
    }
}

/* All steps from where the work was interrupted. */
void resume(int step)
{
    switch (step) {
    case 0:
        announce("fetch");
    case 1:
        announce("unpack");
    case 2:
        announce("install");
        break;
    default:
        announce("nothing to do");
        break;
    }
}

_Noreturn void leave(int code);

static void announce_and_leave(int level)
{
    announce(level ? "high" : "low");
    leave(level);
}

/* The second case does not come back from the call. */
void announce_last(int level)
{
    switch (level) {
    case 0:
        announce("low");
        break;
    case 1:
        announce_and_leave(level);
    case 2:
        announce("middle");
        break;
    default:
        announce("high");
        break;
    }
}
