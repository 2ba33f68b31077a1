/*
 * What calls do to memory by contract: content written, copied, filled, tainted, kept. See exec_contract.h.
 */
#include "engine/exec_contract.h"

/* ---- origins ---- */

void cr_origin_join(Origin *into, const Origin *other)
{
    if (!into->taint) {
        into->sanitized = other->sanitized;
        into->examined = other->examined;
    } else if (other->taint) {
        into->sanitized &= other->sanitized;
        into->examined |= other->examined;
    }
    into->taint |= other->taint;
    if (!into->source)
        into->source = other->source;
    if (other->obscure && !into->obscure)
        into->why = other->why;
    into->obscure |= other->obscure;
}

/* Adds taint and origin to what an object holds; whole: in place of what it was. */
static void mark(ContractRun *cr, ObjId o, bool whole, const Origin *from)
{
    ObjState *os = st_write_obj(cr->r, cr->s, o);
    if (whole) {
        os->taint = from->taint;
        os->taint_source = from->source;
        os->sanitized = from->sanitized;
        os->examined = from->examined;
        os->obscure = from->obscure;
    } else {
        if (!os->taint) {
            os->sanitized = from->sanitized;
            os->examined = from->examined;
        } else if (from->taint) {
            os->sanitized &= from->sanitized;
        }
        os->taint |= from->taint;
        if (!os->taint_source)
            os->taint_source = from->source;
        os->obscure |= from->obscure;
    }
    os->written_by = cr->site->at.inst;
}

Val cr_source(ContractRun *cr, i32 arg, TaintMask taint, ObjId o)
{
    SymInfo info = sym_info(SO_INPUT, (VType){.width = 8});
    info.taint = taint;
    Val v = cr_symbol(cr, USE_SOURCE, (u32)arg, info);
    st_step(cr->r, cr->s, (Step){.kind = STEP_INPUT, .inst = cr->site->at.inst, .obj = o, .v = v});
    return v;
}

/* Stands for content that a library function wrote and that nobody outside chose. */
static Val harmless(ContractRun *cr, ObjId o)
{
    SymInfo info = sym_info(SO_LIBRARY, (VType){.width = 8});
    info.free = false;
    return cr_symbol(cr, USE_CONTENT, o, info);
}

static bool at_start(ContractRun *cr, Spot p)
{
    i64 n;
    return val_const(&cr->r->values, p.off, &n) && n == 0;
}

static bool writable(ContractRun *cr, Spot p)
{
    if (!p.obj || cr_is_null(cr, p.ptr))
        return false;
    u8 kind = obj(&cr->r->objects, p.obj)->kind;
    return kind != OBJ_STRING && kind != OBJ_FUNC;
}

void cr_write_bytes(ContractRun *cr, Spot p, Val len, const Origin *from)
{
    if (!writable(cr, p))
        return;
    Val fill = from->source ? from->source : from->obscure ? 0 : harmless(cr, p.obj);
    st_fill(cr->r, cr->s, p.obj, p.off, len, CONTENT_SOME, fill, from->taint, cr->version);
    mark(cr, p.obj, at_start(cr, p), from);
}

void cr_write_string(ContractRun *cr, Spot p, Val length, const Origin *from)
{
    if (!writable(cr, p))
        return;
    st_set_string(cr->r, cr->s, p.obj, p.off, p.width, length, from->taint, cr->version);
    mark(cr, p.obj, at_start(cr, p), from);
}

/* ---- written areas ---- */

static void note_write(ContractRun *cr, StepKind kind, ObjId to, ObjId from)
{
    st_step(cr->r, cr->s, (Step){.kind = (u8)kind, .inst = cr->site->at.inst, .obj = to, .obj2 = from});
}

static void remember_string(ContractRun *cr, Spot p, Val len)
{
    ObjState *os = st_write_obj(cr->r, cr->s, p.obj);
    os->str_off = p.off;
    os->str_len = len;
    os->str_width = (u8)p.width;
    os->str_ended = 1;
}

static Val string_bytes(ContractRun *cr, Val len, u32 width)
{
    return val_off_mul(&cr->r->values, val_off_add(&cr->r->values, len, val_off(&cr->r->values, 1)), width);
}

