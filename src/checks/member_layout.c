/*
 * CWE-188: stepping from one variable or member to its neighbour by pointer arithmetic, as if the layout were known; and changing
 * one byte of a number through another member of a union.
 */
#include <string.h>

#include "checks/flow.h"
#include "checks/util_ir.h"

/* One step of an accessed place: *(&x + n) or (&x)[n]. */
static void on_step(CheckCtx *c, const IrExp *e)
{
    const IrExp *base = e->a, *step = e->b;
    if (e->kind == IE_DEREF) {
        const IrExp *sum = ir_skip_casts(e->a);
        if (sum->kind != IE_BINOP || (sum->op != BIN_PTRADD && sum->op != BIN_PTRSUB))
            return;
        base = sum->a;
        step = sum->b;
    }
    base = ir_skip_implicit(base);
    if (!e->node || base->kind != IE_ADDR || base->flags & (IX_DECAY | IX_BINDING))
        return;
    const IrExp *object = base->a;
    if (object->kind != IE_FIELD && object->kind != IE_VAR && object->kind != IE_GLOBAL)
        return;
    TypeKind kind = type_kind(&c->ir->types, object->type);
    if (kind == TY_ARRAY || kind == TY_UNKNOWN || kind == TY_NAMED)
        return;
    Site site = check_site(c, e->node);
    i64 n;
    if (!util_int(c, step, &n))
        check_undecided(site, UNDECIDED_VALUE);
    else if (n == 0)
        check_safe(site);
    else
        check_violated(site, check_code(c, e->node),
                       object->node ? check_code(c, object->node) : "the object");
}

/* Taking an address is no access, so only what is loaded and stored counts. */
static void on_function(CheckCtx *c, const IrFunction *f)
{
    for (u32 b = 0; b < f->n_blocks; b++)
        for (const IrInst *i = f->blocks[b]->first; i; i = i->next) {
            if (i->op != II_LOAD && (i->op != II_STORE || i->flags & IIF_COMPOUND))
                continue;
            for (const IrExp *e = i->place; e->kind >= IE_DEREF; e = e->a) {
                if (e->kind == IE_DEREF || (e->kind == IE_INDEX && !ir_is_place(e->a)))
                    on_step(c, e);
                if (e->kind == IE_DEREF || e->kind == IE_OBJECT || !ir_is_place(e->a))
                    break;
            }
        }
}

/* ---- one byte of a number, through a union ---- */

/* The union's member that a place lies in: the FIELD right above a local variable of union type, or NULL. */
static const IrExp *member_of(CheckCtx *c, const IrExp *place)
{
    const IrExp *member = NULL;
    for (const IrExp *e = place; e->kind == IE_FIELD || (e->kind == IE_INDEX && ir_is_place(e->a)); e = e->a)
        if (e->kind == IE_FIELD && e->a->kind == IE_VAR && e->a->var->kind == IV_LOCAL)
            member = e;
    const Record *r = member ? type_record(util_types(c), member->a->type) : NULL;
    return r && r->keyword == KW_UNION ? member : NULL;
}

/* An integer of more than one byte that is the member itself. */
static bool is_number(CheckCtx *c, const IrExp *place, const IrExp *member)
{
    u64 size;
    return place == member && type_is_integer(&c->ir->types, place->type) &&
           type_sizeof(util_types(c), place->type, &size) && size > 1;
}

/* Does the program test the byte order somewhere around? */
static bool knows_byte_order(const CheckCtx *c)
{
    const Node *n = tree_node(&c->unit->tree, c->function->node);
    for (u32 i = n->begin; i < n->end; i++) {
        const Token *t = &c->unit->toks.at[i];
        if (t->kind == TK_IDENT && strcasestr(sym_str(t->sym), "endian"))
            return true;
    }
    return false;
}

/* The number is stored, then one byte of it changed through another member, then the number read, in one block. */
static void on_union(CheckCtx *c, const IrBlock *b, const IrInst *byte, const IrExp *member)
{
    const IrExp *number = NULL;
    const IrInst *read = NULL;
    for (const IrInst *i = b->first; i && !read; i = i->next) {
        const IrExp *other = i->op == II_STORE || i->op == II_LOAD ? member_of(c, i->place) : NULL;
        if (!other || other->a->var != member->a->var || other->field == member->field ||
            !is_number(c, i->place, other))
            continue;
        if (i->op == II_STORE && i->id < byte->id)
            number = other;
        else if (i->op == II_STORE && i->id > byte->id)
            return;
        else if (i->op == II_LOAD && i->id > byte->id && number && number->field == other->field)
            read = i;
    }
    Site site = check_site_inst(c, byte);
    if (!read)
        return;
    if (flow_from_macro(c->unit, byte->node) || knows_byte_order(c)) {
        check_undecided(site, UNDECIDED_CONFIGURATION);
        return;
    }
    Finding *f = check_violated(site, check_code(c, byte->place->node ? byte->place->node : byte->node),
                                sym_str(number->name));
    finding_message(
        f, "`%s` changes one byte of `%s`; which one, the processor's byte order and the sizes decide.",
        check_code(c, byte->place->node ? byte->place->node : byte->node), sym_str(number->name));
    finding_reason(
        f,
        "On a machine with the other byte order, or where the number is longer, another part of it changes: a flag that is not "
        "set, a sign that does not turn, a length that becomes huge.");
    finding_repair(f, "Change the number with shifts and masks, which mean the same everywhere.");
    finding_severity(f, SEV_LOW);
    finding_related(f, check_place_inst(c, read), "the number is read here");
}

static void on_unions(CheckCtx *c, const IrFunction *f)
{
    for (u32 k = 0; k < f->n_blocks; k++)
        for (const IrInst *i = f->blocks[k]->first; i; i = i->next) {
            const IrExp *member = i->op == II_STORE && i->node && type_is_char(&c->ir->types, i->place->type)
                                      ? member_of(c, i->place)
                                      : NULL;
            if (member && !util_too_large(c))
                on_union(c, f->blocks[k], i, member);
        }
}

static void on_any_function(CheckCtx *c, const IrFunction *f)
{
    on_function(c, f);
    on_unions(c, f);
}

const CheckInfo check_member_layout = {
    .id = "member-layout",
    .cwe = 188,
    .severity = SEV_MEDIUM,
    .confidence = CONF_HIGH,
    .title = "A neighbour in memory is reached from the address of another variable",
    .sites = "accesses at an offset from the address of a single object",
    .message = "`{0}` leaves `{1}` to reach what happens to lie next to it.",
    .reason =
        "The compiler pads and reorders: what follows a variable or a member is not fixed. Such an access is undefined and "
        "reads or overwrites whatever is there.",
    .repair = "Name the other member, or use an array.",
    .references = (const char *const[]){"CERT C ARR37-C", NULL},
    .on_function = on_any_function,
};
