/*
 * Growth of the typed arrays of vec.h.
 */
#include "base/vec.h"

void *vec_grow_(void *at, u32 *cap, u32 want, size_t size)
{
    u64 next = MAX((u64)*cap + *cap / 2 + 8, (u64)want);
    if (next > UINT32_MAX)
        next = UINT32_MAX;
    *cap = (u32)next;
    return mem_realloc(at, (size_t)next * size);
}
