/*
 * The text form of the IR, for dumps and tests. Deterministic: names, and numbers given in source order.
 *
 *   unit     := { global } { function }
 *   global   := "global" declaration [ "=" "{" { instruction } "}" ]           one that has an initialiser
 *   function := flags "function" result qualified "(" parameters ")" "{" { "var" declaration } { block } "}"
 *   block    := "b" number [ notes ] ":" { instruction }
 *   notes    := ";" { case | label NAME | loop for|while|do|range|macro | falls from bN | landing bN | handler | orphan | config }
 *   instruction :=
 *       "%" temp "=" "load" place            | "store" place "," value [ flags ]
 *     | "eval" value                          | [ "%" temp "=" ] "call" callee "(" values ")" [ flags ]
 *     | "begin" var | "end" var               | [ "%" temp "=" ] "unknown" "(" names ")" ; why
 *     | "goto" bN [ flags ]                   | "branch" value "?" bN ":" bN ; why
 *     | "switch" value "{" values "->" bN ... "else" bN "}"
 *     | "return" [ value ]                    | "throw" [ value ] | "landing" "{" types "->" bN ... "}"
 *     | "goto*" value                         | "unreachable"
 *   place    := name | "@" name | "*" value | place "." field | place "[" value "]" | value "[]" value in pointer form
 *   value    := number | string | "%" temp | "&" place | "decay(" place ")" | "(" value op value ")" | "(type)" value
 *             | "cast<type>(" value ")" for an implicit conversion | "sizeof(...)" | "?" [ name ]
 *
 * Locals that share a name are told apart by their number: x, x.7.
 */
#include <string.h>

#include "ir/ir.h"

static void print_type(const IrUnit *u, TypeId t, const char *name, Sb *out)
{
    type_text(&u->types, t, name, out);
}

static void print_var(const IrVar *v, Sb *out)
{
    if (v->kind == IV_SYNTH || !v->name)
        sb_addf(out, "$%u", v->id);
    else
        sb_adds(out, sym_str(v->name));
    if (v->repeated)
        sb_addf(out, ".%u", v->id);
}

static void print_scoped(Sym scope, Sym name, Sb *out)
{
    if (sym_len(scope))
        sb_addf(out, "%s::", sym_str(scope));
    sb_adds(out, sym_str(name));
}

static void print_escaped(const char *s, u32 n, Sb *out)
{
    for (u32 i = 0; i < n; i++) {
        u8 c = (u8)s[i];
        if (c == '"' || c == '\\')
            sb_addf(out, "\\%c", c);
        else if (c == '\n')
            sb_adds(out, "\\n");
        else if (c < 32 || c >= 127)
            sb_addf(out, "\\x%02x", c);
        else
            sb_addc(out, (char)c);
    }
}

static void print_exp(const IrUnit *u, const IrExp *e, Sb *out, u32 depth);

static void print_int(const IrUnit *u, const IrExp *e, Sb *out)
{
    if (type_is_pointer(&u->types, e->type) && e->num == 0)
        sb_adds(out, "null");
    else if (type_kind(&u->types, e->type) == TY_BOOL)
        sb_adds(out, e->num ? "true" : "false");
    else if (type_is_signed(&u->types, e->type))
        sb_addf(out, "%lld", (long long)e->num);
    else
        sb_addf(out, "%lluu", (unsigned long long)e->num);
}

static void print_sizeof(const IrUnit *u, const IrExp *e, Sb *out, u32 depth)
{
    const IrSizeof *s = e->size;
    sb_adds(out, e->flags & IX_OFFSETOF ? "offsetof(" : e->flags & IX_ALIGNOF ? "alignof(" : "sizeof(");
    if (s->operand) {
        print_exp(u, s->operand, out, depth + 1);
        sb_adds(out, ": ");
    }
    print_type(u, s->of, "", out);
    sb_addc(out, ')');
    if (e->flags & IX_KNOWN)
        sb_addf(out, "=%llu", (unsigned long long)e->num);
}

