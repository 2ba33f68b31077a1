/*
 * umask() given a mode as chmod() takes it: a mask names what is taken away, so 0644 leaves new files writable for all.
 */
#include "checks/check.h"

#include "checks/util_ir.h"

static void on_call(CheckCtx *c, const CheckCall *call)
{
    i64 mask;
    if (call->call->n_args != 1)
        return;
    Site site = check_site_inst(c, call->inst);
    if (!(call->inst->flags & IIF_DISCARDED)) {
        check_safe(site); /* asks for the mask and puts it back */
        return;
    }
    if (!util_int(c, call->call->args[0], &mask)) {
        check_undecided(site, UNDECIDED_VALUE);
        return;
    }
    /* The owner's rights taken away and everybody's given: nobody means that. 0777 (nothing for anybody) is meant. */
    bool owner_loses = (mask & 0600) == 0600, others_keep = (mask & 07) != 07;
    if (owner_loses && others_keep)
        check_violated(site, check_code(c, call->inst->node), util_arg_code(c, call->call, 0),
                       check_text(c, "umask(%04o)", (unsigned)(0777 & ~mask) | 022));
    else
        check_safe(site);
}

static const char *const callees[] = {"umask", NULL};
static const char *const references[] = {"POSIX.1-2017, umask", NULL};

const CheckInfo check_umask_as_mode = {
    .id = "umask-as-mode",
    .cwe = 560,
    .related = {732},
    .severity = SEV_MEDIUM,
    .confidence = CONF_HIGH,
    .title = "umask is given a mode instead of a mask",
    .sites = "calls of umask",
    .message =
        "`{0}` takes the owner's rights away and leaves everybody theirs: `{1}` is a mode as chmod takes it, not a mask.",
    .reason =
        "umask names the permissions that new files do not get. With a mode in its place the owner is locked out of new files, "
        "and all others may read or write them.",
    .repair = "Name what must not be given: `{2}`.",
    .references = references,
    .callees = callees,
    .on_call = on_call,
};
