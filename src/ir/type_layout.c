/*
 * Sizes, alignments, and the layout of records; see type.h.
 */
#include "ir/type.h"

#include <string.h>

#include "base/limits.h"

#define SIZE_CAP ((u64)1 << 62)

/* ---- sizes ---- */

bool type_sizeof(TypeTable *tt, TypeId t, u64 *size)
{
    u64 factor = 1;
    for (u32 depth = 0; depth < LIMIT_TYPE_DEPTH; depth++) {
        const Type *ty = type_get(tt, t);
        switch (ty->kind) {
        case TY_BOOL:
        case TY_INT:
        case TY_FLOAT:
        case TY_COMPLEX:
        case TY_NULLPTR:
        case TY_PTR: *size = factor * ty->count; return *size < SIZE_CAP;
        case TY_MEMPTR: {
            bool func = type_kind(tt, ty->of) == TY_FUNC;
            *size = factor * ty->count * (func ? 2 : 1);
            return type_kind(tt, ty->of) != TY_UNKNOWN;
        }
        case TY_REF: t = ty->of; continue;
        case TY_VOID: *size = factor; return true; /* GNU */
        case TY_ARRAY:
            if (ty->bound != BOUND_KNOWN || (ty->count && factor > SIZE_CAP / ty->count))
                return false;
            factor *= ty->count;
            t = ty->of;
            continue;
        case TY_ENUM: {
            const EnumType *e = type_enum(tt, t);
            if (e->underlying == TYPE_UNKNOWN)
                return false;
            t = e->underlying;
            continue;
        }
        case TY_RECORD: {
            const Record *r = type_record(tt, t);
            if (r->state != RECORD_COMPLETE || !r->layout_known || (r->size && factor > SIZE_CAP / r->size))
                return false;
            *size = factor * r->size;
            return true;
        }
        default: return false;
        }
    }
    return false;
}

bool type_alignof(TypeTable *tt, TypeId t, u32 *align)
{
    for (u32 depth = 0; depth < LIMIT_TYPE_DEPTH; depth++) {
        const Type *ty = type_get(tt, t);
        switch (ty->kind) {
        case TY_BOOL:
        case TY_INT:
        case TY_NULLPTR:
        case TY_PTR:
        case TY_MEMPTR:
        case TY_FLOAT:
            *align = (u32)ty->count;
            if (*align >= 8 && *align < 16)
                *align = tt->target->max_align;
            if (ty->kind == TY_FLOAT && ty->count == 12)
                *align = 4;
            return true;
        case TY_COMPLEX:
            *align = ty->count == 8 ? 4 : ty->count == 16 ? tt->target->max_align : (u32)ty->count / 2;
            return true;
        case TY_VOID: *align = 1; return true;
        case TY_REF:
        case TY_ARRAY: t = ty->of; continue;
        case TY_ENUM: t = type_enum(tt, t)->underlying; continue;
        case TY_RECORD: {
            const Record *r = type_record(tt, t);
            *align = r->align;
            return r->state == RECORD_COMPLETE && r->layout_known;
        }
        default: return false;
        }
    }
    return false;
}

/* ---- layout ---- */

static u64 round_up(u64 x, u64 align)
{
    return align > 1 ? (x + align - 1) / align * align : x;
}

void type_layout(TypeTable *tt, Record *r, bool packed, u32 min_align)
{
    u64 bits = 0, size = 0; /* next free bit; largest member of a union */
    u32 align = 1;
    bool known = true;
    bool is_union = r->keyword == KW_UNION;
    if (r->has_virtual && !(r->n_bases && type_record(tt, r->fields[0].type) &&
                            type_record(tt, r->fields[0].type)->has_virtual)) {
        bits = (u64)tt->target->ptr_size * 8;
        align = tt->target->ptr_size;
    }
    for (u32 i = 0; i < r->n_fields; i++) {
        Field *f = &r->fields[i];
        u64 fsize = 0;
        u32 falign = 1;
        bool last_open = type_kind(tt, f->type) == TY_ARRAY && type_get(tt, f->type)->bound == BOUND_NONE;
        if (f->flags & FIELD_ALT)
            known = false;
        if (last_open ? !type_alignof(tt, f->type, &falign)
                      : !type_sizeof(tt, f->type, &fsize) || !type_alignof(tt, f->type, &falign))
            known = false;
        if (!known)
            continue;
        if (fsize > SIZE_CAP / 16) {
            known = false;
            continue;
        }
        if (packed)
            falign = 1;
        if (f->flags & FIELD_BASE && fsize == 1 && type_record(tt, f->type) &&
            !type_record(tt, f->type)->n_fields)
            fsize = 0; /* empty base */
        if (is_union)
            bits = 0;
        if (f->flags & FIELD_BITFIELD) {
            u64 unit = fsize * 8;
            if (f->bit_width == 0) { /* closes the unit */
                bits = round_up(bits, unit);
                continue;
            }
            if (!packed && bits / unit != (bits + f->bit_width - 1) / unit)
                bits = round_up(bits, unit);
            u64 at = packed ? bits / 8 : bits / unit * fsize;
            f->offset = at;
            f->bit_offset = (u8)(bits - at * 8);
            bits += f->bit_width;
            if (f->name || tt->cxx)
                align = MAX(align, falign);
        } else {
            u64 at = round_up((bits + 7) / 8, falign);
            f->offset = at;
            bits = (at + fsize) * 8;
            align = MAX(align, falign);
        }
        size = MAX(size, (bits + 7) / 8);
        if (size > SIZE_CAP / 16)
            known = false;
    }
    if (min_align)
        align = MAX(align, min_align);
    size = MAX(size, is_union ? 0 : (bits + 7) / 8);
    if (tt->cxx && size == 0)
        size = 1;
    r->layout_known = known;
    r->align = align;
    r->size = round_up(size, align);
    if (!known)
        for (u32 i = 0; i < r->n_fields; i++)
            r->fields[i].offset = 0;
}
