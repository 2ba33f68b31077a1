/*
 * What the fuzzing targets share (fuzz_): a demand that ends the run when it does not hold, and the start of a round.
 */
#ifndef FUZZ_FUZZ_H
#define FUZZ_FUZZ_H

#include <stdlib.h>

#include "syntax/token.h"

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

#endif
