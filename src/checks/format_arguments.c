/*
 * Do the arguments of printf and scanf fit their literal format, in number and type? Types that are not known, and names that may
 * be macros standing for several arguments, are undecided.
 */
#include "checks/check.h"

#include <string.h>

#include "checks/util_format.h"
#include "checks/util_ir.h"
#include "checks/util_literal.h"

typedef enum Fit { FITS, FIT_UNKNOWN, MISFITS } Fit;

static u32 int_bytes(const TypeTable *tt, const FormatConversion *v)
{
    const Target *t = tt->target;
    switch (v->length) {
    case FL_HH: return 1;
    case FL_H: return 2;
    case FL_L: return t->long_size;
    case FL_LL:
    case FL_J: return 8;
    case FL_Z:
    case FL_T: return t->ptr_size;
    default: return t->int_size;
    }
}

static bool size_of(const TypeTable *tt, TypeId t, u64 *size)
{
    return type_sizeof((TypeTable *)(uintptr_t)tt, t, size); /* basic types, which need no layout */
}

static Fit fits_printf(CheckCtx *c, const FormatConversion *v, TypeId given, const char **wanted)
{
    const TypeTable *tt = &c->ir->types;
    TypeId t = type_unqualified(tt, given);
    TypeKind k = type_kind(tt, t);
    u64 size;
    if (type_is_unknown(tt, t))
        return FIT_UNKNOWN;
    switch (v->conv) {
    case 's':
        *wanted = "a pointer to characters";
        if (v->length == FL_L)
            return FIT_UNKNOWN;
        if (k == TY_PTR) {
            TypeId to = type_unqualified(tt, type_of(tt, t));
            TypeKind to_kind = type_kind(tt, to);
            if (type_is_unknown(tt, to) || to_kind == TY_VOID || type_is_char(tt, to))
                return FITS;
            return to_kind == TY_FUNC || to_kind == TY_RECORD || to_kind == TY_PTR || to_kind == TY_INT ||
                           to_kind == TY_FLOAT
                       ? MISFITS
                       : FIT_UNKNOWN;
        }
        return k == TY_INT || k == TY_BOOL || k == TY_FLOAT || k == TY_ENUM || k == TY_RECORD ? MISFITS
                                                                                              : FIT_UNKNOWN;
    case 'f':
    case 'F':
    case 'e':
    case 'E':
    case 'g':
    case 'G':
    case 'a':
    case 'A':
        *wanted = v->length == FL_LDOUBLE ? "a long double" : "a double";
        if (k == TY_FLOAT)
            return size_of(tt, t, &size) && (size > 8) != (v->length == FL_LDOUBLE) ? MISFITS : FITS;
        return k == TY_INT || k == TY_BOOL || k == TY_PTR || k == TY_ENUM || k == TY_RECORD ? MISFITS
                                                                                            : FIT_UNKNOWN;
    case 'p':
        *wanted = "a pointer";
        return k == TY_PTR || k == TY_NULLPTR                   ? FITS
               : k == TY_INT || k == TY_FLOAT || k == TY_RECORD ? MISFITS
                                                                : FIT_UNKNOWN;
    case 'n':
        *wanted = "a pointer to an integer";
        return k == TY_PTR ? FITS : k == TY_INT || k == TY_FLOAT ? MISFITS : FIT_UNKNOWN;
    case 'c':
    case 'd':
    case 'i':
    case 'o':
    case 'u':
    case 'x':
    case 'X':
    case '*': break;
    default: return FIT_UNKNOWN;
    }
    if (v->conv == 'c' && v->length == FL_L)
        return FIT_UNKNOWN;
    u32 bytes = v->conv == 'c' || v->conv == '*' ? tt->target->int_size : int_bytes(tt, v);
    *wanted = bytes <= tt->target->int_size ? "an int" : "a 64-bit integer";
    if (k == TY_PTR || k == TY_FLOAT || k == TY_RECORD || k == TY_COMPLEX)
        return MISFITS;
    if (k == TY_ENUM)
        return bytes <= tt->target->int_size ? FITS : FIT_UNKNOWN;
    if ((k != TY_INT && k != TY_BOOL) || !size_of(tt, t, &size))
        return FIT_UNKNOWN;
    /* What is smaller than int is passed as int. */
    bool wide = bytes > tt->target->int_size, given_wide = size > tt->target->int_size;
    return wide == given_wide ? FITS : MISFITS;
}

