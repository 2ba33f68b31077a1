/*
 * Bits of kinds of sources and sinks. See taint.h.
 */
#include "engine/taint.h"

#include <pthread.h>
#include <string.h>

enum { KIND_TABLE_SIZE = 256 };

static pthread_once_t once = PTHREAD_ONCE_INIT;
static TaintMask bits[KIND_TABLE_SIZE]; /* by id of the kind; written once, then read-only */

/* In the order of CONTRACT_KINDS; ids are positions in it, from 1. */
static const struct {
    u8 attr;
    const char *name;
} kinds[] = {{CA_NONE, ""},
#define X(attr, name, cwe, text) {CA_##attr, name},
             CONTRACT_KINDS(X)
#undef X
};

_Static_assert(LENGTH(kinds) <= KIND_TABLE_SIZE, "ids of kinds fit into a byte");

static void fill(void)
{
    u32 sources = 0, sinks = 0;
    for (u32 i = 1; i < LENGTH(kinds); i++) {
        if (kinds[i].attr == CA_TAINTS)
            bits[i] = 1u << sources++;
        else if (kinds[i].attr == CA_SINK)
            bits[i] = 1u << sinks++;
    }
    for (u32 i = 1; i < LENGTH(kinds); i++) {
        if (kinds[i].attr != CA_SANITIZES)
            continue;
        bits[i] = strcmp(kinds[i].name, "all") == 0 ? ~(TaintMask)0 : 0;
        for (u32 j = 1; j < LENGTH(kinds) && !bits[i]; j++)
            if (kinds[j].attr == CA_SINK && strcmp(kinds[j].name, kinds[i].name) == 0)
                bits[i] = bits[j];
    }
}

TaintMask taint_bit(u8 kind)
{
    pthread_once(&once, fill);
    return bits[kind];
}

const char *taint_text(TaintMask m)
{
    static const struct {
        const char *kind, *text;
    } texts[] = {
        {"network", "the network"},         {"file", "a file"},
        {"environment", "the environment"}, {"arguments", "the command line"},
        {"console", "standard input"},      {"database", "a database"},
        {"system", "the system"},           {"input", "outside"},
    };
    for (u32 i = 0; i < LENGTH(texts); i++)
        if (m & taint_bit(contract_kind(CA_TAINTS, texts[i].kind)))
            return texts[i].text;
    return "outside";
}
