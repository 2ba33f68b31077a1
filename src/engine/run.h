/*
 * One run of the engine (eng_): the symbolic execution of one function of a unit. Made by checks/watch.c and by tests; the
 * functions of a unit are run one after the other in one Engine, which keeps its memory.
 * Relatives: Infer's Pulse (Le et al., Finding Real Bugs in Big Programs with Incorrectness Logic, 2022), Clang's ExprEngine, GCC's analyzer.
 */
#ifndef ENGINE_RUN_H
#define ENGINE_RUN_H

#include "engine/event.h"
#include "engine/facts.h"
#include "engine/state.h"
#include "ir/passes.h"

/* What was joined, kept so that a condition which comes later can still tell the paths apart. */
typedef struct JoinInfo {
    u32 n;                    /* alternatives */
    VEC(Val) syms;            /* JOIN symbols of it */
    const Store *stores;      /* by alternative: what its path knew; NULL: not kept */
    const Step *const *paths; /* by alternative: its history; NULL: not kept */
    const Step *common;       /* private to model.c: the newest step that is part of all their histories */
    bool common_known;
    u32 weak; /* alternatives whose paths were weak: they decide nothing */
    u8 why;   /* EngineWhy of these */
    bool
        guessed; /* which alternative is taken was decided inside of a callee by what nobody here knows (SF_GUESSED) */
} JoinInfo;

typedef struct EngineOptions {
    u32 fuel_percent;          /* 0 means 100 */
    const ProjectFacts *facts; /* facts.h; NULL: none */
} EngineOptions;

/* What the run of one function came to. */
typedef struct RunStats {
    u64 steps; /* instructions executed, over all states */
    u64 forks, joins, widenings;
    u32 max_states; /* at one block */
    bool out_of_fuel;
} RunStats;

/* Everything that lasts as long as the run of one function. Checks read values, objects, unit, contracts. */
struct Run {
    const Project *project;
    const ContractDb *contracts;
    IrUnit *unit;
    const ProjectFacts *facts;
    const IrFunction *f; /* the analysed function */
    Values values;
    Objects objects;
    Arena arena; /* states, steps, facts: until the run ends */
    VEC(JoinInfo) joins;
    u32 next_edit;
    u64 fuel;         /* steps that are left */
    bool joined_mode; /* the fuel is out: one state per block */
    EventSink *sink;
    void *sink_ctx;
    RunStats stats;
    struct Explore *explore; /* private to explore.c */
};

typedef struct Engine Engine;
Engine *engine_new(const Project *p, const ContractDb *contracts, IrUnit *unit, const EngineOptions *options);
void engine_free(Engine *e);
/* Runs one function and sends its events to the sink. The Run and all states are valid inside the sink and until the next engine_function
 * or engine_free. Every instruction that can be reached is executed at least once, also when the fuel is out. */
Run *engine_function(Engine *e, const IrFunction *f, EventSink *sink, void *sink_ctx);

/* ---- shared inside engine/ ---- */

/* Asks a question of a state: event.h. */
Question eng_ask(Run *r, const State *s, Val cond);
void eng_send(Run *r, Event *ev);
u32 eng_new_edit(Run *r);

#endif
