/*
 * memset and its kin clearing a secret that nobody reads afterwards: the store is dead, so optimisers remove it. Sites are
 * the wipes of objects that hold a secret: by a contract (SECRET, CREDENTIAL) or by name.
 */
#include "checks/check.h"

#include "checks/util_ir.h"
#include "checks/util_names.h"

/* What is worth wiping: secrets, and in this place also the short names that crypto code has for them. */
static bool worth_wiping(const char *name)
{
    return util_secret_name(name) != SECRET_NO ||
           util_name_has_any(
               name,
               "password passwd passphrase pass pw pwd key keys secret secrets priv private plaintext seed ikm prk "
               "shared premaster master keybuf passbuf pwbuf credential credentials cleartext pin");
}

/* A call gave the variable a secret, or took one from it. */
static bool holds_secret(CheckCtx *c, const IrVar *v)
{
    const IrFunction *f = c->function;
    if (v->name && worth_wiping(sym_str(v->name)))
        return true;
    const Record *r =
        type_kind(&c->ir->types, v->type) == TY_RECORD ? type_record(util_types(c), v->type) : NULL;
    for (u32 i = 0; r && i < r->n_fields; i++)
        if (util_secret_sym(r->fields[i].name) != SECRET_NO)
            return true;
    for (u32 b = 0; b < f->n_blocks; b++)
        for (const IrInst *i = f->blocks[b]->first; i; i = i->next) {
            if (i->op != II_CALL || i->call->n_args == 0)
                continue;
            const Contract *k = check_contract(c, i->call);
            if (!contract_has(k, CA_SECRET) && !contract_has(k, CA_CREDENTIAL))
                continue;
            for (u32 a = 0; a < i->call->n_args; a++)
                if (util_pointee_root(f, i->call->args[a]) == v &&
                    (contract_about(c->contracts, k, CA_SECRET, (i32)a) ||
                     contract_about(c->contracts, k, CA_CREDENTIAL, (i32)a)))
                    return true;
        }
    return false;
}

typedef enum After { AFTER_NOTHING, AFTER_FREED, AFTER_USED, AFTER_BARRIER, AFTER_UNKNOWN } After;

/* Could code outside of the function have kept the variable's address? */
static bool address_kept(CheckCtx *c, const IrVar *v)
{
    const IrFunction *f = c->function;
    for (u32 b = 0; b < f->n_blocks; b++)
        for (const IrInst *i = f->blocks[b]->first; i; i = i->next) {
            if (i->op == II_STORE && util_mentions(i->value, v))
                return true;
            if (i->op == II_CALL && !check_contract(c, i->call) && util_inst_mentions(i, v))
                return true;
        }
    return false;
}

/* What happens to the variable behind the wipe, on any way. */
static After what_follows(CheckCtx *c, const IrInst *wipe, const IrVar *v, bool heap)
{
    const IrFunction *f = c->function;
    After worst = AFTER_NOTHING;
    bool kept = !heap && address_kept(c, v);
    const u8 *later = util_blocks_after(c, wipe);
    BlockId own = util_block_of(f, wipe)->id;
    for (u32 b = 0; b < f->n_blocks; b++)
        for (const IrInst *i = f->blocks[b]->first; i; i = i->next) {
            if (i == wipe || i->op == II_SCOPE_BEGIN || i->op == II_SCOPE_END)
                continue;
            bool mentions = util_inst_mentions(i, v);
            bool assembly = (i->op == II_CALL && i->call->kind == IC_BUILTIN) || i->op == II_UNKNOWN;
            bool call = i->op == II_CALL && !check_contract(c, i->call);
            if ((!mentions && !assembly && !(call && kept)) || !(later[b] || (b == own && i->id > wipe->id)))
                continue;
            After now = AFTER_USED;
            if (!mentions && assembly) {
                now = AFTER_BARRIER;
            } else if (!mentions) {
                now = AFTER_UNKNOWN;
            } else if (heap && i->op == II_LOAD) {
                now = AFTER_NOTHING; /* reads the pointer; what is done with it is the use */
                for (const IrInst *use = i->next; use; use = use->next)
                    if (use->op != II_CALL || !contract_has(check_contract(c, use->call), CA_FREES)) {
                        now = use->op == II_CALL ? AFTER_USED : now;
                    } else {
                        now = AFTER_FREED;
                        break;
                    }
            } else if (heap && i->op == II_STORE && i->place->kind == IE_VAR) {
                now = AFTER_NOTHING; /* the pointer itself is overwritten */
            }
            worst = now > worst ? now : worst;
        }
    return worst;
}

static void on_call(CheckCtx *c, const CheckCall *call)
{
    u32 n = 0;
    const ContractFact *fact = contract_next(c->contracts, call->contract, CA_FILLS, &n);
    if (!fact)
        fact = contract_about(c->contracts, call->contract, CA_WIPES, 0);
    const IrExp *area = fact ? util_call_arg(call->call, fact->target[0].arg) : NULL;
    if (!area || !c->function || util_too_large(c))
        return;
    IrVar *v = util_pointee_root(c->function, area);
    if (!v || (v->kind != IV_LOCAL && v->kind != IV_PARAM) || !holds_secret(c, v))
        return;
    bool heap = type_is_pointer(&c->ir->types, v->type);
    if (!heap && v->kind == IV_PARAM)
        return;
    if (contract_has(call->contract, CA_WIPES)) {
        check_safe(check_site_inst(c, call->inst));
        return;
    }
    After after = what_follows(c, call->inst, v, heap);
    if (after == AFTER_USED || (heap && after != AFTER_FREED))
        return; /* no wipe but an initialisation, or memory that others still see */
    Site site = check_site_inst(c, call->inst);
    if (after == AFTER_BARRIER || v->flags & IVF_VOLATILE) {
        check_safe(site);
        return;
    }
    if (after == AFTER_UNKNOWN) {
        check_undecided(site, UNDECIDED_ESCAPES);
        return;
    }
    const char *size = util_arg_code(c, call->call, (i32)call->call->n_args - 1);
    Finding *f = check_violated(
        site, check_code(c, call->inst->node), sym_str(v->name),
        heap ? "the memory is freed" : "it goes out of scope",
        check_text(c, "explicit_bzero(%s, %s)", util_arg_code(c, call->call, fact->target[0].arg), size));
    if (v->node)
        finding_related(f, check_place(c, v->node), "`%s` is declared here", sym_str(v->name));
}

static const u8 attrs[] = {CA_FILLS, CA_WIPES, CA_NONE};
static const char *const references[] = {"CERT C MSC06-C", "ISO/IEC 9899:2024, 7.26.6.2 memset_explicit",
                                         NULL};

const CheckInfo check_wipe_removed = {
    .id = "wipe-removed",
    .cwe = 14,
    .related = {733, 226},
    .severity = SEV_MEDIUM,
    .confidence = CONF_HIGH,
    .title = "Wipe of a secret that the compiler may remove",
    .sites = "wipes of memory that holds a secret",
    .message = "`{0}` is the last use of `{1}` before {2}, so an optimising compiler may leave it out.",
    .reason =
        "Nothing reads what it writes, which makes it a dead store; gcc and clang remove those at -O2. The secret then stays in "
        "memory, where a later overflow, a core dump or a swapped page shows it.",
    .repair =
        "Write `{3}`, or `memset_explicit`, `OPENSSL_cleanse` or `sodium_memzero`, whose writes the compiler has to keep.",
    .references = references,
    .attrs = attrs,
    .on_call = on_call,
};
