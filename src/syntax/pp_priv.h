/*
 * Shared by the files of the preprocessor only: pp.c (files, directives, conditional groups), pp_expand.c
 * (macro expansion), pp_if.c (#if arithmetic over known and unknown names).
 *
 * Each name has a condition under which it is defined: true, false, or a formula over configuration names.
 * The formula of a name that nobody mentioned is the atom "NAME is defined". A #define under condition c makes it
 * `old or c`, an #undef `old and not c`; so a default (#ifndef X, #define X, #endif) ends in "always".
 */
#ifndef SYNTAX_PP_PRIV_H
#define SYNTAX_PP_PRIV_H

#include "base/limits.h"
#include "syntax/pp.h"

enum { COND_UNSET = UINT32_MAX, PP_FOREIGN = 16 };

typedef enum BuiltinMacro {
    BM_LINE,
    BM_FILE,
    BM_COUNTER,
    BM_DATE,
    BM_TIME,
    BM_BASE_FILE,
    BM_INCLUDE_LEVEL,
    BM_PRAGMA
} BuiltinMacro;

typedef struct MacroSlot {
    const MacroDef *def;
    u32 epoch;       /* slot is valid when it equals Pp.epoch */
    PresenceId cond; /* when the name is defined; COND_UNSET until somebody asks */
    PresenceId
        pending;  /* while cond is COND_UNSET: a #define under this condition waits to be added; 0: none */
    u8 uncertain; /* several definitions, or one under a condition: the value is not known */
    u8 disabled;  /* being expanded */
    u8 banned;    /* its expansion was too large once */
    u8 worth;     /* of several definitions the one that says most is kept */
} MacroSlot;

struct MacroBase {
    const MacroDef **by_sym;
    u32 n;
};

typedef struct FileState {
    const LexedFile *lf;
    const SourceFile *sf;
    u32 i, d; /* next token, next directive */
    bool emit;
    struct FileState *up;
    u32 depth;
} FileState;

typedef struct CondGroup {
    PresenceId outer; /* assumption before the group */
    PresenceId neg;   /* no earlier branch was taken */
    u32 first_marker; /* output position of the first marker + 1, or 0 */
    bool final;       /* no further branch is to be read */
    bool split;       /* final because the group splits a construct: what is left out was not reviewed */
    bool guard;       /* the file's include guard */
} CondGroup;

typedef struct Context {
    const Token *cur, *end;
    Sym macro; /* disabled while the context is read; 0: none */
    u32 exp;   /* expansion of tokens that have none of their own (direct bodies); 0: keep */
    u8 space;  /* UT_SPACE and UT_BOL of the macro's name, for the first token */
    bool begun;
} Context;

typedef struct Visit {
    u32 epoch;
    PresenceId under; /* condition under which the file was read */
    u32 times;
} Visit;

/* The state behind a run of includes at the very start of a unit, kept so that the units that begin in the same way (as most
 * files of a project do) need not replay those headers again. */
typedef struct Snapshot {
    u64 prefix; /* what was read to get here */
    u32 used;   /* number of the unit that used it last: the oldest gives way */
    VEC(Sym) syms;
    VEC(MacroSlot) slots;
    VEC(FileId) files;
    VEC(Visit) visits;
    VEC(PresenceNode) nodes;
    u32 n_includes, counter;
    bool unresolved;
} Snapshot;

