/*
 * The printf and scanf families by their formats: strings demanded, lengths measured, conversions written.
 * See exec_contract.h.
 */
#include <stdio.h>

#include "contract/format.h"
#include "engine/exec_contract.h"

enum { FORMAT_BYTES = 4096 /* of a format that is looked at */ };

/* ---- the format ---- */

/* The characters of a literal format in one byte each; false: the call does not show them. */
static bool format_text(ContractRun *cr, i32 arg, char *out, u32 *n)
{
    Run *r = cr->r;
    Spot p = cr_spot(cr, (ContractTarget){(i16)arg, 0});
    if (!p.obj || obj(&r->objects, p.obj)->kind != OBJ_STRING)
        return false;
    const IrString *str = obj(&r->objects, p.obj)->str;
    i64 off;
    if (!val_const(&r->values, p.off, &off) || off < 0 || off > str->n_bytes || str->partial ||
        str->n_bytes > FORMAT_BYTES)
        return false;
    *n = 0;
    for (u32 i = (u32)off; i + str->char_size <= str->n_bytes; i += str->char_size) {
        bool wide = false;
        for (u32 k = 1; k < str->char_size; k++)
            wide |= str->bytes[i + k] != 0;
        if (!wide && !str->bytes[i])
            break;
        out[(*n)++] = wide ? '?' : str->bytes[i];
    }
    return true;
}

/* First argument that belongs to the format, or -1: they come as a va_list, or not at all. */
static i32 first_argument(const ContractRun *cr, const ContractFact *f)
{
    const ContractExpr *e = f->expr[0] ? contract_expr(cr->db, f->expr[0]) : NULL;
    if (e && e->op == CE_NUMBER)
        return e->value > 0 && e->value < 1000 ? (i32)e->value - 1 : -1;
    return cr->c->variadic ? (i32)cr->c->n_params : -1;
}

static Val argument(const ContractRun *cr, i32 arg)
{
    return arg >= 0 && (u32)arg < cr->call->n_args ? cr->site->args[arg] : 0;
}

/* ---- printf: what is written ---- */

static u32 digits_of(i128 v, u32 base, bool prefixed)
{
    u32 n = v < 0;
    if (v < 0)
        v = -v;
    do {
        n++;
        v /= base;
    } while (v);
    return n + (prefixed ? base == 16 ? 2 : base == 8 : 0);
}

/* As many characters as `least` and `most` allow; which of them depends on v. */
static Val between(ContractRun *cr, u32 index, Val v, i64 least, i64 most)
{
    if (least == most)
        return val_off(&cr->r->values, least);
    return cr_number(cr, USE_DIGITS, index, SO_OPAQUE, v && cr_is_free(cr, v),
                     v ? val_node(&cr->r->values, v)->taint : 0, least, most);
}

static VType integer_type(ContractRun *cr, const FormatConversion *c)
{
    static const u8 widths[] = {[FL_NONE] = 32, [FL_HH] = 8, [FL_H] = 16, [FL_L] = 64,      [FL_LL] = 64,
                                [FL_Z] = 64,    [FL_J] = 64, [FL_T] = 64, [FL_LDOUBLE] = 64};
    VType t = {.width = widths[c->length], .sgn = c->conv == 'd' || c->conv == 'i'};
    if (c->length == FL_L)
        t.width = (u8)(cr->r->unit->types.target->long_size * 8);
    if (c->length == FL_Z || c->length == FL_T)
        t.width = (u8)(cr->r->unit->types.target->ptr_size * 8);
    return t;
}

static Val integer_length(ContractRun *cr, const FormatConversion *c, u32 index, Val v)
{
    u32 base = c->conv == 'x' || c->conv == 'X' ? 16 : c->conv == 'o' ? 8 : 10;
    VType t = integer_type(cr, c);
    Interval range = {vtype_min(t), vtype_max(t)};
    if (v && val_type(&cr->r->values, v).width && !val_type(&cr->r->values, v).ptr)
        range = st_range(cr->r, cr->s, val_cast(&cr->r->values, t, v));
    range.lo = MAX(range.lo, vtype_min(t));
    range.hi = MIN(range.hi, vtype_max(t));
    if (range.lo > range.hi)
        range = (Interval){vtype_min(t), vtype_max(t)};
    u32 a = digits_of(range.lo, base, c->prefixed), b = digits_of(range.hi, base, c->prefixed);
    u32 most = MAX(a, b), least = range.lo <= 0 && range.hi >= 0 ? 1 : MIN(a, b);
    if (c->sign && range.hi >= 0) {
        most = MAX(most, b + 1);
        least += range.lo >= 0;
    }
    if (c->precision > 0) {
        most = MAX(most, (u32)c->precision + 1 + 2u * c->prefixed);
        least = MAX(least, (u32)c->precision);
    }
    return between(cr, index, v, least, most);
}

