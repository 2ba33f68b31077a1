/*
 * Values, truth and text of the expressions in contracts. Pure functions over the database.
 */
#include <strings.h>

#include "base/str.h"
#include "contract/contract_priv.h"

typedef struct Eval {
    const ContractDb *db;
    ContractValueOf *value_of;
    void *ctx;
} Eval;

static bool eval(const Eval *v, ContractExprId id, i64 *out);

/* Comparison of an argument with a named constant or a text, where the caller may know the name or the characters
 * rather than a number. -1: not known. */
static int equal_named(const Eval *v, const ContractExpr *x, const ContractExpr *named)
{
    ContractValue a = {0};
    if (x->op != CE_TARGET || !v->value_of(v->ctx, CE_TARGET, x->target, &a))
        return -1;
    if (named->op == CE_TEXT)
        return a.text ? strcasecmp(a.text, sym_str(named->sym)) == 0 : -1;
    if (a.constant && a.constant == named->sym)
        return 1;
    if (a.known && named->known)
        return a.value == named->value;
    return a.constant ? 0 : -1; /* another enumerator's name */
}

static int truth(const Eval *v, ContractExprId id)
{
    const ContractExpr *e = contract_expr(v->db, id);
    if (!e)
        return -1;
    i64 a, b;
    int x, y;
    switch (e->op) {
    case CE_LAND:
    case CE_LOR:
        x = truth(v, e->a);
        y = truth(v, e->b);
        if (e->op == CE_LAND)
            return x == 0 || y == 0 ? 0 : x == 1 && y == 1 ? 1 : -1;
        return x == 1 || y == 1 ? 1 : x == 0 && y == 0 ? 0 : -1;
    case CE_NOT: x = truth(v, e->a); return x < 0 ? -1 : !x;
    case CE_EQ:
    case CE_NE: {
        const ContractExpr *l = contract_expr(v->db, e->a), *r = contract_expr(v->db, e->b);
        bool l_named = l && (l->op == CE_CONSTANT || l->op == CE_TEXT),
             r_named = r && (r->op == CE_CONSTANT || r->op == CE_TEXT);
        if (l && r && (l_named || r_named)) {
            x = r_named ? equal_named(v, l, r) : equal_named(v, r, l);
            if (x >= 0)
                return x == (e->op == CE_EQ);
        }
        break;
    }
    default: break;
    }
    if (e->op < CE_EQ || e->op > CE_GE)
        return eval(v, id, &a) ? a != 0 : -1;
    if (!eval(v, e->a, &a) || !eval(v, e->b, &b))
        return -1;
    switch (e->op) {
    case CE_EQ: return a == b;
    case CE_NE: return a != b;
    case CE_LT: return a < b;
    case CE_LE: return a <= b;
    case CE_GT: return a > b;
    default: return a >= b;
    }
}

static bool arithmetic(u8 op, i64 a, i64 b, i64 *out)
{
    u64 x = (u64)a, y = (u64)b;
    switch (op) {
    case CE_ADD: *out = (i64)(x + y); return true;
    case CE_SUB: *out = (i64)(x - y); return true;
    case CE_MUL: *out = (i64)(x * y); return true;
    case CE_DIV:
    case CE_MOD:
        if (b == 0 || (a == INT64_MIN && b == -1))
            return false;
        *out = op == CE_DIV ? a / b : a % b;
        return true;
    case CE_AND: *out = a & b; return true;
    case CE_OR: *out = a | b; return true;
    case CE_XOR: *out = a ^ b; return true;
    case CE_SHL:
    case CE_SHR:
        if (b < 0 || b > 63)
            return false;
        *out = op == CE_SHL ? (i64)(x << b) : a >> b;
        return true;
    case CE_MIN: *out = MIN(a, b); return true;
    case CE_MAX: *out = MAX(a, b); return true;
    default: return false;
    }
}

static bool eval(const Eval *v, ContractExprId id, i64 *out)
{
    const ContractExpr *e = contract_expr(v->db, id);
    if (!e)
        return false;
    i64 a, b;
    ContractValue value = {0};
    switch (e->op) {
    case CE_NUMBER: *out = e->value; return true;
    case CE_CONSTANT: *out = e->value; return e->known;
    case CE_TEXT:
    case CE_UNBOUNDED: return false;
    case CE_TARGET:
    case CE_STRLEN:
    case CE_COUNT:
    case CE_SIZEOF:
    case CE_ERRNO:
        if (!v->value_of(v->ctx, (ContractOp)e->op, e->target, &value) || !value.known)
            return false;
        *out = value.value;
        return true;
    case CE_NEG:
    case CE_COMPL:
        if (!eval(v, e->a, &a))
            return false;
        *out = e->op == CE_NEG ? (i64)(0 - (u64)a) : ~a;
        return true;
    default: break;
    }
    if (e->op >= CE_EQ || e->op == CE_NOT) {
        int t = truth(v, id);
        *out = t;
        return t >= 0;
    }
    /* what is known of one side may be enough: x & 0, x * 0 */
    bool left = eval(v, e->a, &a), right = eval(v, e->b, &b);
    if (left && right)
        return arithmetic(e->op, a, b, out);
    if ((e->op == CE_AND || e->op == CE_MUL) && ((left && a == 0) || (right && b == 0))) {
        *out = 0;
        return true;
    }
    return false;
}

