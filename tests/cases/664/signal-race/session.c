/* A session that a signal marks as ended. */
#include <signal.h>
#include <stdlib.h>

struct session {
    volatile sig_atomic_t ended;
    int fd;
};

static struct session *current;
static volatile sig_atomic_t ended;

static void on_end(int number)
{
    (void)number;
    if (current)
        current->ended = 1;
}

static void on_flag(int number)
{
    (void)number;
    ended = 1;
}

void session_run(void)
{
    signal(SIGTERM, on_end);
    if (current != NULL) {
        free(current); // expect: CWE-364
        current = NULL;
    }
}

void session_run_repaired(void)
{
    signal(SIGTERM, on_end);
    signal(SIGTERM, SIG_IGN);
    if (current != NULL) {
        free(current);
        current = NULL;
    }
    signal(SIGTERM, on_end);
}

void session_replace(struct session *s)
{
    signal(SIGHUP, on_end);
    free(current); // expect: CWE-364
    current = s;
}

void session_blocked(struct session *s, const sigset_t *all, sigset_t *old)
{
    signal(SIGHUP, on_end);
    sigprocmask(SIG_BLOCK, all, old);
    free(current);
    current = s;
    sigprocmask(SIG_SETMASK, old, NULL);
}

/* This handler touches no memory that is freed. */
void session_flagged(void)
{
    signal(SIGINT, on_flag);
    free(current);
    current = NULL;
}

void session_rounds(int n)
{
    signal(SIGUSR1, on_end);
    for (int i = 0; i < n; i++) {
        free(current); // expect: CWE-364
        current = calloc(1, sizeof *current);
    }
}

/* The handler comes when everything is in place. */
void session_first(void)
{
    free(current);
    current = calloc(1, sizeof *current);
    signal(SIGTERM, on_end);
}
