/*
 * Where content comes from, and what of it reaches a place that must not be untrusted. See exec_contract.h.
 */
#include <string.h>

#include "base/words.h"
#include "engine/exec_contract.h"
#include "engine/explore.h"

enum { ORIGIN_DEPTH = 3 /* copies of copies, arrays of pointers */ };

/* ---- values ---- */

typedef struct ValueOrigin {
    Run *r;
    Origin out;
} ValueOrigin;

static void look_at_symbol(void *ctx, Val sym)
{
    ValueOrigin *v = ctx;
    const SymInfo *i = val_sym_info(&v->r->values, sym);
    if (!i)
        return;
    if (i->taint && !v->out.source)
        v->out.source = sym;
    v->out.taint |= i->taint;
    switch ((SymOrigin)i->origin) {
    case SO_LIBRARY:
    case SO_INPUT:
    case SO_TRIP:
    case SO_BASE:
    case SO_LAYOUT:
    case SO_CONFIG:
    case SO_UNDEF: break;
    default:
        if (!i->taint && !v->out.obscure) {
            v->out.obscure = true;
            v->out.why = (u8)ask_why(v->r, sym);
        }
    }
}

static Origin origin_of_value(Run *r, const State *s, Val v)
{
    (void)s;
    ValueOrigin out = {.r = r};
    val_each_sym(&r->values, v, look_at_symbol, &out);
    out.out.taint |= val_node(&r->values, v)->taint;
    return out.out;
}

/* ---- content ---- */

static Origin content(Run *r, const State *s, ObjId id, u32 depth);

static void obscure(Origin *o, EngineWhy why)
{
    if (!o->obscure)
        o->why = (u8)why;
    o->obscure = true;
}

/* What a span adds. */
static void look_at_span(Run *r, const State *s, ObjId id, const Span *sp, u32 depth, Origin *out)
{
    if (sp->content != CONTENT_SOME)
        return;
    out->taint |= sp->taint;
    const SymInfo *fill = sp->fill ? val_sym_info(&r->values, sp->fill) : NULL;
    if (sp->taint) {
        if (fill && fill->taint && !out->source)
            out->source = sp->fill;
        return;
    }
    if (fill && (fill->origin == SO_LIBRARY || fill->origin == SO_INPUT))
        return;
    if (sp->src) {
        if (obj(&r->objects, sp->src)->kind == OBJ_STRING)
            return;
        if (depth < ORIGIN_DEPTH && sp->src != id) {
            Origin o = content(r, s, sp->src, depth + 1);
            if (o.obscure)
                obscure(out, (EngineWhy)o.why);
            return;
        }
    }
    switch ((SymOrigin)sp->origin) {
    case SO_LIBRARY:
    case SO_INPUT: return;
    case SO_HAVOC:
    case SO_RESULT: obscure(out, WHY_CALLEE); return;
    case SO_PARAM:
    case SO_MEMORY: obscure(out, WHY_CALLER); return;
    default: obscure(out, WHY_VALUE); return;
    }
}

static Origin content(Run *r, const State *s, ObjId id, u32 depth)
{
    Values *vs = &r->values;
    Origin out = {0};
    const Obj *o = obj(&r->objects, id);
    if (o->kind == OBJ_STRING || o->kind == OBJ_FUNC)
        return out;
    const ObjState *os = st_obj(r, s, id);
    out.taint = os->taint;
    out.source = os->taint_source;
    out.sanitized = os->sanitized;
    out.examined = os->examined;
    if (os->obscure)
        obscure(&out, WHY_VALUE);
    i64 n, size;
    for (const Span *sp = os->spans; sp; sp = sp->older) {
        look_at_span(r, s, id, sp, depth, &out);
        bool start = val_const(vs, sp->off, &n) && n <= 0;
        if (start && sp->older &&
            (!sp->len ||
             (os->size && val_const(vs, os->size, &size) && val_const(vs, sp->len, &n) && n >= size)))
            break; /* nothing older shows */
        /* A string from the start hides what an older string left there, as far as its terminator counts. */
        if (start && sp->older && os->str_len && os->str_ended == 1 && val_const(vs, os->str_off, &n) &&
            n == 0 && sp->content == CONTENT_SOME)
            break;
    }
    for (u32 i = 0; i < os->n_cells && i < LIMIT_OBJECT_CELLS; i++) {
        Val v = os->cells[i].value;
        if (!val_type(vs, v).ptr) {
            Origin one = origin_of_value(r, s, v);
            out.taint |= one.taint;
            if (!out.source)
                out.source = one.source;
            if (one.obscure)
                obscure(&out, (EngineWhy)one.why);
            continue;
        }
        ObjId to;
        Val off;
        if (depth >= ORIGIN_DEPTH || !st_points_to(r, s, v, &to, &off) || to == id)
            continue;
        Origin one = content(r, s, to, depth + 1);
        cr_origin_join(&out, &one);
    }
    return out;
}

