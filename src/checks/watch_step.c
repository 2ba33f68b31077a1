/*
 * What a step of a finding's path, and the defect at its end, say to a reader, and the values that go with them. See watch_priv.h; called by
 * watch_path.c.
 */
#include <string.h>

#include "base/str.h"
#include "checks/watch_priv.h"
#include "engine/model.h"

enum {
    VALUES_MAX = 4,   /* values shown with one step */
    FORMULA_MAX = 60, /* bytes of a condition that has no text of its own */
};

/* ---- values ---- */

/* What a reader would call a symbol; false: nothing short. */
static bool name_sym(const PathSlice *s, Val sym, Sb *out)
{
    const SymInfo *info = val_sym_info(&s->run->values, sym);
    if (!info || info->type.width == 0 || info->type.ptr || info->origin == SO_BASE ||
        info->origin == SO_LAYOUT)
        return false;
    return watch_add_sym(s->run, sym, 0, out) && out->n <= FORMULA_MAX;
}

static bool is_nameless(void *ctx, Val sym, const SymInfo *info)
{
    (void)ctx, (void)sym;
    return !((info->var && info->var->name) || info->name);
}

/* A value as code, when it is short and all in it has a name. */
static bool formula(PathSlice *s, Val v, Sb *out)
{
    if (val_kind(&s->run->values, v) != VK_ADDR && !val_find_sym(&s->run->values, v, is_nameless, NULL))
        val_text(&s->run->values, v, out);
    return out->n && out->n <= FORMULA_MAX;
}

typedef struct ValueList {
    PathSlice *s;
    Sb *out;
    u32 n;
} ValueList;

static bool already_there(const ValueList *l, size_t from)
{
    const char *added = l->out->s + from;
    size_t n = l->out->n - from;
    for (const char *at = l->out->s; at + n <= added; at++)
        if (memcmp(at, added, n) == 0 && (at[n] == ',' || at + n == added))
            return true;
    return false;
}

static void add_value(ValueList *l, const char *name, i128 value)
{
    size_t from = l->out->n;
    if (l->n == VALUES_MAX)
        return;
    if (from)
        sb_adds(l->out, ", ");
    size_t start = l->out->n;
    sb_addf(l->out, "%s = ", name);
    watch_add_number(l->out, value);
    if (already_there(l, start))
        l->out->n = from;
    else
        l->n++;
    if (l->out->s)
        l->out->s[l->out->n] = '\0';
}

static void add_sym_value(void *ctx, Val sym)
{
    ValueList *l = ctx;
    i128 value;
    Sb name;
    sb_init(&name);
    if (model_eval(l->s->run, l->s->witness, sym, &value) && name_sym(l->s, sym, &name))
        add_value(l, name.s, value);
    sb_release(&name);
}

/* Adds "name = 600" for a value under the witness, unless it has no value there. */
static void add_named_value(ValueList *l, const char *name, Val v)
{
    i128 value;
    if (v && *name && model_eval(l->s->run, l->s->witness, v, &value) && !val_type(&l->s->run->values, v).ptr)
        add_value(l, name, value);
}

/* ---- texts of steps ---- */

static const char *code_of(PathSlice *s, const IrExp *e)
{
    return e && e->node ? check_code(s->c, e->node) : "";
}

static void add_obj(PathSlice *s, ObjId o)
{
    obj_text(&s->run->objects, &s->run->values, o, &s->text);
}

/* Name of the function that a call instruction calls, as written; "" for others. */
static const char *callee_of(const IrInst *i)
{
    if (i->op != II_CALL)
        return "";
    return sym_str(i->call->written ? i->call->written : i->call->name);
}

