/*
 * Facts about the whole project that the engine needs before it runs the first function (facts_): found in the trees of all units by one linear
 * scan, read-only afterwards. Made by review/, read by engine/.
 */
#ifndef ENGINE_FACTS_H
#define ENGINE_FACTS_H

#include "ir/ir.h"

typedef struct ProjectFacts ProjectFacts;

/* Scans all units of a parsed project. */
ProjectFacts *facts_new(const Project *p);
void facts_free(ProjectFacts *f);

/* Can no code of the project change the object after its initialisation: nobody assigns to it, takes its address, passes it by reference, or
 * mentions its name in code that could not be read? Then its initialiser is its value. Objects with external linkage count only if the
 * project defines them (exactly once) and they are not declared volatile. */
bool facts_never_written(const ProjectFacts *f, const IrUnit *u, const IrGlobal *g);
/* Value of such an object of integer type, if its initialiser (in any unit) is a constant. */
bool facts_constant(const ProjectFacts *f, const IrUnit *u, const IrGlobal *g, i64 *value);
/* Does no path of the function come back (it ends in exit(), abort() or endless loops, also through other such functions, in any unit)? */
bool facts_never_returns(const ProjectFacts *f, u32 entry);
/* Does the function, defined once in the project, do nothing but return a constant? */
bool facts_returns_constant(const ProjectFacts *f, u32 entry, i64 *value);

#endif