static void print_exp(const IrUnit *u, const IrExp *e, Sb *out, u32 depth)
{
    static const char *const unops[] = {
#define X(name, text) text,
        IR_UNOPS(X)
#undef X
    };
    static const char *const binops[] = {
#define X(name, text) text,
        IR_BINOPS(X)
#undef X
    };
    if (depth > 2000) {
        sb_adds(out, "...");
        return;
    }
    depth++;
    switch ((IrExpKind)e->kind) {
    case IE_UNKNOWN:
        sb_addc(out, '?');
        if (e->flags & IX_MACRO_NAME)
            sb_adds(out, sym_str(e->name));
        break;
    case IE_INT: print_int(u, e, out); break;
    case IE_FLOAT: sb_addf(out, "%g", e->real); break;
    case IE_ZERO: sb_adds(out, "zero"); break;
    case IE_STRING:
        if (e->str->char_size > 1) {
            sb_addf(out, "string%u[%u]", e->str->char_size * 8u, e->str->length);
        } else {
            sb_addc(out, '"');
            print_escaped(e->str->bytes, e->str->n_bytes, out);
            sb_addc(out, '"');
        }
        break;
    case IE_TEMP: sb_addf(out, "%%%u", e->temp); break;
    case IE_ADDR:
        sb_adds(out, e->flags & IX_DECAY ? "decay(" : "&");
        print_exp(u, e->a, out, depth);
        if (e->flags & IX_DECAY)
            sb_addc(out, ')');
        break;
    case IE_UNOP:
        sb_adds(out, unops[e->op]);
        print_exp(u, e->a, out, depth);
        break;
    case IE_BINOP:
        sb_addc(out, '(');
        print_exp(u, e->a, out, depth);
        sb_addf(out, " %s ", binops[e->op]);
        print_exp(u, e->b, out, depth);
        sb_addc(out, ')');
        break;
    case IE_CAST:
        sb_adds(out, e->flags & IX_IMPLICIT ? (e->op == CAST_BASE ? "base<" : "cast<") : "(");
        print_type(u, e->type, "", out);
        sb_adds(out, e->flags & IX_IMPLICIT ? ">(" : ")");
        print_exp(u, e->a, out, depth);
        if (e->flags & IX_IMPLICIT)
            sb_addc(out, ')');
        break;
    case IE_SIZEOF: print_sizeof(u, e, out, depth); break;
    case IE_CONFIG: {
        sb_adds(out, "config(");
        presence_text(&u->unit->presence, (PresenceId)e->num, out);
        sb_addc(out, ')');
        break;
    }
    case IE_LABEL: sb_addf(out, "&&b%llu", (unsigned long long)e->num); break;
    case IE_TYPE:
        sb_adds(out, "type(");
        print_type(u, e->type, "", out);
        sb_addc(out, ')');
        break;
    case IE_MEMPTR:
        sb_adds(out, "&member ");
        if (type_kind(&u->types, e->type) == TY_MEMPTR) {
            print_type(u, type_get(&u->types, e->type)->cls, "", out);
            sb_adds(out, "::");
        }
        sb_adds(out, sym_str(e->name));
        break;
    case IE_LAMBDA:
        sb_adds(out, "lambda[");
        for (u32 i = 0; i < e->n_args; i++) {
            if (i)
                sb_adds(out, ", ");
            print_var(e->lambda->captures[i], out);
            sb_adds(out, " = ");
            print_exp(u, e->args[i], out, depth);
        }
        sb_addc(out, ']');
        break;
    case IE_VAR: print_var(e->var, out); break;
    case IE_GLOBAL:
        sb_addc(out, '@');
        print_scoped(e->global->scope, e->global->name, out);
        break;
    case IE_DEREF:
        sb_addc(out, '*');
        print_exp(u, e->a, out, depth);
        break;
    case IE_FIELD: {
        bool star = e->a->kind == IE_DEREF;
        if (star)
            sb_addc(out, '(');
        print_exp(u, e->a, out, depth);
        if (star)
            sb_addc(out, ')');
        sb_addf(out, ".%s%s", e->field == IR_NO_FIELD ? "?" : "", e->name ? sym_str(e->name) : "#");
        if (!e->name && e->field != IR_NO_FIELD)
            sb_addf(out, "%u", e->field);
        break;
    }
    case IE_INDEX:
        print_exp(u, e->a, out, depth);
        sb_addc(out, '[');
        print_exp(u, e->b, out, depth);
        sb_addc(out, ']');
        break;
    case IE_OBJECT:
        sb_adds(out, "object(");
        print_exp(u, e->a, out, depth);
        sb_addc(out, ')');
        break;
    }
}

