/*
 * What the commands share: complaints, values of options, colours and writing to descriptors. See cli.h.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/cli.h"

static void complain(const char *text, const char *more)
{
    /* One write, so that messages of several processes do not mix; it may have bytes of file names in it. */
    Sb raw, b;
    sb_init(&raw);
    sb_init(&b);
    sb_addf(&raw, "stoa: %s%s", text, more);
    clean_add(&b, raw.s, raw.n, CLEAN_NEWLINES);
    sb_addc(&b, '\n');
    CliStream err = {.fd = STDERR_FILENO};
    cli_write(&err, b.s, b.n);
    sb_release(&raw);
    sb_release(&b);
}

int cli_complain(const char *fmt, ...)
{
    Sb b;
    sb_init(&b);
    va_list ap;
    va_start(ap, fmt);
    sb_vaddf(&b, fmt, ap);
    va_end(ap);
    complain(b.s, "");
    sb_release(&b);
    return EXIT_TROUBLE;
}

int cli_usage_error(CliCommandId command, const char *fmt, ...)
{
    Sb b, more;
    sb_init(&b);
    sb_init(&more);
    va_list ap;
    va_start(ap, fmt);
    sb_vaddf(&b, fmt, ap);
    va_end(ap);
    sb_addf(&more, "\nstoa: see 'stoa help %s'", cli_commands[command].name);
    complain(b.s, more.s);
    sb_release(&b);
    sb_release(&more);
    return EXIT_TROUBLE;
}

int cli_choice(const CliArgs *args, CliOptionId id, const char *const *words, u32 n, int otherwise)
{
    const char *value = cli_value(args, id, NULL);
    if (!value)
        return otherwise;
    for (u32 i = 0; i < n; i++)
        if (strcmp(words[i], value) == 0)
            return (int)i;
    Sb list;
    sb_init(&list);
    for (u32 i = 0; i < n; i++)
        sb_addf(&list, "%s%s", i == 0 ? "" : i + 1 == n ? " or " : ", ", words[i]);
    const char *similar = cli_similar(value, words, n);
    if (similar)
        cli_usage_error(args->command, "'--%s %s': it must be %s; did you mean '%s'?", cli_options[id].name,
                        value, list.s, similar);
    else
        cli_usage_error(args->command, "'--%s %s': it must be %s", cli_options[id].name, value, list.s);
    sb_release(&list);
    return -1;
}

int cli_number(const CliArgs *args, CliOptionId id, int least, int most)
{
    const char *value = cli_value(args, id, NULL);
    if (!value)
        return 0;
    char *end;
    errno = 0;
    long number = strtol(value, &end, 10);
    if (errno || end == value || *end || number < least || number > most) {
        cli_usage_error(args->command, "'--%s %s': it must be a number from %d to %d", cli_options[id].name,
                        value, least, most);
        return -1;
    }
    return (int)number;
}

int cli_jobs(const CliArgs *args)
{
    return cli_number(args, OPT_JOBS, 1, 1024);
}

bool cli_inputs(const CliArgs *args, CliInputs *out)
{
    *out = (CliInputs){0};
    arena_init(&out->arena);
    static const char *const languages[] = {"c", "c++"};
    int lang = cli_choice(args, OPT_LANG, languages, LENGTH(languages), 2);
    if (lang < 0)
        return false;
    for (u32 i = 0; i < args->settings.n; i++) {
        const CliSetting *s = &args->settings.at[i];
        const char *undefine;
        switch (s->id) {
        case OPT_EXCLUDE: vec_push(&out->exclude, s->value); break;
        case OPT_INCLUDE: vec_push(&out->include_dirs, s->value); break;
        case OPT_DEFINE: vec_push(&out->defines, s->value); break;
        case OPT_UNDEFINE:
            undefine = arena_printf(&out->arena, "-U%s", s->value);
            vec_push(&out->defines, undefine);
            break;
        default: break;
        }
    }
    for (u32 i = 0; i < out->defines.n; i++) {
        const char *name = out->defines.at[i];
        name += name[0] == '-' ? 2 : 0;
        bool good =
            (name[0] >= 'a' && name[0] <= 'z') || (name[0] >= 'A' && name[0] <= 'Z') || name[0] == '_';
        if (!good) {
            cli_usage_error(args->command, "'%s' is not the name of a macro", name);
            return false;
        }
    }
    if (cli_has(args, OPT_COMPILE_COMMANDS) && cli_has(args, OPT_NO_COMPILE_COMMANDS)) {
        cli_usage_error(args->command, "'--compile-commands' and '--no-compile-commands' exclude each other");
        return false;
    }
    out->options = (InputOptions){
        .compile_commands = cli_value(args, OPT_COMPILE_COMMANDS, NULL),
        .no_compile_commands = cli_has(args, OPT_NO_COMPILE_COMMANDS),
        .no_ignore = cli_has(args, OPT_NO_IGNORE),
        .skip_vendored = cli_has(args, OPT_SKIP_VENDORED),
        .exclude = out->exclude.at,
        .n_exclude = out->exclude.n,
        .stdin_lang = lang == 1 ? LANG_CXX : LANG_C,
        .stdin_lang_given = lang < 2,
        .defines = out->defines.at,
        .n_defines = out->defines.n,
        .include_dirs = out->include_dirs.at,
        .n_include_dirs = out->include_dirs.n,
    };
    return true;
}

void cli_inputs_release(CliInputs *in)
{
    vec_release(&in->exclude);
    vec_release(&in->defines);
    vec_release(&in->include_dirs);
    arena_release(&in->arena);
}

int cli_colour(const CliArgs *args, int fd)
{
    static const char *const when[] = {"auto", "always", "never"};
    int choice = cli_choice(args, OPT_COLOR, when, LENGTH(when), 0);
    if (choice)
        return choice < 0 ? -1 : choice == 1;
    const char *no_color = getenv("NO_COLOR"), *term = getenv("TERM");
    if ((no_color && *no_color) || !term || strcmp(term, "dumb") == 0)
        return 0;
    return isatty(fd);
}

bool cli_write(void *ctx, const char *bytes, size_t n)
{
    CliStream *stream = ctx;
    while (n) {
        ssize_t written = write(stream->fd, bytes, n);
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0) {
            stream->error = errno;
            return false;
        }
        bytes += written;
        n -= (size_t)written;
    }
    return true;
}

int cli_write_failed(const CliStream *stream, const char *where)
{
    if (stream->error == EPIPE)
        return EXIT_TROUBLE;
    return cli_complain("cannot write to %s: %s", where, strerror(stream->error));
}