Origin cr_origin_of_content(Run *r, const State *s, ObjId o, Val off)
{
    (void)off;
    return content(r, s, o, 0);
}

static Origin origin_of_argument(ContractRun *cr, Val v, TypeId type)
{
    Origin none = {0};
    if (!v || val_is_null(&cr->r->values, v))
        return none;
    if (!val_type(&cr->r->values, v).ptr)
        return origin_of_value(cr->r, cr->s, v);
    Spot p = cr_spot_of(cr, v, type);
    if (p.obj)
        return cr_origin_of_content(cr->r, cr->s, p.obj, p.off);
    if (cr_is_null(cr, v))
        return none;
    Origin o = origin_of_value(cr->r, cr->s, v);
    obscure(&o, o.obscure ? (EngineWhy)o.why : WHY_VALUE);
    return o;
}

Origin cr_origin_of(ContractRun *cr, ContractTarget t)
{
    if (t.arg != CT_VARARGS)
        return origin_of_argument(cr, cr_value(cr, t), cr_type_of(cr, t));
    Origin all = {0};
    for (u32 i = cr->c->n_params; i < cr->call->n_args; i++) {
        Origin o = origin_of_argument(cr, cr->site->args[i], cr->call->args[i]->type);
        if (!val_type(&cr->r->values, cr->site->args[i]).ptr) {
            o.obscure = false; /* digits break nothing */
            TypeId written = ir_skip_implicit(cr->call->args[i])->type;
            if (contract_has(cr->c, CA_FORMAT) && !type_is_char(&cr->r->unit->types, written))
                continue;
        }
        cr_origin_join(&all, &o);
    }
    return all;
}

/* ---- sinks ---- */

/* How many bytes or rounds: harmful only when it can be a lot. */
static Question too_many(ContractRun *cr, Val v)
{
    Values *vs = &cr->r->values;
    VType t = val_type(vs, v);
    if (!t.width || t.ptr || vtype_max(t) <= LIMIT_SINK_SIZE)
        return ask_no();
    return eng_ask(cr->r, cr->s, val_cmp(vs, BIN_GT, v, val_int(vs, t, LIMIT_SINK_SIZE)));
}

/* The empty string harms nobody: the path of a loop over characters that never went round. */
static bool is_empty(ContractRun *cr, Val v, TypeId type)
{
    Run *r = cr->r;
    Spot p = cr_spot_of(cr, v, type);
    if (!p.obj || type_kind(&r->unit->types, p.pointee) != TY_INT)
        return false;
    Val first = st_load(r, cr->s, p.obj, p.off, p.pointee);
    return val_type(&r->values, first).width &&
           st_test(r, cr->s,
                   val_cmp(&r->values, BIN_EQ, first, val_int(&r->values, val_type(&r->values, first), 0))) ==
               1;
}

static void one_sink(ContractRun *cr, const ContractFact *f, i32 arg, Val v, TypeId type)
{
    Run *r = cr->r;
    const ExecNames *names = exec_names();
    if (!v)
        return;
    Origin o = origin_of_argument(cr, v, type);
    Where at = cr_at(cr, arg);
    Event ev = exec_event(r, cr->s, &at, EV_SINK);
    EvSink e = {.call = cr->call,
                .contract = cr->c,
                .fact = f,
                .arg = arg,
                .value = v,
                .taint = o.taint,
                .source = o.source};
    if (val_type(&r->values, v).ptr)
        e.obj = cr_spot_of(cr, v, type).obj;
    if (o.taint && e.obj && is_empty(cr, v, type))
        o.taint = 0, o.source = e.source = 0, e.taint = 0;
    TaintMask bit = taint_bit(f->kind);
    bool open = o.taint && !(o.sanitized & bit);
    if (f->kind == names->sink_size || f->kind == names->sink_loop)
        e.tainted = too_many(cr, v);
    else if (open && !(o.examined & bit))
        e.tainted = ask_yes(cr->s);
    else if (open)
        e.tainted = ask_unknown(WHY_VALUE, o.source);
    else if (o.obscure)
        e.tainted = ask_unknown((EngineWhy)o.why, 0);
    else
        e.tainted = ask_no();
    ev.sink = e;
    eng_send(r, &ev);
}

