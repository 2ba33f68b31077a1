/*
 * Modes given to new or existing files, and the process's mask of permissions: may everybody write? The conditions stand
 * in the contracts of the calls (misuse facts for CWE-732). Files that by their name hold a secret must not be readable
 * by everybody either.
 */
#include "checks/check.h"

#include <string.h>

#include "checks/util_ir.h"
#include "checks/util_literal.h"
#include "checks/util_names.h"
#include "base/str.h"

static const u16 cwes[] = {732, 276, 277, 278, 279, 0};

enum { MODE_OTHERS_READ = 04, O_CREAT_BIT = 0100 };

/* Position of the mode among the arguments, and of the path (-1: a descriptor). */
static const struct {
    const char *name;
    i8 path, mode, flags;
} openers[] = {
    {"open", 0, 2, 1},   {"open64", 0, 2, 1}, {"openat", 1, 3, 2},
    {"creat", 0, 1, -1}, {"chmod", 0, 1, -1}, {"mkfifo", 0, 1, -1},
};

static bool holds_secret(const char *path)
{
    const char *base = strrchr(path, '/');
    base = base ? base + 1 : path;
    static const char *const ends[] = {".key", "_rsa", "_ed25519", "_ecdsa",
                                       ".pfx", ".p12", ".keytab",  "shadow"};
    for (u32 i = 0; i < LENGTH(ends); i++)
        if (str_ends(base, ends[i]))
            return true;
    return util_secret_name(base) != SECRET_NO;
}

/* Is the mode taken together with the process's mask, which usually keeps others from writing? */
static bool is_masked(const IrCall *call)
{
    static const char *const names[] = {"open",     "open64",   "openat", "creat",    "creat64",
                                        "mkdir",    "mkdirat",  "mkfifo", "mkfifoat", "mknod",
                                        "shm_open", "sem_open", "mq_open"};
    for (u32 i = 0; i < LENGTH(names); i++)
        if (strcmp(sym_str(call->name), names[i]) == 0)
            return true;
    return false;
}

/* The mode lets everybody read a file whose name says that it holds a secret. */
static const char *readable_secret(CheckCtx *c, const IrCall *call, const char **mode)
{
    for (u32 i = 0; i < LENGTH(openers); i++) {
        if (strcmp(sym_str(call->name), openers[i].name) != 0)
            continue;
        const IrExp *path = util_call_arg(call, openers[i].path), *m = util_call_arg(call, openers[i].mode);
        i64 bits, flags;
        UtilLiteral text;
        if (!path || !m || !util_int(c, m, &bits) || !(bits & MODE_OTHERS_READ))
            return NULL;
        if (openers[i].flags >= 0 &&
            (!util_int(c, call->args[openers[i].flags], &flags) || !(flags & O_CREAT_BIT)))
            return NULL;
        if (!util_literal(c, path, &text) || !text.bytes || !holds_secret(text.bytes))
            return NULL;
        *mode = util_arg_code(c, call, openers[i].mode);
        return text.bytes;
    }
    return NULL;
}

static void on_call(CheckCtx *c, const CheckCall *call)
{
    const ContractFact *fact;
    UtilMisuse m = util_misuse(c, call, cwes, &fact);
    if (m == MISUSE_NONE)
        return;
    Site site = check_site_inst(c, call->inst);
    bool mask = strcmp(sym_str(call->call->name), "umask") == 0;
    if (m == MISUSE_SHOWN && mask && !(call->inst->flags & IIF_DISCARDED))
        m = MISUSE_SAFE; /* asks for the mask, which it can only do by setting it */
    if (m == MISUSE_SHOWN) {
        Finding *f = check_violated(site, check_code(c, call->inst->node), sym_str(fact->text[0]),
                                    sym_str(fact->text[1]));
        if (mask || is_masked(call->call))
            finding_severity(f, SEV_NOTE);
        return;
    }
    const char *mode, *secret = readable_secret(c, call->call, &mode);
    if (secret)
        finding_message(check_violated(site, check_code(c, call->inst->node), NULL,
                                       "mode 0600, so that only the owner can read it"),
                        "`%s` lets everybody read `%s`, which by its name holds a secret.", mode, secret);
    else if (m == MISUSE_SAFE)
        check_safe(site);
    else
        check_undecided(site, UNDECIDED_VALUE);
}

static const u8 attrs[] = {CA_MISUSE, CA_NONE};
static const char *const references[] = {"CERT C FIO06-C", "CERT C FIO15-C", NULL};

const CheckInfo check_file_permissions = {
    .id = "file-permissions",
    .cwe = 732,
    .related = {276},
    .severity = SEV_MEDIUM,
    .confidence = CONF_HIGH,
    .title = "File permissions let everybody in",
    .sites = "calls that set permissions of files, folders or the process's mask",
    .message = "`{0}` gives permissions to everybody: {1}.",
    .reason =
        "Every account of the machine, a compromised service among them, can then read or replace what the program relies on: "
        "its configuration, its data, or a script that it runs later with more rights.",
    .repair = "Give the least that is needed: {2}.",
    .references = references,
    .attrs = attrs,
    .on_call = on_call,
};
