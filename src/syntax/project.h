/*
 * Everything that was read: files, units, name facts and the index (project_). Made once per run from a list of
 * inputs, then shared read-only by lowering, engine and checks, which work unit by unit in parallel.
 */
#ifndef SYNTAX_PROJECT_H
#define SYNTAX_PROJECT_H

#include "source/inputs.h"
#include "source/source.h"
#include "syntax/index.h"
#include "syntax/lex.h"
#include "syntax/names.h"
#include "syntax/unit.h"

typedef struct ProjectOptions {
    u32 jobs;
    bool no_contracts; /* without the embedded contracts (tests of the preprocessor) */
    /* Of the system's contracts only what the project may need: for reviews, where nothing asks for functions that no file names. */
    bool thin_contracts;
    bool exact; /* every name that was not defined is undefined: one configuration (-D and headers decide) */
} ProjectOptions;

typedef struct Project {
    SourceSet src;
    VEC(LexedFile *) lexed; /* by FileId; NULL until lexed */
    NameFacts names;
    VEC(Unit *)
    units; /* units.at[0]: contracts; then main files in input order; then headers nobody includes */
    Index index;
    Diags *diags;
    Inputs *inputs; /* borrowed */
    ProjectOptions options;
    struct IncludeGraph *includes;
    struct MacroBase *macros; /* macros of the contracts and the compiler */
} Project;

/* Reads, lexes, preprocesses and parses all inputs. Never fails as a whole: what cannot be read is in diags. */
Project *project_new(Inputs *inputs, const ProjectOptions *options, Diags *diags);
void project_free(Project *p);

/* Headers that a unit owns (its tokens stand in that unit's stream). */
bool project_unit_owns(const Project *p, const Unit *u, FileId f);

/* Calls fn for each #include of the file whose header was not found, in order; headers that the contracts describe are not
 * among them. The name is without its delimiters. */
typedef void ProjectMissingHeader(void *ctx, Sym name);
void project_missing_headers(const Project *p, FileId f, ProjectMissingHeader *fn, void *ctx);

#endif
