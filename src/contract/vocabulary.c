/*
 * The tables of attributes.h as data, and look-ups in them. Read-only.
 */
#include <string.h>

#include "contract/contract.h"

const ContractAttrInfo contract_attrs[CA_COUNT] = {[CA_NONE] = {"", "", "", ""},
#define X(name, spelling, arguments, cwes, text) [CA_##name] = {spelling, arguments, cwes, text},
                                                   CONTRACT_ATTRIBUTES(X)
#undef X
};

static const ContractKindInfo kinds[] = {{CA_NONE, "", 0, ""},
#define X(attr, name, cwe, text) {CA_##attr, name, cwe, text},
                                         CONTRACT_KINDS(X)
#undef X
};

_Static_assert(LENGTH(kinds) < 256, "ContractFact.kind is a byte");

u8 contract_kind(ContractAttr attr, const char *name)
{
    for (u32 i = 1; i < LENGTH(kinds); i++)
        if (kinds[i].attr == attr && strcmp(kinds[i].name, name) == 0)
            return (u8)i;
    return 0;
}

const ContractKindInfo *contract_kind_info(u8 kind)
{
    return kind && kind < LENGTH(kinds) ? &kinds[kind] : NULL;
}