static Fit fits_scanf(CheckCtx *c, const FormatConversion *v, TypeId given, const char **wanted)
{
    const TypeTable *tt = &c->ir->types;
    TypeId t = type_unqualified(tt, given);
    u64 size, bytes;
    *wanted = "a pointer to where the value goes";
    if (type_is_unknown(tt, t))
        return FIT_UNKNOWN;
    if (type_kind(tt, t) != TY_PTR)
        return type_is_arithmetic(tt, t) || type_kind(tt, t) == TY_RECORD ? MISFITS : FIT_UNKNOWN;
    TypeId to = type_unqualified(tt, type_of(tt, t));
    TypeKind k = type_kind(tt, to);
    if (type_is_unknown(tt, to) || k == TY_VOID || v->allocates)
        return FIT_UNKNOWN;
    switch (v->conv) {
    case 's':
    case '[':
    case 'c':
        *wanted = "a pointer to characters";
        if (v->length == FL_L)
            return FIT_UNKNOWN;
        return type_is_char(tt, to)                                              ? FITS
               : k == TY_PTR || k == TY_FLOAT || (k == TY_INT && v->conv != 'c') ? MISFITS
                                                                                 : FIT_UNKNOWN;
    case 'f':
    case 'F':
    case 'e':
    case 'E':
    case 'g':
    case 'G':
    case 'a':
    case 'A':
        *wanted = v->length == FL_L         ? "a pointer to double"
                  : v->length == FL_LDOUBLE ? "a pointer to long double"
                                            : "a pointer to float";
        bytes = v->length == FL_L ? 8 : v->length == FL_LDOUBLE ? tt->target->ldouble_size : 4;
        return k == TY_FLOAT && size_of(tt, to, &size) ? size == bytes ? FITS : MISFITS
               : k == TY_INT || k == TY_PTR            ? MISFITS
                                                       : FIT_UNKNOWN;
    case 'd':
    case 'i':
    case 'o':
    case 'u':
    case 'x':
    case 'X':
    case 'n':
        bytes = int_bytes(tt, v);
        *wanted = bytes == 1   ? "a pointer to char"
                  : bytes == 2 ? "a pointer to short"
                  : bytes == 4 ? "a pointer to int"
                               : "a pointer to a 64-bit integer";
        if (k == TY_FLOAT || k == TY_PTR || k == TY_RECORD)
            return MISFITS;
        return k == TY_INT && size_of(tt, to, &size) ? size == bytes ? FITS : MISFITS : FIT_UNKNOWN;
    default: return FIT_UNKNOWN;
    }
}

/* May an argument be a macro that stands for several? */
static bool may_be_several(const IrCall *call, const IrFunction *f)
{
    for (u32 i = 0; i < call->n_args; i++) {
        const IrExp *a = ir_skip_casts(call->args[i]);
        const IrInst *made = f ? ir_result_of_call(f, call->args[i]) : NULL;
        if (a->kind == IE_UNKNOWN || (made && made->call->flags & (ICF_MAY_BE_MACRO | ICF_TYPE_ARGS)))
            return true;
    }
    return false;
}

/* Are there alternatives of an #if in the call, or does a macro that is written here stand for a part of its format? Then another
 * configuration has other arguments. */
static bool depends_on_macros(CheckCtx *c, NodeId n)
{
    const Node *node = tree_node(&c->unit->tree, n);
    u32 own = c->unit->toks.at[node->begin].exp;
    for (u32 t = node->begin; t < node->end; t++) {
        const Token *tok = &c->unit->toks.at[t];
        if (tok->kind == TK_PP_IF || tok->kind == TK_PP_ELSE || tok->kind == TK_PP_ENDIF)
            return true;
        if (tok->kind == TK_STRING && tok->exp && tok->exp != own && !(tok->flags & UT_FROM_ARG))
            return true;
    }
    return false;
}

static const char *type_words(CheckCtx *c, TypeId t)
{
    Sb b;
    sb_init(&b);
    type_text(&c->ir->types, t, "", &b);
    while (b.n && b.s[b.n - 1] == ' ')
        b.s[--b.n] = 0;
    const char *text = check_text(c, "%s", b.s);
    sb_release(&b);
    return text;
}