/* Where the facts say that the written content comes from. */
static Origin written_origin(ContractRun *cr, ContractTarget t)
{
    Origin out = {0};
    for (u32 i = 0; i < cr->c->n; i++) {
        const ContractFact *f = &cr->facts[i];
        if (!cr_same_target(f->target[0], t))
            continue;
        if (f->attr == CA_TAINTS) {
            Origin o = {.taint = taint_bit(f->kind)};
            o.source = cr_source(cr, t.arg, o.taint, cr_spot(cr, t).obj);
            cr_origin_join(&out, &o);
        } else if (f->attr == CA_PROPAGATES || f->attr == CA_COPIES) {
            Origin o = cr_origin_of(cr, f->target[1]);
            cr_origin_join(&out, &o);
        }
    }
    return out;
}

/* memcpy: so many bytes of one object become those of the other. */
static void copy_bytes(ContractRun *cr, Spot to, Spot from, Val len)
{
    Run *r = cr->r;
    Origin o = cr_origin_of_content(r, cr->s, from.obj, from.off);
    bool secret = st_obj(r, cr->s, from.obj)->flags & OS_SECRET;
    bool start = at_start(cr, to);
    st_copy(r, cr->s, to.obj, to.off, from.obj, from.off, len, cr->version);
    mark(cr, to.obj, start, &o);
    if (secret)
        st_write_obj(r, cr->s, to.obj)->flags |= OS_SECRET;
    note_write(cr, STEP_COPY, to.obj, from.obj);
}

/* strncpy: at most n elements, padded with null characters; no terminator when the string is as long. */
static void copy_padded(ContractRun *cr, Spot to, Spot from, Val bytes)
{
    Run *r = cr->r;
    Values *vs = &r->values;
    Val len = cr_strlen(cr, from);
    int fits = !len ? -1 : st_test(r, cr->s, val_cmp(vs, BIN_LT, val_off_mul(vs, len, to.width), bytes));
    if (fits == 1) {
        Val used = string_bytes(cr, len, to.width);
        copy_bytes(cr, to, from, used);
        i64 n;
        if (val_const(vs, val_off_sub(vs, bytes, used), &n) && n > 0)
            st_fill(r, cr->s, to.obj, val_off_add(vs, to.off, used), val_off(vs, n), CONTENT_FILL,
                    val_int(vs, vtype_int, 0), 0, cr->version);
        remember_string(cr, to, len);
    } else if (fits == 0) {
        copy_bytes(cr, to, from, bytes);
    } else {
        Origin o = cr_origin_of_content(r, cr->s, from.obj, from.off);
        cr_write_bytes(cr, to, bytes, &o);
        note_write(cr, STEP_COPY, to.obj, from.obj);
    }
}

/* strcpy and the like: the string and its terminator. */
static void copy_string(ContractRun *cr, Spot to, Spot from, Val len)
{
    Val whole = cr_strlen(cr, from);
    if (whole == len) {
        copy_bytes(cr, to, from, string_bytes(cr, len, to.width));
    } else { /* perhaps cut */
        Origin o = cr_origin_of_content(cr->r, cr->s, from.obj, from.off);
        cr_write_string(cr, to, len, &o);
        note_write(cr, STEP_COPY, to.obj, from.obj);
    }
    remember_string(cr, to, len);
}

static bool mentions_own_length(ContractRun *cr, ContractExprId id, ContractTarget t, u32 depth)
{
    const ContractExpr *e = id ? contract_expr(cr->db, id) : NULL;
    if (!e || depth > 16)
        return false;
    if (e->op == CE_STRLEN)
        return cr_same_target(e->target, t);
    return e->op >= CE_NEG &&
           (mentions_own_length(cr, e->a, t, depth + 1) || mentions_own_length(cr, e->b, t, depth + 1));
}

/* strcat: what was there stays in front. */
static void append_string(ContractRun *cr, Spot to, Val len, const Origin *from)
{
    Run *r = cr->r;
    Values *vs = &r->values;
    Val old = cr_strlen(cr, to);
    if (!old) {
        cr_write_string(cr, to, len, from);
        return;
    }
    Val behind = val_off_mul(vs, old, to.width);
    Origin both = cr_origin_of_content(r, cr->s, to.obj, to.off);
    cr_origin_join(&both, from);
    Val added = string_bytes(cr, val_off_sub(vs, len, old), to.width);
    Val fill = from->source ? from->source : from->obscure ? 0 : harmless(cr, to.obj);
    st_fill(r, cr->s, to.obj, val_off_add(vs, to.off, behind), added, CONTENT_SOME, fill, from->taint,
            cr->version);
    mark(cr, to.obj, at_start(cr, to), &both);
    remember_string(cr, to, len);
}