void ir_print_exp(const IrUnit *u, const IrExp *e, Sb *out)
{
    print_exp(u, e, out, 0);
}

typedef struct FlagName {
    u32 flag;
    const char *name;
} FlagName;

static void print_flags(u32 flags, const FlagName *names, u32 n, Sb *out)
{
    bool any = false;
    for (u32 i = 0; i < n; i++)
        if (flags & names[i].flag) {
            sb_adds(out, any ? " " : " ; ");
            sb_adds(out, names[i].name);
            any = true;
        }
}

static void print_call(const IrUnit *u, const IrInst *i, Sb *out)
{
    static const FlagName flags[] = {
        {ICF_UNRESOLVED, "unresolved"},     {ICF_VIRTUAL, "virtual"},     {ICF_AMBIGUOUS, "ambiguous"},
        {ICF_NORETURN, "noreturn"},         {ICF_ARRAY, "array"},         {ICF_BRACED, "braced"},
        {ICF_MAYBE_METHOD, "maybe-method"}, {ICF_WRITTEN_WHOLE, "whole"},
    };
    static const FlagName inst_flags[] = {{IIF_IMPLICIT, "implicit"},
                                          {IIF_INIT, "init"},
                                          {IIF_DISCARDED, "discarded"},
                                          {IIF_VOID_CAST, "void"}};
    static const char *const kinds[] = {"", "*", "method ", "ctor ",  "dtor ",
                                        "", "",  "",        "macro ", "builtin "};
    const IrCall *c = i->call;
    if (i->temp)
        sb_addf(out, "%%%u = ", i->temp);
    sb_addf(out, "call %s", kinds[c->kind]);
    if (c->target)
        print_exp(u, c->target, out, 0);
    else
        print_scoped(c->kind == IC_METHOD || c->kind == IC_CTOR || c->kind == IC_DTOR || c->scope ? c->scope
                                                                                                  : 0,
                     c->name, out);
    sb_addc(out, '(');
    if (c->receiver) {
        sb_adds(out, "this: ");
        print_exp(u, c->receiver, out, 0);
        if (c->n_args)
            sb_adds(out, ", ");
    }
    for (u32 k = 0; k < c->n_args; k++) {
        if (k)
            sb_adds(out, ", ");
        print_exp(u, c->args[k], out, 0);
    }
    sb_addc(out, ')');
    if (c->written)
        sb_addf(out, " written %s", sym_str(c->written));
    print_flags(c->flags, flags, LENGTH(flags), out);
    print_flags(i->flags, inst_flags, LENGTH(inst_flags), out);
}

static void print_unknown(const IrInst *i, Sb *out)
{
    const IrUnknown *un = i->unknown;
    if (i->temp)
        sb_addf(out, "%%%u = ", i->temp);
    sb_adds(out, "unknown(");
    for (u32 k = 0; k < un->n_names; k++)
        sb_addf(out, "%s%s", k ? ", " : "", sym_str(un->names[k]));
    sb_addf(out, ")%s%s ; %s", un->all ? " all" : "", un->may_exit ? " may-exit" : "", un->why);
}

static void print_switch(const IrUnit *u, const IrSwitch *s, Sb *out)
{
    sb_adds(out, "switch ");
    print_exp(u, s->value, out, 0);
    sb_adds(out, " {");
    for (u32 k = 0; k < s->n_cases; k++) {
        const IrCase *c = &s->cases[k];
        sb_addc(out, ' ');
        if (!c->known)
            sb_addf(out, "?%s", sym_str(c->name));
        else if (c->lo != c->hi)
            sb_addf(out, "%lld ... %lld", (long long)c->lo, (long long)c->hi);
        else
            sb_addf(out, "%lld", (long long)c->lo);
        sb_addf(out, " -> b%u,", c->block);
    }
    sb_addf(out, " else b%u }%s", s->other, s->default_node ? "" : " ; no default");
}