struct Pp {
    const Project *project;
    Unit *unit;
    const Flags *flags;
    MacroSlot *slots;
    u32 n_slots, epoch;
    Visit *visits;
    u32 n_visits;
    VEC(CondGroup) groups;
    PresenceId assume; /* what is assumed at this point */
    FileState *fs;
    VEC(Context) contexts;
    u32 barrier;  /* contexts below it are out of reach */
    bool walled;  /* the file is out of reach too (an argument or an #if line is being expanded) */
    bool in_if;   /* only certain macros are expanded */
    bool in_args; /* a directive met now lies inside a macro's arguments */
    bool exact;
    bool unresolved;  /* an include was not found so far */
    u32 depth;        /* nested arguments being expanded */
    u32 enters, made; /* of the outermost invocation: expansions, tokens */
    bool exhausted;
    u32 n_includes;
    u32 last_file_tok; /* index of the token last read from the file */
    u32 counter;       /* __COUNTER__ */
    VEC(Token) build;  /* scratch stack of token lists */
    Arena scratch;     /* bodies under expansion; reset between outermost invocations */
    Arena defs;        /* macros of -D options; reset per unit */
    u8 *unlikely;      /* by Sym: 0 not asked yet, 1 likely, 2 unlikely (is_unlikely_name) */
    u32 n_unlikely;
    u64 prefix; /* names the state while only whole headers were replayed from the start of the unit; else 0 */
    bool emitted;     /* an include gave text to the unit */
    VEC(Sym) touched; /* names whose slots are valid in this epoch */
    VEC(FileId) seen; /* files whose visits are valid in this epoch */
    Snapshot snapshots[LIMIT_SNAPSHOTS];
    u32 n_snapshots;
    Presence presence; /* all formulas met in the unit; it gets those that its markers need */
    VEC(u32) map;      /* scratch of that hand-over */
    PresenceId judged; /* the assumption that judged_unlikely is about; 0: none */
    bool judged_unlikely;
    Sym s_defined, s_has_include, s_has_include_next, s_va_opt, s_error, s_once, s_foreign[PP_FOREIGN];
};

/* pp_names.c */
void pp_names_init(Pp *pp);
PresenceId pp_slot_cond(Pp *pp, Sym s, MacroSlot *m);
/* Under the present assumption. */
void pp_define(Pp *pp, const MacroDef *def);
void pp_undefine(Pp *pp, Sym s);
/* A configuration that the reviewed program hardly has: the other branch is the better one to keep. */
bool pp_is_unlikely(Pp *pp, PresenceId c);
MacroSlot *pp_slot_fresh(Pp *pp, Sym s);

/* The name's slot in this unit; holds until the next call with a new name. */
static inline MacroSlot *pp_slot(Pp *pp, Sym s)
{
    if (s < pp->n_slots && pp->slots[s].epoch == pp->epoch)
        return &pp->slots[s];
    return pp_slot_fresh(pp, s);
}
/* pp.c */
/* Next token of the current file, following directives; TK_EOF at its end. Only inside macro arguments. */
Token pp_file_token(Pp *pp);
void pp_output(Pp *pp, Token t);
void pp_skip_note(Pp *pp, UnitSkip why, Loc loc, u32 tokens);

/* pp_snapshot.c */
/* Tries to enter the state that reading header f here leads to; false when it is not known. */
bool pp_snapshot_restore(Pp *pp, FileId f);
/* Keeps the state behind header f, which began in state `before`. */
void pp_snapshot_save(Pp *pp, u64 before, FileId f);
void pp_snapshots_release(Pp *pp);

/* pp_expand.c */
/* Expands the text tokens [i, end) of the current file into the unit's stream; may read beyond `end` for arguments. */
void pp_text_run(Pp *pp, u32 end);
/* Expands a list of tokens on its own; the result is a range of pp->build from *begin on (the caller truncates build). */
void pp_expand_list(Pp *pp, const Token *toks, u32 n, u32 *begin);
Token pp_file_to_token(const FileState *fs, const FileToken *t);

/* pp_if.c */
/* Condition of an #if-like directive under pp->assume: PRESENCE_TRUE, PRESENCE_FALSE or a formula. */
PresenceId pp_condition(Pp *pp, const Directive *d);

/* project.c */
/* File that an #include of a file resolves to, or 0. */
FileId project_include_target(const Project *p, const Flags *flags, FileId from, u32 directive);
/* A file of the run whose path ends with the name (for computed includes), or 0. */
FileId project_file_by_suffix(const Project *p, const char *name);
/* Contract file of a system header whose macros exist only where it is included, or 0. */
FileId project_contract_on_demand(const Project *p, const char *name);
bool project_is_system_header(const char *name);

#endif