/* Length of a string that a call writes into room for `room` elements, when the contract does not tell it. */
static Val some_length(ContractRun *cr, Val room, const Origin *o, i32 arg)
{
    Values *vs = &cr->r->values;
    SymOrigin origin = o->taint || o->obscure ? SO_LENGTH : SO_LIBRARY;
    Val len = cr_number(cr, USE_LENGTH, (u32)arg << 8, origin, o->taint != 0, o->taint, 0, (i128)1 << 62);
    if (room && st_test(cr->r, cr->s, val_cmp(vs, BIN_GE, room, val_off(vs, 1))) != 0)
        cr_assume(cr, val_cmp(vs, BIN_LT, len, room), true);
    return len;
}

/* An integer or pointer that is written whole is one symbol, not bytes. */
static bool write_scalar(ContractRun *cr, Spot p, Val len, const Origin *o, i32 arg)
{
    TypeTable *tt = &cr->r->unit->types;
    VType t = vtype_of(tt, p.pointee);
    i64 n;
    if (!t.width || t.loose || t.width == 8 || !val_const(&cr->r->values, len, &n) ||
        n != MAX(t.width / 8, 1))
        return false;
    SymInfo info = sym_info(o->taint ? SO_INPUT : o->obscure ? SO_RESULT : SO_LIBRARY, t);
    info.free = o->taint != 0;
    info.taint = o->taint;
    Val v = cr_symbol(cr, USE_TARGET, (u32)arg, info);
    st_store(cr->r, cr->s, p.obj, p.off, p.pointee, v);
    mark(cr, p.obj, at_start(cr, p), o);
    return true;
}

static void write_effect(ContractRun *cr, const ContractFact *f)
{
    Run *r = cr->r;
    Values *vs = &r->values;
    ContractTarget t = f->target[0];
    Spot p = cr_spot(cr, t);
    if (!writable(cr, p))
        return;
    Val n = cr_eval(cr, f->expr[0], NULL), written = f->expr[1] ? cr_eval(cr, f->expr[1], NULL) : 0;
    const ContractFact *copies = cr_about(cr, CA_COPIES, t), *fills = cr_about(cr, CA_FILLS, t);
    Spot from = copies ? cr_spot(cr, copies->target[1]) : (Spot){0};
    if (copies && cr_is_null(cr, from.ptr))
        from.obj = 0;
    if (fills) {
        Val byte = cr_eval(cr, fills->expr[0], NULL), len = cr_eval(cr, fills->expr[1], NULL);
        bool all = at_start(cr, p);
        st_fill(r, cr->s, p.obj, p.off, len ? len : n, byte ? CONTENT_FILL : CONTENT_SOME,
                byte ? val_cast(vs, vtype_int, byte) : 0, 0, cr->version);
        Origin none = {0};
        if (all)
            mark(cr, p.obj, true, &none);
        ObjState *os = st_write_obj(r, cr->s, p.obj);
        os->written_by = cr->site->at.inst;
        if (all && os->flags & OS_SECRET)
            os->flags |= OS_WIPED;
        return;
    }
    bool string = f->attr == CA_WRITES_STRING || f->attr == CA_WRITES_STRING_UP_TO;
    if (!string) {
        Val len = f->attr == CA_WRITES ? n : written ? written : n;
        if (copies && from.obj && len) {
            if (copies->expr[0])
                copy_bytes(cr, p, from, len);
            else
                copy_padded(cr, p, from, len);
            return;
        }
        Origin o = written_origin(cr, t);
        if (len && write_scalar(cr, p, len, &o, t.arg))
            return;
        cr_write_bytes(cr, p, len, &o);
        note_write(cr, STEP_WRITE, p.obj, 0);
        return;
    }
    Val len = f->attr == CA_WRITES_STRING ? n : written;
    if (copies && from.obj && len) {
        copy_string(cr, p, from, len);
        return;
    }
    Origin o = written_origin(cr, t);
    if (f->expr[0] && mentions_own_length(cr, f->expr[0], t, 0) && len) {
        append_string(cr, p, len, &o);
    } else {
        /* With a room of 0 nothing is written: snprintf(NULL, 0, ...). */
        i64 room;
        if (f->attr == CA_WRITES_STRING_UP_TO && n && val_const(vs, n, &room) && room <= 0)
            return;
        cr_write_string(cr, p, len ? len : some_length(cr, f->attr == CA_WRITES_STRING ? 0 : n, &o, t.arg),
                        &o);
    }
    note_write(cr, STEP_WRITE, p.obj, 0);
}

