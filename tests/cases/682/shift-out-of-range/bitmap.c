/* Free-block bitmap of a small file system image. */
#include <stdint.h>
#include <stddef.h>

#define WORD_BITS 32

struct bitmap {
    uint32_t words[64];
    size_t n;
};

int bitmap_set(struct bitmap *map, unsigned block)
{
    if (block >= map->n * WORD_BITS)
        return -1;
    map->words[block / WORD_BITS] |= 1u << (block % WORD_BITS);
    return 0;
}

uint64_t bitmap_capacity(const struct bitmap *map)
{
    return (uint64_t)map->n * WORD_BITS;
}

/* The high half of a 64-bit inode number sits above the low one. */
uint64_t inode_number(uint32_t high, uint32_t low)
{
    return (high << 32) | low; // expect: CWE-1335
}

uint64_t inode_number_checked(uint32_t high, uint32_t low)
{
    return ((uint64_t)high << 32) | low;
}

uint32_t last_word_mask(void)
{
    int unused = 32;
    return 0xffffffffu >> unused; // expect: CWE-1335
}

uint32_t first_word_mask(void)
{
    int unused = 31;
    return 0xffffffffu >> unused;
}
