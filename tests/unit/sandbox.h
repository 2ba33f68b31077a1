/*
 * A folder of its own for each unit test, which becomes the working directory, and short words for making files in it.
 * Included by tests of the room source/, after cmocka.h.
 */
#ifndef UNIT_SANDBOX_H
#define UNIT_SANDBOX_H

#include <errno.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/diag.h"

typedef struct Sandbox {
    char path[512];
    Diags diags;
} Sandbox;

static inline int sandbox_remove(const char *path, const struct stat *st, int type, struct FTW *ftw)
{
    (void)st;
    (void)ftw;
    if (type == FTW_D || type == FTW_DNR)
        chmod(path, 0700);
    return remove(path);
}

static inline int sandbox_enter(void **state)
{
    Sandbox *s = calloc(1, sizeof *s);
    const char *base = getenv("TMPDIR");
    snprintf(s->path, sizeof s->path, "%s/stoa-test-XXXXXX", base ? base : "/tmp");
    if (!mkdtemp(s->path) || chdir(s->path) != 0)
        return -1;
    /* The system's temporary folder may itself be behind a symbolic link. */
    if (!getcwd(s->path, sizeof s->path))
        return -1;
    diags_init(&s->diags);
    *state = s;
    return 0;
}

static inline int sandbox_leave(void **state)
{
    Sandbox *s = *state;
    diags_release(&s->diags);
    int failed = chdir("/") != 0 || nftw(s->path, sandbox_remove, 16, FTW_DEPTH | FTW_PHYS) != 0;
    free(s);
    return failed;
}

static inline void make_parents(const char *path)
{
    char part[4096];
    for (size_t i = 1; path[i] && i < sizeof part; i++)
        if (path[i] == '/') {
            memcpy(part, path, i);
            part[i] = 0;
            assert_true(mkdir(part, 0755) == 0 || errno == EEXIST);
        }
}

static inline void put_bytes(const char *path, const char *bytes, size_t n)
{
    make_parents(path);
    FILE *f = fopen(path, "wb");
    assert_non_null(f);
    assert_int_equal(fwrite(bytes, 1, n, f), n);
    assert_int_equal(fclose(f), 0);
}

static inline void put(const char *path, const char *text)
{
    put_bytes(path, text, strlen(text));
}

/* Is there a message of this level whose text contains all of `words` (separated by '|')? */
static inline bool says(const Diags *d, DiagLevel level, const char *words)
{
    for (u32 i = 0; i < d->n; i++) {
        if (d->at[i].level != level)
            continue;
        char copy[1024];
        snprintf(copy, sizeof copy, "%s", words);
        bool all = true;
        char *rest = copy;
        for (char *word; (word = strsep(&rest, "|"));)
            all &= strstr(d->at[i].text, word) != NULL;
        if (all)
            return true;
    }
    return false;
}

/* For the reader of a failing test. */
static inline void show(const Diags *d)
{
    for (u32 i = 0; i < d->n; i++)
        print_message("[%d] %s:%u: %s\n", d->at[i].level, d->at[i].file ? d->at[i].file : "-", d->at[i].line,
                      d->at[i].text);
}

static inline void check_says(const Diags *d, DiagLevel level, const char *words)
{
    if (!says(d, level, words)) {
        show(d);
        fail_msg("no message of level %d says \"%s\"", level, words);
    }
}

static inline void check_silent(const Diags *d)
{
    if (d->n) {
        show(d);
        fail_msg("%u messages where none was expected", d->n);
    }
}

#define sandboxed(test) cmocka_unit_test_setup_teardown(test, sandbox_enter, sandbox_leave)

#endif
