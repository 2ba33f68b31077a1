unsigned tick(unsigned *p)
{
    unsigned lo, hi = 2;
    __asm__ volatile("rdtsc" : "=a"(lo), "+d"(hi) : "r"(p) : "memory");
    return lo;
}
