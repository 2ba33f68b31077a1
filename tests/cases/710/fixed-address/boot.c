/* Start of a small device. */
#include <stdint.h>
#include <sys/mman.h>
#include <signal.h>

typedef void (*entry)(void);

void start_update(void)
{
    entry e = (entry)0x08004000; // expect: CWE-587
    e();
}

uint32_t *shared_page(void)
{
    uint32_t *page = (uint32_t *)0x20001000u; // expect: CWE-587
    page[0] = 1;
    return page;
}

/* Near misses: registers, markers. */
void led_on(void)
{
    *(volatile uint32_t *)0x40020014u |= 1u << 5;
}

int is_failed(const void *map)
{
    return map == MAP_FAILED || map == (void *)1;
}

const char *nothing(void)
{
    return (const char *)0;
}
