/*
 * The table of objects of a run; see object.h. Objects are numbered in the order of their first request, never by address.
 */
#include "engine/object.h"

#include <string.h>

enum { TEXT_OF_LITERAL = 24 }; /* bytes of a string literal that a text shows */

void objects_init(Objects *os)
{
    memset(os, 0, sizeof *os);
    map_init(&os->index);
    vec_push(&os->at, (Obj){0});
}

void objects_release(Objects *os)
{
    vec_release(&os->at);
    map_release(&os->index);
}

void objects_reset(Objects *os)
{
    os->at.n = 1;
    map_clear(&os->index);
}

ObjId obj_get(Objects *os, u64 what, const Obj *info)
{
    u64 hash = map_mix(map_mix(what) + info->kind) ^ map_mix(map_mix(info->context) + info->generation);
    u32 *slot = map_slot(&os->index, hash, 0);
    for (ObjId o = *slot; o; o = os->at.at[o].next) {
        const Obj *known = &os->at.at[o];
        if (known->what == what && known->kind == info->kind && known->context == info->context &&
            known->generation == info->generation)
            return o;
    }
    Obj made = *info;
    made.what = what;
    made.next = *slot;
    *slot = os->at.n;
    vec_push(&os->at, made);
    return os->at.n - 1;
}

static void literal_text(const IrString *str, Sb *out)
{
    sb_adds(out, "`\"");
    if (str->char_size == 1) {
        u32 n = MIN(str->n_bytes, (u32)TEXT_OF_LITERAL);
        for (u32 i = 0; i < n; i++) {
            u8 c = (u8)str->bytes[i];
            if (c == '\n')
                sb_adds(out, "\\n");
            else if (c == '\t')
                sb_adds(out, "\\t");
            else if (c < 32 || c == 127 || c == '`')
                sb_addc(out, '.');
            else
                sb_addc(out, (char)c);
        }
        if (n < str->n_bytes)
            sb_adds(out, "...");
    }
    sb_adds(out, "\"`");
}

void obj_text(const Objects *os, const Values *vs, ObjId id, Sb *out)
{
    const Obj *o = obj(os, id);
    switch ((ObjKind)o->kind) {
    case OBJ_VAR:
        if (o->var->kind == IV_THIS)
            sb_adds(out, "`this`");
        else if (o->var->name)
            sb_addf(out, "`%s`", sym_str(o->var->name));
        else
            sb_adds(out, "a temporary value");
        return;
    case OBJ_GLOBAL: sb_addf(out, "`%s`", sym_str(o->global->name)); return;
    case OBJ_FUNC: sb_addf(out, "the function `%s`", sym_str(o->global->name)); return;
    case OBJ_STRING: literal_text(o->str, out); return;
    case OBJ_ALLOC:
        if (o->maker)
            sb_addf(out, "the block from `%s`", sym_str(o->maker));
        else
            sb_adds(out, "the allocated block");
        return;
    case OBJ_HANDLE:
        if (o->maker)
            sb_addf(out, "the resource from `%s`", sym_str(o->maker));
        else
            sb_adds(out, "the resource");
        return;
    case OBJ_POINTEE: {
        const SymInfo *base = val_sym_info(vs, o->base);
        if (!base) {
            sb_adds(out, "the memory pointed to");
            return;
        }
        sb_adds(out, "what `");
        val_text(vs, o->base, out);
        sb_adds(out, "` points to");
        return;
    }
    case OBJ_NONE: break;
    }
    sb_adds(out, "an unknown object");
}