static void print_inst(const IrUnit *u, const IrInst *i, Sb *out)
{
    static const FlagName store_flags[] = {{IIF_INIT, "init"},
                                           {IIF_IMPLICIT, "implicit"},
                                           {IIF_COMPOUND, "compound"},
                                           {IIF_POSTFIX, "postfix"},
                                           {IIF_CONDITION, "condition"}};
    static const FlagName goto_flags[] = {{IIF_FALLTHROUGH, "fallthrough"},
                                          {IIF_BACK, "back"},
                                          {IIF_BREAK, "break"},
                                          {IIF_CONTINUE, "continue"},
                                          {IIF_USER_GOTO, "user"}};
    static const FlagName eval_flags[] = {{IIF_VOID_CAST, "void"}};
    static const FlagName branch_flags[] = {{IIF_NOT, "not"}, {IIF_OF_DECL, "decl"}};
    static const FlagName return_flags[] = {{IIF_IMPLICIT, "implicit"}, {IIF_CO, "co"}};
    static const char *const whys[] = {
#define X(name, text) text,
        IR_BRANCH_WHYS(X)
#undef X
    };
    sb_adds(out, "    ");
    switch ((IrOp)i->op) {
    case II_NOP: sb_adds(out, "nop"); break;
    case II_LOAD:
        sb_addf(out, "%%%u = load ", i->temp);
        print_exp(u, i->place, out, 0);
        break;
    case II_STORE:
        sb_adds(out, "store ");
        print_exp(u, i->place, out, 0);
        sb_adds(out, ", ");
        print_exp(u, i->value, out, 0);
        print_flags(i->flags, store_flags, LENGTH(store_flags), out);
        break;
    case II_EVAL:
        sb_adds(out, "eval ");
        print_exp(u, i->value, out, 0);
        print_flags(i->flags, eval_flags, LENGTH(eval_flags), out);
        break;
    case II_CALL: print_call(u, i, out); break;
    case II_SCOPE_BEGIN:
    case II_SCOPE_END:
        sb_adds(out, i->op == II_SCOPE_BEGIN ? "begin " : "end ");
        print_var(i->var, out);
        break;
    case II_UNKNOWN: print_unknown(i, out); break;
    case II_GOTO:
        sb_addf(out, "goto b%u", i->target);
        print_flags(i->flags, goto_flags, LENGTH(goto_flags), out);
        break;
    case II_BRANCH:
        sb_adds(out, "branch ");
        print_exp(u, i->cond, out, 0);
        sb_addf(out, " ? b%u : b%u ; %s", i->then, i->other, whys[i->why]);
        print_flags(i->flags, branch_flags, LENGTH(branch_flags), out);
        break;
    case II_SWITCH: print_switch(u, i->sw, out); break;
    case II_INDIRECT_GOTO:
    case II_RETURN:
    case II_THROW:
        sb_adds(out, i->op == II_RETURN ? "return" : i->op == II_THROW ? "throw" : "goto*");
        if (i->value) {
            sb_addc(out, ' ');
            print_exp(u, i->value, out, 0);
        }
        print_flags(i->flags, return_flags, LENGTH(return_flags), out);
        break;
    case II_LANDING:
        sb_adds(out, "landing {");
        for (u32 k = 0; k < i->landing->n_handlers; k++) {
            const IrHandler *h = &i->landing->handlers[k];
            sb_addc(out, ' ');
            if (h->type == TYPE_VOID)
                sb_adds(out, "...");
            else
                print_type(u, h->type, "", out);
            sb_addf(out, " -> b%u,", h->block);
        }
        if (i->landing->outer)
            sb_addf(out, " outer b%u", i->landing->outer);
        sb_adds(out, " }");
        break;
    case II_UNREACHABLE: sb_adds(out, "unreachable"); break;
    case II_COUNT: break;
    }
    sb_addc(out, '\n');
}

static void print_block(const IrUnit *u, const IrFunction *f, const IrBlock *b, Sb *out)
{
    static const FlagName flags[] = {{IBF_CASE, "case"},           {IBF_LABEL, "label"},
                                     {IBF_LABEL_ADDR, "address"},  {IBF_ORPHAN, "orphan"},
                                     {IBF_LANDING, "landing-pad"}, {IBF_HANDLER, "handler"},
                                     {IBF_COLD_CONFIG, "config"}};
    sb_addf(out, "  b%u:", b->id);
    print_flags(b->flags, flags, LENGTH(flags), out);
    if (b->flags & IBF_LOOP_HEAD) {
        const IrLoop *lp = &f->loops[b->loop];
        NodeKind k = tree_kind(&u->unit->tree, lp->node);
        sb_addf(out, " ; loop %s exit b%u",
                k == N_FOR         ? "for"
                : k == N_WHILE     ? "while"
                : k == N_DO        ? "do"
                : k == N_FOR_RANGE ? "range"
                                   : "macro",
                lp->exit);
    }
    if (b->fall_from)
        sb_addf(out, " ; falls from b%u", b->fall_from);
    if (b->landing)
        sb_addf(out, " ; unwinds to b%u", b->landing);
    sb_addc(out, '\n');
    for (const IrInst *i = b->first; i; i = i->next)
        print_inst(u, i, out);
}

