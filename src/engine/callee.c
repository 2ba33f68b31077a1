/*
 * Which contract a call means; see callee.h. Contracts stand under names, and a name may mean a function of the project or of another library.
 */
#include "engine/callee.h"

#include <string.h>

typedef struct Finder {
    const Project *p;
    const ContractDb *db;
    const IrUnit *u;
} Finder;

/* Sym of the last component of a scope "ns::Class", or 0. */
static Sym last_component(Sym scope)
{
    const char *s = sym_str(scope);
    for (const char *next = strstr(s, "::"); next; next = strstr(s, "::"))
        s = next + 2;
    return *s ? intern_find(s, strlen(s)) : 0;
}

static Sym class_of_call(const Finder *c, const IrCall *call)
{
    if (call->cls) {
        const Type *t = type_get(&c->u->types, call->cls);
        if (t->kind == TY_RECORD && t->record->tag)
            return t->record->tag;
    }
    return last_component(call->scope);
}

/* A library's function of that name cannot be meant with this number of arguments: connect(a, b, c, d) of QObject is not
 * that of sockets. */
static const Contract *could_be_library(const Finder *c, const Contract *k, const IrCall *call)
{
    if (!k || !k->from_library || call->kind != IC_DIRECT || call->written || call->flags & ICF_TYPE_ARGS)
        return k;
    Sym scope = k->entry ? c->p->index.entries.at[k->entry].scope : 0;
    if (sym_len(call->scope) && call->scope != scope && strcmp(sym_str(call->scope), "std") != 0)
        return NULL;                    /* another namespace's */
    if (c->u->unit->lang == LANG_CXX) { /* which has no conversion from pointers to numbers */
        const FuncType *f = type_func_of(&c->u->types, call->type);
        for (u32 i = 0; f && i < f->n_params && i < call->n_args; i++)
            if (type_is_arithmetic(&c->u->types, f->params[i]) &&
                type_is_pointer(&c->u->types, ir_skip_implicit(call->args[i])->type))
                return NULL;
    }
    if (k->variadic)
        return k;
    bool few = call->n_args < k->min_args && c->u->unit->lang == LANG_CXX;
    return call->n_args > k->n_params || few ? NULL : k;
}

/* Of several library functions of a name, one in the call's own scope that takes so many arguments: std::getline, not POSIX's. */
static const Contract *library_overload(const Finder *c, const IrCall *call)
{
    const Index *ix = &c->p->index;
    for (u32 e = index_first(ix, call->name); e; e = ix->entries.at[e].next) {
        const IndexEntry *entry = &ix->entries.at[e];
        if (entry->kind != DK_PROTOTYPE || entry->scope != call->scope)
            continue;
        const Contract *k = could_be_library(c, contract_of_entry(c->db, e), call);
        if (k && k->from_library)
            return k;
    }
    return NULL;
}

const Contract *callee_contract(const Project *p, const ContractDb *db, const IrUnit *u, const IrCall *call)
{
    const Finder finder = {p, db, u}, *c = &finder;
    if (!db)
        return NULL;
    if (call->entry) {
        const Contract *found = contract_of_entry(db, call->entry);
        /* A function that the project defines itself is what its own declarations say, whatever its name. */
        if (found || c->p->index.entries.at[call->entry].kind == DK_FUNCTION)
            return could_be_library(c, found, call);
    }
    const Contract *found = NULL;
    switch (call->kind) {
    case IC_METHOD:
    case IC_CTOR:
    case IC_DTOR:
        return call->name ? contract_lookup_method(db, class_of_call(c, call), call->name, call->n_args)
                          : NULL;
    case IC_OPERATOR: { /* of two operands, outside of the class that they are of */
        Sym cls = class_of_call(c, call);
        return cls && call->name && !call->receiver
                   ? contract_lookup_method(db, cls, call->name, call->n_args)
                   : NULL;
    }
    case IC_DIRECT:
    case IC_MACRO:
    case IC_BUILTIN:
        found = call->name ? contract_lookup(db, call->name) : NULL;
        found =
            could_be_library(c, found || !call->written ? found : contract_lookup(db, call->written), call);
        return found || !call->name || c->u->unit->lang != LANG_CXX ? found : library_overload(c, call);
    default: return NULL;
    }
}
