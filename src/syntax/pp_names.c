/*
 * What the preprocessor knows of names: whether they are defined, under which condition, and which of several definitions
 * is kept; see pp_priv.h. Called by pp.c, pp_expand.c and pp_if.c.
 */
#include "syntax/pp_priv.h"

#include <string.h>

static void reset_slot(Pp *pp, MacroSlot *m, Sym s)
{
    const struct MacroBase *base = pp->project->macros;
    *m = (MacroSlot){.epoch = pp->epoch, .cond = COND_UNSET};
    if (base && s < base->n && base->by_sym[s]) {
        m->def = base->by_sym[s];
        m->cond = PRESENCE_TRUE;
    }
    vec_push(&pp->touched, s);
}

MacroSlot *pp_slot_fresh(Pp *pp, Sym s)
{
    if (s >= pp->n_slots) {
        u32 n = sym_count() + 4096;
        pp->slots = mem_realloc(pp->slots, n * sizeof *pp->slots);
        memset(pp->slots + pp->n_slots, 0, (n - pp->n_slots) * sizeof *pp->slots);
        pp->n_slots = n;
    }
    MacroSlot *m = &pp->slots[s];
    if (m->epoch != pp->epoch)
        reset_slot(pp, m, s);
    return m;
}

/* Names that only other tools and languages define: never true for what is reviewed here. */
static const char *const foreign_names[] = {"__OBJC__",
                                            "__ASSEMBLER__",
                                            "__ASSEMBLY__",
                                            "RC_INVOKED",
                                            "DOXYGEN",
                                            "__DOXYGEN__",
                                            "DOXYGEN_SHOULD_SKIP_THIS",
                                            "SWIG",
                                            "Q_CLANG_QDOC",
                                            "Q_QDOC",
                                            "S_SPLINT_S",
                                            "__CHECKER__",
                                            "lint",
                                            "__lint__",
                                            "__LCLINT__",
                                            "__cplusplus" /* C++ defines it before the unit begins */};
_Static_assert(LENGTH(foreign_names) == PP_FOREIGN, "pp_priv.h says how many");

void pp_names_init(Pp *pp)
{
    for (u32 i = 0; i < PP_FOREIGN; i++)
        pp->s_foreign[i] = intern_str(foreign_names[i]);
}

static bool is_foreign(const Pp *pp, Sym s)
{
    for (u32 i = 0; i < PP_FOREIGN; i++)
        if (pp->s_foreign[i] == s)
            return true;
    return false;
}

PresenceId pp_slot_cond(Pp *pp, Sym s, MacroSlot *m)
{
    if (m->cond != COND_UNSET)
        return m->cond;
    if (pp->exact || is_foreign(pp, s))
        m->cond = PRESENCE_FALSE;
    else if (pp->flags && (!pp->unresolved || names_have(&pp->project->names, s, NF_MACRO)))
        m->cond = PRESENCE_FALSE; /* a build's flags and headers decide */
    else
        m->cond = presence_defined(&pp->presence, s);
    if (m->pending)
        m->cond = presence_or(&pp->presence, m->cond, m->pending);
    return m->cond;
}

/* Another platform's name, or one that takes something away (SQLITE_OMIT_WAL, CURL_DISABLE_FTP, NO_GZIP). */
static bool is_unlikely_name(const char *name)
{
    static const char *const names[] = {
        "_WIN32", "WIN32",    "__WIN32__",  "_WIN64",        "_MSC_VER", "__APPLE__", "__BORLANDC__",
        "VMS",    "__VMS",    "OS400",      "__OS400__",     "AMIGA",    "__DJGPP__", "MSDOS",
        "__SASC", "UNDER_CE", "_WIN32_WCE", "__SYMBIAN32__", "NETWARE",  "__OS2__",   "__EMX__"};
    static const char *const words[] = {"OMIT",   "DISABLE", "DISABLED", "NO",    "WITHOUT",
                                        "BROKEN", "LACKS",   "MISSING",  "DEBUG", "TEST"};
    for (u32 i = 0; i < LENGTH(names); i++)
        if (strcmp(name, names[i]) == 0)
            return true;
    for (const char *p = name; *p;) {
        size_t len = strcspn(p, "_ ");
        for (u32 i = 0; i < LENGTH(words); i++)
            if (strlen(words[i]) == len && strncmp(p, words[i], len) == 0)
                return true;
        p += len + (p[len] != 0);
    }
    return false;
}

/* A configuration that the reviewed program hardly has: the other branch is the better one to keep. */
bool pp_is_unlikely(Pp *pp, PresenceId c)
{
    const PresenceNode *n = &pp->presence.nodes.at[c];
    while (n->op == PO_AND || n->op == PO_OR)
        n = &pp->presence.nodes.at[n->a];
    if (n->op != PO_DEFINED && n->op != PO_EXPR)
        return false;
    if (n->a >= pp->n_unlikely) {
        u32 count = sym_count() + 1024;
        pp->unlikely = mem_realloc(pp->unlikely, count);
        memset(pp->unlikely + pp->n_unlikely, 0, count - pp->n_unlikely);
        pp->n_unlikely = count;
    }
    u8 *known = &pp->unlikely[n->a];
    if (!*known)
        *known = is_unlikely_name(sym_str(n->a)) ? 2 : 1;
    return *known == 2;
}

/* Does the condition contain a part that few configurations have? */
static bool assumes_unlikely(Pp *pp, PresenceId c)
{
    const PresenceNode *nodes = pp->presence.nodes.at;
    for (; nodes[c].op == PO_AND; c = nodes[c].a)
        if (pp_is_unlikely(pp, nodes[c].b))
            return true;
    return pp_is_unlikely(pp, c);
}

/* How much a definition under a condition says about the program. */
static u8 worth_of(Pp *pp, const MacroDef *def)
{
    u8 worth = 4;
    if (def->flags & (MF_STUB | MF_SELF))
        worth = 1;
    else if (def->flags & MF_RENAMES)
        worth = names_have(&pp->project->names, def->body[0].sym, NF_FUNCTION) ? 3 : 2;
    if (pp->judged != pp->assume || !pp->judged) {
        pp->judged = pp->assume;
        pp->judged_unlikely = assumes_unlikely(pp, pp->assume);
    }
    return pp->judged_unlikely ? worth : (u8)(worth + 4);
}

void pp_define(Pp *pp, const MacroDef *def)
{
    MacroSlot *m = pp_slot(pp, def->name);
    Presence *p = &pp->presence;
    if (pp->assume == PRESENCE_TRUE) {
        m->worth = UINT8_MAX;
        m->def = def;
        m->cond = PRESENCE_TRUE;
        m->uncertain = 0;
        m->banned = 0;
        return;
    }
    u8 worth = worth_of(pp, def);
    if (!m->def || worth > m->worth) {
        m->def = def;
        m->worth = worth;
    }
    m->uncertain = 1;
    if (m->cond == COND_UNSET && !m->pending) /* nobody has asked yet, and most names nobody ever does */
        m->pending = pp->assume;
    else if (m->cond != PRESENCE_TRUE)
        m->cond = presence_or(p, pp_slot_cond(pp, def->name, m), pp->assume);
}

void pp_undefine(Pp *pp, Sym s)
{
    MacroSlot *m = pp_slot(pp, s);
    Presence *p = &pp->presence;
    if (pp->assume == PRESENCE_TRUE) {
        m->def = NULL;
        m->cond = PRESENCE_FALSE;
        return;
    }
    m->cond = presence_and(p, pp_slot_cond(pp, s, m), presence_not(p, pp->assume));
    m->uncertain = 1;
}
