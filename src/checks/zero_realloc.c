/*
 * CWE-439: realloc to a size of 0. Some systems free the block and return null, some return a new block, and since C23 it is undefined;
 * so what a program does on such a size changes with the library that it is built with. Sites are calls of realloc and reallocarray.
 */
#include <string.h>

#include "checks/util_event.h"
#include "checks/util_family.h"

/* The factor that makes the product 0, or the number itself; sums with a constant are 0 only when they overflow, which is another
 * check's question. */
static Val deciding(const Event *ev, Val v)
{
    const Values *vs = &ev->run->values;
    for (;;) {
        const ValNode *n = val_node(vs, v);
        i64 k;
        if (n->kind == VK_CAST && val_type(vs, n->a).width && val_type(vs, n->a).width <= n->type.width)
            v = n->a;
        else if (n->kind == VK_BINOP && n->op == BIN_MUL && val_const(vs, n->b, &k) && k > 0)
            v = n->a;
        else if (n->kind == VK_BINOP && n->op == BIN_MUL && val_const(vs, n->a, &k) && k > 0)
            v = n->b;
        else
            return n->kind == VK_BINOP ? VAL_NONE : v;
    }
}

static void on_event(CheckCtx *c, const Event *ev)
{
    const IrCall *call = ev->call.call;
    const char *name = call->name ? sym_str(call->name) : "";
    u32 n = strcmp(name, "realloc") == 0 ? 2 : strcmp(name, "reallocarray") == 0 ? 3 : 0;
    if (!n || call->n_args != n || call->receiver || !ev->call.args[0])
        return;
    if (val_is_null(&ev->run->values, ev->call.args[0]))
        return watch_safe(c, ev); /* makes a block of nothing, which is harmless */
    for (u32 i = 1; i < n; i++) {
        Val v = ev->call.args[i];
        VType t = v ? val_type(&ev->run->values, v) : (VType){0};
        i64 k;
        if (!t.width || t.ptr)
            return watch_undecided(c, ev, WHY_VALUE);
        bool constant = val_const(&ev->run->values, v, &k);
        Val decides = constant ? v : deciding(ev, v);
        if (!decides) {
            if (st_test(ev->run, ev->state,
                        val_cmp(&ev->run->values, BIN_EQ, v, val_int(&ev->run->values, t, 0))) != 0)
                watch_undecided(c, ev, WHY_VALUE);
            else
                watch_safe(c, ev);
            continue;
        }
        VType dt = val_type(&ev->run->values, decides);
        Question q = eng_ask(ev->run, ev->state,
                             val_cmp(&ev->run->values, BIN_EQ, decides, val_int(&ev->run->values, dt, 0)));
        q = util_event_outside(ev, &q, decides, decides);
        Finding *f = watch_answer(c, ev, &q, watch_code(c, ev, call->arg_nodes[i]), util_callee(call),
                                  constant ? "is" : "may be");
        if (f && !constant)
            finding_severity(f, SEV_MEDIUM);
    }
}

static const u8 events[] = {EV_CALL, EV_NONE};
static const char *const references[] = {"ISO C23, 7.24.3.7", "CERT C MEM04-C", NULL};

const CheckInfo check_zero_realloc = {
    .id = "zero-realloc",
    .cwe = 439,
    .related = {415, 758, 474},
    .severity = SEV_LOW,
    .confidence = CONF_HIGH,
    .title = "A block is resized to nothing, which systems do differently",
    .sites = "calls that resize a block",
    .message = "`{1}` gets a size that {2} 0 (`{0}`), and what it does then depends on the system.",
    .reason =
        "With glibc the block is freed and the result is null, which the program takes for a failure that has left the block as it was: it is used or freed once more. Other systems return a new block, and for C23 the call is undefined. The program changes its behaviour with the library below it.",
    .repair =
        "Handle a size of 0 before: free the block and set the pointer to null, or ask for at least one byte.",
    .references = references,
    .events = events,
    .on_event = on_event,
};
