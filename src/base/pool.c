/*
 * Parallel loop; see pool.h. Workers take the next index from a shared counter. Even with one
 * job the work runs on a thread of its own, so that the stack size is known.
 */
#include "base/pool.h"

#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>

#include "base/mem.h"

typedef struct Run {
    PoolJob *fn;
    void *ctx;
    u32 n;
    _Atomic u32 next;
} Run;

typedef struct Worker {
    Run *run;
    u32 id;
    pthread_t thread;
    bool started;
} Worker;

enum { STACK_BYTES = 64 << 20 };

static void *work(void *arg)
{
    Worker *w = arg;
    for (;;) {
        u32 i = atomic_fetch_add(&w->run->next, 1);
        if (i >= w->run->n)
            return NULL;
        w->run->fn(w->run->ctx, i, w->id);
    }
}

void pool_run(u32 jobs, u32 n, PoolJob *fn, void *ctx)
{
    Run run = {fn, ctx, n, 0};
    u32 count = MAX(1u, MIN(jobs, n));
    Worker *w = mem_zalloc(count, sizeof *w);
    pthread_attr_t attr;
    pthread_attr_init(&attr);
    pthread_attr_setstacksize(&attr, STACK_BYTES);
    bool any = false;
    for (u32 i = 0; i < count; i++) {
        w[i] = (Worker){.run = &run, .id = i};
        w[i].started = pthread_create(&w[i].thread, &attr, work, &w[i]) == 0;
        any |= w[i].started;
    }
    if (!any) /* no thread to be had: do the work here */
        work(&w[0]);
    for (u32 i = 0; i < count; i++)
        if (w[i].started)
            pthread_join(w[i].thread, NULL);
    pthread_attr_destroy(&attr);
    mem_free(w);
}

u32 pool_default_jobs(void)
{
    cpu_set_t set;
    CPU_ZERO(&set);
    if (sched_getaffinity(0, sizeof set, &set) == 0 && CPU_COUNT(&set) > 0)
        return (u32)CPU_COUNT(&set);
    return 1;
}