static Val real_length(ContractRun *cr, const FormatConversion *c, u32 index, Val v)
{
    i64 after = c->has_precision ? (c->precision < 0 ? 60 : c->precision) : 6;
    if (c->conv != 'f' && c->conv != 'F')
        return between(cr, index, v, 1, after + 14);
    if (v && val_kind(&cr->r->values, v) == VK_FLOAT) {
        int n = snprintf(NULL, 0, "%.*f", (int)MIN(after, 400), val_node(&cr->r->values, v)->real);
        return val_off(&cr->r->values, n + (n > 0 && c->sign));
    }
    return between(cr, index, v, 1, after + 2 + LIMIT_FORMAT_DIGITS);
}

/* The element width of %s, %ls and %S in this family. */
static u32 string_width(ContractRun *cr, const FormatConversion *c)
{
    return c->length == FL_L || c->conv == 'S' ? cr->r->unit->types.target->wchar_size : 1;
}

/* %s demands a string and writes it, at most as far as its precision goes. */
static bool string_length(ContractRun *cr, const ContractFact *f, const FormatConversion *c, i32 arg,
                          Val precision, Val *out)
{
    Values *vs = &cr->r->values;
    Val v = argument(cr, arg);
    *out = 0;
    if (!v || !val_type(vs, v).ptr)
        return true;
    Spot p = cr_spot_of(cr, v, cr->call->args[arg]->type);
    p.width = string_width(cr, c);
    Val limit = precision ? val_off_mul(vs, precision, p.width) : 0;
    if (!cr_access(cr, f, arg, p, false, true, limit, false))
        return false;
    Val len = cr_strlen(cr, p);
    if (precision)
        len = cr_min_max(cr, 0x80000000u | (u32)arg, false, len, precision);
    *out = len;
    return true;
}

static bool write_count(ContractRun *cr, const ContractFact *f, const FormatConversion *c, i32 arg)
{
    Values *vs = &cr->r->values;
    Val v = argument(cr, arg);
    if (!v || !val_type(vs, v).ptr)
        return true;
    VType t = integer_type(cr, c);
    t.sgn = true;
    Spot p = cr_spot_of(cr, v, cr->call->args[arg]->type);
    if (!cr_access(cr, f, arg, p, true, false, val_off(vs, t.width / 8), false))
        return false;
    if (!p.obj || obj(&cr->r->objects, p.obj)->kind == OBJ_STRING)
        return true;
    SymInfo info = sym_info(SO_LIBRARY, t);
    info.lo = 0;
    info.free = false;
    TypeId type = type_int_of_size(&cr->r->unit->types, t.width / 8, true);
    st_store(cr->r, cr->s, p.obj, p.off, type, cr_symbol(cr, USE_TARGET, (u32)arg, info));
    return true;
}

/* Length when the format is not known: with a format from outside, whatever that wants. */
static Val open_length(ContractRun *cr, i32 format, i64 least)
{
    Origin o = cr_origin_of(cr, (ContractTarget){(i16)format, 0});
    return cr_number(cr, USE_DIGITS, 0xffff, SO_LENGTH, o.taint != 0, o.taint, least, (i128)1 << 62);
}