int contract_test(const ContractDb *db, ContractExprId e, ContractValueOf *value_of, void *ctx)
{
    Eval v = {db, value_of, ctx};
    return truth(&v, e);
}

bool contract_eval(const ContractDb *db, ContractExprId e, ContractValueOf *value_of, void *ctx, i64 *out)
{
    Eval v = {db, value_of, ctx};
    return eval(&v, e, out);
}

/* ---- text ---- */

static void target_text(const ContractDb *db, const Contract *c, ContractTarget t, Sb *out)
{
    sb_pad(out, '*', t.deref);
    Sym name = t.arg >= 0 ? db_param(db, c, (u32)t.arg) : 0;
    if (name)
        sb_adds(out, sym_str(name));
    else if (t.arg >= 0)
        sb_addf(out, "argument %d", t.arg + 1);
    else
        sb_adds(out, t.arg == CT_RESULT ? "result" : t.arg == CT_THIS ? "this" : "the variable arguments");
}

void contract_expr_text(const ContractDb *db, const Contract *c, ContractExprId id, Sb *out)
{
    static const char *const operators[] = {
        [CE_ADD] = "+", [CE_SUB] = "-", [CE_MUL] = "*",  [CE_DIV] = "/",  [CE_MOD] = "%",   [CE_AND] = "&",
        [CE_OR] = "|",  [CE_XOR] = "^", [CE_SHL] = "<<", [CE_SHR] = ">>", [CE_EQ] = "==",   [CE_NE] = "!=",
        [CE_LT] = "<",  [CE_LE] = "<=", [CE_GT] = ">",   [CE_GE] = ">=",  [CE_LAND] = "&&", [CE_LOR] = "||",
    };
    const ContractExpr *e = contract_expr(db, id);
    if (!e)
        return;
    switch (e->op) {
    case CE_NUMBER: sb_addf(out, "%lld", (long long)e->value); return;
    case CE_TARGET: target_text(db, c, e->target, out); return;
    case CE_CONSTANT: sb_adds(out, sym_str(e->sym)); return;
    case CE_TEXT: sb_addf(out, "\"%s\"", sym_str(e->sym)); return;
    case CE_UNBOUNDED: sb_adds(out, "any length"); return;
    case CE_ERRNO: sb_adds(out, "errno"); return;
    case CE_STRLEN:
    case CE_COUNT:
    case CE_SIZEOF:
        sb_adds(out, e->op == CE_STRLEN ? "strlen(" : e->op == CE_COUNT ? "count(" : "sizeof(*");
        target_text(db, c, e->target, out);
        sb_addc(out, ')');
        return;
    case CE_NEG:
    case CE_NOT:
    case CE_COMPL:
        sb_addc(out, e->op == CE_NEG ? '-' : e->op == CE_NOT ? '!' : '~');
        contract_expr_text(db, c, e->a, out);
        return;
    case CE_MIN:
    case CE_MAX:
        sb_adds(out, e->op == CE_MIN ? "min(" : "max(");
        contract_expr_text(db, c, e->a, out);
        sb_adds(out, ", ");
        contract_expr_text(db, c, e->b, out);
        sb_addc(out, ')');
        return;
    default: break;
    }
    /* Brackets around every operand that is itself an operation keep precedence out of the matter. */
    ContractExprId sides[2] = {e->a, e->b};
    for (u32 i = 0; i < 2; i++) {
        const ContractExpr *s = contract_expr(db, sides[i]);
        bool brackets = s && operators[MIN(s->op, LENGTH(operators) - 1)] && s->op >= CE_ADD &&
                        s->op != CE_MIN && s->op != CE_MAX && e->op < CE_LAND &&
                        !(e->op >= CE_EQ && s->op < CE_AND);
        if (brackets)
            sb_addc(out, '(');
        contract_expr_text(db, c, sides[i], out);
        if (brackets)
            sb_addc(out, ')');
        if (i == 0)
            sb_addf(out, " %s ", operators[e->op]);
    }
}
