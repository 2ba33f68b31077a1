/*
 * The interface of checks (check_): the descriptor that each src/checks/<id>.c defines, the callbacks it may have, and
 * the functions by which it declares sites and gives verdicts. One walk over each unit serves all checks
 * (checks/walk.c). A check never prints, keeps no mutable state of its own and never walks the program by itself.
 *
 *     static void on_node(CheckCtx *c, NodeId n)
 *     {
 *         Site site = check_site(c, n);
 *         if (!is_bad(c, n))
 *             check_safe(site);
 *         else
 *             finding_related(check_violated(site, check_code(c, n)), check_place(c, decl), "declared here");
 *     }
 *
 *     static const u8 nodes[] = {N_SIZEOF_EXPR, N_NONE};
 *     const CheckInfo check_sizeof_pointer = {.id = "sizeof-pointer", .cwe = 467, ..., .nodes = nodes, .on_node = on_node};
 *
 * and one line in src/checks/list.h: CHECK(sizeof_pointer).
 */
#ifndef CHECKS_CHECK_H
#define CHECKS_CHECK_H

#include "checks/finding.h"
#include "checks/ledger.h"
#include "contract/contract.h"
#include "ir/ir.h"
#include "ir/passes.h"
#include "syntax/project.h"

typedef struct CheckCtx CheckCtx;
struct Event; /* engine/event.h */

/* One call instruction, for on_call. */
typedef struct CheckCall {
    const IrBlock *block;
    const IrInst *inst; /* II_CALL */
    const IrCall *call; /* inst->call */
    const Contract *
        contract; /* of the callee: by what it resolved to, else by name and class, else by the macro's name; or NULL */
} CheckCall;

/*
 * The descriptor. The texts `message`, `reason` and `repair` are templates: {0} to {7} are the arguments of check_violated,
 * {function} is the enclosing function's name, {{ is a brace. Whole English sentences; code between `backquotes`.
 */
typedef struct CheckInfo {
    const char *id;    /* kebab-case; the file's name with '-' for '_': "cert-verify-off" */
    u16 cwe;           /* the weakness; its pillar comes from cwe/ */
    u16 related[4];    /* other weaknesses that the same finding shows; 0 ends */
    Severity severity; /* of its findings unless finding_severity says otherwise */
    Confidence confidence;
    const char *title;   /* one line without a full stop: "Certificate verification is switched off" */
    const char *sites;   /* what a site is, a plural noun phrase: "calls that set certificate verification" */
    const char *message; /* one sentence about this finding: "`{0}` switches certificate verification off." */
    const char *reason;  /* why that is a weakness and what an attacker or an accident makes of it */
    const char *repair;  /* what to write instead */
    const char *const *references; /* NULL-terminated, or NULL: standards, manuals; "CERT C MEM33-C", URLs */

    /* Interests. A callback that is NULL is not called; lists say which occurrences are wanted. */
    const u8 *nodes; /* NodeKinds for on_node, ended by N_NONE */
    /* For on_call: "SSL_CTX_set_verify" (last component, or the macro's name), or with its class or namespace
     * "QSslSocket::setPeerVerifyMode"; * and ? as in file patterns; NULL-terminated. */
    const char *const *callees;
    /* For on_call: calls whose contract has one of these CA_s, ended by CA_NONE; adds to callees. With neither, every
     * call. */
    const u8 *attrs;
    bool c_only, cxx_only; /* restrict all callbacks to units of one language */

    void (*on_unit)(CheckCtx *c);           /* before all others of the unit */
    void (*on_node)(CheckCtx *c, NodeId n); /* in source order, parents first */
    /* Functions with a body, lambdas too; without initialisers. */
    void (*on_function)(CheckCtx *c, const IrFunction *f);
    void (*on_call)(CheckCtx *c, const CheckCall *call); /* in functions and in initialisers of globals */
    void (*on_global)(CheckCtx *c, const IrGlobal *g);   /* objects (no functions) that this unit defines */
    void (*on_unit_end)(CheckCtx *c);
    /* What the engine saw while it executed the functions of the unit, after all callbacks above but on_unit_end; verdicts are given
     * through checks/watch.h. EventKinds, ended by EV_NONE. */
    const u8 *events;
    void (*on_event)(CheckCtx *c, const struct Event *ev);
    /* Checks that share one on_event, because what an event shows decides to which of them it belongs: numbers, this one's
     * among them. The first that is selected in this review gets the events for all, and gives each verdict as the check
     * concerned (util_as). NULL: it is alone. */
    const u16 *family;
    /* Once, after all units, by one thread: check_unit_data_of gives what the units left. No unit is current; give
     * sites by check_site_at, or enter a unit with check_enter_unit first. */
    void (*on_project_end)(CheckCtx *c);
} CheckInfo;