bool cr_format(ContractRun *cr, const ContractFact *f)
{
    Run *r = cr->r;
    Values *vs = &r->values;
    i32 format = f->target[0].arg;
    if (!argument(cr, format))
        return true;
    Spot p = cr_spot(cr, f->target[0]);
    if (!cr_access(cr, f, format, p, false, true, 0, false))
        return false;
    char text[FORMAT_BYTES];
    u32 n;
    i32 first = first_argument(cr, f);
    if (!format_text(cr, format, text, &n)) {
        cr->length = open_length(cr, format, 0);
        return true;
    }
    Format fmt;
    format_printf(text, n, &fmt);
    if (!fmt.understood || fmt.open || (first < 0 && fmt.n)) {
        cr->length = open_length(cr, -1, fmt.understood ? fmt.literal : 0);
        if (!fmt.understood || first < 0)
            return true;
    }
    Val total = val_off(vs, fmt.literal), width = 0, precision = 0;
    for (u32 i = 0; i < fmt.n; i++) {
        const FormatConversion *c = &fmt.at[i];
        i32 arg = first + (i32)i;
        Val v = argument(cr, arg), len = 0;
        if (c->conv == '*') {
            Val given = v && val_type(vs, v).width ? val_cast(vs, vtype_off, v) : 0;
            if (c->of_precision)
                precision = given;
            else
                width = given;
            continue;
        }
        if (c->width >= 0)
            width = val_off(vs, c->width);
        if (c->precision >= 0)
            precision = val_off(vs, c->precision);
        switch (c->conv) {
        case 'd':
        case 'i':
        case 'u':
        case 'x':
        case 'X':
        case 'o': len = integer_length(cr, c, i, v); break;
        case 'c': len = val_off(vs, c->length == FL_L ? 4 : 1); break;
        case 'C': len = val_off(vs, 4); break;
        case 'p': len = between(cr, i, 0, 3, 20); break;
        case 's':
        case 'S':
            if (!string_length(cr, f, c, arg, precision, &len))
                return false;
            break;
        case 'n':
            if (!write_count(cr, f, c, arg))
                return false;
            len = val_off(vs, 0);
            break;
        default: len = real_length(cr, c, i, v); break;
        }
        if (len && c->has_width)
            len = width ? cr_min_max(cr, 0xc0000000u | i, true, len, width) : 0;
        total = total && len ? val_off_add(vs, total, len) : 0;
        width = precision = 0;
    }
    if (!fmt.open)
        cr->length = total ? total : open_length(cr, -1, fmt.literal);
    return true;
}

/* ---- scanf: what is read in ---- */

/* Where a scanned value comes from, by the contract's facts about the arguments behind the format. */
static Origin scanned_origin(ContractRun *cr)
{
    Origin out = {0};
    for (u32 i = 0; i < cr->c->n; i++) {
        const ContractFact *f = &cr->facts[i];
        if (f->target[0].arg != CT_VARARGS && f->attr != CA_TAINTS)
            continue;
        if (f->attr == CA_TAINTS) {
            out.taint |= taint_bit(f->kind);
        } else if (f->attr == CA_PROPAGATES) {
            Origin o = cr_origin_of(cr, f->target[1]);
            cr_origin_join(&out, &o);
        }
    }
    return out;
}

/* The string that sscanf reads from, as a bound of what it writes. */
static Val scanned_text(ContractRun *cr)
{
    for (u32 i = 0; i < cr->c->n; i++)
        if (cr->facts[i].attr == CA_PROPAGATES && cr->facts[i].target[0].arg == CT_VARARGS)
            return cr_strlen(cr, cr_spot(cr, cr->facts[i].target[1]));
    return 0;
}

static bool scan_string(ContractRun *cr, const ContractFact *f, const FormatConversion *c, i32 arg, Spot p,
                        Origin o)
{
    Values *vs = &cr->r->values;
    p.width = string_width(cr, c);
    Val source = scanned_text(cr);
    bool is_free = o.taint != 0 || (source && cr_is_free(cr, source));
    SymOrigin origin = o.taint || o.obscure ? SO_LENGTH : SO_LIBRARY;
    Val len = cr_number(cr, USE_SCAN, (u32)arg, origin, is_free, o.taint, 1,
                        c->width > 0 ? c->width : (i128)1 << 62);
    if (source)
        cr_assume(cr, val_cmp(vs, BIN_LE, len, source), true);
    Val room = c->conv == 'c' ? val_off_mul(vs, val_off(vs, MAX(c->width, 1)), p.width)
                              : val_off_mul(vs, val_off_add(vs, len, val_off(vs, 1)), p.width);
    if (!cr_access(cr, f, arg, p, true, false, room, false))
        return false;
    o.source = o.taint ? cr_source(cr, arg, o.taint, p.obj) : 0;
    if (c->conv == 'c')
        cr_write_bytes(cr, p, room, &o);
    else
        cr_write_string(cr, p, len, &o);
    return true;
}