/* ---- effects without a size ---- */

static bool has_write(const ContractRun *cr, ContractTarget t)
{
    return cr_about(cr, CA_WRITES, t) || cr_about(cr, CA_WRITES_UP_TO, t) ||
           cr_about(cr, CA_WRITES_STRING, t) || cr_about(cr, CA_WRITES_STRING_UP_TO, t);
}

/* taints, propagates, copies of a target whose size the contract does not give: a string class, a structure. */
static void flow_effect(ContractRun *cr, const ContractFact *f)
{
    Run *r = cr->r;
    ContractTarget t = f->target[0];
    if (t.arg == CT_VARARGS || (t.arg == CT_RESULT && !t.deref) || has_write(cr, t))
        return;
    Spot p = cr_spot(cr, t);
    if (!writable(cr, p))
        return;
    if (f->attr == CA_TAINTS) {
        Origin o = {.taint = taint_bit(f->kind)};
        o.source = cr_source(cr, t.arg, o.taint, p.obj);
        if (t.deref && type_kind(&r->unit->types, p.pointee) == TY_INT) { /* the text that getline made */
            Val room = st_size(r, cr->s, p.obj);
            cr_write_string(cr, p, some_length(cr, room, &o, t.arg), &o);
            return;
        }
        u64 size;
        Val len = type_sizeof(&r->unit->types, p.pointee, &size) && size && size < (u64)1 << 40
                      ? val_off(&r->values, (i64)size)
                      : 0;
        if (!len || !write_scalar(cr, p, len, &o, t.arg))
            cr_write_bytes(cr, p, len, &o);
        return;
    }
    Origin o = cr_origin_of(cr, f->target[1]);
    mark(cr, p.obj, f->attr == CA_COPIES && at_start(cr, p), &o);
    if (o.taint)
        note_write(cr, STEP_COPY, p.obj, 0);
}

static void flag_effect(ContractRun *cr, ContractTarget t, u32 set, u32 clear)
{
    Val v = cr_value(cr, t);
    if (!v)
        return;
    Spot p = cr_spot_of(cr, v, cr_type_of(cr, t));
    ObjId o = p.obj;
    if (!o && val_type(&cr->r->values, v).width && !val_type(&cr->r->values, v).ptr)
        o = cr_handle(cr, v, 0);
    if (!o)
        return;
    ObjState *os = st_write_obj(cr->r, cr->s, o);
    os->flags = (os->flags & ~clear) | set;
}

/* What is put into a container is its owner's from now on, which may be the container. */
static void hand_on(ContractRun *cr, u32 arg)
{
    Run *r = cr->r;
    const IrExp *e = ir_skip_implicit(cr->call->args[arg]);
    Val v = cr_value(cr, (ContractTarget){.arg = (i16)arg});
    Spot p = cr_spot(cr, (ContractTarget){.arg = (i16)arg});
    if (v && p.obj && e->kind == IE_ADDR && e->flags & IX_BINDING) {
        v = st_load(r, cr->s, p.obj, p.off, e->a->type);
        p = cr_spot_of(cr, v, e->a->type);
    }
    if (!v)
        return;
    ObjId o = p.obj;
    if (!o && val_type(&r->values, v).width && !val_type(&r->values, v).ptr)
        o = cr_handle(cr, v, 0);
    u8 kind = o ? obj(&r->objects, o)->kind : OBJ_NONE;
    if (kind == OBJ_ALLOC)
        st_escape(r, cr->s, o, true, cr->site->at.inst);
    if (kind == OBJ_ALLOC || kind == OBJ_HANDLE) {
        ObjState *os = st_write_obj(r, cr->s, o);
        os->flags = (os->flags | OS_ESCAPED) & ~(u32)(OS_OWNED | OS_MAYBE_OWNED);
    }
}

