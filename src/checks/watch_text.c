/*
 * Texts for the slots of findings that come from the engine's events: values, objects, ranges, sizes, code. See watch.h; called by
 * checks' on_event.
 */
#include "base/str.h"
#include "checks/watch_priv.h"

static const char *keep(CheckCtx *c, Sb *b)
{
    const char *text = arena_strndup(check_arena(c), b->s, b->n);
    sb_release(b);
    return text;
}

/* Decimal digits of any value of 128 bits. */
void watch_add_number(Sb *out, i128 n)
{
    char digits[44];
    u32 at = sizeof digits;
    unsigned __int128 rest = n < 0 ? -(unsigned __int128)n : (unsigned __int128)n;
    digits[--at] = '\0';
    do {
        digits[--at] = (char)('0' + (int)(rest % 10));
        rest /= 10;
    } while (rest);
    if (n < 0)
        sb_addc(out, '-');
    sb_adds(out, digits + at);
}

void watch_add_range(Sb *out, Interval range, VType type)
{
    bool low = range.lo > vtype_min(type), high = range.hi < vtype_max(type);
    if (range.lo == range.hi) {
        watch_add_number(out, range.lo);
    } else if (low && high && range.lo != 0) {
        watch_add_number(out, range.lo);
        sb_adds(out, " to ");
        watch_add_number(out, range.hi);
    } else if (high) {
        sb_adds(out, "at most ");
        watch_add_number(out, range.hi);
    } else if (low && range.lo != 0) {
        sb_adds(out, "at least ");
        watch_add_number(out, range.lo);
    } else {
        sb_adds(out, "any value");
    }
}

/* ---- names of symbols ---- */

enum { NAME_DEPTH = 6 };

static bool add_object_name(Run *r, ObjId id, u32 depth, Sb *out)
{
    const Obj *o = obj(&r->objects, id);
    switch ((ObjKind)o->kind) {
    case OBJ_VAR:
        if (o->var->kind != IV_THIS && !o->var->name)
            return false;
        sb_adds(out, o->var->kind == IV_THIS ? "this" : sym_str(o->var->name));
        return true;
    case OBJ_GLOBAL: sb_adds(out, sym_str(o->global->name)); return true;
    case OBJ_POINTEE: return o->base && depth < NAME_DEPTH && watch_add_sym(r, o->base, depth + 1, out);
    default: return false;
    }
}

/* "header[1]", "m->len", "m.items[3].size": the part of an object at a byte offset. */
static bool add_part_name(Run *r, ObjId id, u64 off, u64 bytes, u32 depth, Sb *out)
{
    TypeTable *tt = &r->unit->types;
    const Obj *o = obj(&r->objects, id);
    TypeId t = o->type;
    bool pointee = o->kind == OBJ_POINTEE, elements = o->elements || pointee;
    u64 size;
    if (!add_object_name(r, id, depth, out))
        return false;
    for (u32 level = 0; level < NAME_DEPTH && type_sizeof(tt, t, &size) && size; level++) {
        if (elements && (!type_record(tt, t) || off >= size)) {
            sb_addf(out, "[%llu]", (unsigned long long)(off / size));
            off %= size;
            pointee = false;
        }
        elements = false;
        if (size <= bytes)
            return off == 0;
        if (type_kind(tt, t) == TY_ARRAY) {
            t = type_of(tt, t);
            elements = true;
            continue;
        }
        const Record *record = type_record(tt, t);
        u32 i = 0;
        u64 field_size = 0;
        while (record && record->layout_known && i < record->n_fields &&
               !(off >= record->fields[i].offset && type_sizeof(tt, record->fields[i].type, &field_size) &&
                 off < record->fields[i].offset + field_size))
            i++;
        if (!record || !record->layout_known || i == record->n_fields)
            return false;
        const Field *field = &record->fields[i];
        if (field->name && !(field->flags & FIELD_BASE))
            sb_addf(out, "%s%s", pointee ? "->" : ".", sym_str(field->name));
        pointee = pointee && !field->name;
        off -= field->offset;
        t = field->type;
    }
    return off == 0;
}

bool watch_add_sym(Run *r, Val sym, u32 depth, Sb *out)
{
    const SymInfo *info = val_sym_info(&r->values, sym);
    if (!info)
        return false;
    size_t before = out->n;
    i64 off;
    u64 bytes = (info->type.width + 7u) / 8;
    if (info->obj && info->origin != SO_BASE && info->off && val_const(&r->values, info->off, &off) &&
        off >= 0) {
        if (add_part_name(r, info->obj, (u64)off, bytes, depth, out))
            return true;
        out->n = before;
        info = val_sym_info(&r->values, sym);
    }
    bool result = info->origin == SO_RESULT || info->origin == SO_LIBRARY || info->origin == SO_INPUT;
    if (info->var && info->var->name && !info->obj)
        sb_adds(out, sym_str(info->var->name));
    else if (info->name)
        sb_addf(out, "%s%s", result ? "result of " : "", sym_str(info->name));
    return out->n > before;
}