/* Characters of a literal argument, narrow, as far as they fit. */
static bool literal_of(ContractRun *cr, u32 arg, char *out, u32 cap)
{
    Run *r = cr->r;
    ObjId o;
    Val off;
    i64 n;
    if (!st_points_to(r, cr->s, cr->site->args[arg], &o, &off) || obj(&r->objects, o)->kind != OBJ_STRING ||
        !val_const(&r->values, off, &n) || n != 0)
        return false;
    const IrString *str = obj(&r->objects, o)->str;
    u32 width = str->char_size ? str->char_size : 1, k = 0;
    for (u32 i = 0; i < str->n_bytes && k + 1 < cap; i += width)
        out[k++] = (char)str->bytes[i];
    out[k] = 0;
    return true;
}

static bool is_shell(const char *path)
{
    static const char *const shells[] = {"sh", "bash", "dash", "ksh", "zsh", "csh", "cmd.exe", "cmd"};
    for (const char *p = path; *p; p++)
        if (*p == '/' || *p == '\\')
            path = p + 1;
    for (u32 i = 0; i < LENGTH(shells); i++)
        if (strcmp(path, shells[i]) == 0)
            return true;
    return false;
}

/*
 * execl("/bin/sh", "sh", "-c", script, text, NULL): the first argument that the shell reads as commands. What stands behind the script is
 * data only for a script that asks for it.
 */
static u32 shell_script(ContractRun *cr)
{
    char text[256];
    u32 n = cr->call->n_args;
    if (n < 4 || !literal_of(cr, 0, text, sizeof text) || !is_shell(text))
        return n;
    for (u32 i = 1; i + 1 < n; i++) {
        if (!literal_of(cr, i, text, sizeof text) || (strcmp(text, "-c") != 0 && strcmp(text, "/c") != 0))
            continue;
        return literal_of(cr, i + 1, text, sizeof text) && strchr(text, '$') ? n : i + 1;
    }
    return n;
}

void cr_sink(ContractRun *cr, const ContractFact *f)
{
    const ExecNames *names = exec_names();
    ContractTarget t = f->target[0];
    if (cr->r->explore->quiet)
        return;
    if (t.arg != CT_VARARGS) {
        one_sink(cr, f, t.arg, cr_value(cr, t), cr_type_of(cr, t));
        return;
    }
    u32 script = f->kind == names->sink_argument ? shell_script(cr) : cr->call->n_args;
    for (u32 i = cr->c->n_params; i < cr->call->n_args; i++)
        one_sink(cr, i >= script ? &names->command : f, (i32)i, cr->site->args[i], cr->call->args[i]->type);
}

void cr_format_sink(ContractRun *cr, const ContractFact *f)
{
    ContractTarget t = f->target[0];
    if (!cr->r->explore->quiet && t.arg >= 0 && !cr_about(cr, CA_SINK, t))
        one_sink(cr, &exec_names()->format, t.arg, cr_value(cr, t), cr_type_of(cr, t));
}

/* ---- functions that only their names describe ---- */

/* infoMessage, log_warning, LOG_ERROR, auditLog: whoever names a function so writes to a log. */
static bool names_log(Sym name)
{
    Words w;
    words_split(sym_str(name), &w);
    return words_any(&w, "log logger syslog logf audit") ||
           (words_any(&w, "info warn warning error debug notice") &&
            words_any(&w, "message msg print printf"));
}

void exec_named_log(Run *r, State *s, const CallSite *site)
{
    static const Contract unknown;
    const IrCall *call = site->call;
    if (r->explore->quiet || !call->name || !call->n_args)
        return;
    u32 *is_log = map_slot(&r->explore->logs, call->name, 0); /* 1 no, 2 yes */
    if (!*is_log)
        *is_log = 1 + names_log(call->name);
    if (*is_log == 1)
        return;
    ContractRun cr = {.r = r, .s = s, .site = site, .call = call, .c = &unknown, .db = r->contracts};
    /* What the project defines itself may neutralize; that is not followed here. */
    bool defined = call->entry && r->project->index.entries.at[call->entry].kind == DK_FUNCTION;
    for (u32 i = 0; i < call->n_args; i++) {
        VType type = val_type(&r->values, site->args[i]);
        ObjId o;
        Val off;
        if ((type.width && !type.ptr) ||
            (st_points_to(r, s, site->args[i], &o, &off) && obj(&r->objects, o)->kind == OBJ_STRING))
            continue; /* numbers and the program's own words */
        Origin from = origin_of_argument(&cr, site->args[i], call->args[i]->type);
        Where at = cr_at(&cr, (i32)i);
        Event ev = exec_event(r, s, &at, EV_SINK);
        ev.sink = (EvSink){.call = call,
                           .contract = &unknown,
                           .fact = &exec_names()->named_log,
                           .arg = (i32)i,
                           .value = site->args[i],
                           .taint = from.taint,
                           .source = from.source,
                           .tainted = ask_no()};
        if (from.taint)
            ev.sink.tainted = defined || from.examined ? ask_unknown(WHY_CALLEE, from.source) : ask_yes(s);
        else if (from.obscure)
            ev.sink.tainted = ask_unknown((EngineWhy)from.why, 0);
        eng_send(r, &ev);
    }
}

