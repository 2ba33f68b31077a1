/*
 * Text form of a state, for tests and `stoa dump --states`: one line per object that the path has touched, then temps and path. Nothing in it
 * depends on a schedule or an address.
 */
#include "engine/state_priv.h"

static const char *const step_names[STEP_COUNT] = {
#define X(name) #name,
    STEPS(X)
#undef X
};

// clang-format off
static const struct { u32 flag; const char *text; } flag_names[] = {
    {OS_FREED, "freed"}, {OS_DEAD, "dead"}, {OS_ESCAPED, "escaped"}, {OS_OWNED, "owned"},
    {OS_MAYBE_FREED, "maybe freed"}, {OS_LOCKED, "locked"}, {OS_MAYBE_LOCKED, "maybe locked"}, {OS_SECRET, "secret"},
    {OS_WIPED, "wiped"}, {OS_READONLY, "read-only"}, {OS_GROWN, "grown"}, {OS_PENDING, "pending"},
    {OS_MAYBE_OWNED, "maybe owned"},
};
// clang-format on

static void print_value(const Run *r, Val v, Sb *out)
{
    const Values *vs = &r->values;
    ValNode n = *val_node(vs, v);
    switch ((ValKind)n.kind) {
    case VK_ADDR:
        sb_addc(out, '&');
        obj_text(&r->objects, vs, n.a, out);
        if (!val_is_null(vs, n.b)) {
            sb_adds(out, " + ");
            print_value(r, n.b, out);
        }
        return;
    case VK_UNDEF: sb_adds(out, "undefined"); return;
    case VK_RECORD: sb_adds(out, "record"); return;
    case VK_SYM: {
        const SymInfo *info = val_sym_info(vs, v);
        if (info->origin == SO_JOIN && info->n_alts) {
            sb_adds(out, "join(");
            for (u32 i = 0; i < info->n_alts; i++) {
                if (i)
                    sb_adds(out, " | ");
                print_value(r, info->alts[i], out);
            }
            sb_addc(out, ')');
            return;
        }
        break;
    }
    default: break;
    }
    val_text(vs, v, out);
}

static void print_range(const Run *r, Val off, Val len, u32 bytes, Sb *out)
{
    sb_addc(out, '[');
    print_value(r, off, out);
    if (len) {
        sb_adds(out, ", +");
        print_value(r, len, out);
    } else if (bytes) {
        sb_addf(out, ", +%u", bytes);
    }
    sb_addc(out, ']');
}

static void print_content(const Run *r, const ObjState *os, Sb *out)
{
    for (u32 i = 0; i < os->n_cells; i++) {
        sb_addc(out, ' ');
        print_range(r, os->cells[i].off, VAL_NONE, os->cells[i].bytes, out);
        sb_adds(out, " = ");
        print_value(r, os->cells[i].value, out);
        sb_addc(out, ';');
    }
    for (const Span *sp = os->spans; sp; sp = sp->older) {
        sb_addc(out, ' ');
        print_range(r, sp->off, sp->len, 0, out);
        if (sp->content == CONTENT_FILL) {
            sb_adds(out, " filled with ");
            print_value(r, sp->fill, out);
        } else {
            sb_adds(out, sp->content == CONTENT_UNDEF ? " undefined"
                         : sp->maybe_undef            ? " unknown or undefined"
                                                      : " unknown");
        }
        if (sp->taint)
            sb_adds(out, " tainted");
        sb_addc(out, ';');
    }
}

typedef struct Print {
    const Run *r;
    Sb *out;
} Print;

static bool print_object(void *ctx, u32 key, void *value)
{
    Print *p = ctx;
    const ObjState *os = value;
    obj_text(&p->r->objects, &p->r->values, key, p->out);
    if (os->size) {
        sb_adds(p->out, " size ");
        print_value(p->r, os->size, p->out);
    }
    if (os->count) {
        sb_adds(p->out, " count ");
        print_value(p->r, os->count, p->out);
    }
    for (u32 i = 0; i < LENGTH(flag_names); i++)
        if (os->flags & flag_names[i].flag)
            sb_addf(p->out, ", %s", flag_names[i].text);
    sb_addc(p->out, ':');
    print_content(p->r, os, p->out);
    if (os->str_off) {
        sb_adds(p->out, " string at ");
        print_value(p->r, os->str_off, p->out);
        sb_adds(p->out, " of length ");
        print_value(p->r, os->str_len, p->out);
        sb_adds(p->out, os->str_ended == 1   ? ";"
                        : os->str_ended == 0 ? " without end;"
                                             : " perhaps without end;");
    }
    sb_addc(p->out, '\n');
    return true;
}

static bool print_temp(void *ctx, u32 key, void *value)
{
    Print *p = ctx;
    sb_addf(p->out, "%%%u = ", key);
    print_value(p->r, (Val)(uintptr_t)value, p->out);
    sb_addc(p->out, '\n');
    return true;
}

void st_print(Run *r, const State *s, Sb *out)
{
    Print p = {r, out};
    if (s->store.bottom)
        sb_adds(out, "infeasible\n");
    if (s->flags & SF_WEAK)
        sb_adds(out, "weak\n");
    if (s->flags & SF_JOINED)
        sb_adds(out, "joined\n");
    pmap_each(s->objs, print_object, &p);
    pmap_each(s->temps, print_temp, &p);
    u32 shown = 0;
    for (const Step *st = s->path; st && shown < LIMIT_PATH_STEPS; st = st->before, shown++) {
        sb_addf(out, "- %s", step_names[st->kind]);
        if (st->obj) {
            sb_addc(out, ' ');
            obj_text(&r->objects, &r->values, st->obj, out);
        }
        if (st->v) {
            sb_addc(out, ' ');
            print_value(r, st->v, out);
            if (st->kind == STEP_ASSUME)
                sb_adds(out, st->flag ? " is true" : " is false");
        }
        sb_addc(out, '\n');
    }
}
