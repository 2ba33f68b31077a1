/*
 * Types in C syntax; see type.h.
 */
#include "ir/type.h"

#include <string.h>

#include "base/limits.h"

/* ---- text ---- */

static const char *basic_text(TypeId t)
{
    static const char *const names[] = {
#define X(name, text, k, sign, size) text,
        TYPE_BASICS(X)
#undef X
    };
    return names[t];
}

static void add_quals(u8 quals, Sb *out)
{
    static const char *const names[] = {"const ", "volatile ", "restrict ", "_Atomic "};
    for (u32 i = 0; i < LENGTH(names); i++)
        if (quals >> i & 1)
            sb_adds(out, names[i]);
}

static void base_text(const TypeTable *tt, TypeId t, Sb *out, u32 depth);

static void whole_text(const TypeTable *tt, TypeId t, const char *name, Sb *out, u32 depth);

static void keyword_and_name(const TypeTable *tt, const char *keyword, Sym scope, Sym tag, Sb *out)
{
    if (!tt->cxx && keyword[0])
        sb_addf(out, "%s ", keyword);
    else if (!tag)
        sb_addf(out, "%s ", keyword);
    if (sym_len(scope))
        sb_addf(out, "%s::", sym_str(scope));
    sb_adds(out, tag ? sym_str(tag) : "(unnamed)");
}

static void base_text(const TypeTable *tt, TypeId t, Sb *out, u32 depth)
{
    const Type *ty = type_get(tt, t);
    add_quals(ty->quals, out);
    switch (ty->kind) {
    case TY_RECORD: {
        const char *kw = ty->record->keyword == KW_UNION   ? "union"
                         : ty->record->keyword == KW_CLASS ? "class"
                                                           : "struct";
        keyword_and_name(tt, kw, ty->record->scope, ty->record->tag, out);
        return;
    }
    case TY_ENUM: keyword_and_name(tt, "enum", ty->enumeration->scope, ty->enumeration->tag, out); return;
    case TY_NAMED: {
        const NamedType *n = ty->named;
        const char *kw = n->keyword == KW_STRUCT  ? "struct"
                         : n->keyword == KW_UNION ? "union"
                         : n->keyword == KW_ENUM  ? "enum"
                         : n->keyword == KW_CLASS ? "class"
                                                  : "";
        keyword_and_name(tt, kw, n->scope, n->name, out);
        if (n->n_args) {
            sb_addc(out, '<');
            for (u32 i = 0; i < n->n_args; i++) {
                if (i)
                    sb_adds(out, ", ");
                whole_text(tt, n->args[i], "", out, depth + 1);
            }
            sb_addc(out, '>');
        }
        return;
    }
    default: sb_adds(out, ty->unqual < TYPE_BASIC_COUNT ? basic_text(ty->unqual) : "?"); return;
    }
}

/* Builds the declarator from the inside out into `inner`, then the base type before it. */
static void whole_text(const TypeTable *tt, TypeId t, const char *name, Sb *out, u32 depth)
{
    if (depth > 24) {
        sb_adds(out, "...");
        return;
    }
    Sb inner, next;
    sb_init(&inner);
    sb_init(&next);
    sb_adds(&inner, name);
    bool prefix = false; /* inner starts with * or &: needs parentheses before [] and () */
    for (u32 steps = 0; steps < LIMIT_TYPE_DEPTH; steps++) {
        const Type *ty = type_get(tt, t);
        sb_reset(&next);
        if (ty->kind == TY_PTR || ty->kind == TY_REF || ty->kind == TY_MEMPTR) {
            if (ty->kind == TY_MEMPTR) {
                base_text(tt, ty->cls, &next, depth + 1);
                sb_adds(&next, "::");
            }
            sb_adds(&next, ty->kind == TY_REF ? (ty->flags & TF_RVALUE ? "&&" : "&") : "*");
            add_quals(ty->quals, &next);
            if (ty->quals && !inner.n)
                next.s[--next.n] = 0;
            sb_addn(&next, inner.s, inner.n);
            prefix = true;
        } else if (ty->kind == TY_ARRAY || ty->kind == TY_FUNC) {
            if (prefix)
                sb_addc(&next, '(');
            sb_addn(&next, inner.s, inner.n);
            if (prefix)
                sb_addc(&next, ')');
            prefix = false;
            if (ty->kind == TY_ARRAY) {
                sb_addc(&next, '[');
                if (ty->bound == BOUND_KNOWN)
                    sb_addf(&next, "%llu", (unsigned long long)ty->count);
                else if (ty->bound != BOUND_NONE)
                    sb_addc(&next, ty->bound == BOUND_VARIABLE ? '*' : '?');
                sb_addc(&next, ']');
            } else {
                sb_addc(&next, '(');
                for (u32 i = 0; i < ty->func->n_params; i++) {
                    if (i)
                        sb_adds(&next, ", ");
                    whole_text(tt, ty->func->params[i], "", &next, depth + 1);
                }
                if (ty->func->variadic)
                    sb_adds(&next, ty->func->n_params ? ", ..." : "...");
                else if (!ty->func->n_params && !ty->func->unprototyped && !tt->cxx)
                    sb_adds(&next, "void");
                sb_addc(&next, ')');
                if (ty->func->is_const)
                    sb_adds(&next, " const");
            }
        } else {
            break;
        }
        Sb swap = inner;
        inner = next;
        next = swap;
        t = ty->of;
    }
    base_text(tt, t, out, depth);
    if (inner.n) {
        if (inner.s[0] != '[' && inner.s[0] != '*' && inner.s[0] != '&')
            sb_addc(out, ' ');
        else if (inner.s[0] != '[')
            sb_addc(out, ' ');
        sb_addn(out, inner.s, inner.n);
    }
    sb_release(&inner);
    sb_release(&next);
}

void type_text(const TypeTable *tt, TypeId t, const char *name, Sb *out)
{
    whole_text(tt, t, name, out, 0);
}
