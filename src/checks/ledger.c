/*
 * Counting of verdicts per check and file. See ledger.h; called by checks/site.c and review/.
 */
#include "checks/ledger.h"

static const struct {
    const char *word, *text;
} reasons[] = {
#define X(name, word, text) {word, text},
    UNDECIDED_REASONS(X)
#undef X
};

const char *undecided_word(Undecided why)
{
    return reasons[why].word;
}

const char *undecided_text(Undecided why)
{
    return reasons[why].text;
}

u32 ledger_undecided(const LedgerCell *c)
{
    u32 n = 0;
    for (u32 i = 0; i < UNDECIDED_COUNT; i++)
        n += c->undecided[i];
    return n;
}

u32 ledger_examined(const LedgerCell *c)
{
    return c->safe + c->violated + ledger_undecided(c);
}

void ledger_add(LedgerCell *into, const LedgerCell *c)
{
    into->safe += c->safe;
    into->violated += c->violated;
    for (u32 i = 0; i < UNDECIDED_COUNT; i++)
        into->undecided[i] += c->undecided[i];
}

void ledger_init(Ledger *l, u32 n_checks)
{
    *l = (Ledger){.n_checks = n_checks};
}

void ledger_release(Ledger *l)
{
    for (u32 i = 0; i < l->rows.n; i++)
        mem_free(l->rows.at[i].cells);
    vec_release(&l->rows);
}

LedgerCell *ledger_cell(Ledger *l, u32 check, FileId file)
{
    if (l->last == 0 || l->rows.at[l->last - 1].file != file) {
        u32 i = 0;
        while (i < l->rows.n && l->rows.at[i].file != file)
            i++;
        if (i == l->rows.n) {
            LedgerRow row = {.file = file, .cells = mem_zalloc(l->n_checks, sizeof(LedgerCell))};
            vec_push(&l->rows, row);
        }
        l->last = i + 1;
    }
    return &l->rows.at[l->last - 1].cells[check];
}