/* "takes the way where `len > 0` is false" */
static void text_assume(PathSlice *s, const Step *step)
{
    const IrInst *i = step->inst;
    const IrExp *cond = i->op == II_BRANCH ? ir_skip_implicit(i->cond) : NULL;
    const char *code = code_of(s, cond);
    if (i->op == II_BRANCH && i->why == BR_CONFIG) { /* its code is all that the condition governs */
        sb_addf(&s->text, "in a configuration %s this code", step->flag ? "with" : "without");
        return;
    }
    if (cond && *code) {
        bool pointer = type_is_pointer((TypeTable *)(uintptr_t)&s->c->ir->types, cond->type);
        if (ir_is_comparison(cond))
            sb_addf(&s->text, "takes the way where `%s` is %s", code, step->flag ? "true" : "false");
        else if (pointer)
            sb_addf(&s->text, "takes the way where `%s` is %s", code, step->flag ? "not null" : "null");
        else
            sb_addf(&s->text, "takes the way where `%s` is %s0", code, step->flag ? "not " : "");
        return;
    }
    Sb text;
    sb_init(&text);
    if (i->op == II_SWITCH && *code_of(s, i->sw->value))
        sb_addf(&s->text, "`%s` decides which way is taken", code_of(s, i->sw->value));
    else if (formula(s, step->v, &text))
        sb_addf(&s->text, "takes the way where `%s` is %s", text.s, step->flag ? "true" : "false");
    else
        sb_adds(&s->text, "takes this way");
    sb_release(&text);
}

/* "`n` is set to `len * 2`" */
static bool text_assign(PathSlice *s, const Step *step, ValueList *values)
{
    const Obj *o = obj(&s->run->objects, step->obj);
    const IrInst *i = step->inst;
    const Values *vs = &s->run->values;
    const IrExp *value = i->op == II_STORE ? ir_skip_implicit(i->value) : NULL;
    if (o->kind == OBJ_VAR && !o->var->name && o->var->kind != IV_THIS)
        return false;
    bool part = i->op == II_STORE && i->place->kind != IE_VAR && !(i->flags & IIF_INIT);
    const char *place = part ? code_of(s, i->place) : "";
    if (*place)
        sb_addf(&s->text, "`%s`", place);
    else
        add_obj(s, step->obj);
    const char *code = code_of(s, value);
    if (step->v && val_is_null(vs, step->v) && val_type(vs, step->v).ptr)
        sb_adds(&s->text, " is set to null");
    else if (i->flags & IIF_COMPOUND)
        sb_addf(&s->text, " is changed by `%s`", i->node ? check_code(s->c, i->node) : "");
    else if (*code)
        sb_addf(&s->text, " is set to `%s`", code);
    else
        sb_adds(&s->text, " is set");
    i64 constant;
    if (o->kind == OBJ_VAR && !*place &&
        !(step->v && val_const(vs, step->v, &constant) && !(i->flags & IIF_COMPOUND)))
        add_named_value(values, sym_str(o->var->name), step->v);
    return true;
}

static void text_make(PathSlice *s, const Step *step)
{
    const Obj *o = obj(&s->run->objects, step->obj);
    const Values *vs = &s->run->values;
    i64 bytes;
    i128 base;
    bool failed =
        o->kind == OBJ_ALLOC && o->base && model_eval(s->run, s->witness, o->base, &base) && base == 0;
    if (o->kind == OBJ_VAR || o->kind == OBJ_GLOBAL) {
        add_obj(s, step->obj);
        sb_adds(&s->text, " is declared");
    } else if (failed) {
        sb_addf(&s->text, "`%s` fails and gives null", sym_str(o->maker));
        return;
    } else {
        sb_addf(&s->text, "`%s` makes ", o->maker ? sym_str(o->maker) : callee_of(step->inst));
        sb_adds(&s->text, o->kind == OBJ_ALLOC && step->v ? "a block" : "it");
    }
    if (o->kind == OBJ_HANDLE) /* v is its number */
        return;
    if (step->v && val_const(vs, step->v, &bytes))
        sb_addf(&s->text, " of %lld byte%s", (long long)bytes, bytes == 1 ? "" : "s");
    else if (step->v && val_type(vs, step->v).width) {
        Sb size;
        sb_init(&size);
        if (formula(s, step->v, &size))
            sb_addf(&s->text, " of `%s` bytes", size.s);
        sb_release(&size);
    }
}