/* ---- slots ---- */

/* The expression that a pointer came from: addresses have no text of their own, and what a joined pointer is on one path is no name for it. */
static const char *pointer_code(CheckCtx *c, const Event *ev, Val v)
{
    bool access = ev->kind == EV_ACCESS && ev->access.ptr == v,
         freed = ev->kind == EV_FREE && ev->freed.ptr == v;
    i32 arg = access ? ev->access.arg : ev->freed.arg;
    if ((access || freed) && ev->inst && ev->inst->op == II_CALL && (freed || ev->access.fact) && arg >= 0 &&
        (u32)arg < ev->inst->call->n_args)
        return watch_code(c, ev, ev->inst->call->arg_nodes[arg]);
    const IrExp *place = access ? ev->access.place : NULL;
    while (place && place->kind == IE_FIELD)
        place = place->a;
    if (place && (place->kind == IE_DEREF || place->kind == IE_INDEX))
        return watch_code(c, ev, place->a->node);
    if (val_kind(&ev->run->values, v) != VK_ADDR)
        return "";
    const Obj *o = obj(&ev->run->objects, val_node(&ev->run->values, v)->a);
    if (o->kind == OBJ_VAR && o->var->name)
        return check_text(c, "&%s", sym_str(o->var->name));
    return o->kind == OBJ_GLOBAL ? check_text(c, "&%s", sym_str(o->global->name)) : "";
}

const char *watch_value(CheckCtx *c, const Event *ev, Val v)
{
    if (!v)
        return "";
    const char *code = val_type(&ev->run->values, v).ptr ? pointer_code(c, ev, v) : "";
    if (*code)
        return code;
    Sb b;
    sb_init(&b);
    val_text(&ev->run->values, v, &b);
    return keep(c, &b);
}

const char *watch_object(CheckCtx *c, const Event *ev, ObjId o)
{
    if (!o)
        return "";
    Sb b;
    sb_init(&b);
    obj_text(&ev->run->objects, &ev->run->values, o, &b);
    return keep(c, &b);
}

const char *watch_range(CheckCtx *c, const Event *ev, Val v)
{
    if (!v)
        return "";
    VType type = val_type(&ev->run->values, v);
    Sb b;
    sb_init(&b);
    if (type.width == 0)
        sb_adds(&b, "any value");
    else if (ev->state)
        watch_add_range(&b, st_range(ev->run, ev->state, v), type);
    return keep(c, &b);
}

const char *watch_size(CheckCtx *c, const Event *ev, ObjId o)
{
    Val size = o && ev->state ? st_size(ev->run, ev->state, o) : 0;
    if (!size)
        return "";
    Sb b;
    sb_init(&b);
    obj_text(&ev->run->objects, &ev->run->values, o, &b);
    i64 bytes;
    sb_adds(&b, " holds ");
    if (val_const(&ev->run->values, size, &bytes)) {
        sb_addf(&b, "%lld byte%s", (long long)bytes, bytes == 1 ? "" : "s");
    } else {
        sb_addc(&b, '`');
        val_text(&ev->run->values, size, &b);
        sb_adds(&b, "` bytes");
    }
    return keep(c, &b);
}

const char *watch_code(CheckCtx *c, const Event *ev, NodeId n)
{
    (void)ev;
    return n ? check_code(c, n) : "";
}

Place watch_place_of(CheckCtx *c, const IrFunction *f, const IrInst *i)
{
    return check_place(c, i && i->node ? i->node : f->node);
}

enum { ARGUMENT_SCAN = 64 }; /* instructions between the evaluation of an argument and its call */

/* Is the code written in the argument of a macro that nobody defined? Then nobody knows when it runs, if ever. */
static bool in_unknown_macro(const Event *ev)
{
    const IrFunction *f = ev->f;
    const IrBlock *b = ev->block;
    /* A statement as argument is lowered behind an opaque branch ... */
    if (b && b->id > 0 && f->blocks[b->id - 1]->last->op == II_BRANCH &&
        f->blocks[b->id - 1]->last->why == BR_MACRO && f->blocks[b->id - 1]->last->then == b->id)
        return true;
    /* ... an expression before the call that the macro stands for. */
    const Tree *t = &f->unit->unit->tree;
    const Node *node = tree_node(t, ev->node);
    u32 left = ARGUMENT_SCAN;
    for (const IrInst *i = ev->inst; i && left--; i = i->next)
        if (i != ev->inst && i->op == II_CALL && i->node &&
            (i->call->kind == IC_MACRO || i->call->flags & ICF_MAY_BE_MACRO) &&
            tree_node(t, i->node)->begin < node->begin && node->end <= tree_node(t, i->node)->end)
            return true;
    return false;
}

bool watch_written(const Event *ev)
{
    return ev->node && !(ev->inst && ev->inst->flags & IIF_IMPLICIT) && !in_unknown_macro(ev);
}
