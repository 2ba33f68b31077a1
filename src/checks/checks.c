/*
 * The registry of checks: list.h as a table. See check.h.
 */
#include <string.h>

#include "checks/check.h"

#define CHECK(name) extern const CheckInfo check_##name;
#include "checks/list.h"
#undef CHECK

static const CheckInfo *const registry[] = {
#define CHECK(name) &check_##name,
#include "checks/list.h"
#undef CHECK
};

u32 check_count(void)
{
    return LENGTH(registry);
}

const CheckInfo *check_info(u32 index)
{
    return registry[index];
}

int check_find(const char *id)
{
    for (u32 i = 0; i < LENGTH(registry); i++)
        if (strcmp(registry[i]->id, id) == 0)
            return (int)i;
    return -1;
}
