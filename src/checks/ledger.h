/*
 * The ledger (ledger_): how many sites each check examined in each file, and with which verdict. One ledger per
 * unit while checks run, so that no two threads write to the same one; review/ merges them in unit order.
 */
#ifndef CHECKS_LEDGER_H
#define CHECKS_LEDGER_H

#include "base/vec.h"
#include "source/source.h"

/* Why a site is neither shown safe nor violated: name, stable word for machines, text that completes "could not be
 * decided because". */
#define UNDECIDED_REASONS(X)                                                               \
    X(VALUE, "value", "the value is not known without following the data")                 \
    X(CALLER, "caller", "it depends on what callers pass")                                 \
    X(CALLEE, "callee", "it depends on a function whose body and contract are not known")  \
    X(MEMORY, "memory", "it depends on memory whose content is not known")                 \
    X(LOOP, "loop", "only a loop's generic round shows it")                                \
    X(INDIRECT, "indirect", "the call goes through a pointer whose targets are not known") \
    X(TYPE, "type", "a type is not known, usually because its header was not found")       \
    X(MACRO, "macro", "an unknown macro is involved")                                      \
    X(UNREAD, "unread", "code next to it could not be read")                               \
    X(CONFIGURATION, "configuration", "it depends on how the project is configured")       \
    X(TEMPLATE, "template", "it depends on a template's parameters")                       \
    X(ESCAPES, "escapes", "an address escapes to code that was not followed")              \
    X(ASSEMBLY, "assembly", "inline assembly is involved")                                 \
    X(OTHER_UNIT, "other-unit", "it depends on code outside what was reviewed")            \
    X(BUDGET, "budget", "the work allowed for one function was used up")

typedef enum Undecided {
#define X(name, word, text) UNDECIDED_##name,
    UNDECIDED_REASONS(X)
#undef X
        UNDECIDED_COUNT
} Undecided;

const char *undecided_word(Undecided why);
const char *undecided_text(Undecided why);

typedef struct LedgerCell {
    u32 safe, violated;
    u32 undecided[UNDECIDED_COUNT];
} LedgerCell;

u32 ledger_undecided(const LedgerCell *c);
/* safe + violated + undecided: a site without a verdict does not exist. */
u32 ledger_examined(const LedgerCell *c);
void ledger_add(LedgerCell *into, const LedgerCell *c);

typedef struct LedgerRow {
    FileId file;
    LedgerCell *cells; /* one per check of the registry */
} LedgerRow;

typedef struct Ledger {
    u32 n_checks;
    VEC(LedgerRow) rows; /* in order of first use */
    u32 last;            /* row used last, plus one */
} Ledger;

void ledger_init(Ledger *l, u32 n_checks);
void ledger_release(Ledger *l);
/* The cell of a check and a file, made when absent. The pointer holds until the ledger is released. */
LedgerCell *ledger_cell(Ledger *l, u32 check, FileId file);

#endif