/* ---- content that the code looks at ---- */

/* The code tests a value that was read from memory: content from outside there counts as looked at (ObjState.examined). */
static void examine_value(Run *r, State *s, Val v);

static bool is_line_end(i64 c)
{
    return c == '\n' || c == '\r';
}

/* Which sinks the look can be for: a search for line ends alone says nothing about a path or a command. */
static TaintMask examined_for(ContractRun *cr)
{
    Run *r = cr->r;
    for (u32 i = 0; i < cr->call->n_args; i++) {
        Val v = cr->site->args[i];
        i64 c;
        if (!val_type(&r->values, v).ptr) {
            if (contract_has(cr->c, CA_RETURNS_WITHIN) && val_const(&r->values, v, &c) &&
                (is_line_end(c) || c == 0))
                return c ? exec_names()->lines : 0;
            continue;
        }
        ObjId o;
        Val off;
        if (i == 0 || !st_points_to(r, cr->s, v, &o, &off) || obj(&r->objects, o)->kind != OBJ_STRING)
            continue;
        const IrString *str = obj(&r->objects, o)->str;
        u32 lines = 0;
        for (u32 k = 0; k < str->n_bytes; k++)
            lines += is_line_end(str->bytes[k]) || (str->char_size > 1 && str->bytes[k] == 0);
        if (str->n_bytes && lines == str->n_bytes)
            return exec_names()->lines;
    }
    return ~(TaintMask)0;
}

static void mark_examined(Run *r, State *s, ObjId o, TaintMask kinds)
{
    const ObjState *os = st_obj(r, s, o);
    if ((os->taint || os->obscure) && (os->examined & kinds) != kinds)
        st_write_obj(r, s, o)->examined |= kinds;
}

void cr_examine(ContractRun *cr)
{
    if (cr->site->at.inst->flags & IIF_DISCARDED)
        return;
    bool constant = contract_has(cr->c, CA_CONSTANT);
    if (constant && contract_has(cr->c, CA_PROPAGATES))
        return; /* ntohs: brings it into another form, and tells nothing of it */
    for (u32 i = 0; i < cr->c->n; i++) {
        const ContractFact *f = &cr->facts[i];
        if (f->attr == CA_COMPARES && f->expr[0])
            return; /* how it begins says nothing of the rest */
        const ContractExpr *e = f->attr == CA_ENSURES ? contract_expr(cr->db, f->expr[0]) : NULL;
        if (e && e->op == CE_EQ && !constant)
            return; /* strlen */
    }
    if (constant) {
        for (u32 i = 0; i < cr->call->n_args; i++)
            if (val_node(&cr->r->values, cr->site->args[i])->taint)
                examine_value(cr->r, cr->s, cr->site->args[i]);
        return;
    }
    TaintMask kinds = examined_for(cr);
    for (u32 i = 0; kinds && i < cr->c->n; i++) {
        const ContractFact *f = &cr->facts[i];
        for (u32 k = 0; k < (f->attr == CA_COMPARES                        ? 2u
                             : f->attr == CA_STRING || f->attr == CA_READS ? 1u
                                                                           : 0u);
             k++) {
            Spot p = cr_spot(cr, f->target[k]);
            if (p.obj && obj(&cr->r->objects, p.obj)->kind != OBJ_STRING)
                mark_examined(cr->r, cr->s, p.obj, kinds);
        }
    }
}

typedef struct Examine {
    Run *r;
    State *s;
    TaintMask kinds;
} Examine;

static void examine_symbol(void *ctx, Val sym)
{
    Examine *e = ctx;
    const SymInfo *i = val_sym_info(&e->r->values, sym);
    if (i && i->obj && i->taint)
        mark_examined(e->r, e->s, i->obj, e->kinds);
}

static void examine_value(Run *r, State *s, Val v)
{
    Values *vs = &r->values;
    const ValNode *n = val_node(vs, v);
    if (!n->taint)
        return;
    Examine e = {r, s, ~(TaintMask)0};
    i64 c;
    /* The end of the string and the end of the line are looked for by everybody. */
    if (n->kind == VK_BINOP && (n->op == BIN_EQ || n->op == BIN_NE) && val_const(vs, n->b, &c)) {
        if (c == 0)
            return;
        if (is_line_end(c))
            e.kinds = exec_names()->lines;
    }
    if (n->kind == VK_SYM || n->kind == VK_CAST)
        e.kinds = ~(TaintMask)0;
    val_each_sym(vs, v, examine_symbol, &e);
}