static void count_effect(ContractRun *cr, const ContractFact *f)
{
    for (u32 i = 0; f->attr == CA_GROWS && i < cr->call->n_args; i++)
        if ((i32)i != f->target[0].arg)
            hand_on(cr, i);
    Spot p = cr_spot(cr, f->target[0]);
    if (!p.obj)
        return;
    Values *vs = &cr->r->values;
    ObjState *os = st_write_obj(cr->r, cr->s, p.obj);
    if (f->attr == CA_GROWS) {
        os->flags |= OS_GROWN;
        os->count = os->count ? val_off_add(vs, os->count, val_off(vs, 1)) : 0;
    } else {
        os->flags &= ~(u32)OS_GROWN;
        os->count = 0;
    }
}

static void escape(ContractRun *cr, ContractTarget t, bool read_only)
{
    Spot p = cr_spot(cr, t);
    if (p.obj && obj(&cr->r->objects, p.obj)->kind != OBJ_FUNC)
        st_escape(cr->r, cr->s, p.obj, read_only, cr->site->at.inst);
}

/* va_start(list, ...) gives its argument a value, however that is passed. */
static void define_argument(ContractRun *cr, u32 arg)
{
    Run *r = cr->r;
    if (arg >= cr->call->n_args)
        return;
    const IrExp *place = ir_loaded_place(cr->site->at.f, cr->call->args[arg]);
    Val at = place ? exec_place(r, cr->s, &cr->site->at, place) : cr->site->args[arg];
    Spot p = cr_spot_of(cr, at, type_ptr(&r->unit->types, cr->call->args[arg]->type));
    Origin o = {.obscure = true, .why = WHY_CALLER};
    cr_write_bytes(cr, p, 0, &o);
}

void cr_effect(ContractRun *cr, const ContractFact *f)
{
    ContractTarget t = f->target[0];
    switch ((ContractAttr)f->attr) {
    case CA_WRITES:
    case CA_WRITES_UP_TO:
    case CA_WRITES_STRING:
    case CA_WRITES_STRING_UP_TO: write_effect(cr, f); break;
    case CA_ALLOCATES:
    case CA_OPENS:
        if (t.deref)
            cr_make_at(cr, f);
        else if (t.arg >= 0)
            define_argument(cr, (u32)t.arg);
        break;
    case CA_TAINTS:
    case CA_PROPAGATES:
    case CA_COPIES: flow_effect(cr, f); break;
    case CA_SANITIZES: {
        Spot p = cr_spot(cr, t);
        if (p.obj)
            st_write_obj(cr->r, cr->s, p.obj)->sanitized |= taint_bit(f->kind);
        break;
    }
    case CA_ESCAPES: escape(cr, t, true); break;
    case CA_CALLBACK:
        if (f->target[1].arg != CT_NONE)
            escape(cr, f->target[1], false);
        if (f->kind == exec_names()->callback_now)
            st_havoc_escaped(cr->r, cr->s, cr->site->at.inst);
        break;
    case CA_SECRET: flag_effect(cr, t, OS_SECRET, OS_WIPED); break;
    case CA_WIPES: flag_effect(cr, t, OS_WIPED, 0); break;
    case CA_GROWS:
    case CA_SHRINKS: count_effect(cr, f); break;
    case CA_PEEKS: flag_effect(cr, t, OS_PENDING, 0); break;
    case CA_CONSUMES: flag_effect(cr, t, 0, OS_PENDING); break;
    default: break;
    }
}

/* ---- what the contract does not mention ---- */

/* Facts that say nothing about what happens to the memory behind an argument. */
static const u8 says_nothing[CA_COUNT] = {
    [CA_NONNULL] = 1,        [CA_NULLABLE] = 1,   [CA_SINK] = 1,     [CA_EXPOSES] = 1,
    [CA_CREDENTIAL] = 1,     [CA_RACE_CHECK] = 1, [CA_RACE_USE] = 1, [CA_RETURNS_ARG] = 1,
    [CA_RETURNS_WITHIN] = 1, [CA_MISUSE] = 1,     [CA_ERROR_IF] = 1, [CA_ENSURES] = 1,
    [CA_REQUIRES] = 1,       [CA_SANITIZES] = 1,  [CA_CALLBACK] = 1,
};