static void judge(CheckCtx *c, const CheckCall *call, bool scanf_like, i32 format, i32 first)
{
    const IrCall *ir = call->call;
    UtilLiteral l;
    Format f;
    if (first < 0)
        return;
    Site site = check_site_inst(c, call->inst);
    const IrString *s = ir_exp_string(ir_skip_casts(ir->args[format]));
    if ((s && s->partial) || !util_literal(c, ir->args[format], &l) || !l.bytes) {
        check_undecided(site, s ? UNDECIDED_MACRO : UNDECIDED_VALUE);
        return;
    }
    (scanf_like ? format_scanf : format_printf)(l.bytes, l.n, &f);
    if (!f.understood) {
        check_undecided(site, UNDECIDED_VALUE);
        return;
    }
    u32 given = ir->n_args > (u32)first ? ir->n_args - (u32)first : 0;
    if (given != f.n) {
        if (may_be_several(ir, c->function) || depends_on_macros(c, call->inst->node)) {
            check_undecided(site, UNDECIDED_MACRO);
            return;
        }
        const char *callee = util_callee(ir);
        Finding *found = check_violated(
            site, callee, NULL, given < f.n ? "the missing argument" : "the conversion that is missing");
        finding_message(found, "The format of `%s` asks for %u argument%s, but %u %s given.", callee, f.n,
                        f.n == 1 ? "" : "s", given, given == 1 ? "is" : "are");
        if (given > f.n) {
            finding_severity(found, SEV_LOW);
            finding_reason(
                found,
                "What is given too much is never shown, so the message lacks something that its author wanted in it.");
        } else if (scanf_like) {
            finding_reason(
                found,
                "The function takes an address from where no argument was passed and writes the input there.");
        }
        return;
    }
    Fit worst = FITS;
    for (u32 i = 0; i < f.n; i++) {
        const IrExp *arg = ir_skip_implicit(ir->args[first + (i32)i]);
        const char *wanted = "";
        /* Behind a function that nobody declares, objects are given by address in case it takes references. */
        TypeId t = arg->kind == IE_ADDR && arg->flags & IX_BINDING ? arg->a->type : arg->type;
        if (!scanf_like && type_is_integer(&c->ir->types, t) && type_kind(&c->ir->types, t) != TY_ENUM)
            t = type_promoted(util_types(c), t);
        Fit fit = (scanf_like ? fits_scanf : fits_printf)(c, &f.at[i], t, &wanted);
        if (fit == MISFITS) {
            const char *conv = check_text(c, "%.*s", (int)f.at[i].n, l.bytes + f.at[i].at);
            Finding *found = check_violated(site, conv, wanted, "the conversion that its type needs",
                                            util_arg_code(c, ir, first + (i32)i), type_words(c, t));
            /* Another width of integer is right on some other machine, and prints a wrong number on this one. */
            if (!scanf_like && type_is_integer(&c->ir->types, t) && strchr("cdiouxX*", f.at[i].conv))
                finding_severity(found, SEV_NOTE);
            return;
        }
        worst = fit > worst ? fit : worst;
    }
    if (worst == FITS)
        check_safe(site);
    else
        check_undecided(site, UNDECIDED_TYPE);
}

static void on_call(CheckCtx *c, const CheckCall *call)
{
    i32 format, first;
    if (util_format_of_call(c, call, "printf", &format, &first))
        judge(c, call, false, format, first);
    else if (util_format_of_call(c, call, "scanf", &format, &first))
        judge(c, call, true, format, first);
}

static const u8 attrs[] = {CA_FORMAT, CA_NONE};
static const char *const references[] = {"CERT C FIO47-C", "ISO/IEC 9899:2018, 7.21.6.1, paragraph 9", NULL};

const CheckInfo check_format_arguments = {
    .id = "format-arguments",
    .cwe = 628,
    .related = {685, 686},
    .severity = SEV_MEDIUM,
    .confidence = CONF_HIGH,
    .title = "Arguments that do not fit their format string",
    .sites = "calls with a literal format string",
    .message = "`{0}` takes {1}, but `{3}` is of type `{4}`.",
    .reason =
        "The function believes its format and reads registers or stack as if they held what the format says. The result is undefined: "
        "a wrong value, data that nobody meant to show, or a crash.",
    .repair =
        "Let format and arguments agree: give {2}. The attribute `format` on functions of your own lets compilers check this.",
    .references = references,
    .attrs = attrs,
    .on_call = on_call,
};