/* "`recv` gives `n`, from the network, at most 4096" */
static void text_value(PathSlice *s, const Step *step)
{
    const Values *vs = &s->run->values;
    const char *callee = callee_of(step->inst);
    const SymInfo *info = step->v ? val_sym_info(vs, step->v) : NULL;
    TaintMask taint = step->v ? val_node(vs, step->v)->taint : 0;
    if (step->kind == STEP_INPUT && !taint && step->obj)
        taint = st_obj(s->run, s->ev->state, step->obj)->taint;
    if (*callee)
        sb_addf(&s->text, "`%s` ", callee);
    else
        sb_adds(&s->text, "this ");
    if (step->kind == STEP_INPUT && step->obj) {
        sb_adds(&s->text, "fills ");
        add_obj(s, step->obj);
    } else if (info && info->var && info->var->name) {
        sb_addf(&s->text, "gives `%s`", sym_str(info->var->name));
    } else {
        sb_adds(&s->text, step->kind == STEP_INPUT ? "gives a value" : "returns");
    }
    if (taint)
        sb_addf(&s->text, " from %s", taint_text(taint));
    if (info && info->type.width && !info->type.ptr) {
        Interval declared = {info->lo, info->hi}, all = {vtype_min(info->type), vtype_max(info->type)};
        if (declared.lo != all.lo || declared.hi != all.hi) {
            sb_adds(&s->text, ", ");
            watch_add_range(&s->text, declared, info->type);
        }
    }
}

bool path_describe(PathSlice *s, const Step *step)
{
    ValueList values = {.s = s, .out = &s->values};
    const char *callee = step->inst ? callee_of(step->inst) : "";
    sb_reset(&s->text);
    sb_reset(&s->values);
    switch ((StepKind)step->kind) {
    case STEP_ASSUME:
        text_assume(s, step);
        val_each_sym(&s->run->values, step->v, add_sym_value, &values);
        return true;
    case STEP_ASSIGN: return text_assign(s, step, &values);
    case STEP_MAKE:
        text_make(s, step);
        if (step->v)
            val_each_sym(&s->run->values, step->v, add_sym_value, &values);
        return true;
    case STEP_FREE:
        if (*callee)
            sb_addf(&s->text, "`%s` gives back ", callee);
        else
            sb_adds(&s->text, "gives back ");
        add_obj(s, step->obj);
        return true;
    case STEP_INPUT:
    case STEP_RESULT:
        text_value(s, step);
        if (step->v)
            val_each_sym(&s->run->values, step->v, add_sym_value, &values);
        return true;
    case STEP_WRITE:
        sb_addf(&s->text, "`%s` writes to ", callee);
        add_obj(s, step->obj);
        return true;
    case STEP_COPY:
        sb_addf(&s->text, "`%s` copies ", callee);
        add_obj(s, step->obj2);
        sb_adds(&s->text, " to ");
        add_obj(s, step->obj);
        return true;
    case STEP_ENTER: sb_addf(&s->text, "calls `%s`", sym_str(step->frame->f->name)); return true;
    case STEP_ROUND: sb_adds(&s->text, "the loop goes round"); return true;
    case STEP_DIE:
        add_obj(s, step->obj);
        sb_adds(&s->text, " goes out of scope");
        return true;
    case STEP_LOCK:
    case STEP_UNLOCK:
        if (*callee)
            sb_addf(&s->text, "`%s` ", callee);
        sb_adds(&s->text, step->kind == STEP_LOCK ? "takes " : "releases ");
        add_obj(s, step->obj);
        return true;
    case STEP_LOSE:
        sb_adds(&s->text, "nothing points to ");
        add_obj(s, step->obj);
        sb_adds(&s->text, " any more");
        return true;
    case STEP_LEAVE:
    case STEP_JOIN:
    case STEP_COUNT: break;
    }
    return false;
}