static void print_declared(const IrUnit *u, const IrVar *v, Sb *out)
{
    Sb name;
    sb_init(&name);
    print_var(v, &name);
    print_type(u, v->type, name.n ? name.s : "", out);
    sb_release(&name);
}

void ir_print_function(const IrUnit *u, const IrFunction *f, Sb *out)
{
    static const FlagName flags[] = {
        {IFN_STATIC, "static"},         {IFN_NORETURN, "noreturn"},  {IFN_INLINE, "inline"},
        {IFN_METHOD, "method"},         {IFN_CTOR, "constructor"},   {IFN_DTOR, "destructor"},
        {IFN_VIRTUAL, "virtual"},       {IFN_TEMPLATE, "template"},  {IFN_LAMBDA, "lambda"},
        {IFN_INCOMPLETE, "incomplete"}, {IFN_CONST_METHOD, "const"}, {IFN_KNR, "knr"},
        {IFN_COROUTINE, "coroutine"}};
    sb_adds(out, "function ");
    print_type(u, f->ret, "", out);
    sb_addf(out, " %s(", f->qualified ? sym_str(f->qualified) : "?");
    for (u32 i = 0; i < f->n_params; i++) {
        if (i)
            sb_adds(out, ", ");
        print_declared(u, f->params[i], out);
    }
    if (f->flags & IFN_VARIADIC)
        sb_adds(out, f->n_params ? ", ..." : "...");
    sb_addc(out, ')');
    print_flags(f->flags, flags, LENGTH(flags), out);
    if (f->presence != PRESENCE_TRUE) {
        sb_adds(out, " when ");
        presence_text(&u->unit->presence, f->presence, out);
    }
    sb_adds(out, "\n{\n");
    for (u32 i = 0; i < f->n_vars; i++) {
        const IrVar *v = f->vars[i];
        if (v->kind == IV_PARAM || v->kind == IV_THIS)
            continue;
        sb_adds(out, v->kind == IV_STATIC ? "  static " : v->kind == IV_CAPTURE ? "  capture " : "  var ");
        print_declared(u, v, out);
        if (v->vla_bound) {
            sb_adds(out, " bound ");
            print_exp(u, v->vla_bound, out, 0);
        }
        sb_addc(out, '\n');
    }
    for (u32 i = 0; i < f->n_blocks; i++)
        print_block(u, f, f->blocks[i], out);
    sb_adds(out, "}\n");
}

static void print_global(const IrUnit *u, const IrGlobal *g, Sb *out)
{
    Sb name;
    sb_init(&name);
    print_scoped(g->scope, g->name, &name);
    sb_adds(out, g->is_static ? "global static " : "global ");
    print_type(u, g->type, name.s, out);
    sb_adds(out, " = {\n");
    sb_release(&name);
    for (u32 i = 0; i < g->init->n_blocks; i++) {
        if (g->init->n_blocks > 1)
            print_block(u, g->init, g->init->blocks[i], out);
        else
            for (const IrInst *in = g->init->blocks[i]->first; in; in = in->next)
                if (!(in->op == II_RETURN && (in->flags & IIF_IMPLICIT)))
                    print_inst(u, in, out);
    }
    sb_adds(out, "}\n");
}

void ir_print_unit(const IrUnit *u, Sb *out)
{
    for (u32 i = 0; i < u->n_globals; i++)
        if (u->globals[i]->init)
            print_global(u, u->globals[i], out);
    for (u32 i = 0; i < u->n_functions; i++) {
        if (out->n)
            sb_addc(out, '\n');
        ir_print_function(u, u->functions[i], out);
    }
}