/* ---- the registry: list.h in its order, which no output depends on ---- */

u32 check_count(void);
const CheckInfo *check_info(u32 index);
/* Index of a check by id, or -1. */
int check_find(const char *id);

/* ---- what a callback sees ---- */

struct CheckCtx {
    Project *project;
    const ContractDb *contracts;
    Unit *unit;                 /* current unit; its Presence and Arena may be used, its tree is read-only */
    const IrUnit *ir;           /* lowered current unit; NULL in on_project_end */
    const IrFunction *function; /* in on_function and on_call; in on_global the initialiser */
    const CheckInfo *info;      /* the check whose callback runs */
    u32 check;                  /* its index */
    Arena *scratch;             /* emptied after each callback */
    struct CheckRun *run;       /* the driver's own (checks/run.h), not for checks */
    struct CheckUnit *state;    /* likewise */
};

/* Passes over c->function (in on_function and on_call), made at the first request and shared by all checks. */
const Cfg *check_cfg(CheckCtx *c);
const Dom *check_dom(CheckCtx *c);
const Dom *check_postdom(CheckCtx *c);
const Loops *check_loops(CheckCtx *c);
const Live *check_live(CheckCtx *c);
const Reach *check_reach(CheckCtx *c);

/* In on_node: the k-th ancestor of the visited node (0: its parent), or 0 above the root. */
NodeId check_ancestor(const CheckCtx *c, u32 k);
/* Source text of a node as the user wrote it, on one line and shortened; lives as long as the review. */
const char *check_code(CheckCtx *c, NodeId n);
const char *check_code_tokens(CheckCtx *c, u32 begin, u32 end);
/* Place of a node, of unit tokens [begin, end), of one unit token: where the user wrote them. */
Place check_place(CheckCtx *c, NodeId n);
Place check_place_tokens(CheckCtx *c, u32 begin, u32 end);
Place check_place_token(CheckCtx *c, u32 tok);
Place check_place_inst(CheckCtx *c, const IrInst *i);
/* Contract of a callee as in CheckCall. */
const Contract *check_contract(CheckCtx *c, const IrCall *call);
/* Qualified name of the function whose definition holds the unit token, or NULL. */
const char *check_function_name(CheckCtx *c, u32 tok);
/* String that lives as long as the review, for slots and texts. */
const char *check_text(CheckCtx *c, const char *fmt, ...) PRINTF_LIKE(2, 3);

/* Zeroed memory of the current check for the current unit (the first call fixes its size), and that of any unit
 * in on_project_end (NULL if the unit made none). Lives as long as the review. */
void *check_unit_data(CheckCtx *c, size_t size);
void *check_unit_data_of(CheckCtx *c, u32 unit);
Arena *check_arena(CheckCtx *c); /* of the review: for what unit data points to */
/* on_project_end only: makes a unit current, so that nodes and tokens of it can be sites. Its IR is gone by then. */
void check_enter_unit(CheckCtx *c, u32 unit);

/* ---- sites and verdicts ---- */

typedef struct Site {
    CheckCtx *ctx;
    u32 begin, end; /* unit tokens, or 0, 0 when `at` was given */
    u32 tok;        /* the token that stands for it */
    Place at;       /* where the user wrote it; only `loc` is filled in until a finding needs more */
} Site;

/* A site at a node, at unit tokens [begin, end) of which `tok` is the one to point at, or at a place. Costs next to nothing; it is
 * counted when it gets its one verdict. */
Site check_site(CheckCtx *c, NodeId n);
Site check_site_tokens(CheckCtx *c, u32 begin, u32 end, u32 tok);
Site check_site_inst(CheckCtx *c,
                     const IrInst *i); /* its node; what lowering made without one points to the function */
Site check_site_at(CheckCtx *c, Place at);

void check_safe(Site s);
void check_undecided(Site s, Undecided why);
/* The slots are strings (NULL shows as nothing); at most 8. Never returns NULL. */
#define CHECK_SLOTS 8
#define check_violated(site, ...) \
    check_violated_((site), (const char *const[CHECK_SLOTS + 1]){NULL, ##__VA_ARGS__})
Finding *check_violated_(Site s, const char *const slots[CHECK_SLOTS + 1]);

#endif