/* ---- the defect itself ---- */

static void text_lost(PathSlice *s, const Event *ev)
{
    static const char *const how[] = {
        [LOST_OVERWRITTEN] = "the only pointer to %s gets another value",
        [LOST_SCOPE] = "the only pointer to %s goes out of scope",
        [LOST_RETURN] = "the function ends, and nothing points to %s any more",
        [LOST_EXIT] = "the program ends while it still holds %s",
        [LOST_DISCARDED] = "the result is not used, and nothing points to %s",
    };
    const char *pattern = ev->lost.how < LENGTH(how) ? how[ev->lost.how] : "%s is lost";
    const char *gap = strstr(pattern, "%s");
    sb_addn(&s->text, pattern, (size_t)(gap - pattern));
    add_obj(s, ev->lost.obj);
    sb_adds(&s->text, gap + 2);
}

void path_describe_event(PathSlice *s, Val cond)
{
    const Event *ev = s->ev;
    ValueList values = {.s = s, .out = &s->values};
    const char *callee = ev->inst ? callee_of(ev->inst) : "";
    const char *code = ev->node ? check_code(s->c, ev->node) : "";
    sb_reset(&s->text);
    sb_reset(&s->values);
    switch (ev->kind) {
    case EV_ACCESS: {
        const char *does = ev->access.write ? "writes" : "reads";
        if (ev->access.fact && *callee) {
            sb_addf(&s->text, "`%s` %s ", callee, does);
            const char *arg = ev->access.arg >= 0 && (u32)ev->access.arg < ev->inst->call->n_args
                                  ? check_code(s->c, ev->inst->call->arg_nodes[ev->access.arg])
                                  : "";
            if (ev->access.obj && ev->access.null.answer != ANSWER_YES &&
                ev->access.null.answer != ANSWER_MAY)
                add_obj(s, ev->access.obj);
            else if (*arg)
                sb_addf(&s->text, "through `%s`", arg);
            else
                sb_adds(&s->text, "here");
        } else {
            NodeId place = ev->access.place ? ev->access.place->node : 0;
            sb_addf(&s->text, "%s `%s`", does, place ? check_code(s->c, place) : code);
        }
        Val size = ev->access.obj ? st_size(s->run, ev->state, ev->access.obj) : 0;
        if (cond && (cond == ev->access.beyond.cond || cond == ev->access.before.cond)) {
            add_named_value(&values, "offset", ev->access.off);
            add_named_value(&values, "bytes", ev->access.len);
            add_named_value(&values, "size", size);
        }
        break;
    }
    case EV_FREE:
        sb_addf(&s->text, *callee ? "`%s` " : "%s", callee);
        sb_adds(&s->text, ev->freed.closes ? "closes " : "gives back ");
        if (ev->freed.obj)
            add_obj(s, ev->freed.obj);
        else
            sb_adds(&s->text, "it");
        break;
    case EV_LOST: text_lost(s, ev); break;
    case EV_ARITH: sb_addf(&s->text, "computes `%s`", code); break;
    case EV_CONVERT:
        sb_addf(&s->text, "converts `%s`", code);
        add_named_value(&values, "before", ev->convert.value);
        add_named_value(&values, "after", ev->convert.result);
        break;
    case EV_SINK: sb_addf(&s->text, "it reaches `%s`", callee); break;
    case EV_LOCK:
        sb_addf(&s->text, "`%s` %s ", callee, ev->lock.take ? "takes" : "releases");
        add_obj(s, ev->lock.obj);
        break;
    case EV_EXIT: sb_adds(&s->text, "the function ends"); break;
    case EV_ROUND: sb_adds(&s->text, "the loop goes round again"); break;
    default: sb_addf(&s->text, *code ? "`%s`" : "here", code); break;
    }
    if (cond)
        val_each_sym(&s->run->values, cond, add_sym_value, &values);
}
