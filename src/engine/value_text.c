/*
 * Symbolic values as C-like text for reports; see val_text in value.h.
 */
#include <inttypes.h>
#include <string.h>

#include "engine/value_private.h"

enum { TEXT_DEPTH = 8 }; /* below it "..." stands for the rest */

/* What a symbol without a name of its own is called. */
static const char *const nameless[SO_COUNT] = {
    [SO_PARAM] = "an argument",
    [SO_MEMORY] = "a value in memory",
    [SO_RESULT] = "the result of a call",
    [SO_LIBRARY] = "the result of a call",
    [SO_INPUT] = "an input value",
    [SO_HAVOC] = "a value after a call",
    [SO_JOIN] = "a value of several paths",
    [SO_WIDE] = "a value that the loop changes",
    [SO_TRIP] = "the number of rounds",
    [SO_BASE] = "an address",
    [SO_LENGTH] = "the length",
    [SO_LAYOUT] = "a size",
    [SO_CONFIG] = "a configuration value",
    [SO_OPAQUE] = "a computed value",
    [SO_UNDEF] = "an indeterminate value",
    [SO_UNREAD] = "an unknown value",
};

/* Binding strength of C's operators, as far as they occur; leaves bind most. */
enum { BIND_CAST = 13, BIND_LEAF = 20 };

static int binding(IrBinop op)
{
    switch (op) {
    case BIN_MUL:
    case BIN_DIV:
    case BIN_REM: return 12;
    case BIN_ADD:
    case BIN_SUB: return 11;
    case BIN_SHL:
    case BIN_SHR: return 10;
    case BIN_LT:
    case BIN_LE:
    case BIN_GT:
    case BIN_GE: return 9;
    case BIN_EQ:
    case BIN_NE: return 8;
    case BIN_AND: return 7;
    case BIN_XOR: return 6;
    default: return 5;
    }
}

static const char *const binop_text[BIN_COUNT] = {
#define X(name, text) [BIN_##name] = text,
    IR_BINOPS(X)
#undef X
};
static const char *const unop_text[UN_COUNT] = {
#define X(name, text) [UN_##name] = text,
    IR_UNOPS(X)
#undef X
};

static void text(const Values *vs, Val v, int outer, u32 depth, Sb *out);

static void sym_text(const Values *vs, const SymInfo *s, u32 depth, Sb *out)
{
    if (s->var && s->var->name)
        sb_adds(out, sym_str(s->var->name));
    else if (s->var && s->var->kind == IV_THIS)
        sb_adds(out, "this");
    else if (s->name && (s->origin == SO_RESULT || s->origin == SO_LIBRARY || s->origin == SO_INPUT))
        sb_addf(out, "result of %s", sym_str(s->name));
    else if (s->name)
        sb_adds(out, sym_str(s->name));
    else if ((s->origin == SO_HAVOC || s->origin == SO_OPAQUE) && s->was && depth < TEXT_DEPTH)
        text(vs, s->was, BIND_LEAF, depth + 1, out);
    else
        sb_adds(out, nameless[s->origin]);
}

static void int_text(const ValNode *n, Sb *out)
{
    if (n->type.ptr && n->num == 0)
        sb_adds(out, "NULL");
    else if (n->type.sgn || n->num >= 0)
        sb_addf(out, "%" PRId64, n->num);
    else
        sb_addf(out, "%" PRIu64, (u64)n->num);
}

/* A conversion that may lose bits is worth showing. */
static const char *narrowing(VType to, VType from)
{
    if (to.width >= from.width)
        return NULL;
    switch (to.width) {
    case 1: return "(bool)";
    case 8: return to.sgn ? "(signed char)" : "(unsigned char)";
    case 16: return to.sgn ? "(short)" : "(unsigned short)";
    case 32: return to.sgn ? "(int)" : "(unsigned int)";
    default: return NULL;
    }
}

static void binop(const Values *vs, const ValNode *n, int outer, u32 depth, Sb *out)
{
    IrBinop op = (IrBinop)n->op;
    const char *sign = binop_text[op];
    int bind = binding(op);
    bool logical = (op == BIN_AND || op == BIN_OR) && val_is_truth(vs, n->a) && val_is_truth(vs, n->b);
    if (logical) {
        sign = op == BIN_AND ? "&&" : "||";
        bind = op == BIN_AND ? 4 : 3;
    }
    if (bind < outer)
        sb_addc(out, '(');
    text(vs, n->a, bind, depth + 1, out);
    const ValNode *b = val_node(vs, n->b);
    i64 num =
        b->kind == VK_INT && b->type.width && b->type.width <= 64
            ? (b->type.sgn ? b->num : (i64)((u64)b->num << (64 - b->type.width)) >> (64 - b->type.width))
            : 0;
    /* Makers turn x - 1 into x + -1. */
    if (op == BIN_ADD && num < 0 && num > INT64_MIN)
        sb_addf(out, " - %" PRId64, -num);
    else {
        sb_addf(out, " %s ", sign);
        text(vs, n->b, bind + 1, depth + 1, out);
    }
    if (bind < outer)
        sb_addc(out, ')');
}

static void text(const Values *vs, Val v, int outer, u32 depth, Sb *out)
{
    const ValNode *n = val_node(vs, v);
    if (depth > TEXT_DEPTH) {
        sb_adds(out, "...");
        return;
    }
    switch ((ValKind)n->kind) {
    case VK_NONE: sb_adds(out, "?"); return;
    case VK_INT: int_text(n, out); return;
    case VK_FLOAT: sb_addf(out, "%g", n->real); return;
    case VK_SYM:
    case VK_UNDEF: sym_text(vs, &vs->syms.at[n->sym], depth, out); return;
    case VK_ADDR: {
        bool start = val_is_null(vs, n->b);
        if (!start && outer > 11)
            sb_addc(out, '(');
        sb_adds(out, "an address");
        if (!start) {
            sb_adds(out, " + ");
            text(vs, n->b, 12, depth + 1, out);
        }
        if (!start && outer > 11)
            sb_addc(out, ')');
        return;
    }
    case VK_UNOP:
        sb_adds(out, unop_text[n->op]);
        text(vs, n->a, BIND_CAST, depth + 1, out);
        return;
    case VK_BINOP: binop(vs, n, outer, depth, out); return;
    case VK_CAST: {
        const char *to = narrowing(n->type, val_type(vs, n->a));
        if (to)
            sb_adds(out, to);
        text(vs, n->a, to ? BIND_CAST : outer, depth + (to != NULL), out);
        return;
    }
    case VK_RECORD: sb_adds(out, "a record"); return;
    }
}

void val_text(const Values *vs, Val v, Sb *out)
{
    text(vs, v, 0, 0, out);
}