static bool scan_number(ContractRun *cr, const ContractFact *f, const FormatConversion *c, i32 arg, Spot p,
                        Origin o)
{
    Run *r = cr->r;
    Values *vs = &r->values;
    TypeTable *tt = &r->unit->types;
    bool real = c->conv && !(c->conv == 'd' || c->conv == 'i' || c->conv == 'u' || c->conv == 'x' ||
                             c->conv == 'X' || c->conv == 'o' || c->conv == 'n' || c->conv == 'p');
    VType t = c->conv == 'p' ? vtype_ptr : integer_type(cr, c);
    t.sgn = t.sgn || c->conv == 'n';
    u32 bytes = t.width / 8u;
    TypeId type = c->conv == 'p' ? type_ptr(tt, TYPE_VOID) : type_int_of_size(tt, bytes, t.sgn);
    if (real) {
        type = c->length == FL_L ? TYPE_DOUBLE : c->length == FL_LDOUBLE ? TYPE_LDOUBLE : TYPE_FLOAT;
        t = (VType){0};
        bytes = c->length == FL_L ? 8 : c->length == FL_LDOUBLE ? tt->target->ldouble_size : 4;
    }
    if (!cr_access(cr, f, arg, p, true, false, val_off(vs, bytes), false))
        return false;
    if (!p.obj || obj(&r->objects, p.obj)->kind == OBJ_STRING || obj(&r->objects, p.obj)->kind == OBJ_FUNC)
        return true;
    /* %n counts what was read, which the widths before it bound. */
    bool chosen = o.taint && c->conv != 'n';
    SymInfo info = sym_info(chosen ? SO_INPUT : SO_RESULT, t);
    info.taint = chosen ? o.taint : 0;
    i64 start;
    if (obj(&r->objects, p.obj)->kind == OBJ_VAR && val_const(vs, p.off, &start) && start == 0)
        info.var = obj(&r->objects, p.obj)->var;
    Val v = cr_symbol(cr, USE_SCAN, (u32)arg, info);
    st_store(r, cr->s, p.obj, p.off, type, v);
    st_step(
        r, cr->s,
        (Step){.kind = o.taint ? STEP_INPUT : STEP_WRITE, .inst = cr->site->at.inst, .obj = p.obj, .v = v});
    return true;
}

bool cr_scan(ContractRun *cr, const ContractFact *f)
{
    Run *r = cr->r;
    i32 format = f->target[0].arg, first = first_argument(cr, f);
    if (!argument(cr, format))
        return true;
    if (!cr_access(cr, f, format, cr_spot(cr, f->target[0]), false, true, 0, false))
        return false;
    char text[FORMAT_BYTES];
    u32 n;
    Format fmt = {0};
    Origin o = scanned_origin(cr);
    bool known = format_text(cr, format, text, &n);
    if (known)
        format_scanf(text, n, &fmt);
    if (first < 0) {
        cr->scanned = 64;
        return true;
    }
    if (!known || !fmt.understood) { /* any of them may have been written */
        cr->scanned = 64;
        for (u32 i = (u32)first; i < cr->call->n_args; i++) {
            Spot p = cr_spot_of(cr, cr->site->args[i], cr->call->args[i]->type);
            cr_write_bytes(cr, p, 0, &o);
        }
        return true;
    }
    for (u32 i = 0; i < fmt.n; i++) {
        const FormatConversion *c = &fmt.at[i];
        i32 arg = first + (i32)i;
        Val v = argument(cr, arg);
        cr->scanned += c->conv != 'n';
        if (!v || !val_type(&r->values, v).ptr)
            continue;
        Spot p = cr_spot_of(cr, v, cr->call->args[arg]->type);
        bool string = c->conv == 's' || c->conv == 'S' || c->conv == '[' || c->conv == 'c' || c->conv == 'C';
        if (c->allocates) {
            TypeId type = type_of(&r->unit->types, cr->call->args[arg]->type);
            Val block = cr_allocate(cr, (u32)USE_SCAN << 8 | ((u32)arg & 0xff), exec_names()->malloc_,
                                    type_of(&r->unit->types, type), 0, false, 0, true);
            Spot text_at = cr_spot_of(cr, block, type);
            Val len = cr_number(cr, USE_SCAN, (u32)arg, SO_LENGTH, o.taint != 0, o.taint, 1, (i128)1 << 62);
            cr_write_string(cr, text_at, len, &o);
            if (p.obj)
                st_store(r, cr->s, p.obj, p.off, type, block);
            continue;
        }
        if (string ? !scan_string(cr, f, c, arg, p, o) : !scan_number(cr, f, c, arg, p, o))
            return false;
    }
    cr->scanned = MAX(cr->scanned, 1);
    return true;
}
