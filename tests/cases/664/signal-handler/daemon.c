/* A daemon that stops and reloads on signals. */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static volatile sig_atomic_t stop;
static char *config;

static void reload(void)
{
    free(config); // expect: CWE-479
    config = NULL;
}

static void on_hangup(int number)
{
    (void)number;
    reload();
}

static void on_interrupt(int number)
{
    printf("signal %d\n", number); // expect: CWE-479
    stop = 1;
}

static void on_terminate(int number)
{
    static const char text[] = "stopping\n";
    (void)number;
    stop = 1;
    if (write(STDERR_FILENO, text, sizeof text - 1) < 0)
        _exit(1);
}

int install(void)
{
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = on_terminate;
    if (sigaction(SIGTERM, &action, NULL) != 0)
        return -1;
    action.sa_handler = on_hangup;
    if (sigaction(SIGHUP, &action, NULL) != 0)
        return -1;
    return signal(SIGINT, on_interrupt) == SIG_ERR ? -1 : 0;
}

/* Not a handler: may print. */
void report(int number)
{
    printf("got %d, %d\n", number, (int)stop);
}

/* Copies of memory and strings are safe since POSIX.1-2016. */
static char name_now[32], name_next[32];

static void on_rename(int number)
{
    (void)number;
    memcpy(name_now, name_next, sizeof name_now);
    strcpy(name_next, "");
}

int install_rename(void)
{
    return signal(SIGUSR1, on_rename) == SIG_ERR ? -1 : 0;
}