static void havoc_argument(ContractRun *cr, u32 i)
{
    Run *r = cr->r;
    TypeTable *tt = &r->unit->types;
    const IrExp *e = cr->call->args[i];
    ContractTarget t = {(i16)i, 0};
    TypeId type = cr_type_of(cr, t), pointee = type_of(tt, type);
    if (type_get(tt, pointee)->quals & TQ_CONST || type_get(tt, type_of(tt, e->type))->quals & TQ_CONST)
        return;
    Spot p = cr_spot(cr, t);
    if (!writable(cr, p))
        return;
    if (!cr->c->from_library) { /* a function of the project that only attributes describe: it may keep it */
        st_escape(r, cr->s, p.obj, false, cr->site->at.inst);
        st_write_obj(r, cr->s, p.obj)->obscure = true;
        return;
    }
    u64 size;
    Val len = 0;
    if (e->kind == IE_ADDR && !(e->flags & IX_DECAY) && type_sizeof(tt, type_of(tt, e->type), &size) &&
        size < (u64)1 << 40)
        len = val_off(&r->values, (i64)size);
    st_fill(r, cr->s, p.obj, p.off, len, CONTENT_SOME, 0, 0, cr->version);
    ObjState *os = st_write_obj(r, cr->s, p.obj);
    os->obscure = true;
    os->written_by = cr->site->at.inst;
}

static void havoc_receiver(ContractRun *cr)
{
    Run *r = cr->r;
    u8 kind = cr->call->kind;
    if (kind != IC_METHOD && kind != IC_CTOR && kind != IC_OPERATOR)
        return;
    if (cr->type && cr->type->is_const)
        return;
    Spot p = cr_spot(cr, (ContractTarget){CT_THIS, 0});
    if (!writable(cr, p))
        return;
    const ObjState *os = st_obj(r, cr->s, p.obj);
    if (os->count)
        st_write_obj(r, cr->s, p.obj)->count = 0;
    os = st_obj(r, cr->s, p.obj);
    if (kind != IC_CTOR && !os->n_cells)
        return;
    u64 size;
    Val len = type_sizeof(&r->unit->types, cr->call->cls, &size) && size && size < (u64)1 << 40
                  ? val_off(&r->values, (i64)size)
                  : 0;
    Origin o = {.obscure = false};
    if (kind == IC_CTOR) {
        cr_write_bytes(cr, p, len, &o);
        if (!cr->call->n_args)
            st_write_obj(r, cr->s, p.obj)->count = val_off(&r->values, 0);
    } else
        st_fill(r, cr->s, p.obj, p.off, len, CONTENT_SOME, 0, os->taint, cr->version);
}

void cr_unmentioned(ContractRun *cr)
{
    if (contract_has(cr->c, CA_PURE) || contract_has(cr->c, CA_CONSTANT))
        return;
    if (cr->call->kind == IC_BUILTIN && contract_has(cr->c, CA_OPENS))
        return; /* va_start names its parameter and does not touch it */
    u64 mentioned = 0;
    bool receiver = false;
    for (u32 i = 0; i < cr->c->n; i++) {
        const ContractFact *f = &cr->facts[i];
        if (says_nothing[f->attr])
            continue;
        /* That the result is made of it does not say that it stays as it is. */
        bool of_result = f->attr == CA_PROPAGATES && f->target[0].arg == CT_RESULT;
        for (u32 k = 0; k < (of_result ? 1u : 2u); k++) {
            i32 arg = f->target[k].arg;
            if (k == 0 && f->attr == CA_PROPAGATES && arg >= 0)
                continue; /* where its new content comes from, but not how much is written */
            if (arg >= 0 && arg < 64)
                mentioned |= (u64)1 << arg;
            else if (arg == CT_VARARGS)
                mentioned |= cr->c->n_params < 64 ? ~(u64)0 << cr->c->n_params : 0;
            else if (arg == CT_THIS && f->attr != CA_USES)
                receiver = true;
        }
        if (f->attr == CA_FORMAT)
            mentioned |= cr->c->n_params < 64 ? ~(u64)0 << cr->c->n_params : 0;
    }
    for (u32 i = 0; i < cr->call->n_args && i < 64; i++)
        if (!(mentioned >> i & 1) && val_type(&cr->r->values, cr->site->args[i]).ptr)
            havoc_argument(cr, i);
    if (!receiver && cr->site->receiver)
        havoc_receiver(cr);
}
