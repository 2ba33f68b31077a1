/*
 * A file that is put in place as a whole: written beside it under another name, then renamed. What is no regular
 * file (a terminal, a pipe) is written to directly. Used by cli/review.c.
 */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/cli.h"

/* The file to remove when a signal ends the process before it has its place; at most one is open at a time. */
static char *volatile unfinished;

static void on_signal(int number)
{
    if (unfinished)
        unlink(unfinished);
    signal(number, SIG_DFL);
    raise(number);
}

static void watch_signals(void)
{
    static const int endings[] = {SIGHUP, SIGINT, SIGTERM};
    struct sigaction action = {.sa_handler = on_signal};
    sigemptyset(&action.sa_mask);
    for (u32 i = 0; i < LENGTH(endings); i++) {
        struct sigaction before;
        if (sigaction(endings[i], NULL, &before) == 0 && before.sa_handler == SIG_DFL)
            sigaction(endings[i], &action, NULL);
    }
}

bool cli_file_open(CliFile *f, const char *path)
{
    *f = (CliFile){.path = path, .stream.fd = -1};
    struct stat st;
    /* stoa: allow CWE-367 because the path is the user's own argument, opened with the user's own rights */
    bool exists = stat(path, &st) == 0;
    if (exists && S_ISDIR(st.st_mode)) {
        cli_complain("cannot write to '%s': it is a folder; name a file in it", path);
        return false;
    }
    if (exists && !S_ISREG(st.st_mode)) {
        f->stream.fd = open(path, O_WRONLY | O_CLOEXEC);
    } else {
        f->real = exists ? realpath(path, NULL) : NULL;
        Sb b;
        sb_init(&b);
        sb_addf(&b, "%s.XXXXXX", f->real ? f->real : path);
        f->temporary = sb_detach(&b);
        f->stream.fd = mkostemp(f->temporary, O_CLOEXEC);
        if (f->stream.fd >= 0) {
            unfinished = f->temporary;
            watch_signals();
            mode_t mask = umask(0);
            umask(mask);
            /* Permissions as if the file were opened in place. */
            if (fchmod(f->stream.fd, exists ? st.st_mode & 07777 : 0666 & ~mask) != 0) {
                int error = errno;
                close(f->stream.fd);
                unlink(f->temporary);
                unfinished = NULL;
                f->stream.fd = -1;
                errno = error;
            }
        }
    }
    if (f->stream.fd >= 0)
        return true;
    cli_complain("cannot write to '%s': %s", path, strerror(errno));
    mem_free(f->temporary);
    free(f->real); /* from realpath */
    return false;
}

int cli_file_close(CliFile *f, bool written)
{
    int status = EXIT_CLEAN;
    if (f->stream.fd >= 0 && close(f->stream.fd) != 0 && written) {
        f->stream.error = errno;
        written = false;
    }
    if (f->stream.fd >= 0 && f->temporary) {
        if (written && rename(f->temporary, f->real ? f->real : f->path) != 0) {
            f->stream.error = errno;
            written = false;
        }
        if (!written)
            unlink(f->temporary);
        unfinished = NULL;
    }
    if (f->stream.fd >= 0 && !written) {
        Sb where;
        sb_init(&where);
        sb_addf(&where, "'%s'", f->path);
        status = cli_write_failed(&f->stream, where.s);
        sb_release(&where);
    }
    mem_free(f->temporary);
    free(f->real); /* from realpath */
    return status;
}
