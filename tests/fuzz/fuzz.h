/*
 * What the fuzzing targets share (fuzz_): a demand that ends the run when it does not hold, the start of a round, and an
 * input read as a project.
 */
#ifndef FUZZ_FUZZ_H
#define FUZZ_FUZZ_H

#include <stdlib.h>

#include "syntax/project.h"

static inline void demand(bool holds)
{
    if (!holds)
        abort();
}

/* To be called first in each round: the pool of spellings would grow with every input. */
static inline void fuzz_start(void)
{
    enum { SYMS_MAX = 20000 };
    token_init();
    if (sym_count() > SYMS_MAX)
        intern_forget();
}

/* One round's input as a project of one file. */
typedef struct FuzzProject {
    Diags diags;
    Inputs *inputs;
    Project *project;
} FuzzProject;

/* A leading '+' makes the input C++, a leading '!' gives it one exact configuration. */
static inline Project *fuzz_project(FuzzProject *f, const uint8_t *data, size_t size)
{
    fuzz_start();
    Lang lang = LANG_C;
    ProjectOptions options = {.jobs = 1, .no_contracts = true};
    for (; size && (*data == '+' || *data == '!'); data++, size--) {
        if (*data == '+')
            lang = LANG_CXX;
        else
            options.exact = true;
    }
    InputOptions input_options = {.no_compile_commands = true};
    diags_init(&f->diags);
    f->inputs = inputs_of_bytes("input", (const char *)data, size, lang, &input_options, &f->diags);
    f->project = project_new(f->inputs, &options, &f->diags);
    return f->project;
}

static inline void fuzz_project_release(FuzzProject *f)
{
    project_free(f->project);
    inputs_free(f->inputs);
    diags_release(&f->diags);
}

#endif
